package no.arealkompass.site;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.geo.Geo;
import no.arealkompass.sql.Sql;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exported sites out of the database, and a delivery of them in it. */
@Repository
class SiteChangesRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OUTLINES = Sql.read(SiteChangesRepository.class, "outline_change");

    private final JdbcClient jdbc;

    SiteChangesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row of a delivery.
     *
     * @param columns every column but the id, as texts; null where the cell is empty
     * @param outline longitude and latitude (EPSG:4326)
     */
    record Delivered(long featureId, String id, JsonNode columns, Geometry outline, String fileName) {}

    /**
     * The outline in use and the delivered one.
     *
     * @param same vertex by vertex within a millimetre
     * @param movedDaa what is in one of them only
     * @param before GeoJSON for the map
     */
    record Outlines(
            boolean same, double beforeDaa, double afterDaa, double movedDaa, JsonNode before, JsonNode after) {}

    List<Delivered> delivered(long datasetVersionId) {
        return jdbc.sql("""
                        select f.id, f.object_id, f.properties -> 'facts' as columns, st_asbinary(st_transform(f.geom, 4326)) outline,
                          v.file_name
                        from feature f join dataset_version v on v.id = f.dataset_version_id
                        where v.id = :version order by f.id
                        """)
                .param("version", datasetVersionId)
                .query((row, i) -> new Delivered(
                        row.getLong("id"),
                        row.getString("object_id"),
                        JSON.readTree(row.getString("columns")),
                        Geo.fromWkb(row.getBytes("outline"), 4326),
                        row.getString("file_name")))
                .list();
    }

    Outlines outlines(long feature, long siteVersion) {
        return jdbc.sql(OUTLINES)
                .param("feature", feature)
                .param("version", siteVersion)
                .query((row, i) -> new Outlines(
                        row.getBoolean("same"),
                        row.getDouble("before_daa"),
                        row.getDouble("after_daa"),
                        row.getDouble("moved_daa"),
                        JSON.readTree(row.getString("before")),
                        JSON.readTree(row.getString("after"))))
                .single();
    }

    /**
     * Outlines as GeoJSON texts, in the order of the versions.
     *
     * @param degrees longitude and latitude; else the storage CRS with every bit
     */
    List<String> outlines(List<Long> siteVersions, boolean degrees) {
        var found = new ArrayList<String>();
        jdbc.sql("""
                        select st_asgeojson(case when :degrees then st_transform(v.footprint, 4326) else v.footprint end,
                          case when :degrees then 10 else 15 end, 0) outline
                        from unnest(cast(:versions as bigint[])) with ordinality a (id, place) join site_version v using (id)
                        order by a.place
                        """)
                .param("degrees", degrees)
                .param("versions", siteVersions.toArray(Long[]::new))
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> found.add(row.getString("outline")));
        return found;
    }
}

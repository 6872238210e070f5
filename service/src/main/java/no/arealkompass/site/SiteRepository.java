package no.arealkompass.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.geo.Bbox;
import no.arealkompass.geo.Geo;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sites in the database. A new version is written only when something changed. */
@Repository
class SiteRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select s.*, st_area(s.footprint) area_m2, p.x, p.y, st_xmin(b.box) west, st_ymin(b.box) south,
              st_xmax(b.box) east, st_ymax(b.box) north
            from site_in_use s,
              lateral (select st_transform(s.footprint, 4326) g) g,
              lateral (select st_x(st_pointonsurface(g.g)) x, st_y(st_pointonsurface(g.g)) y) p,
              lateral (select box2d(g.g) box) b
            where (:all or publication = 'PUBLISHED')
            """;
    private static final String IN_BOX = """
              and (:world or st_intersects(s.footprint,
                st_transform(st_segmentize(st_envelope(:diagonal), 0.1), st_srid(s.footprint))))
            """;

    private final JdbcClient jdbc;

    SiteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SiteReader.Delivered> delivered(long datasetVersionId) {
        return jdbc.sql("""
                        select id, object_id, geometrytype(geom) type, properties from feature
                        where dataset_version_id = :version order by id
                        """)
                .param("version", datasetVersionId)
                .query((row, i) -> new SiteReader.Delivered(
                        row.getLong("id"),
                        row.getString("object_id"),
                        row.getString("type"),
                        JSON.readTree(row.getString("properties"))))
                .list();
    }

    /** 1 when a new version was written, 0 when the site in use already reads exactly so. */
    int store(SiteReader.Content site, SiteReader.Delivered row, long datasetVersionId, String by) {
        jdbc.sql("insert into site (id) values (:id) on conflict do nothing")
                .param("id", site.id())
                .update();
        return jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                          accuracy_m, source, facts, dataset_version_id, by)
                        select :id, coalesce(u.version, 0) + 1, :name, :kind, :publication, st_multi(f.geom), :schematic, :areaKnown,
                          :accuracyM, :source, :facts::jsonb, :version, :by
                        from feature f left join site_in_use u on u.site_id = :id
                        where f.id = :feature and (u.version is null or (u.name, u.kind, u.publication, u.schematic, u.area_known,
                          u.accuracy_m, u.source, u.facts) is distinct from (:name, :kind, :publication, :schematic, :areaKnown,
                          :accuracyM, :source, :facts::jsonb) or not st_orderingequals(u.footprint, st_multi(f.geom)))
                        """)
                .param("id", site.id())
                .param("name", site.name())
                .param("kind", site.kind().name())
                .param("publication", site.publication().name())
                .param("schematic", site.schematic())
                .param("areaKnown", site.areaKnown())
                .param("accuracyM", site.accuracyM())
                .param("source", site.source())
                .param("facts", JSON.writeValueAsString(site.facts()))
                .param("version", datasetVersionId)
                .param("feature", row.featureId())
                .param("by", by)
                .update();
    }

    List<Site> list(boolean all, Bbox bbox, int limit, int offset) {
        return jdbc.sql(SELECT + IN_BOX + " order by name, site_id limit :limit offset :offset")
                .param("all", all)
                .params(box(bbox))
                .param("limit", limit)
                .param("offset", offset)
                .query(SiteRepository::site)
                .list();
    }

    int count(boolean all, Bbox bbox) {
        return jdbc.sql("select count(*) from site_in_use s where (:all or publication = 'PUBLISHED') " + IN_BOX)
                .param("all", all)
                .params(box(bbox))
                .query(Integer.class)
                .single();
    }

    Optional<Site> find(boolean all, String id) {
        return jdbc.sql(SELECT + " and site_id = :id")
                .param("all", all)
                .param("id", id)
                .query(SiteRepository::site)
                .optional();
    }

    Geometry outline(long versionId) {
        return jdbc.sql("select st_asbinary(st_transform(footprint, 4326)) from site_version where id = :id")
                .param("id", versionId)
                .query((row, i) -> Geo.fromWkb(row.getBytes(1), 4326))
                .single();
    }

    private static Map<String, Object> box(Bbox box) {
        return Map.of("world", box.equals(Bbox.WORLD), "diagonal", box.diagonal());
    }

    private static Site site(ResultSet row, int i) throws SQLException {
        return new Site(
                row.getLong("id"),
                row.getString("site_id"),
                row.getInt("version"),
                row.getString("name"),
                Site.Kind.valueOf(row.getString("kind")),
                Site.Publication.valueOf(row.getString("publication").toUpperCase(Locale.ROOT)),
                row.getBoolean("schematic"),
                row.getBoolean("area_known"),
                row.getDouble("accuracy_m"),
                row.getString("source"),
                row.getDouble("area_m2"),
                degrees(row, "x", "y"),
                degrees(row, "west", "south", "east", "north"),
                JSON.readValue(row.getString("facts"), new TypeReference<List<Fact>>() {}));
    }

    /** Seven decimals of a degree are a centimetre. */
    private static List<Double> degrees(ResultSet row, String... columns) throws SQLException {
        var values = new Double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = Math.round(row.getDouble(columns[i]) * 1e7) / 1e7;
        }
        return Arrays.asList(values);
    }
}

package no.arealkompass.dataset;

import java.util.List;
import java.util.Map;
import no.arealkompass.geo.Bbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Features of a dataset version as GeoJSON text that PostGIS wrote, so that large layers pass through unread. */
@Repository
class FeatureRepository {
    private static final String CHOSEN = """
             from feature f
            where dataset_version_id = :version and (:anyClass or class = any(:classes))
              and (:world or st_intersects(f.geom,
                st_transform(st_segmentize(st_envelope(:diagonal), 0.1), st_srid(f.geom))))
            """;

    /** Six decimals of a degree are a decimetre, finer than any dataset here. */
    private static final String AS_GEOJSON = """
            select json_build_object('type', 'Feature', 'id', id, 'properties', properties,
              'geometry', st_asgeojson(st_transform(geom, 4326), 6)::json)::text
            """;

    private final JdbcClient jdbc;

    FeatureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> list(long versionId, Bbox bbox, List<String> classes, int limit, int offset) {
        return jdbc.sql(AS_GEOJSON + CHOSEN + " order by id limit :limit offset :offset")
                .params(chosen(versionId, bbox, classes))
                .param("limit", limit)
                .param("offset", offset)
                .query(String.class)
                .list();
    }

    int count(long versionId, Bbox bbox, List<String> classes) {
        return jdbc.sql("select count(*)" + CHOSEN)
                .params(chosen(versionId, bbox, classes))
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> chosen(long versionId, Bbox box, List<String> classes) {
        return Map.of(
                "version", versionId,
                "anyClass", classes.isEmpty(),
                "classes", classes.toArray(String[]::new),
                "world", box.equals(Bbox.WORLD),
                "diagonal", box.diagonal());
    }
}

package no.arealkompass.present;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.geo.Geo;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shapes in the storage CRS, and what lies near. */
@Repository
class PresentRepository {
    private final JdbcClient db;

    PresentRepository(JdbcClient db) {
        this.db = db;
    }

    /** A site nearby. */
    record Near(String id, String name, String kind, double metres) {}

    /** The shape of a version of a site; a caller gets it only with a site it may see. */
    Geometry footprint(long versionId, int srid) {
        return db.sql("select st_asbinary(footprint) from site_version where id = :id")
                .param("id", versionId)
                .query((row, i) -> Geo.fromWkb(row.getBytes(1), srid))
                .single();
    }

    /** The shapes of its parts, by part id. */
    Map<String, Geometry> parts(long versionId, int srid) {
        var parts = new LinkedHashMap<String, Geometry>();
        db.sql(
                        "select part_id, st_asbinary(footprint) as wkb from site_part where site_version_id = :id order by place")
                .param("id", versionId)
                .query(row -> {
                    parts.put(row.getString("part_id"), Geo.fromWkb(row.getBytes("wkb"), srid));
                });
        return parts;
    }

    /** The nearest published sites, whoever asks: the rest is nobody's neighbour in public. */
    List<Near> near(long versionId, List<String> without, double withinM, int most) {
        return db.sql("""
                select s.site_id, s.name, s.kind, st_distance(s.footprint, v.footprint) as metres
                from site_version v join site_in_use s on st_dwithin(s.footprint, v.footprint, :within)
                where v.id = :id and s.publication = 'PUBLISHED' and s.site_id <> all (cast(:without as text[]))
                order by metres, s.name limit :most
                """)
                .param("id", versionId)
                .param("within", withinM)
                .param("without", without.toArray(String[]::new))
                .param("most", most)
                .query((row, i) -> new Near(
                        row.getString("site_id"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getDouble("metres")))
                .list();
    }
}

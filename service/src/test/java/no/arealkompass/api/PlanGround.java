package no.arealkompass.api;

import static no.arealkompass.TestPlans.rectangle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.arealkompass.TestPlans;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Layers, sites and plans as rectangles in metres from a corner in Nord-Odal, written as imports write them. */
final class PlanGround {
    /** The corner, in the storage CRS. */
    static final double X = 311_900;

    static final double Y = 6_700_300;

    private final JdbcClient db;

    PlanGround(JdbcClient db) {
        this.db = db;
    }

    static String box(double west, double south, double width, double height) {
        return rectangle(X + west, Y + south, width, height);
    }

    /**
     * A version of a polygon dataset.
     *
     * @param things class and WKT by turns
     */
    long layer(String dataset, String classProperty, String coverage, double omitsBelowM2, String... things) {
        long id = db.sql("""
                insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by,
                  feature_count, coverage, accuracy_m, omits_below_m2, is_sample)
                select :dataset, (select coalesce(max(version), 0) + 1 from dataset_version where dataset = :dataset), 'test',
                  jsonb_set(description, '{theme}', jsonb_build_object('classProperty', cast(:property as text))), 'f', 's', 'test', 1,
                  st_multi(st_geomfromtext(:coverage, 25833)), 1, :omits, false
                from dataset_version order by id limit 1 returning id
                """)
                .param("dataset", dataset)
                .param("property", classProperty)
                .param("coverage", coverage)
                .param("omits", omitsBelowM2)
                .query(Long.class)
                .single();
        for (int i = 0; i < things.length; i += 2) {
            db.sql("""
                    insert into feature (dataset_version_id, class, object_id, properties, geom)
                    values (:id, :type, :no, '{}', st_multi(st_geomfromtext(:wkt, 25833)))
                    """)
                    .param("id", id)
                    .param("type", things[i])
                    .param("no", "o" + i)
                    .param("wkt", things[i + 1])
                    .update();
        }
        db.sql(pieces()).param("version", id).update();
        return id;
    }

    private static String pieces() {
        try {
            return new ClassPathResource("no/arealkompass/dataset/pieces.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void site(String id, String kind, String publication, String wkt, String facts) {
        db.sql("insert into site (id) values (:id)").param("id", id).update();
        db.sql("""
                insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                  accuracy_m, source, facts, by, by_role, why)
                values (:id, 1, 'Område ' || :id, :kind, :publication, st_multi(st_geomfromtext(:wkt, 25833)), false, true, 1,
                  'test', cast(:facts as jsonb), 'test', 'ADMINISTRATOR', 'test')
                """)
                .param("id", id)
                .param("kind", kind)
                .param("publication", publication)
                .param("wkt", wkt)
                .param("facts", facts)
                .update();
    }

    long plan(
            String municipality,
            String planId,
            int version,
            String level,
            String stage,
            String inForce,
            String outline) {
        return TestPlans.version(
                db,
                municipality,
                planId,
                version,
                level,
                stage,
                stage.equals("ADOPTED") ? "3" : stage.equals("HEARING") ? "2" : "1",
                stage.equals("ADOPTED") ? inForce : null,
                outline);
    }

    void zone(long plan, String zone, String code, String useStatus, String wkt) {
        TestPlans.zone(db, plan, zone, code, useStatus, wkt);
    }
}

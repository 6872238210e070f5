package no.arealkompass;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans written straight into the tables, for tests that are not about how plans come in. */
public final class TestPlans {
    private TestPlans() {}

    /**
     * A plan version with an outline.
     *
     * @param stage INPUT, PROPOSAL, HEARING or ADOPTED
     * @param outlineWkt polygon or multipolygon in the storage CRS
     * @return plan_version.id
     */
    public static long version(
            JdbcClient db,
            String municipality,
            String identification,
            int version,
            String level,
            String stage,
            @Nullable String statusCode,
            @Nullable String inForceFrom,
            String outlineWkt) {
        int srid = srid(db);
        String plan = municipality + "-" + identification;
        db.sql("insert into plan (id, municipality, identification) values (:id, :nr, :planid) on conflict do nothing")
                .param("id", plan)
                .param("nr", municipality)
                .param("planid", identification)
                .update();
        long delivery = db.sql("""
                insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by,
                  feature_count, coverage, accuracy_m, omits_below_m2, is_sample)
                values ('arealplaner', (select coalesce(max(version), 0) + 1 from dataset_version where dataset = 'arealplaner'),
                  'kommune', coalesce((select description from dataset_version order by id limit 1), '{}'), 'test', md5(random()::text), 'test', 1,
                  st_multi(st_geomfromtext(:wkt, :srid)), 0, 0, false)
                returning id
                """)
                .param("wkt", outlineWkt)
                .param("srid", srid)
                .query(Long.class)
                .single();
        return db.sql("""
                insert into plan_version (plan_id, version, name, level, stage, status_code, in_force_from, sender, outline,
                  outline_stated, dataset_version_id, by)
                values (:plan, :version, 'Plan ' || :plan, :level, :stage, :status, cast(:inForce as date), 'test',
                  st_multi(st_geomfromtext(:wkt, :srid)), true, :delivery, 'test')
                returning id
                """)
                .param("plan", plan)
                .param("version", version)
                .param("level", level)
                .param("stage", stage)
                .param("status", statusCode)
                .param("inForce", inForceFrom)
                .param("wkt", outlineWkt)
                .param("srid", srid)
                .param("delivery", delivery)
                .query(Long.class)
                .single();
    }

    /** A purpose zone on the ground; returns plan_zone.id. */
    public static long zone(
            JdbcClient db, long planVersion, String zone, String code, @Nullable String useStatus, String wkt) {
        return db.sql("""
                insert into plan_zone (plan_version_id, zone_id, kind, code, use_status, name, properties, footprint)
                values (:version, :zone, 'PURPOSE', :code, :status, :zone, '{}', st_multi(st_geomfromtext(:wkt, :srid)))
                returning id
                """)
                .param("version", planVersion)
                .param("zone", zone)
                .param("code", code)
                .param("status", useStatus)
                .param("wkt", wkt)
                .param("srid", srid(db))
                .query(Long.class)
                .single();
    }

    /** A rectangle as WKT: west, south, width and height in metres of the storage CRS. */
    public static String rectangle(double west, double south, double width, double height) {
        return "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                .formatted(west, south, west + width, south + height);
    }

    private static int srid(JdbcClient db) {
        return db.sql("select find_srid('public', 'plan_version', 'outline')")
                .query(Integer.class)
                .single();
    }
}

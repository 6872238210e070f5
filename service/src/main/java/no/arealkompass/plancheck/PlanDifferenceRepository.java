package no.arealkompass.plancheck;

import java.util.List;
import java.util.stream.Stream;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cuts of two versions of a plan with each other, in temporary tables of one transaction: stage first, then ask. */
@Repository
class PlanDifferenceRepository {
    private static final String ZONES = Sql.read(PlanDifferenceRepository.class, "difference_zones");
    private static final String PAIRS = Sql.read(PlanDifferenceRepository.class, "difference_pairs");
    private static final String TOTALS = Sql.read(PlanDifferenceRepository.class, "difference_totals");
    private static final String CHANGES = Sql.read(PlanDifferenceRepository.class, "difference_changes");
    private static final int POINTS = 2_000;

    private final JdbcClient db;

    PlanDifferenceRepository(JdbcClient db) {
        this.db = db;
    }

    /** A zone of either version; {@code no} is its number in this comparison. */
    record Staged(int no, boolean after, String zone, String code, String status, String name, double areaM2) {}

    /** Ground that a zone before shares with one after. */
    record Pair(int before, int after, double areaM2) {}

    /** @param code null for all together */
    record Sums(@Nullable String code, double beforeM2, double afterM2, double keptM2) {}

    /** The ground of a change; {@code geometry} is GeoJSON in CRS84. */
    record Ground(
            int change,
            double beforeM2,
            double afterM2,
            double cameM2,
            double wentM2,
            double longitude,
            double latitude,
            boolean simplified,
            String geometry) {}

    List<Staged> stage(long before, long after) {
        db.sql("select set_config('jit', 'off', true)").query(String.class).single();
        db.sql(ZONES).param("before", before).param("after", after).update();
        return db.sql("select *, st_area(geom) as area from difference_zone order by no")
                .query((row, n) -> new Staged(
                        row.getInt("no"),
                        row.getBoolean("after"),
                        row.getString("zone_id"),
                        row.getString("code"),
                        row.getString("status"),
                        row.getString("name"),
                        row.getDouble("area")))
                .list();
    }

    List<Pair> pairs() {
        return db.sql(PAIRS)
                .query((row, n) -> new Pair(row.getInt("before"), row.getInt("after"), row.getDouble("area")))
                .list();
    }

    List<Sums> totals() {
        return db.sql(TOTALS)
                .query((row, n) -> new Sums(
                        row.getString("code"), row.getDouble("before"), row.getDouble("after"), row.getDouble("kept")))
                .list();
    }

    /** @param changes the zones of each, by their numbers; in the answer a change is its place in the list */
    List<Ground> ground(List<PlanDifferenceMatcher.Match> changes) {
        var places = Stream.iterate(0, i -> i < changes.size(), i -> i + 1).toList();
        return db.sql(CHANGES)
                .param(
                        "changes",
                        AreaAccountRepository.array(
                                "int4",
                                places.stream()
                                        .flatMap(i ->
                                                changes.get(i).nos().stream().map(no -> i))))
                .param(
                        "nos",
                        AreaAccountRepository.array("int4", changes.stream().flatMap(change -> change.nos().stream())))
                .param(
                        "whole",
                        AreaAccountRepository.array(
                                "int4",
                                places.stream().filter(i -> changes.get(i).whole())))
                .param("points", POINTS)
                .query((row, n) -> new Ground(
                        row.getInt("change"),
                        row.getDouble("before"),
                        row.getDouble("after"),
                        row.getDouble("came"),
                        row.getDouble("went"),
                        row.getDouble("longitude"),
                        row.getDouble("latitude"),
                        row.getBoolean("simplified"),
                        row.getString("geometry")))
                .list();
    }
}

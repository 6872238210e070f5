package no.arealkompass.dataset;

import static no.arealkompass.dataset.IssueRepository.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.dataset.Examination.Objects;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the staged objects of one layer are, and what could be made of them. */
@Repository
class LookRepository {
    private static final String OBJECTS = Sql.read(LookRepository.class, "objects");
    private static final String CANDIDATES = Sql.read(LookRepository.class, "candidates");
    private static final String PREVIEW = Sql.read(LookRepository.class, "preview");
    private static final String BROKEN = Sql.read(LookRepository.class, "broken");
    private static final String REPAIR = Sql.read(LookRepository.class, "repair");
    private static final String COMPARED = Sql.read(LookRepository.class, "compared");
    private static final int TRIED = 5000;

    private final JdbcClient db;
    private final JsonMapper json;
    private final TransactionTemplate nested;

    LookRepository(JdbcClient db, JsonMapper json, PlatformTransactionManager transactions) {
        this.db = db;
        this.json = json;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Objects objects(@Nullable FileCrs crs) {
        Map<String, Integer> byType = new LinkedHashMap<>();
        List<Objects> parts = db.sql(OBJECTS)
                .param("srid", crs == null ? 0 : crs.epsg())
                .query((row, no) -> {
                    byType.merge(row.getString("type"), row.getInt("objects"), Integer::sum);
                    return new Objects(
                            row.getInt("objects"),
                            row.getInt("inside"),
                            box(row),
                            number(row, "area"),
                            number(row, "length"),
                            Map.of());
                })
                .list();
        return sum(parts, byType);
    }

    /** The objects of several layers or types together. */
    static Objects sum(List<Objects> parts, Map<String, Integer> byType) {
        Objects sum = Objects.NOTHING;
        for (Objects part : parts) {
            sum = new Objects(
                    sum.read() + part.read(),
                    sum.inRegion() + part.inRegion(),
                    union(sum.bbox(), part.bbox()),
                    plus(sum.areaM2(), part.areaM2()),
                    plus(sum.lengthM(), part.lengthM()),
                    byType);
        }
        return sum;
    }

    /**
     * Where the objects would lie in one coordinate system.
     *
     * @param inRegion how many of the tried ones lie in the region
     */
    record Reading(int inRegion, int of, @Nullable List<Double> bbox) {}

    /** Tries each of some coordinate systems, in their order; none of it can spoil the transaction. */
    List<Reading> readings(List<FileCrs> candidates, Region region, boolean flipped, int objects) {
        Region.Box bounds = region.bounds();
        List<Reading> readings = nested.execute(status -> db.sql(CANDIDATES)
                .param(
                        "srids",
                        new SqlArrayValue(
                                "int4", candidates.stream().map(FileCrs::epsg).toArray()))
                .param(
                        "flips",
                        new SqlArrayValue(
                                "bool",
                                candidates.stream().map(FileCrs::northFirst).toArray()))
                .param("now", flipped)
                .param("step", Math.max(1, objects / TRIED))
                .param("west", bounds.west())
                .param("south", bounds.south())
                .param("east", bounds.east())
                .param("north", bounds.north())
                .query((row, no) -> new Reading(row.getInt("inside"), row.getInt("tried"), box(row)))
                .list());
        return readings == null ? List.of() : readings;
    }

    /** An object to be shown, with the coordinates of the file. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Shown(int no, String objectId, byte[] wkb) {}

    List<Shown> preview(@Nullable FileCrs crs) {
        return db.sql(PREVIEW)
                .param("flip", crs != null && crs.northFirst())
                .query((row, no) -> new Shown(row.getInt("no"), row.getString("object_id"), row.getBytes("wkb")))
                .list();
    }

    /** An invalid area. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Broken(int no, String objectId, String reason, byte[] wkb) {}

    List<Broken> broken(int most) {
        return db.sql(BROKEN)
                .param("most", most)
                .query((row, no) -> new Broken(
                        row.getInt("no"), row.getString("object_id"), row.getString("reason"), row.getBytes("wkb")))
                .list();
    }

    /** An invalid outline beside what repairing makes of it; nulls where nothing can be told without a CRS. */
    record Compared(
            @Nullable Double areaBeforeM2,
            @Nullable Double areaAfterM2,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** @param after the repaired outlines by number; null where there is none */
    Map<Integer, Compared> compared(Map<Integer, byte @Nullable []> after, @Nullable FileCrs crs, Region region) {
        Map<Integer, Compared> compared = new LinkedHashMap<>();
        db.sql(COMPARED)
                .param("nos", new SqlArrayValue("int4", after.keySet().toArray()))
                .param("wkbs", new SqlArrayValue("bytea", (Object[])
                        after.values().toArray(byte[][]::new)))
                .param("srid", crs == null ? 0 : crs.epsg())
                .param("storage", region.srid())
                .query(row -> {
                    compared.put(
                            row.getInt("no"),
                            new Compared(
                                    number(row, "area_before"),
                                    number(row, "area_after"),
                                    geometry(row.getString("before")),
                                    geometry(row.getString("after"))));
                });
        return compared;
    }

    /** Puts repaired outlines in the place of invalid ones. */
    void repair(Map<Integer, byte[]> after) {
        db.sql(REPAIR)
                .param("nos", new SqlArrayValue("int4", after.keySet().toArray()))
                .param("wkbs", new SqlArrayValue("bytea", (Object[])
                        after.values().toArray(byte[][]::new)))
                .update();
    }

    private @Nullable JsonNode geometry(@Nullable String geoJson) {
        return geoJson == null ? null : json.readTree(geoJson);
    }

    private static @Nullable List<Double> box(ResultSet row) throws SQLException {
        List<Double> box = new ArrayList<>();
        for (String side : List.of("west", "south", "east", "north")) {
            Double value = number(row, side);
            if (value == null) {
                return null;
            }
            box.add(value);
        }
        return List.copyOf(box);
    }

    private static @Nullable List<Double> union(@Nullable List<Double> a, @Nullable List<Double> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return List.of(
                Math.min(a.get(0), b.get(0)),
                Math.min(a.get(1), b.get(1)),
                Math.max(a.get(2), b.get(2)),
                Math.max(a.get(3), b.get(3)));
    }

    private static @Nullable Double plus(@Nullable Double a, @Nullable Double b) {
        return a == null ? b : b == null ? a : Double.valueOf(a + b);
    }
}

package no.arealkompass.plancheck;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.arealkompass.plan.PlanZone;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Cuts and sums of an area account, in temporary tables of one transaction: stage first, then ask. */
@Repository
class AreaAccountRepository {
    private static final String TABLES = Sql.read(AreaAccountRepository.class, "account_tables");
    private static final String ZONES = Sql.read(AreaAccountRepository.class, "account_zones");
    private static final String CHIPS = Sql.read(AreaAccountRepository.class, "account_chips");
    private static final String EXCESS = Sql.read(AreaAccountRepository.class, "account_excess");
    private static final String CELLS = Sql.read(AreaAccountRepository.class, "account_cells");
    private static final String UNIONS = Sql.read(AreaAccountRepository.class, "account_unions");
    private static final String OVERLAPPING = Sql.read(AreaAccountRepository.class, "account_overlapping");
    private static final String CHANGE = Sql.read(AreaAccountRepository.class, "account_change");
    private static final String OUTLINE = Sql.read(AreaAccountRepository.class, "account_outline");

    private final JdbcClient db;
    private final Map<Long, Boolean> overlapping = new ConcurrentHashMap<>();

    AreaAccountRepository(JdbcClient db) {
        this.db = db;
    }

    /**
     * A zone as the account takes it.
     *
     * @param earlier it is business land of an earlier version
     * @param comparable its plan has an earlier version
     */
    record Staged(PlanZone zone, boolean earlier, boolean business, boolean comparable) {
        String kind() {
            return earlier ? "earlier" : "now";
        }

        String status() {
            String status = zone.useStatus();
            return status == null ? "" : status;
        }
    }

    /** A layer of a theme's dataset, and the place of its class in the theme, from 1. */
    record Ranked(int layer, int rank) {}

    /** A layer of a dataset version with its class. */
    record Layer(int id, String type) {}

    /** @param rank place of the class from 1; 0 = nothing there, -1 = not covered */
    record Cell(boolean excess, String municipality, String code, String status, int rank, double areaM2) {}

    /** What a municipality's zones hold, each ground counted once; see account_change.sql. */
    record Union(
            String municipality,
            double zonesM2,
            double nowM2,
            double earlierM2,
            double continuedM2,
            double removedM2,
            double addedM2,
            double aloneM2) {}

    /** Stages the zones; a temporary table has no statistics, and short statements are not worth compiling. */
    void stage(List<Staged> zones, List<Integer> borders, int storage) {
        db.sql("select set_config('jit', 'off', true)").query(String.class).single();
        db.sql(TABLES).update();
        db.sql(ZONES)
                .param("nos", array("int4", indexes(zones.size())))
                .param("kinds", array("text", zones.stream().map(Staged::kind)))
                .param("codes", array("text", zones.stream().map(z -> z.zone().code())))
                .param("statuses", array("text", zones.stream().map(Staged::status)))
                .param("business", array("bool", zones.stream().map(Staged::business)))
                .param("comparable", array("bool", zones.stream().map(Staged::comparable)))
                .param(
                        "wkbs",
                        array(
                                "text",
                                zones.stream()
                                        .map(z -> HexFormat.of()
                                                .formatHex(z.zone().wkb()))))
                .param("storage", storage)
                .update();
        db.sql(CHIPS).param("borders", array("int4", borders.stream())).update();
        db.sql(EXCESS).update();
    }

    /** The dissolved polygons of a dataset version, by class. */
    List<Layer> layers(long version) {
        return db.sql("select id, coalesce(class, '') as type from layer where dataset_version_id = :version and shape"
                        + " and class is not null order by id")
                .param("version", version)
                .query((row, n) -> new Layer(row.getInt("id"), row.getString("type")))
                .list();
    }

    /** Whether the layers share ground; asked once, since a version never changes. */
    private boolean overlapping(long version) {
        return overlapping.computeIfAbsent(
                version,
                id -> db.sql(OVERLAPPING)
                        .param("version", id)
                        .query(Boolean.class)
                        .single());
    }

    List<Cell> cells(List<Ranked> layers, @Nullable Long version, boolean complete) {
        return db.sql(CELLS)
                .param("layers", array("int4", layers.stream().map(Ranked::layer)))
                .param("ranks", array("int4", layers.stream().map(Ranked::rank)))
                .param("overlapping", version != null && layers.size() > 1 && overlapping(version))
                .param("version", version)
                .param("complete", complete)
                .query((row, n) -> new Cell(
                        row.getBoolean("excess"),
                        row.getString("municipality"),
                        row.getString("code"),
                        row.getString("status"),
                        row.getInt("class"),
                        row.getDouble("area")))
                .list();
    }

    List<Union> unions(int storage) {
        db.sql(UNIONS).param("storage", storage).update();
        return db.sql(CHANGE)
                .query((row, n) -> new Union(
                        row.getString("municipality"),
                        row.getDouble("zones"),
                        row.getDouble("now"),
                        row.getDouble("earlier"),
                        row.getDouble("continued"),
                        row.getDouble("removed"),
                        row.getDouble("added"),
                        row.getDouble("alone")))
                .list();
    }

    /** After {@link #unions}. */
    AreaAccount.Outline outline(Collection<Long> planVersions, int storage) {
        return db.sql(OUTLINE)
                .param("versions", array("int8", planVersions.stream()))
                .param("storage", storage)
                .query((row, n) -> new AreaAccount.Outline(
                        AreaAccountTables.rounded(row.getDouble("outline")),
                        AreaAccountTables.rounded(row.getDouble("empty")),
                        AreaAccountTables.rounded(row.getDouble("beyond"))))
                .single();
    }

    /** Square metres of purposes that are not on the ground. */
    double otherLevels(Collection<Long> planVersions) {
        return db.sql("select coalesce(sum(st_area(footprint)), 0) from plan_zone where kind = 'PURPOSE'"
                        + " and vertical_level <> 2 and plan_version_id = any (cast(:versions as bigint[]))")
                .param("versions", array("int8", planVersions.stream()))
                .query(Double.class)
                .single();
    }

    private static Stream<Integer> indexes(int size) {
        return IntStream.range(0, size).boxed();
    }

    static SqlArrayValue array(String type, Stream<?> values) {
        return new SqlArrayValue(type, values.toArray());
    }
}

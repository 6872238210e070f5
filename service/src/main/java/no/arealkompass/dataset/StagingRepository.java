package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.dataset.ImportIssue.Place;
import no.arealkompass.dataset.Mapping.Staged;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The temporary tables of one import. They live and die with its transaction. */
@Repository
class StagingRepository {
    private static final String STAGED = Sql.read(StagingRepository.class, "staged");
    private static final String STAGE = Sql.read(StagingRepository.class, "stage");
    private static final String PLACE = Sql.read(StagingRepository.class, "place");
    private static final String INVALID = Sql.read(StagingRepository.class, "invalid");
    private static final String ISSUES = Sql.read(StagingRepository.class, "issues");
    private static final String FOUND = Sql.read(StagingRepository.class, "found");
    private static final String COVERAGE = Sql.read(StagingRepository.class, "coverage");
    private static final String FEATURES = Sql.read(StagingRepository.class, "features");
    private static final String PIECES = Sql.read(StagingRepository.class, "pieces");

    private final JdbcClient db;
    private final JsonMapper json;

    StagingRepository(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Waits until no other import or derivation of the dataset is at work; the lock ends with the transaction. */
    void lock(String dataset) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('dataset ' || :dataset, 0))")
                .param("dataset", dataset)
                .query(rs -> {});
    }

    boolean knowsCrs(int srid) {
        return db.sql("select exists (select from spatial_ref_sys where srid = :srid)")
                .param("srid", srid)
                .query(Boolean.class)
                .single();
    }

    void begin() {
        db.sql(STAGED).update();
    }

    /** @param crs null when it is not known: the coordinates are then kept as bare numbers */
    void stage(List<Staged> rows, @Nullable FileCrs crs) {
        byte[][] wkbs = rows.stream().map(Staged::wkb).toArray(byte[][]::new); // the driver insists on this very type
        db.sql(STAGE)
                .param("nos", array("int4", rows, Staged::no))
                .param("ids", array("text", rows, Staged::objectId))
                .param("classes", array("text", rows, Staged::objectClass))
                .param("properties", array("text", rows, Staged::properties))
                .param("wkbs", new SqlArrayValue("bytea", (Object[]) wkbs))
                .param("faults", array("text", rows, Staged::faults))
                .param("srid", crs == null ? 0 : crs.epsg())
                .param("flip", crs != null && crs.northFirst())
                .update();
    }

    List<String> objectIds() {
        return db.sql("select object_id from staged where object_id is not null order by no limit 100000")
                .query(String.class)
                .list();
    }

    /** Gives objects without a geometry the outlines of the known objects they name. */
    void outline(Map<String, byte[]> outlines, int storage) {
        db.sql("update staged s set geom = st_setsrid(st_geomfromwkb(o.wkb), :storage)"
                        + " from unnest(cast(:ids as text[]), cast(:wkbs as bytea[])) as o(id, wkb)"
                        + " where s.object_id = o.id")
                .param("ids", new SqlArrayValue("text", outlines.keySet().toArray()))
                .param("wkbs", new SqlArrayValue("bytea", (Object[])
                        outlines.values().toArray(byte[][]::new)))
                .param("storage", storage)
                .update();
    }

    /** Finds the invalid objects among those staged. */
    void findInvalid() {
        db.sql("analyze staged").update();
        db.sql(INVALID).update();
    }

    /**
     * Looks at what is staged: where it lies, then what is wrong with it.
     *
     * @param kind null when the file is only looked at, whatever it is for
     * @param anywhere whether objects outside the region are taken in, and only told
     * @param sure whether whoever handed in the file has said its CRS
     */
    void examine(@Nullable FileCrs crs, Region region, @Nullable GeometryKind kind, boolean anywhere, boolean sure) {
        Region.Box bounds = region.bounds();
        for (String statement : List.of(PLACE, ISSUES)) {
            db.sql(statement)
                    .param("srid", crs == null ? 0 : crs.epsg())
                    .param("flip", crs != null && crs.northFirst())
                    .param("storage", region.srid())
                    .param("west", bounds.west())
                    .param("south", bounds.south())
                    .param("east", bounds.east())
                    .param("north", bounds.north())
                    .param("kind", kind == null ? "" : kind.name())
                    .param("anywhere", anywhere)
                    .param("sure", sure)
                    .update();
        }
    }

    /**
     * What was found.
     *
     * @param blocking how many issues refuse the file, listed or not
     * @param all how many issues there are, listed or not
     */
    record Listed(List<Found> issues, int blocking, int all) {}

    /** The issues of the staged objects, blocking ones first, at most so many. */
    Listed found(int most) {
        int[] counts = {0, 0};
        List<Found> issues = db.sql(FOUND)
                .param("most", most)
                .query((row, number) -> {
                    counts[0] = row.getInt("all_blocking");
                    counts[1] = row.getInt("all_found");
                    return IssueRepository.found(row, json);
                })
                .list();
        return new Listed(issues, counts[0], counts[1]);
    }

    /** The middle of a staged object, for what is found wrong with it later. */
    Optional<Place> place(String objectId) {
        return db.sql("select st_x(p.place) as lon, st_y(p.place) as lat from staged s join placed p using (no)"
                        + " where s.object_id = :id and p.place is not null order by no limit 1")
                .param("id", objectId)
                .query((row, number) -> new Place(row.getDouble("lon"), row.getDouble("lat")))
                .optional();
    }

    /** The covered area as well-known binary; empty when it is not known or not an area. */
    Optional<byte[]> coverage(Source.Coverage coverage, Region region, long frame) {
        return db.sql(COVERAGE)
                .param("coverage", coverage.kind().name())
                .param("frame", frame)
                .param("municipalities", array("text", region.municipalities(), Region.Municipality::number))
                .param("buffer", coverage.bufferM())
                .param("storage", region.srid())
                .query(byte[].class)
                .optional();
    }

    /** Stores the objects inside the region. */
    void features(long version, GeometryKind kind) {
        db.sql(FEATURES).param("version", version).param("kind", kind.name()).update();
    }

    /** Takes the ground of the municipalities from this version, which decides whose each site is; once per version. */
    void takeGround(long version) {
        db.sql("call take_ground(:version)").param("version", version).update();
    }

    /** Prepares the version for measuring. */
    void pieces(long version) {
        db.sql(PIECES).param("version", version).update();
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Column<T> value) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(value.of(row)));
        return new SqlArrayValue(type, values.toArray());
    }

    /** The value of one column in a row. */
    private interface Column<T> {
        @Nullable
        Object of(T row);
    }
}

package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.arealkompass.dataset.Mapping.Staged;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The temporary tables of one import. They live and die with its transaction. */
@Repository
class StagingRepository {
    private static final String STAGED = Sql.read("staged");
    private static final String STAGE = Sql.read("stage");
    private static final String PLACE = Sql.read("place");
    private static final String ISSUES = Sql.read("issues");
    private static final String COVERAGE = Sql.read("coverage");
    private static final String FEATURES = Sql.read("features");
    private static final String PIECES = Sql.read("pieces");

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

    void stage(List<Staged> rows, int srid) {
        byte[][] wkbs = rows.stream().map(Staged::wkb).toArray(byte[][]::new); // the driver insists on this very type
        db.sql(STAGE)
                .param("nos", array("int4", rows, Staged::no))
                .param("ids", array("text", rows, Staged::objectId))
                .param("classes", array("text", rows, Staged::objectClass))
                .param("properties", array("text", rows, Staged::properties))
                .param("wkbs", new SqlArrayValue("bytea", (Object[]) wkbs))
                .param("faults", array("text", rows, Staged::faults))
                .param("srid", srid)
                .update();
    }

    /** Looks at what is staged: where it lies, then what is wrong with it. */
    void examine(int srid, Region region, GeometryKind kind, List<FileIssue> ofFile) {
        Region.Box bounds = region.bounds();
        db.sql("analyze staged").update();
        for (String statement : List.of(PLACE, ISSUES)) {
            db.sql(statement)
                    .param("srid", srid)
                    .param("storage", region.srid())
                    .param("west", bounds.west())
                    .param("south", bounds.south())
                    .param("east", bounds.east())
                    .param("north", bounds.north())
                    .param("kind", kind.name())
                    .update();
        }
        ofFile.forEach(this::add);
    }

    /** Adds an issue of the whole file to what was found. */
    void add(FileIssue issue) {
        db.sql("insert into found values (0, '', :code, null, :blocking, cast(:args as jsonb))")
                .param("code", issue.code())
                .param("blocking", issue.blocking())
                .param("args", json.writeValueAsString(issue.args()))
                .update();
    }

    boolean anyBlocking() {
        return db.sql("select exists (select from found where blocking)")
                .query(Boolean.class)
                .single();
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

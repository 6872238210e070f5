package no.arealkompass.scenario;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geojson.GeoJsonObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Planned works and scenarios in the database. */
@Repository
class ScenarioRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WORKS = """
            select w.id, w.body, w.at, w.by, st_asgeojson(st_transform(w.geom, 4326), 7) as shape
            from planned_work w where""" + " ";

    private final JdbcClient db;

    ScenarioRepository(JdbcClient db) {
        this.db = db;
    }

    /** Waits until nobody else changes scenarios; ends with the transaction. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('scenarios', 0))").query(row -> {});
    }

    boolean empty() {
        return db.sql("select not exists (select from planned_work) and not exists (select from scenario)")
                .query(Boolean.class)
                .single();
    }

    long addWork(WorkDraft work, byte @Nullable [] wkb, int storage, String by) {
        return db.sql("""
                        insert into planned_work (body, geom, by) values (cast(:body as jsonb),
                          st_transform(st_setsrid(st_geomfromwkb(cast(:wkb as bytea)), 4326), cast(:storage as int)), :by)
                        returning id
                        """)
                .param("body", JSON.writeValueAsString(work.withGeometry(null)))
                .param("wkb", wkb)
                .param("storage", storage)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** Works that are not removed, in the order they were stored. */
    List<PlannedWork> library() {
        return db.sql(WORKS + "not exists (select from planned_work_removal r where r.work_id = w.id) order by w.id")
                .query(ScenarioRepository::work)
                .list();
    }

    void removeWork(long id, String by) {
        db.sql("insert into planned_work_removal (work_id, by) values (:id, :by)")
                .param("id", id)
                .param("by", by)
                .update();
    }

    /** The shape as well-known binary in the storage CRS. */
    byte @Nullable [] shape(long work) {
        return db
                .sql("select st_asbinary(geom) from planned_work where id = :id and geom is not null")
                .param("id", work)
                .query(byte[].class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Scenarios that are not removed, in the order they were made. */
    List<Scenario> scenarios() {
        return read(Stored.SELECT + " order by s.at, s.id", Map.of());
    }

    Optional<Scenario> find(String id) {
        return read(Stored.SELECT + " where s.id = :id", Map.of("id", id)).stream()
                .findFirst();
    }

    boolean known(String id) {
        return db.sql("select exists (select from scenario where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void add(String id, String by) {
        db.sql("insert into scenario (id, by) values (:id, :by)")
                .param("id", id)
                .param("by", by)
                .update();
    }

    void addVersion(String id, int version, String name, String note, List<Long> works, String by) {
        db.sql("""
                        insert into scenario_version (scenario_id, version, name, note, works, by)
                        values (:id, :version, :name, :note, :works, :by)
                        """)
                .param("id", id)
                .param("version", version)
                .param("name", name)
                .param("note", note)
                .param("works", new SqlArrayValue("int8", works.toArray()))
                .param("by", by)
                .update();
    }

    void remove(String id, String by) {
        db.sql("insert into scenario_removal (scenario_id, by) values (:id, :by)")
                .param("id", id)
                .param("by", by)
                .update();
    }

    /** A scenario as it stands in the database, with the ids of its works. */
    private record Stored(Scenario scenario, List<Long> works) {
        static final String SELECT =
                "select v.*, s.at as made from scenario_in_use v join scenario s on s.id = v.scenario_id";

        static Stored of(ResultSet row, int number) throws SQLException {
            return new Stored(
                    new Scenario(
                            row.getString("scenario_id"),
                            row.getInt("version"),
                            row.getString("name"),
                            row.getString("note"),
                            List.of(),
                            row.getTimestamp("at").toInstant(),
                            row.getString("by")),
                    List.of((Long[]) row.getArray("works").getArray()));
        }

        Scenario with(Map<Long, PlannedWork> known) {
            return new Scenario(
                    scenario.id(),
                    scenario.version(),
                    scenario.name(),
                    scenario.note(),
                    works.stream()
                            .map(id -> Objects.requireNonNull(known.get(id)))
                            .toList(),
                    scenario.at(),
                    scenario.by());
        }
    }

    private List<Scenario> read(String sql, Map<String, Object> values) {
        List<Stored> stored = db.sql(sql).params(values).query(Stored::of).list();
        Long[] ids =
                stored.stream().flatMap(one -> one.works().stream()).distinct().toArray(Long[]::new);
        Map<Long, PlannedWork> works = ids.length == 0
                ? Map.of()
                : works(db
                        .sql(WORKS + "w.id = any (:ids)")
                        .param("ids", new SqlArrayValue("int8", (Object[]) ids))
                        .query(ScenarioRepository::work)
                        .stream());
        return stored.stream().map(one -> one.with(works)).toList();
    }

    private static Map<Long, PlannedWork> works(Stream<PlannedWork> found) {
        try (found) {
            return found.collect(Collectors.toMap(PlannedWork::id, Function.identity()));
        }
    }

    private static PlannedWork work(ResultSet row, int number) throws SQLException {
        String shape = row.getString("shape");
        return new PlannedWork(
                row.getLong("id"),
                JSON.readValue(row.getString("body"), WorkDraft.class)
                        .withGeometry(shape == null ? null : JSON.readValue(shape, GeoJsonObject.class)),
                row.getTimestamp("at").toInstant(),
                row.getString("by"));
    }
}

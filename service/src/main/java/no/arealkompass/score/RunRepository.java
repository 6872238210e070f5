package no.arealkompass.score;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Runs, their scores and the strategies they follow, kept as the bytes that are sent. */
@Repository
class RunRepository {
    /** A run that is finished and not stored yet. */
    record NewRun(
            UUID id,
            long number,
            String stateKey,
            String strategyId,
            String strategyVersion,
            Scope scope,
            Instant madeAt,
            String body,
            List<NewScore> scores,
            RunDocument.@Nullable ScenarioRef scenario) {}

    record NewScore(String purpose, int position, String site, String body) {}

    private final JdbcClient jdbc;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> strategyHash(String id, String version) {
        return jdbc.sql("select hash from strategy where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    void publish(String id, String version, String hash, String yaml) {
        jdbc.sql("insert into strategy (id, version, hash, body) values (:id, :version, :hash, :body)")
                .param("id", id)
                .param("version", version)
                .param("hash", hash)
                .param("body", yaml)
                .update();
    }

    Optional<String> strategyYaml(String id, String version) {
        return jdbc.sql("select body from strategy where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    Optional<String> newestYaml(String id) {
        return jdbc.sql("select body from strategy where id = :id order by published_at desc limit 1")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** A number stands in the document, so it is drawn before; one that is not used leaves a gap. */
    long nextNumber() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('run', 'number'))")
                .query(Long.class)
                .single();
    }

    Optional<UUID> withState(String stateKey) {
        return jdbc.sql("select id from run where state_key = :key")
                .param("key", stateKey)
                .query(UUID.class)
                .optional();
    }

    /** Stores a run whole or not at all; a run of the same state made meanwhile by somebody else wins. */
    @Transactional
    UUID store(NewRun run) {
        int written = jdbc.sql("""
                        insert into run (id, number, state_key, strategy_id, strategy_version, scope, made_at, body,
                          scenario_id, scenario_name)
                        values (:id, :number, :key, :strategy, :version, :scope, :madeAt, :body, :scenario, :name) on conflict (state_key) do nothing
                        """)
                .param("id", run.id())
                .param("number", run.number())
                .param("key", run.stateKey())
                .param("strategy", run.strategyId())
                .param("version", run.strategyVersion())
                .param("scope", run.scope().key())
                .param("madeAt", OffsetDateTime.ofInstant(run.madeAt(), ZoneOffset.UTC))
                .param("body", run.body())
                .param(
                        "scenario",
                        run.scenario() == null ? null : run.scenario().id())
                .param("name", run.scenario() == null ? null : run.scenario().name())
                .update();
        if (written == 1) {
            storeScores(run);
        }
        return withState(run.stateKey()).orElseThrow();
    }

    private void storeScores(NewRun run) {
        var scores = run.scores();
        jdbc.sql("""
                        insert into run_score (run_id, purpose, position, site_id, body)
                        select :run, s.* from unnest(:purposes::text[], :positions::int[], :sites::text[], :bodies::text[]) s
                        """)
                .param("run", run.id())
                .param("purposes", scores.stream().map(NewScore::purpose).toArray(String[]::new))
                .param("positions", scores.stream().map(NewScore::position).toArray(Integer[]::new))
                .param("sites", scores.stream().map(NewScore::site).toArray(String[]::new))
                .param("bodies", scores.stream().map(NewScore::body).toArray(String[]::new))
                .update();
    }

    /**
     * Lets a run answer for whoever sees as far as a scope.
     *
     * @param scenario id; empty for what is
     * @param beside the run over everything that is in use; null for the runs that are always made
     */
    void use(String strategyId, Scope scope, String scenario, UUID run, @Nullable UUID beside) {
        jdbc.sql("""
                        insert into run_in_use (strategy_id, scope, scenario, run_id, beside)
                        values (:strategy, :scope, :scenario, :run, :beside)
                        on conflict (strategy_id, scope, scenario) do update set run_id = excluded.run_id, beside = excluded.beside
                        """)
                .param("strategy", strategyId)
                .param("scope", scope.key())
                .param("scenario", scenario)
                .param("run", run)
                .param("beside", beside)
                .update();
    }

    /** No run answers any longer for scenarios that are not among these; the runs themselves stay. */
    void keepInUse(Collection<String> scenarios) {
        jdbc.sql("delete from run_in_use where scenario <> '' and scenario <> all (:standing)")
                .param("standing", scenarios.toArray(String[]::new))
                .update();
    }

    Optional<UUID> inUse(String strategyId, Scope scope, String scenario) {
        return jdbc.sql("""
                        select run_id from run_in_use u where strategy_id = :strategy and scope = :scope and scenario = :scenario
                          and (beside is null or beside = (select run_id from run_in_use everything
                            where everything.strategy_id = :strategy and everything.scenario = :scenario and everything.scope = 'ALL'))
                        """)
                .param("strategy", strategyId)
                .param("scope", scope.key())
                .param("scenario", scenario)
                .query(UUID.class)
                .optional();
    }

    Optional<String> body(UUID id, Scope reader) {
        return jdbc.sql("select body from run where id = :id and scope_within(scope, :reader)")
                .param("id", id)
                .param("reader", reader.key())
                .query(String.class)
                .optional();
    }

    Optional<Scope> scope(UUID id, Scope reader) {
        return jdbc.sql("select scope from run where id = :id and scope_within(scope, :reader)")
                .param("id", id)
                .param("reader", reader.key())
                .query(String.class)
                .optional()
                .map(Scope::read);
    }

    List<RunEntry> list(Scope reader, int limit, int offset) {
        return jdbc.sql("""
                        select id, number, made_at, strategy_id, strategy_version, scenario_id, scenario_name from run
                        where scope_within(scope, :reader) order by number desc limit :limit offset :offset
                        """)
                .param("reader", reader.key())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new RunEntry(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("strategy_id"),
                        row.getString("strategy_version"),
                        row.getString("scenario_id"),
                        row.getString("scenario_name")))
                .list();
    }

    int count(Scope reader) {
        return jdbc.sql("select count(*) from run where scope_within(scope, :reader)")
                .param("reader", reader.key())
                .query(Integer.class)
                .single();
    }

    List<String> scores(UUID run, String purpose, int limit, int offset) {
        return jdbc.sql("""
                        select body from run_score where run_id = :run and purpose = :purpose
                        order by position limit :limit offset :offset
                        """)
                .param("run", run)
                .param("purpose", purpose)
                .param("limit", limit)
                .param("offset", offset)
                .query(String.class)
                .list();
    }

    int countScores(UUID run, String purpose) {
        return jdbc.sql("select count(*) from run_score where run_id = :run and purpose = :purpose")
                .param("run", run)
                .param("purpose", purpose)
                .query(Integer.class)
                .single();
    }

    Optional<String> score(UUID run, String purpose, String site) {
        return jdbc.sql("select body from run_score where run_id = :run and purpose = :purpose and site_id = :site")
                .param("run", run)
                .param("purpose", purpose)
                .param("site", site)
                .query(String.class)
                .optional();
    }

    /** The strategy document that a run followed. */
    String strategyOf(UUID run) {
        return jdbc.sql("""
                        select s.body from run r join strategy s on (s.id, s.version) = (r.strategy_id, r.strategy_version)
                        where r.id = :run
                        """).param("run", run).query(String.class).single();
    }

    /** The score documents of one site, by purpose. */
    Map<String, String> scoresOf(UUID run, String site) {
        var scores = new HashMap<String, String>();
        jdbc.sql("select purpose, body from run_score where run_id = :run and site_id = :site")
                .param("run", run)
                .param("site", site)
                .query((RowCallbackHandler) row -> scores.put(row.getString("purpose"), row.getString("body")));
        return scores;
    }

    /** How many lines of each score found nothing, in ranking order. */
    List<SiteCompleteness.Count> missing(UUID run, String purpose) {
        return jdbc.sql("""
                        select s.site_id, count(*) filter (where line -> 'found' ->> 'kind' = 'notCovered') missing, count(*) lines
                        from run_score s, jsonb_array_elements(cast(s.body as jsonb) -> 'lines') line
                        where s.run_id = :run and s.purpose = :purpose group by s.site_id, s.position order by s.position
                        """)
                .param("run", run)
                .param("purpose", purpose)
                .query((row, i) -> new SiteCompleteness.Count(
                        row.getString("site_id"), row.getInt("missing"), row.getInt("lines")))
                .list();
    }
}

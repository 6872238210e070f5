package no.arealkompass.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import no.arealkompass.intake.Fetch.Failure;
import no.arealkompass.intake.Fetch.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The log of fetches. */
@Repository
class FetchRepository {
    private static final String ALIVE = "(state = 'RUNNING' and alive_at > now() - interval '90 seconds')";
    private static final String COLUMNS = "select *, not " + ALIVE + " as silent from data_fetch ";

    private final JdbcClient db;
    private final JsonMapper json;
    private final TransactionTemplate apart;

    FetchRepository(JdbcClient db, JsonMapper json, PlatformTransactionManager transactions) {
        this.db = db;
        this.json = json;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A new fetch; empty when one of the dataset is at work. */
    Optional<Long> begin(String dataset, String source, String by) {
        return db.sql("""
                with turn as materialized (select pg_advisory_xact_lock(hashtextextended('fetch ' || :dataset, 0)))
                insert into data_fetch (dataset, source, by)
                select :dataset, :source, :by from turn
                where not exists (select from data_fetch where dataset = :dataset and\s""" + ALIVE + ") returning id")
                .param("dataset", dataset)
                .param("source", source)
                .param("by", by)
                .query(Long.class)
                .optional();
    }

    /** Seen by others at once, also while the import of the same thread is in a transaction of its own. */
    void alive(long id, String doing, long done, long total) {
        apart.executeWithoutResult(status -> tell(id, doing, done, total));
    }

    private void tell(long id, String doing, long done, long total) {
        db.sql("update data_fetch set alive_at = now(), doing = :doing, done = :done, total = :total"
                        + " where id = :id and state = 'RUNNING'")
                .param("id", id)
                .param("doing", doing)
                .param("done", done)
                .param("total", total)
                .update();
    }

    void files(long id, List<Fetch.File> files) {
        db.sql("update data_fetch set files = cast(:files as jsonb) where id = :id")
                .param("id", id)
                .param("files", json.writeValueAsString(files))
                .update();
    }

    void end(long id, State state, @Nullable Long importId, @Nullable Failure failure) {
        db.sql("update data_fetch set state = :state, ended_at = now(), doing = '', import_id = :import,"
                        + " failure = cast(:failure as jsonb) where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("import", importId)
                .param("failure", failure == null ? null : json.writeValueAsString(failure))
                .update();
    }

    Optional<Fetch> find(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** The newest first. */
    List<Fetch> of(String dataset, int limit) {
        return db.sql(COLUMNS + "where dataset = :dataset order by id desc limit :limit")
                .param("dataset", dataset)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    private Fetch row(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        Timestamp ended = row.getTimestamp("ended_at");
        String failure = row.getString("failure");
        return new Fetch(
                row.getLong("id"),
                row.getString("dataset"),
                row.getString("source"),
                row.getString("by"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                state == State.RUNNING && row.getBoolean("silent") ? State.CUT_OFF : state,
                row.getString("doing"),
                row.getLong("done"),
                row.getLong("total"),
                List.of(json.readValue(row.getString("files"), Fetch.File[].class)),
                row.getObject("import_id", Long.class),
                failure == null ? null : json.readValue(failure, Failure.class));
    }
}

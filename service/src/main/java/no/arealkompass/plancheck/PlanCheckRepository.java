package no.arealkompass.plancheck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stored checks and which of them answer for the present state. */
@Repository
class PlanCheckRepository {
    /** A check that is finished and not stored yet. */
    record NewCheck(
            UUID id,
            String stateKey,
            String subject,
            String strategyId,
            String strategyVersion,
            Scope scope,
            Instant madeAt,
            String body) {}

    /** Something that was asked for before. */
    record Asked(String subject, String strategyId, Scope scope, UUID check) {}

    private final JdbcClient db;

    PlanCheckRepository(JdbcClient db) {
        this.db = db;
    }

    Optional<StoredCheck> withState(String stateKey) {
        return db.sql("select id, body from plan_check where state_key = :key")
                .param("key", stateKey)
                .query((row, i) -> new StoredCheck(row.getObject("id", UUID.class), row.getString("body")))
                .optional();
    }

    /** @param reader how far the one who asks sees */
    Optional<StoredCheck> find(UUID id, Scope reader) {
        return db.sql("select id, body from plan_check where id = :id and scope_within(scope, :reader)")
                .param("id", id)
                .param("reader", reader.key())
                .query((row, i) -> new StoredCheck(row.getObject("id", UUID.class), row.getString("body")))
                .optional();
    }

    /** Stores a check; one of the same state that somebody else made meanwhile wins. */
    @Transactional
    StoredCheck store(NewCheck check) {
        db.sql("""
                insert into plan_check (id, state_key, subject, strategy_id, strategy_version, scope, made_at, body)
                values (:id, :key, :subject, :strategy, :version, :scope, :madeAt, :body) on conflict (state_key) do nothing
                """)
                .param("id", check.id())
                .param("key", check.stateKey())
                .param("subject", check.subject())
                .param("strategy", check.strategyId())
                .param("version", check.strategyVersion())
                .param("scope", check.scope().key())
                .param("madeAt", OffsetDateTime.ofInstant(check.madeAt(), ZoneOffset.UTC))
                .param("body", check.body())
                .update();
        return withState(check.stateKey()).orElseThrow();
    }

    void use(String subject, String strategyId, Scope scope, UUID check) {
        db.sql("""
                insert into plan_check_in_use (subject, strategy_id, scope, check_id) values (:subject, :strategy, :scope, :check)
                on conflict (subject, strategy_id, scope) do update set check_id = excluded.check_id
                where plan_check_in_use.check_id <> excluded.check_id
                """)
                .param("subject", subject)
                .param("strategy", strategyId)
                .param("scope", scope.key())
                .param("check", check)
                .update();
    }

    List<Asked> asked() {
        return db.sql(
                        "select subject, strategy_id, scope, check_id from plan_check_in_use order by subject, strategy_id, scope")
                .query((row, i) -> new Asked(
                        row.getString("subject"),
                        row.getString("strategy_id"),
                        Scope.read(row.getString("scope")),
                        row.getObject("check_id", UUID.class)))
                .list();
    }

    void forget(Asked asked) {
        db.sql("delete from plan_check_in_use where subject = :subject and strategy_id = :strategy and scope = :scope")
                .param("subject", asked.subject())
                .param("strategy", asked.strategyId())
                .param("scope", asked.scope().key())
                .update();
    }
}

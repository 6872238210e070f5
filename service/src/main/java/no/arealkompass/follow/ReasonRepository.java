package no.arealkompass.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Written reasons, kept for ever. */
@Repository
class ReasonRepository {
    private static final String REASONS = """
            select r.*, w.at as withdrawn_at from plan_reason r
            left join plan_reason_withdrawal w on w.plan_reason_id = r.id
            """;

    private final JdbcClient db;

    ReasonRepository(JdbcClient db) {
        this.db = db;
    }

    /** The stored reason; the id and the withdrawal of the given one count for nothing. */
    Reason add(Reason reason, Caller caller) {
        long id = db.sql("""
                        insert into plan_reason (strategy, finding, municipality, plan, reason, decision, decided_on, decided_by,
                          said_nb, said_en, published, at, by, by_role)
                        values (:strategy, :finding, :municipality, :plan, :reason, :decision, :decidedOn, :decidedBy,
                          :nb, :en, :published, :at, :by, :role)
                        returning id
                        """)
                .param("strategy", reason.strategy())
                .param("finding", reason.finding())
                .param("municipality", reason.municipality())
                .param("plan", reason.plan())
                .param("reason", reason.text())
                .param("decision", reason.decision())
                .param("decidedOn", reason.decidedOn())
                .param("decidedBy", reason.decidedBy())
                .param("nb", reason.said().nb())
                .param("en", reason.said().en())
                .param("published", reason.published())
                .param("at", OffsetDateTime.ofInstant(reason.at(), ZoneOffset.UTC))
                .param("by", caller.name())
                .param("role", reason.byRole().name())
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    Optional<Reason> find(long id) {
        return db.sql(REASONS + " where r.id = :id")
                .param("id", id)
                .query(ReasonRepository::reason)
                .optional();
    }

    /** Every reason under a strategy, by finding, newest first. */
    List<Reason> of(String strategy) {
        return db.sql(REASONS + " where r.strategy = :strategy order by r.finding, r.id desc")
                .param("strategy", strategy)
                .query(ReasonRepository::reason)
                .list();
    }

    /** The newest reason for a finding. */
    Optional<Reason> newest(String strategy, String finding) {
        return db.sql(REASONS + " where r.strategy = :strategy and r.finding = :finding order by r.id desc limit 1")
                .param("strategy", strategy)
                .param("finding", finding)
                .query(ReasonRepository::reason)
                .optional();
    }

    /** False when it was withdrawn already. */
    boolean withdraw(long id, Instant at, Caller caller) {
        return db.sql("""
                        insert into plan_reason_withdrawal (plan_reason_id, at, by, by_role)
                        values (:id, :at, :by, :role) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("by", caller.name())
                        .param("role", caller.role().name())
                        .update()
                == 1;
    }

    private static Reason reason(ResultSet row, int i) throws SQLException {
        return new Reason(
                row.getLong("id"),
                row.getString("strategy"),
                row.getString("finding"),
                row.getString("municipality"),
                row.getString("plan"),
                row.getString("reason"),
                row.getString("decision"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_by"),
                new Text(row.getString("said_nb"), row.getString("said_en")),
                row.getBoolean("published"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Role.valueOf(row.getString("by_role")),
                instant(row.getObject("withdrawn_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

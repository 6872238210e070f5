package no.arealkompass.follow;

import static no.arealkompass.follow.FollowRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.arealkompass.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Checks that were seen to be others than the ones before, and the mail about them; kept for ever. */
@Repository
class SeenRepository {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    SeenRepository(JdbcClient db) {
        this.db = db;
    }

    Optional<Seen> newest(Watched key) {
        return ofKey(key, " order by id desc limit 1", 0).stream().findFirst();
    }

    /** What changed, newest first, without checks that said the same as before. */
    List<Seen> moved(Watched key, int most) {
        return ofKey(key, " and moved order by id desc limit :most", most);
    }

    private List<Seen> ofKey(Watched key, String more, int most) {
        return db.sql(
                        "select * from plan_check_seen where subject = :subject and strategy = :strategy and scope = :scope"
                                + more)
                .param("subject", key.subject())
                .param("strategy", key.strategy())
                .param("scope", key.scope().key())
                .param("most", most)
                .query(SeenRepository::seen)
                .list();
    }

    /** Empty when another service saw the same at the same time. */
    Optional<Seen> add(Watched key, UUID check, @Nullable Long earlier, @Nullable CheckChange changes, Instant at) {
        return db.sql("""
                        insert into plan_check_seen (subject, strategy, scope, check_id, earlier, changes, moved, at)
                        values (:subject, :strategy, :scope, :check, :earlier, :changes, :moved, :at)
                        on conflict do nothing returning *
                        """)
                .param("subject", key.subject())
                .param("strategy", key.strategy())
                .param("scope", key.scope().key())
                .param("check", check)
                .param("earlier", earlier)
                .param("changes", changes == null ? null : JSON.writeValueAsString(changes))
                .param("moved", changes != null && changes.moved())
                .param("at", utc(at))
                .query(SeenRepository::seen)
                .optional();
    }

    /**
     * The changes a follower has not been told of, oldest first: never sent, and not begun either, since a mail that was
     * begun and has no end may have left. One that failed is tried again a few times, but not at once.
     *
     * @param scope how far the follower sees now
     * @param notSince attempts after this are too recent to try again
     */
    List<Seen> untold(Follow follow, Scope scope, int attempts, Instant notSince) {
        return db.sql("""
                        select * from plan_check_seen s
                        where subject = :subject and strategy = :strategy and scope = :scope and moved and id > :since
                          and not exists (
                            select from plan_follow_mail m left join plan_follow_mail_end e on e.plan_follow_mail_id = m.id
                            where m.plan_follow_id = :follow and m.plan_check_seen_id = s.id
                              and (e.outcome is distinct from 'FAILED' or m.attempt >= :attempts or m.at > :notSince))
                        order by id
                        """)
                .param("subject", follow.subject())
                .param("strategy", follow.strategy())
                .param("scope", scope.key())
                .param("since", follow.since())
                .param("follow", follow.id())
                .param("attempts", attempts)
                .param("notSince", utc(notSince))
                .query(SeenRepository::seen)
                .list();
    }

    /** Writes down that a mail is about to leave; empty when another service is at it. */
    Optional<Long> begin(Follow follow, Seen seen, String tokenHash, Instant at) {
        return db.sql("""
                        insert into plan_follow_mail (plan_follow_id, plan_check_seen_id, attempt, token_hash, at)
                        select :follow, :seen, count(*) + 1, :hash, :at from plan_follow_mail
                        where plan_follow_id = :follow and plan_check_seen_id = :seen
                        on conflict do nothing returning id
                        """)
                .param("follow", follow.id())
                .param("seen", seen.id())
                .param("hash", tokenHash)
                .param("at", utc(at))
                .query(Long.class)
                .optional();
    }

    /** @param why empty when it was sent */
    void ended(long mail, String why, Instant at) {
        db.sql("""
                        insert into plan_follow_mail_end (plan_follow_mail_id, outcome, detail, at)
                        values (:mail, :outcome, :detail, :at)
                        """)
                .param("mail", mail)
                .param("outcome", why.isEmpty() ? "SENT" : "FAILED")
                .param("detail", why)
                .param("at", utc(at))
                .update();
    }

    private static Seen seen(ResultSet row, int i) throws SQLException {
        String changes = row.getString("changes");
        return new Seen(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("strategy"),
                Scope.read(row.getString("scope")),
                row.getObject("check_id", UUID.class),
                row.getObject("earlier", Long.class),
                changes == null ? null : JSON.readValue(changes, CheckChange.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}

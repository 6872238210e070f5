package no.arealkompass.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Who follows what. Following ends, and is never changed; the address is deleted when it ends. */
@Repository
class FollowRepository {
    private static final String STANDING = """
            select f.*, a.mail from plan_follow f
            left join plan_follow_address a on a.plan_follow_id = f.id
            where not exists (select from plan_follow_end e where e.plan_follow_id = f.id)
            """;

    private final JdbcClient db;

    FollowRepository(JdbcClient db) {
        this.db = db;
    }

    @Transactional
    void add(Follow follow) {
        db.sql("""
                        insert into plan_follow (id, subject, strategy, language, scope, since, made_by, made_at)
                        values (:id, :subject, :strategy, :language, :scope, :since, :by, :at)
                        """)
                .param("id", follow.id())
                .param("subject", follow.subject())
                .param("strategy", follow.strategy())
                .param("language", follow.language())
                .param("scope", follow.scope().key())
                .param("since", follow.since())
                .param("by", follow.madeBy())
                .param("at", utc(follow.madeAt()))
                .update();
        if (follow.mail() != null) {
            db.sql("insert into plan_follow_address (plan_follow_id, mail) values (:id, :mail)")
                    .param("id", follow.id())
                    .param("mail", follow.mail())
                    .update();
        }
    }

    /** Those that have not ended, oldest first. */
    List<Follow> standing() {
        return db.sql(STANDING + " order by f.made_at, f.id")
                .query(FollowRepository::follow)
                .list();
    }

    List<Follow> standingOf(String madeBy) {
        return db.sql(STANDING + " and f.made_by = :by order by f.made_at desc, f.id")
                .param("by", madeBy)
                .query(FollowRepository::follow)
                .list();
    }

    /** The standing one whose mail had the link with this token. */
    Optional<Follow> byToken(String tokenHash) {
        return db.sql(STANDING + " and f.id = (select plan_follow_id from plan_follow_mail where token_hash = :hash)")
                .param("hash", tokenHash)
                .query(FollowRepository::follow)
                .optional();
    }

    /** False when it had ended already. The address is gone afterwards. */
    @Transactional
    boolean end(UUID id, Instant at, String by) {
        db.sql("delete from plan_follow_address where plan_follow_id = :id")
                .param("id", id)
                .update();
        return db.sql(
                                "insert into plan_follow_end (plan_follow_id, at, by) values (:id, :at, :by) on conflict do nothing")
                        .param("id", id)
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Follow follow(ResultSet row, int i) throws SQLException {
        return new Follow(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("strategy"),
                row.getString("language"),
                Scope.read(row.getString("scope")),
                row.getLong("since"),
                row.getString("mail"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}

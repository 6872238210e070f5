package no.arealkompass.share;

import static no.arealkompass.share.LinkRepository.utc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happens at the address of a link: openings, codes and the cookies that codes were changed into. */
@Repository
class VisitRepository {
    private final JdbcClient db;

    VisitRepository(JdbcClient db) {
        this.db = db;
    }

    /** Counts an opening of a link that stands; false when it does not, any more. */
    boolean count(UUID link, int issue, Instant now, Instant minute) {
        return db.sql("""
                        insert into link_opening (link_id, minute, times)
                        select id, :minute, 1 from link
                        where id = :link and issue = :issue and withdrawn_at is null and expires_at > :now for share
                        on conflict (link_id, minute) do update set times = link_opening.times + 1
                        """)
                        .param("link", link)
                        .param("issue", issue)
                        .param("now", utc(now))
                        .param("minute", utc(minute))
                        .update()
                == 1;
    }

    Optional<Instant> openedBefore(UUID link, Instant before) {
        return db.sql("select minute from link_opening where link_id = :link and minute <= :before"
                        + " order by minute desc limit 1")
                .param("link", link)
                .param("before", utc(before))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Newest first. */
    List<Opening> openings(UUID link, int most) {
        return db.sql("select minute, times from link_opening where link_id = :link order by minute desc limit :most")
                .param("link", link)
                .param("most", most)
                .query((row, i) -> new Opening(
                        row.getObject("minute", OffsetDateTime.class).toInstant(), row.getInt("times")))
                .list();
    }

    int codesSince(UUID link, Instant since) {
        return db.sql("select count(*) from link_code where link_id = :link and made_at > :since")
                .param("link", link)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    void addCode(UUID link, int issue, String codeHash, Instant now, Instant expires) {
        db.sql("""
                        insert into link_code (link_id, issue, code_hash, made_at, expires_at)
                        values (:link, :issue, :hash, :now, :expires)
                        """)
                .param("link", link)
                .param("issue", issue)
                .param("hash", codeHash)
                .param("now", utc(now))
                .param("expires", utc(expires))
                .update();
    }

    /** A code that may be tried, once, now. */
    record Tried(long id, String codeHash) {}

    /**
     * Takes one try of the newest code, if it has one left. Counted before the code is looked at: whoever tries twice at
     * once has had two tries, since the row is taken by one after the other.
     */
    Optional<Tried> takeTry(UUID link, int issue, int most, Instant now) {
        return db.sql("""
                        update link_code set tries = tries + 1
                        where id = (select max(id) from link_code where link_id = :link and issue = :issue)
                          and tries < :most and used_at is null and expires_at > :now
                        returning id, code_hash
                        """)
                .param("link", link)
                .param("issue", issue)
                .param("most", most)
                .param("now", utc(now))
                .query(Tried.class)
                .optional();
    }

    /** True for the first who uses it, and nobody after. */
    boolean use(long code, Instant now) {
        return db.sql("update link_code set used_at = :now where id = :code and used_at is null")
                        .param("code", code)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void addPass(String cookieHash, UUID link, int issue, Instant expires) {
        db.sql(
                        "insert into link_pass (cookie_hash, link_id, issue, expires_at) values (:hash, :link, :issue, :expires)")
                .param("hash", cookieHash)
                .param("link", link)
                .param("issue", issue)
                .param("expires", utc(expires))
                .update();
    }

    boolean passes(List<String> cookieHashes, UUID link, int issue, Instant now) {
        return db.sql("""
                        select exists (select from link_pass where cookie_hash = any (:hashes)
                            and link_id = :link and issue = :issue and expires_at > :now)
                        """)
                .param("hashes", cookieHashes.toArray(String[]::new))
                .param("link", link)
                .param("issue", issue)
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    /** Codes and cookies that are good for nothing any more. */
    void forget(Instant before) {
        db.sql("delete from link_pass where expires_at < :before")
                .param("before", utc(before))
                .update();
        db.sql("delete from link_code where expires_at < :before")
                .param("before", utc(before))
                .update();
    }
}

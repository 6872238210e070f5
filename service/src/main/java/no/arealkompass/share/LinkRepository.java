package no.arealkompass.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.arealkompass.share.Link.Contact;
import no.arealkompass.share.Link.Download;
import no.arealkompass.share.Link.Openings;
import no.arealkompass.share.Link.Protection;
import no.arealkompass.share.Link.Shape;
import no.arealkompass.share.Link.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links in the database. Row policies let a sender see the own ones only, whatever is asked for here. */
@Repository
class LinkRepository {
    private static final String FOUND = """
            select link.*, o.times, o.newest from link
            left join lateral (select sum(times)::integer as times, max(minute) as newest
                               from link_opening where link_id = link.id) o on true
            """;

    private final JdbcClient db;

    LinkRepository(JdbcClient db) {
        this.db = db;
    }

    /** A link as it is stored, with the number of its token. */
    record Stored(Link link, int issue) {}

    void add(Link link, String tokenHash) {
        db.sql("""
                        insert into link (id, token_hash, shape, sites, view_id, requirement, fields, language, message,
                            contact_name, contact_role, contact_phone, contact_mail, recipient, code_mail, watermark,
                            downloads, expires_at, made_by, made_at)
                        values (:id, :hash, :shape, :sites, :view, :requirement, :fields, :language, :message, :name,
                            :role, :phone, :mail, :recipient, :codeMail, :watermark, :downloads, :expires, :by, :at)
                        """)
                .param("id", link.id())
                .param("hash", tokenHash)
                .param("shape", link.shape().name())
                .param("sites", link.sites().toArray(String[]::new))
                .param("view", link.view())
                .param("requirement", link.requirement())
                .param("fields", link.fields().stream().sorted().toArray(String[]::new))
                .param("language", link.language())
                .param("message", link.message())
                .param("name", link.contact().name())
                .param("role", link.contact().role())
                .param("phone", link.contact().phone())
                .param("mail", link.contact().mail())
                .param("recipient", link.recipient())
                .param("codeMail", link.protection().codeMail())
                .param("watermark", link.protection().watermark())
                .param(
                        "downloads",
                        link.downloads().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("expires", utc(link.expiresAt()))
                .param("by", link.madeBy())
                .param("at", utc(link.madeAt()))
                .update();
    }

    /** Deletes what tells of people in links that ended before a moment; answers how many there were. */
    int forget(Instant endedBefore, Instant now) {
        db.sql("delete from link_pass where expires_at < :now")
                .param("now", utc(now))
                .update();
        db.sql("delete from link_code where expires_at < :before")
                .param("before", utc(endedBefore))
                .update();
        return db.sql("""
                        update link set recipient = '', message = '', code_mail = null, contact_name = '', contact_role = '',
                          contact_phone = '', contact_mail = '', withdrawn_at = coalesce(withdrawn_at, :now)
                        where least(expires_at, withdrawn_at) < :before
                          and concat(recipient, message, code_mail, contact_name, contact_phone, contact_mail) <> ''
                        """)
                .param("before", utc(endedBefore))
                .param("now", utc(now))
                .update();
    }

    /** All that the caller may see, or those of one sender; newest first. */
    List<Link> list(@Nullable String madeBy, Instant now, int most) {
        return db.sql(FOUND + " where :by::text is null or made_by = :by order by made_at desc, id limit :most")
                .param("by", madeBy)
                .param("most", most)
                .query((row, i) -> link(row, now))
                .list();
    }

    int standingOf(String madeBy, Instant now) {
        return db.sql("select count(*) from link where made_by = :by and withdrawn_at is null and expires_at > :now")
                .param("by", madeBy)
                .param("now", utc(now))
                .query(Integer.class)
                .single();
    }

    Optional<Link> find(UUID id, Instant now) {
        return db.sql(FOUND + " where id = :id")
                .param("id", id)
                .query((row, i) -> link(row, now))
                .optional();
    }

    Optional<Stored> byToken(String tokenHash, Instant now) {
        return db.sql(FOUND + " where token_hash = :hash")
                .param("hash", tokenHash)
                .query((row, i) -> new Stored(link(row, now), row.getInt("issue")))
                .optional();
    }

    /** False when it was withdrawn already. */
    boolean withdraw(UUID id, Instant now) {
        return db.sql("update link set withdrawn_at = :now where id = :id and withdrawn_at is null")
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** False when it is withdrawn. */
    boolean extend(UUID id, Instant until) {
        return db.sql("update link set expires_at = :until where id = :id and withdrawn_at is null")
                        .param("id", id)
                        .param("until", utc(until))
                        .update()
                == 1;
    }

    /** The old token is dead from here on, with its codes and cookies. False when the link is withdrawn. */
    boolean reissue(UUID id, String tokenHash) {
        return db.sql("""
                        update link set token_hash = :hash, issue = issue + 1 where id = :id and withdrawn_at is null
                        """).param("id", id).param("hash", tokenHash).update() == 1;
    }

    private static Link link(ResultSet row, Instant now) throws SQLException {
        var expires = instant(row, "expires_at");
        return new Link(
                row.getObject("id", UUID.class),
                Shape.valueOf(row.getString("shape")),
                List.of(texts(row, "sites")),
                row.getObject("view_id", UUID.class),
                row.getString("requirement"),
                Set.of(texts(row, "fields")),
                row.getString("language"),
                row.getString("message"),
                new Contact(
                        row.getString("contact_name"),
                        row.getString("contact_role"),
                        row.getString("contact_phone"),
                        row.getString("contact_mail")),
                row.getString("recipient"),
                new Protection(row.getString("code_mail"), row.getString("watermark")),
                Arrays.stream(texts(row, "downloads")).map(Download::valueOf).collect(Collectors.toSet()),
                expires,
                state(row.getObject("withdrawn_at") != null, expires, now),
                row.getString("made_by"),
                instant(row, "made_at"),
                openings(row));
    }

    private static State state(boolean withdrawn, Instant expires, Instant now) {
        if (withdrawn) {
            return State.WITHDRAWN;
        }
        return now.isBefore(expires) ? State.STANDING : State.EXPIRED;
    }

    private static Openings openings(ResultSet row) throws SQLException {
        var newest = row.getObject("newest", OffsetDateTime.class);
        return new Openings(row.getInt("times"), newest == null ? null : newest.toInstant());
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}

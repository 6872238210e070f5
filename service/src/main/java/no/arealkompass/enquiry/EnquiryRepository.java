package no.arealkompass.enquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import no.arealkompass.enquiry.Enquiry.Event;
import no.arealkompass.enquiry.Enquiry.Note;
import no.arealkompass.enquiry.Enquiry.Origin;
import no.arealkompass.enquiry.Enquiry.Person;
import no.arealkompass.enquiry.Enquiry.State;
import no.arealkompass.enquiry.Enquiry.What;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enquiries as the caller sees them: the policies of the tables decide which. Writing is done inside the facade's transactions. */
@Repository
class EnquiryRepository {
    private static final String LIST = Sql.read(EnquiryRepository.class, "enquiries");
    private static final String ADD = Sql.read(EnquiryRepository.class, "add");
    private static final String ERASE = Sql.read(EnquiryRepository.class, "erase");

    private final JdbcClient db;

    EnquiryRepository(JdbcClient db) {
        this.db = db;
    }

    /** One page of a list, and how many there are altogether. */
    record Found(List<Enquiry> items, int total) {}

    /** Nothing is read back: whoever asks may not read enquiries. */
    void add(Enquiry enquiry, Person person, boolean receipt) {
        db.sql(ADD)
                .param("id", enquiry.id())
                .param("at", utc(enquiry.receivedAt()))
                .param("language", enquiry.language())
                .param("origin", enquiry.origin().name())
                .param("link", enquiry.link())
                .param("sites", enquiry.sites().toArray(String[]::new))
                .param("municipalities", enquiry.municipalities().toArray(String[]::new))
                .param("requirement", enquiry.requirement())
                .param("receipt", receipt)
                .param("due", enquiry.dueOn())
                .update();
        db.sql("""
                        insert into enquiry_person (enquiry_id, name, organisation, mail, phone, message)
                        values (:id, :name, :organisation, :mail, :phone, :message)
                        """)
                .param("id", enquiry.id())
                .param("name", person.name())
                .param("organisation", person.organisation())
                .param("mail", person.mail())
                .param("phone", person.phone())
                .param("message", person.message())
                .update();
    }

    /** Numbers of the municipalities in which the sites lie. */
    List<String> municipalities(List<String> sites) {
        return List.copyOf(new TreeSet<>(db.sql("""
                        select distinct unnest(municipalities) from site_state where site_id = any (:sites)
                        """)
                .param("sites", sites.toArray(String[]::new))
                .query(String.class)
                .list()));
    }

    Found list(EnquiryFilter filter, LocalDate today, int limit, int offset) {
        var total = new int[1];
        var items = db.sql(LIST)
                .param(
                        "states",
                        filter.states().isEmpty()
                                ? null
                                : filter.states().stream().map(State::name).toArray(String[]::new))
                .param("municipality", filter.municipality())
                .param("owner", filter.owner())
                .param("overdue", filter.overdue())
                .param("today", today)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> {
                    total[0] = row.getInt("total");
                    return enquiry(row);
                })
                .list();
        return new Found(items, total[0]);
    }

    Optional<Enquiry> find(UUID id) {
        return db.sql("""
                        select e.*, p.name, p.organisation, p.mail, p.phone, p.message
                        from enquiry e left join enquiry_person p on p.enquiry_id = e.id where e.id = :id
                        """).param("id", id).query((row, i) -> enquiry(row)).optional();
    }

    /** False when it is no longer this version, or not the caller's to change. */
    boolean change(Enquiry to, @Nullable Instant handedAt, int version) {
        return db.sql("""
                        update enquiry set state = :state, owner = :owner, handed_to = :handed, due_on = :due,
                          handed_at = case when handed_to is not distinct from :handed then handed_at else :handed_at end,
                          answered_at = :answered, closed_at = :closed, version = version + 1
                        where id = :id and version = :version and erased_at is null
                        """)
                        .param("state", to.state().name())
                        .param("owner", to.owner())
                        .param("handed", to.handedTo())
                        .param("due", to.dueOn())
                        .param("handed_at", utc(handedAt))
                        .param("answered", utc(to.answeredAt()))
                        .param("closed", utc(to.closedAt()))
                        .param("id", to.id())
                        .param("version", version)
                        .update()
                == 1;
    }

    void event(UUID id, Event event) {
        db.sql("""
                        insert into enquiry_event (enquiry_id, at, by, what, before, after)
                        values (:id, :at, :by, :what, :before, :after)
                        """)
                .param("id", id)
                .param("at", utc(event.at()))
                .param("by", event.by())
                .param("what", event.what().name())
                .param("before", event.before())
                .param("after", event.after())
                .update();
    }

    List<Event> events(UUID id) {
        return db.sql("select * from enquiry_event where enquiry_id = :id order by id")
                .param("id", id)
                .query((row, i) -> new Event(
                        at(row, "at"),
                        row.getString("by"),
                        What.valueOf(row.getString("what")),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    void note(UUID id, Note note) {
        db.sql("insert into enquiry_note (enquiry_id, at, by, note) values (:id, :at, :by, :note)")
                .param("id", id)
                .param("at", utc(note.at()))
                .param("by", note.by())
                .param("note", note.note())
                .update();
    }

    List<Note> notes(UUID id) {
        return db.sql("select at, by, note from enquiry_note where enquiry_id = :id order by id")
                .param("id", id)
                .query((row, i) -> new Note(at(row, "at"), row.getString("by"), row.getString("note")))
                .list();
    }

    /** Those whose time is up. */
    List<UUID> dueToErase(Instant closedBefore, Instant receivedBefore) {
        return db.sql("""
                        select id from enquiry
                        where erased_at is null and (closed_at < :closed or received_at < :received)
                        order by received_at
                        """)
                .param("closed", utc(closedBefore))
                .param("received", utc(receivedBefore))
                .query(UUID.class)
                .list();
    }

    /** Deletes what tells of a person; false when that was done before. The rest stays, closed. */
    boolean erase(UUID id, Instant at) {
        db.sql("delete from enquiry_note where enquiry_id = :id")
                .param("id", id)
                .update();
        db.sql("delete from enquiry_person where enquiry_id = :id")
                .param("id", id)
                .update();
        return db.sql(ERASE).param("id", id).param("at", utc(at)).update() == 1;
    }

    List<ReplyTimes.Times> times(Instant since) {
        return db.sql("""
                        select received_at, answered_at, closed_at is not null as closed from enquiry
                        where received_at >= :since
                        """)
                .param("since", utc(since))
                .query((row, i) -> new ReplyTimes.Times(
                        at(row, "received_at"), atOrNull(row, "answered_at"), row.getBoolean("closed")))
                .list();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Enquiry enquiry(ResultSet row) throws SQLException {
        return new Enquiry(
                row.getObject("id", UUID.class),
                at(row, "received_at"),
                row.getString("language"),
                Origin.valueOf(row.getString("origin")),
                row.getString("link"),
                list(row, "sites"),
                list(row, "municipalities"),
                row.getString("requirement"),
                State.valueOf(row.getString("state")),
                row.getString("owner"),
                row.getString("handed_to"),
                row.getObject("due_on", LocalDate.class),
                atOrNull(row, "answered_at"),
                atOrNull(row, "closed_at"),
                atOrNull(row, "erased_at"),
                row.getInt("version"),
                person(row));
    }

    private static @Nullable Person person(ResultSet row) throws SQLException {
        return row.getString("mail") == null
                ? null
                : new Person(
                        row.getString("name"),
                        row.getString("organisation"),
                        row.getString("mail"),
                        row.getString("phone"),
                        row.getString("message"));
    }
}

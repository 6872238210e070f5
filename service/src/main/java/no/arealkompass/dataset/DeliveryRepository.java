package no.arealkompass.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Role;
import no.arealkompass.dataset.Delivery.State;
import no.arealkompass.dataset.LookRepository.Shown;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries as they stand in the database. */
@Repository
class DeliveryRepository {
    private static final String OBJECTS = Sql.read(DeliveryRepository.class, "delivered_objects");

    private final JdbcClient db;
    private final JsonMapper json;

    DeliveryRepository(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(UUID id, Caller by, String fileName, Spool.Spooled file, Choices choices, Duration lasts) {
        db.sql("""
                insert into delivery (id, by, by_role, municipalities, scopes, expires_at, file_name, bytes, sha256, choices, state)
                values (:id, :by, :role, :municipalities, :scopes, :expires, :fileName, :bytes, :sha256, cast(:choices as jsonb),
                  'READING')""")
                .param("id", id)
                .param("by", by.name())
                .param("role", by.role().name())
                .param("municipalities", by.municipalities().toArray(String[]::new))
                .param("scopes", by.scopes().stream().map(Operation::name).toArray(String[]::new))
                .param("expires", Timestamp.from(Instant.now().plus(lasts)))
                .param("fileName", fileName)
                .param("bytes", file.bytes())
                .param("sha256", file.sha256())
                .param("choices", json.writeValueAsString(choices))
                .update();
    }

    Optional<Delivery> find(UUID id) {
        return db.sql("select * from delivery where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Whoever handed it in, as they were then: work on it later is done in their name. */
    Caller by(UUID id) {
        return db.sql("select by, by_role, municipalities, scopes from delivery where id = :id")
                .param("id", id)
                .query((row, i) -> new Caller(
                        row.getString("by"),
                        Role.valueOf(row.getString("by_role")),
                        Set.of((String[]) row.getArray("municipalities").getArray()),
                        Arrays.stream((String[]) row.getArray("scopes").getArray())
                                .map(Operation::valueOf)
                                .collect(Collectors.toSet()),
                        Set.of()))
                .single();
    }

    /** Newest first; the caller's own, or everyone's for who sees everything. */
    List<Delivery> all() {
        return db.sql("select * from delivery order by at desc limit 1000")
                .query(this::row)
                .list();
    }

    /** How many of this caller's deliveries are not yet imported. */
    int open(String by) {
        return db.sql("select count(*) from delivery where by = :by and state <> 'IMPORTED'")
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    /** Waits until nobody else works on the delivery; the lock ends with the transaction. */
    void lock(UUID id) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('delivery ' || :id, 0))")
                .param("id", id.toString())
                .query(rs -> {});
    }

    /** Changes the state; false when it was another than expected. */
    boolean change(UUID id, State from, State to) {
        return db.sql("update delivery set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Takes in new choices, to be examined again; false when it is being imported or is gone. */
    boolean choose(UUID id, Choices choices) {
        return db.sql("update delivery set state = 'READING', choices = cast(:choices as jsonb)"
                                + " where id = :id and state not in ('IMPORTING', 'IMPORTED')")
                        .param("id", id)
                        .param("choices", json.writeValueAsString(choices))
                        .update()
                == 1;
    }

    /** What an examination found; false when the delivery is gone or was given other choices meanwhile. */
    boolean examined(UUID id, Choices of, State state, Examination found) {
        return db.sql("update delivery set state = :state, report = cast(:report as jsonb)"
                                + " where id = :id and state in ('READING', 'IMPORTING')"
                                + " and choices = cast(:choices as jsonb)")
                        .param("id", id)
                        .param("state", state.name())
                        .param("report", json.writeValueAsString(found))
                        .param("choices", json.writeValueAsString(of))
                        .update()
                == 1;
    }

    void imported(UUID id, long importId) {
        db.sql("update delivery set state = 'IMPORTED', import_id = :import where id = :id")
                .param("id", id)
                .param("import", importId)
                .update();
    }

    void preview(UUID id, List<Shown> objects) {
        db.sql("delete from delivery_object where delivery_id = :id")
                .param("id", id)
                .update();
        db.sql("insert into delivery_object (delivery_id, no, object_id, geom)"
                        + " select :id, no, object_id, st_geomfromwkb(wkb)"
                        + " from unnest(cast(:nos as int[]), cast(:ids as text[]), cast(:wkbs as bytea[]))"
                        + " as row(no, object_id, wkb)")
                .param("id", id)
                .param(
                        "nos",
                        new SqlArrayValue(
                                "int4", objects.stream().map(Shown::no).toArray()))
                .param(
                        "ids",
                        new SqlArrayValue(
                                "text", objects.stream().map(Shown::objectId).toArray()))
                .param("wkbs", new SqlArrayValue("bytea", (Object[])
                        objects.stream().map(Shown::wkb).toArray(byte[][]::new)))
                .update();
    }

    /** A GeoJSON feature collection of the preview, as it would lie in this CRS. */
    String objects(UUID id, FileCrs crs) {
        return db.sql(OBJECTS)
                .param("delivery", id)
                .param("srid", crs.epsg())
                .param("flip", crs.northFirst())
                .query(String.class)
                .single();
    }

    void remove(UUID id) {
        db.sql("delete from delivery where id = :id").param("id", id).update();
    }

    List<UUID> expired() {
        return db.sql("select id from delivery where expires_at < now()")
                .query(UUID.class)
                .list();
    }

    /** Those on which work should be going on. */
    List<UUID> unfinished() {
        return db.sql("select id from delivery where state in ('READING', 'IMPORTING') order by at")
                .query(UUID.class)
                .list();
    }

    private Delivery row(ResultSet row, int number) throws SQLException {
        String report = row.getString("report");
        long importId = row.getLong("import_id");
        @Nullable Long imported = row.wasNull() ? null : importId;
        return new Delivery(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("by"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                json.readValue(row.getString("choices"), Choices.class),
                null,
                report == null ? null : json.readValue(report, Examination.class),
                imported);
    }
}

package no.arealkompass.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MachineKeyRepository {
    private static final String COLUMNS =
            "id, prefix, label, scopes, municipalities, made_by, made_at, expires_on, last_used_on, revoked_at";

    private final JdbcClient jdbc;

    MachineKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key with the hash of its secret, in hexadecimal. */
    record Hashed(MachineKey key, String hash) {}

    Optional<Hashed> byPrefix(String prefix) {
        return jdbc.sql("select " + COLUMNS + ", encode(hash, 'hex') as hex from machine_key where prefix = :prefix")
                .param("prefix", prefix)
                .query((row, i) -> new Hashed(key(row), row.getString("hex")))
                .optional();
    }

    Optional<MachineKey> get(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from machine_key where id = :id")
                .param("id", id)
                .query((row, i) -> key(row))
                .optional();
    }

    List<MachineKey> list() {
        return jdbc.sql("select " + COLUMNS + " from machine_key order by made_at desc, id")
                .query((row, i) -> key(row))
                .list();
    }

    MachineKey add(
            String prefix,
            String hash,
            String label,
            Set<Operation> scopes,
            Set<String> municipalities,
            String madeBy,
            Instant madeAt,
            LocalDate expiresOn) {
        return jdbc.sql("""
                        insert into machine_key (prefix, hash, label, scopes, municipalities, made_by, made_at, expires_on)
                        values (:prefix, decode(:hash, 'hex'), :label, :scopes, :municipalities, :by, :at, :expires)
                        returning %s
                        """.formatted(COLUMNS))
                .param("prefix", prefix)
                .param("hash", hash)
                .param("label", label)
                .param("scopes", scopes.stream().map(Enum::name).toArray(String[]::new))
                .param("municipalities", municipalities.toArray(String[]::new))
                .param("by", madeBy)
                .param("at", madeAt.atOffset(ZoneOffset.UTC))
                .param("expires", expiresOn)
                .query((row, i) -> key(row))
                .single();
    }

    /** False when it was revoked before. */
    boolean revoke(UUID id, Instant at) {
        return jdbc.sql("update machine_key set revoked_at = :at where id = :id and revoked_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    void revokeAll(String madeBy, Instant at) {
        jdbc.sql("update machine_key set revoked_at = :at where made_by = :by and revoked_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", madeBy)
                .update();
    }

    /** Keys may no more than who made them: what goes beyond what the maker may now ends. */
    void revokeBeyond(Caller maker, Instant at) {
        list().stream()
                .filter(key -> key.madeBy().equals(maker.name()) && !MachineKeys.within(maker, key))
                .forEach(key -> revoke(key.id(), at));
    }

    void used(UUID id, LocalDate today) {
        jdbc.sql("update machine_key set last_used_on = :today where id = :id")
                .param("today", today)
                .param("id", id)
                .update();
    }

    private static MachineKey key(ResultSet row) throws SQLException {
        return new MachineKey(
                row.getObject("id", UUID.class),
                row.getString("prefix"),
                row.getString("label"),
                Arrays.stream(texts(row, "scopes")).map(Operation::valueOf).collect(Collectors.toSet()),
                Set.of(texts(row, "municipalities")),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("last_used_on", LocalDate.class),
                instant(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}

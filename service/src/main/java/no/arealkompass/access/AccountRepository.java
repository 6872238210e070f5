package no.arealkompass.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.access.Accounts.Account;
import no.arealkompass.access.Accounts.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {
    private static final String COLUMNS = "name, role, municipalities, enabled, stamp";

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A trial account with the hash of its password. */
    Optional<TrialAccounts.Account> withHash(String name) {
        return jdbc.sql("select " + COLUMNS + ", password_hash from trial_account where name = :name")
                .param("name", name)
                .query((row, i) -> new TrialAccounts.Account(
                        row.getString("name"),
                        row.getString("password_hash"),
                        Role.valueOf(row.getString("role")),
                        municipalities(row),
                        row.getBoolean("enabled"),
                        row.getInt("stamp")))
                .optional();
    }

    Optional<Account> find(Kind kind, String name) {
        return one(kind, "name", name);
    }

    /** By what a session carries: the name of a trial account, the provider's id of a person. */
    Optional<Account> ofSession(Kind kind, String id) {
        return one(kind, kind.key, id);
    }

    private Optional<Account> one(Kind kind, String column, String value) {
        return jdbc.sql("select %s from %s where %s = :value".formatted(COLUMNS, kind.table, column))
                .param("value", value)
                .query((row, i) -> account(row))
                .optional();
    }

    List<Account> list(Kind kind) {
        return jdbc.sql("select %s from %s order by name".formatted(COLUMNS, kind.table))
                .query((row, i) -> account(row))
                .list();
    }

    /** False when there is one of this name already. */
    boolean create(String name, String hash, Role role, Set<String> municipalities) {
        return jdbc.sql("""
                                insert into trial_account (name, password_hash, role, municipalities)
                                values (:name, :hash, :role, :municipalities) on conflict do nothing
                                """)
                        .param("name", name)
                        .param("hash", hash)
                        .param("role", role.name())
                        .param("municipalities", municipalities.toArray(String[]::new))
                        .update()
                == 1;
    }

    void setPassword(String name, String hash) {
        jdbc.sql("update trial_account set password_hash = :hash, stamp = stamp + 1 where name = :name")
                .param("hash", hash)
                .param("name", name)
                .update();
    }

    void change(String name, Role role, Set<String> municipalities) {
        jdbc.sql("update trial_account set role = :role, municipalities = :municipalities where name = :name")
                .param("role", role.name())
                .param("municipalities", municipalities.toArray(String[]::new))
                .param("name", name)
                .update();
    }

    void enable(Kind kind, String name, boolean enabled) {
        jdbc.sql("update %s set enabled = :enabled, stamp = stamp + 1 where name = :name".formatted(kind.table))
                .param("enabled", enabled)
                .param("name", name)
                .update();
    }

    void endSessions(Kind kind, String name) {
        jdbc.sql("update %s set stamp = stamp + 1 where name = :name".formatted(kind.table))
                .param("name", name)
                .update();
    }

    void endAllSessions() {
        for (var kind : Kind.values()) {
            jdbc.sql("update %s set stamp = stamp + 1".formatted(kind.table)).update();
        }
    }

    /** Administrators that can log in; their rows are locked, so that two at once do not close each other's accounts. */
    List<String> lockedAdministrators() {
        return jdbc.sql(
                        "select name from trial_account where role = 'ADMINISTRATOR' and enabled order by name for update")
                .query(String.class)
                .list();
    }

    /** Whether another person has this name here already. */
    boolean nameTaken(String name, String subject) {
        return jdbc.sql("select exists (select from provider_account where name = :name and subject <> :subject)")
                .param("name", name)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    Account seen(String subject, String name, Role role, Set<String> municipalities, LocalDate today) {
        return jdbc.sql("""
                        insert into provider_account (subject, name, role, municipalities, seen_on)
                        values (:subject, :name, :role, :municipalities, :today)
                        on conflict (subject) do update set name = excluded.name, role = excluded.role,
                          municipalities = excluded.municipalities, seen_on = excluded.seen_on
                        returning %s
                        """.formatted(COLUMNS))
                .param("subject", subject)
                .param("name", name)
                .param("role", role.name())
                .param("municipalities", municipalities.toArray(String[]::new))
                .param("today", today)
                .query((row, i) -> account(row))
                .single();
    }

    /** A closed account stays, or it would be open again at the next login. */
    void forgetUnseen(LocalDate before) {
        jdbc.sql("delete from provider_account where enabled and seen_on < :before")
                .param("before", before)
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                municipalities(row),
                row.getBoolean("enabled"),
                row.getInt("stamp"));
    }

    private static Set<String> municipalities(ResultSet row) throws SQLException {
        return Set.of((String[]) row.getArray("municipalities").getArray());
    }
}

package no.arealkompass.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import no.arealkompass.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail as the service's own role meets it, asked in SQL: only added to, and forgotten by one function alone. */
class AuditTrailTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.dataSource());
    private static final JdbcClient SERVICE = JdbcClient.create(DATABASE.service());

    @BeforeEach
    void entries() {
        if (count() == 0) {
            add("now() - interval '1 day'", "young");
            add("now() - interval '400 days'", "old");
            add("now() - interval '2000 days'", "oldest");
        }
    }

    private static void add(String at, String object) {
        OWNER.sql("""
                        insert into audit (at, by, by_role, municipalities, action, object, why)
                        values (%s, 'x', 'PLANNER', '{}', 'site.save', 'site/%s', '')
                        """.formatted(at, object)).update();
    }

    /** Whoever calls, and also in the roles a clever statement might try to become. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set why = 'x'",
                "update audit set why = 'x' where false",
                "delete from audit",
                "delete from audit where at < now() - interval '1000 days'",
                "truncate audit",
                "drop table audit",
                "alter table audit disable trigger all",
                "alter table audit disable row level security",
                "drop trigger audit_never_changes on audit",
                "create or replace function audit_refuses_change() returns trigger language plpgsql as 'begin return old; end'",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'",
                "set session_replication_role = replica",
                "set role areal; delete from audit",
                "insert into audit (id, by, by_role, municipalities, action, object, why)"
                        + " values (1, 'x', 'x', '{}', 'a.b', 'c/d', '') on conflict (id) do update set why = 'x'",
                "merge into audit a using (select 1) s on true when matched then delete"
            })
    void theServiceCanNeitherChangeNorDelete(String sql) {
        long before = count();
        for (var caller : new Caller[] {Caller.PUBLIC, Caller.administrator("a"), Caller.service("s")}) {
            assertThatThrownBy(() -> Acting.as(caller, () -> SERVICE.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(count()).isEqualTo(before);
        assertThat(OWNER.sql("select count(*) from audit where why <> ''")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** PostgreSQL only warns of a right that nobody had to give. */
    @Test
    void theServiceCannotGiveItselfTheRight() {
        var service = Caller.service("s");
        Acting.as(
                service,
                () -> SERVICE.sql("grant update, delete on audit to public").update());
        assertThatThrownBy(() -> Acting.as(
                        service, () -> SERVICE.sql("delete from audit").update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoSeesNotEverythingReadsNothingAndAddsAllTheSame() {
        long before = count();
        var planner = new Caller("p", Role.PLANNER, Set.of("3401"));
        assertThat(read(planner)).isZero();
        assertThat(read(Caller.PUBLIC)).isZero();
        assertThat(read(Caller.administrator("a"))).isEqualTo(before);
        Acting.as(
                planner,
                () -> new Audit(new AuditRepository(SERVICE))
                        .record(planner, "site.save", "site/added", null, "1", ""));
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void oneFunctionForgetsWhatIsOldEnoughAndSaysSo() {
        for (var days : new int[] {364, 0, -1}) {
            assertThatThrownBy(() -> forget(Caller.service("audit"), days)).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> forget(Caller.PUBLIC, 1825)).isInstanceOf(DataAccessException.class);
        assertThat(objects()).contains("site/young", "site/old", "site/oldest");
        assertThat(forget(Caller.service("audit"), 1825)).isEqualTo(1);
        assertThat(objects()).contains("site/young", "site/old").doesNotContain("site/oldest");
        assertThat(OWNER.sql("select before from audit where action = 'audit.forget'")
                        .query(String.class)
                        .single())
                .isEqualTo("1");
        assertThat(forget(Caller.service("audit"), 365)).isEqualTo(1);
        assertThat(objects()).contains("site/young").doesNotContain("site/old");
    }

    /** Not even whoever owns the tables takes away what is younger than a year without taking the trigger away first. */
    @Test
    void theOwnerDoesNotDeleteByMistake() {
        assertThatThrownBy(() -> OWNER.sql("delete from audit where object = 'site/young'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> OWNER.sql("update audit set why = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> OWNER.sql("truncate audit").update()).isInstanceOf(DataAccessException.class);
    }

    private static long forget(Caller caller, int days) {
        return Acting.as(caller, () -> new AuditTrailRepository(SERVICE).forget(days));
    }

    private static long read(Caller caller) {
        return Acting.as(
                caller,
                () -> SERVICE.sql("select count(*) from audit")
                        .query(Long.class)
                        .single());
    }

    private static List<String> objects() {
        return OWNER.sql("select object from audit").query(String.class).list();
    }

    private static long count() {
        return OWNER.sql("select count(*) from audit").query(Long.class).single();
    }
}

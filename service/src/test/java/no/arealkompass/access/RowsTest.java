package no.arealkompass.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.arealkompass.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Row policies as the service's own role meets them, asked in SQL: no Java stands between. */
class RowsTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.dataSource());
    private static final javax.sql.DataSource SERVICE_SOURCE = DATABASE.service();
    private static final JdbcClient SERVICE = JdbcClient.create(SERVICE_SOURCE);
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new DataSourceTransactionManager(SERVICE_SOURCE));

    private static final Caller RECRUITER = new Caller("rita", Role.RECRUITER, Set.of());
    private static final Caller OWN = new Caller("per", Role.PLANNER, Set.of("0001"));
    private static final Caller OTHER = new Caller("kari", Role.PLANNER, Set.of("0002"));
    private static final Caller BOTH = new Caller("ida", Role.PLANNER, Set.of("0001", "0002"));
    private static final Caller RECIPIENT = Caller.recipient("link", Set.of("draft-1"));
    private static final Caller ADMINISTRATOR = Caller.administrator("admin");

    /** Two squares side by side as municipalities 0001 and 0002; each has a site and a plan of every kind. */
    @BeforeAll
    static void fill() {
        OWNER.sql("""
                insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by, feature_count,
                  coverage, accuracy_m, omits_below_m2, is_sample)
                values ('kommuner', 1, 's', '{}', 'f', 'x', 'test', 2, st_multi(st_makeenvelope(0, 0, 2000, 1000, 25833)), 0, 0, true);
                insert into feature (dataset_version_id, class, object_id, properties, geom)
                select v.id, n, n, '{}', st_makeenvelope(x, 0, x + 1000, 1000, 25833)
                from dataset_version v, (values ('0001', 0), ('0002', 1000)) m (n, x);
                """).update();
        long version =
                OWNER.sql("select id from dataset_version").query(Long.class).single();
        OWNER.sql("call take_ground(:version)").param("version", version).update();
        for (int m = 1; m <= 2; m++) {
            for (var publication : List.of("DRAFT", "INTERNAL", "PUBLISHED", "WITHDRAWN")) {
                site(OWNER, publication.toLowerCase(java.util.Locale.ROOT) + "-" + m, 1, publication, 1000 * m - 500);
            }
            // Published, and drafted anew: the draft decides, the older version does not show through.
            site(OWNER, "redrawn-" + m, 1, "PUBLISHED", 1000 * m - 500);
            site(OWNER, "redrawn-" + m, 2, "DRAFT", 1000 * m - 500);
            rest(m);
        }
        site(OWNER, "across", 1, "DRAFT", 995);
    }

    private static void site(JdbcClient db, String id, int version, String publication, int x) {
        db.sql("insert into site (id) values (:id) on conflict do nothing")
                .param("id", id)
                .update();
        db.sql("""
                insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known, accuracy_m,
                  source, facts, by)
                values (:id, :version, :id, 'LAND', :publication, st_multi(st_makeenvelope(:x, 10, :x + 10, 20, 25833)), false, true,
                  0, 's', '[]', 'test')
                """)
                .param("id", id)
                .param("version", version)
                .param("publication", publication)
                .param("x", x)
                .update();
    }

    private static void rest(int m) {
        OWNER.sql("""
                insert into site_part select id, 'a', 0, 'PLAN_AREA', 'a', null, footprint, '[]' from site_version
                  where site_id like '%-' || :m;
                insert into site_confirmation (site_id, version, confirmed_by, confirmed_on, note, by)
                  select site_id, version, 'role', '2026-01-01', '', 'test' from site_version where site_id like '%-' || :m;
                insert into site_reminder (site_id, municipality, mailed_to, outcome, days, detail, by)
                  values ('published-' || :m, '000' || :m, 'x@x', 'SENT', 1, '', 'test');
                insert into plan (id, municipality, identification) select '000' || :m || '-' || i, '000' || :m, i
                  from unnest(array['IN', 'AD']) i;
                insert into plan_version (plan_id, version, name, level, stage, sender, outline, outline_stated, dataset_version_id, by)
                  select id, 1, 'n', 'MUNICIPAL', case identification when 'IN' then 'PROPOSAL' else 'ADOPTED' end, 's',
                    st_multi(st_makeenvelope(0, 0, 10, 10, 25833)), true, (select min(id) from dataset_version), 'test'
                  from plan where municipality = '000' || :m;
                insert into plan_zone (plan_version_id, zone_id, kind, code, properties, footprint)
                  select v.id, 'z', 'PURPOSE', '1300', '{}', v.outline from plan_version v where v.plan_id like '000' || :m || '%';
                insert into plan_reason (strategy, finding, municipality, reason, decision, decided_on, decided_by, said_nb, said_en,
                    published, at, by, by_role)
                  select 's', p::text, '000' || :m, 'r', 'd', '2026-01-01', 'b', '', '', p, now(), 'test', 'PLANNER'
                  from unnest(array[true, false]) p;
                insert into plan_reason_withdrawal select id, now(), 'test', 'PLANNER' from plan_reason where municipality = '000' || :m;
                insert into correction (dataset, municipality, area, kind, class, reason, stated_by, stated_on, source, by)
                  values ('d', '000' || :m, st_multi(st_makeenvelope(0, 0, 1, 1, 25833)), 'ABSENT', '', 'r', 's', '2026-01-01', 's', 't');
                insert into correction_withdrawal (correction_id, reason, by) select max(id), 'r', 't' from correction;
                insert into import (dataset, source, file_name, sha256, by, outcome, object_count, crs, crs_how)
                  values ('d', 's', 'f', 'x', case :m when 1 then 'per' else 'kari' end, 'REFUSED', 0, '', '');
                insert into import_issue (import_id, code, object_id, blocking) select max(id), 'C', 'o', true from import;
                insert into delivery (id, by, expires_at, file_name, bytes, sha256, choices, state)
                  values (gen_random_uuid(), case :m when 1 then 'per' else 'kari' end, now(), 'f', 1, 'x', '{}', 'READING');
                insert into delivery_issue (delivery_id, code, object_id, blocking) select id, 'C', 'o', true from delivery
                  where by = case :m when 1 then 'per' else 'kari' end;
                insert into delivery_object select id, 1, 'o', st_point(0, 0) from delivery
                  where by = case :m when 1 then 'per' else 'kari' end;
                """).param("m", m).update();
    }

    /** Rows of each table as the public, a recruiter, a planner of 0001, of both, a link's holder and the administrator see. */
    @ParameterizedTest
    @CsvSource({
        "site,                    2, 4, 8, 11, 3, 11",
        "site_state,              2, 4, 8, 11, 3, 11",
        "site_in_use,             2, 4, 8, 11, 3, 11",
        "site_version,            2, 4, 9, 13, 3, 13",
        "site_part,               2, 4, 8, 12, 3, 12",
        "site_confirmation,       2, 4, 8, 12, 3, 12",
        "site_reminder,           0, 0, 1, 2, 0, 2",
        "plan,                    2, 2, 3, 4, 2, 4",
        "plan_version,            2, 2, 3, 4, 2, 4",
        "plan_zone,               2, 2, 3, 4, 2, 4",
        "plan_reason,             2, 2, 3, 4, 2, 4",
        "plan_reason_withdrawal,  2, 2, 3, 4, 2, 4",
        "correction,              2, 2, 2, 2, 2, 2",
        "correction_withdrawal,   2, 2, 2, 2, 2, 2",
        "import,                  0, 0, 1, 0, 0, 2",
        "import_issue,            0, 0, 1, 0, 0, 2",
        "delivery,                0, 0, 1, 0, 0, 2",
        "delivery_issue,          0, 0, 1, 0, 0, 2",
        "delivery_object,         0, 0, 1, 0, 0, 2",
    })
    void everyoneSeesAndCountsOnlyTheirOwn(
            String table, int open, int recruiter, int own, int both, int recipient, int all) {
        assertThat(count(Caller.PUBLIC, table)).as("public").isEqualTo(open);
        assertThat(count(RECRUITER, table)).as("recruiter").isEqualTo(recruiter);
        assertThat(count(OWN, table)).as("own").isEqualTo(own);
        assertThat(count(OTHER, table)).as("the neighbour has as much").isEqualTo(own);
        assertThat(count(BOTH, table)).as("both").isEqualTo(both);
        assertThat(count(RECIPIENT, table)).as("recipient").isEqualTo(recipient);
        assertThat(count(ADMINISTRATOR, table)).as("administrator").isEqualTo(all);
        assertThat(count(Caller.service("x"), table)).as("service").isEqualTo(all);
    }

    private static int count(Caller caller, String table) {
        return Acting.as(
                caller,
                () -> SERVICE.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void extentsAndOlderVersionsTellNothing() {
        assertThat(Acting.as(
                        Caller.PUBLIC,
                        () -> SERVICE.sql("select site_id from site_version order by 1")
                                .query(String.class)
                                .list()))
                .containsExactly("published-1", "published-2");
        assertThat(Acting.as(
                        OWN,
                        () -> SERVICE.sql("select version from site_in_use where site_id = 'redrawn-1'")
                                .query(Integer.class)
                                .list()))
                .containsExactly(2);
        assertThat(Acting.as(
                        OWN,
                        () -> SERVICE.sql("select site_id from site_in_use where publication = 'DRAFT' order by 1")
                                .query(String.class)
                                .list()))
                .containsExactly("across", "draft-1", "redrawn-1");
    }

    @Test
    void nobodyWritesForANeighbour() {
        refused(OWN, () -> site(SERVICE, "new-2", 1, "DRAFT", 1500), "row-level security");
        refused(
                OWN,
                () -> site(SERVICE, "published-2", 2, "DRAFT", 500),
                "row-level security"); // taken over the border
        refused(OWN, () -> site(SERVICE, "across", 2, "DRAFT", 995), "row-level security");
        refused(OWN, () -> site(SERVICE, "nowhere", 1, "DRAFT", 5000), "row-level security");
        refused(Caller.PUBLIC, () -> site(SERVICE, "new-1", 1, "DRAFT", 500), "row-level security");
        refused(RECRUITER, () -> site(SERVICE, "new-1", 1, "DRAFT", 500), "row-level security");
        refused(
                OWN,
                "insert into plan (id, municipality, identification) values ('0002-X', '0002', 'X')",
                "row-level security");
        refused(OWN, """
                insert into correction (dataset, municipality, area, kind, class, reason, stated_by, stated_on, source, by)
                values ('d', '0002', st_multi(st_makeenvelope(0, 0, 1, 1, 25833)), 'ABSENT', '', 'r', 's', '2026-01-01', 's', 't')
                """, "row-level security");
        refused(
                OWN,
                "insert into site_confirmation (site_id, version, confirmed_by, confirmed_on, note, by)"
                        + " values ('published-2', 1, 'r', '2026-01-01', '', 't')",
                "row-level security");
        inTransaction(OWN, () -> site(SERVICE, "new-1", 1, "DRAFT", 500));
        inTransaction(BOTH, () -> site(SERVICE, "across", 2, "DRAFT", 995));
        inTransaction(ADMINISTRATOR, () -> site(SERVICE, "nowhere", 1, "DRAFT", 5000));
    }

    /** Whoever finds a way to send SQL of their own as an administrator still cannot rewrite what happened. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set why = ''",
                "delete from audit",
                "truncate audit",
                "update site_version set name = 'x'",
                "delete from site_version",
                "update site_state set publication = 'PUBLISHED'",
                "insert into site_state values ('draft-1', 9, 'PUBLISHED', '{}')",
                "delete from municipality_ground",
                "update plan_version set stage = 'ADOPTED'",
                "alter table audit disable trigger all",
                "drop table audit",
                "alter table site_version disable row level security",
                "create policy open on site_version using (true)",
                "select * from flyway_schema_history",
                "set role areal",
                "set session authorization areal",
            })
    void theServiceOwnsNothing(String statement) {
        refused(ADMINISTRATOR, statement, "permission denied", "must be owner", "must be superuser");
        refused(Caller.PUBLIC, statement, "permission denied", "must be owner", "must be superuser");
    }

    @Test
    void onlyWhoSeesEverythingMovesBorders() {
        refused(OWN, "call take_ground(1)", "permission denied");
    }

    @Test
    void aConnectionForgetsItsFormerCaller() {
        for (int i = 0; i < 20; i++) {
            assertThat(count(ADMINISTRATOR, "site")).isEqualTo(11);
            assertThat(count(Caller.PUBLIC, "site")).isEqualTo(2);
        }
    }

    @Test
    void nestedCallersAndWhatIsRolledBack() {
        TRANSACTION.executeWithoutResult(status -> {
            assertThat(count(Caller.PUBLIC, "site")).isEqualTo(2);
            Acting.as(OWN, () -> {
                assertThat(count(ADMINISTRATOR, "site")).isEqualTo(11);
                assertThat(SERVICE.sql("select count(*) from site_reminder")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1);
            });
            var savepoint = status.createSavepoint();
            assertThat(count(ADMINISTRATOR, "site")).isEqualTo(11);
            status.rollbackToSavepoint(savepoint); // takes what the database was told back, too
            assertThat(count(Caller.PUBLIC, "site")).isEqualTo(2);
            assertThat(count(ADMINISTRATOR, "site")).isEqualTo(11);
            status.setRollbackOnly();
        });
        assertThat(count(Caller.PUBLIC, "site")).isEqualTo(2);
        assertThat(count(ADMINISTRATOR, "site")).isEqualTo(11);
    }

    /** Spring gives a streamed query's connection back by itself: to the transaction it belongs to, not to the pool. */
    @Test
    void aStreamedQueryLeavesItsTransactionTheConnection() {
        TRANSACTION.executeWithoutResult(status -> {
            try (var ids = SERVICE.sql("select site_id from site_state").query(String.class).stream()) {
                assertThat(ids).hasSize(2);
            }
            assertThat(count(ADMINISTRATOR, "site")).isEqualTo(11);
        });
    }

    @Test
    void manyCallersOnOnePool() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 400; i++) {
                var caller = List.of(Caller.PUBLIC, RECRUITER, RECIPIENT, ADMINISTRATOR)
                        .get(i % 4);
                int expected = List.of(2, 4, 3, 11).get(i % 4);
                boolean within = i % 3 == 0;
                asked.add(() -> within
                        ? Boolean.TRUE.equals(TRANSACTION.execute(status -> count(caller, "site") == expected))
                        : count(caller, "site") == expected);
            }
            for (var answer : threads.invokeAll(asked)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    private static void inTransaction(Caller caller, Runnable work) {
        TRANSACTION.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Acting.as(caller, work);
        });
    }

    private static void refused(Caller caller, String statement, String... words) {
        refused(caller, () -> SERVICE.sql(statement).update(), words);
    }

    private static void refused(Caller caller, Runnable work, String... words) {
        assertThatThrownBy(() -> inTransaction(caller, work))
                .rootCause()
                .message()
                .containsAnyOf(words);
    }
}

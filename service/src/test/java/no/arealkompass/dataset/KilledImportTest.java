package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** What is left when an import is killed half-way, and when two come at once. */
class KilledImportTest {
    @TempDir
    Path folder;

    private Door door;

    @BeforeEach
    void oneVersionIsInUse() {
        door = Door.on(TestData.descriptions(folder));
        assertThat(door.take("areas", "plain", file("first.geojson", 1)).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    private Path file(String name, int objects) {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            features.add(feature("o" + i, name, "1", square(12 + i * 1e-4, 60.2, 1e-4)));
        }
        return Door.write(folder, name, collection(features, ""));
    }

    private void onlyTheFirstVersionIsThere() {
        assertThat(door.datasets.history(Caller.PUBLIC, "areas")).hasSize(1);
        assertThat(door.count("feature")).isEqualTo(1);
        assertThat(door.count("layer")).isEqualTo(2);
        assertThat(door.count("import")).isEqualTo(1);
    }

    @Test
    void theDatabaseLosesTheConnectionMidway() {
        Progress killer = (text, done, total) -> {
            if (text.startsWith("Reading objects") && done >= 1000) {
                terminateTheImport();
            }
        };
        Path second = file("second.geojson", 1500);
        assertThatThrownBy(() -> door.datasets.importFile(
                        Door.ADMINISTRATOR, "areas", "plain", second, Optional.empty(), killer, v -> {}))
                .isInstanceOfAny(DataAccessException.class, org.springframework.transaction.TransactionException.class);
        onlyTheFirstVersionIsThere();
        assertThat(door.take("areas", "plain", second).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    /** From a connection of its own: the thread's own one is the victim. */
    private void terminateTheImport() {
        try (Connection other = DriverManager.getConnection(
                        door.database.url(), door.database.owner(), door.database.ownerPassword());
                Statement kill = other.createStatement()) {
            kill.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                    + " and state = 'idle in transaction'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** kill -9 at the worst moment: everything is written, nothing is committed. */
    @Test
    void theServiceIsKilled() throws Exception {
        Path second = file("second.geojson", 200);
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString(),
                        second.toString(),
                        door.database.url(),
                        door.database.owner(),
                        door.database.ownerPassword())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = service.inputReader()) {
            assertThat(out.lines().anyMatch(Victim.READY::equals)).isTrue();
            service.toHandle().destroyForcibly();
            assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        waitUntilNobodyElseIsConnected();
        onlyTheFirstVersionIsThere();
        assertThat(door.take("areas", "plain", second).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    /** kill -9 while a delivery is imported: the next start takes it up, and it is imported once. */
    @Test
    void theServiceIsKilledWhileItImportsADelivery() throws Exception {
        Path second = file("second.geojson", 200);
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString(),
                        second.toString(),
                        door.database.url(),
                        door.database.owner(),
                        door.database.ownerPassword(),
                        "delivery")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = service.inputReader()) {
            assertThat(out.lines().anyMatch(Victim.READY::equals)).isTrue();
            service.toHandle().destroyForcibly();
            assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        waitUntilNobodyElseIsConnected();
        onlyTheFirstVersionIsThere();
        assertThat(roomsOf(service.pid())).as("the room of the reading process").isNotEmpty();
        door.deliveries.resume(Door.ADMINISTRATOR);
        UUID id = door.db.sql("select id from delivery").query(UUID.class).single();
        Delivery delivery = door.deliveries.await(Door.ADMINISTRATOR, id, Duration.ofSeconds(60));
        assertThat(delivery.state()).as("%s", delivery).isEqualTo(Delivery.State.IMPORTED);
        assertThat(door.datasets.history(Caller.PUBLIC, "areas")).hasSize(2);
        assertThat(roomsOf(service.pid())).isEmpty();
        door.work.close();
    }

    private static List<Path> roomsOf(long pid) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(p -> p.getFileName().toString().startsWith("areal-import-" + pid + "-"))
                    .toList();
        }
    }

    private void waitUntilNobodyElseIsConnected() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            int writing = door.db
                    .sql("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and backend_xid is not null and pid <> pg_backend_pid()")
                    .query(Integer.class)
                    .single();
            if (writing == 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the killed import still holds its transaction");
    }

    @Test
    void twoAtOnceBecomeTwoVersions() throws Exception {
        Path second = file("second.geojson", 700);
        Path third = file("third.geojson", 800);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<ImportReport>> imports =
                    List.of(() -> door.take("areas", "plain", second), () -> door.take("areas", "plain", third));
            for (var report : both.invokeAll(imports)) {
                assertThat(report.get().outcome()).isEqualTo(Outcome.ACCEPTED);
            }
        }
        assertThat(door.datasets.history(Caller.PUBLIC, "areas"))
                .extracting(DatasetVersion::version)
                .containsExactly(3, 2, 1);
        assertThat(door.count("feature")).isEqualTo(1501);
    }
}

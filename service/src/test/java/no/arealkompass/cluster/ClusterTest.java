package no.arealkompass.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import no.arealkompass.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private final Path home = TestDatabase.buildFolder().resolve("cluster-test");
    private final Cluster cluster = Cluster.throwAway(home);

    @AfterEach
    void stop() {
        cluster.stop();
    }

    @Test
    void keepsDataAndPortWhenKilledAndStoppedAndTellsWhoStartedIt() throws Exception {
        cluster.start();
        cluster.drop("kept");
        cluster.database("kept");
        cluster.sql("kept", "create table t as select 42 as answer; checkpoint;");
        int port = cluster.port().orElseThrow();
        assertThat(cluster.start()).as("a running cluster is reused").isFalse();

        kill();
        assertThat(cluster.port()).isEmpty();
        assertThat(cluster.start()).isTrue();
        assertThat(cluster.sql("kept", "select answer from t;")).isEqualTo("42");
        assertThat(cluster.port()).hasValue(port);
        assertThat(cluster.sql("kept", "show listen_addresses;")).isEqualTo("127.0.0.1");

        cluster.stop();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            cluster.start();
            assertThat(cluster.port().orElseThrow()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void passwordsAreForTheOwnerOnly() throws IOException {
        cluster.start();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret"))))
                .isEqualTo("rw-------");
        assertThat(cluster.sql(
                        "postgres", "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256';"))
                .isEqualTo("0");
    }

    /** An installation from before the service had a role of its own. */
    @Test
    void aSecretWithoutTheServicesRoleGetsOne() throws IOException {
        cluster.start();
        Path secret = home.resolve("secret");
        Files.write(
                secret,
                Files.readAllLines(secret).stream()
                        .filter(line -> !line.startsWith(Cluster.SERVICE_ROLE + "="))
                        .toList());
        cluster.database("kept");
        assertThat(cluster.servicePassword()).isNotBlank();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(cluster.sql(
                        "postgres",
                        "select pg_has_role('areal_app', 'areal_all', 'MEMBER'), pg_has_role('areal_app', 'areal_all', 'USAGE'),"
                                + " rolsuper, rolbypassrls from pg_roles where rolname = 'areal_app';"))
                .isEqualTo("t|f|f|f");
    }

    @Test
    void durableDataAreNotThrownAwayWithALostPassword() throws IOException {
        cluster.start();
        cluster.stop();
        Path secret = home.resolve("secret");
        Path hidden = home.resolve("hidden");
        Files.move(secret, hidden);
        assertThatThrownBy(() -> Cluster.durable(home).start())
                .isInstanceOf(Cluster.Failure.class)
                .hasMessageContaining(secret.toString());
        Files.move(hidden, secret);
        assertThat(cluster.start()).isTrue();
    }

    private void kill() throws Exception {
        long process = Long.parseLong(
                cluster.sql("postgres", "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1);"));
        ProcessHandle server = ProcessHandle.of(process).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
    }
}

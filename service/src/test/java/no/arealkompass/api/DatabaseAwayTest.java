package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import no.arealkompass.TestDatabase;
import no.arealkompass.cluster.Cluster;
import no.arealkompass.connection.Trouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** PostgreSQL is killed under the service, and comes back; docs/decisions/0099 has the times. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"areal.samples=false", "areal.base-map.url=", "areal.limits.factor=1000"})
@DirtiesContext
class DatabaseAwayTest {
    private static final Path HOME =
            TestDatabase.buildFolder().resolve("test-db-away-" + System.getProperty("surefire.forkNumber", "1"));
    private static final Cluster CLUSTER = Cluster.throwAway(HOME);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        CLUSTER.start();
        CLUSTER.drop("areal");
        CLUSTER.database("areal");
        registry.add("spring.datasource.url", () -> CLUSTER.url("areal"));
        registry.add("spring.datasource.username", () -> Cluster.ROLE);
        registry.add("spring.datasource.password", CLUSTER::password);
    }

    @AfterAll
    static void stop() {
        CLUSTER.stop();
    }

    private HttpResponse<String> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Line 1 of its file is the process; killed like this it tells nobody. */
    private static void kill() throws IOException {
        var pid =
                Files.readAllLines(HOME.resolve("db/postmaster.pid")).getFirst().strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    private static void until(String what, BooleanSupplier condition) {
        var end = Instant.now().plusSeconds(90);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("never: " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void isToldAtOnceAndFoundBack() throws Exception {
        assertThat(get("/api/config").statusCode()).isEqualTo(200);
        var inFlight = CompletableFuture.supplyAsync(() -> catchThrowable(
                () -> jdbc.sql("select pg_sleep(600)").query(Object.class).list()));
        until(
                "a statement is on its way",
                () -> jdbc.sql("select count(*) from pg_stat_activity where query like 'select pg_sleep(600)%'")
                                .query(Integer.class)
                                .single()
                        > 0);
        kill();
        until("the service knows", () -> get("/api/config").statusCode() == 503);
        var answer = get("/api/config");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(answer.body()).contains("urn:arealkompass:problem:database-away");
        assertThat(get("/collections/sites/items").statusCode()).isEqualTo(503);
        assertThat(get("/").statusCode()).as("the page itself").isEqualTo(200);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(Trouble.behind(inFlight.get(60, TimeUnit.SECONDS)))
                .as("what was on its way has ended")
                .contains(Trouble.AWAY);

        CLUSTER.start();
        until("found back", () -> get("/api/config").statusCode() == 200);
        for (int i = 0; i < 30; i++) {
            assertThat(get("/api/config").statusCode())
                    .as("and no dead connection is left")
                    .isEqualTo(200);
        }
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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
        registry.add("spring.datasource.username", () -> Cluster.SERVICE_ROLE);
        registry.add("spring.datasource.password", CLUSTER::servicePassword);
        registry.add("spring.flyway.user", () -> Cluster.ROLE);
        registry.add("spring.flyway.password", CLUSTER::password);
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
            LockSupport.parkNanos(5_000_000);
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

    /** Connections are cut while much is written: each write is whole or absent, with its line in the audit trail. */
    @Test
    void whatIsCutInTheMiddleIsWholeOrAbsent() throws Exception {
        CLUSTER.sql("areal", "update trial_account set password_hash = '{noop}" + ServiceTest.PASSWORD + "';");
        var made = new ConcurrentLinkedQueue<String>();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 4)
                    .mapToObj(writer -> threads.submit(() -> {
                        for (int i = 0; !over.get(); i++) {
                            save("view-" + writer + "-" + i, made);
                        }
                    }))
                    .toList();
            for (int cut = 0; cut < 12; cut++) {
                int before = made.size();
                CLUSTER.sql("areal", """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = 'areal_app' and application_name = 'arealkompass' and state <> 'idle';
                        """);
                until("something is written in between", () -> made.size() > before);
            }
            over.set(true);
            for (var writer : writers) {
                writer.get();
            }
        }
        var views = CLUSTER.sql("areal", "select count(*) from saved_view;");
        assertThat(CLUSTER.sql("areal", "select count(*) from audit where action = 'view.save';"))
                .isEqualTo(views);
        assertThat(Integer.parseInt(views)).isGreaterThanOrEqualTo(made.size());
        for (var name : made) {
            assertThat(CLUSTER.sql("areal", "select count(*) from saved_view where name = '" + name + "';"))
                    .as("answered with a success")
                    .isEqualTo("1");
        }
    }

    private void save(String name, Collection<String> made) {
        var login =
                Base64.getEncoder().encodeToString(("admin:" + ServiceTest.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/saved"))
                            .header("Authorization", "Basic " + login)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"kind\":\"weights\",\"name\":\"" + name + "\",\"content\":{\"a\":1}}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
            if (answer.statusCode() == 201) {
                made.add(name);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

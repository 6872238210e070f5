package no.arealkompass.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import no.arealkompass.TestDatabase;
import no.arealkompass.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port, over a database of its own with the sample region in it; shared by test classes. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Each costs a run at the start; the classes that are about them ask for them.
        // All tests are one client; HardeningTest has the real limits.
        properties = {"areal.sample-scenarios=false", "areal.limits.factor=1000"})
@Import(TestClock.class)
abstract class ServiceTest {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    static final String PASSWORD = "prøve-passord-for-tester";

    @LocalServerPort
    int port;

    /** The owner's: fixtures may do what the service's role may not. */
    JdbcClient jdbc;

    @Autowired
    void ownersClient(Environment environment) {
        jdbc = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password")));
    }

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        // One per context: a class that changes data marks itself @DirtiesContext, and the next one starts afresh.
        TestDatabase.create().register(registry);
        // No background map: tests must not reach out, and the own layers alone must make a readable map.
        registry.add("areal.base-map.url", () -> "");
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base() + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    JsonNode json(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(HTTP, request);
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The administrator's login; the generated password is known to nobody, so the test sets one. */
    String administrator() {
        jdbc.sql("update trial_account set password_hash = :hash where name = 'admin'")
                .param(
                        "hash",
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .encode(PASSWORD))
                .update();
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** A login of a role, for some municipalities; the account is made when there is none. */
    String login(Role role, String... municipalities) {
        var name = role.name().toLowerCase(Locale.ROOT) + String.join("-", municipalities);
        jdbc.sql("""
                        insert into trial_account (name, password_hash, role, municipalities)
                        values (:name, :hash, :role, :municipalities) on conflict do nothing
                        """)
                .param("name", name)
                .param(
                        "hash",
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .encode(PASSWORD))
                .param("role", role.name())
                .param("municipalities", municipalities)
                .update();
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** The id of the run that answers for the present state. */
    String latestRun() {
        var answer = get("/api/runs/latest");
        return answer.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
    }
}

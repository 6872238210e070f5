package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is sent to a service on the net by those who want to see what happens. */
@ExtendWith(OutputCaptureExtension.class)
class HostileInputTest extends ServiceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN,0,1,1",
                "0,0,Infinity,1",
                "1e400,0,1,1",
                "0,0,1",
                "0,0,1,1,1",
                "10,0,1,1",
                "-200,0,1,1",
                "0,0,0x1p3,91",
                "0,0,1,1;drop table site",
                "a,b,c,d",
                ",,,"
            })
    void aBoxThatIsNoneIsRefused(String bbox) {
        var answer = get("/collections/sites/items?bbox=" + URLEncoder.encode(bbox, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("remedy").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=10001",
                "limit=-1",
                "limit=99999999999999999999",
                "offset=-1",
                "limit=1%00",
                "limit=' or 1=1 --"
            })
    void aPageThatIsNoneIsRefused(String page) {
        for (var list : List.of("/api/sites", "/collections/sites/items", "/api/runs")) {
            assertThat(get(list + "?" + page.replace(" ", "%20")).statusCode())
                    .as(list)
                    .isEqualTo(400);
        }
    }

    @Test
    void addressesHeadersAndParametersAreBounded() {
        assertThat(get("/api/sites?x=" + "y".repeat(6_000)).statusCode()).isEqualTo(414);
        assertThat(get("/api/config", "X-Long", "y".repeat(20_000)).statusCode())
                .isBetween(400, 431);
        assertThat(get("/api/sites?" + "a=1&".repeat(300)).statusCode()).isBetween(400, 414);
        assertThat(get("/api/config").statusCode()).isEqualTo(200);
    }

    @Test
    void bodiesAreBounded() {
        var admin = administrator();
        assertThat(post("/api/saved", admin, "{\"name\":\"" + "x".repeat(5_100_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/api/saved", admin, "{\"content\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                        .statusCode())
                .as("deep")
                .isEqualTo(400);
        assertThat(post("/api/saved", admin, "{\"content\":" + "9".repeat(100_000) + "}")
                        .statusCode())
                .as("a number without end")
                .isEqualTo(400);
        assertThat(post("/api/saved", admin, "{" + "\"k".repeat(1) + "y".repeat(5_000) + "\":1}")
                        .statusCode())
                .as("a name without end")
                .isEqualTo(400);
    }

    /** Sent in pieces, without saying how much it will be. */
    @Test
    void aBodyOfUnknownLengthIsBoundedToo() throws IOException {
        var login = administrator();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = socket.getOutputStream();
            out.write(("POST /api/saved HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
                            + login + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var piece = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            sendPieces(out, piece, 120);
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 413");
        }
    }

    private static void sendPieces(OutputStream out, byte[] piece, int most) {
        try {
            for (int i = 0; i < most; i++) {
                out.write(piece);
            }
            out.flush();
        } catch (IOException refused) {
            // the service has stopped listening, as it should
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/..%2f..%2fapplication.yaml",
                "/app/%2e%2e/%2e%2e/application.yaml",
                "/app/..;/..;/application.yaml",
                "/app/....//....//application.yaml",
                "/app/%5c..%5c..%5capplication.yaml",
                "/app/%252e%252e%252fapplication.yaml",
                "/vendor/../../application.yaml",
                "/webjars/leaflet/..%00/application.yaml",
                "/webjars/leaflet/%c0%ae%c0%ae/application.yaml",
                "/app/file:/etc/passwd",
                "/api/snapshots/..%2f..%2fetc%2fpasswd/document.json",
                "/api/sites/..%2f..%2fapplication.yaml",
                "/api/strategies/..%2f/..%2fapplication.yaml",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/sbom/application",
                "/application.yaml",
                "/META-INF/build-info.properties",
                "/WEB-INF/web.xml"
            })
    void nothingButThePagesFilesIsServed(String path) throws IOException {
        // Over a socket: the client would tidy the address.
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("spring:", "root:", "datasource");
        }
    }

    @Test
    void aQueryThatIsNotUtf8IsTheClientsFault() {
        var answer = get("/api/runs?limit=%FF");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Parametrene kan ikke leses").doesNotContain("%FF");
    }

    @Test
    void namesOfFilesCannotEndAHeader() {
        for (var name : List.of("x%0d%0aSet-Cookie:%20a=b", "x%22;%20filename=%22evil.exe", "x%E2%80%A8y")) {
            for (var path : List.of(
                    "/api/sites/export.csv?name=" + name,
                    "/collections/" + name + "/items",
                    "/api/saved/" + name,
                    "/api/plans/account?format=csv&subject=" + name,
                    "/login?back=//evil.example/" + name,
                    "/login?back=https://evil.example")) {
                var answer = get(path);
                assertThat(answer.headers().allValues("Set-Cookie")).as(path).noneMatch(c -> c.startsWith("a="));
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(path)
                        .doesNotContain("evil");
                assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                        .doesNotContain("evil");
            }
        }
    }

    /** A field that a body has no place for is ignored: nothing is bound to anything but the body's own records. */
    @Test
    void fieldsThatAreNotOnesOwnToSetAreIgnored() {
        var mine = UUID.randomUUID().toString();
        var made = post("/api/saved", administrator(), """
                {"kind": "weights", "name": "Kraft", "content": {"purpose": "datasenter"},
                 "id": "%s", "madeBy": "public", "made_by": "public", "madeAt": "1999-01-01T00:00:00Z", "drafts": true,
                 "role": "ADMINISTRATOR", "municipalities": ["3401"], "class": "x", "@class": "java.lang.Runtime"}
                """.formatted(mine));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var saved = JSON.readTree(made.body());
        assertThat(saved.path("id").asString()).isNotEqualTo(mine);
        assertThat(saved.path("madeAt").asString()).doesNotContain("1999");
        assertThat(jdbc.sql("select made_by from saved_view where id = :id")
                        .param("id", UUID.fromString(saved.path("id").asString()))
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
        assertThat(get("/api/saved/" + saved.path("id").asString()).statusCode())
                .as("drafts was not set")
                .isEqualTo(200);
    }

    /** Numbers that count up tell nothing to whoever counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/imports/%s",
                "/api/imports/%s/issues.csv",
                "/api/corrections/%s",
                "/api/plan-reasons/%s",
                "/api/plan-follows/%s",
                "/api/datasets/road/fetches/%s",
                "/api/deliveries/%s"
            })
    void countingFindsNothing(String address) {
        var never = get(address.formatted(999_999));
        for (var id : List.of("1", "2", "3", "10")) {
            var answer = get(address.formatted(id));
            assertThat(answer.statusCode()).as(id).isEqualTo(never.statusCode()).isBetween(400, 405);
            assertThat(told(answer, id)).isEqualTo(told(never, "999999"));
        }
    }

    private static String told(HttpResponse<String> answer, String id) {
        return answer.body().replaceAll("(?<=['/ ])" + id + "(?=['\"/.])", "N");
    }

    @Test
    void whatIsLoggedStaysOnItsLine() throws IOException {
        var log = LoggerFactory.getLogger("no.arealkompass.test");
        var output = new ByteArrayOutputStream();
        var appender = appender(output);
        ((ch.qos.logback.classic.Logger) log).addAppender(appender);
        log.warn("Asked for {}", "x\r\n2026-01-01 00:00:00 ERROR forged\u001b[31m\u2028forged too\u0000");
        log.error("Failed", new IllegalStateException("y\n2026-01-01 00:00:00 ERROR forged in an exception\u001b[2J"));
        ((ch.qos.logback.classic.Logger) log).detachAppender(appender);
        var logged = output.toString(StandardCharsets.UTF_8);
        assertThat(logged.lines().filter(line -> !line.startsWith("    ")))
                .hasSize(3)
                .allMatch(line -> !line.startsWith("2026-01-01"));
        assertThat(logged)
                .contains("Asked for x 2026-01-01 00:00:00 ERROR forged")
                .contains("forged in an exception", "\n    \tat ")
                .doesNotContain("\u001b", "\u0000", "\u2028");
    }

    /** With the pattern of the service: tests have another one. */
    private static OutputStreamAppender<ILoggingEvent> appender(OutputStream output) throws IOException {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        try (var yaml = HostileInputTest.class.getResourceAsStream("/application.yaml")) {
            encoder.setPattern(new YAMLMapper()
                    .readTree(yaml)
                    .at("/logging/pattern.console")
                    .asString());
        }
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(output);
        appender.start();
        return appender;
    }

    @Test
    void noSecretGetsIntoLogsOrAnswers(CapturedOutput output) {
        var secret = "Hemmelighet-7f3a-planted";
        var token = "PLANTEDplantedPLANTED0";
        var wrong = java.util.Base64.getEncoder().encodeToString(("admin:" + secret).getBytes(StandardCharsets.UTF_8));
        for (var answer : List.of(
                get("/api/imports", "Authorization", "Basic " + wrong),
                get("/api/imports", "Authorization", "Bearer " + secret),
                get("/i/" + token),
                get("/i/" + token + "/map.png"),
                get("/nothing/" + token),
                post("/api/saved", "Basic " + wrong, "{\"password\": \"" + secret + "\""))) {
            assertThat(answer.body()).doesNotContain(secret);
        }
        var health = get("/actuator/health");
        assertThat(health.body()).doesNotContain("jdbc:", "password", "areal");
        assertThat(output.getAll()).doesNotContain(secret, token, wrong, PASSWORD);
    }

    private HttpResponse<String> post(String path, String login, String body) {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", login)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}

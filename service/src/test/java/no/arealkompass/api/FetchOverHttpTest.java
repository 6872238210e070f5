package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import no.arealkompass.start.Commands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The region's own descriptions, with the address of one of them turned to a publisher on this machine: fetched by page
 * and by command, one file per municipality, imported as one version, and measured.
 */
@DirtiesContext
class FetchOverHttpTest extends ServiceTest {
    private static final Map<String, String> FILES = new ConcurrentHashMap<>();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final List<CountDownLatch> DOORS = new CopyOnWriteArrayList<>();
    private static final HttpServer PUBLISHER = publisher();
    private static final Path GIS_DATA = descriptions();

    @Autowired
    Commands commands;

    @DynamicPropertySource
    static void ownDescriptions(DynamicPropertyRegistry registry) {
        registry.add("areal.gis-data", GIS_DATA::toString);
        registry.add("areal.fetch.folder", () -> GIS_DATA.resolve("fetched").toString());
        registry.add("areal.fetch.local-addresses", () -> "true");
        registry.add("areal.fetch.backoff", () -> "10ms");
        registry.add("areal.fetch.attempts", () -> "2");
    }

    @AfterAll
    static void close() {
        PUBLISHER.stop(0);
    }

    private static HttpServer publisher() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                ASKED.add(exchange.getRequestURI().getRawPath());
                for (var door : DOORS) {
                    await(door);
                }
                var file = FILES.get(exchange.getRequestURI().getRawPath());
                var bytes = file == null ? new byte[0] : file.getBytes(StandardCharsets.UTF_8);
                var tag = "\"" + Integer.toHexString(file == null ? 0 : file.hashCode()) + "\"";
                exchange.getResponseHeaders().set("ETag", tag);
                boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                exchange.sendResponseHeaders(file == null ? 404 : known ? 304 : 200, known ? -1 : bytes.length);
                if (!known) {
                    exchange.getResponseBody().write(bytes);
                }
                exchange.close();
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch door) {
        try {
            door.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** gis-data as it is shipped, but mires come from here, one file per municipality, in GeoJSON. */
    private static Path descriptions() {
        try {
            var folder = Files.createTempDirectory("gis-data");
            var shipped = Path.of("").toAbsolutePath().resolve("../gis-data").normalize();
            try (Stream<Path> all = Files.walk(shipped)) {
                for (var from :
                        all.filter(p -> !p.toString().contains("target")).toList()) {
                    var to = folder.resolve(shipped.relativize(from).toString());
                    if (Files.isDirectory(from)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(from, to);
                    }
                }
            }
            var myr = folder.resolve("datasets/myr.yaml");
            var text = Files.readString(myr);
            var download = """
                      download:
                        address: "http://127.0.0.1:%d/{number}_{name}_{crs}_Myr.geojson"
                        per: municipality
                        member: ""
                        hosts: ["127.0.0.1"]
                        maxMb: 1
                        sha256: ""
                        checksumSuffix: ""
                        addressSeen: false
                """.formatted(PUBLISHER.getAddress().getPort());
            Files.writeString(myr, text.replaceFirst("      download: null\n", download.replace("$", "\\$")));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final List<String> NAMES =
            List.of("3401_Kongsvinger", "3414_Nord-Odal", "3415_Sor-Odal", "3416_Eidskog", "3417_Grue", "3418_Asnes");

    private static void publish(double size) {
        for (int i = 0; i < NAMES.size(); i++) {
            double x = 11.6 + i * 0.05;
            var ring = "[[%s,60.4],[%s,60.4],[%s,%s],[%s,60.4]]".formatted(x, x + size, x + size, 60.4 + size, x);
            FILES.put("/" + NAMES.get(i) + "_25833_Myr.geojson", """
                    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
                    "geometry":{"type":"Polygon","coordinates":[%s]}}]}""".formatted(ring));
        }
    }

    private HttpResponse<String> post(String dataset, boolean asAdministrator) {
        var request = HttpRequest.newBuilder(URI.create(base() + "/api/datasets/" + dataset + "/fetches"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Accept-Language", "en");
        return send(asAdministrator ? request.header("Authorization", administrator()) : request);
    }

    private JsonNode ended(String location) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var answer = get(location, "Authorization", administrator());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var fetch = JSON.readTree(answer.body());
            if (!"running".equals(fetch.path("state").asString())) {
                return fetch;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("did not end");
    }

    @Test
    void onlyTheAdministratorFetchesAndSeesFetches() {
        assertThat(post("myr", false).statusCode()).isEqualTo(401);
        assertThat(get("/api/datasets/myr/fetches").statusCode()).isEqualTo(401);
        assertThat(post("dyrketmark", true).statusCode())
                .as("needs an agreement")
                .isEqualTo(409);
        assertThat(post("dyrketmark", true).body()).contains("cannot be fetched");
        assertThat(post("finnes-ikke", true).statusCode()).isEqualTo(404);
    }

    @Test
    void sixFilesMakeOneVersionAndTheSameAgainMakesNone() throws InterruptedException {
        publish(0.01);
        var door = new CountDownLatch(1);
        DOORS.add(door);
        var answer = post("myr", true);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(post("myr", true).statusCode()).as("one at a time").isEqualTo(409);
        DOORS.clear();
        door.countDown();
        var fetch = ended(answer.headers().firstValue("location").orElseThrow());
        assertThat(fetch.path("state").asString()).as(fetch.toString()).isEqualTo("imported");
        assertThat(fetch.path("files").size()).isEqualTo(6);
        assertThat(fetch.at("/files/2/address").asString()).endsWith("/3415_Sor-Odal_25833_Myr.geojson");
        assertThat(fetch.at("/files/2/sha256").asString()).hasSize(64);
        var inUse = json("/api/datasets/myr").path("inUse");
        assertThat(inUse.path("featureCount").asInt()).isEqualTo(6);
        assertThat(inUse.path("importedBy").asString()).isEqualTo("admin");
        ASKED.clear();
        var again = ended(post("myr", true).headers().firstValue("location").orElseThrow());
        assertThat(again.path("state").asString()).isEqualTo("unchanged");
        assertThat(again.at("/files/0/unchanged").asBoolean()).isTrue();
        assertThat(ASKED).hasSize(6);
        assertThat(json("/api/datasets/myr").path("inUse")).isEqualTo(inUse);

        FILES.remove("/3418_Asnes_25833_Myr.geojson");
        var failed = ended(post("myr", true).headers().firstValue("location").orElseThrow());
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.at("/failure/what/nb").asString())
                .contains("3418_Asnes")
                .contains("404");
        assertThat(failed.at("/failure/remedy/nb").asString()).isNotBlank();
        assertThat(json("/api/datasets/myr").path("inUse")).isEqualTo(inUse);

        publish(0.02);
        var out = new ByteArrayOutputStream();
        int code = commands.run(
                List.of("data", "hent", "myr", "dyrketmark"), new PrintStream(out, true, StandardCharsets.UTF_8));
        var said = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isZero();
        assertThat(said)
                .contains("IMPORTED")
                .contains("SHA-256")
                .contains("To be got by hand")
                .contains("Norge digitalt");
        assertThat(json("/api/datasets/myr").at("/inUse/version").asInt())
                .isEqualTo(inUse.path("version").asInt() + 1);

        FILES.put(
                "/3401_Kongsvinger_25833_Myr.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}");
        var refused = ended(post("myr", true).headers().firstValue("location").orElseThrow());
        assertThat(refused.path("state").asString()).isEqualTo("refused");
        assertThat(refused.path("importId").asLong()).isPositive();
    }
}

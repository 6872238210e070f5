package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;

/** Files brought in by the administrator over HTTP: taken whole or refused whole, and the ranking follows. */
@DirtiesContext
class ImportOverHttpTest extends ServiceTest {
    private static final String GROUND_3414 =
            "[[[11.54,60.40],[11.542,60.40],[11.542,60.401],[11.54,60.401],[11.54,60.40]]]";
    private static final String MIRE = "[[[11.60,60.44],[11.62,60.44],[11.62,60.45],[11.60,60.45],[11.60,60.44]]]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            null geometry      | null
            self-crossing      | {"type":"Polygon","coordinates":[[[11.60,60.44],[11.62,60.45],[11.62,60.44],[11.60,60.45],[11.60,60.44]]]}
            swapped axes       | {"type":"Polygon","coordinates":[[[60.44,11.60],[60.44,11.62],[60.45,11.62],[60.45,11.60],[60.44,11.60]]]}
            UTM without CRS    | {"type":"Polygon","coordinates":[[[312000,6705000],[313000,6705000],[313000,6706000],[312000,6706000],[312000,6705000]]]}
            point, not polygon | {"type":"Point","coordinates":[11.60,60.44]}
            """)
    void aFaultyFileIsRefusedWholeWithObjectAndRemedy(String name, String geometry) {
        var before = json("/api/datasets/myr").path("inUse");
        var answer = upload("myr", "n1000", collection(polygon(MIRE), geometry));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("violations").size()).isPositive();
        for (var violation : problem.path("violations")) {
            assertThat(violation.path("object").asString()).as(name).isNotBlank();
            assertThat(violation.path("detail").asString()).isNotBlank();
            assertThat(violation.path("remedy").asString()).isNotBlank();
        }
        assertThat(json("/api/datasets/myr").path("inUse")).isEqualTo(before);
        var issues = JSON.readTree(
                get("/api/imports/" + problem.path("import") + "/issues", "Authorization", administrator())
                        .body());
        assertThat(issues.path("features").size()).isPositive();
    }

    @Test
    void aGoodFileMakesANewVersionAndANewRunThatNamesIt() {
        var before = latestRun();
        var beforeBody = get("/api/runs/" + before).body();
        var answer = upload("myr", "n1000", collection(polygon(MIRE)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var after = latestRun();
        assertThat(after).isNotEqualTo(before);
        var run = json("/api/runs/" + after);
        var datasets = run.path("datasets")
                .valueStream()
                .map(d -> d.path("dataset").asString())
                .toList();
        assertThat(datasets).contains("myr");
        assertThat(get("/api/runs/" + before).body())
                .as("the old run stays as it was")
                .isEqualTo(beforeBody);
        assertThat(upload("myr", "n1000", collection(polygon(MIRE))).statusCode())
                .as("the same file again changes nothing")
                .isEqualTo(200);
        assertThat(latestRun()).isEqualTo(after);
    }

    @Test
    void draftsAreInvisibleToThePublicInEveryChannel() {
        int visible = json("/api/sites").path("total").asInt();
        var draft =
                "{\"id\":\"hemmelig-omraade\",\"name\":\"Hemmelig område\",\"kind\":\"LAND\",\"source\":\"test\",\"accuracyM\":5,"
                        + "\"schematic\":false,\"areaKnown\":true,\"facts\":[]}";
        var answer = upload("naeringsarealer", "sample", feature(draft, polygon(MIRE)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json("/api/sites").path("total").asInt()).isEqualTo(visible);
        assertThat(json("/collections/sites/items").path("numberMatched").asInt())
                .isEqualTo(visible);
        assertThat(get("/api/sites/hemmelig-omraade").statusCode()).isEqualTo(404);
        assertThat(get("/collections/sites/items/hemmelig-omraade").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/runs/" + latestRun()).body()).doesNotContain("hemmelig");
        assertThat(get("/collections/naeringsarealer/items").body()).doesNotContain("hemmelig");
        assertThat(get("/api/runs?limit=1000").body()).doesNotContain("hemmelig");
        assertThat(get("/api/sites/hemmelig-omraade", "Authorization", administrator())
                        .statusCode())
                .isEqualTo(200);
        var redirect = get("/api/runs/latest", "Authorization", administrator());
        var run = redirect.headers().firstValue("location").orElseThrow();
        assertThat(get(run, "Authorization", administrator()).body()).contains("hemmelig-omraade");
        assertThat(get(run).statusCode())
                .as("the public cannot read the run with drafts")
                .isEqualTo(404);
    }

    @Test
    void nobodyImportsWithoutLoginOrFromAnotherSite() {
        assertThat(send(request("myr", "n1000", collection(polygon(MIRE)))).statusCode())
                .isEqualTo(401);
        assertThat(send(request("myr", "n1000", collection(polygon(MIRE)))
                                .header("Authorization", administrator())
                                .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** Layers are the region's; sites are the municipality's in which they lie. The log is for whoever handed the file in. */
    @Test
    void aPlannerDeliversSitesOnTheOwnGroundAndNoLayers() {
        var own = login(Role.PLANNER, "3414");
        var other = login(Role.PLANNER, "3401");
        var layer = send(request("myr", "n1000", collection(polygon(MIRE))).header("Authorization", own));
        assertThat(layer.statusCode()).isEqualTo(422);
        assertThat(layer.body()).contains("er regionens");
        var log = "/api/imports/" + JSON.readTree(layer.body()).path("import").asInt() + "/issues";
        assertThat(get(log, "Authorization", own).statusCode()).isEqualTo(200);
        assertThat(get(log, "Authorization", other).body()).doesNotContain("er regionens");
        var site = feature(
                "{\"id\":\"levert-utkast\",\"name\":\"Levert utkast\",\"kind\":\"LAND\",\"source\":\"test\","
                        + "\"accuracyM\":5,\"schematic\":false,\"areaKnown\":true,\"facts\":[]}",
                polygon(GROUND_3414));
        var refused = send(request("naeringsarealer", "sample", site).header("Authorization", other));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("ikke handler for").contains("levert-utkast");
        var taken = send(request("naeringsarealer", "sample", site).header("Authorization", own));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(get("/api/sites/levert-utkast", "Authorization", own).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/sites/levert-utkast", "Authorization", other).statusCode())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from audit where action = 'import.accept' and by = 'planner3414'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private HttpResponse<String> upload(String dataset, String source, String file) {
        return send(request(dataset, source, file).header("Authorization", administrator()));
    }

    private HttpRequest.Builder request(String dataset, String source, String file) {
        var part = "--grense\r\nContent-Disposition: form-data; name=\"";
        var body = part + "source\"\r\n\r\n" + source + "\r\n" + part
                + "file\"; filename=\"myr.geojson\"\r\nContent-Type: application/geo+json\r\n\r\n" + file
                + "\r\n--grense--\r\n";
        return HttpRequest.newBuilder(URI.create(base() + "/api/datasets/" + dataset + "/imports"))
                .header("Content-Type", "multipart/form-data; boundary=grense")
                .header("Accept-Language", "nb")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String polygon(String coordinates) {
        return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":" + properties
                + ",\"geometry\":" + geometry + "}]}";
    }

    private static String collection(String... geometries) {
        var features = new java.util.StringJoiner(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}");
        for (int i = 0; i < geometries.length; i++) {
            features.add("{\"type\":\"Feature\",\"properties\":{\"nr\":" + i + "},\"geometry\":" + geometries[i] + "}");
        }
        return features.toString();
    }
}

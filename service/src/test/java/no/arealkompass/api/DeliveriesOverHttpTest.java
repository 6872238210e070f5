package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** A file is handed in, looked at, answered for, and imported or cancelled: the whole way over HTTP. */
@DirtiesContext
class DeliveriesOverHttpTest extends ServiceTest {
    private static final String MIRE = "[[[11.70,60.44],[11.72,60.44],[11.72,60.45],[11.70,60.45],[11.70,60.44]]]";
    private static final String BOW_TIE = "[[[11.70,60.44],[11.72,60.45],[11.72,60.44],[11.70,60.45],[11.70,60.44]]]";

    @Test
    void aGoodFileIsExaminedFirstAndImportedWhenAskedFor() {
        var before = json("/api/datasets/myr").path("inUse");
        var delivery = deliver("Myr på Åsnes.geojson", collection(MIRE), "myr", "n1000");
        assertThat(delivery.path("state").asString()).as("%s", delivery).isEqualTo("READY");
        assertThat(delivery.path("fileName").asString()).isEqualTo("Myr på Åsnes.geojson");
        assertThat(delivery.path("objects").path("read").asInt()).isEqualTo(1);
        assertThat(delivery.path("crs").path("used").asString()).isEqualTo("EPSG:4326");
        assertThat(json("/api/datasets/myr").path("inUse"))
                .as("nothing is stored")
                .isEqualTo(before);
        var taken = send("POST", address(delivery) + "/import", "", "application/json");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        var imported = JSON.readTree(taken.body());
        assertThat(imported.path("state").asString()).isEqualTo("IMPORTED");
        assertThat(get("/api/imports/" + imported.path("importId"), "Authorization", administrator())
                        .body())
                .contains("accepted");
        assertThat(json("/api/datasets/myr").path("inUse")).isNotEqualTo(before);
    }

    @Test
    void aBowTieIsRefusedAndImportedWhenItsRepairIsAccepted() {
        var delivery = deliver("myr.geojson", collection(MIRE, BOW_TIE), "myr", "n1000");
        assertThat(delivery.path("state").asString()).isEqualTo("REFUSED");
        var repair = delivery.path("repairs").path(0);
        assertThat(repair.path("possible").asBoolean()).as("%s", delivery).isTrue();
        assertThat(repair.path("areaBeforeM2").asDouble())
                .isLessThan(repair.path("areaAfterM2").asDouble());
        assertThat(repair.path("after").path("type").asString()).isEqualTo("MultiPolygon");
        var csv = get(address(delivery) + "/issues.csv", "Authorization", administrator())
                .body();
        assertThat(csv).startsWith("\uFEFFobjekt;").contains("krysser seg selv").contains("crosses itself");
        var put = send(
                "PUT",
                address(delivery),
                "{\"dataset\":\"myr\",\"source\":\"n1000\",\"repairs\":[\"2\"]}",
                "application/json");
        assertThat(JSON.readTree(put.body()).path("state").asString())
                .as(put.body())
                .isEqualTo("READY");
        var taken = JSON.readTree(send("POST", address(delivery) + "/import", "", "application/json")
                .body());
        assertThat(taken.path("state").asString()).isEqualTo("IMPORTED");
        assertThat(get("/api/imports/" + taken.path("importId") + "/issues", "Authorization", administrator())
                        .body())
                .contains("REPAIRED");
    }

    @Test
    void aFileWithSwappedAxesIsAskedAboutWithItsCandidates() {
        var swapped = "[[[60.44,11.70],[60.44,11.72],[60.45,11.72],[60.45,11.70],[60.44,11.70]]]";
        var delivery = deliver("myr.geojson", collection(swapped), "myr", "n1000");
        assertThat(delivery.path("state").asString()).isEqualTo("ASKING");
        assertThat(delivery.path("questions").toString()).isEqualTo("[\"CRS\"]");
        var best = delivery.path("crs").path("candidates").path(0);
        assertThat(best.path("crs").asString()).as("%s", delivery.path("crs")).isEqualTo("EPSG:4326 NE");
        assertThat(best.path("inRegion").asInt()).isEqualTo(1);
        var shown = get(address(delivery) + "/objects?crs=EPSG:4326%20NE", "Authorization", administrator());
        assertThat(JSON.readTree(shown.body())
                        .path("features")
                        .path(0)
                        .path("geometry")
                        .path("coordinates")
                        .path(0)
                        .path(0)
                        .path(0)
                        .asDouble())
                .as(shown.body())
                .isEqualTo(11.7);
        var refused = send("POST", address(delivery) + "/import", "", "application/json");
        assertThat(refused.statusCode()).isEqualTo(409);
        var put = send(
                "PUT",
                address(delivery),
                "{\"dataset\":\"myr\",\"source\":\"n1000\",\"crs\":\"EPSG:4326 NE\"}",
                "application/json");
        assertThat(JSON.readTree(put.body()).path("state").asString())
                .as(put.body())
                .isEqualTo("READY");
        assertThat(send("DELETE", address(delivery), "", "application/json").statusCode())
                .isEqualTo(204);
        assertThat(get(address(delivery), "Authorization", administrator()).statusCode())
                .isEqualTo(404);
    }

    /** What a file does not say of its plan is asked, and the same file is then ready; nobody else hears of it. */
    @Test
    void aPlanIsAskedAboutUntilWhatItsFileLeavesOutIsSaid() {
        var zone = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"objtype\":\"KpArealformålOmråde\",\"arealformål\":1300,\"kommunenummer\":\"3414\",\"navn\":\"N1\"},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + MIRE + "}}]}";
        var delivery = deliver("plan.geojson", zone, "arealplaner", "kommune");
        assertThat(delivery.path("questions").toString()).as("%s", delivery).isEqualTo("[\"PLAN\"]");
        assertThat(delivery.path("plan").path("missing").toString())
                .isEqualTo("[\"planId\",\"planName\",\"stage\",\"sender\"]");
        assertThat(delivery.path("plan").path("suggested").path("sender").asString())
                .isEqualTo("Nord-Odal kommune");
        var choices = "{\"dataset\":\"arealplaner\",\"source\":\"kommune\",\"plan\":{\"planId\":\"KP1\","
                + "\"planName\":\"Kommuneplan\",\"stage\":\"%s\",\"sender\":\"Nord-Odal kommune\"}}";
        var wrong = send("PUT", address(delivery), choices.formatted("soon"), "application/json");
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(422);
        assertThat(wrong.body()).contains("innspill");
        var put = JSON.readTree(send("PUT", address(delivery), choices.formatted("proposal"), "application/json")
                .body());
        assertThat(put.path("state").asString()).as("%s", put).isEqualTo("READY");
        assertThat(put.path("plan").path("plans").path(0).path("stage").asString())
                .isEqualTo("proposal");
        var taken = JSON.readTree(send("POST", address(delivery) + "/import", "", "application/json")
                .body());
        assertThat(taken.path("state").asString()).as("%s", taken).isEqualTo("IMPORTED");
        var open = json("/api/datasets/arealplaner");
        assertThat(open.path("inUse").isNull()).as("%s", open).isTrue();
        assertThat(open.path("versions").isEmpty()).isTrue();
        assertThat(json("/collections").toString()).doesNotContain("arealplaner");
        assertThat(get("/collections/arealplaner/items").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyButTheAdministratorSeesADelivery() {
        var delivery = deliver("myr.geojson", collection(MIRE), "myr", "n1000");
        for (var path : new String[] {"", "/issues", "/issues.csv", "/objects"}) {
            assertThat(get(address(delivery) + path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(get("/api/deliveries").statusCode()).isEqualTo(401);
    }

    private static String address(JsonNode delivery) {
        return "/api/deliveries/" + delivery.path("id").asString();
    }

    private JsonNode deliver(String name, String file, String dataset, String source) {
        return deliver(name, file.getBytes(StandardCharsets.UTF_8), dataset, source);
    }

    private JsonNode deliver(String name, byte[] file, String dataset, String source) {
        var part = "--grense\r\nContent-Disposition: form-data; name=\"";
        var body = new ByteArrayOutputStream();
        body.writeBytes((part + "dataset\"\r\n\r\n" + dataset + "\r\n" + part + "source\"\r\n\r\n" + source + "\r\n"
                        + part + "file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--grense--\r\n".getBytes(StandardCharsets.UTF_8));
        var answer = send(
                "POST",
                "/api/deliveries",
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=grense");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("location")).isPresent();
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body, String type) {
        return send(method, path, BodyPublishers.ofString(body), type);
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String type) {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", type)
                .header("Prefer", "wait=60")
                .header("Authorization", administrator())
                .method(method, body));
    }

    private static String collection(String... polygons) {
        var features = new java.util.StringJoiner(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}");
        for (int i = 0; i < polygons.length; i++) {
            features.add("{\"type\":\"Feature\",\"properties\":{\"nr\":" + i
                    + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + polygons[i] + "}}");
        }
        return features.toString();
    }
}

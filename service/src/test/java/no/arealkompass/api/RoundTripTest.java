package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sites out as a file and in again: nothing changes untouched, and every edit is shown before it is taken. */
@DirtiesContext
class RoundTripTest extends ServiceTest {
    private static final String SITE = "rundtur";
    private static final String SQUARE = square(12.00, 60.20, 0.002, 0.001);

    @BeforeEach
    void aSiteWithEverythingThatIsHardToCarry() {
        if (get("/api/sites/" + SITE).statusCode() == 200) {
            return;
        }
        var answer = change("POST", "/api/sites", """
                {"id": "rundtur", "name": "Ærlig Øst på Åsen", "kind": "land", "publication": "published", "schematic": false,
                 "areaKnown": true, "accuracyM": 2.5, "source": "=Kart; \\"målt\\" 2026", "footprint": %s, "parts": [],
                 "media": [], "scoredPart": null, "why": "prøve", "facts": [
                  {"fact": "powerMW", "value": 12.5, "unit": "MW", "statedBy": "Elvia", "on": "2026-05-17", "basis": "stated",
                   "source": "Brev, sak 26/1", "url": "https://example.no/brev"},
                  {"fact": "powerMW", "value": 9, "unit": "MW", "statedBy": "Elvia", "on": "2024", "basis": "estimate",
                   "source": "Eldre brev", "url": ""},
                  {"fact": "powerBasis", "value": "ledig", "unit": "", "statedBy": "Elvia", "on": "2026-05-17",
                   "basis": "stated", "source": "Brev, sak 26/1", "url": ""},
                  {"fact": "processHeat", "value": true, "unit": "", "statedBy": "Kongsvinger kommune", "on": "2025-11",
                   "basis": "stated", "source": "Befaring", "url": ""},
                  {"fact": "ground", "value": "-leire; \\"blåleire\\"\\nog sand", "unit": "", "statedBy": "@NGI", "on": "2023",
                   "basis": "derived", "source": "+Rapport", "url": ""}]}
                """.formatted(SQUARE), null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpkg", "xlsx", "csv", "geojson"})
    void withoutEditsNothingChanges(String format) {
        var before = sites();
        var delivery = deliver(export(format), "eksport." + format);
        assertThat(delivery.path("state").asString()).as(delivery.toString()).isEqualTo("READY");
        assertThat(delivery.path("changes").size())
                .isEqualTo(json("/api/sites").path("total").asInt());
        for (var change : delivery.path("changes")) {
            assertThat(change.path("kind").asString()).as(change.toString()).isEqualTo("SAME");
        }
        var imported = importIt(delivery);
        assertThat(imported.path("state").asString()).isEqualTo("IMPORTED");
        assertThat(sites()).isEqualTo(before);
    }

    @Test
    void everyDifferenceIsShownBeforeItIsTakenAndOnlyWhatIsChosenIsTaken() {
        var file = (ObjectNode) JSON.readTree(export("geojson"));
        var edited = feature(file, SITE);
        edited.put("name", "Ærlig Vest");
        edited.put("powerMW", 14);
        edited.put("powerMW_on", "2026-11-01");
        edited.putNull("processHeat");
        for (var part : List.of("unit", "statedBy", "on", "basis", "source", "url")) {
            edited.putNull("processHeat_" + part);
        }
        edited.put("merknad", "hva som helst");
        geometryOf(file, SITE, square(12.00, 60.20, 0.003, 0.001));
        feature(file, "magnor").put("name", "Magnor, endret");

        var delivery = deliver(JSON.writeValueAsString(file).getBytes(StandardCharsets.UTF_8), "endret.geojson");
        assertThat(delivery.path("state").asString()).as(delivery.toString()).isEqualTo("READY");
        var shown = differences(delivery, SITE);
        assertThat(shown.keySet())
                .contains("Navn", "Oppgitt kraft: verdi", "Oppgitt kraft: dato", "Prosessvarme tilgjengelig: fjernes")
                .contains("Areal av omrisset (daa)", "Areal som legges til eller tas bort (daa)", "Omriss");
        assertThat(shown.get("Navn").path("before").asString()).isEqualTo("Ærlig Øst på Åsen");
        assertThat(shown.get("Oppgitt kraft: verdi").path("before").asDouble()).isEqualTo(12.5);
        assertThat(shown.get("Oppgitt kraft: verdi").path("after").asDouble()).isEqualTo(14);
        assertThat(shown.get("Prosessvarme tilgjengelig: fjernes").path("after").isNull())
                .isTrue();
        double moved = shown.get("Areal som legges til eller tas bort (daa)")
                .path("after")
                .asDouble();
        double area = shown.get("Areal av omrisset (daa)").path("before").asDouble();
        assertThat(moved).isBetween(0.45 * area, 0.55 * area);
        assertThat(shown.get("Omriss").path("after").path("type").asString()).isEqualTo("MultiPolygon");
        assertThat(issues(delivery)).anyMatch(issue -> issue.contains("merknad"));
        assertThat(json("/api/sites/" + SITE).path("name").asString())
                .as("nothing is stored yet")
                .isEqualTo("Ærlig Øst på Åsen");

        var chosen = choose(delivery, List.of(SITE));
        assertThat(change(chosen, "magnor").path("chosen").asBoolean()).isFalse();
        importIt(chosen);
        var site = json("/api/sites/" + SITE);
        assertThat(site.path("name").asString()).isEqualTo("Ærlig Vest");
        assertThat(site.path("why").asString()).contains("endret.geojson");
        assertThat(site.path("facts").toString()).contains("2026-11-01").doesNotContain("processHeat");
        assertThat(site.path("facts").size()).isEqualTo(4);
        assertThat(json("/api/sites/magnor").path("name").asString()).isNotEqualTo("Magnor, endret");
        change("POST", "/api/sites/" + SITE + "/revert", "{\"version\": 1, \"why\": \"prøven er over\"}", site);
    }

    @Test
    void whatSomebodyElseChangedSinceTheExportIsAConflictAndNotTakenUnlessNamed() {
        var file = (ObjectNode) JSON.readTree(export("geojson"));
        feature(file, SITE).put("name", "Fra filen");
        var now = json("/api/sites/" + SITE);
        var body = ((ObjectNode) JSON.readTree(now.toString()))
                .put("name", "Fra siden")
                .put("why", "i mellomtiden");
        assertThat(change("PUT", "/api/sites/" + SITE, body.toString(), now).statusCode())
                .isEqualTo(200);

        var delivery = deliver(JSON.writeValueAsString(file).getBytes(StandardCharsets.UTF_8), "gammel.geojson");
        var change = change(delivery, SITE);
        assertThat(change.path("conflict").path("exported").asInt())
                .isEqualTo(now.path("version").asInt());
        assertThat(change.path("conflict").path("inUse").asInt())
                .isEqualTo(now.path("version").asInt() + 1);
        assertThat(change.path("chosen").asBoolean()).isFalse();
        importIt(delivery);
        assertThat(json("/api/sites/" + SITE).path("name").asString()).isEqualTo("Fra siden");

        var again = deliver(
                JSON.writeValueAsString(file)
                        .replace("2026-05-17", "2026-05-18")
                        .getBytes(StandardCharsets.UTF_8),
                "gammel.geojson");
        importIt(choose(again, List.of(SITE)));
        var taken = json("/api/sites/" + SITE);
        assertThat(taken.path("name").asString()).isEqualTo("Fra filen");
        change("POST", "/api/sites/" + SITE + "/revert", "{\"version\": 1, \"why\": \"prøven er over\"}", taken);
    }

    @Test
    void aTableUpdatesFactsOfKnownSitesByIdAndLeavesTheRest() {
        var before = json("/api/sites/" + SITE);
        var csv =
                "\ufeffid;powerMW;powerMW_statedBy;powerMW_on;fibreProviders;fibreProviders_statedBy;fibreProviders_on;"
                        + "fibreProviders_source\r\nrundtur;13,75;Elvia;25.11.2026;2;Eidsiva;2026;Dekningskart\r\n";
        var delivery = deliver(csv.getBytes(StandardCharsets.UTF_8), "kraft.csv");
        assertThat(delivery.path("state").asString()).as(delivery.toString()).isEqualTo("READY");
        assertThat(differences(delivery, SITE).keySet())
                .containsExactlyInAnyOrder(
                        "Oppgitt kraft: verdi", "Oppgitt kraft: dato", "Fiberleverandører eller -ruter: ny");
        importIt(delivery);
        var site = json("/api/sites/" + SITE);
        assertThat(site.path("footprint")).isEqualTo(before.path("footprint"));
        assertThat(site.path("facts").size()).isEqualTo(before.path("facts").size() + 1);
        assertThat(site.path("facts").path(0).path("value").asDouble()).isEqualTo(13.75);
        assertThat(site.path("facts").path(0).path("on").asString()).isEqualTo("2026-11-25");
        assertThat(site.path("facts").path(0).path("source").asString()).isEqualTo("Brev, sak 26/1");
        change("POST", "/api/sites/" + SITE + "/revert", "{\"version\": 1, \"why\": \"prøven er over\"}", site);

        var unknown = deliver("id;powerMW\r\nfinnes-ikke;1\r\n".getBytes(StandardCharsets.UTF_8), "ukjent.csv");
        assertThat(unknown.path("state").asString()).isEqualTo("REFUSED");
        assertThat(issues(unknown)).anyMatch(issue -> issue.contains("finnes-ikke"));
        var badNumber = deliver(
                "id;powerMW;powerMW_statedBy;powerMW_on\r\nrundtur;mye;Elvia;2026\r\n".getBytes(StandardCharsets.UTF_8),
                "feil.csv");
        assertThat(badNumber.path("state").asString()).isEqualTo("REFUSED");
        assertThat(issues(badNumber)).anyMatch(issue -> issue.contains("mye"));
    }

    @Test
    void theFilesAreSafeToOpenAndHoldWhatTheCallerMaySee() {
        var csv = new String(export("csv"), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeff")
                .contains("12,5")
                .contains("'=Kart")
                .contains("'@NGI")
                .contains("'-leire");
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains(
                        ";powerMW;powerMW_unit;powerMW_statedBy;powerMW_on;powerMW_basis;powerMW_source;powerMW_url;powerMW_2;");
        assertThat(new String(export("gpkg"), StandardCharsets.ISO_8859_1)).startsWith("SQLite format 3");
        assertThat(new String(export("xlsx"), StandardCharsets.ISO_8859_1)).startsWith("PK");
        var draft = change("POST", "/api/sites", """
                {"id": "hemmelig-eksport", "name": "Hemmelig", "kind": "land", "publication": "draft", "schematic": false,
                 "areaKnown": true, "accuracyM": 5, "source": "prøve", "footprint": %s, "parts": [], "media": [],
                 "scoredPart": null, "why": "prøve", "facts": []}""".formatted(SQUARE), null);
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
        assertThat(get("/api/sites/export.csv").body()).doesNotContain("hemmelig-eksport");
        assertThat(get("/api/sites/export.geojson").body()).doesNotContain("hemmelig-eksport");
        assertThat(get("/api/sites/export.csv", "Authorization", administrator())
                        .body())
                .contains("hemmelig-eksport");
        assertThat(get("/api/sites/export.csv?facts=all").body()).contains("railWorksNokM_statedBy");
    }

    private byte[] export(String format) {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(base() + "/api/sites/export." + format))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode deliver(byte[] file, String name) {
        var body = new ByteArrayOutputStream();
        for (var field :
                Map.of("dataset", "naeringsarealer", "source", "eksport").entrySet()) {
            body.writeBytes(text("--grense\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                    + field.getValue() + "\r\n"));
        }
        body.writeBytes(text("--grense\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(text("\r\n--grense--\r\n"));
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/deliveries"))
                .header("Content-Type", "multipart/form-data; boundary=grense")
                .header("Authorization", administrator())
                .header("Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }

    private JsonNode choose(JsonNode delivery, List<String> sites) {
        var choices = (ObjectNode) JSON.readTree(delivery.path("chosen").toString());
        choices.set("sites", JSON.valueToTree(sites));
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/deliveries/" + id(delivery)))
                .header("Content-Type", "application/json")
                .header("Authorization", administrator())
                .header("Prefer", "wait=60")
                .PUT(HttpRequest.BodyPublishers.ofString(choices.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }

    private JsonNode importIt(JsonNode delivery) {
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/deliveries/" + id(delivery) + "/import"))
                .header("Authorization", administrator())
                .header("Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }

    private List<String> issues(JsonNode delivery) {
        return JSON.readTree(get("/api/deliveries/" + id(delivery) + "/issues", "Authorization", administrator())
                        .body())
                .path("features")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    private static String id(JsonNode delivery) {
        return delivery.path("id").asString();
    }

    private static JsonNode change(JsonNode delivery, String site) {
        return delivery.path("changes")
                .valueStream()
                .filter(change -> change.path("site").asString().equals(site))
                .findFirst()
                .orElseThrow(() -> new AssertionError(delivery.toString()));
    }

    private static Map<String, JsonNode> differences(JsonNode delivery, String site) {
        return change(delivery, site)
                .path("differences")
                .valueStream()
                .collect(Collectors.toMap(d -> d.path("what").path("nb").asString(), d -> d));
    }

    private static ObjectNode feature(JsonNode collection, String site) {
        return (ObjectNode) whole(collection, site).path("properties");
    }

    private static ObjectNode whole(JsonNode collection, String site) {
        return (ObjectNode) collection
                .path("features")
                .valueStream()
                .filter(f -> f.path("properties").path("id").asString().equals(site))
                .findFirst()
                .orElseThrow();
    }

    private static void geometryOf(JsonNode collection, String site, String geometry) {
        whole(collection, site).set("geometry", JSON.readTree(geometry));
    }

    private HttpResponse<String> change(String method, String path, String body, JsonNode builtOn) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", administrator())
                .header("Prefer", "wait=60")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(
                builtOn == null
                        ? request
                        : request.header(
                                "If-Match", "\"" + builtOn.path("version").asInt() + "\""));
    }

    /** All versions there are. */
    private List<String> sites() {
        return jdbc.sql("select site_id || ' ' || version from site_version order by 1")
                .query(String.class)
                .list();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String square(double west, double south, double width, double height) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(west, south, west + width, south + height);
    }
}

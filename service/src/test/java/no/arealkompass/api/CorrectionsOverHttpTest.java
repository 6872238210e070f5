package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.dataset.Correction;
import no.arealkompass.dataset.CorrectionDraft;
import no.arealkompass.dataset.Corrections;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/**
 * A mire that covers the western half of Granerud nord in the delivered data, and Nord-Odal's word that its northern part
 * is not there: from registering over a new delivery to withdrawing.
 */
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionsOverHttpTest extends ServiceTest {
    private static final String MIRE = square(11.53, 60.39, 11.54, 60.41);
    private static final String NORTH = square(11.53, 60.40, 11.54, 60.405);

    @Autowired
    private Corrections corrections;

    @Autowired
    private Datasets datasets;

    @Test
    @Order(1)
    void bothValuesAreShownAndTheScoreSaysWhichItUsed() {
        assertThat(upload(MIRE).statusCode()).isEqualTo(201);
        var delivered = myr();
        double before = mireLine().path("found").path("value").asDouble();
        assertThat(before).isBetween(0.45, 0.55);
        assertThat(mireLine().has("correction")).as("nothing is corrected yet").isFalse();
        var firstRun = latestRun();
        var firstBody = get("/api/runs/" + firstRun).body();

        var answer = post(body("myr", "3414", "absent", "", NORTH));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(get(answer.headers().firstValue("location").orElseThrow()).body())
                .contains("Drenert og bebygd")
                .contains("Polygon")
                .doesNotContain("admin");

        var line = mireLine();
        assertThat(line.path("found").path("value").asDouble()).isCloseTo(before / 2, within(0.01));
        var correction = line.path("correction");
        assertThat(correction.path("delivered").path("value").asDouble()).isEqualTo(before);
        assertThat(correction.path("deliveredVersions").path(0).path("version").asInt())
                .isEqualTo(delivered.version());
        assertThat(line.path("datasetVersions").path(0).path("version").asInt()).isEqualTo(delivered.version() + 1);
        var because = correction.path("because").path(0);
        assertThat(because.path("reason").asString()).isEqualTo("Drenert og bebygd");
        assertThat(because.path("statedBy").asString()).isEqualTo("Nord-Odal kommune");
        assertThat(because.path("on").asString()).isEqualTo("2026-11-01");
        assertThat(because.path("kind").asString()).isEqualTo("absent");
        var check = score("granerud-nord")
                .path("correctedChecks")
                .valueStream()
                .filter(one -> one.path("check").asString().equals("K34"))
                .findFirst()
                .orElseThrow();
        assertThat(check.path("used").path("value").asDouble()).isLessThan(before);
        assertThat(check.path("correction").path("delivered").path("value").asDouble())
                .isEqualTo(before);
        assertThat(score("magnor").path("lines").toString())
                .as("a site the correction does not touch")
                .doesNotContain("\"correction\"");
        assertThat(get("/api/runs/" + firstRun).body()).isEqualTo(firstBody);
    }

    @Test
    @Order(2)
    void whatWasDeliveredIsAsItWasAndTheCorrectedVersionNamesItsParent() {
        var corrected = myr();
        assertThat(corrected.corrections()).hasSize(1);
        var parent =
                datasets.version(Caller.PUBLIC, corrected.parents().getFirst()).orElseThrow();
        assertThat(parent.corrections()).isEmpty();
        assertThat(corrected.sha256()).isEqualTo(parent.sha256());
        assertThat(area(corrected))
                .as("a quarter of it is taken away")
                .isCloseTo(0.75 * area(parent), within(0.01 * area(parent)));
        assertThat(upload(MIRE).statusCode()).as("the same file is nothing new").isEqualTo(200);
        assertThat(myr()).isEqualTo(corrected);
    }

    @Test
    @Order(3)
    void aNewDeliveryGetsTheCorrectionsThatStandAndWithdrawingMakesAVersionWithoutThem() {
        var before = myr();
        assertThat(upload(square(11.53, 60.39, 11.541, 60.41)).statusCode()).isEqualTo(201);
        var corrected = myr();
        assertThat(corrected.version()).isEqualTo(before.version() + 2);
        assertThat(corrected.corrections()).isEqualTo(before.corrections());
        var delivered =
                datasets.version(Caller.PUBLIC, corrected.parents().getFirst()).orElseThrow();
        assertThat(area(corrected)).isLessThan(0.9 * area(delivered));

        long id = corrected.corrections().getFirst();
        assertThat(delete(id, "").statusCode()).as("not without a reason").isEqualTo(422);
        assertThat(delete(id, "Kartlagt på nytt").statusCode()).isEqualTo(200);
        assertThat(delete(id, "En gang til").statusCode()).isEqualTo(409);
        var without = myr();
        assertThat(without.version()).isEqualTo(corrected.version() + 1);
        assertThat(without.corrections()).isEmpty();
        assertThat(area(without)).isCloseTo(area(delivered), within(1e-6));
        assertThat(mireLine().has("correction")).isFalse();
        var listed = json("/api/corrections?dataset=myr").path("items").path(0);
        assertThat(listed.path("withdrawn").path("reason").asString()).isEqualTo("Kartlagt på nytt");
    }

    @Test
    @Order(4)
    void whatIsThereButNotInTheDataIsMeasuredToo() {
        upload(MIRE);
        double before = mireLine().path("found").path("value").asDouble();
        var east = square(11.54, 60.395, 11.55, 60.405);
        assertThat(post(body("myr", "3414", "present", "", east)).statusCode()).isEqualTo(201);
        var line = mireLine();
        assertThat(before).isBetween(0.45, 0.55);
        assertThat(line.path("found").path("value").asDouble()).isCloseTo(1, within(1e-3));
        assertThat(line.path("correction").path("delivered").path("value").asDouble())
                .isCloseTo(before, within(1e-9));
    }

    @Test
    @Order(5)
    void whatCannotBeACorrectionIsRefusedWithARemedy() {
        var version = myr();
        for (var refused : List.of(
                body("myr", "3414", "absent", "", square(11.53, 60.39, 12.9, 60.41)), // far outside Nord-Odal
                body("myr", "9999", "absent", "", NORTH),
                body("myr", "3414", "present", "21", NORTH), // no classes in this dataset
                body("myr", "3414", "kanskje", "", NORTH),
                body("kommuner", "3414", "absent", "", NORTH),
                body("naeringsarealer", "3414", "absent", "", NORTH),
                body("kjoretid", "3414", "absent", "", NORTH),
                body("naturvern", "3414", "absent", "", NORTH), // nothing loaded
                body("veger", "3414", "present", "E", NORTH), // lines
                body("myr", "3414", "absent", "", NORTH).replace("Drenert og bebygd", " "),
                body("myr", "3414", "absent", "", NORTH).replace("2026-11-01", "i går"),
                body(
                        "myr",
                        "3414",
                        "absent",
                        "",
                        square(11.53, 60.40, 11.54, 60.405)
                                .replace("[11.53,60.405],", "")
                                .replace("[11.54,60.405]", "[11.53,60.405],[11.54,60.405]")))) { // bow-tie
            var answer = post(refused);
            assertThat(answer.statusCode()).as(refused + answer.body()).isEqualTo(422);
            assertThat(JSON.readTree(answer.body()).path("remedy").asString()).isNotBlank();
        }
        assertThat(get("/api/corrections/999999").statusCode()).isEqualTo(404);
        assertThat(myr()).as("nothing was made").isEqualTo(version);
    }

    @Test
    @Order(6)
    void nobodyCorrectsWithoutTheRightAndAMunicipalityOnlyItsOwnGround() {
        assertThat(send(request("POST", "/api/corrections", body("myr", "3414", "absent", "", NORTH)))
                        .statusCode())
                .isEqualTo(401);
        var draft = new CorrectionDraft(
                "myr",
                "3414",
                Correction.Kind.ABSENT,
                "",
                new GeometryFactory().createPolygon(new Coordinate[] {
                    new Coordinate(11.53, 60.40),
                    new Coordinate(11.54, 60.40),
                    new Coordinate(11.54, 60.405),
                    new Coordinate(11.53, 60.40)
                }),
                "grunn",
                "Nord-Odal kommune",
                LocalDate.of(2026, 11, 1),
                "kilde");
        assertThatThrownBy(() -> corrections.register(Caller.PUBLIC, draft)).isInstanceOf(AccessDenied.class);
        var kongsvinger = new Caller("kari", Role.PLANNER, Set.of("3401"));
        assertThatThrownBy(() -> corrections.register(kongsvinger, draft)).isInstanceOf(AccessDenied.class);
        var nordOdal = new Caller("ola", Role.PLANNER, Set.of("3414"));
        var made = corrections.register(nordOdal, draft);
        assertThat(made.by()).isEqualTo("ola");
        assertThatThrownBy(() -> corrections.withdraw(kongsvinger, made.id(), "nei"))
                .isInstanceOf(AccessDenied.class);
        assertThat(corrections.withdraw(nordOdal, made.id(), "prøve").withdrawn())
                .isNotNull();
    }

    private JsonNode mireLine() {
        return score("granerud-nord")
                .path("lines")
                .valueStream()
                .filter(line -> line.path("criterion").asString().equals("C34"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode score(String site) {
        return json("/api/runs/" + latestRun() + "/scores/logistikk/" + site);
    }

    private DatasetVersion myr() {
        return datasets.inUse(Caller.PUBLIC, "myr").orElseThrow();
    }

    private double area(DatasetVersion version) {
        return jdbc.sql("select sum(st_area(geom)) from feature where dataset_version_id = :id")
                .param("id", version.id())
                .query(Double.class)
                .single();
    }

    private HttpResponse<String> post(String body) {
        return send(request("POST", "/api/corrections", body).header("Authorization", administrator()));
    }

    private HttpResponse<String> delete(long id, String reason) {
        return send(request("DELETE", "/api/corrections/" + id, "{\"reason\": \"" + reason + "\"}")
                .header("Authorization", administrator()));
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "nb")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> upload(String area) {
        var file = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                + area + "}]}";
        var part = "--grense\r\nContent-Disposition: form-data; name=\"";
        var body = part + "source\"\r\n\r\nn1000\r\n" + part
                + "file\"; filename=\"myr.geojson\"\r\nContent-Type: application/geo+json\r\n\r\n" + file
                + "\r\n--grense--\r\n";
        return send(HttpRequest.newBuilder(URI.create(base() + "/api/datasets/myr/imports"))
                .header("Content-Type", "multipart/form-data; boundary=grense")
                .header("Authorization", administrator())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String body(String dataset, String municipality, String kind, String objectClass, String area) {
        return """
                {"dataset": "%s", "municipality": "%s", "kind": "%s", "objectClass": "%s", "area": %s,
                 "reason": "Drenert og bebygd", "statedBy": "Nord-Odal kommune", "on": "2026-11-01",
                 "source": "Befaring, sak 26/123"}""".formatted(dataset, municipality, kind, objectClass, area);
    }

    private static String square(double west, double south, double east, double north) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(west, south, east, north);
    }
}

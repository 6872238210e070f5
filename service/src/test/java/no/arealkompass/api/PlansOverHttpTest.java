package no.arealkompass.api;

import static no.arealkompass.TestPlans.rectangle;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import no.arealkompass.TestPlans;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Plans over HTTP: what the public sees, what applied when, and what cannot be asked. */
@DirtiesContext
class PlansOverHttpTest extends ServiceTest {
    private static final double X = 325_000;
    private static final double Y = 6_702_000;
    private boolean written;

    private void plans() {
        if (written || jdbc.sql("select count(*) from plan").query(Long.class).single() > 0) {
            return;
        }
        written = true;
        var whole = rectangle(X, Y, 1000, 1000);
        long kp = TestPlans.version(jdbc, "3414", "K1", 1, "MUNICIPAL", "ADOPTED", "3", "2015-01-01", whole);
        TestPlans.zone(jdbc, kp, "N1", "1300", "2", whole);
        var part = rectangle(X + 100, Y + 100, 100, 100);
        long hearing = TestPlans.version(jdbc, "3414", "D1", 1, "DETAILED", "HEARING", "2", null, part);
        TestPlans.zone(jdbc, hearing, "I1", "1340", null, part);
        long secret = TestPlans.version(jdbc, "3414", "D2", 1, "DETAILED", "PROPOSAL", "2", null, part);
        TestPlans.zone(jdbc, secret, "S1", "datasenter", null, rectangle(X + 100, Y + 100, 50, 100));
        TestPlans.version(jdbc, "3415", "R1", 1, "DETAILED", "ADOPTED", "8", "2018-01-01", part);
    }

    @Test
    void thePublicSeesWhatIsOnHearingOrAdoptedAndNothingElse() {
        plans();
        assertThat(subjects(json("/api/plans")))
                .contains("3414-D1@1", "3414-K1@1", "3415-R1@1")
                .doesNotContain("3414-D2@1");
        assertThat(subjects(JSON.readTree(admin("/api/plans")))).contains("3414-D2@1");
        var hearing = json("/api/plans").path("items").path(0);
        assertThat(hearing.path("counts").asBoolean()).isFalse();
        assertThat(hearing.path("countsWithHearing").asBoolean()).isTrue();
        for (var path : new String[] {"/api/plans/zones?subject=3414-D2@1", "/api/plans/topology?subject=3414-D2@1"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("no-such-plan").doesNotContain("datasenter");
            assertThat(admin(path)).as(path).contains("D2");
        }
        assertThat(get("/api/plans/zones?subject=3414~").body()).doesNotContain("D2");
    }

    @Test
    void zonesAreGeoJsonWithTheGroundOnWhichTheyCount() {
        plans();
        var zones = json("/api/plans/zones?subject=3414~");
        assertThat(zones.path("numberMatched").asInt()).isEqualTo(2);
        var first = zones.path("features").path(0);
        assertThat(first.at("/properties/zone").asString()).isEqualTo("N1");
        assertThat(first.at("/properties/areaM2").asDouble()).isEqualTo(990_000);
        assertThat(first.at("/properties/codeName/nb").asString()).isEqualTo("Næringsvirksomhet");
        assertThat(first.at("/geometry/coordinates/0").size()).as("a hole").isEqualTo(2);
        assertThat(first.at("/geometry/coordinates/0/0/0/0").asDouble()).isBetween(11.0, 12.5);
        assertThat(json("/api/plans/zones?subject=3414~&bbox=10,59,10.1,59.1")
                        .path("numberMatched")
                        .asInt())
                .isZero();
        assertThat(json("/api/plans/zones?subject=3414~&limit=1")
                        .path("numberReturned")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatAppliedOnADateIsAnsweredWithWhatIsUncertain() {
        plans();
        assertThat(subjects(json("/api/plans/applied?on=2014-12-31"))).isEmpty();
        var applied = json("/api/plans/applied?on=2019-01-01");
        assertThat(subjects(applied)).contains("3414-K1@1", "3415-R1@1").doesNotContain("3414-D1@1");
        var overridden = applied.path("items").path(subjects(applied).indexOf("3415-R1@1"));
        assertThat(overridden.path("standing").asString()).isEqualTo("uncertain");
        assertThat(overridden.at("/notes/0/code").asString()).isEqualTo("OVERRIDDEN");
        assertThat(overridden.at("/notes/0/uncertain").asBoolean()).isTrue();
        assertThat(overridden.at("/statusName/nb").asString()).isEqualTo("Overstyrt");
    }

    @Test
    void theDrawingAndTheCodesAreAnswered() {
        plans();
        var topology = JSON.readTree(admin("/api/plans/topology?subject=3414-D2@1"));
        assertThat(topology.at("/items/0/code").asString()).isEqualTo("GAP");
        assertThat(topology.at("/items/0/areaM2").asDouble()).isEqualTo(5000);
        assertThat(topology.at("/items/0/place/1").asDouble()).isBetween(60.0, 61.0);
        assertThat(topology.path("more").asBoolean()).isFalse();
        var codes = json("/api/plans/codes");
        assertThat(codes.path("purposes").size()).isGreaterThan(200);
        assertThat(codes.path("statuses").size()).isEqualTo(8);
        assertThat(get("/api/plans/codes").body()).contains("\"datasenter\"").contains("2025-07-01");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithARemedy() {
        for (var path : new String[] {
            "/api/plans/applied?on=i%20dag",
            "/api/plans/applied?on=1066-01-01",
            "/api/plans?limit=0",
            "/api/plans/zones?subject=3414&bbox=1,2",
            "/api/plans/zones",
            "/api/plans/zones?subject=" + "x".repeat(500)
        }) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(400);
            assertThat(get(path).body()).as(path).contains("remedy");
        }
        assertThat(get("/api/plans/zones?subject=9999").statusCode()).isEqualTo(404);
        assertThat(get("/api/plans/topology?subject=3414-K1@9", "Accept-Language", "en")
                        .body())
                .contains("There is no such plan");
    }

    /** Through the door: a file with two plans of two municipalities, and one that contradicts itself. */
    @Test
    void aDeliveryBecomesVersionsOfItsPlansOrNothingIsStored() {
        var proposal = feature("p", "3415", "P1", "RpOmråde", "\"planType\":\"35\",\"planStatus\":\"1\"", 0);
        var adopted = feature(
                "a",
                "3416",
                "A1",
                "KpOmråde",
                "\"planType\":\"20\",\"planStatus\":\"3\",\"decidedOn\":\"2019-05-02\"",
                0.1);
        var zone =
                feature("z", "3416", "A1", "KpArealformålOmråde", "\"purposeCode\":\"1399\",\"useStatus\":\"2\"", 0.1);
        assertThat(deliver(proposal, adopted, zone).statusCode()).isEqualTo(201);
        assertThat(get("/api/plans").body()).contains("3416-A1@1").doesNotContain("3415-P1");
        assertThat(admin("/api/plans")).contains("3415-P1@1");
        var notes = JSON.readTree(admin("/api/plans"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("subject").asString().equals("3416-A1@1"))
                .flatMap(item -> item.path("notes").valueStream())
                .map(note -> note.path("code").asString())
                .toList();
        assertThat(notes).containsExactly("FROM_DECISION", "CODE_UNKNOWN");

        var contradiction =
                feature("q", "3416", "A2", "KpArealformålOmråde", "\"planType\":\"20\",\"planStatus\":\"3\"", 0.1);
        var other = feature("r", "3416", "A2", "KpArealformålOmråde", "\"planType\":\"20\",\"planStatus\":\"4\"", 0.2);
        var refused = deliver(contradiction, other);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("planStatus");
        assertThat(admin("/api/plans")).doesNotContain("A2");
    }

    @Test
    void aPlannerSeesProposalsOfTheOwnMunicipalityAndDeliversItsPlansOnly() {
        plans();
        assertThat(get("/api/plans", "Authorization", login(Role.PLANNER, "3414"))
                        .body())
                .contains("3414-D2@1");
        assertThat(get("/api/plans/zones?subject=3414-D2@1", "Authorization", login(Role.CASE_OFFICER, "3414"))
                        .statusCode())
                .isEqualTo(200);
        for (var other : List.of(login(Role.PLANNER, "3415"), login(Role.RECRUITER))) {
            assertThat(get("/api/plans", "Authorization", other).body())
                    .contains("3414-D1@1")
                    .doesNotContain("3414-D2@1");
            assertThat(get("/api/plans/zones?subject=3414-D2@1", "Authorization", other)
                            .statusCode())
                    .isEqualTo(404);
        }
        var own = feature("o", "3415", "P9", "RpOmråde", "\"planType\":\"35\",\"planStatus\":\"1\"", 0.3);
        var refused = deliverAs(login(Role.PLANNER, "3414"), own);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("kommune 3415, som du ikke handler for");
        assertThat(deliverAs(login(Role.PLANNER, "3415"), own).statusCode()).isEqualTo(201);
        assertThat(get("/api/plans", "Authorization", login(Role.PLANNER, "3415"))
                        .body())
                .contains("3415-P9@1");
        assertThat(get("/api/plans", "Authorization", login(Role.PLANNER, "3414"))
                        .body())
                .doesNotContain("3415-P9@1");
    }

    private static String feature(String id, String municipality, String plan, String type, String more, double east) {
        return """
                {"type":"Feature","properties":{"id":"%s","municipality":"%s","planId":"%s","planName":"Prøveplan","objtype":"%s",%s},
                 "geometry":{"type":"Polygon","coordinates":[[[%5$s,60.3],[%6$s,60.3],[%6$s,60.31],[%5$s,60.31],[%5$s,60.3]]]}}""".replace("%5$s", String.valueOf(11.5 + east))
                .replace("%6$s", String.valueOf(11.51 + east))
                .formatted(id, municipality, plan, type, more);
    }

    private HttpResponse<String> deliver(String... features) {
        return deliverAs(administrator(), features);
    }

    private HttpResponse<String> deliverAs(String who, String... features) {
        var boundary = "grense";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\nsyntetisk\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"planer.geojson\"\r\n\r\n"
                + "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}\r\n--" + boundary
                + "--\r\n";
        return send(HttpRequest.newBuilder(URI.create(base() + "/api/datasets/arealplaner/imports"))
                .header("Authorization", who)
                .header("Accept-Language", "nb")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String admin(String path) {
        var answer = get(path, "Authorization", administrator());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<String> subjects(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(item -> item.path("subject").asString())
                .toList();
    }
}

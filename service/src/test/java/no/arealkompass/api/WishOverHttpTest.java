package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Progress;
import no.arealkompass.intake.Intake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** The recruiter's question over the sample region: from a pasted list to an answer that is saved and shared. */
@DirtiesContext
class WishOverHttpTest extends ServiceTest {
    private static final String LIST =
            "1 000 daa, 100 MW, 45 min til flyplass, jernbanespor, regulert innen 2 år, utsikt";
    private static final String WISH = "area:1000,power:100,driveAirport:45,rail:500,zonedWithin:2";

    @Autowired
    Intake intake;

    @Test
    void aPastedListBecomesAFormWithoutALogin() {
        var read = json("/api/requirements/parse?text=" + URLEncoder.encode(LIST, StandardCharsets.UTF_8));
        assertThat(read.path("requirements")
                        .valueStream()
                        .map(r ->
                                r.path("id").asString() + ":" + r.path("value").asInt()))
                .containsExactly("area:1000", "power:100", "driveAirport:45", "rail:500", "zonedWithin:2");
        assertThat(read.path("requirements").get(0).path("from").asString()).isEqualTo("1 000 daa");
        assertThat(read.path("requirements").get(3).path("how").get(0).asString())
                .isEqualTo("usual");
        assertThat(read.path("notUnderstood").valueStream().map(JsonNode::asString))
                .containsExactly("utsikt");
        var kinds = json("/api/requirements");
        assertThat(kinds.path("items").size()).isGreaterThan(15);
        assertThat(kinds.path("neighbours").path("basis").asString()).isEqualTo("proposal");
        var tooLong = get("/api/requirements/parse?text=" + "a".repeat(1501));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("wish-fault", "remedy");
    }

    @Test
    void theAnswerSaysWhatIsMetWhatIsMissingAndWhatNobodyKnows() {
        var answer = matches(WISH);
        assertThat(answer.path("looked").asInt())
                .isEqualTo(json("/api/runs/" + latestRun()).path("sites").size());
        for (var match : answer.path("sites")) {
            assertThat(match.path("met").asInt()
                            + match.path("gaps").asInt()
                            + match.path("unknown").asInt())
                    .isEqualTo(5);
            assertThat(need(match, "power").path("outcome").asString())
                    .as("power is stated for no site")
                    .isEqualTo("unknown");
            assertThat(need(match, "power").path("missing").path("reason").asString())
                    .isEqualTo("notStated");
        }
        var granerud = site(answer, "granerud-nord");
        assertThat(need(granerud, "zonedWithin").path("outcome").asString()).isEqualTo("met");
        assertThat(need(granerud, "zonedWithin").path("origin").path("statedBy").asString())
                .isEqualTo("Odalsportalen");
        assertThat(need(granerud, "area").path("outcome").asString())
                .as("lakes and rivers are not loaded")
                .isEqualTo("unknown");
        assertThat(need(granerud, "area").path("missing").path("reason").asString())
                .isEqualTo("noData");
        var score = json("/api/runs/" + latestRun() + "/scores/logistikk/granerud-nord");
        double minutes = score.path("lines")
                .valueStream()
                .filter(line -> line.path("criterion").asString().equals("C06"))
                .findFirst()
                .orElseThrow()
                .path("found")
                .path("value")
                .asDouble();
        assertThat(need(granerud, "driveAirport").path("value").asDouble())
                .as("the same measurement as in the run")
                .isEqualTo(minutes);
        var gaps = answer.path("sites")
                .valueStream()
                .map(m -> m.path("gaps").asInt())
                .toList();
        assertThat(gaps).isSorted();
        assertThat(matches(WISH)).as("asked again").isEqualTo(answer);
    }

    @Test
    void priceAndPreparedAreaAreComparedWithTheirGaps() {
        var granerud = site(matches("preparedArea:100,price:250,siding:1"), "granerud-nord");
        assertThat(need(granerud, "preparedArea").path("gap").asDouble()).isEqualTo(30);
        assertThat(need(granerud, "price").path("gap").asDouble()).isEqualTo(45);
        assertThat(need(granerud, "siding").path("outcome").asString()).isEqualTo("unknown");
    }

    @Test
    void neighboursAreJoinedWithinTheDistanceAndOnlyThen() {
        // Three squares in a row, 400 m and 1,600 m apart, each with some power stated.
        square("nabo-a", 0, 40);
        square("nabo-b", 900, 70);
        square("nabo-c", 3000, 90);
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        var answer = matches("power:100");
        var together = answer.path("combinations")
                .valueStream()
                .map(WishOverHttpTest::ids)
                .toList();
        assertThat(together).containsExactly(List.of("nabo-a", "nabo-b"));
        var both = answer.path("combinations").get(0);
        assertThat(need(both, "power").path("value").asDouble()).isEqualTo(110);
        assertThat(both.path("apartM").asDouble()).isEqualTo(400);
        assertThat(need(site(answer, "nabo-c"), "power").path("gap").asDouble()).isEqualTo(10);
        assertThat(matches("power:90").path("combinations").valueStream().map(WishOverHttpTest::ids))
                .as("where one alone has it, its neighbours are not joined to it")
                .containsExactly(List.of("nabo-a", "nabo-b"));
    }

    @Test
    void theAnswerIsSavedAsItIsAndDraftsStayInside() {
        var run = latestRun();
        var made = save("{\"kind\": \"answer\", \"name\": \"Batterifabrikk\", \"content\": {\"run\": \"" + run
                + "\", \"wish\": \"" + WISH + "\", \"answer\": {\"sites\": \"forged\"}}}");
        var opened = json("/api/saved/" + made.path("id").asString());
        assertThat(opened.path("run").asString()).isEqualTo(run);
        assertThat(opened.path("content").path("wish").asString()).isEqualTo(WISH);
        assertThat(opened.path("content").path("answer"))
                .as("worked out here, never taken from outside")
                .isEqualTo(matches(WISH, run));

        jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                          accuracy_m, source, facts, by)
                        select site_id, version + 1, name, kind, 'DRAFT', footprint, schematic, area_known, accuracy_m, source,
                          facts, 'test' from site_in_use where site_id = 'magnor'
                        """).update();
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        assertThat(matches(WISH).toString()).doesNotContain("magnor");
        var own = get("/api/runs/latest", "Authorization", administrator())
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceAll(".*/", "");
        assertThat(get("/api/runs/" + own + "/matches?krav=" + WISH).statusCode())
                .isEqualTo(404);
        var withDrafts = save("{\"kind\": \"answer\", \"name\": \"Med utkast\", \"content\": {\"run\": \"" + own
                + "\", \"wish\": \"" + WISH + "\"}}");
        assertThat(withDrafts.toString()).contains("magnor");
        assertThat(get("/api/saved/" + withDrafts.path("id").asString()).statusCode())
                .isEqualTo(404);
        assertThat(json("/api/saved/" + made.path("id").asString()))
                .as("what was shared stays")
                .isEqualTo(opened);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "area",
                "area:",
                "area:-5",
                "area:1e9",
                "area:0",
                "hage:3",
                "area:5,area:6",
                "area:5,,power:3",
                "rail:20000"
            })
    void aWishThatCannotBeReadIsRefusedWithARemedy(String wish) {
        var answer =
                get("/api/runs/" + latestRun() + "/matches?krav=" + URLEncoder.encode(wish, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("wish-fault", "/api/requirements");
    }

    @Test
    void anUnknownRunIsNotFound() {
        assertThat(get("/api/runs/" + UUID.randomUUID() + "/matches?krav=area:5")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/runs/tull/matches?krav=area:5").statusCode()).isEqualTo(400);
    }

    private void square(String id, int eastM, int powerMW) {
        jdbc.sql("insert into site (id) values (:id)").param("id", id).update();
        jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                          accuracy_m, source, facts, by)
                        select :id, 1, :id, 'LAND', 'PUBLISHED', st_multi(st_makeenvelope(x, 6675000, x + 500, 6675500, 25833)),
                          false, true, 1, 'test', cast(:facts as jsonb), 'test' from (select 325000 + :east x) at
                        """)
                .param("id", id)
                .param("east", eastM)
                .param(
                        "facts",
                        "[{\"fact\":\"powerMW\",\"value\":" + powerMW
                                + ",\"unit\":\"MW\",\"statedBy\":\"Elvia\",\"on\":\"2026\",\"basis\":\"stated\",\"source\":\"brev\"}]")
                .update();
    }

    private JsonNode matches(String wish) {
        return matches(wish, latestRun());
    }

    private JsonNode matches(String wish, String run) {
        return json("/api/runs/" + run + "/matches?krav=" + wish);
    }

    private JsonNode save(String body) {
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/saved"))
                .header("Authorization", administrator())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode match) {
        return match.path("sites")
                .valueStream()
                .map(s -> s.path("id").asString())
                .toList();
    }

    private static JsonNode site(JsonNode answer, String id) {
        return answer.path("sites")
                .valueStream()
                .filter(m -> ids(m).equals(List.of(id)))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode need(JsonNode match, String id) {
        return match.path("needs")
                .valueStream()
                .filter(n -> n.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.reminder.Reminders;
import no.arealkompass.site.Site;
import no.arealkompass.site.SiteDraft;
import no.arealkompass.site.Sites;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sites that are made, changed, confirmed and taken back over HTTP: whole or not at all, and nothing is forgotten. */
@DirtiesContext
class SiteEditingTest extends ServiceTest {
    @Autowired
    private Sites sites;

    @Autowired
    private Reminders reminders;

    /** About 111 × 110 m in Kongsvinger. */
    private static final String SQUARE = square(12.00, 60.20, 0.002, 0.001);

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aSiteIsMadeMeasuredAndRankedWithItsPartsAndTheOneThatIsScored() {
        var draft = draft("med-deler");
        draft.set("parts", JSON.readTree("""
                [{"id": "plan", "kind": "planArea", "name": "Planområdet", "status": null, "facts": [], "footprint": %s},
                 {"id": "regulert", "kind": "zoned", "name": "Felt BN1", "status": null, "facts": [%s], "footprint": %s},
                 {"id": "tomt-1", "kind": "plot", "name": "Tomt 1", "status": "option", "footprint": %s,
                  "facts": [%s]}]
                """.formatted(
                SQUARE, price(275), square(12.0, 60.2, 0.001, 0.001), square(12.0, 60.2, 0.0005, 0.0005), price(300))));
        draft.set("facts", JSON.readTree("[" + price(310) + "]"));
        draft.put("scoredPart", "regulert");
        var answer = send("POST", "/api/sites", draft, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var saved = JSON.readTree(answer.body());
        assertThat(saved.path("runPending").asBoolean()).isFalse();
        assertThat(saved.path("warnings")).isEmpty();
        var site = json("/api/sites/med-deler");
        assertThat(site.path("scoredPart").asString()).isEqualTo("regulert");
        assertThat(site.path("parts").valueStream().map(p -> p.path("id").asString()))
                .containsExactly("plan", "regulert", "tomt-1");
        assertThat(site.path("parts").path(2).path("status").asString()).isEqualTo("option");
        assertThat(site.path("parts")
                        .path(2)
                        .path("facts")
                        .path(0)
                        .path("value")
                        .asDouble())
                .isEqualTo(300);
        assertThat(site.path("areaDaa").asDouble())
                .as("the scored part is what is measured")
                .isEqualTo(site.path("parts").path(1).path("areaDaa").asDouble())
                .isLessThan(site.path("parts").path(0).path("areaDaa").asDouble());
        var run = json("/api/runs/" + latestRun());
        var entry = run.path("sites")
                .valueStream()
                .filter(s -> s.path("id").asString().equals("med-deler"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("scoredPart").path("kind").asString()).isEqualTo("zoned");
        assertThat(entry.path("scoredPart").path("name").asString()).isEqualTo("Felt BN1");
        var score = json("/api/runs/" + latestRun() + "/scores/logistikk/med-deler");
        assertThat(score.path("scoredPart").path("name").asString()).isEqualTo("Felt BN1");
        var price = score.path("lines")
                .valueStream()
                .filter(line -> line.path("criterion").asString().equals("C22"))
                .findFirst()
                .orElseThrow();
        assertThat(price.path("found").path("value").asDouble())
                .as("what is stated about the scored part comes before what is stated about the whole")
                .isEqualTo(275);
    }

    @Test
    void aPlotOutsideThePlanAreaIsAWarningWithItsPlace() {
        var draft = draft("tomt-utenfor");
        draft.set("parts", JSON.readTree("""
                [{"id": "plan", "kind": "planArea", "name": "Plan", "facts": [], "footprint": %s},
                 {"id": "tomt", "kind": "plot", "name": "Tomt", "status": "free", "facts": [], "footprint": %s}]
                """.formatted(SQUARE, square(12.001, 60.2, 0.002, 0.001))));
        var answer = send("POST", "/api/sites", draft, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var warning = JSON.readTree(answer.body()).path("warnings").path(0);
        assertThat(warning.path("code").asString()).isEqualTo("PLOT_OUTSIDE_PLAN");
        assertThat(warning.path("field").asString()).isEqualTo("parts[tomt].footprint");
        assertThat(warning.path("place").path(0).asDouble()).isBetween(12.002, 12.003);
    }

    @Test
    void whatComesBackUntouchedIsNoNewVersion() {
        create("uendret");
        var site = json("/api/sites/uendret");
        var again = draft("uendret");
        again.set("footprint", site.path("footprint"));
        again.put("why", "sett over");
        var answer = send("PUT", "/api/sites/uendret", again, "\"1\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("changed").asBoolean()).isFalse();
        assertThat(answer.headers().firstValue("etag")).contains("\"1\"");
        var moved = JSON.readTree(site.path("footprint").toString().replace("60.201", "60.2011"));
        again.set("footprint", moved);
        assertThat(JSON.readTree(send("PUT", "/api/sites/uendret", again, "\"1\"")
                                .body())
                        .path("changed")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            footprint crosses itself | INVALID        | {"footprint": {"type":"Polygon","coordinates":[[[12.0,60.2],[12.01,60.21],[12.01,60.2],[12.0,60.21],[12.0,60.2]]]}}
            swapped axes             | OUTSIDE_REGION | {"footprint": {"type":"Polygon","coordinates":[[[60.2,12.0],[60.2,12.1],[60.3,12.1],[60.2,12.0]]]}}
            not closed               | NOT_CLOSED     | {"footprint": {"type":"Polygon","coordinates":[[[12.0,60.2],[12.01,60.2],[12.01,60.21],[12.0,60.21]]]}}
            a point                  | NOT_AREA       | {"footprint": {"type":"Point","coordinates":[12.0,60.2]}}
            no outline               | NO_SHAPE       | {"footprint": null}
            no reason                | MISSING        | {"why": " "}
            no name                  | MISSING        | {"name": ""}
            no such kind             | NOT_ONE_OF     | {"kind": "skog"}
            unknown fact             | FACT_UNKNOWN   | {"facts": [{"fact":"lykke","value":1,"unit":"","statedBy":"a","on":"2026","basis":"stated","source":"b"}]}
            wrong class              | FACT_VALUE     | {"facts": [{"fact":"planStatus","value":"ja","unit":"","statedBy":"a","on":"2026","basis":"stated","source":"b"}]}
            text for a number        | FACT_VALUE     | {"facts": [{"fact":"priceNokPerM2","value":"300","unit":"krPerM2","statedBy":"a","on":"2026","basis":"stated","source":"b"}]}
            wrong unit               | FACT_UNIT      | {"facts": [{"fact":"priceNokPerM2","value":300,"unit":"kr","statedBy":"a","on":"2026","basis":"stated","source":"b"}]}
            nobody says so           | FACT_ORIGIN    | {"facts": [{"fact":"processHeat","value":true,"unit":"","statedBy":"","on":"2026","basis":"stated","source":"b"}]}
            in the future            | FACT_DATE      | {"facts": [{"fact":"processHeat","value":true,"unit":"","statedBy":"a","on":"2026-11-27","basis":"stated","source":"b"}]}
            no such day              | FACT_DATE      | {"facts": [{"fact":"processHeat","value":true,"unit":"","statedBy":"a","on":"2026-02-30","basis":"stated","source":"b"}]}
            power without basis      | FACT_NEEDS     | {"facts": [{"fact":"powerMW","value":15,"unit":"MW","statedBy":"Elvia","on":"2026","basis":"stated","source":"b"}]}
            picture not on https     | MEDIA_URL      | {"media": [{"kind":"picture","url":"http://a.no/b.jpg","text":"Tomta"}]}
            script as a picture      | MEDIA_URL      | {"media": [{"kind":"picture","url":"javascript:alert(1)","text":"Tomta"}]}
            scores no part           | NO_SUCH_PART   | {"scoredPart": "borte"}
            plot without status      | PART_STATUS    | {"parts": [{"id":"t","kind":"plot","name":"T","facts":[],"footprint":{"type":"Polygon","coordinates":[[[12.0,60.2],[12.001,60.2],[12.001,60.201],[12.0,60.2]]]}}]}
            """)
    void whatIsNotValidIsRefusedWholeWithCauseAndRemedy(String name, String code, String change) {
        var draft = draft("ugyldig");
        ((ObjectNode) JSON.readTree(change)).properties().forEach(e -> draft.set(e.getKey(), e.getValue()));
        var answer = send("POST", "/api/sites", draft, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        var faults = JSON.readTree(answer.body()).path("faults");
        assertThat(faults.valueStream().map(f -> f.path("code").asString()))
                .as(name)
                .contains(code);
        for (var fault : faults) {
            assertThat(fault.path("message").asString()).isNotBlank();
            assertThat(fault.path("remedy").asString()).isNotBlank();
        }
        if (code.equals("INVALID")) {
            assertThat(faults.path(0).path("place").path(0).asDouble()).isBetween(12.0, 12.01);
        }
        assertThat(jdbc.sql("select count(*) from site where id = 'ugyldig'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void ofManyEditorsAtOnceOneIsFirstAndTheOthersAreTold() throws Exception {
        create("omstridt");
        List<Callable<Integer>> editors = IntStream.range(0, 6)
                .mapToObj(i -> (Callable<Integer>) () -> {
                    var draft = draft("omstridt");
                    draft.put("name", "Forslag " + i);
                    return send("PUT", "/api/sites/omstridt", draft, "\"1\"").statusCode();
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<Integer>();
            for (var answer : threads.invokeAll(editors)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(200, 412);
            assertThat(answers).filteredOn(a -> a == 200).hasSize(1);
        }
        assertThat(json("/api/sites/omstridt").path("version").asInt()).isEqualTo(2);
        assertThat(send("PUT", "/api/sites/omstridt", draft("omstridt"), null).statusCode())
                .isEqualTo(428);
        assertThat(send("PUT", "/api/sites/finnes-ikke", draft("finnes-ikke"), "\"1\"")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("POST", "/api/sites", draft("omstridt"), null).statusCode())
                .as("there already")
                .isEqualTo(412);
    }

    @Test
    void theHistorySaysWhoWhatWhenAndWhyAndAnyVersionComesBack() {
        create("historisk");
        var second = draft("historisk");
        second.put("why", "ny pris fra kommunen");
        second.set("facts", JSON.readTree("[" + price(250) + "]"));
        second.set("footprint", JSON.readTree(square(12.0, 60.2, 0.003, 0.001)));
        assertThat(send("PUT", "/api/sites/historisk", second, "\"1\"").statusCode())
                .isEqualTo(200);
        var history = administratorReads("/api/sites/historisk/history");
        assertThat(history.path("total").asInt()).isEqualTo(2);
        var newest = history.path("items").path(0);
        assertThat(newest.path("by").asString()).isEqualTo("admin");
        assertThat(newest.path("why").asString()).isEqualTo("ny pris fra kommunen");
        assertThat(newest.path("changed").valueStream().map(c -> c.path("what").asString()))
                .containsExactlyInAnyOrder("footprint", "fact");
        assertThat(json("/api/sites/historisk/versions/1").path("facts")).isEmpty();
        var back = (ObjectNode) JSON.readTree("{\"version\": 1, \"why\": \"feil pris\"}");
        var answer = send("POST", "/api/sites/historisk/revert", back, "\"2\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var now = json("/api/sites/historisk");
        assertThat(now.path("version").asInt()).isEqualTo(3);
        assertThat(now.path("why").asString()).isEqualTo("feil pris");
        assertThat(now.path("facts")).isEmpty();
        assertThat(now.path("footprint"))
                .isEqualTo(json("/api/sites/historisk/versions/1").path("footprint"));
        assertThat(JSON.readTree(send("POST", "/api/sites/historisk/revert", back, "\"3\"")
                                .body())
                        .path("changed")
                        .asBoolean())
                .as("it reads so already")
                .isFalse();
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Oslo"));
        assertThat(json("/api/sites/historisk?on=" + today).path("version").asInt())
                .isEqualTo(3);
        assertThat(get("/api/sites/historisk?on=" + today.minusDays(1)).statusCode())
                .as("it was not there then")
                .isEqualTo(404);
    }

    @Test
    void thePublicReadsPublishedVersionsAndRolesOnly() {
        create("synlig");
        var hidden = draft("synlig");
        hidden.put("publication", "draft");
        hidden.put("name", "Hemmelig navn");
        send("PUT", "/api/sites/synlig", hidden, "\"1\"");
        for (var path : List.of("", "/history", "/versions/1", "/versions/2", "?on=2026-11-26")) {
            assertThat(get("/api/sites/synlig" + path).statusCode()).as(path).isEqualTo(404);
        }
        var shown = draft("synlig");
        shown.put("name", "Nytt navn");
        send("PUT", "/api/sites/synlig", shown, "\"2\"");
        var history = get("/api/sites/synlig/history").body();
        assertThat(history)
                .doesNotContain("Hemmelig")
                .doesNotContain("\"admin\"")
                .contains("administrator");
        assertThat(JSON.readTree(history).path("total").asInt()).isEqualTo(2);
        assertThat(get("/api/sites/synlig/versions/2").statusCode()).isEqualTo(404);
        assertThat(get("/api/sites/synlig/versions/1").statusCode()).isEqualTo(200);
        assertThat(json("/api/sites/synlig").path("by").isNull()).isTrue();
        assertThat(administratorReads("/api/sites/synlig/history").path("total").asInt())
                .isEqualTo(3);
    }

    @Test
    void factsGrowOldUntilTheirOwnerConfirmsThem() {
        create("gammel");
        assertThat(state("gammel")).isEqualTo("fresh");
        clock.setDay("2027-03-01");
        var run = latestRun();
        assertThat(state("gammel")).as("95 days").isEqualTo("remind");
        clock.setDay("2027-06-01");
        assertThat(state("gammel")).as("187 days").isEqualTo("outdated");
        assertThat(json("/collections/sites/items/gammel")
                        .path("properties")
                        .path("freshness")
                        .path("state")
                        .asString())
                .isEqualTo("outdated");
        var confirmation = (ObjectNode)
                JSON.readTree("{\"by\": \"Næringssjef, Kongsvinger kommune\", \"on\": \"2027-05-30\", \"note\": \"\"}");
        assertThat(send("POST", "/api/sites/gammel/confirmations", confirmation, null)
                        .statusCode())
                .isEqualTo(201);
        assertThat(state("gammel")).isEqualTo("fresh");
        var site = json("/api/sites/gammel");
        assertThat(site.path("confirmedBy").asString()).startsWith("Næringssjef");
        assertThat(site.path("confirmedOn").asString()).isEqualTo("2027-05-30");
        assertThat(site.path("version").asInt()).as("nothing has changed").isEqualTo(1);
        assertThat(latestRun()).as("age is no part of a run").isEqualTo(run);
        confirmation.put("on", "2027-06-02");
        assertThat(send("POST", "/api/sites/gammel/confirmations", confirmation, null)
                        .statusCode())
                .as("in the future")
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/sites",
        "PUT, /api/sites/norsenga",
        "POST, /api/sites/norsenga/revert",
        "POST, /api/sites/norsenga/confirmations",
    })
    void nobodyChangesASiteWithoutLoginOrFromAnotherSite(String method, String path) {
        var body = HttpRequest.BodyPublishers.ofString(draft("norsenga").toString());
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + path)).method(method, body))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + path))
                                .header("Authorization", administrator())
                                .header("Sec-Fetch-Site", "cross-site")
                                .method(method, body))
                        .statusCode())
                .isEqualTo(403);
        assertThat(json("/api/sites/norsenga").path("version").asInt()).isEqualTo(1);
    }

    /** The facade decides, so that every other door than HTTP is closed too. */
    @Test
    void thePublicMayReadAndNothingElse() {
        var draft = new SiteDraft(
                "a",
                Site.Kind.LAND,
                Site.Publication.DRAFT,
                null,
                false,
                true,
                1,
                "b",
                List.of(),
                List.of(),
                null,
                List.of(),
                "c");
        List<ThrowingCallable> changes = List.of(
                () -> sites.save(Caller.PUBLIC, "norsenga", 1, draft),
                () -> sites.save(Caller.PUBLIC, "ny", null, draft),
                () -> sites.check(Caller.PUBLIC, "norsenga", draft),
                () -> sites.revert(Caller.PUBLIC, "norsenga", 1, 1, "hvorfor"),
                () -> sites.confirm(Caller.PUBLIC, "norsenga", "rolle", LocalDate.of(2026, 1, 1), ""),
                () -> sites.takeOver(Caller.PUBLIC, 1),
                () -> reminders.list(Caller.PUBLIC),
                () -> reminders.send(Caller.PUBLIC));
        for (var change : changes) {
            assertThatThrownBy(change).isInstanceOf(AccessDenied.class);
        }
        assertThat(sites.get(Caller.PUBLIC, "norsenga").version()).isEqualTo(1);
        assertThat(sites.history(Caller.PUBLIC, "norsenga", 10, 0).total()).isEqualTo(1);
    }

    private String state(String site) {
        return json("/api/sites/" + site).path("freshness").path("state").asString();
    }

    private void create(String id) {
        var answer = send("POST", "/api/sites", draft(id), null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static ObjectNode draft(String id) {
        return (ObjectNode) JSON.readTree("""
                {"id": "%s", "name": "Prøvetomt", "kind": "land", "publication": "published", "footprint": %s,
                 "schematic": false, "areaKnown": true, "accuracyM": 2, "source": "Målt i felt", "facts": [], "parts": [],
                 "scoredPart": null, "media": [], "why": "nytt område"}
                """.formatted(id, SQUARE));
    }

    private static String price(int value) {
        return """
                {"fact": "priceNokPerM2", "value": %d, "unit": "krPerM2", "statedBy": "Kongsvinger kommune", "on": "2026-11-20",
                 "basis": "stated", "source": "Prisliste", "url": ""}
                """.formatted(value);
    }

    private static String square(double x, double y, double width, double height) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(x, y, x + width, y + height);
    }

    private JsonNode administratorReads(String path) {
        return JSON.readTree(get(path, "Authorization", administrator()).body());
    }

    private HttpResponse<String> send(String method, String path, ObjectNode body, String ifMatch) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", administrator())
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=30")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}

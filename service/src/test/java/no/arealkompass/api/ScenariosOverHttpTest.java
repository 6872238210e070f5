package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The scenarios the sample region comes with, and others from their making to their removal. */
@DirtiesContext
@TestPropertySource(properties = "areal.sample-scenarios=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScenariosOverHttpTest extends ServiceTest {
    private static final String E16 = "e16-anbefalt-alle-etapper";
    private static final String BRANDVAL = "terminal-pa-brandval";
    private static final List<Object> ROAD = List.of(List.of(11.99772, 60.19049), List.of(12.2, 60.3));

    @Test
    @Order(1)
    void theSampleRegionComesWithItsTwoModelCases() {
        var list = json("/api/scenarios");
        assertThat(list.path("total").asInt()).isEqualTo(8);
        for (var scenario : list.path("items")) {
            assertThat(scenario.path("notAdopted").asBoolean()).isTrue();
            assertThat(scenario.path("run").isString())
                    .as(scenario.path("id").asString())
                    .isTrue();
        }
        var works = json("/api/scenarios/works").path("items");
        assertThat(works.valueStream()
                        .map(w -> w.path("work").path("alternative").asString()))
                .contains("Anbefalt av Nye Veier (CN40)", "Smalere veg, to og tre felt", "Raustadmyra", "Granli");
        for (var one : works) {
            var work = one.path("work");
            assertThat(work.path("source").asString())
                    .as(work.path("name").asString())
                    .isNotBlank();
            assertThat(work.path("assumption").asString()).isNotBlank();
        }
    }

    @Test
    @Order(2)
    void theWholeE16ShortensTheWayToGardermoenByWhatOneCanReckon() {
        double gapM = jdbc.sql("""
                        select st_length(st_transform(st_setsrid(st_makeline(st_makepoint(11.33926, 60.12159),
                          st_makepoint(11.68485, 60.25391)), 4326), 25833))
                        """).query(Double.class).single();
        double saved = gapM * 0.06 / 80 - gapM * 0.06 / 110;
        assertThat(saved).isBetween(4.0, 6.0);
        var changes = json("/api/scenarios/" + E16 + "/changes");
        assertThat(changes.path("scenario").path("notAdopted").asBoolean()).isTrue();
        assertThat(minutesSaved(changes, "magnor", "C06")).isCloseTo(saved, within(0.05));
        assertThat(minutesSaved(changes, "magnor", "C07")).isCloseTo(saved, within(0.05));
        assertThat(minutesSaved(json("/api/scenarios/e16-anbefalt-etappe-1/changes"), "magnor", "C06"))
                .as("half of it")
                .isCloseTo(saved / 2, within(0.1));
        var told = run(E16).path("scenario").path("works").path(1).path("told");
        assertThat(told.path(0).path("code").asString()).isEqualTo("joined");
    }

    @Test
    @Order(3)
    void everyNumberOfAScenarioSaysWhoseItIs() {
        var run = run(E16);
        assertThat(run.path("scenario").path("name").asString()).isEqualTo("E16 anbefalt, alle etapper");
        assertThat(run.path("scenario").path("notAdopted").asBoolean()).isTrue();
        var roads = run.path("datasets")
                .valueStream()
                .filter(v -> v.path("dataset").asString().equals("veger"))
                .findFirst()
                .orElseThrow();
        assertThat(roads.path("scenario").asString()).isEqualTo(E16);
        var score = json("/api/runs/" + run.path("id").asString() + "/scores/logistikk/magnor");
        assertThat(score.path("scenario").path("name").asString()).isEqualTo("E16 anbefalt, alle etapper");
        var base = json("/api/runs/" + latestRun());
        assertThat(base.path("scenario").isNull()).isTrue();
        assertThat(json("/api/runs/" + latestRun() + "/scores/logistikk/magnor").has("scenario"))
                .isFalse();
        assertThat(json("/api/runs?limit=100")
                        .path("items")
                        .valueStream()
                        .map(r -> r.path("scenario").asString("")))
                .contains("", E16, BRANDVAL);
    }

    @Test
    @Order(4)
    void whatIsAssumedOfASiteStandsInTheScenarioOnly() {
        var run = run(BRANDVAL).path("id").asString();
        var assumed = line(json("/api/runs/" + run + "/scores/tommer_terminal/brandval"), "C12");
        assertThat(assumed.path("found").path("value").asString()).isEqualTo("planlagt");
        assertThat(assumed.path("origin").path("basis").asString()).isEqualTo("scenario");
        assertThat(assumed.path("pointsHigh").asDouble()).isEqualTo(4.5);
        var today = line(json("/api/runs/" + latestRun() + "/scores/tommer_terminal/brandval"), "C12");
        assertThat(today.path("found").path("kind").asString()).isEqualTo("notCovered");
        assertThat(get("/api/sites/brandval").body()).doesNotContain("\"siding\"");
        var changes = json("/api/scenarios/" + BRANDVAL + "/changes");
        assertThat(value(changes, "brandval", "C13", "after").path("value").asString())
                .isEqualTo("true");
        assertThat(value(changes, "kirkenaer", "C11-terminal", "after")
                        .path("value")
                        .asDouble())
                .as("the terminal is nearer to Kirkenær now")
                .isLessThan(value(changes, "kirkenaer", "C11-terminal", "before")
                                .path("value")
                                .asDouble()
                        - 5);
    }

    @Test
    @Order(5)
    void nothingPlannedLeaksIntoWhatIs() {
        var base = get("/api/runs/" + latestRun()).body();
        assertThat(base).doesNotContain("planned").doesNotContain(E16);
        assertThat(get("/collections/veger/items?limit=1000").body()).doesNotContain("planned-");
        assertThat(json("/api/datasets/veger").path("versions").size()).isEqualTo(1);
        assertThat(json("/api/datasets/kjoretid").path("versions").size()).isEqualTo(1);
        assertThat(get("/api/config").body()).doesNotContain("e16-");
    }

    @Test
    @Order(6)
    void aScenarioWithoutWorksChangesNothingAndMeasuresNothing() {
        var base = latestRun();
        var baseBytes = get("/api/runs/" + base).body();
        int measured = count("measurement");
        int versions = count("dataset_version");
        var made = create(Map.of("name", "Ingenting", "note", "", "works", List.of()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var run = json("/api/runs/latest?scenario=ingenting", made);
        assertThat(run.path("rankings")).isEqualTo(JSON.readTree(baseBytes).path("rankings"));
        assertThat(run.path("portfolio")).isEqualTo(JSON.readTree(baseBytes).path("portfolio"));
        assertThat(run.path("datasets")).isEqualTo(JSON.readTree(baseBytes).path("datasets"));
        assertThat(withoutRun(run.path("id").asString())).isEqualTo(withoutRun(base));
        assertThat(count("measurement")).isEqualTo(measured);
        assertThat(count("dataset_version")).isEqualTo(versions);
        for (var site : json("/api/scenarios/ingenting/changes").path("sites")) {
            for (var value : site.path("values")) {
                assertThat(value.path("after")).isEqualTo(value.path("before"));
            }
        }
        assertThat(latestRun()).isEqualTo(base);
    }

    @Test
    @Order(7)
    void onlyWhatReadsAChangedLayerIsMeasuredAgainAndRemovingLeavesWhatIsByteForByte() {
        var base = latestRun();
        var baseBytes = get("/api/runs/" + base).body();
        var scores = get("/api/runs/" + base + "/scores?purpose=logistikk").body();
        Set<String> before = versionKeys();
        var made = create(Map.of(
                "name", "Ny veg og ny bane", "note", "Prøve", "works", List.of(), "newWorks", List.of(road(Map.of()))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var id = JSON.readTree(made.body()).path("id").asString();
        assertThat(id).isEqualTo("ny-veg-og-ny-bane");
        Set<String> own = new TreeSet<>(jdbc.sql("select id::text from dataset_version where scenario = :id")
                .param("id", id)
                .query(String.class)
                .list());
        assertThat(own).as("roads and drive minutes, which strategies read").hasSize(2);
        Set<String> added = versionKeys();
        added.removeAll(before);
        assertThat(added)
                .isNotEmpty()
                .allMatch(key ->
                        own.stream().anyMatch(version -> List.of(key.split(",")).contains(version)));
        var run = json("/api/scenarios/" + id).path("run").asString();

        assertThat(send(request("/api/scenarios/" + id).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get("/api/scenarios/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/api/runs/latest?scenario=" + id).statusCode()).isEqualTo(404);
        assertThat(json("/api/runs/" + run).path("scenario").path("notAdopted").asBoolean())
                .as("history stays, and says what it is")
                .isTrue();
        assertThat(latestRun()).isEqualTo(base);
        assertThat(get("/api/runs/" + base).body()).isEqualTo(baseBytes);
        assertThat(get("/api/runs/" + base + "/scores?purpose=logistikk").body())
                .isEqualTo(scores);
    }

    @Test
    @Order(8)
    void aChangeIsANewVersionAndWhoComesSecondIsTold() {
        var works = json("/api/scenarios/" + E16).path("works");
        var one = works.path(1).path("id").asLong();
        var body = Map.of("name", "Ingenting, så noe", "note", "", "works", List.of(one), "version", 1);
        var changed = send(request("/api/scenarios/ingenting")
                .method("PUT", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(JSON.readTree(changed.body()).path("version").asInt()).isEqualTo(2);
        assertThat(run("ingenting").path("scenario").path("version").asInt()).isEqualTo(2);
        var late = send(request("/api/scenarios/ingenting")
                .method("PUT", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("versjon 2");
        assertThat(send(request("/api/scenarios/works/" + one).DELETE()).statusCode())
                .as("a scenario holds it")
                .isEqualTo(409);
    }

    @Test
    @Order(9)
    void whatIsWrongIsToldWorkByWorkWithPlaceAndRemedy() {
        var far = road(Map.of(
                "name", "For langt borte", "geometry", lineString(List.of(List.of(60.1, 11.3), List.of(60.2, 11.4)))));
        var odd = road(Map.of("name", "Feil klasse", "objectClass", "X", "source", ""));
        var answer = create(Map.of("name", "Feil", "works", List.of(), "newWorks", List.of(far, odd)));
        assertThat(answer.statusCode()).isEqualTo(422);
        var faults = JSON.readTree(answer.body()).path("faults");
        assertThat(faults.valueStream().map(f -> f.path("object").asString()))
                .contains("For langt borte", "Feil klasse");
        assertThat(faults.path(0).path("place").path(0).asDouble()).isEqualTo(60.1);
        for (var fault : faults) {
            assertThat(fault.path("remedy").asString()).isNotBlank();
        }
        assertThat(get("/api/scenarios/feil").statusCode()).isEqualTo(404);
        var fact = Map.of(
                "name",
                "Fakta",
                "kind",
                "fact",
                "site",
                "brandval",
                "fact",
                "siding",
                "value",
                "kanskje",
                "assumption",
                "a",
                "source",
                "s",
                "statedBy",
                "b",
                "on",
                "2026");
        var said = create(Map.of("name", "Feil", "works", List.of(), "newWorks", List.of(fact)));
        assertThat(said.statusCode()).isEqualTo(422);
        assertThat(said.body()).contains("siding").contains("/api/facts");
        assertThat(create(Map.of("name", "Feil", "ukjent", 1)).statusCode()).isEqualTo(400);
        assertThat(create(Map.of("name", "Feil", "works", List.of(99_999))).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(10)
    void worksComeInAsGeoJsonAllOrNoneAndGoOutOfTheLibrary() {
        var properties = new java.util.LinkedHashMap<String, Object>(road(Map.of("name", "Fra fil")));
        var geometry = properties.remove("geometry");
        var feature = Map.of("type", "Feature", "properties", properties, "geometry", geometry);
        var collection = Map.of("type", "FeatureCollection", "features", List.of(feature));
        var stored = post("/api/scenarios/works/import", collection);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        long id = JSON.readTree(stored.body()).path("ids").path(0).asLong();
        assertThat(get("/api/scenarios/works").body()).contains("Fra fil");
        assertThat(send(request("/api/scenarios/works/" + id).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(get("/api/scenarios/works").body()).doesNotContain("Fra fil");
        assertThat(post("/api/scenarios/works/import", Map.of("type", "Feature"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(11)
    void thePublicReadsAndChangesNothing() {
        var body = HttpRequest.BodyPublishers.ofString("{\"name\":\"x\"}");
        var asked = HttpRequest.newBuilder(URI.create(base() + "/api/scenarios"))
                .header("Content-Type", "application/json");
        assertThat(send(asked.POST(body)).statusCode()).isEqualTo(401);
        assertThat(get("/api/scenarios").statusCode()).isEqualTo(200);
        assertThat(get("/api/scenarios").body()).doesNotContain("\"by\":\"operator\"");
    }

    @Test
    @Order(12)
    void aNewDeliveryGivesEveryScenarioANewRunOverIt() throws InterruptedException {
        var before = run(E16).path("id").asString();
        var square =
                "{\"type\":\"Feature\",\"properties\":{\"navn\":\"x\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[11.53,60.39],[11.54,60.39],[11.54,60.41],[11.53,60.41],[11.53,60.39]]]}}";
        var boundary = "grense";
        var form = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\nn1000\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"myr.geojson\"\r\n\r\n"
                + "{\"type\":\"FeatureCollection\",\"features\":[" + square + "]}\r\n--" + boundary + "--\r\n";
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/datasets/myr/imports"))
                .header("Authorization", administrator())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var deadline = Instant.now().plusSeconds(60); // the scenarios follow by themselves
        while (run(E16).path("id").asString().equals(before) && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        var after = run(E16);
        assertThat(after.path("id").asString()).isNotEqualTo(before);
        assertThat(after.path("datasets").toString()).contains("\"myr\"");
        assertThat(json("/api/runs/" + before).path("datasets").toString()).doesNotContain("\"myr\"");
    }

    private JsonNode run(String scenario) {
        var answer = get("/api/runs/latest?scenario=" + scenario);
        return json(answer.headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", ""));
    }

    private JsonNode json(String latest, HttpResponse<String> because) {
        var answer = get(latest);
        assertThat(answer.statusCode()).as(because.body()).isEqualTo(307);
        return json(answer.headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", ""));
    }

    private static double minutesSaved(JsonNode changes, String site, String criterion) {
        return value(changes, site, criterion, "before").path("value").asDouble()
                - value(changes, site, criterion, "after").path("value").asDouble();
    }

    private static JsonNode value(JsonNode changes, String site, String criterion, String when) {
        return changes.path("sites")
                .valueStream()
                .filter(s -> s.path("id").asString().equals(site))
                .findFirst()
                .orElseThrow()
                .path("values")
                .path(criterion)
                .path(when);
    }

    private static JsonNode line(JsonNode score, String criterion) {
        return score.path("lines")
                .valueStream()
                .filter(l -> l.path("criterion").asString().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    /** All scores of a run as they would read in any run. */
    private List<String> withoutRun(String run) {
        return jdbc.sql("""
                        select ((body::jsonb) - 'run' - 'scenario')::text from run_score where run_id = :run::uuid
                        order by purpose, position
                        """).param("run", run).query(String.class).list();
    }

    private Set<String> versionKeys() {
        return new TreeSet<>(jdbc.sql("select distinct versions_key from measurement")
                .query(String.class)
                .list());
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static Map<String, Object> road(Map<String, Object> other) {
        var work = new java.util.LinkedHashMap<String, Object>();
        work.put("project", "Prøve");
        work.put("name", "Ny riksveg");
        work.put("kind", "add");
        work.put("dataset", "veger");
        work.put("objectClass", "R");
        work.put("speedKmh", 90);
        work.put("withinM", 5000);
        work.put("assumption", "90 km/t");
        work.put("source", "Prøve");
        work.put("statedBy", "Prøve");
        work.put("on", "2026-11");
        work.put("schematic", true);
        work.put("geometry", lineString(ROAD));
        work.putAll(other);
        return work;
    }

    private static Map<String, Object> lineString(List<?> coordinates) {
        return Map.of("type", "LineString", "coordinates", coordinates);
    }

    private HttpResponse<String> create(Map<String, ?> scenario) {
        return post("/api/scenarios", scenario);
    }

    private HttpResponse<String> post(String address, @Nullable Object body) {
        return send(request(address).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(base() + address))
                .header("Authorization", administrator())
                .header("Content-Type", "application/json");
    }
}

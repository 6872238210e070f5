package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** A shape is worth the same while it is drawn as once it is stored, and drawing it leaves nothing behind. */
@DirtiesContext
class AssessmentTest extends ServiceTest {
    /** With a hole, and vertices that no grid has. */
    private static final String SHAPE = """
            {"type":"Polygon","coordinates":[
              [[11.9812345678,60.2012345678],[12.0112345,60.2013],[12.0131,60.2154321],[11.9951,60.2201],[11.98,60.2111],[11.9812345678,60.2012345678]],
              [[11.99,60.207],[11.993,60.2091],[11.996,60.2071],[11.99,60.207]]]}
            """.replaceAll("\\s", "");

    private static final String FACTS = """
            [{"fact":"planStatus","value":"regulert","unit":"","statedBy":"Kommunen","on":"2025-03","basis":"stated","source":"Plan 7","url":""},
             {"fact":"powerMW","value":12.5,"unit":"MW","statedBy":"Nettselskapet","on":"2025","basis":"stated","source":"Brev","url":""},
             {"fact":"powerBasis","value":"planlagt","unit":"","statedBy":"Nettselskapet","on":"2025","basis":"stated","source":"Brev","url":""}]
            """;

    @Test
    void isTheScoreOfTheSamePolygonOnceSaved() {
        var drawn = assess("{\"kind\":\"land\",\"footprint\":%s,\"facts\":%s}".formatted(SHAPE, FACTS));
        assertThat(drawn.path("faults").isEmpty()).as(drawn.toString()).isTrue();
        assertThat(drawn.path("scores").size()).isGreaterThan(3);
        store("tegnet");
        var run = json("/api/runs/" + latestRun());
        assertThat(drawn.path("areaM2").asDouble() / 1000)
                .isEqualTo(json("/api/sites/tegnet").path("areaDaa").asDouble());
        for (var share : run.path("shares").path("tegnet")) {
            assertThat(drawn.path("municipalities")
                            .path(share.path("municipality").asString()))
                    .isEqualTo(share.path("share"));
        }
        for (var score : drawn.path("scores")) {
            same(run, score, "tegnet");
            sameBest(run, score);
        }
        samePortfolio(drawn, run, "tegnet");
    }

    /** The best others have the ranks beside the drawn shape that they have beside the saved site. */
    private void sameBest(JsonNode run, JsonNode score) {
        var purpose = score.path("purpose").asString();
        var others = run.path("rankings")
                .path(purpose)
                .valueStream()
                .filter(r -> r.path("verdict").asString().equals("scored")
                        && !r.path("site").asString().equals("tegnet"))
                .limit(3)
                .toList();
        assertThat(score.path("best").size()).isEqualTo(others.size());
        for (int i = 0; i < others.size(); i++) {
            var best = score.path("best").get(i);
            for (var key : List.of("site", "rankBest", "rankWorst", "low", "high")) {
                assertThat(best.path(key))
                        .as(purpose + " " + key)
                        .isEqualTo(others.get(i).path(key));
            }
            var stored = json("/api/runs/" + run.path("id").asString() + "/scores/" + purpose + "/"
                    + best.path("site").asString());
            for (int l = 0; l < stored.path("lines").size(); l++) {
                assertThat(best.path("lines").get(l).path("pointsHigh"))
                        .isEqualTo(stored.path("lines").get(l).path("pointsHigh"));
            }
        }
    }

    /** Every rule answers with the drawn shape as the run does with the saved one; the order of sites is that of names. */
    private static void samePortfolio(JsonNode drawn, JsonNode run, String site) {
        assertThat(drawn.path("portfolio").size())
                .isEqualTo(run.path("portfolio").size());
        for (int i = 0; i < run.path("portfolio").size(); i++) {
            var stored = run.path("portfolio").get(i);
            var effect = drawn.path("portfolio").get(i);
            assertThat(effect.path("rule")).isEqualTo(stored.path("rule"));
            assertThat(effect.path("after")).isEqualTo(stored.path("outcome"));
            for (int g = 0; g < stored.path("groups").size(); g++) {
                var was = stored.path("groups").get(g);
                var after = effect.path("groups").get(g).path("after");
                for (var key : List.of("municipality", "outcome", "looked")) {
                    assertThat(after.path(key)).as(key).isEqualTo(was.path(key));
                }
                for (var key : List.of("sites", "undecided", "missing")) {
                    assertThat(texts(after.path(key), site))
                            .as(stored.path("rule") + " " + key)
                            .containsExactlyInAnyOrderElementsOf(texts(was.path(key), site));
                }
            }
        }
    }

    private static List<String> texts(JsonNode list, String site) {
        return list.valueStream()
                .map(one -> one.isObject()
                        ? named(one.path("site").asString(), site) + " "
                                + one.path("criterion").asString()
                        : named(one.asString(), site))
                .toList();
    }

    private static String named(String id, String site) {
        return id.isEmpty() ? site : id;
    }

    /** A price, water, sewer and road, and a plan: the drawn shape gives its municipality the area it lacked. */
    @Test
    void aCandidateThatFulfilsARuleSaysSoMunicipalityByMunicipality() {
        var facts = """
                [{"fact":"planStatus","value":"regulert","unit":"","statedBy":"K","on":"2025","basis":"stated","source":"P","url":""},
                 {"fact":"priceNokPerM2","value":200,"unit":"krPerM2","statedBy":"K","on":"2025","basis":"stated","source":"P","url":""},
                 {"fact":"utilitiesToBorder","value":3,"unit":"count","statedBy":"K","on":"2025","basis":"stated","source":"P","url":""}]
                """;
        var drawn = assess("{\"kind\":\"land\",\"footprint\":%s,\"facts\":%s}".formatted(SHAPE, facts));
        var inside = drawn.path("municipalities").propertyNames().iterator().next();
        var effect = drawn.path("portfolio")
                .valueStream()
                .filter(one -> one.path("rule").asString().equals("C45"))
                .findFirst()
                .orElseThrow();
        for (var group : effect.path("groups")) {
            boolean here = group.path("after").path("municipality").asString().equals(inside);
            assertThat(group.path("after")
                            .path("sites")
                            .valueStream()
                            .anyMatch(s -> s.asString().isEmpty()))
                    .isEqualTo(here);
            if (here) {
                assertThat(group.path("before").asString()).isNotEqualTo("kept");
                assertThat(group.path("after").path("outcome").asString()).isEqualTo("kept");
            } else {
                assertThat(group.path("after").path("outcome")).isEqualTo(group.path("before"));
            }
        }
        assertThat(effect.path("candidate")
                        .path("conditions")
                        .valueStream()
                        .map(c -> c.path("state").asString()))
                .containsExactly("met", "met", "met");
        var terminals = drawn.path("portfolio").get(0);
        assertThat(terminals.path("rule").asString()).isEqualTo("C47");
        assertThat(terminals.path("candidate").isNull()).isTrue();
        assertThat(terminals.path("after")).isEqualTo(terminals.path("before"));
    }

    /** Verdict, range, flags, every line and the place in the ranking, to the last digit. */
    private void same(JsonNode run, JsonNode score, String site) {
        var purpose = score.path("purpose").asString();
        var stored = json("/api/runs/" + run.path("id").asString() + "/scores/" + purpose + "/" + site);
        assertThat(score.path("lines").toString())
                .as(purpose)
                .isEqualTo(stored.path("lines").toString());
        assertThat(score.path("flags").toString())
                .as(purpose)
                .isEqualTo(stored.path("flags").toString());
        assertThat(score.path("confidence").toString())
                .isEqualTo(stored.path("confidence").toString());
        assertThat(score.path("verdict")).isEqualTo(stored.path("verdict").path("kind"));
        assertThat(score.path("low")).isEqualTo(stored.path("verdict").path("low"));
        assertThat(score.path("high")).isEqualTo(stored.path("verdict").path("high"));
        for (var ranked : run.path("rankings").path(purpose)) {
            if (ranked.path("site").asString().equals(site)) {
                assertThat(score.path("rankBest")).as(purpose).isEqualTo(ranked.path("rankBest"));
                assertThat(score.path("rankWorst")).as(purpose).isEqualTo(ranked.path("rankWorst"));
            }
        }
        long scored = run.path("rankings")
                .path(purpose)
                .valueStream()
                .filter(r -> r.path("verdict").asString().equals("scored"))
                .count();
        assertThat(score.path("of").asLong()).isEqualTo(scored);
    }

    /** The outline as the service gives it out is the stored one, with its own facts, and is not ranked against itself. */
    @Test
    void ofAnUntouchedSiteIsItsStoredScore() {
        var run = json("/api/runs/" + latestRun());
        for (var id : List.of("granli", "norsenga", "magnor")) {
            var site = json("/api/sites/" + id);
            var drawn =
                    assess("{\"kind\":\"%s\",\"footprint\":%s,\"replaces\":\"%s\",\"schematic\":%s,\"areaKnown\":%s}"
                            .formatted(
                                    site.path("kind").asString(),
                                    site.path("footprint"),
                                    id,
                                    site.path("schematic"),
                                    !site.path("areaDaa").isNull()));
            assertThat(drawn.path("scores").size()).as(id).isPositive();
            for (var score : drawn.path("scores")) {
                same(run, score, id);
            }
            samePortfolio(drawn, run, id);
            for (var effect : drawn.path("portfolio")) {
                assertThat(effect.path("after")).isEqualTo(effect.path("before"));
            }
        }
    }

    @Test
    void leavesNothingBehind() {
        var before = state();
        for (int i = 0; i < 3; i++) {
            assertThat(assess("{\"footprint\":" + SHAPE + "}").path("scores").size())
                    .isPositive();
        }
        assertThat(state()).isEqualTo(before);
    }

    /** Rows, and the numbers that were drawn for them. */
    private List<String> state() {
        return jdbc.sql("""
                        select 'site ' || count(*) from site union all select 'version ' || count(*) from site_version
                        union all select 'measurement ' || count(*) from measurement
                        union all select 'share ' || count(*) from municipality_share
                        union all select 'run ' || count(*) from run
                        union all select sequencename || ' ' || last_value from pg_sequences where sequencename like '%site%' or sequencename like 'run%'
                        """).query(String.class).list();
    }

    @Test
    void severalAtOnceDoNotMeetAndNobodyElseSeesThem() throws Exception {
        var shapes = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            double x = 11.7 + 0.1 * i;
            shapes.add(
                    "{\"footprint\":{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,60.2],[%2$s,60.2],[%2$s,60.21],[%1$s,60.2]]]}}"
                            .formatted(x, x + 0.01));
        }
        var alone = shapes.stream().map(this::assess).toList();
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(7)) {
            var seen = threads.submit(() -> {
                int most = 0;
                while (!done.get()) {
                    most = Math.max(
                            most,
                            jdbc.sql("select count(*) from site where id like 'draft%'")
                                    .query(Integer.class)
                                    .single());
                }
                return most;
            });
            var together =
                    shapes.stream().map(s -> threads.submit(() -> assess(s))).toList();
            for (int i = 0; i < shapes.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
            done.set(true);
            assertThat(seen.get()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVALID           | [[[12.0,60.2],[12.02,60.21],[12.02,60.2],[12.0,60.21],[12.0,60.2]]] | 12.01
            INVALID           | [[[12.0,60.2],[12.02,60.2],[12.02,60.21],[12.0,60.2]],[[12.1,60.2],[12.11,60.2],[12.11,60.21],[12.1,60.2]]] | 12.1
            OUTSIDE_REGION    | [[[8.0,60.2],[8.02,60.2],[8.02,60.21],[8.0,60.2]]] | 8.0
            TOO_SMALL         | [[[12.0,60.2],[12.000001,60.2],[12.000001,60.200001],[12.0,60.2]]] |
            """)
    void aShapeThatCannotBeUsedSaysWhatAndWhere(String code, String rings, Double longitude) {
        var answer = assess("{\"footprint\":{\"type\":\"Polygon\",\"coordinates\":%s}}".formatted(rings));
        var fault = answer.path("faults").path(0);
        assertThat(fault.path("code").asString()).isEqualTo(code);
        assertThat(fault.path("message").path("nb").asString()).isNotBlank();
        assertThat(fault.path("remedy").path("en").asString()).isNotBlank();
        assertThat(answer.path("scores").isEmpty()).isTrue();
        if (longitude == null) {
            assertThat(fault.path("place").isNull()).isTrue();
        } else {
            assertThat(fault.path("place").path(0).asDouble())
                    .isCloseTo(longitude, org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void whatIsTooMuchIsRefusedBeforeItIsMeasured() {
        var many = new StringBuilder();
        for (int i = 0; i < 6000; i++) {
            double angle = 2 * Math.PI * i / 6000;
            many.append("[%s,%s],".formatted(12 + 0.01 * Math.cos(angle), 60.2 + 0.01 * Math.sin(angle)));
        }
        var answer =
                assess("{\"footprint\":{\"type\":\"Polygon\",\"coordinates\":[[%s[12.01,60.2]]]}}".formatted(many));
        assertThat(answer.path("faults").path(0).path("code").asString()).isEqualTo("TOO_MANY_VERTICES");
        var long5 = post("/api/sites/assessment", "{\"replaces\":\"" + "x".repeat(5_000_000) + "\"}");
        assertThat(long5.statusCode()).as(long5.body()).isEqualTo(413);
        var unannounced = send(HttpRequest.newBuilder(URI.create(base() + "/api/sites/assessment"))
                .headers("Authorization", administrator(), "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(("{\"replaces\":\"" + "x".repeat(5_000_000))
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        assertThat(unannounced.statusCode()).as(unannounced.body()).isIn(400, 413);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/sites/assessment | {}
            /api/sites/assessment | {"footprint":{"type":"Point","coordinates":[12,60]}}
            /api/sites/assessment | {"footprint":{"type":"Polygon","coordinates":[[[12.0,60.2],[12.02,60.2],[12.02,60.21]]]}}
            /api/geometry/split   | {"footprint":{"type":"Polygon","coordinates":[[[12.0,60.2],[12.02,60.2],[12.02,60.21],[12.0,60.2]]]}}
            /api/geometry/merge   | {}
            /api/geometry/transform | {"positions":[[12,60]],"from":4326,"to":3857}
            /api/geometry/transform | {"positions":[[12]],"from":4326,"to":25833}
            """)
    void whatIsNoShapeAtAllIsABadRequestWithARemedy(String path, String body) {
        var answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("remedy").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"/api/sites/assessment", "/api/geometry/split", "/api/geometry/merge", "/api/geometry/transform"})
    void thePublicDrawsNothing(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private JsonNode assess(String body) {
        var answer = post("/api/sites/assessment", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .headers("Authorization", administrator(), "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void store(String id) {
        var body = """
                {"id":"%s","name":"Tegnet","kind":"land","publication":"published","source":"test","accuracyM":1,"schematic":false,
                "areaKnown":true,"facts":%s,"footprint":%s,"parts":[],"scoredPart":null,"media":[],"why":"Tegnet i en test"}
                """.formatted(id, FACTS, SHAPE);
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/sites"))
                .headers("Authorization", administrator(), "Content-Type", "application/json", "Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}

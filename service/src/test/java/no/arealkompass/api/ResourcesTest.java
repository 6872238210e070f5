package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The resources as a client sees them, over the sample region. */
class ResourcesTest extends ServiceTest {

    @Test
    void theServiceIsReadyWhenTheSampleRegionIsLoaded() {
        assertThat(json("/actuator/health/readiness").path("status").asString()).isEqualTo("UP");
        var config = json("/api/config");
        assertThat(config.path("region").path("id").asString()).isEqualTo("kongsvingerregionen");
        assertThat(config.path("sample").asBoolean())
                .as("sample data must say so")
                .isTrue();
        assertThat(config.path("caller").path("role").asString()).isEqualTo("public");
        assertThat(config.path("defaultStrategy").path("id").asString()).isEqualTo("kongsvingerregionen-2017");
    }

    @Test
    void sitesAreGeoJsonInLongitudeLatitudeWithTheirSources() {
        var answer = get("/collections/sites/items");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/geo+json");
        var sites = JSON.readTree(answer.body());
        assertThat(sites.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(sites.path("numberMatched").asInt())
                .isEqualTo(sites.path("features").size())
                .isGreaterThanOrEqualTo(7);
        for (var site : sites.path("features")) {
            assertThat(site.path("properties").path("source").asString()).isNotBlank();
            assertThat(site.path("properties").path("accuracyM").asDouble()).isPositive();
            assertThat(site.path("properties").path("schematic").asBoolean()).isTrue();
            var first =
                    site.path("geometry").path("coordinates").path(0).path(0).path(0);
            assertThat(first.path(0).asDouble()).as("longitude").isBetween(11.0, 13.0);
            assertThat(first.path(1).asDouble()).as("latitude").isBetween(59.5, 61.0);
        }
    }

    @Test
    void everyFactSaysWhoWhenAndWhere() {
        for (var site : json("/api/sites").path("items")) {
            for (var fact : site.path("facts")) {
                for (var key : List.of("statedBy", "on", "source", "basis")) {
                    assertThat(fact.path(key).asString())
                            .as(site.path("id") + " " + fact.path("fact") + " " + key)
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void aRunIsTheSameBytesForEverAndSaysItNeverChanges() {
        var path = "/api/runs/" + latestRun();
        var first = get(path);
        assertThat(get(path).body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
    }

    /** What the ranking says must follow from the lines of the explanation alone. */
    @Test
    void everyScoreIsTheSumOfItsExplainedLines() {
        var run = json("/api/runs/" + latestRun());
        int scores = 0;
        for (var ranking : run.path("rankings").properties()) {
            for (var ranked : ranking.getValue()) {
                explain(run.path("id").asString(), ranking.getKey(), ranked);
                scores++;
            }
        }
        assertThat(scores).isGreaterThan(20);
    }

    private void explain(String run, String purpose, JsonNode ranked) {
        var site = ranked.path("site").asString();
        var score = json("/api/runs/" + run + "/scores/" + purpose + "/" + site);
        double low = 0;
        double high = 0;
        int weight = 0;
        for (var line : score.path("lines")) {
            low += line.path("pointsLow").asDouble();
            high += line.path("pointsHigh").asDouble();
            weight += line.path("weight").asInt();
            assertThat(line.path("source").path("document").asString()).isNotBlank();
            assertThat(line.path("basis").asString()).isIn("rule", "value", "proposal");
            if (line.path("found").path("kind").asString().equals("notCovered")) {
                assertThat(line.path("settledBy").path("nb").asString()).isNotBlank();
                assertThat(line.path("pointsHigh").asDouble())
                        .as("missing data widen the range")
                        .isGreaterThan(line.path("pointsLow").asDouble());
            }
        }
        assertThat(weight).isEqualTo(100);
        if (ranked.path("verdict").asString().equals("scored")) {
            assertThat(low).isCloseTo(ranked.path("low").asDouble(), org.assertj.core.data.Offset.offset(1e-5));
            assertThat(high).isCloseTo(ranked.path("high").asDouble(), org.assertj.core.data.Offset.offset(1e-5));
        }
    }

    @Test
    void municipalitySharesAreByAreaAndAddUp() {
        var run = json("/api/runs/" + latestRun());
        for (var site : run.path("shares").properties()) {
            double sum = 0;
            for (var share : site.getValue()) {
                sum += share.path("share").asDouble();
            }
            assertThat(sum).as(site.getKey()).isBetween(0.99, 1.0000001);
        }
    }

    @Test
    void everyPointOfTheStrategyHasAnAnswer() {
        var parts = new ArrayList<String>();
        for (var rule : json("/api/runs/" + latestRun()).path("portfolio")) {
            parts.add(rule.path("part").asString());
            assertThat(rule.path("outcome").asString()).isIn("kept", "broken", "notCheckable");
        }
        assertThat(parts).containsExactlyInAnyOrder("S1", "S2", "S3", "S4");
    }

    @Test
    void aThemeWithoutDataIsListedAsSuchAndNeverLeftOut() {
        for (var dataset : json("/api/datasets").path("items")) {
            if (dataset.path("id").asString().equals("flomsoner")) {
                assertThat(dataset.path("inUse").isNull()).isTrue();
                assertThat(dataset.path("usedBy").size()).isPositive();
                return;
            }
        }
        throw new AssertionError("flomsoner is not listed");
    }

    @Test
    void driveMinutesAreDerivedFromTheRoadsInUse() {
        var derived = json("/api/datasets/kjoretid").path("inUse");
        var roads = json("/api/datasets/veger").path("inUse");
        assertThat(derived.path("parents").toString()).contains(roads.path("id").toString());
    }

    @Test
    void layersComeInPagesWithLinks() {
        var first = json("/collections/veger/items?limit=2");
        assertThat(first.path("features").size()).isEqualTo(2);
        var next = "";
        for (var link : first.path("links")) {
            next = link.path("rel").asString().equals("next")
                    ? link.path("href").asString()
                    : next;
        }
        var second = json(next.replace(base(), ""));
        assertThat(second.path("features").path(0).path("id"))
                .isNotEqualTo(first.path("features").path(0).path("id"));
    }

    @Test
    void aBoxLimitsALayer() {
        int all = json("/collections/kommuner/items").path("numberMatched").asInt();
        assertThat(all).isEqualTo(6);
        int point = json("/collections/kommuner/items?bbox=12.0049,60.1878,12.0049,60.1878")
                .path("numberMatched")
                .asInt();
        assertThat(point).as("a box may be a point").isEqualTo(1);
        int north = json("/collections/kommuner/items?bbox=12.1,60.7,12.3,60.9")
                .path("numberMatched")
                .asInt();
        assertThat(north).isBetween(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sites/finnes-ikke, 404, Fant ikke området",
        "/api/runs/00000000-0000-0000-0000-000000000000, 404, Fant ikke kjøringen",
        "/api/runs/tull, 400, Ugyldig forespørsel",
        "/api/sites?limit=0, 400, Ugyldig forespørsel",
        "/api/sites?limit=abc, 400, Ugyldig forespørsel",
        "/collections/tull/items, 404, Finnes ikke",
        "'/collections/sites/items?bbox=1,2,3', 400, Ugyldig forespørsel",
        "/api/finnes-ikke, 404, Finnes ikke",
        "/noe/annet, 404, Finnes ikke",
    })
    void faultsAreProblemDocumentsInNorwegianWithARemedy(String path, int status, String title) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("title").asString()).isEqualTo(title);
        assertThat(problem.path("remedy").asString()).isNotBlank();
    }

    @Test
    void bokmaalIsForEverybodyWhoDoesNotAskForEnglish() {
        for (var language : List.of("nb", "no", "nn-NO", "de", "tr", "*")) {
            var problem = JSON.readTree(
                    get("/api/sites/finnes-ikke", "Accept-Language", language).body());
            assertThat(problem.path("title").asString()).as(language).isEqualTo("Fant ikke området");
        }
    }

    @Test
    void faultsAreInEnglishForThoseWhoAsk() {
        var problem = JSON.readTree(
                get("/api/sites/finnes-ikke", "Accept-Language", "en").body());
        assertThat(problem.path("title").asString()).isEqualTo("Site not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/noe/annet", "/api/../WEB-INF/web.xml"})
    void whatIsNotListedIsNotThere(String path) {
        assertThat(get(path).statusCode()).isIn(400, 401, 403, 404);
    }

    @Test
    void thePublicReadsNoImportLog() {
        assertThat(get("/api/imports").statusCode()).isEqualTo(401);
        assertThat(get("/api/imports", "Authorization", administrator()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void thereIsAnOpenApiDocument() {
        var document = json("/v3/api-docs");
        assertThat(document.path("openapi").asString()).startsWith("3.0");
        assertThat(document.path("info").path("title").asString()).isEqualTo("Arealkompass");
        assertThat(document.path("paths").toString())
                .as("the caller is no parameter")
                .doesNotContain("\"caller\"");
        assertThat(document.path("paths").has("/api/runs/{id}/scores/{purpose}/{site}"))
                .isTrue();
    }

    @Test
    void answersCarryTheSecurityHeaders() {
        var headers = get("/api/config").headers();
        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("cache-control").orElseThrow()).contains("no-store");
        assertThat(get("/app/main.js").headers().firstValue("cache-control")).contains("no-cache");
    }
}

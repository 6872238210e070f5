package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How sure the ranking is, as a client sees it, over the sample region. */
class SureOverHttpTest extends ServiceTest {

    @Test
    void theMatrixHoldsWhatEveryScoreHolds() {
        var run = json("/api/runs/" + latestRun());
        var id = run.path("id").asString();
        for (var purpose : purposes(run)) {
            var matrix = json("/api/runs/" + id + "/matrix/" + purpose);
            assertThat(matrix.path("run").asString()).isEqualTo(id);
            assertThat(matrix.path("marginPoints").asDouble()).isEqualTo(2);
            assertThat(strings(matrix.path("sites"), "id"))
                    .isEqualTo(strings(run.path("rankings").path(purpose), "site"));
            for (var site : matrix.path("sites")) {
                var score = json("/api/runs/" + id + "/scores/" + purpose + "/"
                        + site.path("id").asString());
                assertThat(numbers(score.path("lines"), "uLow")).isEqualTo(numbers(site.path("uLow"), ""));
                assertThat(numbers(score.path("lines"), "uHigh")).isEqualTo(numbers(site.path("uHigh"), ""));
                assertThat(strings(score.path("lines"), "criterion")).isEqualTo(strings(matrix.path("criteria"), "id"));
                assertThat(site.path("excludedBy"))
                        .isEqualTo(score.path("verdict").path("by"));
            }
        }
    }

    /** The same arithmetic: not nearly the same numbers, but the same text. */
    @Test
    void theAdoptedWeightsGiveTheRunsOwnRankings() {
        var run = json("/api/runs/" + latestRun());
        for (var purpose : purposes(run)) {
            var weights = json("/api/runs/" + run.path("id").asString() + "/matrix/" + purpose)
                    .path("criteria")
                    .valueStream()
                    .map(c -> c.path("id").asString() + ":" + c.path("weight").asInt())
                    .collect(Collectors.joining(","));
            assertThat(ranking(run, purpose, "").toString())
                    .isEqualTo(run.path("rankings").path(purpose).toString());
            assertThat(ranking(run, purpose, "?weights=" + weights).toString())
                    .isEqualTo(run.path("rankings").path(purpose).toString());
        }
    }

    @Test
    void oneCriterionWithAllTheWeightRanksByItAlone() {
        var run = json("/api/runs/" + latestRun());
        var matrix = json("/api/runs/" + run.path("id").asString() + "/matrix/logistikk");
        int c06 = strings(matrix.path("criteria"), "id").indexOf("C06");
        var ranking = ranking(run, "logistikk", "?weights=C06:100");
        Map<String, JsonNode> sites = matrix.path("sites")
                .valueStream()
                .collect(Collectors.toMap(s -> s.path("id").asString(), s -> s));
        for (var one : ranking) {
            if (one.path("verdict").asString().equals("scored")) {
                double u = sites.get(one.path("site").asString())
                        .path("uLow")
                        .get(c06)
                        .asDouble();
                assertThat(one.path("low").asDouble()).isEqualTo(Math.round(100 * u * 1e6) / 1e6);
            }
        }
        assertThat(ranking.toString())
                .isNotEqualTo(run.path("rankings").path("logistikk").toString());
    }

    @Test
    void weightsThatAreNoneAreRefusedWithARemedy() {
        var path = "/api/runs/" + latestRun() + "/rankings/logistikk?weights=";
        for (var wrong :
                List.of("C06:99", "C06:50,C06:50", "C12:100", "tull", "C06:-1,C11:101", "C06:50.5,C11:49.5", ",")) {
            var answer = get(path + wrong, "Accept-Language", "en");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("remedy").asString()).contains("100 together", "C06");
        }
        assertThat(get(path + "C06:99").body()).contains("Vektene blir 99 til sammen");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var none = "/api/runs/00000000-0000-0000-0000-000000000000";
        assertThat(get(none + "/matrix/logistikk").statusCode()).isEqualTo(404);
        assertThat(get("/api/runs/" + latestRun() + "/matrix/hytter").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/runs/" + latestRun() + "/rankings/hytter?weights=C06:100")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/runs/tull/matrix/logistikk").statusCode()).isEqualTo(400);
    }

    private JsonNode ranking(JsonNode run, String purpose, String query) {
        return json("/api/runs/" + run.path("id").asString() + "/rankings/" + purpose + query)
                .path("items");
    }

    private static List<String> purposes(JsonNode run) {
        return new ArrayList<>(run.path("rankings").propertyNames());
    }

    private static List<String> strings(JsonNode list, String key) {
        return list.valueStream().map(one -> one.path(key).asString()).toList();
    }

    private static List<Double> numbers(JsonNode list, String key) {
        return list.valueStream()
                .map(one -> (key.isEmpty() ? one : one.path(key)).asDouble())
                .toList();
    }
}

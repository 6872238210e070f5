package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every score can be followed from its own text: to the last digit, and to the document and the data behind it. */
class DerivationTest extends ServiceTest {

    @Test
    void theStoredTextAloneGivesEveryScoreAndEveryRankAgain() {
        assertThat(recomputeAll()).isGreaterThan(20);
    }

    @Test
    void theChainStandsInTheScore() {
        var run = json("/api/runs/" + latestRun());
        var score = json("/api/runs/" + latestRun() + "/scores/tommer_terminal/norsenga");
        var strategy = score.path("strategy");
        assertThat(strategy.path("id")).isEqualTo(run.path("strategy").path("id"));
        assertThat(strategy.path("version")).isEqualTo(run.path("strategy").path("version"));
        assertThat(strategy.path("status").asString()).isEqualTo("adopted");
        var rail = score.path("lines")
                .valueStream()
                .filter(line -> line.path("criterion").asString().equals("C11"))
                .findFirst()
                .orElseThrow();
        assertThat(rail.path("parts").get(0).path("id").asString()).isEqualTo("S1");
        assertThat(rail.path("parts").get(0).path("source").path("paragraph").asString())
                .isEqualTo("Strategi 1");
        var version = rail.path("datasetVersions").get(0);
        assertThat(version.path("importId").asLong()).isPositive();
        assertThat(version.path("licence").asString()).isNotBlank();
        assertThat(version.path("importedAt").asString()).startsWith("20");
        var derived = run.path("datasets")
                .valueStream()
                .filter(v -> v.path("dataset").asString().equals("kjoretid"))
                .findFirst()
                .orElseThrow();
        assertThat(derived.path("importId").isNull()).isTrue();
        assertThat(derived.path("parents").size()).isPositive();
    }

    /** Recomputes all scores of the run in use; says how many. */
    int recomputeAll() {
        var run = json("/api/runs/" + latestRun());
        int count = 0;
        for (var purpose : run.path("rankings").propertyNames()) {
            var scores = scores(run.path("id").asString(), purpose);
            scores.forEach(Recomputation::check);
            Recomputation.checkRanking(run, run.path("rankings").path(purpose), scores);
            count += scores.size();
        }
        return count;
    }

    private List<JsonNode> scores(String run, String purpose) {
        var scores = new ArrayList<JsonNode>();
        while (true) {
            var page = json("/api/runs/" + run + "/scores?purpose=" + purpose + "&limit=100&offset=" + scores.size());
            page.path("items").forEach(scores::add);
            if (page.path("items").isEmpty()
                    || scores.size() >= page.path("total").asInt()) {
                return scores;
            }
        }
    }
}

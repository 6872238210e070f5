package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** Completeness as a client sees it, over the sample region. */
class CompletenessOverHttpTest extends ServiceTest {

    @Test
    void everyPurposeSaysHowMuchIsMissingAndWhatWouldMoveTheSiteMost() {
        var run = json("/api/runs/" + latestRun());
        for (var site : run.path("sites")) {
            var id = site.path("id").asString();
            var answer = json("/api/sites/" + id + "/completeness");
            assertThat(answer.path("siteVersion").asInt())
                    .isEqualTo(site.path("version").asInt());
            assertThat(answer.path("purposes").size()).isPositive();
            for (var purpose : answer.path("purposes")) {
                var score = json("/api/runs/" + run.path("id").asString() + "/scores/"
                        + purpose.path("purpose").asString() + "/" + id);
                long missing = score.path("lines")
                        .valueStream()
                        .filter(line ->
                                line.path("found").path("kind").asString().equals("notCovered"))
                        .count();
                assertThat(purpose.path("missing").asLong()).isEqualTo(missing);
                assertThat(purpose.path("of").asInt())
                        .isEqualTo(score.path("lines").size());
                long settled = purpose.path("gains")
                        .valueStream()
                        .mapToLong(gain -> gain.path("criteria").size())
                        .sum();
                assertThat(settled)
                        .as("each missing criterion is settled by one thing")
                        .isEqualTo(missing);
            }
        }
    }

    @Test
    void theListCountsTheSame() {
        var run = latestRun();
        var counts = new HashMap<String, String>();
        json("/api/runs/" + run + "/completeness?purpose=logistikk")
                .path("items")
                .forEach(item -> counts.put(
                        item.path("site").asString(),
                        item.path("missing").asInt() + " of " + item.path("of").asInt()));
        assertThat(counts).isNotEmpty();
        counts.forEach((site, count) -> {
            var logistics = json("/api/sites/" + site + "/completeness?run=" + run)
                    .path("purposes")
                    .valueStream()
                    .filter(p -> p.path("purpose").asString().equals("logistikk"))
                    .findFirst()
                    .orElseThrow();
            assertThat(logistics.path("missing").asInt() + " of "
                            + logistics.path("of").asInt())
                    .isEqualTo(count);
        });
    }

    @Test
    void whatCannotBeSeenIsNotFound() {
        assertThat(get("/api/sites/finnes-ikke/completeness").statusCode()).isEqualTo(404);
        assertThat(get("/api/sites/granerud-nord/completeness?run=00000000-0000-0000-0000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/sites/granerud-nord/completeness?run=tull").statusCode())
                .isEqualTo(400);
    }
}

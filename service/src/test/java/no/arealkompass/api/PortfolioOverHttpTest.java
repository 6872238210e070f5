package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** What the region lacks of what its strategy asks, over the sample; and land under two outlines is counted once. */
@DirtiesContext
class PortfolioOverHttpTest extends ServiceTest {

    @Test
    void outcomesAreThoseOfTheRunAndEverySiteIsEitherCountedOrLacksSomething() {
        var run = json("/api/runs/" + latestRun());
        var answer = answer();
        assertThat(answer.path("run")).isEqualTo(run.path("id"));
        for (int i = 0; i < run.path("portfolio").size(); i++) {
            var stored = run.path("portfolio").get(i);
            var rule = answer.path("rules").get(i);
            assertThat(rule.path("rule")).isEqualTo(stored.path("rule"));
            assertThat(rule.path("outcome")).isEqualTo(stored.path("outcome"));
            for (int g = 0; g < stored.path("groups").size(); g++) {
                var was = stored.path("groups").get(g);
                var group = rule.path("groups").get(g);
                for (var key : new String[] {"municipality", "outcome", "looked", "sites"}) {
                    assertThat(group.path(key)).as(key).isEqualTo(was.path(key));
                }
                int all = group.path("sites").size() + group.path("candidates").size();
                assertThat(all).isEqualTo(was.path("looked").asInt());
                undecidedOnesLackOnlyWhatIsNotKnown(was, group);
            }
        }
    }

    private static void undecidedOnesLackOnlyWhatIsNotKnown(JsonNode stored, JsonNode group) {
        var undecided = new ArrayList<String>();
        for (var candidate : group.path("candidates")) {
            boolean failed = candidate
                    .path("conditions")
                    .valueStream()
                    .anyMatch(c -> c.path("state").asString().equals("failed"));
            if (!failed && candidate.path("usable").asBoolean()) {
                undecided.add(candidate.path("site").asString());
            }
        }
        assertThat(undecided)
                .containsExactlyInAnyOrderElementsOf(stored.path("undecided")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    @Test
    void theSampleSaysWhatKirkenaerAndTheTerminalsLack() {
        var grue = group("C45", "3417");
        assertThat(grue.path("outcome").asString()).isEqualTo("notCheckable");
        var kirkenaer = grue.path("candidates").get(0);
        assertThat(kirkenaer.path("site").asString()).isEqualTo("kirkenaer");
        var price = kirkenaer.path("conditions").get(1);
        assertThat(price.path("criterion").asString()).isEqualTo("C22");
        assertThat(price.path("state").asString()).isEqualTo("unknown");
        assertThat(price.path("needed").path("kind").asString()).isEqualTo("known");
        var hub = group("C47", "null").path("candidates").get(0);
        var state = hub.path("conditions").get(2);
        assertThat(state.path("needed").path("classes").get(0).asString()).isEqualTo("vedtatt");
        assertThat(group("C45", "3401").path("looked").asInt()).isZero();
    }

    @Test
    void coverageNamesMunicipalitiesInNumberOrderDatesAndWhatIsNotLoaded() {
        var coverage = answer().path("coverage");
        var numbers = coverage.path("municipalities")
                .valueStream()
                .map(m -> m.path("municipality").asString())
                .toList();
        assertThat(numbers).isSorted().hasSize(6);
        var kongsvinger = coverage.path("municipalities").get(0);
        assertThat(kongsvinger.path("terminals").asInt()).isEqualTo(4);
        assertThat(kongsvinger.path("newest").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(coverage.path("municipalities").get(2).path("newest").isNull())
                .isTrue();
        assertThat(coverage.path("datasets").get(0).path("asOf").asString()).isNotBlank();
        assertThat(coverage.path("notLoaded").valueStream().map(JsonNode::asString))
                .contains("myr");
    }

    @Test
    void landUnderTwoOutlinesIsCountedOnce() {
        var before = answer().path("reserve");
        assertThat(before.path("unknownArea").valueStream().map(JsonNode::asString))
                .contains("kirkenaer", "magnor");
        assertThat(before.path("goal").path("jobsPerYear").asInt()).isEqualTo(100);
        var granerud = json("/api/sites/granerud-nord");
        save("over", granerud.path("footprint"));
        var after = answer().path("reserve");
        assertThat(after.path("areaM2").asDouble())
                .isCloseTo(before.path("areaM2").asDouble(), within(1.0));
        var plot = after.path("rows")
                .valueStream()
                .flatMap(row -> row.path("plots").valueStream())
                .filter(one -> one.path("site").asString().equals("over"))
                .findFirst()
                .orElseThrow();
        assertThat(plot.path("countedM2").asDouble()).isCloseTo(0, within(1.0));
        assertThat(plot.path("elsewhereM2").asDouble())
                .isCloseTo(plot.path("areaM2").asDouble(), within(1.0));
    }

    @Test
    void aRunNobodyMaySeeOrThatIsNoneIsNotFound() {
        assertThat(get("/api/runs/" + UUID.randomUUID() + "/portfolio").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/runs/x/portfolio").statusCode()).isEqualTo(400);
    }

    private JsonNode answer() {
        return json("/api/runs/" + latestRun() + "/portfolio");
    }

    private JsonNode group(String rule, String municipality) {
        return answer().path("rules")
                .valueStream()
                .filter(one -> one.path("rule").asString().equals(rule))
                .flatMap(one -> one.path("groups").valueStream())
                .filter(one -> String.valueOf(
                                one.path("municipality").isNull()
                                        ? null
                                        : one.path("municipality").asString())
                        .equals(municipality))
                .findFirst()
                .orElseThrow();
    }

    private void save(String id, JsonNode footprint) {
        var body = """
                {"id":"%s","name":"Over","kind":"land","publication":"published","source":"test","accuracyM":1,"schematic":false,
                "areaKnown":true,"facts":[],"footprint":%s,"parts":[],"scoredPart":null,"media":[],"why":"Test"}
                """.formatted(id, footprint);
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/sites"))
                .headers("Authorization", administrator(), "Content-Type", "application/json", "Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}

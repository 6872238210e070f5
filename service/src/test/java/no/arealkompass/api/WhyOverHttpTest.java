package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Why a score is what it is, as a client asks for it, over the sample region. */
class WhyOverHttpTest extends ServiceTest {

    @Test
    void theObjectsOfEveryFoundValueGiveTheValueAgain() {
        var kinds = new HashSet<String>();
        int compared = new ObjectsComparison(this).compareAll(kinds);
        assertThat(compared).isGreaterThan(20);
        assertThat(kinds).contains("distance", "nearest", "own");
    }

    @Test
    void whatIsNotThereIsAProblemWithARemedy() {
        var address = "/api/runs/" + latestRun() + "/scores/";
        for (var path : List.of(
                address + "logistikk/granerud-nord/objects/C99",
                address + "logistikk/granerud-nord/objects/C02",
                address + "logistikk/finnes-ikke/objects/C06",
                address + "ukjent/granerud-nord/improvements",
                "/api/runs/" + latestRun() + "/confidence/ukjent",
                "/api/runs/00000000-0000-0000-0000-000000000000/confidence/logistikk")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).path("remedy").asString()).isNotBlank();
        }
        assertThat(get(address + "logistikk/granerud-nord/improvements?top=0").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/runs/tull/confidence/logistikk").statusCode()).isEqualTo(400);
    }

    @Test
    void aRaisedCheckHasItsObjectsToo() {
        var address = "/api/runs/" + latestRun() + "/scores/logistikk/granerud-nord";
        var flag = json(address).path("flags").get(0);
        var objects = json(address + "/objects/" + flag.path("check").asString());
        assertThat(objects.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(objects.path("found")).isEqualTo(flag.path("found"));
    }

    /** Put into the stored derivation, each improvement gives the place that is said. */
    @Test
    void everyImprovementGivesThePlaceItSays() {
        var run = json("/api/runs/" + latestRun());
        int enough = 0;
        for (var purpose : run.path("rankings").propertyNames()) {
            var ranking = run.path("rankings").path(purpose);
            for (var entry : ranking) {
                var site = entry.path("site").asString();
                var address = "/api/runs/" + run.path("id").asString() + "/scores/" + purpose + "/" + site;
                var answer = json(address + "/improvements?top=3");
                if (entry.path("verdict").asString().equals("excluded")) {
                    assertThat(answer.path("excludedBy")).isNotEmpty();
                    continue;
                }
                assertThat(answer.path("place").path("position")).isEqualTo(entry.path("position"));
                int position = entry.path("position").asInt();
                assertThat(answer.path("target").isNull()).isEqualTo(position == 1);
                if (position > 1) {
                    assertThat(answer.path("target").path("position").asInt())
                            .isEqualTo(position > 3 ? 3 : position - 1);
                }
                for (var one : answer.path("improvements")) {
                    checkPlace(ranking, site, one);
                    assertThat(one.path("enough").asBoolean())
                            .isEqualTo(one.path("place").path("position").asInt()
                                    <= answer.path("target").path("position").asInt());
                    enough += one.path("enough").asBoolean() ? 1 : 0;
                }
            }
        }
        assertThat(enough).isGreaterThan(20);
    }

    private static void checkPlace(JsonNode ranking, String site, JsonNode improvement) {
        var place = improvement.path("place");
        double middle = (place.path("low").asDouble() + place.path("high").asDouble()) / 2;
        var before = ranking.valueStream()
                .filter(e -> e.path("site").asString().equals(site))
                .findFirst()
                .orElseThrow();
        assertThat(middle - (before.path("low").asDouble() + before.path("high").asDouble()) / 2)
                .isCloseTo(improvement.path("points").asDouble(), within(1e-6));
        long above = ranking.valueStream()
                .filter(e -> e.path("verdict").asString().equals("scored")
                        && !e.path("site").asString().equals(site)
                        && (e.path("low").asDouble() + e.path("high").asDouble()) / 2 > middle)
                .count();
        assertThat(place.path("position").asLong()).isEqualTo(above + 1);
    }

    @Test
    void confidenceFollowsFromTheRunAndStandsBesideThePoints() {
        var run = json("/api/runs/" + latestRun());
        var answer = json("/api/runs/" + latestRun() + "/confidence/tommer_terminal");
        assertThat(answer.path("madeAt")).isEqualTo(run.path("madeAt"));
        assertThat(answer.path("limits").path("basis").asString()).isEqualTo("proposal");
        var ranked = new ArrayList<String>();
        run.path("rankings")
                .path("tommer_terminal")
                .forEach(e -> ranked.add(e.path("site").asString()));
        assertThat(answer.path("items")
                        .valueStream()
                        .map(s -> s.path("site").asString())
                        .toList())
                .isEqualTo(ranked);
        var norsenga = answer.path("items").get(ranked.indexOf("norsenga"));
        var lines = json("/api/runs/" + latestRun() + "/scores/tommer_terminal/norsenga")
                .path("lines");
        var values = norsenga.path("criteria");
        assertThat(values.size()).isEqualTo(lines.size());
        IntStream.range(0, lines.size()).forEach(i -> {
            boolean missing = lines.get(i).path("found").path("kind").asString().equals("notCovered");
            var value = values.get(i);
            assertThat(value.path("criterion")).isEqualTo(lines.get(i).path("criterion"));
            assertThat(value.path("level").asString().equals("none")).isEqualTo(missing);
            assertThat(value.path("coverage").asDouble()).isEqualTo(missing ? 0 : 1);
        });
        var rail = values.get(0); // straight lines between stations, from a schematic outline
        assertThat(rail.path("criterion").asString()).isEqualTo("C11");
        assertThat(rail.path("level").asString()).isEqualTo("low");
        assertThat(rail.path("accuracyM").asDouble()).isEqualTo(3000);
        assertThat(rail.path("reasons").valueStream().map(JsonNode::asString).toList())
                .containsExactly("accuracy", "schematicSite", "sample");
        assertThat(norsenga.path("level").asString())
                .as("32 of 100 points are known")
                .isEqualTo("none");
    }
}

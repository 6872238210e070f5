package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.arealkompass.score.Improvements.Choice;
import no.arealkompass.score.Ranking.Entry;
import no.arealkompass.score.Verdict.Scored;
import no.arealkompass.strategy.Utility;
import no.arealkompass.strategy.Utility.ByClass;
import no.arealkompass.strategy.Utility.Linear;
import no.arealkompass.strategy.Utility.Point;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** What would lift a site, on figures that can be worked out by hand and on drawn ones that must hold to the last digit. */
class ImprovementsTest {
    private static final Linear MINUTES = new Linear(List.of(new Point(30, 1), new Point(45, 0.7), new Point(75, 0)));
    private static final Linear DEKAR = new Linear(List.of(new Point(100, 0), new Point(1000, 1)));

    private static Choice choice(String id, int weight, Utility utility, Double value, double low, double high) {
        return new Choice(
                id,
                weight,
                "min",
                JsonNodeFactory.instance.objectNode(),
                value,
                utility,
                low,
                high,
                Judge.points(weight, low),
                Judge.points(weight, high));
    }

    /** A site and the one it shall pass, which is the best of the others. */
    private static Improvements of(double own, double target, double... others) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry("own", "Own", new Scored(own, own)));
        entries.add(new Entry("target", "Target", new Scored(target, target)));
        for (double other : others) {
            entries.add(new Entry("o" + entries.size(), "Other " + entries.size(), new Scored(other, other)));
        }
        return new Improvements(entries, "own", new Scored(own, own), 2, new Scored(target, target), 1);
    }

    @Test
    void theSmallestChangeIsReadBackwardsOnTheCurve() {
        // 20 points for 60 minutes: utility 0.35, 7 points. 3 points more are needed: utility 0.5, which is 53.6
        // minutes.
        var improvements = of(50, 53, 40);
        var found = improvements.single(
                List.of(choice("C06", 20, MINUTES, 60.0, 0.35, 0.35), choice("C01", 40, DEKAR, 550.0, 0.5, 0.5)));
        assertThat(found).extracting(SiteImprovements.Improvement::criterion).containsExactly("C01", "C06");
        var dekar = found.getFirst();
        assertThat(dekar.direction()).isEqualTo("atLeast");
        assertThat(dekar.value()).isCloseTo(100 + 900 * (0.5 + 3 / 40.0), within(1e-3));
        assertThat(dekar.utilityGain()).isCloseTo(3 / 40.0, within(1e-6));
        assertThat(dekar.points()).isCloseTo(3, within(1e-5));
        var minutes = found.get(1);
        assertThat(minutes.direction()).isEqualTo("atMost");
        assertThat(minutes.value()).isCloseTo(45 + 30 * (0.7 - 0.5) / 0.7, within(1e-3));
        assertThat(minutes.enough()).isTrue();
        assertThat(minutes.place().position()).isEqualTo(1);
    }

    @Test
    void whatIsNotEnoughAloneIsSaidAndTheTwoBestAreTried() {
        var improvements = of(50, 60);
        var choices = List.of(
                choice("C06", 10, MINUTES, 60.0, 0.35, 0.35),
                choice("C01", 10, DEKAR, 550.0, 0.5, 0.5),
                choice("C99", 10, DEKAR, 2000.0, 1, 1));
        var found = improvements.single(choices);
        assertThat(found).as("what is at its best cannot rise").hasSize(2);
        assertThat(found).noneMatch(SiteImprovements.Improvement::enough);
        assertThat(found.getFirst().value()).isEqualTo(30);
        assertThat(found.getFirst().points()).isEqualTo(6.5);
        assertThat(found.getFirst().place().position()).isEqualTo(2);
        var together = improvements.together(choices);
        assertThat(together).isNotNull();
        assertThat(together.criteria()).containsExactly("C06", "C01");
        assertThat(together.points()).isEqualTo(11.5);
        assertThat(together.place().position()).isEqualTo(1);
        assertThat(of(50, 62).together(choices))
                .as("two that do not help are not mentioned")
                .isNull();
    }

    @Test
    void aMissingValueRisesFromTheMiddleAndAClassIsTheLeastThatIsEnough() {
        var improvements = of(50, 52);
        Map<String, Double> classes = new LinkedHashMap<>();
        classes.put("regulert", 1.0);
        classes.put("avsatt", 0.5);
        classes.put("ukjent", 0.0);
        var found = improvements.single(
                List.of(choice("C04", 10, new ByClass(classes), null, 0, 0), choice("C18", 10, DEKAR, null, 0, 1)));
        assertThat(found.get(1).type()).isEqualTo("avsatt");
        assertThat(found.get(1).points()).isEqualTo(5);
        var missing = found.getFirst();
        assertThat(missing.criterion()).isEqualTo("C18");
        assertThat(missing.value()).isCloseTo(730, within(0.01)); // 2 points over the middle of 0–10: utility 0.7
        assertThat(missing.place().low()).isCloseTo(57, within(1e-5));
    }

    @Test
    void aCurveWithATopIsReadOnTheNearestSide() {
        var top = new Linear(List.of(new Point(0, 0), new Point(10, 1), new Point(20, 0)));
        var improvements = of(50, 52);
        assertThat(improvements.single(List.of(choice("C", 10, top, 17.0, 0.3, 0.3))))
                .singleElement()
                .satisfies(i -> assertThat(i.direction()).isEqualTo("atMost"))
                .satisfies(i -> assertThat(i.value()).isCloseTo(15, within(1e-3)));
        assertThat(improvements.single(List.of(choice("C", 10, top, 3.0, 0.3, 0.3))))
                .singleElement()
                .satisfies(i -> assertThat(i.direction()).isEqualTo("atLeast"))
                .satisfies(i -> assertThat(i.value()).isCloseTo(5, within(1e-3)));
    }

    /** Put into the judging, what is said to be enough passes the site, and a little less does not. */
    @Test
    void enoughIsEnoughToTheLastDigit() {
        var random = new Random(4);
        int tried = 0;
        for (int i = 0; i < 2000; i++) {
            int weight = 1 + random.nextInt(40);
            double value = 20 + 70 * random.nextDouble();
            double u = MINUTES.of(value);
            double rest = Math.round(50e6 * random.nextDouble()) / 1e6;
            double own = Math.round((rest + Judge.points(weight, u)) * 1e6) / 1e6;
            double target = Math.round((own + 8 * random.nextDouble()) * 1e6) / 1e6;
            var improvements = of(own, target);
            for (var one : improvements.single(List.of(choice("C", weight, MINUTES, value, u, u)))) {
                double points = Judge.points(weight, MINUTES.of(one.value()));
                double then = Math.round((rest + points) * 1e6) / 1e6;
                assertThat(one.enough()).isEqualTo(then > target);
                assertThat(one.place().position()).isEqualTo(then > target ? 1 : 2);
                if (one.enough()) {
                    double less = Judge.points(weight, MINUTES.of(one.value()) - 1.1e-6 / weight);
                    assertThat(Math.round((rest + less) * 1e6) / 1e6).isLessThanOrEqualTo(target);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
    }
}

package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.score.Completeness.Gain;
import no.arealkompass.score.Completeness.Lack;
import no.arealkompass.score.Completeness.Missing;
import no.arealkompass.strategy.Basis;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Metric.Overlap;
import no.arealkompass.strategy.Metric.Own;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Source;
import no.arealkompass.strategy.Status;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Text;
import no.arealkompass.strategy.Trust;
import no.arealkompass.strategy.Utility.Linear;
import no.arealkompass.strategy.Utility.Point;
import no.arealkompass.strategy.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which missing fact would move a site most: on constructed sites, and held against judging with the value really known. */
class CompletenessTest {
    private static final Text TEXT = new Text("nb", "en");
    private static final Linear RISING = new Linear(List.of(new Point(0, 0), new Point(10, 1)));

    /**
     * Eight neighbours lie at 41, 43 … 55 points. The site has 30 points for certain; price gives it 0–12, power 0–30 by
     * two criteria of 15. Price has the heavier single criterion of the two with one, yet power moves it past all.
     */
    @Test
    void theFactThatMovesTheSiteMostIsNamedFirst() {
        var entries = new ArrayList<Ranking.Entry>();
        for (int i = 0; i < 8; i++) {
            double points = 41 + 2 * i;
            entries.add(new Ranking.Entry("n" + i, "N" + i, new Verdict.Scored(points, points)));
        }
        entries.add(new Ranking.Entry("site", "Site", new Verdict.Scored(30, 78)));
        var gains = Completeness.gains(
                entries,
                "site",
                List.of(
                        new Missing("price", fact("priceNokPerM2"), 0, 18),
                        new Missing("power", fact("powerMW"), 0, 15),
                        new Missing("power-large", fact("powerMW"), 0, 15)),
                0);
        assertThat(gains).extracting(gain -> gain.lack().ids().getFirst()).containsExactly("powerMW", "priceNokPerM2");
        Gain power = gains.getFirst();
        assertThat(power.criteria()).containsExactly("power", "power-large");
        assertThat(power.points()).isEqualTo(30);
        // At best 60–78 points (middle 69): first of nine. At worst 30–48 (middle 39): last.
        assertThat(power.best()).isEqualTo(new Completeness.Place(1, 1, 1, 60, 78));
        assertThat(power.worst()).isEqualTo(new Completeness.Place(9, 5, 9, 30, 48));
        // Price: at best 48–78 (63), first as well; at worst 30–60 (45), between the 45 of n2 by name and 43.
        Gain price = gains.getLast();
        assertThat(price.best().position()).isEqualTo(1);
        assertThat(price.worst().position()).isBetween(6, 7);
    }

    @Test
    void anExcludedSiteIsMovedByNothing() {
        var entries = List.of(
                new Ranking.Entry("a", "A", new Verdict.Scored(10, 20)),
                new Ranking.Entry("site", "Site", new Verdict.Excluded(List.of("K01"))));
        var gains = Completeness.gains(entries, "site", List.of(new Missing("c", fact("powerMW"), 0, 10)), 0);
        assertThat(gains).singleElement().satisfies(gain -> {
            assertThat(gain.best()).isNull();
            assertThat(gain.worst()).isNull();
            assertThat(gain.points()).isEqualTo(10);
        });
    }

    @Test
    void whatIsMissingIsTheFactOrTheDatasetsThatAreNotLoaded() {
        assertThat(Completeness.lack(new Own("powerMW"), Reason.NOT_STATED, Map.of("fact", "powerMW"), Set.of()))
                .isEqualTo(fact("powerMW"));
        var remaining = new Metric.Remaining(List.of(
                new Metric.Cut("veger", Where.ALL, 50),
                new Metric.Cut("naturvern", Where.ALL, 0),
                new Metric.Cut("elver", Where.ALL, 0)));
        assertThat(Completeness.lack(remaining, Reason.NO_DATA, Map.of("dataset", "elver"), Set.of("veger")))
                .isEqualTo(new Lack(Lack.Kind.DATASET, List.of("elver", "naturvern")));
        assertThat(Completeness.lack(remaining, Reason.OUTSIDE_COVERAGE, Map.of("dataset", "veger"), Set.of("veger")))
                .isEqualTo(new Lack(Lack.Kind.DATASET, List.of("veger")));
        assertThat(Completeness.lack(remaining, Reason.NOT_STATED, Map.of("fact", "area"), Set.of("veger")))
                .as("the size of the site itself")
                .isEqualTo(fact("area"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** The oracle: fill the value in, judge and rank everything again. */
    @ParameterizedTest
    @MethodSource("seeds")
    void placesAreThoseOfJudgingWithTheValueKnown(long seed) {
        var random = new Random(seed);
        var strategy = strategy(random, 2 + random.nextInt(8));
        var purpose = strategy.purposes().getFirst();
        var sites = new LinkedHashMap<String, Map<Metric, Measured>>();
        for (int i = 0; i < 2 + random.nextInt(9); i++) {
            var values = new HashMap<Metric, Measured>();
            for (var metric : strategy.metrics()) {
                values.put(metric, random.nextInt(3) == 0 ? missing() : amount(random.nextInt(11)));
            }
            sites.put("s" + i, values);
        }
        var judged = Judge.judge(strategy, purpose, false, sites.get("s0"));
        var missing = judged.lines().stream()
                .filter(line -> line.measured().found() instanceof NotCovered)
                .map(line -> new Missing(line.criterion(), fact(line.criterion()), line.pointsLow(), line.pointsHigh()))
                .toList();
        var gains = Completeness.gains(entries(strategy, purpose, sites), "s0", missing, strategy.marginPoints());
        assertThat(gains).hasSameSizeAs(missing);
        for (var gain : gains) {
            var metric = strategy.criterion(gain.criteria().getFirst()).metric();
            assertThat(gain.best()).isEqualTo(placeWith(strategy, purpose, sites, metric, 10));
            assertThat(gain.worst()).isEqualTo(placeWith(strategy, purpose, sites, metric, 0));
        }
        assertThat(gains).isSortedAccordingTo((a, b) -> Integer.compare(b.places(), a.places()));
    }

    private static Completeness.Place placeWith(
            Strategy strategy, Purpose purpose, Map<String, Map<Metric, Measured>> sites, Metric metric, double value) {
        var known = new LinkedHashMap<>(sites);
        var own = new HashMap<>(sites.get("s0"));
        own.put(metric, amount(value));
        known.put("s0", own);
        return Ranking.rank(entries(strategy, purpose, known), strategy.marginPoints()).stream()
                .filter(ranked -> ranked.site().equals("s0"))
                .findFirst()
                .map(Completeness::place)
                .orElseThrow();
    }

    private static List<Ranking.Entry> entries(
            Strategy strategy, Purpose purpose, Map<String, Map<Metric, Measured>> sites) {
        return sites.entrySet().stream()
                .map(site -> new Ranking.Entry(
                        site.getKey(),
                        site.getKey(),
                        Judge.judge(strategy, purpose, false, site.getValue()).verdict()))
                .toList();
    }

    private static Strategy strategy(Random random, int count) {
        var criteria = new ArrayList<Criterion>();
        var weights = new LinkedHashMap<String, Integer>();
        int left = 100;
        for (int i = 0; i < count; i++) {
            int weight = i == count - 1 ? left : 1 + random.nextInt(left - (count - 1 - i));
            left -= weight;
            Metric metric = i % 2 == 0 ? new Own("f" + i) : new Overlap("d" + i, Where.ALL);
            criteria.add(new Criterion(
                    "c" + i,
                    TEXT,
                    "m",
                    List.of(),
                    new Source("d", "p", ""),
                    Basis.PROPOSAL,
                    TEXT,
                    TEXT,
                    metric,
                    RISING));
            weights.put("c" + i, weight);
        }
        var purpose = new Purpose("p", TEXT, TEXT, List.of(SiteKind.LAND), List.of(), weights);
        return new Strategy(
                "s",
                "1",
                TEXT,
                Status.DRAFT,
                "",
                "",
                "r",
                List.of(),
                List.of(),
                criteria,
                List.of(purpose),
                List.of(),
                new Trust(Basis.PROPOSAL, 0.5, 0.5, 0.5, 0.8),
                2,
                "");
    }

    private static Lack fact(String id) {
        return new Lack(Lack.Kind.FACT, List.of(id));
    }

    private static Measured missing() {
        return new Measured(new NotCovered(Reason.NO_DATA, Map.of()), List.of(), null, false);
    }

    private static Measured amount(double value) {
        return new Measured(new Amount(value), List.of(), null, false);
    }
}

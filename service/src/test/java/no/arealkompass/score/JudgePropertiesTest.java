package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.score.Ranking.Entry;
import no.arealkompass.score.Ranking.RankedSite;
import no.arealkompass.score.Verdict.Excluded;
import no.arealkompass.score.Verdict.Scored;
import no.arealkompass.strategy.Basis;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.Check;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Effect;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Metric.Own;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Source;
import no.arealkompass.strategy.Status;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Text;
import no.arealkompass.strategy.Trust;
import no.arealkompass.strategy.Utility;
import no.arealkompass.strategy.Utility.ByClass;
import no.arealkompass.strategy.Utility.Linear;
import no.arealkompass.strategy.Utility.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every strategy and every site, over seeded random ones. A failing seed repeats itself. */
class JudgePropertiesTest {

    private static final Text TEXT = new Text("nb", "en");
    private static final Source SOURCE = new Source("d", "p", "");
    private static final Measured MISSING =
            new Measured(new NotCovered(Reason.NO_DATA, Map.of()), List.of(), null, false);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rangeIsOrderedAndWithinTheScaleAndTheLinesAddUp(long seed) {
        World world = new World(seed);
        Judgement judgement = world.judge(world.measured);
        double low = 0;
        double high = 0;
        for (Line line : judgement.lines()) {
            assertThat(line.pointsLow()).isBetween(0.0, line.pointsHigh());
            assertThat(line.pointsHigh()).isLessThanOrEqualTo(line.weight());
            assertThat(1 / line.pointsLow()).as("-0.0").isPositive();
            low += line.pointsLow();
            high += line.pointsHigh();
        }
        if (judgement.verdict() instanceof Scored(double from, double to)) {
            assertThat(from).isBetween(0.0, to);
            assertThat(to).isLessThanOrEqualTo(100);
            assertThat(Math.abs(low - from)).isLessThan(1e-9);
            assertThat(Math.abs(high - to)).isLessThan(1e-9);
            assertThat(1 / from).as("-0.0").isPositive();
        }
        assertThat(judgement.confidence().known()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void knowingMoreNeverWidens(long seed) {
        World world = new World(seed);
        Map<Metric, Measured> more = new HashMap<>(world.measured);
        world.strategy.criteria().forEach(criterion -> {
            if (MISSING.equals(more.get(criterion.metric())) && world.random.nextBoolean()) {
                more.put(criterion.metric(), world.value(criterion.utility()));
            }
        });
        if (world.judge(world.measured).verdict() instanceof Scored(double low, double high)
                && world.judge(more).verdict() instanceof Scored(double lowMore, double highMore)) {
            assertThat(lowMore).isGreaterThanOrEqualTo(low);
            assertThat(highMore).isLessThanOrEqualTo(high);
        }
        assertThat(world.judge(more).confidence().known())
                .isGreaterThanOrEqualTo(world.judge(world.measured).confidence().known());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBetterValueNeverLowersAndNeverLiftsAnExclusion(long seed) {
        World world = new World(seed);
        Judgement before = world.judge(world.measured);
        for (Criterion criterion : world.strategy.criteria()) {
            Map<Metric, Measured> better = new HashMap<>(world.measured);
            Measured other = world.value(criterion.utility());
            if (utility(criterion, other) < utility(criterion, world.measured.get(criterion.metric()))) {
                continue;
            }
            better.put(criterion.metric(), other);
            Judgement after = world.judge(better);
            assertThat(after.excluded()).isEqualTo(before.excluded());
            if (before.verdict() instanceof Scored(double low, double high)
                    && after.verdict() instanceof Scored(double lowAfter, double highAfter)) {
                assertThat(lowAfter).isGreaterThanOrEqualTo(low);
                assertThat(highAfter)
                        .isGreaterThanOrEqualTo(MISSING.equals(world.measured.get(criterion.metric())) ? 0 : high);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfCriteriaAndTheLocaleAreIrrelevant(long seed) {
        World world = new World(seed);
        Judgement before = world.judge(world.measured);
        List<Criterion> criteria = new ArrayList<>(world.strategy.criteria());
        List<String> ids = new ArrayList<>(world.purpose.weights().keySet());
        Collections.shuffle(criteria, world.random);
        Collections.shuffle(ids, world.random);
        Map<String, Integer> weights = new LinkedHashMap<>();
        ids.forEach(id -> weights.put(id, world.purpose.weights().get(id)));
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(seed % 2 == 0 ? "nb-NO" : "tr"));
            Purpose purpose = purpose(weights);
            Judgement after =
                    Judge.judge(strategy(world.strategy.checks(), criteria, purpose), purpose, false, world.measured);
            assertThat(after.verdict()).isEqualTo(before.verdict());
            assertThat(after.flags()).isEqualTo(before.flags());
            assertThat(after.confidence().known()).isEqualTo(before.confidence().known());
        } finally {
            Locale.setDefault(locale);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addingASiteChangesNoOtherScoreAndRanksAgreeWithTheirDefinition(long seed) {
        Random random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            double low = random.nextInt(1000) / 10.0;
            Verdict verdict = random.nextInt(6) == 0
                    ? new Excluded(List.of("K"))
                    : new Scored(low, Math.min(100, low + random.nextInt(300) / 10.0));
            entries.add(new Entry("s" + i, "Name " + random.nextInt(3), verdict));
        }
        double margin = random.nextInt(4);
        List<RankedSite> ranked = Ranking.rank(entries, margin);
        assertThat(ranked)
                .extracting(RankedSite::position)
                .isEqualTo(IntStream.rangeClosed(1, entries.size()).boxed().toList());
        compareWithDefinition(ranked, margin);

        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry("new", "New", new Scored(40, 50)));
        Collections.shuffle(more, random);
        List<RankedSite> rankedMore = Ranking.rank(more, margin);
        assertThat(rankedMore.stream().filter(one -> !one.site().equals("new")).map(RankedSite::site))
                .isEqualTo(ranked.stream().map(RankedSite::site).toList());
        assertThat(rankedMore.stream().filter(one -> !one.site().equals("new")).map(RankedSite::verdict))
                .isEqualTo(ranked.stream().map(RankedSite::verdict).toList());
    }

    private static void compareWithDefinition(List<RankedSite> ranked, double margin) {
        boolean excludedSeen = false;
        for (RankedSite one : ranked) {
            excludedSeen |= one.rank() == null;
            assertThat(one.rank() == null).isEqualTo(excludedSeen).isEqualTo(one.verdict() instanceof Excluded);
            if (!(one.verdict() instanceof Scored own) || one.rank() == null) {
                continue;
            }
            int better = 0;
            int worse = 0;
            int scored = 0;
            for (RankedSite two : ranked) {
                if (two.verdict() instanceof Scored other && two.rank() != null) {
                    scored++;
                    better += other.low() - own.high() > margin ? 1 : 0;
                    worse += own.low() - other.high() > margin ? 1 : 0;
                    boolean close = other.low() - own.high() <= margin && own.low() - other.high() <= margin;
                    if (close) {
                        assertThat(two.rank().band()).isEqualTo(one.rank().band());
                    }
                    if (two.rank().band() < one.rank().band()) {
                        assertThat(other.low()).isGreaterThan(own.high());
                    }
                }
            }
            assertThat(one.rank().best()).isEqualTo(better + 1);
            assertThat(one.rank().worst()).isEqualTo(scored - worse);
        }
    }

    @Test
    void aMetricWithoutAnyAnswerIsAFaultOfTheCaller() {
        World world = new World(1);
        assertThat(catchThrowable(() -> world.judge(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No answer for");
    }

    private static double utility(Criterion criterion, Measured measured) {
        return switch (measured.found()) {
            case NotCovered n -> criterion.utility().min();
            case Measurement m -> Judge.utility(criterion, Map.of(criterion.metric(), measured));
        };
    }

    private static Purpose purpose(Map<String, Integer> weights) {
        return new Purpose("p", TEXT, TEXT, List.of(SiteKind.LAND), List.of(), weights);
    }

    private static Strategy strategy(List<Check> checks, List<Criterion> criteria, Purpose purpose) {
        return new Strategy(
                "s",
                "1",
                TEXT,
                Status.DRAFT,
                "",
                "",
                "r",
                List.of(),
                checks,
                criteria,
                List.of(purpose),
                List.of(),
                new Trust(Basis.PROPOSAL, 0.5, 0.5, 0.5, 0.8),
                2,
                "");
    }

    /** A random strategy and a random site. */
    static final class World {

        private final Random random;
        final Strategy strategy;
        final Purpose purpose;
        private final Map<Metric, Measured> measured = new HashMap<>();

        World(long seed) {
            random = new Random(seed);
            int count = 1 + random.nextInt(12);
            List<Criterion> criteria = new ArrayList<>();
            Map<String, Integer> weights = new LinkedHashMap<>();
            int left = 100;
            for (int i = 0; i < count; i++) {
                int weight = i == count - 1 ? left : 1 + random.nextInt(left - (count - 1 - i));
                left -= weight;
                Utility utility = random.nextBoolean() ? linear() : byClass();
                Criterion criterion = new Criterion(
                        "c" + i, TEXT, "m", List.of(), SOURCE, Basis.PROPOSAL, TEXT, TEXT, new Own("f" + i), utility);
                criteria.add(criterion);
                weights.put(criterion.id(), weight);
                measured.put(criterion.metric(), random.nextInt(3) == 0 ? MISSING : value(utility));
            }
            List<Check> checks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Effect effect = random.nextInt(4) == 0 ? Effect.EXCLUDE : Effect.FLAG;
                Own metric = new Own("check" + i);
                checks.add(new Check(
                        "k" + i,
                        TEXT,
                        effect,
                        List.of("p"),
                        SOURCE,
                        Basis.RULE,
                        "m",
                        metric,
                        new Bounds.AtMost(5),
                        TEXT));
                measured.put(metric, random.nextInt(3) == 0 ? MISSING : amount(random.nextInt(10)));
            }
            purpose = purpose(weights);
            strategy = strategy(checks, criteria, purpose);
        }

        /** Another site under the same strategy. */
        Map<Metric, Measured> site() {
            Map<Metric, Measured> site = new HashMap<>(measured);
            strategy.criteria()
                    .forEach(c -> site.put(c.metric(), random.nextInt(3) == 0 ? MISSING : value(c.utility())));
            strategy.checks()
                    .forEach(c -> site.put(c.metric(), random.nextInt(3) == 0 ? MISSING : amount(random.nextInt(7))));
            return site;
        }

        /** Rows under a strategy of two criteria. */
        Matrix two(int first, int second, List<Matrix.Row> rows) {
            List<Criterion> criteria = List.of("one", "two").stream()
                    .map(id -> new Criterion(
                            id, TEXT, "m", List.of(), SOURCE, Basis.PROPOSAL, TEXT, TEXT, new Own(id), linear()))
                    .toList();
            Map<String, Integer> weights = new LinkedHashMap<>();
            weights.put("one", first);
            weights.put("two", second);
            Purpose two = purpose(weights);
            return new Matrix(
                    new UUID(0, 0), strategy(List.of(), criteria, two), two, List.copyOf(weights.keySet()), rows);
        }

        Judgement judge(Map<Metric, Measured> values) {
            return Judge.judge(strategy, purpose, false, values);
        }

        Measured value(Utility utility) {
            return switch (utility) {
                case Linear linear -> amount(random.nextInt(-100, 1100) / 10.0 * (random.nextBoolean() ? 1 : 1.0 / 3));
                case ByClass byClass ->
                    new Measured(
                            new Category(byClass.classes()
                                    .get(random.nextInt(byClass.classes().size()))),
                            List.of(),
                            null,
                            false);
            };
        }

        private static Measured amount(double value) {
            return new Measured(new Amount(value), List.of(), null, false);
        }

        private Linear linear() {
            List<Point> points = new ArrayList<>();
            double x = random.nextInt(-50, 50);
            for (int i = 0; i < 2 + random.nextInt(4); i++) {
                x += 0.1 + random.nextDouble() * 30;
                points.add(new Point(x, random.nextInt(11) / 10.0));
            }
            return new Linear(points);
        }

        private ByClass byClass() {
            Map<String, Double> utilities = new LinkedHashMap<>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                utilities.put("class" + i, random.nextDouble());
            }
            return new ByClass(utilities);
        }
    }
}

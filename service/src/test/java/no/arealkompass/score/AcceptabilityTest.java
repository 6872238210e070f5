package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.arealkompass.score.Precision.Band;
import no.arealkompass.strategy.Utility.Linear;
import no.arealkompass.strategy.Utility.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn against what can be calculated, and the fast counting against the obvious one. */
class AcceptabilityTest {
    private static final Linear FALLING =
            new Linear(List.of(new Point(0, 1), new Point(1000, 0.5), new Point(3000, 0)));

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Two sites, two criteria: the first comes first where the weight is on one side of one point. */
    @ParameterizedTest
    @MethodSource("seeds")
    void twoSitesAndTwoCriteriaComeOutAsCalculated(long seed) {
        var random = new Random(seed);
        double[] a = {random.nextDouble(), random.nextDouble()};
        double[] b = {random.nextDouble(), random.nextDouble()};
        double low = seed % 2 == 0 ? 0 : 37.5;
        double high = 100 - low;
        var contest = certain(new double[][] {a, b}, new double[] {50, 50}, new double[] {low, low}, high);
        double share = (double) Acceptability.count(contest, Precision.DRAWS, seed).at[0][0] / Precision.DRAWS;
        assertThat(share).isCloseTo(exact(a, b, low, high), within(2 * Precision.WANTED));
    }

    private static double exact(double[] a, double[] b, double low, double high) {
        double ahead1 = a[0] - b[0];
        double ahead2 = a[1] - b[1];
        double even = 100 * -ahead2 / (ahead1 - ahead2); // the first weight at which both have the same points
        double share = Math.clamp((high - even) / (high - low), 0, 1);
        return ahead1 > ahead2 ? share : 1 - share;
    }

    /** Of many seeds about 95 of 100 bands hold the true probability, and four times the draws halve the error. */
    @Test
    void theBandsHoldWhatTheyPromise() {
        double[] a = {0.9, 0.2};
        double[] b = {0.3, 0.6};
        var contest = certain(new double[][] {a, b}, new double[] {50, 50}, new double[] {0, 0}, 100);
        double exact = exact(a, b, 0, 100);
        assertThat(exact).isCloseTo(0.6, within(1e-12));
        int held = 0;
        double[] squares = new double[2];
        int seeds = 1000;
        for (int seed = 0; seed < seeds; seed++) {
            int hits = Acceptability.count(contest, 500, seed).at[0][0];
            var band = Band.of(hits, 500);
            held += band.low() <= exact && exact <= band.high() ? 1 : 0;
            squares[0] += Math.pow(hits / 500.0 - exact, 2) / seeds;
            squares[1] += Math.pow(Acceptability.count(contest, 2000, seed).at[0][0] / 2000.0 - exact, 2) / seeds;
        }
        assertThat(held).isBetween(930, 970);
        assertThat(Math.sqrt(squares[0] / squares[1])).isBetween(1.85, 2.15);
        assertThat(Math.sqrt(squares[0])).isCloseTo(Math.sqrt(exact * (1 - exact) / 500), within(0.0015));
    }

    @Test
    void theDrawsFollowFromTheErrorThatIsWanted() {
        assertThat(1.96 * Math.sqrt(0.25 / 9604)).isEqualTo(0.01);
        assertThat(Precision.DRAWS).isEqualTo(10_000);
        assertThat(Precision.error(Precision.DRAWS)).isLessThan(Precision.WANTED);
        assertThat(Precision.draws(0.005)).isEqualTo(39_000);
        assertThat(Band.of(0, 10_000).low()).isZero();
        assertThat(Band.of(0, 10_000).high()).isCloseTo(0.000384, within(1e-6));
        assertThat(Band.of(10_000, 10_000).high()).isEqualTo(1);
        assertThat(Band.of(5_000, 10_000).low()).isCloseTo(0.490202, within(1e-6));
    }

    /** A missing value is anything; a length within 500 m of 1,000 m is worth 0.375 to 0.75. */
    @Test
    void uncertainValuesComeOutAsCalculated() {
        var doubts = new Doubt[][] {
            {Doubt.none(0.5), Doubt.between(0, 1), Doubt.around(FALLING, 1000, 500), Doubt.around(FALLING, 100, 300)}
        };
        var contest = new Contest(
                List.of("known", "missing", "length", "near"),
                List.of("c"),
                doubts,
                new double[] {100},
                new double[] {100},
                new double[] {100});
        int draws = 40_000;
        var at = Acceptability.count(contest, draws, 3).at;
        // The fourth: 0 m (worth 1) with probability 1/3, else evenly 0.8 to 1. It loses to the missing value only.
        assertThat(at[0][0]).isZero();
        assertThat(at[2][0]).isZero();
        double fourthLoses = 2.0 / 3 * 0.1;
        assertThat(at[1][0] / (double) draws).isCloseTo(fourthLoses, within(0.006));
        assertThat(at[3][0] / (double) draws).isCloseTo(1 - fourthLoses, within(0.006));
        assertThat(doubts[0][2].lowest()).isEqualTo(0.375);
        assertThat(doubts[0][2].highest()).isEqualTo(0.75);
        for (double share = 0; share <= 1; share += 0.01) {
            assertThat(doubts[0][2].at(share)).isCloseTo(FALLING.of(500 + 1000 * share), within(1e-12));
            assertThat(doubts[0][3].at(share)).isCloseTo(FALLING.of(Math.max(0, -200 + 600 * share)), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFastCountingIsTheObviousOne(long seed) {
        var contest = random(new Random(seed));
        var fast = Acceptability.count(contest, 200, seed);
        var plain = PlainAcceptability.count(contest, 200, seed);
        assertThat(fast.at).isDeepEqualTo(plain.at);
        assertThat(fast.beforeNext).isEqualTo(plain.beforeNext);
        for (int i = 0; i < fast.first.length; i++) {
            assertThat(fast.first[i]).containsExactly(plain.first[i], within(1e-6));
        }
    }

    /** What is drawn for a site belongs to the site: the others may come in any order. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheSitesIsIrrelevant(long seed) {
        var random = new Random(seed);
        var contest = random(random);
        for (Doubt[] row : contest.doubts) { // equal sites are left to chance, which ends at some bits
            Arrays.setAll(row, i -> row[i].isNone() ? Doubt.none(random.nextDouble()) : row[i]);
        }
        int count = contest.sites.size();
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(java.util.Comparator.comparing(i -> SplitMix.at(seed, i)))
                .mapToInt(Integer::intValue)
                .toArray();
        var shuffled = new Contest(
                IntStream.of(order).mapToObj(contest.sites::get).toList(),
                contest.criteria,
                Arrays.stream(contest.doubts)
                        .map(row -> IntStream.of(order).mapToObj(i -> row[i]).toArray(Doubt[]::new))
                        .toArray(Doubt[][]::new),
                contest.weights,
                contest.low,
                contest.high);
        var before = Acceptability.count(contest, 300, seed);
        var after = Acceptability.count(shuffled, 300, seed);
        for (int i = 0; i < count; i++) {
            assertThat(after.at[i]).isEqualTo(before.at[order[i]]);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDrawGivesEverySiteOnePlaceAndABetterSiteNeverLoses(long seed) {
        var contest = random(new Random(seed));
        int last = contest.sites.size() - 1;
        for (Doubt[] row : contest.doubts) {
            row[0] = Doubt.none(row[0].highest() * 0.5 + 0.5);
            row[last] = Doubt.none(row[0].start() - 0.01); // worse in everything
        }
        var counts = Acceptability.count(contest, 300, seed);
        for (int i = 0; i <= last; i++) {
            assertThat(IntStream.of(counts.at[i]).sum()).isEqualTo(300);
            int place = i;
            assertThat(Arrays.stream(counts.at).mapToInt(of -> of[place]).sum()).isEqualTo(300);
        }
        assertThat(counts.at[0][last]).isZero();
        assertThat(counts.at[last][0]).isZero();
    }

    @Test
    void sitesWithTheSamePointsShareTheirPlacesEvenly() {
        double[] same = {0.3, 0.7};
        var contest =
                certain(new double[][] {same, same, same, {0.1, 0.1}}, new double[] {50, 50}, new double[] {0, 0}, 100);
        var counts = Acceptability.count(contest, Precision.DRAWS, 5);
        for (int i = 0; i < 3; i++) {
            for (int place = 0; place < 3; place++) {
                assertThat(counts.at[i][place] / (double) Precision.DRAWS)
                        .isCloseTo(1 / 3.0, within(2 * Precision.WANTED));
            }
        }
        assertThat(counts.beforeNext[0] / (double) Precision.DRAWS).isCloseTo(0.5, within(2 * Precision.WANTED));
        assertThat(counts.at[3][3]).isEqualTo(Precision.DRAWS);
    }

    @Test
    void theConfidenceFactorAsksWhetherTheMeasurementsAreEnough() {
        // Under its central weights the first has 80 points; the second 60 to 100, evenly: half of it below.
        var contest = new Contest(
                List.of("a", "b", "c"),
                List.of("c"),
                new Doubt[][] {{Doubt.none(0.8), Doubt.between(0.6, 1), Doubt.between(0, 0.5)}},
                new double[] {100},
                new double[] {100},
                new double[] {100});
        double[][] central = {{100}, {100}, {}};
        double[] factors = ConfidenceFactor.of(contest, central, Precision.DRAWS, 9);
        assertThat(factors[0]).isCloseTo(0.5, within(2 * Precision.WANTED));
        assertThat(factors[0] + factors[1]).isCloseTo(1, within(1e-12));
        assertThat(factors[2]).isZero();
    }

    private static Contest certain(double[][] utilities, double[] weights, double[] low, double high) {
        var doubts = new Doubt[weights.length][utilities.length];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < utilities.length; i++) {
                doubts[k][i] = Doubt.none(utilities[i][k]);
            }
        }
        double[] most = new double[weights.length];
        Arrays.fill(most, high);
        return new Contest(names("s", utilities.length), names("c", weights.length), doubts, weights, low, most);
    }

    private static List<String> names(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    private static Contest random(Random random) {
        int sites = 2 + random.nextInt(12);
        int criteria = 1 + random.nextInt(8);
        var doubts = new Doubt[criteria][sites];
        for (Doubt[] row : doubts) {
            for (int i = 0; i < sites; i++) {
                row[i] = switch (random.nextInt(4)) {
                    case 0 -> Doubt.between(random.nextDouble() * 0.5, 0.5 + random.nextDouble() * 0.5);
                    case 1 -> Doubt.around(FALLING, random.nextDouble() * 4000, 1 + random.nextDouble() * 2000);
                    default -> Doubt.none(random.nextInt(5) / 4.0);
                };
            }
        }
        double[] weights = new double[criteria];
        Arrays.fill(weights, 100.0 / criteria);
        double width = random.nextDouble();
        return new Contest(
                names("s", sites),
                names("c", criteria),
                doubts,
                weights,
                Arrays.stream(weights).map(w -> w * (1 - width)).toArray(),
                Arrays.stream(weights).map(w -> w * (1 + width)).toArray());
    }
}

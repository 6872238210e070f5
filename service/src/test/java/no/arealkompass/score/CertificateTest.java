package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import no.arealkompass.measure.Measured;
import no.arealkompass.score.Completeness.Lack;
import no.arealkompass.score.Matrix.Cell;
import no.arealkompass.score.Matrix.Row;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose.PointRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates, smallest changes and the value of information, over random strategies and constructed cases. */
class CertificateTest {
    private static final int DRAWS = 500;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCertificateAgreesWithTheRankingItIsOf(long seed) {
        Matrix matrix = matrix(seed);
        for (Spread spread : Spread.values()) {
            var certificate = Certificate.of(matrix, matrix.purpose().weights(), spread, seed, DRAWS);
            var ranking = matrix.ranking(matrix.purpose().weights());
            assertThat(certificate.adopted()).isTrue();
            var names = new ArrayList<String>();
            certificate.sites().forEach(site -> names.add(site.site()));
            certificate.excluded().forEach(site -> names.add(site.site()));
            assertThat(names)
                    .isEqualTo(ranking.stream().map(RunDocument.Ranked::site).toList());
            int group = 1;
            for (Certificate.Site site : certificate.sites()) {
                assertThat(site.low())
                        .isEqualTo(ranking.get(site.position() - 1).low());
                double sum = site.ranks().stream()
                        .mapToDouble(Certificate.Rank::probability)
                        .sum();
                assertThat(sum).isCloseTo(1, within(1e-9));
                double expected = site.ranks().stream()
                        .mapToDouble(r -> r.rank() * r.probability())
                        .sum();
                assertThat(site.expected()).isCloseTo(expected, within(1e-6));
                assertThat(site.likeliest())
                        .isBetween(
                                site.ranks().getFirst().rank(),
                                site.ranks().getLast().rank());
                assertThat(site.from()).isLessThanOrEqualTo(site.to());
                assertThat(site.group()).isBetween(group, group + 1);
                group = site.group();
                boolean everFirst = site.ranks().getFirst().rank() == 1;
                assertThat(site.central() == null).isEqualTo(!everFirst);
                if (site.central() != null) {
                    assertThat(site.central().values().stream()
                                    .mapToDouble(w -> w)
                                    .sum())
                            .isCloseTo(100, within(1e-4));
                    assertThat(site.factor()).isBetween(0.0, 1.0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheSitesIsIrrelevantAndTheSameSeedGivesTheSameBytes(long seed) {
        Matrix matrix = matrix(seed);
        var weights = matrix.purpose().weights();
        var rows = new ArrayList<>(matrix.rows());
        Collections.shuffle(rows, new Random(seed));
        var shuffled = new Matrix(matrix.run(), matrix.strategy(), matrix.purpose(), matrix.criteria(), rows);
        String bytes = RunDocument.write(Certificate.of(matrix, weights, Spread.SWING, seed, DRAWS));
        assertThat(RunDocument.write(Certificate.of(shuffled, weights, Spread.SWING, seed, DRAWS)))
                .isEqualTo(bytes);
        assertThat(RunDocument.write(Certificate.of(matrix, weights, Spread.SWING, seed + 1, DRAWS)))
                .isNotEqualTo(bytes);
    }

    /** Just before the weight that is named the better site is ahead, just after it the other one; no smaller change does it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theSmallestChangeSwapsAndNoSmallerOneDoes(long seed) {
        var random = new Random(seed);
        int n = 2 + random.nextInt(5);
        double[] weights = random.doubles(n, 1, 10).toArray();
        double sum = Arrays.stream(weights).sum();
        double[] ahead = random.doubles(n, -1, 1).toArray();
        List<String> names = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            weights[k] *= 100 / sum;
            names.add("c" + k);
        }
        if (Swap.lead(weights, ahead) < 0) {
            ahead = Arrays.stream(ahead).map(d -> -d).toArray();
        }
        Swap swap = Swap.smallest(names, weights, ahead);
        double change = swap == null ? 200 : Math.abs(swap.to() - swap.from());
        if (swap != null) {
            int k = names.indexOf(swap.criterion());
            double beyond = Math.signum(swap.to() - swap.from()) * 1e-6;
            assertThat(Swap.lead(changed(weights, k, swap.to()), ahead)).isCloseTo(0, within(1e-9));
            assertThat(Swap.lead(changed(weights, k, swap.to() + beyond), ahead))
                    .isNegative();
        }
        for (int k = 0; k < n; k++) {
            for (double to = 0.5; to < 100; to += 0.5) {
                if (Math.abs(to - weights[k]) < change - 1e-6) {
                    assertThat(Swap.lead(changed(weights, k, to), ahead)).isPositive();
                }
            }
        }
    }

    private static double[] changed(double[] weights, int k, double to) {
        double[] changed = Arrays.stream(weights)
                .map(w -> w * (100 - to) / (100 - weights[k]))
                .toArray();
        changed[k] = to;
        return changed;
    }

    @Test
    void aStatedRangeIsKeptAndOtherWeightsMayMoveAQuarter() {
        var ranges = Map.of("c", new PointRange(15, 30));
        assertThat(Spread.STATED.limits("c", 20, ranges)).containsExactly(15, 30);
        assertThat(Spread.STATED.limits("c", 40, ranges))
                .as("own weight outside the range")
                .containsExactly(15, 40);
        assertThat(Spread.STATED.limits("d", 20, ranges)).containsExactly(15, 25);
        assertThat(Spread.SWING.limits("c", 20, ranges)).containsExactly(15, 25);
        assertThat(Spread.SWING.limits("c", 90, ranges)).containsExactly(67.5, 100);
        assertThat(Spread.ALL.limits("c", 20, ranges)).containsExactly(0, 100);
    }

    /**
     * Four sites under one criterion of 60 points and one of 40. Only a has gaps: the first may move it past b and c, the
     * second past nobody.
     */
    @Test
    void theSurveyThatMattersMostIsNamedFirst() {
        var world = new JudgePropertiesTest.World(1);
        var grid = new Lack(Lack.Kind.FACT, List.of("powerMW"));
        var ground = new Lack(Lack.Kind.DATASET, List.of("kvikkleire"));
        Matrix matrix = world.two(
                60,
                40,
                List.of(
                        row(
                                "a",
                                new Cell(0.2, 0.8, 0, Double.NaN, 0, grid),
                                new Cell(0.45, 0.55, 0, Double.NaN, 0, ground)),
                        row("b", known(0.7), known(0.5)),
                        row("c", known(0.3), known(0.5)),
                        row("d", known(0), known(0))));
        var weights = matrix.purpose().weights();
        var information = Information.of(matrix, weights, "a", 1, Precision.DRAWS);
        assertThat(information.position()).isEqualTo(2);
        assertThat(information.of()).isEqualTo(4);
        assertThat(information.items())
                .extracting(Information.Item::ids)
                .containsExactly(List.of("powerMW"), List.of("kvikkleire"));
        // Better than b from 0.7 of 0.2..0.8, worse than c below 0.3: one sixth each.
        var first = information.items().getFirst();
        assertThat(first.probability()).isCloseTo(1 / 3.0, within(2 * Precision.WANTED));
        assertThat(first.expectedChange()).isEqualTo(first.probability());
        assertThat(first.best()).isEqualTo(1);
        assertThat(first.worst()).isEqualTo(3);
        assertThat(first.criteria()).containsExactly(matrix.criteria().getFirst());
        var second = information.items().getLast();
        assertThat(second.probability()).isZero();
        assertThat(second.high()).isGreaterThan(0);
        assertThat(Information.of(matrix, weights, "b", 1, 100).items()).isEmpty();
    }

    @Test
    void nothingThatIsFoundOutGivesAnExcludedSiteARank() {
        var world = new JudgePropertiesTest.World(1);
        var gap = new Cell(0.2, 0.8, 0, Double.NaN, 0, new Lack(Lack.Kind.FACT, List.of("f")));
        var out = new Row("x", "x", List.of("K01"), 1, 0, List.of(gap, gap));
        Matrix matrix = world.two(50, 50, List.of(row("a", known(0.5), known(0.5)), out));
        var weights = matrix.purpose().weights();
        var information = Information.of(matrix, weights, "x", 1, 100);
        assertThat(information.excluded()).isTrue();
        assertThat(information.items()).isEmpty();
        var certificate = Certificate.of(matrix, weights, Spread.ALL, 1, 100);
        assertThat(certificate.sites()).extracting(Certificate.Site::site).containsExactly("a");
        assertThat(certificate.sites().getFirst().next()).isNull();
        assertThat(certificate.excluded()).containsExactly(new Certificate.Excluded("x", "x", List.of("K01")));
        assertThat(certificate.measurements())
                .allSatisfy(taken -> assertThat(taken.missing()).isZero());
    }

    private static Row row(String site, Cell... cells) {
        return new Row(site, site, List.of(), 0, 0, List.of(cells));
    }

    private static Cell known(double u) {
        return new Cell(u, u, 1, Double.NaN, 0, null);
    }

    private static Matrix matrix(long seed) {
        var world = new JudgePropertiesTest.World(seed);
        var sites = new TreeMap<String, Map<Metric, Measured>>();
        for (int i = 0; i < 1 + seed % 9; i++) {
            sites.put("site" + i, new LinkedHashMap<>(world.site()));
        }
        return WeighBench.matrix(world.strategy, world.purpose, sites);
    }
}

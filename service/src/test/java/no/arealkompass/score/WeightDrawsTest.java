package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights drawn against what is known of the even distribution, and against drawing and throwing away. */
class WeightDrawsTest {
    private static final int DRAWS = 20_000;

    /** Over all weights that add up to 1 each has mean 1/n and variance (n − 1) / (n² (n + 1)). */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 25})
    void allWeightVectorsAreEquallyLikely(int n) {
        double[][] drawn = draw(equal(n), equal(n, 0), equal(n, 100), 11);
        double variance = (n - 1.0) / (n * n * (n + 1.0)) * 10_000;
        for (int k = 0; k < n; k++) {
            double[] weight = column(drawn, k);
            double mean = Arrays.stream(weight).average().orElseThrow();
            double spread = Arrays.stream(weight)
                    .map(w -> (w - mean) * (w - mean))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(100.0 / n, within(5 * Math.sqrt(variance / DRAWS)));
            assertThat(spread).isCloseTo(variance, within(0.08 * variance));
            assertThat(Math.abs(rememberedShare(weight)))
                    .as("draws are nearly independent")
                    .isLessThan(0.03);
        }
        double largest = Arrays.stream(drawn)
                .mapToDouble(w -> Arrays.stream(w).max().orElseThrow())
                .average()
                .orElseThrow();
        double harmonic =
                DoubleStream.iterate(1, i -> i <= n, i -> i + 1).map(i -> 1 / i).sum();
        assertThat(largest).as("mean of the largest: H(n)/n").isCloseTo(100 * harmonic / n, within(0.6));
    }

    @Test
    void limitsAndSumAreKept() {
        double[] weights = {12, 5, 30, 0, 53};
        double[] low = {8, 5, 22.5, 0, 40};
        double[] high = {20, 5, 37.5, 0, 66.25};
        for (double[] drawn : draw(weights, low, high, 2)) {
            assertThat(Arrays.stream(drawn).sum()).isCloseTo(100, within(1e-9));
            for (int k = 0; k < drawn.length; k++) {
                assertThat(drawn[k]).isBetween(low[k] - 1e-9, high[k] + 1e-9);
            }
            assertThat(drawn[1]).isEqualTo(5);
            assertThat(drawn[3]).isZero();
        }
    }

    /** Drawing in the box of all weights but the last, and throwing away what the last cannot make up for. */
    @Test
    void insideLimitsTheDrawsAreThoseOfDrawingAndThrowingAway() {
        double[] weights = {50, 30, 20};
        double[] low = {35, 10, 18};
        double[] high = {70, 45, 30};
        double[][] drawn = draw(weights, low, high, 4);
        var random = new Random(1);
        double[][] kept = DoubleStream.generate(random::nextDouble)
                .mapToObj(first -> {
                    double a = low[0] + first * (high[0] - low[0]);
                    double b = low[1] + random.nextDouble() * (high[1] - low[1]);
                    return new double[] {a, b, 100 - a - b};
                })
                .filter(w -> w[2] >= low[2] && w[2] <= high[2])
                .limit(DRAWS)
                .toArray(double[][]::new);
        for (int k = 0; k < 3; k++) {
            double[] mine = column(drawn, k);
            double[] theirs = column(kept, k);
            Arrays.sort(mine);
            Arrays.sort(theirs);
            for (int percent = 5; percent < 100; percent += 10) {
                assertThat(mine[DRAWS * percent / 100]).isCloseTo(theirs[DRAWS * percent / 100], within(0.5));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameDraws() {
        assertThat(draw(equal(4), equal(4, 0), equal(4, 100), 6)[DRAWS - 1])
                .isEqualTo(draw(equal(4), equal(4, 0), equal(4, 100), 6)[DRAWS - 1])
                .isNotEqualTo(draw(equal(4), equal(4, 0), equal(4, 100), 7)[DRAWS - 1]);
    }

    /** The published first numbers of SplitMix64 with seed 1234567. */
    @Test
    void theGeneratorIsTheOneItIsNamedAfter() {
        assertThat(Long.toUnsignedString(SplitMix.at(1234567, 1))).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(SplitMix.at(1234567, 2))).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(SplitMix.at(1234567, 3))).isEqualTo("9817491932198370423");
    }

    private static double[][] draw(double[] weights, double[] low, double[] high, long seed) {
        var draws = new WeightDraws(weights, low, high, seed);
        double[][] drawn = new double[DRAWS][];
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = draws.next().clone();
        }
        return drawn;
    }

    /** Correlation of each draw with the next. */
    private static double rememberedShare(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double with = 0;
        double own = 0;
        for (int i = 1; i < values.length; i++) {
            with += (values[i] - mean) * (values[i - 1] - mean);
            own += (values[i] - mean) * (values[i] - mean);
        }
        return with / own;
    }

    private static double[] column(double[][] drawn, int k) {
        return Arrays.stream(drawn).mapToDouble(w -> w[k]).toArray();
    }

    private static double[] equal(int n) {
        return equal(n, 100.0 / n);
    }

    private static double[] equal(int n, double value) {
        double[] equal = new double[n];
        Arrays.fill(equal, value);
        return equal;
    }
}

package no.arealkompass.score;

import java.util.stream.IntStream;

/**
 * Weights drawn evenly from all that keep their limits and their sum. Two weights at a time share anew what they have
 * together, evenly over what both limits allow (Gibbs sampling); each draw is so many such steps from the one before
 * that they are nearly independent, and wholly so for two weights.
 */
final class WeightDraws {
    /** Steps per weight between two draws: what one remembers of the last is then below the error of the draws. */
    private static final int STEPS_PER_WEIGHT = 16;

    private static final int STEPS_PER_WEIGHT_FIRST = 100;

    private final double[] low;
    private final double[] high;
    private final double[] weights;
    /** Those that can move. */
    private final int[] free;

    private final long seed;
    private long place;

    /** @param weights the chosen ones, within the limits; the sum of the draws is their sum */
    WeightDraws(double[] weights, double[] low, double[] high, long seed) {
        this.weights = weights.clone();
        this.low = low;
        this.high = high;
        this.free =
                IntStream.range(0, weights.length).filter(i -> high[i] > low[i]).toArray();
        this.seed = SplitMix.seed(seed, "weights");
        move(STEPS_PER_WEIGHT_FIRST * free.length);
    }

    /** The next draw; the array is the same one every time. */
    double[] next() {
        move(STEPS_PER_WEIGHT * free.length);
        return weights;
    }

    private void move(int steps) {
        if (free.length < 2) {
            return;
        }
        for (int step = 0; step < steps; step++) {
            long pair = SplitMix.at(seed, place++);
            int first = (int) (((pair >>> 32) * free.length) >>> 32);
            int second = (int) (((pair & 0xFFFFFFFFL) * (free.length - 1)) >>> 32);
            int a = free[first];
            int b = free[second < first ? second : second + 1];
            double together = weights[a] + weights[b];
            double least = Math.max(low[a], together - high[b]);
            double most = Math.min(high[a], together - low[b]);
            weights[a] = least + (most - least) * SplitMix.unit(seed, place++);
            weights[b] = together - weights[a];
        }
    }
}

package no.arealkompass.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of a single weight that makes two sites change places, the other weights scaled in proportion so
 * that the sum stays 100. Found by calculation, from the middles of the sites' ranges.
 *
 * @param from the weight as it is, points
 * @param to the weight at which the two sites are equal; beyond it they have changed places
 */
record Swap(String criterion, double from, double to) {
    private static final double NEGLIGIBLE = 1e-9;

    /**
     * The smallest change that makes a site and a better one change places.
     *
     * @param weights points, 100 together
     * @param ahead by criterion: how much more the better site is worth than the other, as utility
     * @return null when no weight between 0 and 100 does it
     */
    static @Nullable Swap smallest(List<String> criteria, double[] weights, double[] ahead) {
        double lead = lead(weights, ahead);
        Swap smallest = null;
        for (int k = 0; k < weights.length; k++) {
            double others = 100 - weights[k];
            if (others < NEGLIGIBLE) {
                continue;
            }
            // With the weight at t the lead is t·ahead + (100 − t)·rest, which is 0 at one t.
            double rest = (lead - weights[k] * ahead[k]) / others;
            double to = 100 * rest / (rest - ahead[k]);
            boolean inside = Math.abs(rest - ahead[k]) > NEGLIGIBLE && to > 0 && to < 100;
            if (inside && (smallest == null || Math.abs(to - weights[k]) < smallest.change())) {
                smallest = new Swap(criteria.get(k), weights[k], to);
            }
        }
        return smallest;
    }

    /** The better site's points more than the other's. */
    static double lead(double[] weights, double[] ahead) {
        double lead = 0;
        for (int k = 0; k < weights.length; k++) {
            lead += weights[k] * ahead[k];
        }
        return lead;
    }

    /** Whether two sites have the same points, so that only their names decide. */
    static boolean equal(double[] weights, double[] ahead) {
        return Math.abs(lead(weights, ahead)) < NEGLIGIBLE;
    }

    private double change() {
        return Math.abs(to - from);
    }
}

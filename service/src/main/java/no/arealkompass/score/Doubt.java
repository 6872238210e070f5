package no.arealkompass.score;

import java.util.TreeSet;
import java.util.stream.DoubleStream;
import no.arealkompass.strategy.Utility;

/**
 * What is known of a utility: one value, or a spread of them. As a broken line over 0..1, on which a number drawn evenly
 * finds the utility; exact, for the utilities themselves are broken lines.
 */
final class Doubt {
    /** Where the line bends, from 0 to 1. */
    private final double[] at;

    private final double[] u;
    private final double lowest;
    private final double highest;

    private Doubt(double[] at, double[] u) {
        this.at = at;
        this.u = u;
        this.lowest = DoubleStream.of(u).min().orElseThrow();
        this.highest = DoubleStream.of(u).max().orElseThrow();
    }

    /** Nothing is in doubt. */
    static Doubt none(double u) {
        return between(u, u);
    }

    /** Anything between two utilities is equally likely. */
    static Doubt between(double low, double high) {
        return new Doubt(new double[] {0, 1}, new double[] {low, high});
    }

    /**
     * Any amount not farther from the found one than {@code off} is equally likely.
     *
     * @param off in the unit of the amount, above 0; no length is below 0
     */
    static Doubt around(Utility.Linear utility, double amount, double off) {
        double from = amount - off;
        double width = 2 * off;
        var bends = new TreeSet<Double>();
        bends.add(0.0);
        bends.add(1.0);
        addInside(bends, (0 - from) / width);
        utility.points().forEach(point -> addInside(bends, (point.x() - from) / width));
        double[] at = bends.stream().mapToDouble(Double::doubleValue).toArray();
        double[] u = bends.stream()
                .mapToDouble(share -> utility.of(Math.max(0, from + share * width)))
                .toArray();
        return new Doubt(at, u);
    }

    private static void addInside(TreeSet<Double> bends, double share) {
        if (share > 0 && share < 1) {
            bends.add(share);
        }
    }

    double at(double share) {
        int i = 1;
        while (i < at.length - 1 && share > at[i]) {
            i++;
        }
        return u[i - 1] + (u[i] - u[i - 1]) * ((share - at[i - 1]) / (at[i] - at[i - 1]));
    }

    boolean isNone() {
        return lowest == highest;
    }

    /** Whether the line has no bend, so that {@link #start} and {@link #rise} say all. */
    boolean isStraight() {
        return u.length == 2;
    }

    double start() {
        return u[0];
    }

    double rise() {
        return u[u.length - 1] - u[0];
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }
}

package no.arealkompass.score;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import no.arealkompass.strategy.Utility;

/**
 * What is known of a utility: one value, or a spread of them. As a broken line over 0..1, on which a number drawn evenly
 * finds the utility; exact, for the utilities themselves are broken lines. The line is kept as a start and its turns: from
 * each one on it rises so much steeper than before.
 */
final class Doubt {
    private final double start;
    private final double lowest;
    private final double highest;
    private final double[] from;
    private final double[] rise;

    /** @param at the ends and bends of the line, from 0 to 1 */
    private Doubt(double[] at, double[] u) {
        this.start = u[0];
        this.lowest = DoubleStream.of(u).min().orElseThrow();
        this.highest = DoubleStream.of(u).max().orElseThrow();
        int turns = lowest == highest ? 0 : at.length - 1;
        this.from = new double[turns];
        this.rise = new double[turns];
        double before = 0;
        for (int i = 0; i < turns; i++) {
            double slope = (u[i + 1] - u[i]) / (at[i + 1] - at[i]);
            from[i] = at[i];
            rise[i] = slope - before;
            before = slope;
        }
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
        double least = amount - off;
        double width = 2 * off;
        var bends = new TreeSet<Double>();
        bends.add(0.0);
        bends.add(1.0);
        addInside(bends, (0 - least) / width);
        utility.points().forEach(point -> addInside(bends, (point.x() - least) / width));
        double[] at = bends.stream().mapToDouble(Double::doubleValue).toArray();
        double[] u = bends.stream()
                .mapToDouble(share -> utility.of(Math.max(0, least + share * width)))
                .toArray();
        return new Doubt(at, u);
    }

    private static void addInside(Set<Double> bends, double share) {
        if (share > 0 && share < 1) {
            bends.add(share);
        }
    }

    /** The utility that a number 0..1 finds. */
    double at(double share) {
        double u = start;
        for (int i = 0; i < from.length && share > from[i]; i++) {
            u += rise[i] * (share - from[i]);
        }
        return u;
    }

    boolean isNone() {
        return from.length == 0;
    }

    double start() {
        return start;
    }

    /** How often the line turns, its beginning included. */
    int turns() {
        return from.length;
    }

    double from(int turn) {
        return from[turn];
    }

    double rise(int turn) {
        return rise[turn];
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }
}

package no.arealkompass.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What an answer is worth, 0 (worst) to 1 (best), at fixed reference points: never relative to the present sites. */
public sealed interface Utility {

    /** The lowest utility any answer can get: what a missing value may turn out to be at worst. */
    double min();

    /** The highest utility any answer can get: what a missing value may turn out to be at best. */
    double max();

    /**
     * Straight lines between points, and the end values outside them.
     *
     * @param points at least two, x strictly rising
     */
    record Linear(List<Point> points) implements Utility {
        public Linear {
            points = List.copyOf(points);
        }

        /** The utility of a number in the criterion's unit. */
        public double of(double x) {
            Point left = points.getFirst();
            if (x <= left.x()) {
                return left.u();
            }
            for (Point right : points) {
                if (x <= right.x()) {
                    return between(left, right, x);
                }
                left = right;
            }
            return left.u();
        }

        /** Held between the two utilities, so that rounding never makes better look worse. */
        private static double between(Point left, Point right, double x) {
            double share = (x - left.x()) / (right.x() - left.x());
            double u = left.u() + (right.u() - left.u()) * share;
            return x == right.x()
                    ? right.u()
                    : Math.clamp(u, Math.min(left.u(), right.u()), Math.max(left.u(), right.u()));
        }

        @Override
        public double min() {
            return points.stream().mapToDouble(Point::u).min().orElseThrow();
        }

        @Override
        public double max() {
            return points.stream().mapToDouble(Point::u).max().orElseThrow();
        }
    }

    /**
     * A reference point of {@link Linear}.
     *
     * @param x number in the criterion's unit
     * @param u utility 0..1
     */
    record Point(double x, double u) {}

    /**
     * One utility per class.
     *
     * @param utilities class → utility 0..1, at least one, in the document's order
     */
    record ByClass(Map<String, Double> utilities) implements Utility {
        public ByClass {
            utilities = Collections.unmodifiableMap(new LinkedHashMap<>(utilities));
        }

        /** The utility of a class; empty for a class the strategy does not know, which is missing and not zero. */
        public OptionalDouble of(String category) {
            Double u = utilities.get(category);
            return u == null ? OptionalDouble.empty() : OptionalDouble.of(u);
        }

        /** The classes the strategy knows. */
        public List<String> classes() {
            return new ArrayList<>(utilities.keySet());
        }

        @Override
        public double min() {
            return Collections.min(utilities.values());
        }

        @Override
        public double max() {
            return Collections.max(utilities.values());
        }
    }
}

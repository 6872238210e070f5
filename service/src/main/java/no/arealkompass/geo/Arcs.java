package no.arealkompass.geo;

import java.util.ArrayList;
import java.util.List;

/** Circular arcs as chains of points that leave the circle by no more than a given distance. */
public final class Arcs {
    /** What a chain may leave its arc by, in metres: half of the centimetre that is promised. */
    public static final double TOLERANCE_M = 0.005;

    /** The same in degrees of latitude. */
    public static final double TOLERANCE_DEGREES = TOLERANCE_M / 111_320;

    private static final int MOST_PARTS = 50_000;

    private Arcs() {}

    /**
     * The arc from one point over another to a third; where the first is the last, the circle whose diameter runs to the
     * second. The three points themselves are in the chain; further ordinates (heights) run evenly between them.
     *
     * @return all points after the first one, up to and including the last one
     */
    public static List<double[]> after(double[] from, double[] over, double[] to, double tolerance) {
        boolean circle = from[0] == to[0] && from[1] == to[1];
        double[] centre = circle ? middle(from, over) : centre(from, over, to);
        List<double[]> chain = new ArrayList<>();
        if (centre.length == 0) { // on one line
            chain.add(over);
            chain.add(to);
            return chain;
        }
        double first = angle(centre, from);
        double turn = circle ? Math.PI : positive(angle(centre, over) - first);
        double whole = circle ? 2 * Math.PI : positive(angle(centre, to) - first);
        boolean left = circle || turn < whole;
        half(chain, centre, from, over, left ? turn : turn - 2 * Math.PI, tolerance);
        half(chain, centre, over, to, whole - turn, tolerance);
        return chain;
    }

    /**
     * The whole circle through three points, beginning and ending at the first.
     *
     * @return all points; none when the three lie on one line
     */
    public static List<double[]> circle(double[] from, double[] over, double[] to, double tolerance) {
        double[] centre = centre(from, over, to);
        if (centre.length == 0) {
            return List.of();
        }
        List<double[]> chain = new ArrayList<>(List.of(from));
        double[] opposite = {2 * centre[0] - from[0], 2 * centre[1] - from[1]};
        chain.addAll(after(from, opposite, from, tolerance));
        return chain;
    }

    private static void half(
            List<double[]> chain, double[] centre, double[] from, double[] to, double turn, double tolerance) {
        double radius = Math.hypot(from[0] - centre[0], from[1] - centre[1]);
        double step = radius <= tolerance ? Math.PI : 2 * Math.acos(1 - tolerance / radius);
        int parts = (int) Math.min(MOST_PARTS, Math.max(1, Math.ceil(Math.abs(turn) / step)));
        double begin = angle(centre, from);
        for (int i = 1; i < parts; i++) {
            double share = (double) i / parts;
            double[] point = new double[from.length];
            point[0] = centre[0] + radius * Math.cos(begin + turn * share);
            point[1] = centre[1] + radius * Math.sin(begin + turn * share);
            for (int k = 2; k < from.length; k++) {
                point[k] = from[k] + (to[k] - from[k]) * share;
            }
            chain.add(point);
        }
        chain.add(to);
    }

    /** Centre of the circle through three points; empty when they lie on one line. */
    private static double[] centre(double[] a, double[] b, double[] c) {
        double bx = b[0] - a[0];
        double by = b[1] - a[1];
        double cx = c[0] - a[0];
        double cy = c[1] - a[1];
        double twice = 2 * (bx * cy - by * cx);
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        double x = (cy * b2 - by * c2) / twice;
        double y = (bx * c2 - cx * b2) / twice;
        boolean straight = !Double.isFinite(x) || !Double.isFinite(y) || Math.hypot(x, y) > 1e9 * Math.sqrt(c2);
        return straight ? new double[0] : new double[] {a[0] + x, a[1] + y};
    }

    private static double[] middle(double[] a, double[] b) {
        return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2};
    }

    private static double angle(double[] centre, double[] point) {
        return Math.atan2(point[1] - centre[1], point[0] - centre[0]);
    }

    private static double positive(double angle) {
        return angle < 0 ? angle + 2 * Math.PI : angle;
    }
}

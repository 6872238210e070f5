import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Ground whose borders all run north-south or east-west. */
interface Ground {
    boolean has(double x, double y);

    Rect box();

    /** Rectangles on whose sides all its borders lie. */
    List<Rect> borders();

    interface Where {
        boolean here(double x, double y);
    }

    /** Area of the part of a box where something holds, when that changes only at the borders of some grounds. */
    static double areaM2(Rect box, Collection<? extends Ground> grounds, Where where) {
        var xs = new TreeSet<Double>(List.of(box.w(), box.e()));
        var ys = new TreeSet<Double>(List.of(box.s(), box.n()));
        for (var ground : grounds) {
            if (!ground.box().meets(box)) {
                continue;
            }
            for (var r : ground.borders()) {
                for (double x : new double[] {r.w(), r.e()}) {
                    if (x > box.w() && x < box.e()) {
                        xs.add(x);
                    }
                }
                for (double y : new double[] {r.s(), r.n()}) {
                    if (y > box.s() && y < box.n()) {
                        ys.add(y);
                    }
                }
            }
        }
        double sum = 0;
        for (Double x = xs.first(), east; (east = xs.higher(x)) != null; x = east) {
            for (Double y = ys.first(), north; (north = ys.higher(y)) != null; y = north) {
                if (where.here((x + east) / 2, (y + north) / 2)) {
                    sum += (east - x) * (north - y);
                }
            }
        }
        return sum;
    }
}

package no.arealkompass.dataset;

import org.locationtech.jts.algorithm.Intersection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The circle an arc lies on, worked out in another way than the product does: where two perpendicular bisectors meet. */
record Circle(Coordinate centre, double radius) {
    static Circle through(double ax, double ay, double bx, double by, double cx, double cy) {
        Coordinate ab = new Coordinate((ax + bx) / 2, (ay + by) / 2);
        Coordinate bc = new Coordinate((bx + cx) / 2, (by + cy) / 2);
        Coordinate centre = Intersection.intersection(
                ab,
                new Coordinate(ab.x - (by - ay), ab.y + (bx - ax)),
                bc,
                new Coordinate(bc.x - (cy - by), bc.y + (cx - bx)));
        return new Circle(centre, centre.distance(new Coordinate(ax, ay)));
    }

    /** The most that a line leaves the circle by, at its points and half-way between them. */
    double furthest(Geometry line) {
        Coordinate[] points = line.getCoordinates();
        double most = 0;
        for (int i = 0; i < points.length; i++) {
            most = Math.max(most, off(points[i]));
            if (i > 0) {
                most = Math.max(
                        most,
                        off(new Coordinate((points[i].x + points[i - 1].x) / 2, (points[i].y + points[i - 1].y) / 2)));
            }
        }
        return most;
    }

    private double off(Coordinate point) {
        return Math.abs(point.distance(centre) - radius);
    }
}

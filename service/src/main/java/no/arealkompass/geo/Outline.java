package no.arealkompass.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/** What has to be known of an outline before and after somebody repairs it. */
public final class Outline {
    private Outline() {}

    /**
     * Whether the edges of a geometry cross in their middle more than so many times. Stops as soon as it is known: the
     * number of crossings, not of vertices, is what a repair costs.
     */
    public static boolean crossesMoreThan(Geometry geometry, int most) {
        Counter counter = new Counter(most);
        List<SegmentString> edges = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            edges.add(new BasicSegmentString(((Geometry) line).getCoordinates(), null));
        }
        new MCIndexNoder(counter).computeNodes(edges);
        return counter.isDone();
    }

    private static final class Counter implements SegmentIntersector {
        private final LineIntersector intersector = new RobustLineIntersector();
        private final int most;
        private int crossings;

        Counter(int most) {
            this.most = most;
        }

        @Override
        public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
            boolean itself = a == b && i == j;
            if (itself || isDone()) {
                return;
            }
            intersector.computeIntersection(
                    a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
            if (intersector.hasIntersection() && intersector.isInteriorIntersection()) {
                crossings++;
            }
        }

        @Override
        public boolean isDone() {
            return crossings > most;
        }
    }

    /** Only the areas of a geometry, without the lines and points beside them; may be empty. */
    public static MultiPolygon areaOf(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
            polygons.add((Polygon) polygon);
        }
        return geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** How many vertices lie neither in the area nor on its border: what has no area is lost when only that is kept. */
    public static int verticesOutside(Geometry geometry, MultiPolygon area) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        return (int) Arrays.stream(geometry.getCoordinates())
                .distinct()
                .filter(vertex -> locator.locate(vertex) == Location.EXTERIOR)
                .count();
    }
}

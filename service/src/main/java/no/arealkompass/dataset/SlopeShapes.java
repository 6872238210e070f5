package no.arealkompass.dataset;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/** Cells of one class joined to shapes, written as GeoJSON one window at a time. */
final class SlopeShapes implements AutoCloseable {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Writer out;
    private final Slope slope;
    private final AffineTransform toWorld;
    private String comma = "";

    SlopeShapes(Path file, Slope slope, String crs, AffineTransform toWorld) throws IOException {
        this.out = Files.newBufferedWriter(file);
        this.slope = slope;
        this.toWorld = toWorld;
        out.write("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs
                + "\"}},\"features\":[\n");
    }

    void add(int column, int row, byte[][] classes) throws IOException {
        add(column, row, classes, (byte) 1, slope.below());
        add(column, row, classes, (byte) 2, slope.above());
    }

    private void add(int column, int row, byte[][] classes, byte wanted, String name) throws IOException {
        List<Polygon> runs = new ArrayList<>();
        for (int y = 0; y < classes.length; y++) {
            for (int x = 0; x < classes[y].length; x++) {
                int from = x;
                while (x < classes[y].length && classes[y][x] == wanted) {
                    x++;
                }
                if (x > from) {
                    runs.add(run(column + from, column + x, row + y));
                }
            }
        }
        if (!runs.isEmpty()) {
            write(CoverageUnion.union(SHAPES.buildGeometry(runs)), name);
        }
    }

    /** Cells side by side, with a corner at each, so that the runs above and below share whole edges with it. */
    private Polygon run(int from, int to, int row) {
        List<Coordinate> ring = new ArrayList<>();
        for (int x = from; x <= to; x++) {
            ring.add(corner(x, row));
        }
        for (int x = to; x >= from; x--) {
            ring.add(corner(x, row + 1));
        }
        ring.add(ring.getFirst());
        return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private Coordinate corner(int column, int row) {
        return new Coordinate(
                toWorld.getTranslateX() + column * toWorld.getScaleX(),
                toWorld.getTranslateY() + row * toWorld.getScaleY());
    }

    private void write(Geometry shapes, String name) throws IOException {
        out.write(comma + "{\"type\":\"Feature\",\"properties\":{\"klasse\":\"" + name
                + "\"},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[");
        comma = ",\n";
        for (int i = 0; i < shapes.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shapes.getGeometryN(i);
            out.write(i == 0 ? "[" : ",[");
            write(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                out.write(',');
                write(polygon.getInteriorRingN(hole));
            }
            out.write(']');
        }
        out.write("]}}");
    }

    /** Only corners where the border turns. */
    private void write(LinearRing ring) throws IOException {
        Coordinate[] all = ring.getCoordinates();
        int n = all.length - 1;
        List<Coordinate> turns = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Coordinate before = all[(i + n - 1) % n];
            Coordinate after = all[i + 1];
            if (before.x != after.x && before.y != after.y) {
                turns.add(all[i]);
            }
        }
        turns.add(turns.getFirst());
        StringBuilder text = new StringBuilder("[");
        for (Coordinate c : turns) {
            text.append(text.length() > 1 ? ",[" : "[")
                    .append(c.x)
                    .append(',')
                    .append(c.y)
                    .append(']');
        }
        out.write(text.append(']').toString());
    }

    @Override
    public void close() throws IOException {
        out.write("\n]}\n");
        out.close();
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.geo.Geo;
import no.arealkompass.site.ShapeFault;
import no.arealkompass.site.Shapes;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.springframework.beans.factory.annotation.Autowired;

/** Shapes cut and joined by PostGIS, checked against JTS on random shapes, and the transformation against control points. */
class DrawnShapesTest extends ServiceTest {
    private static final Caller ADMINISTRATOR = Caller.administrator("test");

    @Autowired
    private Shapes shapes;

    private final Random random = new Random(17);

    @Test
    void theCutPartsAreThoseThatJtsFinds() {
        int cut = 0;
        for (int i = 0; i < 60; i++) {
            var shape = star(12 + random.nextDouble() * 0.3, 60.2, i % 3 == 0);
            var line = line(shape);
            var expected = cutByJts(metres(shape), metres(line));
            if (expected.size() < 2) {
                assertThatThrownBy(() -> shapes.split(ADMINISTRATOR, shape, line))
                        .isInstanceOfSatisfying(
                                ShapeFault.class,
                                f -> assertThat(f.first().code()).isEqualTo("NOT_SPLIT"));
                continue;
            }
            cut++;
            var parts = shapes.split(ADMINISTRATOR, shape, line);
            assertThat(parts).hasSameSizeAs(expected).allMatch(Geometry::isValid);
            for (int k = 0; k < parts.size(); k++) {
                assertThat(area(parts.get(k))).isCloseTo(expected.get(k), within(0.01));
            }
            assertThat(area(shapes.merge(ADMINISTRATOR, parts)))
                    .as("joined again it is what it was")
                    .isCloseTo(area(shape), within(0.01));
        }
        assertThat(cut).as("lines that cut").isGreaterThan(30);
    }

    @Test
    void theUnionIsThatOfJts() {
        for (int i = 0; i < 30; i++) {
            var first = star(12.1, 60.2, false);
            var second = star(12.1 + 0.004 * random.nextDouble(), 60.2, i % 2 == 0);
            var merged = shapes.merge(ADMINISTRATOR, List.of(first, second));
            assertThat(merged.isValid()).isTrue();
            assertThat(area(merged))
                    .isCloseTo(metres(first).union(metres(second)).getArea(), within(0.01));
        }
    }

    @Test
    void shapesThatLieApartAreNotJoinedAndItSaysHowFar() {
        var one = square(12.10, 60.2, 0.01);
        assertThatThrownBy(() -> shapes.merge(ADMINISTRATOR, List.of(one, square(12.2, 60.2, 0.01))))
                .isInstanceOfSatisfying(ShapeFault.class, fault -> {
                    assertThat(fault.first().code()).isEqualTo("APART");
                    double metres = metres(one).distance(metres(square(12.2, 60.2, 0.01)));
                    assertThat(fault.first().message().en())
                            .contains(String.format(java.util.Locale.ROOT, "%.2f m", metres));
                });
        assertThatThrownBy(() -> shapes.merge(ADMINISTRATOR, List.of(one, square(12.11, 60.21, 0.01))))
                .isInstanceOfSatisfying(
                        ShapeFault.class,
                        f -> assertThat(f.first().message().nb()).contains("bare i et punkt"));
        var bridge = square(12.11, 60.2, 0.01);
        var far = square(12.12, 60.2, 0.01);
        assertThat(shapes.merge(ADMINISTRATOR, List.of(one, far, bridge)).getNumGeometries())
                .as("far hangs on by the bridge")
                .isEqualTo(1);
    }

    /** And the middle meridian of the zone has 500,000 m, as the definition says. */
    @Test
    void coordinatesGoAndComeBackWithinAMillimetre() {
        var start = List.of(new Coordinate(12.0041, 60.1995), new Coordinate(11.2001, 60.0003));
        for (int system : Shapes.systems()) {
            var there = shapes.transform(ADMINISTRATOR, start, 4326, system);
            var back = shapes.transform(ADMINISTRATOR, there, system, 4326);
            for (int i = 0; i < start.size(); i++) {
                assertThat(back.get(i).distance(start.get(i))).isLessThan(1e-8);
            }
        }
        var middle = shapes.transform(ADMINISTRATOR, List.of(new Coordinate(15, 60)), 4326, 25833)
                .getFirst();
        assertThat(middle.x).as("the zone's middle meridian").isCloseTo(500_000, within(0.001));
        assertThat(middle.y).isCloseTo(6_651_411.190, within(0.01));
    }

    @Test
    void thePublicMayNot() {
        var shape = square(12.1, 60.2, 0.01);
        assertThatThrownBy(() -> shapes.check(Caller.PUBLIC, shape, null)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> shapes.merge(Caller.PUBLIC, List.of(shape, shape)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> shapes.split(Caller.PUBLIC, shape, line(shape)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> shapes.transform(Caller.PUBLIC, List.of(), 4326, 25833))
                .isInstanceOf(AccessDenied.class);
    }

    private double area(Geometry degrees) {
        return shapes.check(ADMINISTRATOR, degrees, null).areaM2();
    }

    private Geometry metres(Geometry degrees) {
        return degrees instanceof LineString
                ? Geo.factory(25833)
                        .createLineString(
                                shapes.transform(ADMINISTRATOR, List.of(degrees.getCoordinates()), 4326, 25833)
                                        .toArray(Coordinate[]::new))
                : shapes.check(ADMINISTRATOR, degrees, null).footprint().geometry();
    }

    /** Areas of the parts, largest first. */
    private static List<Double> cutByJts(Geometry shape, Geometry line) {
        var polygonizer = new Polygonizer();
        polygonizer.add(shape.getBoundary().union(line));
        @SuppressWarnings("unchecked") // JTS is older than type parameters
        Collection<Polygon> faces = polygonizer.getPolygons();
        var inside = PreparedGeometryFactory.prepare(shape);
        return faces.stream()
                .filter(face -> inside.contains(face.getInteriorPoint()))
                .map(Geometry::getArea)
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
    }

    /** A star of random rays, some with a hole round the middle. */
    private Polygon star(double x, double y, boolean hole) {
        int rays = 5 + random.nextInt(12);
        var outside = new ArrayList<Coordinate>();
        for (int i = 0; i < rays; i++) {
            double angle = 2 * Math.PI * i / rays;
            double radius = 0.004 + 0.006 * random.nextDouble();
            outside.add(new Coordinate(x + radius * Math.cos(angle), y + radius / 2 * Math.sin(angle)));
        }
        outside.add(outside.getFirst());
        var factory = Geo.factory(4326);
        var shell = factory.createLinearRing(outside.toArray(Coordinate[]::new));
        if (!hole) {
            return factory.createPolygon(shell);
        }
        var ring = square(x - 0.0005, y - 0.0002, 0.001).getExteriorRing();
        return factory.createPolygon(shell, new org.locationtech.jts.geom.LinearRing[] {ring});
    }

    private LineString line(Geometry shape) {
        var box = shape.getEnvelopeInternal();
        double shift = (random.nextDouble() - 0.5) * 2.2 * box.getHeight();
        double middle = (box.getMinY() + box.getMaxY()) / 2;
        return Geo.factory(4326).createLineString(new Coordinate[] {
            new Coordinate(box.getMinX() - 0.01, middle + shift),
            new Coordinate(box.centre().x, middle + (random.nextDouble() - 0.5) * box.getHeight()),
            new Coordinate(box.getMaxX() + 0.01, middle - shift)
        });
    }

    private static Polygon square(double x, double y, double size) {
        return Geo.factory(4326).createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + size, y),
            new Coordinate(x + size, y + size),
            new Coordinate(x, y + size),
            new Coordinate(x, y)
        });
    }
}

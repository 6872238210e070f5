package no.arealkompass.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import no.arealkompass.TestDatabase;
import no.arealkompass.measure.MeasureData.Thing;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Metric.Cut;
import no.arealkompass.strategy.Where;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Every metric kind beside JTS on a made-up 10 km by 10 km, with overlaps, holes, several classes and an edge of the data. */
class MeasurerOracleTest {
    private static final MeasureData DATA =
            new MeasureData(TestDatabase.create().dataSource());
    private static final GeometryFactory JTS = new GeometryFactory();
    private static final Random RANDOM = new Random(20260101);
    private static final double COVERED_FROM = 600;
    private static final double COVERED_TO = 9400;
    private static final Polygon COVERAGE = square(COVERED_FROM, COVERED_TO);

    private static final List<Shape> ZONES = new ArrayList<>();
    private static final List<Shape> ROADS = new ArrayList<>();
    private static final List<Shape> NODES = new ArrayList<>();
    private static final Map<Long, Geometry> SITES = new LinkedHashMap<>();
    private static final Map<String, Long> VERSIONS = new HashMap<>();

    private record Shape(String type, Geometry geometry, int number) {
        Thing thing() {
            return new Thing(type, geometry.toText(), Map.of("number", number));
        }
    }

    @BeforeAll
    static void make() {
        for (int i = 0; i < 240; i++) {
            ZONES.add(new Shape("zone" + i % 3, ragged(100 + 400 * RANDOM.nextDouble(), i % 4 == 0), i));
            ROADS.add(new Shape(i % 40 == 0 ? "E" : i % 5 == 0 ? "F" : "P", line(), i));
            NODES.add(new Shape("n", JTS.createPoint(place()), i));
        }
        String coverage = COVERAGE.toText();
        VERSIONS.put("zones", DATA.version("zones", coverage, 0, things(ZONES)));
        VERSIONS.put("roads", DATA.version("roads", coverage, 0, things(ROADS)));
        VERSIONS.put("nodes", DATA.version("nodes", coverage, 0, things(NODES)));
        for (int i = 0; i < 120; i++) {
            Geometry site = ragged(60 + 240 * RANDOM.nextDouble(), i % 7 == 0);
            SITES.put(DATA.site(site.toText()), site);
        }
    }

    private static Thing[] things(List<Shape> shapes) {
        return shapes.stream().map(Shape::thing).toArray(Thing[]::new);
    }

    private static Coordinate place() {
        return new Coordinate(10_000 * RANDOM.nextDouble(), 10_000 * RANDOM.nextDouble());
    }

    private static Polygon square(double from, double to) {
        return (Polygon) JTS.toGeometry(new Envelope(from, to, from, to));
    }

    private static Geometry ragged(double radius, boolean hole) {
        Coordinate middle = place();
        int corners = 6 + RANDOM.nextInt(90);
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = radius * (0.6 + 0.4 * RANDOM.nextDouble());
            ring[i] = new Coordinate(middle.x + r * Math.cos(angle), middle.y + r * Math.sin(angle));
        }
        ring[corners] = ring[0];
        Polygon whole = JTS.createPolygon(ring);
        return hole
                ? OverlayNGRobust.overlay(whole, JTS.createPoint(middle).buffer(radius / 4, 5), OverlayNG.DIFFERENCE)
                : whole;
    }

    private static Geometry line() {
        int count = 2 + RANDOM.nextInt(150);
        var vertices = new Coordinate[count];
        vertices[0] = place();
        double heading = 2 * Math.PI * RANDOM.nextDouble();
        for (int i = 1; i < count; i++) {
            heading += RANDOM.nextDouble() - 0.5;
            vertices[i] = new Coordinate(
                    vertices[i - 1].x + 20 * Math.cos(heading), vertices[i - 1].y + 20 * Math.sin(heading));
        }
        return JTS.createLineString(vertices);
    }

    private static Geometry union(List<Shape> shapes, List<String> types) {
        var chosen = shapes.stream()
                .filter(shape -> types.isEmpty() || types.contains(shape.type()))
                .map(Shape::geometry)
                .toList();
        return UnaryUnionOp.union(chosen, JTS);
    }

    private static Where where(List<String> types) {
        return types.isEmpty() ? Where.ALL : new Where("type", types);
    }

    /** Asks the metric of all sites; hands over what is found, and says how many were found and how many not. */
    private static int[] ask(Metric metric, BiConsumer<Geometry, Measurement> check) {
        var measured = DATA.measure(SITES.keySet(), List.of(metric), VERSIONS);
        int[] counts = new int[2];
        SITES.forEach((id, site) -> {
            Measurement found = measured.get(id).get(metric).found();
            counts[found instanceof NotCovered ? 1 : 0]++;
            check.accept(site, found);
        });
        return counts;
    }

    private static void assertOutside(Measurement found) {
        assertThat(found)
                .isInstanceOfSatisfying(
                        NotCovered.class, none -> assertThat(none.reason()).isEqualTo(Reason.OUTSIDE_COVERAGE));
    }

    /** Whether everything within some metres of the site is covered. */
    private static boolean covered(Geometry site, double metres) {
        return COVERAGE.covers(site) && COVERAGE.getExteriorRing().distance(site) >= metres;
    }

    private static double largestPart(Geometry geometry) {
        double largest = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            largest = Math.max(largest, geometry.getGeometryN(i).getArea());
        }
        return largest;
    }

    @Test
    void distance() {
        for (List<String> types : List.of(List.of("E"), List.of("E", "F"), List.<String>of())) {
            Geometry roads = union(ROADS, types);
            int[] counts = ask(new Metric.Distance("roads", where(types), 1500), (site, found) -> {
                double metres = Math.min(1500, site.distance(roads));
                if (covered(site, metres)) {
                    assertThat(((Amount) found).value()).isCloseTo(metres, within(1e-6));
                } else {
                    assertOutside(found);
                }
            });
            assertThat(counts[0]).isPositive();
            assertThat(counts[1]).isPositive();
        }
    }

    @Test
    void overlap() {
        for (List<String> types : List.of(List.of("zone0"), List.of("zone0", "zone2"), List.<String>of())) {
            Geometry zones = union(ZONES, types);
            ask(new Metric.Overlap("zones", where(types)), (site, found) -> {
                if (COVERAGE.covers(site)) {
                    double share = OverlayNGRobust.overlay(site, zones, OverlayNG.INTERSECTION)
                                    .getArea()
                            / site.getArea();
                    assertThat(((Amount) found).value()).isCloseTo(share, within(1e-9));
                } else {
                    assertOutside(found);
                }
            });
        }
    }

    @Test
    void worst() {
        var order = List.of("zone1", "zone0", "zone2");
        ask(new Metric.Worst("zones", "type", order, "none"), (site, found) -> {
            if (COVERAGE.covers(site)) {
                String worst = order.stream()
                        .filter(type ->
                                OverlayNGRobust.overlay(site, union(ZONES, List.of(type)), OverlayNG.INTERSECTION)
                                                .getArea()
                                        > 0)
                        .findFirst()
                        .orElse("none");
                assertThat(found).isEqualTo(new Category(worst));
            } else {
                assertOutside(found);
            }
        });
    }

    @Test
    void sum() {
        ask(new Metric.Sum("zones", where(List.of("zone0", "zone1")), "number", 200), (site, found) -> {
            if (covered(site, 200)) {
                assertThat(((Amount) found).value())
                        .isEqualTo(ZONES.stream()
                                .filter(zone -> !zone.type().equals("zone2"))
                                .filter(zone -> zone.geometry().isWithinDistance(site, 200))
                                .mapToDouble(Shape::number)
                                .sum());
            } else {
                assertOutside(found);
            }
        });
    }

    @Test
    void nearest() {
        ask(new Metric.Nearest("nodes", Where.ALL, "number", 400), (site, found) -> {
            Shape nearest = NODES.stream()
                    .min((a, b) -> Double.compare(
                            a.geometry().distance(site), b.geometry().distance(site)))
                    .orElseThrow();
            double metres = nearest.geometry().distance(site);
            if (!covered(site, Math.min(400, metres))) {
                assertOutside(found);
            } else if (metres > 400) {
                assertThat(((NotCovered) found).reason()).isEqualTo(Reason.TOO_FAR);
            } else {
                assertThat(found).isEqualTo(new Amount(nearest.number()));
            }
        });
    }

    @Test
    void remaining() {
        var cuts = List.of(
                new Cut("zones", where(List.of("zone0", "zone1")), 0), new Cut("roads", where(List.of("F")), 10));
        Geometry zones = union(ZONES, List.of("zone0", "zone1"));
        Geometry roads = union(ROADS, List.of("F")).buffer(10, 16);
        ask(new Metric.Remaining(cuts), (site, found) -> {
            if (covered(site, 10)) {
                Geometry left = OverlayNGRobust.overlay(
                        OverlayNGRobust.overlay(site, zones, OverlayNG.DIFFERENCE), roads, OverlayNG.DIFFERENCE);
                double largest = largestPart(left);
                // A round end lies up to 0.0012 of the radius inside the true circle, and where depends on the pieces.
                assertThat(((Amount) found).value()).isCloseTo(largest / 1000, within(largest / 1000 * 1e-4 + 1e-6));
            } else {
                assertOutside(found);
            }
        });
    }

    @Test
    void remainingWithoutBuffersIsExact() {
        Geometry zones = union(ZONES, List.of());
        ask(new Metric.Remaining(List.of(new Cut("zones", Where.ALL, 0))), (site, found) -> {
            if (COVERAGE.covers(site)) {
                Geometry left = OverlayNGRobust.overlay(site, zones, OverlayNG.DIFFERENCE);
                double largest = largestPart(left);
                assertThat(((Amount) found).value() * 1000).isCloseTo(largest, within(1e-9 * site.getArea()));
            } else {
                assertOutside(found);
            }
        });
    }
}

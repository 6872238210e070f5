package no.arealkompass.site;

import java.util.List;
import java.util.Locale;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.geo.Bbox;
import no.arealkompass.geo.Footprint;
import no.arealkompass.geo.Geo;
import no.arealkompass.geo.GeometryFault;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Shapes while they are drawn: checked, split and merged by the rules of stored ones, and never stored here. Coordinates
 * come and go as longitude and latitude (CRS84); PostGIS transforms them, and works in the storage CRS.
 */
@Component
public class Shapes {
    /** Shapes merged at once. */
    private static final int MAX_MERGED = 20;

    private final DrawnRepository repository;
    private final int maxVertices;
    private final double maxAreaDaa;

    Shapes(
            DrawnRepository repository,
            @Value("${areal.drawing.max-vertices:5000}") int maxVertices,
            @Value("${areal.drawing.max-area-daa:100000}") double maxAreaDaa) {
        this.repository = repository;
        this.maxVertices = maxVertices;
        this.maxAreaDaa = maxAreaDaa;
    }

    /**
     * Checks a drawn shape. Of a shape that is exactly the outline of the site it replaces, the stored one is returned:
     * not even the last digit moves.
     *
     * @param drawn polygons in CRS84
     * @param region what lies outside is refused
     * @param replaces id of the site whose shape it may still be
     * @throws ShapeFault for the first thing that is wrong, with its place
     */
    public Shape check(Caller caller, Geometry drawn, Bbox region, @Nullable String replaces) {
        Access.require(caller, Operation.EDIT_SITES);
        requireSize(drawn, region);
        requireUsable(drawn);
        var stored = repository.inStorageCrs(drawn, replaces);
        try {
            var shape = new Shape(Footprint.ofWkb(stored.wkb(), stored.srid()), stored.areaM2());
            requireArea(shape);
            return shape;
        } catch (GeometryFault e) { // valid in degrees, but not when the last digits are rounded in metres
            throw ShapeFault.of(
                    e,
                    e.place().map(p -> repository.toDegrees(p, stored.srid())).orElse(null));
        }
    }

    /**
     * Cuts a shape along a line that crosses it.
     *
     * @return the parts in CRS84, the largest first
     * @throws ShapeFault when the shape is not usable, or the line does not cut it
     */
    public List<Geometry> split(Caller caller, Geometry drawn, Geometry line, Bbox region) {
        check(caller, drawn, region, null);
        if (!(line instanceof LineString)) {
            throw ShapeFault.of(
                    "NOT_LINE",
                    null,
                    "Delelinjen er ikke en linje.",
                    "What to split along is no line.",
                    "Send en LineString.",
                    "Send a LineString.");
        }
        requireSize(line, region);
        int before = drawn.getNumGeometries();
        var parts = repository.split(drawn, line);
        if (parts.size() <= before) {
            throw ShapeFault.of(
                    "NOT_SPLIT",
                    line.getCoordinate(),
                    "Linjen deler ikke området.",
                    "The line does not cut the area.",
                    "Tegn linjen fra et punkt utenfor området, tvers over, til et punkt utenfor.",
                    "Draw the line from a point outside the area, across it, to a point outside.");
        }
        parts.forEach(Shapes::requireUsable);
        return parts;
    }

    /**
     * The union of shapes that share border or ground.
     *
     * @return the merged shape in CRS84
     * @throws ShapeFault when one is not usable, or lies apart from the others
     */
    public Geometry merge(Caller caller, List<Geometry> drawn, Bbox region) {
        Access.require(caller, Operation.EDIT_SITES);
        if (drawn.size() < 2 || drawn.size() > MAX_MERGED) {
            throw ShapeFault.of(
                    "MERGE_COUNT",
                    null,
                    "Det må være fra 2 til " + MAX_MERGED + " områder å slå sammen.",
                    "There must be from 2 to " + MAX_MERGED + " areas to merge.",
                    "Velg et område til.",
                    "Choose another area.");
        }
        drawn.forEach(one -> check(caller, one, region, null));
        requireTogether(drawn);
        var merged = repository.merge(drawn);
        check(caller, merged, region, null);
        return merged;
    }

    /**
     * Positions from one CRS in another, for tables of coordinates.
     *
     * @param from EPSG code among {@link #systems()}; axis order is east (longitude) first
     */
    public List<Coordinate> transform(Caller caller, List<Coordinate> positions, int from, int to) {
        Access.require(caller, Operation.EDIT_SITES);
        if (positions.size() > maxVertices) {
            throw tooMany(positions.size(), null);
        }
        return repository.transform(positions, from, to);
    }

    /** EPSG codes a table of coordinates may be shown in: WGS 84, and the UTM zones of the country. */
    public static List<Integer> systems() {
        return List.of(4326, 25832, 25833, 25835);
    }

    private void requireTogether(List<Geometry> drawn) {
        var apart = repository.apart(drawn);
        if (apart != null) {
            boolean corner = apart.distanceM() == 0;
            String metres = String.format(Locale.ROOT, "%.2f", apart.distanceM());
            throw ShapeFault.of(
                    "APART",
                    drawn.get(apart.number()).getCoordinate(),
                    corner
                            ? "Område " + (apart.number() + 1) + " berører de andre bare i et punkt."
                            : "Område " + (apart.number() + 1) + " ligger " + metres.replace('.', ',')
                                    + " m fra de andre.",
                    corner
                            ? "Area " + (apart.number() + 1) + " touches the others in a point only."
                            : "Area " + (apart.number() + 1) + " lies " + metres + " m from the others.",
                    "Flytt grensen så områdene har felles kant, og slå sammen igjen.",
                    "Move the border so that the areas share an edge, and merge again.");
        }
    }

    private static void requireUsable(Geometry drawn) {
        try {
            Geo.requireUsable(drawn);
        } catch (GeometryFault e) {
            throw ShapeFault.of(e, e.place().orElse(null));
        }
    }

    private void requireSize(Geometry drawn, Bbox region) {
        if (drawn.getNumPoints() > maxVertices) {
            throw tooMany(drawn.getNumPoints(), drawn.getCoordinate());
        }
        for (var at : drawn.getCoordinates()) {
            boolean inside =
                    at.x >= region.west() && at.x <= region.east() && at.y >= region.south() && at.y <= region.north();
            if (!inside && Double.isFinite(at.x) && Double.isFinite(at.y)) {
                throw ShapeFault.of(
                        "OUTSIDE_REGION",
                        at,
                        "Et punkt ligger utenfor regionen.",
                        "A vertex lies outside the region.",
                        "Flytt punktet inn i regionen, eller kontroller koordinatsystemet.",
                        "Move the vertex into the region, or check the coordinate system.");
            }
        }
    }

    private ShapeFault tooMany(int count, @Nullable Coordinate at) {
        return ShapeFault.of(
                "TOO_MANY_VERTICES",
                at,
                "Formen har " + count + " punkter. Grensen er " + maxVertices + ".",
                "The shape has " + count + " vertices. The limit is " + maxVertices + ".",
                "Forenkle omrisset.",
                "Simplify the outline.");
    }

    private void requireArea(Shape shape) {
        if (shape.areaM2() < 1) {
            throw ShapeFault.of(
                    "TOO_SMALL",
                    null,
                    "Området er mindre enn 1 m².",
                    "The area is smaller than 1 m².",
                    "Tegn et større område.",
                    "Draw a larger area.");
        }
        if (shape.areaM2() > maxAreaDaa * 1000) {
            throw ShapeFault.of(
                    "TOO_LARGE",
                    null,
                    "Området er %.0f daa. Grensen er %.0f daa.".formatted(shape.areaM2() / 1000, maxAreaDaa),
                    "The area is %.0f daa. The limit is %.0f daa.".formatted(shape.areaM2() / 1000, maxAreaDaa),
                    "Tegn et mindre område.",
                    "Draw a smaller area.");
        }
    }
}

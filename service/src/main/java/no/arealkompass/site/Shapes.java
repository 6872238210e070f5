package no.arealkompass.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.geo.Footprint;
import no.arealkompass.geo.GeometryFault;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Shapes while they are drawn: checked by the rules of stored ones, split and merged, and never stored here. Coordinates
 * come and go as longitude and latitude (CRS84); PostGIS transforms them, and works in the storage CRS.
 */
@Component
public class Shapes {
    /** Shapes merged at once. */
    private static final int MAX_MERGED = 20;

    private final ShapeCheck check;
    private final DrawnRepository repository;
    private final int maxVertices;
    private final double maxAreaDaa;

    Shapes(
            ShapeCheck check,
            DrawnRepository repository,
            @Value("${areal.drawing.max-vertices:5000}") int maxVertices,
            @Value("${areal.drawing.max-area-daa:100000}") double maxAreaDaa) {
        this.check = check;
        this.repository = repository;
        this.maxVertices = maxVertices;
        this.maxAreaDaa = maxAreaDaa;
    }

    /**
     * Checks a drawn shape. Of a shape that is the outline of the site it replaces, the stored one is returned: not even
     * the last digit moves.
     *
     * @param drawn polygons in CRS84
     * @param replaces id of the site whose shape it may still be
     * @throws ShapeFault for everything that is wrong, with its place
     */
    public Shape check(Caller caller, Geometry drawn, @Nullable String replaces) {
        Access.require(caller, Operation.EDIT_SITES);
        requireUsable(List.of(drawn));
        var stored = repository.inStorageCrs(drawn, replaces);
        try {
            var shape = new Shape(Footprint.ofWkb(stored.wkb(), stored.srid()), stored.areaM2());
            requireArea(shape);
            return shape;
        } catch (GeometryFault e) { // valid to PostGIS and not to JTS: both must agree before anything is measured
            throw new ShapeFault(List.of(ShapeCheck.fault("footprint", e)));
        }
    }

    /**
     * Cuts a shape along a line that crosses it.
     *
     * @return the parts in CRS84, the largest first
     * @throws ShapeFault when the shape is not usable, or the line does not cut it
     */
    public List<Geometry> split(Caller caller, Geometry drawn, LineString line) {
        check(caller, drawn, null);
        requireVertices(List.of(line));
        var parts = repository.split(drawn, line);
        if (parts.size() <= drawn.getNumGeometries()) {
            throw ShapeFault.of(
                    "NOT_SPLIT",
                    line.getCoordinate(),
                    new Text("Linjen deler ikke området.", "The line does not cut the area."),
                    new Text(
                            "Tegn linjen fra et punkt utenfor området, tvers over, til et punkt utenfor.",
                            "Draw the line from a point outside the area, across it, to a point outside."));
        }
        requireUsable(parts);
        return parts;
    }

    /**
     * The union of shapes that share border or ground.
     *
     * @return the merged shape in CRS84
     * @throws ShapeFault when one is not usable, or lies apart from the others
     */
    public Geometry merge(Caller caller, List<Geometry> drawn) {
        Access.require(caller, Operation.EDIT_SITES);
        if (drawn.size() < 2 || drawn.size() > MAX_MERGED) {
            throw ShapeFault.of(
                    "MERGE_COUNT",
                    null,
                    new Text("Det må være fra 2 til %s områder.", "There must be from 2 to %s areas.")
                            .filled(MAX_MERGED),
                    new Text("Velg områder på nytt.", "Choose areas again."));
        }
        requireUsable(drawn);
        requireTogether(drawn);
        var merged = repository.merge(drawn);
        check(caller, merged, null);
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

    private void requireUsable(List<Geometry> drawn) {
        requireVertices(drawn);
        Map<String, Geometry> shapes = new LinkedHashMap<>();
        for (int i = 0; i < drawn.size(); i++) {
            shapes.put(drawn.size() == 1 ? "footprint" : "footprints[" + i + "]", drawn.get(i));
        }
        var faults = check.faults(shapes);
        if (!faults.isEmpty()) {
            throw new ShapeFault(faults);
        }
    }

    private void requireVertices(List<? extends Geometry> drawn) {
        int count = drawn.stream().mapToInt(Geometry::getNumPoints).sum();
        if (count > maxVertices) {
            throw tooMany(count, drawn.getFirst().getCoordinate());
        }
    }

    private ShapeFault tooMany(int count, @Nullable Coordinate at) {
        return ShapeFault.of(
                "TOO_MANY_VERTICES",
                at,
                new Text(
                                "Formen har %s punkter. Grensen er %s mens du tegner.",
                                "The shape has %s vertices. The limit is %s while you draw.")
                        .filled(count, maxVertices),
                ShapeFault.SIMPLIFY);
    }

    private void requireTogether(List<Geometry> drawn) {
        var apart = repository.apart(drawn);
        if (apart == null) {
            return;
        }
        String metres = String.format(Locale.ROOT, "%.2f", apart.distanceM());
        var number = String.valueOf(apart.number() + 1);
        throw ShapeFault.of(
                "APART",
                drawn.get(apart.number()).getCoordinate(),
                apart.distanceM() == 0
                        ? new Text(
                                        "Område %s berører de andre bare i et punkt.",
                                        "Area %s touches the others in a point only.")
                                .filled(number)
                        : new Text("Område %s ligger %s m fra de andre.", "Area %s lies %s m from the others.")
                                .filled(number, new Text(metres.replace('.', ','), metres)),
                new Text(
                        "Flytt grensen så områdene har felles kant, og slå sammen igjen.",
                        "Move the border so that the areas share an edge, and merge again."));
    }

    private void requireArea(Shape shape) {
        double daa = shape.areaM2() / 1000;
        if (shape.areaM2() < 1) {
            throw ShapeFault.of(
                    "TOO_SMALL",
                    null,
                    new Text("Området er mindre enn 1 m².", "The area is smaller than 1 m²."),
                    new Text("Tegn et større område.", "Draw a larger area."));
        }
        if (daa > maxAreaDaa) {
            throw ShapeFault.of(
                    "TOO_LARGE",
                    null,
                    new Text("Området er %s daa. Grensen er %s daa.", "The area is %s daa. The limit is %s daa.")
                            .filled(Math.round(daa), Math.round(maxAreaDaa)),
                    new Text("Tegn et mindre område.", "Draw a smaller area."));
        }
    }
}

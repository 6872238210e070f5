package no.arealkompass.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.arealkompass.geo.GeometryFault.Code;
import org.geojson.GeoJsonObject;
import org.geojson.GeometryCollection;
import org.geojson.LngLatAlt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * JTS geometries to and from the GeoJSON objects that the HTTP edge reads and writes. Coordinates pass as they are:
 * GeoJSON is CRS84 (longitude, latitude), and whoever calls has PostGIS transform before or after.
 */
public final class GeoJson {
    private GeoJson() {}

    /** The geometry as a GeoJSON object, two-dimensional. */
    public static GeoJsonObject write(Geometry geometry) {
        return switch (geometry) {
            case Point point -> new org.geojson.Point(position(point.getCoordinate()));
            case LineString line -> new org.geojson.LineString(positions(line));
            case Polygon polygon -> polygon(polygon);
            case MultiPoint many -> new org.geojson.MultiPoint(positions(many));
            case MultiLineString many -> {
                org.geojson.MultiLineString lines = new org.geojson.MultiLineString();
                each(many).forEach(line -> lines.add(Arrays.asList(positions(line))));
                yield lines;
            }
            case MultiPolygon many -> {
                org.geojson.MultiPolygon polygons = new org.geojson.MultiPolygon();
                each(many).forEach(part -> polygons.add(polygon((Polygon) part)));
                yield polygons;
            }
            default -> {
                GeometryCollection all = new GeometryCollection();
                each(geometry).forEach(part -> all.add(write(part)));
                yield all;
            }
        };
    }

    /**
     * A point, line or area that came in over HTTP, single or multiple, with finite coordinates and closed rings.
     *
     * @param srid EPSG code to mark the result with; 4326 for GeoJSON as it arrives
     * @throws GeometryFault EMPTY, NOT_FINITE, NOT_CLOSED, UNREADABLE, or NOT_AREA for other kinds of object
     */
    public static Geometry read(GeoJsonObject object, int srid) {
        GeometryFactory factory = Geo.factory(srid);
        return switch (object) {
            case org.geojson.Point one -> {
                if (one.getCoordinates() == null) {
                    throw new GeometryFault(Code.EMPTY, Map.of(), null);
                }
                yield factory.createPoint(finite(List.of(one.getCoordinates()))[0]);
            }
            case org.geojson.LineString one -> line(one.getCoordinates(), factory);
            case org.geojson.MultiLineString many ->
                factory.createMultiLineString(many.getCoordinates().stream()
                        .map(positions -> line(positions, factory))
                        .toArray(LineString[]::new));
            default -> readArea(object, srid);
        };
    }

    private static LineString line(List<LngLatAlt> positions, GeometryFactory factory) {
        if (positions.size() < 2) {
            throw new GeometryFault(Code.EMPTY, Map.of(), null);
        }
        return factory.createLineString(finite(positions));
    }

    private static Coordinate[] finite(List<LngLatAlt> positions) {
        Coordinate[] coordinates = positions.stream()
                .map(p -> new Coordinate(p.getLongitude(), p.getLatitude()))
                .toArray(Coordinate[]::new);
        if (!Arrays.stream(coordinates).allMatch(Geo::isFinite)) {
            throw new GeometryFault(Code.NOT_FINITE, Map.of(), null);
        }
        return coordinates;
    }

    /**
     * A polygon or multipolygon that came in over HTTP. The parser lets bad coordinates through (infinite numbers,
     * open and empty rings), so they are checked here; validity is checked by {@link Footprint}.
     *
     * @param srid EPSG code to mark the result with; 4326 for GeoJSON as it arrives
     * @throws GeometryFault NOT_AREA, EMPTY, NOT_FINITE, NOT_CLOSED or UNREADABLE
     */
    public static Geometry readArea(GeoJsonObject object, int srid) {
        GeometryFactory factory = Geo.factory(srid);
        return switch (object) {
            case org.geojson.Polygon one -> polygon(one.getCoordinates(), factory);
            case org.geojson.MultiPolygon many ->
                factory.createMultiPolygon(many.getCoordinates().stream()
                        .map(rings -> polygon(rings, factory))
                        .toArray(Polygon[]::new));
            default ->
                throw new GeometryFault(
                        Code.NOT_AREA, Map.of("type", object.getClass().getSimpleName()), null);
        };
    }

    private static Polygon polygon(List<List<LngLatAlt>> rings, GeometryFactory factory) {
        if (rings.isEmpty()) {
            throw new GeometryFault(Code.EMPTY, Map.of(), null);
        }
        List<LinearRing> made = rings.stream().map(ring -> ring(ring, factory)).toList();
        return factory.createPolygon(
                made.getFirst(), made.subList(1, made.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(List<LngLatAlt> positions, GeometryFactory factory) {
        Coordinate[] coordinates = positions.stream()
                .map(p -> new Coordinate(p.getLongitude(), p.getLatitude()))
                .toArray(Coordinate[]::new);
        if (coordinates.length == 0) {
            throw new GeometryFault(Code.EMPTY, Map.of(), null);
        }
        if (!Arrays.stream(coordinates).allMatch(Geo::isFinite)) {
            throw new GeometryFault(Code.NOT_FINITE, Map.of(), null);
        }
        if (!coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
            throw new GeometryFault(Code.NOT_CLOSED, Map.of(), coordinates[coordinates.length - 1]);
        }
        try {
            return factory.createLinearRing(coordinates);
        } catch (IllegalArgumentException e) {
            throw new GeometryFault(Code.UNREADABLE, Map.of("reason", String.valueOf(e.getMessage())), coordinates[0]);
        }
    }

    private static org.geojson.Polygon polygon(Polygon polygon) {
        org.geojson.Polygon out = new org.geojson.Polygon();
        out.setExteriorRing(Arrays.asList(positions(polygon.getExteriorRing())));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.addInteriorRing(positions(polygon.getInteriorRingN(i)));
        }
        return out;
    }

    private static List<Geometry> each(Geometry collection) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < collection.getNumGeometries(); i++) {
            parts.add(collection.getGeometryN(i));
        }
        return parts;
    }

    private static LngLatAlt[] positions(Geometry geometry) {
        return Arrays.stream(geometry.getCoordinates()).map(GeoJson::position).toArray(LngLatAlt[]::new);
    }

    private static LngLatAlt position(Coordinate c) {
        return new LngLatAlt(c.x, c.y);
    }
}

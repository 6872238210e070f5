package no.arealkompass.geo;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.arealkompass.geo.GeometryFault.Code;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Geometry in and out as well-known binary, and the checks every geometry from outside has to pass. */
public final class Geo {
    /** Deeper than any geometry: collections within collections. */
    private static final Pattern WKT_NESTED = Pattern.compile("(?i)(GEOMETRYCOLLECTION[^(]{0,20}\\(\\s*){8}");

    private Geo() {}

    /** A factory for full double precision whose geometries carry the given SRID. */
    public static GeometryFactory factory(int srid) {
        return new GeometryFactory(new PrecisionModel(), srid);
    }

    /**
     * Reads well-known binary, with or without Z, M and SRID; coordinates stay bit for bit as they are.
     *
     * @throws GeometryFault UNREADABLE, NOT_CLOSED or NOT_FINITE when the bytes make no usable geometry
     */
    public static Geometry fromWkb(byte[] wkb, int srid) {
        checkWkb(wkb);
        try {
            Geometry geometry = new WKBReader(factory(srid)).read(wkb);
            geometry.setSRID(srid);
            return geometry;
        } catch (ParseException | IllegalArgumentException e) {
            throw new GeometryFault(Code.UNREADABLE, Map.of("reason", String.valueOf(e.getMessage())), null);
        }
    }

    /**
     * Whether well-known binary can be read by anyone without being mended: finite coordinates, closed rings of at least
     * four points, known types. Faster than reading it, and says nothing of validity.
     *
     * @throws GeometryFault UNREADABLE, NOT_CLOSED or NOT_FINITE
     */
    public static void checkWkb(byte[] wkb) {
        WkbCheck.check(wkb);
    }

    /**
     * Well-known binary in which arcs have become chains of points (see {@link Arcs}); without arcs it comes back as it
     * was.
     *
     * @throws GeometryFault UNREADABLE
     */
    public static byte[] withoutArcs(byte[] wkb, double tolerance) {
        return WkbCurves.straightened(wkb, tolerance);
    }

    /** The most positions that well-known binary of this length can hold. */
    public static int mostVertices(byte[] wkb) {
        return WkbCurves.mostVertices(wkb);
    }

    /** Writes well-known binary: two-dimensional, without SRID. */
    public static byte[] toWkb(Geometry geometry) {
        return new WKBWriter(2).write(geometry);
    }

    /**
     * Well-known text as well-known binary, with heights where the text has them.
     *
     * @throws GeometryFault UNREADABLE with the reason
     */
    public static byte[] wkbOfText(String wkt) {
        if (wkt.chars().filter(c -> c == '(').count()
                        != wkt.chars().filter(c -> c == ')').count()
                || !(wkt.endsWith(")") || wkt.toUpperCase(Locale.ROOT).endsWith("EMPTY"))
                || WKT_NESTED.matcher(wkt).find()) {
            throw new GeometryFault(Code.UNREADABLE, Map.of("reason", "the parentheses do not match"), null);
        }
        try {
            Geometry geometry = new WKTReader(factory(0)).read(wkt);
            boolean high = !geometry.isEmpty()
                    && !Double.isNaN(geometry.getCoordinate().getZ());
            return new WKBWriter(high ? 3 : 2).write(geometry);
        } catch (ParseException | IllegalArgumentException e) {
            throw new GeometryFault(Code.UNREADABLE, Map.of("reason", String.valueOf(e.getMessage())), null);
        }
    }

    /** A point as well-known binary. */
    public static byte[] wkbOfPoint(double x, double y) {
        return toWkb(factory(0).createPoint(new Coordinate(x, y)));
    }

    /**
     * Stops at the first coordinate that is infinite or not a number.
     *
     * @throws GeometryFault NOT_FINITE
     */
    public static void requireFinite(Geometry geometry) {
        geometry.apply((CoordinateFilter) c -> {
            if (!isFinite(c)) {
                throw new GeometryFault(Code.NOT_FINITE, Map.of(), null);
            }
        });
    }

    /**
     * Lets only geometries through that can be measured; never repairs one.
     *
     * @throws GeometryFault EMPTY, NOT_FINITE or INVALID
     */
    public static void requireUsable(Geometry geometry) {
        if (geometry.isEmpty()) {
            throw new GeometryFault(Code.EMPTY, Map.of(), null);
        }
        requireFinite(geometry);
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            throw new GeometryFault(Code.INVALID, Map.of("reason", error.getMessage()), error.getCoordinate());
        }
    }

    static boolean isFinite(Coordinate c) {
        return Double.isFinite(c.x) && Double.isFinite(c.y);
    }
}

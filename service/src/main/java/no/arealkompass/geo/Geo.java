package no.arealkompass.geo;

import java.util.Map;
import no.arealkompass.geo.GeometryFault.Code;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Geometry in and out as well-known binary, and the checks every geometry from outside has to pass. */
public final class Geo {
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

    /** Writes well-known binary: two-dimensional, without SRID. */
    public static byte[] toWkb(Geometry geometry) {
        return new WKBWriter(2).write(geometry);
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

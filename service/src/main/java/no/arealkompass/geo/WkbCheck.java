package no.arealkompass.geo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import no.arealkompass.geo.GeometryFault.Code;
import org.locationtech.jts.geom.Coordinate;

/**
 * Walks through well-known binary, plain, ISO or with SRID, and stops at what a reader would stumble over or mend in
 * silence: JTS closes open rings and fills up short ones, PostGIS gives up the whole statement.
 */
final class WkbCheck {
    private static final int MAX_DEPTH = 32;
    private static final int Z = 0x80000000;
    private static final int M = 0x40000000;
    private static final int SRID = 0x20000000;

    private final ByteBuffer in;

    private WkbCheck(byte[] wkb) {
        this.in = ByteBuffer.wrap(wkb);
    }

    /**
     * Checks the whole geometry.
     *
     * @throws GeometryFault UNREADABLE, NOT_FINITE or NOT_CLOSED, with the place where there is one
     */
    static void check(byte[] wkb) {
        try {
            new WkbCheck(wkb).geometry(0);
        } catch (BufferUnderflowException e) {
            throw unreadable("the binary ends too early");
        }
    }

    private void geometry(int depth) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = in.getInt();
        if ((type & SRID) != 0) {
            in.getInt();
        }
        int plain = type & 0x0fffffff;
        int ordinates =
                2 + ((type & Z) != 0 || plain / 1000 % 2 == 1 ? 1 : 0) + ((type & M) != 0 || plain / 1000 >= 2 ? 1 : 0);
        switch (plain % 1000) {
            case 1 -> point(ordinates);
            case 2 -> points(ordinates, false);
            case 3 -> {
                int rings = in.getInt();
                for (int i = 0; i < rings; i++) {
                    points(ordinates, true);
                }
            }
            case 4, 5, 6, 7 -> {
                if (depth > MAX_DEPTH) {
                    throw unreadable("collections within collections");
                }
                int parts = in.getInt();
                for (int i = 0; i < parts; i++) {
                    geometry(depth + 1);
                }
            }
            default -> throw unreadable("geometry type " + plain + " is not supported");
        }
    }

    /** A point without coordinates is written as NaN, NaN: that is an empty point and no fault. */
    private void point(int ordinates) {
        double x = in.getDouble();
        double y = in.getDouble();
        in.position(Math.min(in.limit(), in.position() + (ordinates - 2) * Double.BYTES));
        if (!(Double.isNaN(x) && Double.isNaN(y))) {
            requireFinite(x, y);
        }
    }

    private void points(int ordinates, boolean ring) {
        int count = in.getInt();
        Coordinate first = null;
        Coordinate last = null;
        for (int i = 0; i < count; i++) {
            last = new Coordinate(in.getDouble(), in.getDouble());
            requireFinite(last.x, last.y);
            first = first == null ? last : first;
            for (int k = 2; k < ordinates; k++) {
                in.getDouble();
            }
        }
        if (first == null || last == null) {
            return;
        }
        if (ring && !first.equals2D(last)) {
            throw new GeometryFault(Code.NOT_CLOSED, Map.of("reason", "the ring is open"), last);
        }
        if (count < (ring ? 4 : 2)) {
            throw new GeometryFault(
                    Code.UNREADABLE,
                    Map.of("reason", (ring ? "a ring has only " : "a line has only ") + count + " point(s)"),
                    first);
        }
    }

    private static void requireFinite(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new GeometryFault(Code.NOT_FINITE, Map.of(), null);
        }
    }

    private static GeometryFault unreadable(String reason) {
        return new GeometryFault(Code.UNREADABLE, Map.of("reason", reason), null);
    }
}

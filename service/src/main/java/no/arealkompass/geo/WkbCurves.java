package no.arealkompass.geo;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.arealkompass.geo.GeometryFault.Code;

/**
 * Well-known binary without arcs: circular strings, compound curves, curve polygons, multi-curves and multi-surfaces
 * become line strings, polygons and collections of them. What has no arcs comes back as it was.
 */
final class WkbCurves {
    private static final int MAX_DEPTH = 32;
    private static final int Z = 0x80000000;
    private static final int M = 0x40000000;
    private static final int SRID = 0x20000000;

    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int ARC_STRING = 8;
    private static final int COMPOUND = 9;
    private static final int CURVE_POLYGON = 10;
    private static final int MULTI_SURFACE = 12;

    private final ByteBuffer in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final double tolerance;

    private WkbCurves(byte[] wkb, double tolerance) {
        this.in = ByteBuffer.wrap(wkb);
        this.tolerance = tolerance;
    }

    /** A geometry's head: its plain type, and the flags it was written with. */
    private record Head(int type, int flags, int ordinates) {}

    static byte[] straightened(byte[] wkb, double tolerance) {
        try {
            Head head = new WkbCurves(wkb, tolerance).head();
            if (head.type() < 7 || head.type() > MULTI_SURFACE) {
                return wkb;
            }
            WkbCurves walk = new WkbCurves(wkb, tolerance);
            walk.geometry(0);
            return walk.out.toByteArray();
        } catch (BufferUnderflowException e) {
            throw unreadable("the binary ends too early");
        }
    }

    /** How many positions a binary can hold at most, by its length. */
    static int mostVertices(byte[] wkb) {
        if (wkb.length < 5) {
            return 0;
        }
        return wkb.length / (Double.BYTES * new WkbCurves(wkb, 1).head().ordinates());
    }

    private Head head() {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = in.getInt();
        if ((type & SRID) != 0) {
            in.getInt();
        }
        int plain = type & 0x0fffffff;
        boolean z = (type & Z) != 0 || plain / 1000 % 2 == 1;
        boolean m = (type & M) != 0 || plain / 1000 >= 2;
        return new Head(plain % 1000, (z ? Z : 0) | (m ? M : 0), 2 + (z ? 1 : 0) + (m ? 1 : 0));
    }

    private void geometry(int depth) {
        if (depth > MAX_DEPTH) {
            throw unreadable("collections within collections");
        }
        Head head = head();
        switch (head.type()) {
            case 1 -> {
                begin(1, head);
                write(positions(1, head.ordinates()));
            }
            case LINE, ARC_STRING, COMPOUND -> {
                begin(LINE, head);
                write(curve(head, depth), head);
            }
            case POLYGON, CURVE_POLYGON -> {
                begin(POLYGON, head);
                int rings = in.getInt();
                write(rings);
                for (int i = 0; i < rings; i++) {
                    write(
                            head.type() == POLYGON ? positions(count(head), head.ordinates()) : curve(head(), depth),
                            head);
                }
            }
            case 4, 5, 6, 7, 11, MULTI_SURFACE -> {
                begin(head.type() > 7 ? head.type() - 6 : head.type(), head);
                int parts = in.getInt();
                write(parts);
                for (int i = 0; i < parts; i++) {
                    geometry(depth + 1);
                }
            }
            default -> throw unreadable("geometry type " + head.type() + " is not supported");
        }
    }

    /** The positions of a line string, a circular string or a chain of both. */
    private List<double[]> curve(Head head, int depth) {
        if (head.type() == LINE) {
            return positions(count(head), head.ordinates());
        }
        if (head.type() == ARC_STRING) {
            return arcs(positions(count(head), head.ordinates()));
        }
        if (head.type() != COMPOUND || depth > MAX_DEPTH) {
            throw unreadable("geometry type " + head.type() + " is no curve");
        }
        List<double[]> all = new ArrayList<>();
        int parts = in.getInt();
        for (int i = 0; i < parts; i++) {
            List<double[]> part = curve(head(), depth + 1);
            boolean joined = !all.isEmpty() && !part.isEmpty() && same(all.getLast(), part.getFirst());
            all.addAll(joined ? part.subList(1, part.size()) : part);
        }
        return all;
    }

    private List<double[]> arcs(List<double[]> points) {
        if (points.isEmpty()) {
            return points;
        }
        if (points.size() % 2 == 0) {
            throw unreadable("an arc lacks its third point");
        }
        List<double[]> chain = new ArrayList<>(List.of(points.getFirst()));
        for (int i = 2; i < points.size(); i += 2) {
            chain.addAll(Arcs.after(points.get(i - 2), points.get(i - 1), points.get(i), tolerance));
        }
        return chain;
    }

    /** The number of positions that follow; one the rest of the binary cannot hold ends the reading. */
    private int count(Head head) {
        int count = in.getInt();
        if (count < 0 || (long) count * head.ordinates() * Double.BYTES > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private List<double[]> positions(int count, int ordinates) {
        List<double[]> positions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double[] position = new double[ordinates];
            for (int k = 0; k < ordinates; k++) {
                position[k] = in.getDouble();
            }
            positions.add(position);
        }
        return positions;
    }

    private static boolean same(double[] a, double[] b) {
        return a[0] == b[0] && a[1] == b[1];
    }

    private void begin(int type, Head head) {
        out.write(1);
        write(type | head.flags());
    }

    private void write(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private void write(List<double[]> positions, Head head) {
        write(positions.size());
        ByteBuffer bytes = ByteBuffer.allocate(positions.size() * head.ordinates() * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] position : positions) {
            for (int k = 0; k < head.ordinates(); k++) {
                bytes.putDouble(position[k]);
            }
        }
        out.writeBytes(bytes.array());
    }

    private void write(List<double[]> one) {
        ByteBuffer bytes =
                ByteBuffer.allocate(one.getFirst().length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double ordinate : one.getFirst()) {
            bytes.putDouble(ordinate);
        }
        out.writeBytes(bytes.array());
    }

    private static GeometryFault unreadable(String reason) {
        return new GeometryFault(Code.UNREADABLE, Map.of("reason", reason), null);
    }
}

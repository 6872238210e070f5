package no.arealkompass.geo;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A geometry that cannot be used, with what is wrong and where. Nothing is repaired. */
public final class GeometryFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What can be wrong with a geometry. */
    public enum Code {
        /** The bytes or objects do not make a geometry; argument {@code reason}. */
        UNREADABLE,
        /** No coordinates at all. */
        EMPTY,
        /** Points or lines where an area is needed; argument {@code type}. */
        NOT_AREA,
        /** A coordinate that is no finite number. */
        NOT_FINITE,
        /** A ring that does not end where it began. */
        NOT_CLOSED,
        /** Breaks the rules of valid geometry, such as a ring that crosses itself; argument {@code reason}. */
        INVALID
    }

    private final Code code;
    private final transient Map<String, String> args;
    private final transient @Nullable Coordinate place;

    GeometryFault(Code code, Map<String, String> args, @Nullable Coordinate place) {
        super(code + (args.isEmpty() ? "" : " " + args));
        this.code = code;
        this.args = Map.copyOf(args);
        this.place = place;
    }

    public Code code() {
        return code;
    }

    /** The values a message needs, by name. */
    public Map<String, String> args() {
        return args;
    }

    /** Where it is wrong, in the CRS of the geometry; empty when the fault has no finite place. */
    public Optional<Coordinate> place() {
        return Optional.ofNullable(place);
    }
}

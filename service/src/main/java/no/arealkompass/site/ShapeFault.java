package no.arealkompass.site;

import java.util.List;
import java.util.Map;
import no.arealkompass.geo.GeometryFault;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A drawn shape that cannot be used, with what is wrong, where, and what to do. Nothing is repaired. */
public class ShapeFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ShapeFault(Problem problem) {
        super(problem.code() + ": " + problem.en());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /**
     * @param place longitude and latitude (CRS84); null where the fault has no place
     * @param remedyNb what to do, in bokmål
     */
    public record Problem(
            String code, @Nullable List<Double> place, String nb, String en, String remedyNb, String remedyEn) {}

    static ShapeFault of(
            String code, @Nullable Coordinate degrees, String nb, String en, String remedyNb, String remedyEn) {
        return new ShapeFault(new Problem(code, place(degrees), nb, en, remedyNb, remedyEn));
    }

    /** Measuring it would keep the database busy for too long. */
    public static ShapeFault tooComplex() {
        return of(
                "TOO_COMPLEX",
                null,
                "Området er for sammensatt til å måles mens du tegner.",
                "The area is too intricate to be measured while you draw.",
                "Forenkle omrisset.",
                "Simplify the outline.");
    }

    private static @Nullable List<Double> place(@Nullable Coordinate degrees) {
        return degrees == null ? null : List.of(degrees.x, degrees.y);
    }

    /** What breaks the rules of valid geometry, by the words JTS has for it. */
    private static final Map<String, List<String>> REASONS = Map.ofEntries(
            Map.entry("Self-intersection", List.of("Omrisset krysser seg selv.", "The outline crosses itself.")),
            Map.entry("Ring Self-intersection", List.of("Omrisset berører seg selv.", "The outline touches itself.")),
            Map.entry(
                    "Hole lies outside shell",
                    List.of("Et hull ligger utenfor området.", "A hole lies outside the area.")),
            Map.entry("Holes are nested", List.of("Et hull ligger i et annet hull.", "A hole lies inside another.")),
            Map.entry(
                    "Interior is disconnected",
                    List.of(
                            "Et hull deler området i to som bare henger sammen i punkter.",
                            "A hole cuts the area into two that only meet in points.")),
            Map.entry("Nested shells", List.of("En del ligger oppå en annen.", "One part lies on top of another.")),
            Map.entry(
                    "Duplicate Rings",
                    List.of("Det samme omrisset står to ganger.", "The same outline is there twice.")),
            Map.entry(
                    "Too few distinct points in geometry component",
                    List.of(
                            "Omrisset har færre enn tre ulike punkter.",
                            "The outline has fewer than three distinct points.")));

    static ShapeFault of(GeometryFault fault, @Nullable Coordinate degrees) {
        return switch (fault.code()) {
            case INVALID -> {
                var reason = fault.args().getOrDefault("reason", "");
                var words = REASONS.getOrDefault(
                        reason, List.of("Omrisset er ugyldig: " + reason, "The outline is not valid: " + reason));
                yield of(
                        "INVALID",
                        degrees,
                        words.get(0),
                        words.get(1),
                        "Flytt eller slett punktene ved det viste stedet.",
                        "Move or delete the vertices at the place shown.");
            }
            case EMPTY ->
                of(
                        "EMPTY",
                        null,
                        "Området har ingen form.",
                        "The area has no shape.",
                        "Tegn minst tre punkter.",
                        "Draw at least three vertices.");
            case NOT_AREA ->
                of(
                        "NOT_AREA",
                        null,
                        "Formen er ikke en flate.",
                        "The shape is no area.",
                        "Send Polygon eller MultiPolygon.",
                        "Send a Polygon or MultiPolygon.");
            case NOT_FINITE ->
                of(
                        "NOT_FINITE",
                        null,
                        "En koordinat er ikke et endelig tall.",
                        "A coordinate is no finite number.",
                        "Rett koordinaten.",
                        "Correct the coordinate.");
            case NOT_CLOSED ->
                of(
                        "NOT_CLOSED",
                        degrees,
                        "En ring slutter ikke der den begynte.",
                        "A ring does not end where it began.",
                        "La siste punkt være likt det første.",
                        "Let the last position equal the first.");
            case UNREADABLE ->
                of(
                        "UNREADABLE",
                        degrees,
                        "En ring har for få punkter.",
                        "A ring has too few vertices.",
                        "En ring trenger minst tre ulike punkter.",
                        "A ring needs at least three distinct vertices.");
        };
    }
}

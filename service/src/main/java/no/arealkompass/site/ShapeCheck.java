package no.arealkompass.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.geo.GeometryFault;
import no.arealkompass.site.ShapeRepository.Wrong;
import no.arealkompass.yaml.Text;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Whether drawn shapes can be kept: PostGIS says so, with the place of each fault. */
@Component
class ShapeCheck {
    /** More than this is no outline of a site; counted before the database looks at it. */
    private static final int MOST_POINTS = 20_000;

    private static final Map<String, Text> REASONS = Map.of(
            "Self-intersection", new Text("grensen krysser seg selv", "the border crosses itself"),
            "Ring Self-intersection",
                    new Text("grensen møter seg selv i et punkt", "the border meets itself in a point"),
            "Hole lies outside shell", new Text("et hull ligger utenfor området", "a hole lies outside the area"),
            "Holes are nested", new Text("et hull ligger inni et annet hull", "a hole lies inside another hole"),
            "Interior is disconnected", new Text("hull deler området i to", "holes cut the area in two"),
            "Nested shells", new Text("en flate ligger inni en annen", "a surface lies inside another"),
            "Duplicate Rings", new Text("samme grense står to ganger", "the same border stands twice"),
            "Too few points in geometry component",
                    new Text("en ring har for få punkter", "a ring has too few points"));

    private final ShapeRepository repository;

    ShapeCheck(ShapeRepository repository) {
        this.repository = repository;
    }

    /** The shapes of a draft: each of them there, valid and inside the region; plots should lie in the plan area. */
    List<DraftFault> faults(SiteDraft draft) {
        var shapes = new LinkedHashMap<String, Geometry>();
        var faults = new ArrayList<DraftFault>();
        if (draft.scoredPart() == null) {
            put(shapes, faults, "footprint", draft.footprint());
        }
        for (var part : draft.parts()) {
            put(shapes, faults, "parts[" + part.id() + "].footprint", part.footprint());
        }
        faults.addAll(faults(shapes));
        return faults.isEmpty() ? plotsOutside(draft) : faults;
    }

    /** @param shapes where each stands in the draft, and the shape in longitude and latitude */
    List<DraftFault> faults(Map<String, Geometry> shapes) {
        int points = shapes.values().stream().mapToInt(Geometry::getNumPoints).sum();
        if (points > MOST_POINTS) {
            return List.of(DraftFault.at(
                    "TOO_MANY_POINTS",
                    "footprint",
                    new Text("Omrissene har %s punkter til sammen.", "The outlines have %s points in all.")
                            .filled(points),
                    new Text("Forenkle dem til høyst %s punkter.", "Simplify them to at most %s points.")
                            .filled(MOST_POINTS)));
        }
        var fields = List.copyOf(shapes.keySet());
        return repository.wrong(List.copyOf(shapes.values())).stream()
                .map(wrong -> fault(fields.get(wrong.index()), wrong))
                .toList();
    }

    private static void put(
            Map<String, Geometry> shapes,
            List<DraftFault> faults,
            String field,
            @org.jspecify.annotations.Nullable Geometry shape) {
        if (shape == null) {
            faults.add(DraftFault.at(
                    "NO_SHAPE",
                    field,
                    new Text("Omrisset mangler.", "The outline is missing."),
                    new Text("Tegn det på kartet.", "Draw it on the map.")));
        } else {
            shapes.put(field, shape);
        }
    }

    /** A fault found while reading GeoJSON, told like those the database finds. */
    static DraftFault fault(String field, GeometryFault fault) {
        var place = fault.place()
                .filter(c -> Math.abs(c.x) <= 180 && Math.abs(c.y) <= 90)
                .map(c -> new DraftFault.Place(c.x, c.y))
                .orElse(null);
        var message = switch (fault.code()) {
            case EMPTY -> new Text("Omrisset er tomt.", "The outline is empty.");
            case NOT_AREA -> new Text("Omrisset er ingen flate.", "The outline is no area.");
            case NOT_CLOSED -> new Text("En ring er ikke lukket.", "A ring is not closed.");
            case NOT_FINITE -> new Text("En koordinat er ikke et tall.", "A coordinate is no number.");
            default -> new Text("Omrisset kan ikke leses.", "The outline cannot be read.");
        };
        return new DraftFault(
                fault.code().name(),
                field,
                place,
                true,
                message,
                new Text(
                        "Send en GeoJSON Polygon eller MultiPolygon i lengde- og breddegrader.",
                        "Send a GeoJSON Polygon or MultiPolygon in longitude and latitude."));
    }

    private static DraftFault fault(String field, Wrong wrong) {
        if (wrong.code().equals("OUTSIDE_REGION")) {
            return new DraftFault(
                    wrong.code(),
                    field,
                    wrong.place(),
                    true,
                    new Text("Området går utenfor regionen.", "The area reaches outside the region."),
                    new Text(
                            "Flytt punktet inn i regionen. Rekkefølgen er lengdegrad, så breddegrad.",
                            "Move the point into the region. The order is longitude, then latitude."));
        }
        var reason = REASONS.getOrDefault(wrong.reason(), new Text(wrong.reason(), wrong.reason()));
        return new DraftFault(
                wrong.code(),
                field,
                wrong.place(),
                true,
                new Text("Omrisset er ugyldig: %s.", "The outline is not valid: %s.").filled(reason),
                new Text(
                        "Flytt punktene ved det viste stedet. Ingenting rettes uten at du ser det.",
                        "Move the points at the place shown. Nothing is mended without your seeing it."));
    }

    private List<DraftFault> plotsOutside(SiteDraft draft) {
        var plots = draft.parts().stream()
                .filter(p -> p.kind() == SitePart.Kind.PLOT)
                .toList();
        var plans = draft.parts().stream()
                .filter(p -> p.kind() == SitePart.Kind.PLAN_AREA)
                .toList();
        if (plots.isEmpty() || plans.isEmpty()) {
            return List.of();
        }
        return repository.plotsOutside(shapes(plots), shapes(plans)).stream()
                .map(wrong -> new DraftFault(
                        "PLOT_OUTSIDE_PLAN",
                        "parts[" + plots.get(wrong.index()).id() + "].footprint",
                        wrong.place(),
                        false,
                        new Text("Tomten «%s» går utenfor planområdet.", "The plot “%s” reaches outside the plan area.")
                                .filled(plots.get(wrong.index()).name()),
                        new Text("Se om grensene stemmer.", "See whether the borders are right.")))
                .toList();
    }

    private static List<Geometry> shapes(List<SiteDraft.PartDraft> parts) {
        return parts.stream()
                .map(part -> java.util.Objects.requireNonNull(part.footprint()))
                .toList();
    }
}

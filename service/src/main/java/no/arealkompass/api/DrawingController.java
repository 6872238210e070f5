package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.geo.Geo;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.geo.GeometryFault;
import no.arealkompass.score.Draft;
import no.arealkompass.score.Scoring;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Shapes;
import no.arealkompass.site.Site;
import org.geojson.GeoJsonObject;
import org.geojson.LineString;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the page asks while somebody draws a site: its worth, and shapes cut and joined. Nothing is stored. */
@RestController
class DrawingController {
    private static final int MAX_FACTS = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Scoring scoring;
    private final Shapes shapes;

    DrawingController(Scoring scoring, Shapes shapes) {
        this.scoring = scoring;
        this.shapes = shapes;
    }

    /**
     * @param kind land (the default) or terminal
     * @param facts null for those of the site it replaces
     */
    record AssessmentRequest(
            @Nullable String kind,
            @Nullable GeoJsonObject footprint,
            @Nullable Boolean schematic,
            @Nullable Boolean areaKnown,
            @Nullable List<Fact> facts,
            @Nullable String replaces,
            @Nullable String strategy) {}

    record SplitRequest(
            @Nullable GeoJsonObject footprint, @Nullable GeoJsonObject line) {}

    record Parts(List<GeoJsonObject> parts) {}

    record MergeRequest(@Nullable List<GeoJsonObject> footprints) {}

    record Merged(GeoJsonObject footprint) {}

    /** @param positions east (longitude) first */
    record TransformRequest(@Nullable List<List<Double>> positions, int from, int to) {}

    record Positions(List<List<Double>> positions) {}

    @PostMapping(path = "/api/sites/assessment", produces = MediaType.APPLICATION_JSON_VALUE)
    String assess(Caller caller, HttpServletRequest request) throws IOException {
        var asked = read(request, AssessmentRequest.class);
        var facts = asked.facts();
        if (facts != null && facts.size() > MAX_FACTS) {
            throw bad(
                    new Said("Det er mer enn " + MAX_FACTS + " fakta.", "There are more than " + MAX_FACTS + " facts."),
                    new Said("Send færre.", "Send fewer."));
        }
        return scoring.assess(
                caller,
                new Draft(
                        kind(asked.kind()),
                        area(asked.footprint(), "footprint"),
                        Boolean.TRUE.equals(asked.schematic()),
                        !Boolean.FALSE.equals(asked.areaKnown()),
                        facts,
                        asked.replaces(),
                        asked.strategy()));
    }

    @PostMapping(path = "/api/geometry/split", produces = MediaType.APPLICATION_JSON_VALUE)
    Parts split(Caller caller, HttpServletRequest request) throws IOException {
        Access.require(caller, Operation.EDIT_SITES);
        var asked = read(request, SplitRequest.class);
        var parts = shapes.split(caller, area(asked.footprint(), "footprint"), line(asked.line()));
        return new Parts(parts.stream().map(GeoJson::write).toList());
    }

    @PostMapping(path = "/api/geometry/merge", produces = MediaType.APPLICATION_JSON_VALUE)
    Merged merge(Caller caller, HttpServletRequest request) throws IOException {
        Access.require(caller, Operation.EDIT_SITES);
        var asked = read(request, MergeRequest.class);
        var drawn = new ArrayList<Geometry>();
        for (var one : required(asked.footprints(), "footprints")) {
            drawn.add(area(one, "footprints"));
        }
        return new Merged(GeoJson.write(shapes.merge(caller, drawn)));
    }

    @PostMapping(path = "/api/geometry/transform", produces = MediaType.APPLICATION_JSON_VALUE)
    Positions transform(Caller caller, HttpServletRequest request) throws IOException {
        Access.require(caller, Operation.EDIT_SITES);
        var asked = read(request, TransformRequest.class);
        if (!Shapes.systems().contains(asked.from()) || !Shapes.systems().contains(asked.to())) {
            throw bad(
                    new Said("Ukjent koordinatsystem.", "Unknown coordinate system."),
                    new Said("Velg blant " + Shapes.systems() + ".", "Choose among " + Shapes.systems() + "."));
        }
        var positions = required(asked.positions(), "positions").stream()
                .map(DrawingController::position)
                .toList();
        return new Positions(shapes.transform(caller, positions, asked.from(), asked.to()).stream()
                .map(c -> List.of(c.x, c.y))
                .toList());
    }

    private static Site.Kind kind(@Nullable String kind) {
        for (var known : Site.Kind.values()) {
            if (kind == null || known.name().equalsIgnoreCase(kind)) {
                return known;
            }
        }
        throw bad(
                new Said("«kind» er ukjent.", "'kind' is unknown."),
                new Said("Bruk land eller terminal.", "Use land or terminal."));
    }

    private static <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        try {
            return JSON.treeToValue(SiteDraftReader.body(request.getInputStream()), type);
        } catch (JacksonException e) {
            throw bad(
                    new Said(
                            "Innholdet er ikke som ventet: " + e.getOriginalMessage(),
                            "The content is not as expected: " + e.getOriginalMessage()),
                    new Said("Se /v3/api-docs.", "See /v3/api-docs."));
        }
    }

    private static Geometry area(@Nullable GeoJsonObject object, String name) {
        try {
            return GeoJson.readArea(required(object, name), 4326);
        } catch (GeometryFault e) {
            throw bad(
                    new Said(
                            "«" + name + "» er ikke en brukbar flate (" + e.code() + ").",
                            "'" + name + "' is no usable area (" + e.code() + ")."),
                    new Said(
                            "Send et GeoJSON Polygon eller MultiPolygon med lukkede ringer av minst fire posisjoner.",
                            "Send a GeoJSON Polygon or MultiPolygon with closed rings of at least four positions."));
        }
    }

    private static org.locationtech.jts.geom.LineString line(@Nullable GeoJsonObject object) {
        if (!(required(object, "line") instanceof LineString line)
                || line.getCoordinates().size() < 2) {
            throw bad(
                    new Said("«line» er ikke en linje.", "'line' is no line."),
                    new Said(
                            "Send et GeoJSON LineString med minst to posisjoner.",
                            "Send a GeoJSON LineString with at least two positions."));
        }
        return Geo.factory(4326)
                .createLineString(line.getCoordinates().stream()
                        .map(p -> new Coordinate(p.getLongitude(), p.getLatitude()))
                        .toArray(Coordinate[]::new));
    }

    private static Coordinate position(List<Double> position) {
        if (position.size() < 2 || !position.stream().allMatch(v -> v != null && Double.isFinite(v))) {
            throw bad(
                    new Said("En posisjon er ikke to tall.", "A position is not two numbers."),
                    new Said("Send [øst, nord].", "Send [east, north]."));
        }
        return new Coordinate(position.get(0), position.get(1));
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw bad(
                    new Said("«" + name + "» mangler.", "'" + name + "' is missing."),
                    new Said("Se /v3/api-docs.", "See /v3/api-docs."));
        }
        return value;
    }

    private static Refusal bad(Said what, Said remedy) {
        return new Refusal(400, what, remedy);
    }
}

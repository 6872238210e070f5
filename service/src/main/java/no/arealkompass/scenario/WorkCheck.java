package no.arealkompass.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.GeometryKind;
import no.arealkompass.dataset.Region;
import no.arealkompass.geo.Geo;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.geo.GeometryFault;
import no.arealkompass.scenario.ScenarioFault.Problem;
import no.arealkompass.site.FactCatalogue;
import no.arealkompass.site.NoSuchSite;
import no.arealkompass.site.Sites;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Holds a planned work against what there is to be changed: everything that is wrong with it, with the remedy. */
@Component
class WorkCheck {
    static final String ADD = "add";
    static final String UPGRADE = "upgrade";
    static final String FACT = "fact";
    static final String DESTINATION = "destination";
    static final String NOTE = "note";
    private static final List<String> KINDS = List.of(ADD, UPGRADE, FACT, DESTINATION, NOTE);

    static final int MOST_LETTERS = 2_000;
    private static final int MOST_POINTS = 5_000;
    private static final double MOST_WITHIN_M = 10_000;
    private static final Pattern WHEN = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");

    private final Datasets datasets;
    private final Sites sites;
    private final FactCatalogue facts;

    WorkCheck(Datasets datasets, Sites sites, FactCatalogue facts) {
        this.datasets = datasets;
        this.sites = sites;
        this.facts = facts;
    }

    /** @param object what the work is called in the answer */
    List<Problem> problems(String object, WorkDraft work) {
        var found = new ArrayList<Problem>();
        required(found, object, "name", "Navn", work.name());
        required(found, object, "assumption", "Forutsetning", work.assumption());
        required(found, object, "source", "Kilde", work.source());
        required(found, object, "statedBy", "Hvem som sier det", work.statedBy());
        if (!WHEN.matcher(text(work.on())).matches()) {
            found.add(problem(
                    object,
                    "«on» er ikke et år, en måned eller en dato.",
                    "'on' is no year, month or date.",
                    "Skriv 2026, 2026-11 eller 2026-11-26.",
                    "Write 2026, 2026-11 or 2026-11-26."));
        }
        switch (text(work.kind())) {
            case ADD, UPGRADE -> layer(found, object, work);
            case FACT -> fact(found, object, work);
            case DESTINATION -> destination(found, object, work);
            case NOTE -> geometry(found, object, work, null);
            default ->
                found.add(problem(
                        object,
                        "«kind» er «" + text(work.kind()) + "».",
                        "'kind' is '" + text(work.kind()) + "'.",
                        "Oppgi en av " + KINDS + ".",
                        "Give one of " + KINDS + "."));
        }
        return found;
    }

    private void layer(List<Problem> found, String object, WorkDraft work) {
        Optional<Dataset> described = datasets.find(Caller.PUBLIC, text(work.dataset()))
                .filter(dataset -> dataset.role() == DatasetRole.LAYER);
        if (described.isEmpty()) {
            found.add(problem(
                    object,
                    "«" + text(work.dataset()) + "» er ikke et kartlag som kan endres.",
                    "'" + text(work.dataset()) + "' is not a layer that can be changed.",
                    "Velg et kartlag fra Datagrunnlag, for eksempel veger.",
                    "Choose a layer from the list of datasets, such as veger."));
            return;
        }
        var dataset = described.get();
        boolean adds = ADD.equals(work.kind());
        geometry(found, object, work, adds ? dataset.geometry() : null);
        classes(found, object, work, dataset, adds);
        speed(found, object, work, dataset);
        Double within = work.withinM();
        if (within != null && !(within >= 0 && within <= MOST_WITHIN_M)) {
            found.add(problem(
                    object,
                    "«withinM» er " + within + ".",
                    "'withinM' is " + within + ".",
                    "Oppgi fra 0 til 10 000 meter.",
                    "Give 0 to 10,000 metres."));
        }
        if (!adds
                && text(work.objectClass()).isEmpty()
                && work.speedKmh() == null
                && properties(work).isEmpty()) {
            found.add(problem(
                    object,
                    "Utbedringen endrer ingenting.",
                    "The upgrade changes nothing.",
                    "Oppgi ny klasse, fart eller egenskap.",
                    "Give another class, speed or property."));
        }
    }

    private void classes(List<Problem> found, String object, WorkDraft work, Dataset dataset, boolean adds) {
        var known = datasets.classes(Caller.PUBLIC, dataset.id());
        var named = new ArrayList<>(classes(work));
        if (adds
                ? !dataset.classProperty().isEmpty()
                : !text(work.objectClass()).isEmpty()) {
            named.add(text(work.objectClass()));
        }
        named.stream()
                .filter(one -> !known.contains(one))
                .forEach(one -> found.add(problem(
                        object,
                        "Klassen «" + one + "» finnes ikke i «" + dataset.name().nb() + "».",
                        "'" + dataset.name().en() + "' has no class '" + one + "'.",
                        "Velg en av " + known + ".",
                        "Choose one of " + known + ".")));
    }

    private void speed(List<Problem> found, String object, WorkDraft work, Dataset dataset) {
        Double kmh = work.speedKmh();
        boolean driven = datasets.all(Caller.PUBLIC).stream()
                .anyMatch(one -> one.derive() != null
                        && Objects.requireNonNull(one.derive()).roads().from().equals(dataset.id()));
        if (kmh != null && !(driven && kmh >= 5 && kmh <= 130)) {
            found.add(problem(
                    object,
                    "Farten er " + kmh + " km/t.",
                    "The speed is " + kmh + " km/h.",
                    "Oppgi 5 til 130 km/t, og bare for veger.",
                    "Give 5 to 130 km/h, and for roads only."));
        }
    }

    private void fact(List<Problem> found, String object, WorkDraft work) {
        try {
            sites.get(Caller.PUBLIC, text(work.site()));
        } catch (NoSuchSite e) {
            found.add(problem(
                    object,
                    "Området «" + text(work.site()) + "» finnes ikke.",
                    "There is no site '" + text(work.site()) + "'.",
                    "Oppgi id-en til et publisert område.",
                    "Give the id of a published site."));
        }
        var kind = facts.find(text(work.fact()));
        if (kind.isEmpty() || !fits(kind.get(), work.value())) {
            found.add(problem(
                    object,
                    "«" + text(work.fact()) + "» kan ikke være «" + work.value() + "».",
                    "'" + text(work.fact()) + "' cannot be '" + work.value() + "'.",
                    "Opplysningene og verdiene de kan ha, står på /api/facts.",
                    "The facts and the values they may have are at /api/facts."));
        }
    }

    private static boolean fits(FactCatalogue.Kind kind, @Nullable Object value) {
        return switch (kind.type()) {
            case NUMBER -> value instanceof Number n && Double.isFinite(n.doubleValue()) && n.doubleValue() >= 0;
            case BOOLEAN -> value instanceof Boolean;
            case CLASS -> kind.classes().stream().anyMatch(one -> one.value().equals(value));
            case TEXT, EMAIL, PHONE -> false; // nothing is scored by them, so nothing can be assumed of them
        };
    }

    private void destination(List<Problem> found, String object, WorkDraft work) {
        var known = datasets.region(Caller.PUBLIC).destinations().stream()
                .map(Region.Destination::id)
                .toList();
        if (!known.contains(text(work.destination()))) {
            found.add(problem(
                    object,
                    "Målpunktet «" + text(work.destination()) + "» finnes ikke.",
                    "There is no destination '" + text(work.destination()) + "'.",
                    "Velg et av " + known + ".",
                    "Choose one of " + known + "."));
        }
        geometry(found, object, work, GeometryKind.POINT);
    }

    /** @param kind what it must be; null for any, or none at all */
    private void geometry(List<Problem> found, String object, WorkDraft work, @Nullable GeometryKind kind) {
        if (work.geometry() == null) {
            if (kind != null) {
                found.add(missingGeometry(object));
            }
            return;
        }
        try {
            var geometry = GeoJson.read(work.geometry(), 4326);
            if (geometry.getNumPoints() > MOST_POINTS) {
                found.add(problem(
                        object,
                        "Formen har " + geometry.getNumPoints() + " punkter; grensen er " + MOST_POINTS + ".",
                        "The shape has " + geometry.getNumPoints() + " points; the limit is " + MOST_POINTS + ".",
                        "Forenkle formen.",
                        "Simplify the shape."));
            }
            shape(found, object, geometry, kind);
        } catch (GeometryFault e) {
            found.add(problem(
                    object,
                    "Formen kan ikke leses (" + e.code() + ").",
                    "The shape cannot be read (" + e.code() + ").",
                    "Oppgi GeoJSON: punkt, linje med minst to punkter eller lukket flate.",
                    "Give GeoJSON: a point, a line of at least two points or a closed area."));
        }
    }

    private void shape(List<Problem> found, String object, Geometry geometry, @Nullable GeometryKind kind) {
        int dimension = kind == null ? geometry.getDimension() : dimension(kind);
        if (geometry.getDimension() != dimension) {
            found.add(problem(
                    object,
                    "Formen er av feil slag for dette laget.",
                    "The shape is of the wrong kind for this layer.",
                    "Tegn " + List.of("et punkt", "en linje", "en flate").get(dimension) + ".",
                    "Draw " + List.of("a point", "a line", "an area").get(dimension) + "."));
        }
        if (geometry.isEmpty() || !geometry.isValid()) {
            found.add(problem(
                    object,
                    "Formen er tom eller krysser seg selv.",
                    "The shape is empty or crosses itself.",
                    "Tegn den på nytt.",
                    "Draw it again."));
        }
        var box = datasets.region(Caller.PUBLIC).bounds();
        for (Coordinate c : geometry.getCoordinates()) {
            if (!(c.x >= box.west() && c.x <= box.east() && c.y >= box.south() && c.y <= box.north())) {
                found.add(new Problem(
                        object,
                        List.of(c.x, c.y),
                        new Text(
                                "Punktet " + c.x + ", " + c.y + " ligger utenfor regionen.",
                                "The point " + c.x + ", " + c.y + " is outside the region."),
                        new Text(
                                "Oppgi lengdegrad først og breddegrad etter, innenfor regionen.",
                                "Give longitude first and latitude after it, inside the region.")));
                return;
            }
        }
    }

    private static int dimension(GeometryKind kind) {
        return switch (kind) {
            case POINT -> 0;
            case LINE -> 1;
            case POLYGON -> 2;
        };
    }

    private static Problem missingGeometry(String object) {
        return problem(object, "Formen mangler.", "The shape is missing.", "Tegn den.", "Draw it.");
    }

    private static void required(List<Problem> found, String object, String key, String name, @Nullable String value) {
        if (text(value).isEmpty() || text(value).length() > MOST_LETTERS) {
            found.add(problem(
                    object,
                    name + " («" + key + "») mangler eller er for lang.",
                    "'" + key + "' is missing or too long.",
                    "Skriv fra 1 til " + MOST_LETTERS + " tegn.",
                    "Write 1 to " + MOST_LETTERS + " letters."));
        }
    }

    static List<String> classes(WorkDraft work) {
        return Objects.requireNonNullElse(work.classes(), List.of());
    }

    static Map<String, String> properties(WorkDraft work) {
        return Objects.requireNonNullElse(work.properties(), Map.of());
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Problem problem(String object, String nb, String en, String remedyNb, String remedyEn) {
        return new Problem(object, null, new Text(nb, en), new Text(remedyNb, remedyEn));
    }

    /** The shape as well-known binary, longitude and latitude; empty when there is none. */
    static Optional<byte[]> wkb(WorkDraft work) {
        return Optional.ofNullable(work.geometry())
                .map(object -> GeoJson.read(object, 4326))
                .map((Function<Geometry, byte[]>) Geo::toWkb);
    }
}

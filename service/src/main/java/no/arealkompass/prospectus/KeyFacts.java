package no.arealkompass.prospectus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.Sheet.Figure;
import no.arealkompass.present.FactLine;
import no.arealkompass.present.Presentation;

/** The facts that sites are compared by, as far as they may be told. */
final class KeyFacts {
    /** The first of these that is known is the site's area. */
    private static final List<String> AREA = List.of("zonedArea", "planArea", "outlineArea");

    /** The site's area, whichever is known. */
    static final String AREA_OF_SITE = "area";

    private static final String WAY = "way";

    /** What a site is told by, the most important first. */
    static final List<String> ORDER = List.of(
            AREA_OF_SITE,
            "planStatus",
            "power",
            WAY,
            "heavyAccess",
            "railDistance",
            "utilities",
            "price",
            "allowedUse",
            "fibre");

    private static final List<String> WAYS = List.of("driveTimes", "lorryTimes");

    private KeyFacts() {}

    /** One figure for each fact that may be told, with who says so; what is not known says so. */
    static List<Figure> of(Presentation site, Language language) {
        return List.copyOf(keyed(site, language).values());
    }

    /** The same by what it is about, so that sites can stand in the same columns. */
    static Map<String, Figure> keyed(Presentation site, Language language) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (var key : ORDER) {
            var found = switch (key) {
                case AREA_OF_SITE -> area(site).map(KeyFacts::figure);
                case WAY -> ways(site, language);
                default -> lines(site, key).map(KeyFacts::figure);
            };
            found.forEach(figure -> figures.put(key, figure));
        }
        return figures;
    }

    /** Facts without the drive times, which have a table of their own. */
    static List<FactLine> besideWays(List<FactLine> facts) {
        return facts.stream().filter(fact -> !WAYS.contains(fact.key())).toList();
    }

    private static Stream<FactLine> area(Presentation site) {
        var told = AREA.stream().flatMap(key -> lines(site, key)).toList();
        return Stream.concat(told.stream().filter(FactLine::known), told.stream())
                .limit(1);
    }

    /** The first line of a field. */
    private static Stream<FactLine> lines(Presentation site, String key) {
        return site.groups().stream()
                .flatMap(group -> group.facts().stream())
                .filter(fact -> fact.key().equals(key))
                .limit(1);
    }

    private static Figure figure(FactLine fact) {
        return new Figure(fact.label(), fact.value(), fact.origin());
    }

    private static Stream<Figure> ways(Presentation site, Language language) {
        return site.distances().stream()
                .filter(way -> !way.car().isEmpty())
                .limit(1)
                .map(way -> new Figure(
                        language.of("Til ", "To ") + way.to(),
                        way.carMinutes() == null
                                ? language.of("ikke beregnet", "not worked out")
                                : language.number(Objects.requireNonNull(way.carMinutes()), 0) + "\u00a0min",
                        way.source()));
    }

    /** Kind and municipalities. */
    static String place(Presentation site) {
        return Stream.concat(
                        Stream.of(site.kindName()),
                        site.municipalities().stream().map(Presentation.Place::name))
                .collect(Collectors.joining(" · "));
    }
}

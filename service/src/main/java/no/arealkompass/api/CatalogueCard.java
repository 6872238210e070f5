package no.arealkompass.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.catalogue.Filter;
import no.arealkompass.catalogue.Listed;
import no.arealkompass.catalogue.Question;
import no.arealkompass.paper.Language;
import no.arealkompass.present.FactLine;
import no.arealkompass.present.Presentation;
import org.jspecify.annotations.Nullable;

/**
 * A site in the list, ready for the template.
 *
 * @param address of its page
 * @param picture address of its small map; empty where its place is not shown
 * @param where its municipalities
 * @param facts area, plan, power and minutes, in this order
 * @param lacking what was asked and is not stated, in words; empty where nothing is
 */
record CatalogueCard(
        int number,
        String name,
        String address,
        String picture,
        String kind,
        String where,
        boolean outdated,
        List<Figure> facts,
        String lacking) {

    /** A figure with its name; {@code known} is false where the value only says that nobody has stated it. */
    record Figure(String label, String value, boolean known) {}

    static CatalogueCard of(Listed listed, Filter filter, Set<Question> lacking, Language language) {
        var site = listed.site();
        var age = site.age();
        return new CatalogueCard(
                listed.number(),
                site.name(),
                address(listed.id(), language),
                site.outline() == null
                        ? ""
                        : "/omrader/" + listed.id() + "/kart.png" + language.of("?liten", "?liten&lang=en"),
                site.kindName(),
                where(site),
                age != null && age.outdated(),
                figures(listed, filter, language),
                lacking.stream().map(question -> name(question, language)).collect(Collectors.joining(", ")));
    }

    /** The page of a site. */
    static String address(String id, Language language) {
        return language.of("/omrader/", "/en/sites/") + id;
    }

    /** The municipalities of a site. */
    static String where(Presentation site) {
        return site.municipalities().stream().map(Presentation.Place::name).collect(Collectors.joining(", "));
    }

    private static List<Figure> figures(Listed listed, Filter filter, Language language) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(language.of("Areal", "Area"), listed.area(), language));
        figures.add(figure(language.of("Plan", "Plan"), listed.plan(), language));
        figures.add(figure(language.of("Kraft", "Power"), listed.power(), language));
        minutes(listed, filter, language).forEach(figures::add);
        return figures;
    }

    private static Figure figure(String label, @Nullable FactLine line, Language language) {
        return line == null
                ? new Figure(label, language.of("ikke oppgitt", "not stated"), false)
                : new Figure(label, line.value(), true);
    }

    private static Stream<Figure> minutes(Listed listed, Filter filter, Language language) {
        return listed.site().distances().stream()
                .filter(way -> way.key().equals(filter.destination()))
                .map(way -> new Figure(
                        language.of("Til ", "To ") + way.to(),
                        way.carMinutes() == null
                                ? language.of("ikke beregnet", "not worked out")
                                : language.number(Objects.requireNonNull(way.carMinutes()), 0) + "\u00a0min",
                        way.carMinutes() != null));
    }

    /** What a question is called. */
    static String name(Question question, Language language) {
        return switch (question) {
            case AREA -> language.of("areal", "area");
            case PURPOSE -> language.of("formål", "purpose");
            case MUNICIPALITY -> language.of("kommune", "municipality");
            case MINUTES -> language.of("kjøretid", "drive time");
            case POWER -> language.of("kraft", "power");
            case PLAN -> language.of("planstatus", "plan status");
        };
    }
}

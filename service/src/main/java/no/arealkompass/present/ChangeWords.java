package no.arealkompass.present;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.arealkompass.site.Fact;
import no.arealkompass.site.FactCatalogue;
import no.arealkompass.site.Site;
import no.arealkompass.site.SiteChange;
import no.arealkompass.site.SiteHistory;
import no.arealkompass.site.SitePart;
import org.jspecify.annotations.Nullable;

/** Differences between versions of a site in words; only of chosen fields, so that not even their changing is told. */
final class ChangeWords {
    /** More versions than this within one absence are told by the newest ones. */
    static final int MOST_VERSIONS = 100;

    private static final ZoneId PLACE = ZoneId.of("Europe/Oslo");

    private final StatedFacts facts;
    private final FactCatalogue catalogue;
    private final Fields fields;
    private final Language language;

    ChangeWords(StatedFacts facts, FactCatalogue catalogue, Fields fields, Language language) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.fields = fields;
        this.language = language;
    }

    /** From what it was at the moment to what it is now, one line for each thing that differs. */
    List<String> of(SiteHistory history, Site now, Instant since) {
        Map<String, SiteChange> whole = new LinkedHashMap<>();
        for (var entry : history.items().reversed()) {
            if (entry.site().at().isAfter(since)) {
                entry.changes().forEach(change -> merge(whole, change));
            }
        }
        List<String> lines = new ArrayList<>();
        whole.values().stream()
                .filter(change -> !String.valueOf(change.before()).equals(String.valueOf(change.after())))
                .forEach(change ->
                        text(change, now).filter(line -> !lines.contains(line)).ifPresent(lines::add));
        var confirmation = now.confirmation();
        if (fields.has(Field.FRESHNESS)
                && confirmation != null
                && confirmation.on().isAfter(since.atZone(PLACE).toLocalDate())) {
            lines.add(language.of("Opplysningene ble bekreftet ", "The facts were confirmed on ")
                    + language.date(confirmation.on()));
        }
        return lines;
    }

    /** Several steps become one: from the first to the last. */
    private static void merge(Map<String, SiteChange> whole, SiteChange change) {
        var key = change.what() + " " + change.of() + " " + change.part();
        var first = whole.get(key);
        whole.put(
                key,
                first == null
                        ? change
                        : new SiteChange(change.what(), change.of(), change.part(), first.before(), change.after()));
    }

    private Optional<String> text(SiteChange change, Site now) {
        boolean part = !change.part().isEmpty();
        if (part && !(fields.has(Field.PLOTS) && isPlot(change, now))) {
            return Optional.empty();
        }
        var where = part ? plotName(change.part(), now) + ": " : "";
        return switch (change.what()) {
            case "name" -> chosen(Field.NAME, fromTo(language.of("Navn", "Name"), change.before(), change.after()));
            case "fact" -> fact(change).map(text -> where + text);
            case "footprint" ->
                chosen(
                        part ? Field.PLOTS : Field.MAP,
                        where + fromTo(language.of("Omriss", "Outline"), area(change.before()), area(change.after())));
            case "part" -> Optional.of(plot(change, where));
            case "media" ->
                chosen(Field.MEDIA, language.of("Bilder og film er endret", "Pictures and film have changed"));
            default -> Optional.empty();
        };
    }

    private Optional<String> chosen(Field field, String text) {
        return fields.has(field) ? Optional.of(text) : Optional.empty();
    }

    private Optional<String> fact(SiteChange change) {
        return Field.ofFact(change.of()).filter(fields::has).map(field -> {
            var name = catalogue
                    .find(change.of())
                    .map(kind -> language.text(kind.name()))
                    .orElse(language.text(field.title()));
            var before = values(change.before());
            var after = values(change.after());
            return before.equals(after)
                    ? name + ": " + language.of("ny kilde eller dato", "new source or date")
                    : fromTo(name, before, after);
        });
    }

    private String values(@Nullable Object stated) {
        return stated instanceof List<?> list
                ? list.stream()
                        .filter(Fact.class::isInstance)
                        .map(Fact.class::cast)
                        .map(facts::value)
                        .collect(Collectors.joining("; "))
                : facts.notStated();
    }

    private String fromTo(String name, @Nullable Object before, @Nullable Object after) {
        return language.of("%s: %s (før: %s)", "%s: %s (before: %s)").formatted(name, after, before);
    }

    private String area(@Nullable Object daa) {
        return daa instanceof Number number ? language.amount(number.doubleValue(), "daa") : facts.notStated();
    }

    private static boolean isPlot(SiteChange change, Site now) {
        return now.parts().stream()
                        .anyMatch(part -> part.id().equals(change.part()) && part.kind() == SitePart.Kind.PLOT)
                || isPlot(change.before());
    }

    private static boolean isPlot(@Nullable Object part) {
        return part instanceof Map<?, ?> map && map.get("kind") == SitePart.Kind.PLOT;
    }

    /** A plot's name often is the site's, and goes with it. */
    private String plotName(String id, Site now) {
        if (!fields.has(Field.NAME)) {
            return language.of("En tomt", "A plot");
        }
        return language.of("Tomt «%s»", "Plot “%s”")
                .formatted(now.parts().stream()
                        .filter(part -> part.id().equals(id))
                        .map(SitePart::name)
                        .findFirst()
                        .orElse(id));
    }

    private String plot(SiteChange change, String where) {
        if (change.before() == null) {
            return where + language.of("ny", "new");
        }
        if (change.after() == null) {
            return where + language.of("tatt ut", "removed");
        }
        return where + status(change.after()) + language.of(" (før: ", " (before: ") + status(change.before()) + ")";
    }

    private String status(@Nullable Object part) {
        return part instanceof Map<?, ?> map && map.get("status") instanceof SitePart.Status status
                ? PresentationWriter.status(status, language)
                : facts.notStated();
    }
}

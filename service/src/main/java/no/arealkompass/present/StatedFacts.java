package no.arealkompass.present;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.arealkompass.present.FactLine.State;
import no.arealkompass.site.Fact;
import no.arealkompass.site.FactCatalogue;
import no.arealkompass.site.Site;

/** What somebody states about a site, in words. */
final class StatedFacts {
    /** What a reader misses when nobody has stated it; the rest is shown where it is known. */
    private static final Set<Field> ASKED_FOR = EnumSet.of(
            Field.PLAN_STATUS,
            Field.ALLOWED_USE,
            Field.PREPARED_AREA,
            Field.POWER,
            Field.HEAVY_ACCESS,
            Field.UTILITIES,
            Field.FIBRE,
            Field.PRICE,
            Field.GROUND);

    private static final Set<Field> ASKED_OF_TERMINALS = EnumSet.of(Field.SIDING, Field.ELECTRIFIED);
    private static final int ALL_UTILITIES = 3;

    private final FactCatalogue catalogue;
    private final Language language;
    private final boolean named;

    /** @param named whether the site's name is shown; where it is not, no source may give it away by its title */
    StatedFacts(FactCatalogue catalogue, Language language, boolean named) {
        this.catalogue = catalogue;
        this.language = language;
        this.named = named;
    }

    /** The lines of a field; one that says "not stated" where a reader would miss it. */
    List<FactLine> of(Field field, List<Fact> facts, Site.Kind kind) {
        var lines = new ArrayList<FactLine>();
        for (var fact : facts) {
            if (field.facts().contains(fact.fact()) && !fact.value().equals("")) {
                lines.add(line(field, fact, facts));
            }
        }
        boolean missed =
                ASKED_FOR.contains(field) || (kind == Site.Kind.TERMINAL && ASKED_OF_TERMINALS.contains(field));
        if (lines.isEmpty() && missed) {
            lines.add(FactLine.unknown(field, language.text(field.title()), State.NOT_STATED, notStated()));
        }
        return lines;
    }

    /** The lines of facts of a part that belong to chosen fields. */
    List<FactLine> ofPart(Fields fields, List<Fact> facts) {
        var lines = new ArrayList<FactLine>();
        for (var fact : facts) {
            Field.ofFact(fact.fact()).filter(fields::has).ifPresent(field -> lines.add(line(field, fact, facts)));
        }
        return lines;
    }

    String notStated() {
        return language.of("ikke oppgitt", "not stated");
    }

    private FactLine line(Field field, Fact fact, List<Fact> all) {
        var value = fact.value();
        boolean number = value instanceof Number;
        return new FactLine(
                field.key(),
                field.facts().size() > 1 ? name(fact.fact()) : language.text(field.title()),
                value(fact),
                unknownClass(fact) ? State.NOT_STATED : State.KNOWN,
                number ? ((Number) value).doubleValue() : null,
                number ? fact.unit() : "",
                number || isText(fact.fact()) ? "" : String.valueOf(value),
                fact.basis(),
                fact.statedBy(),
                fact.on(),
                named ? fact.source() : "",
                named && (fact.url().startsWith("https://") || fact.url().startsWith("http://")) ? fact.url() : "",
                origin(fact),
                note(fact, all));
    }

    private String name(String fact) {
        return catalogue.find(fact).map(kind -> language.text(kind.name())).orElse(fact);
    }

    private boolean isText(String fact) {
        return catalogue
                .find(fact)
                .map(kind -> kind.type() != FactCatalogue.Type.CLASS && kind.type() != FactCatalogue.Type.BOOLEAN)
                .orElse(true);
    }

    /** The value in words: a class by its name, a number with its unit. */
    String value(Fact fact) {
        var value = fact.value();
        if (value instanceof Number number) {
            return fact.fact().equals("utilitiesToBorder")
                    ? language.of("%d av %d er ført fram til tomtegrensen", "%d of %d are brought to the site's border")
                            .formatted(number.intValue(), ALL_UTILITIES)
                    : language.amount(number.doubleValue(), fact.unit());
        }
        if (value instanceof Boolean yes) {
            return yes ? language.of("Ja", "Yes") : language.of("Nei", "No");
        }
        return catalogue.find(fact.fact()).stream()
                .flatMap(kind -> kind.classes().stream())
                .filter(one -> one.value().equals(value))
                .map(one -> language.text(one.name()))
                .findFirst()
                .orElse(String.valueOf(value));
    }

    private boolean unknownClass(Fact fact) {
        return catalogue.find(fact.fact()).stream()
                .flatMap(kind -> kind.classes().stream())
                .anyMatch(one -> one.unknown() && one.value().equals(fact.value()));
    }

    private String origin(Fact fact) {
        var said = language.of("Oppgitt av %s, %s", "Stated by %s, %s")
                .formatted(fact.statedBy(), language.date(fact.on()));
        return switch (fact.basis()) {
            case "derived" -> said + language.of(" (utledet)", " (derived)");
            case "estimate" -> said + language.of(" (anslag)", " (estimate)");
            default -> said;
        };
    }

    /** A figure of power says nothing of whether it can be had: that is its basis. */
    private String note(Fact fact, List<Fact> all) {
        boolean bare = fact.fact().equals("powerMW")
                && all.stream().noneMatch(other -> other.fact().equals("powerBasis"));
        return bare
                ? language.of(
                        "Grunnlaget er ikke oppgitt, så tallet sier ikke om kraften kan leveres.",
                        "The basis is not stated, so the figure does not tell whether the power can be delivered.")
                : "";
    }
}

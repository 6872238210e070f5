package no.arealkompass.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.arealkompass.site.FactCatalogue.ClassName;
import no.arealkompass.site.FactCatalogue.Kind;
import no.arealkompass.yaml.Text;

/** Holds a stated fact against the catalogue: is it known, and are value, unit, date and basis what they must be? */
final class FactCheck {
    static final Pattern WHEN = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    static final List<String> BASES = List.of("stated", "derived", "estimate");
    private static final int LONGEST = 1000;
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ]{3,20}");
    private static final Pattern PERSONAL = Pattern.compile("\\p{L}{2,}[._]\\p{L}{2,}@.*");

    private final FactCatalogue catalogue;
    private final LocalDate today;

    FactCheck(FactCatalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** What is wrong with the facts of a site or a part; {@code field} is where they stand in the draft. */
    List<DraftFault> faults(String field, List<Fact> facts) {
        var faults = new ArrayList<DraftFault>();
        for (int i = 0; i < facts.size(); i++) {
            var at = field + "[" + i + "]";
            faults.addAll(origin(at, facts.get(i)));
            faults.addAll(value(at, facts.get(i)));
        }
        needs(field, facts).ifPresent(faults::add);
        return faults;
    }

    /** Type, unit and class as the catalogue says; also asked of deliveries. */
    List<DraftFault> value(String at, Fact fact) {
        var kind = catalogue.find(fact.fact());
        if (kind.isEmpty()) {
            return List.of(DraftFault.at(
                    "FACT_UNKNOWN",
                    at,
                    new Text("«%s» er ingen kjent opplysning.", "“%s” is no known fact.").filled(fact.fact()),
                    new Text("Velg en fra listen på /api/facts.", "Choose one from the list at /api/facts.")));
        }
        return wrongValue(kind.get(), fact)
                .map(allowed -> DraftFault.at(
                        "FACT_VALUE",
                        at,
                        new Text("«%s»: «%s» kan ikke stå her.", "“%s”: “%s” is not possible here.")
                                .filled(kind.get().name(), String.valueOf(fact.value())),
                        new Text("Skriv %s.", "Write %s.").filled(allowed)))
                .or(() -> wrongUnit(at, kind.get(), fact))
                .map(List::of)
                .orElseGet(() -> personal(at, kind.get(), fact));
    }

    private static Optional<Text> wrongValue(Kind kind, Fact fact) {
        var value = fact.value();
        return switch (kind.type()) {
            case NUMBER ->
                given(
                        value instanceof Number n && Double.isFinite(n.doubleValue()) && n.doubleValue() >= 0,
                        new Text("et tall, 0 eller mer", "a number, 0 or more"));
            case BOOLEAN -> given(value instanceof Boolean, new Text("ja eller nei", "yes or no"));
            case CLASS ->
                given(
                        kind.classes().stream().anyMatch(c -> c.value().equals(value)),
                        new Text("en av: %s", "one of: %s").filled(classes(kind)));
            case TEXT ->
                given(
                        value instanceof String s && !s.isBlank() && s.length() <= LONGEST,
                        new Text("en tekst på høyst %s tegn", "a text of at most %s characters").filled(LONGEST));
            case EMAIL ->
                given(
                        value instanceof String s && EMAIL.matcher(s).matches(),
                        new Text("én e-postadresse", "one e-mail address"));
            case PHONE ->
                given(
                        value instanceof String s && PHONE.matcher(s).matches(),
                        new Text("ett telefonnummer", "one telephone number"));
        };
    }

    private static Optional<Text> given(boolean good, Text allowed) {
        return good ? Optional.empty() : Optional.of(allowed);
    }

    private static String classes(Kind kind) {
        return kind.classes().stream().map(ClassName::value).collect(Collectors.joining(", "));
    }

    private static Optional<DraftFault> wrongUnit(String at, Kind kind, Fact fact) {
        if (kind.unit().isEmpty() || kind.unit().equals(fact.unit())) {
            return Optional.empty();
        }
        return Optional.of(DraftFault.at(
                "FACT_UNIT",
                at,
                new Text("«%s» er oppgitt i «%s».", "“%s” is stated in “%s”.").filled(kind.name(), fact.unit()),
                new Text("Regn om og oppgi den i %s.", "Convert it and state it in %s.").filled(kind.unit())));
    }

    /** An address made of two names is most likely a person's; it may be saved, but should be looked at. */
    private static List<DraftFault> personal(String at, Kind kind, Fact fact) {
        if (kind.type() != FactCatalogue.Type.EMAIL
                || !PERSONAL.matcher(String.valueOf(fact.value())).matches()) {
            return List.of();
        }
        return List.of(new DraftFault(
                "PERSONAL_ADDRESS",
                at,
                null,
                false,
                new Text("E-postadressen ser ut til å være en persons.", "The e-mail address looks like a person's."),
                new Text(
                        "Bruk en adresse for rollen, for eksempel postmottak: den overlever at folk slutter.",
                        "Use an address of the role, such as a mailbox: it survives people leaving.")));
    }

    private List<DraftFault> origin(String at, Fact fact) {
        var faults = new ArrayList<DraftFault>();
        missing(at, "statedBy", fact.statedBy(), new Text("hvem som sier det", "who says so"), faults);
        missing(at, "source", fact.source(), new Text("hvor det kan leses", "where it can be read"), faults);
        if (!BASES.contains(fact.basis())) {
            faults.add(DraftFault.at(
                    "FACT_BASIS",
                    at + ".basis",
                    new Text("Grunnlaget «%s» finnes ikke.", "There is no basis “%s”.").filled(fact.basis()),
                    new Text("Velg en av %s.", "Choose one of %s.").filled(String.join(", ", BASES))));
        }
        if (!dated(fact.on())) {
            faults.add(DraftFault.at(
                    "FACT_DATE",
                    at + ".on",
                    new Text("Datoen «%s» kan ikke brukes.", "The date “%s” cannot be used.").filled(fact.on()),
                    new Text(
                            "Skriv år, år-måned eller dato (2021, 2021-05, 2021-05-17), ikke fram i tid.",
                            "Write a year, month or date (2021, 2021-05, 2021-05-17), not in the future.")));
        }
        if (!fact.url().isEmpty() && !fact.url().matches("https?://[^\\s\"<>]{3,500}")) {
            faults.add(DraftFault.at(
                    "FACT_URL",
                    at + ".url",
                    new Text("Adressen til kilden kan ikke brukes.", "The address of the source cannot be used."),
                    new Text(
                            "Skriv en adresse som begynner med https://.",
                            "Write an address that begins with https://.")));
        }
        return faults;
    }

    private static void missing(String at, String key, String text, Text what, List<DraftFault> faults) {
        if (text.isBlank() || text.length() > LONGEST) {
            faults.add(DraftFault.at(
                    "FACT_ORIGIN",
                    at + "." + key,
                    new Text(
                                    "Opplysningen mangler %s. Ingenting er en opplysning uten hvem, når og hvor.",
                                    "The fact lacks %s. Nothing is a fact without who, when and where.")
                            .filled(what),
                    new Text("Fyll ut feltet, høyst %s tegn.", "Fill in the field, at most %s characters.")
                            .filled(LONGEST)));
        }
    }

    /** Whether this is a day, month or year that has begun. */
    private boolean dated(String on) {
        if (!WHEN.matcher(on).matches()) {
            return false;
        }
        try {
            var first = switch (on.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(on), 1, 1);
                case 7 -> YearMonth.parse(on).atDay(1);
                default -> LocalDate.parse(on);
            };
            return !first.isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Power without its basis would be read as power that can be had. */
    private Optional<DraftFault> needs(String field, List<Fact> facts) {
        var stated = facts.stream().map(Fact::fact).collect(Collectors.toSet());
        for (var fact : stated) {
            var kind = catalogue.find(fact);
            for (var need : kind.map(Kind::needs).orElse(List.of())) {
                if (!stated.contains(need)) {
                    var other = catalogue.find(need).map(Kind::name).orElse(new Text(need, need));
                    return Optional.of(DraftFault.at(
                            "FACT_NEEDS",
                            field,
                            new Text("«%s» er oppgitt uten «%s».", "“%s” is stated without “%s”.")
                                    .filled(kind.orElseThrow().name(), other),
                            new Text("Oppgi «%s» også, om så som ukjent.", "State “%s” too, even if unknown.")
                                    .filled(other)));
                }
            }
        }
        return Optional.empty();
    }
}

package no.arealkompass.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.arealkompass.paper.Sheet.Block;
import no.arealkompass.paper.Sheet.Cell;
import no.arealkompass.paper.Sheet.Column;
import no.arealkompass.paper.Sheet.Item;
import no.arealkompass.paper.Sheet.Numbered;
import no.arealkompass.paper.Sheet.Part;
import no.arealkompass.paper.Sheet.Picture;
import no.arealkompass.paper.Sheet.Row;
import no.arealkompass.paper.Sheet.Table;
import no.arealkompass.paper.Sheet.Tone;
import no.arealkompass.paper.Sheet.Words;
import tools.jackson.databind.JsonNode;

/** A plan check as a report: the first page is the one page for who reads nothing else, the rest is what it rests on. */
final class CheckSheet {
    private final CheckDocument check;
    private final Language language;
    private final CheckTables tables;
    private final String credit;

    private CheckSheet(CheckDocument check, Language language, String credit, List<Explanation> explanations) {
        this.credit = credit;
        this.check = check;
        this.language = language;
        tables = new CheckTables(check, language, explanations);
    }

    /** The two maps of a report, and who they are credited to. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Maps(byte[] small, byte[] large, String credit) {}

    static Sheet of(CheckDocument check, Language language, Maps maps, Report report) {
        var made = new CheckSheet(check, language, maps.credit(), report.explanations());
        List<Part> parts = new ArrayList<>(made.firstPage(maps.small()));
        parts.addAll(made.rest(maps.large(), report.tables()));
        return new Sheet(
                language.code(),
                made.title(),
                language.of(check.body.path("subject").path("name")),
                made.about(),
                report.mark(),
                report.identifier(),
                parts);
    }

    String title() {
        return language.of("Følger planen strategien?", "Does the plan follow the strategy?");
    }

    private String about() {
        var strategy = check.body.path("strategy");
        return language.of("Holdt mot ", "Held against ")
                + language.of(strategy.path("name"))
                + language.of(", versjon ", ", version ")
                + strategy.path("version").asString("")
                + language.of(". Kontrollert ", ". Checked ")
                + language.date(check.body.path("madeAt").asString(""))
                + ".";
    }

    static Tone tone(JsonNode check) {
        return switch (check.path("verdict").path("outcome").asString("")) {
            case "follows" -> Tone.FOLLOWS;
            case "deviates" -> Tone.DEVIATES;
            default -> Tone.UNDECIDED;
        };
    }

    private List<Part> firstPage(byte[] map) {
        List<Part> parts = new ArrayList<>();
        parts.add(part(language.of("Svaret", "The answer"), verdict()));
        parts.add(part(language.of("Viktigst", "Most important"), mostImportant(map)));
        parts.add(part(language.of("Strategiens deler", "The parts of the strategy"), List.of(strategyParts())));
        var contribution = check.body.path("contribution");
        if (contribution.isObject()) {
            parts.add(part(
                    language.of("Hva denne saken gjør med målet", "What this case does to the goal"),
                    List.of(new Words(language.of(contribution.path("sentence"))))));
        }
        parts.add(part(language.of("Hvor sikkert er svaret", "How sure the answer is"), confidence()));
        return parts;
    }

    private static Part part(String heading, List<Block> blocks) {
        return new Part(heading, false, blocks);
    }

    private List<Block> verdict() {
        var verdict = check.body.path("verdict");
        var sign = switch (tone(check.body)) {
            case FOLLOWS -> "✓ ";
            case DEVIATES -> "✗ ";
            default -> "? ";
        };
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Words(sign + language.of(verdict.path("sentence")), tone(check.body)));
        var rules = verdict.path("rules");
        blocks.add(new Words(language.of(
                                "Regler: %s følger, %s avviker, %s kan ikke avgjøres. ",
                                "Rules: %s follow, %s deviate, %s cannot be decided. ")
                        .formatted(count(rules, "follows"), count(rules, "deviates"), count(rules, "undecided"))
                + language.of(
                                "Næringsareal i planen: %s, av dette %s i strid med strategien og %s ikke avgjort.",
                                "Business land in the plan: %s, of it %s against the strategy and %s undecided.")
                        .formatted(
                                daa(verdict, "businessAreaM2"),
                                daa(verdict, "deviatingAreaM2"),
                                daa(verdict, "undecidedAreaM2"))));
        if (check.sample()) {
            blocks.add(new Words(
                    language.of(
                            "Bygger helt eller delvis på oppdiktede eksempeldata. Ikke et svar om en virkelig plan.",
                            "Rests wholly or in part on made-up sample data. No answer about a real plan."),
                    Tone.UNDECIDED));
        }
        return blocks;
    }

    private String count(JsonNode of, String key) {
        return language.number(of.path(key).asInt(0), 0);
    }

    private String daa(JsonNode of, String key) {
        return language.daa(of.path(key).asDouble(0));
    }

    private List<Block> mostImportant(byte[] map) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Picture(map, alternative(), credit, true));
        var items = check.top().stream().map(this::item).toList();
        if (items.isEmpty()) {
            blocks.add(new Words(language.of("Ingen avvik er funnet.", "No deviations were found.")));
        } else {
            blocks.add(new Numbered(items));
        }
        return blocks;
    }

    private Item item(CheckDocument.Finding finding) {
        var source = finding.body().path("source");
        var actions = StreamSupport.stream(finding.body().path("actions").spliterator(), false)
                .map(language::of)
                .limit(1);
        var more = Stream.concat(Stream.of(CheckTables.source(source)), actions)
                .filter(text -> !text.isBlank())
                .toList();
        return new Item(
                String.valueOf(finding.number()),
                language.of(finding.body().path("sentence")),
                String.join(". ", more));
    }

    /** The map in words. */
    private String alternative() {
        return language.of(
                        "Kart over %s med planens formål og %s nummererte funn. De samme funnene står i tabellene.",
                        "Map of %s with the purposes of the plan and %s numbered findings. The tables hold the same findings.")
                .formatted(
                        language.of(check.body.path("subject").path("name")),
                        language.number(check.findings.size(), 0));
    }

    private Table strategyParts() {
        var rows = check.each("parts")
                .map(part -> new Row(List.of(
                        Cell.of(part.path("part").asString("") + " " + language.of(part.path("name"))),
                        Cell.of(CheckDocument.outcome(part.path("outcome").asString(""), language)),
                        Cell.of(language.of(part.path("sentence"))))))
                .toList();
        return new Table(
                language.of("Utfall for hver del", "Outcome of each part"),
                List.of(
                        new Column(language.of("Del", "Part"), 30, false),
                        new Column(language.of("Utfall", "Outcome"), 20, false),
                        new Column(language.of("Hvorfor", "Why"), 50, false)),
                rows);
    }

    private List<Block> confidence() {
        List<Block> blocks = new ArrayList<>();
        var confidence = check.body.path("confidence");
        blocks.add(new Words(language.of(confidence.path("sentence"))));
        var dates = check.each("datasets")
                .map(one ->
                        language.of(one.path("name")) + " " + one.path("asOf").asString(""))
                .distinct()
                .toList();
        blocks.add(new Words(
                dates.isEmpty()
                        ? language.of("Ingen datasett er lest.", "No datasets were read.")
                        : language.of("Data og dato: ", "Data and date: ") + String.join(" · ", dates),
                Tone.SMALL));
        return blocks;
    }

    private List<Part> rest(byte[] map, List<Table> accounts) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                language.of("Kart over alle funn", "Map of all findings"),
                true,
                List.of(new Picture(map, alternative(), credit, false))));
        add(parts, language.of("Planer som er kontrollert", "Plans that were checked"), tables.plans());
        add(parts, language.of("Alle regler", "All rules"), tables.rules());
        add(parts, language.of("Alle funn", "All findings"), tables.findings());
        add(
                parts,
                language.of("Endring av målet, regel for regel", "Change of the goal, rule by rule"),
                tables.contribution());
        add(parts, language.of("Over kommunegrensen", "Across the municipal border"), tables.neighbours());
        add(parts, language.of("Feil i tegningen", "Faults in the drawing"), tables.topology());
        add(parts, language.of("Arealregnskap", "Area account"), List.copyOf(accounts));
        add(parts, language.of("Metode og kilder", "Method and sources"), tables.method());
        return parts;
    }

    private static void add(List<Part> parts, String heading, List<? extends Block> blocks) {
        if (!blocks.isEmpty()) {
            parts.add(part(heading, List.copyOf(blocks)));
        }
    }
}

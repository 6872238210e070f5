package no.arealkompass.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.Sheet;
import no.arealkompass.paper.Sheet.Block;
import no.arealkompass.paper.Sheet.Cell;
import no.arealkompass.paper.Sheet.Column;
import no.arealkompass.paper.Sheet.Part;
import no.arealkompass.paper.Sheet.Row;
import no.arealkompass.paper.Sheet.Table;
import no.arealkompass.paper.Sheet.Tone;
import no.arealkompass.paper.Sheet.Words;
import tools.jackson.databind.JsonNode;

/** One site's score, or a comparison of some, as a plain document: the answer, what it is made of, and the data behind it. */
final class ScoreSheet {
    private final JsonNode content;
    private final Language language;
    private final List<JsonNode> sites;

    private ScoreSheet(JsonNode content, Language language) {
        this.content = content;
        this.language = language;
        sites = each(content.path("sites")).toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Sheet of(JsonNode content, Language language, String mark, String identifier) {
        var sheet = new ScoreSheet(content, language);
        var run = content.path("run");
        return new Sheet(
                language.code(),
                sheet.sites.size() == 1
                        ? language.of("Vurdering av et område", "Assessment of a site")
                        : language.of("Sammenlikning av områder", "Comparison of sites"),
                subject(content, language),
                language.of(run.path("strategy").path("name"))
                        + language.of(", versjon ", ", version ")
                        + run.path("strategy").path("version").asString("")
                        + ". "
                        + language.of("Beregning nr. ", "Run no. ")
                        + run.path("number").asLong(0)
                        + ", "
                        + language.date(run.path("madeAt").asString(""))
                        + ".",
                mark,
                identifier,
                sheet.parts());
    }

    static String subject(JsonNode content, Language language) {
        var names = each(content.path("sites"))
                .map(site -> site.path("name").asString(""))
                .toList();
        return String.join(", ", names) + " – "
                + language.of(content.path("purpose").path("name"));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Block> answer = new ArrayList<>();
        if (each(content.path("run").path("datasets"))
                .anyMatch(one -> one.path("sample").asBoolean(false))) {
            answer.add(new Words(
                    language.of(
                            "Bygger helt eller delvis på oppdiktede eksempeldata.",
                            "Rests wholly or in part on made-up sample data."),
                    Tone.UNDECIDED));
        }
        answer.add(answers());
        parts.add(new Part(language.of("Svaret", "The answer"), false, answer));
        parts.add(new Part(language.of("Poeng for hvert kriterium", "Points for each criterion"), false, criteria()));
        for (var site : sites) {
            parts.add(new Part(
                    language.of("Kontroller: ", "Checks: ") + site.path("name").asString(""),
                    false,
                    List.of(flags(site))));
        }
        parts.add(new Part(language.of("Data", "Data"), false, List.of(datasets())));
        return parts;
    }

    private Table answers() {
        return new Table(
                language.of("Områder", "Sites"),
                List.of(
                        new Column(language.of("Område", "Site"), 40, false),
                        new Column(language.of("Poeng (0–100)", "Points (0–100)"), 20, true),
                        new Column(language.of("Plass", "Rank"), 20, true),
                        new Column(language.of("Kjent grunnlag", "Known basis"), 20, true)),
                sites.stream().map(this::answer).toList());
    }

    private Row answer(JsonNode site) {
        var verdict = site.path("score").path("verdict");
        var ranked = site.path("ranked");
        var points = verdict.path("kind").asString("").equals("excluded")
                ? language.of("utelukket", "excluded")
                : range(verdict.path("low"), verdict.path("high"), 0);
        return new Row(List.of(
                Cell.of(site.path("name").asString("")),
                Cell.of(points),
                Cell.of(ranked.isObject() ? range(ranked.path("rankBest"), ranked.path("rankWorst"), 0) : "–"),
                Cell.of(language.number(
                                site.path("score")
                                                .path("confidence")
                                                .path("known")
                                                .asDouble(0)
                                        * 100,
                                0) + "\u00a0%")));
    }

    private String range(JsonNode low, JsonNode high, int decimals) {
        if (!low.isNumber() || !high.isNumber()) {
            return "–";
        }
        var from = language.number(low.asDouble(), decimals);
        var to = language.number(high.asDouble(), decimals);
        return from.equals(to) ? from : from + "–" + to;
    }

    private List<Block> criteria() {
        List<Block> blocks = new ArrayList<>();
        for (var site : sites) {
            blocks.add(new Table(
                    site.path("name").asString(""),
                    List.of(
                            new Column(language.of("Kriterium", "Criterion"), 35, false),
                            new Column(language.of("Funnet", "Found"), 15, true),
                            new Column(language.of("Poeng", "Points"), 15, true),
                            new Column(language.of("Kilde", "Source"), 35, false)),
                    each(site.path("score").path("lines")).map(this::line).toList()));
        }
        return blocks;
    }

    private Row line(JsonNode line) {
        var source = line.path("source");
        return new Row(List.of(
                Cell.of(line.path("criterion").asString("") + " " + language.of(line.path("name"))),
                Cell.of(found(line.path("found"), line.path("unit").asString(""))),
                Cell.of(range(line.path("pointsLow"), line.path("pointsHigh"), 1)
                        + language.of(" av ", " of ")
                        + line.path("weight").asInt(0)),
                Cell.of(source.path("document").asString("") + ", "
                        + source.path("paragraph").asString(""))));
    }

    private String found(JsonNode found, String unit) {
        return switch (found.path("kind").asString("")) {
            case "amount" ->
                unit.equals("share")
                        ? language.number(found.path("value").asDouble() * 100, 1) + "\u00a0%"
                        : language.number(found.path("value").asDouble(), 1) + "\u00a0" + unit;
            case "category" -> found.path("value").asString("");
            default -> language.of("ikke kjent", "not known");
        };
    }

    private Table flags(JsonNode site) {
        return new Table(
                language.of("Hva som ble kontrollert", "What was checked"),
                List.of(
                        new Column(language.of("Kontroll", "Check"), 45, false),
                        new Column(language.of("Utfall", "Outcome"), 20, false),
                        new Column(language.of("Kilde", "Source"), 35, false)),
                each(site.path("score").path("flags"))
                        .map(flag -> new Row(List.of(
                                Cell.of(flag.path("check").asString("") + " " + language.of(flag.path("name"))),
                                Cell.of(outcome(flag.path("outcome").asString(""))),
                                Cell.of(flag.path("source").path("document").asString("")))))
                        .toList());
    }

    private String outcome(String outcome) {
        return switch (outcome) {
            case "raised" -> language.of("✗ slår ut", "✗ raised");
            case "notChecked" -> language.of("? ikke kontrollert", "? not checked");
            default -> language.of("✓ i orden", "✓ in order");
        };
    }

    private Table datasets() {
        return new Table(
                language.of("Datasett i beregningen", "Datasets of the run"),
                List.of(
                        new Column(language.of("Datasett", "Dataset"), 30, false),
                        new Column(language.of("Versjon", "Version"), 10, true),
                        new Column(language.of("Utgiver", "Publisher"), 40, false),
                        new Column(language.of("Dato", "Date"), 20, false)),
                each(content.path("run").path("datasets"))
                        .map(one -> new Row(List.of(
                                Cell.of(one.path("dataset").asString("")),
                                Cell.of(String.valueOf(one.path("version").asInt(0))),
                                Cell.of(one.path("publisher").asString("") + ", "
                                        + one.path("licence").asString("")),
                                Cell.of(one.path("asOf").asString("")))))
                        .toList());
    }
}

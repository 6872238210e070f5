package no.arealkompass.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.arealkompass.paper.Sheet.Block;
import no.arealkompass.paper.Sheet.Cell;
import no.arealkompass.paper.Sheet.Column;
import no.arealkompass.paper.Sheet.Row;
import no.arealkompass.paper.Sheet.Table;
import no.arealkompass.paper.Sheet.Words;
import tools.jackson.databind.JsonNode;

/** Everything in a plan check, as tables. Empty lists where there is nothing of the kind. */
final class CheckTables {
    private final CheckDocument check;
    private final Language language;
    private final Map<String, List<Explanation>> explanations;

    CheckTables(CheckDocument check, Language language, List<Explanation> explanations) {
        this.check = check;
        this.language = language;
        this.explanations = explanations.stream().collect(Collectors.groupingBy(Explanation::finding));
    }

    private Column column(String nb, String en, int percent) {
        return new Column(language.of(nb, en), percent, false);
    }

    private Column numbers(String nb, String en, int percent) {
        return new Column(language.of(nb, en), percent, true);
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private List<Table> table(String nb, String en, List<Column> columns, List<Row> rows) {
        return rows.isEmpty() ? List.of() : List.of(new Table(language.of(nb, en), columns, rows));
    }

    List<Block> plans() {
        var rows =
                each(check.body.path("subject").path("plans")).map(this::plan).toList();
        List<Block> blocks = new ArrayList<>(table(
                "Planversjoner",
                "Plan versions",
                List.of(
                        column("Plan", "Plan", 40),
                        column("Stadium", "Stage", 15),
                        column("Datoer", "Dates", 25),
                        numbers("Soner", "Zones", 8),
                        numbers("Areal", "Area", 12)),
                rows));
        var missing = check.body.path("subject").path("missingMunicipalities");
        if (!missing.isEmpty()) {
            blocks.add(new Words(language.of(
                            "Uten noen plan i denne kontrollen: kommune %s. Ingenting der er klarert.",
                            "Without any plan in this check: municipality %s. Nothing there is cleared.")
                    .formatted(each(missing).map(one -> one.asString("")).collect(Collectors.joining(", ")))));
        }
        return blocks;
    }

    private Row plan(JsonNode plan) {
        var lines = Stream.concat(
                        Stream.of(
                                language.of("Nasjonal id ", "National id ")
                                        + plan.path("plan").asString("")
                                        + language.of(", versjon ", ", version ")
                                        + plan.path("version").asString(""),
                                language.of("Levert av ", "Delivered by ")
                                        + plan.path("sender").asString("")),
                        each(plan.path("notes")).map(language::of))
                .toArray(String[]::new);
        return new Row(List.of(
                Cell.of(plan.path("name").asString(""), lines),
                Cell.of(stage(plan.path("stage").asString(""))),
                dates(plan),
                Cell.of(language.number(plan.path("zones").asInt(0), 0)),
                Cell.of(language.daa(plan.path("areaM2").asDouble(0)))));
    }

    private Cell dates(JsonNode plan) {
        var known = Stream.of(
                        dated("Vedtatt ", "Decided ", plan.path("decidedOn")),
                        dated("I kraft fra ", "In force from ", plan.path("inForceFrom")),
                        dated("Til ", "Until ", plan.path("inForceTo")))
                .filter(text -> !text.isEmpty())
                .toList();
        return known.isEmpty() ? Cell.of("–") : new Cell(known.getFirst(), known.subList(1, known.size()));
    }

    private String dated(String nb, String en, JsonNode date) {
        return date.isString() ? language.of(nb, en) + language.date(date.asString()) : "";
    }

    private String stage(String stage) {
        return switch (stage) {
            case "INPUT" -> language.of("Innspill", "Input");
            case "PROPOSAL" -> language.of("Forslag", "Proposal");
            case "HEARING" -> language.of("Høring", "Hearing");
            case "ADOPTED" -> language.of("Vedtatt", "Adopted");
            default -> stage;
        };
    }

    List<Table> rules() {
        return table(
                "Reglene, hva de krever og hva som kom ut",
                "The rules, what they ask and what came out",
                List.of(
                        column("Regel, grunnlag og kilde", "Rule, basis and source", 54),
                        column("Utfall", "Outcome", 18),
                        column("Sett på / brutt / uavgjort", "Looked at / broken / undecided", 12),
                        numbers("Mengde og grense", "Amount and bound", 16)),
                check.each("rules").map(this::rule).toList());
    }

    private Row rule(JsonNode rule) {
        var unit = rule.path("unit").asString("");
        return new Row(List.of(
                Cell.of(
                        rule.path("id").asString("") + " " + language.of(rule.path("name")),
                        severity(rule.path("severity").asString("")) + " · "
                                + basis(rule.path("basis").asString("")) + " · " + source(rule.path("source")),
                        check.sources(rule, language),
                        language.of(rule.path("reason")),
                        language.of(rule.path("remedy"))),
                Cell.of(CheckDocument.outcome(rule.path("outcome").asString(""), language)),
                Cell.of(
                        rule.path("looked").asInt(0) + " / "
                                + rule.path("broken").asInt(0) + " / "
                                + rule.path("undecided").asInt(0),
                        ignored(rule.path("ignoredBelow"))),
                Cell.of(amount(rule.path("amount"), unit), bound(rule.path("bound"), unit))));
    }

    private String ignored(JsonNode below) {
        int count = below.path("count").asInt(0);
        return count == 0
                ? ""
                : language.of(
                                "%s overlapp på til sammen %s m² er for små til å telle",
                                "%s overlaps of %s m² together are too small to count")
                        .formatted(count, language.number(below.path("areaM2").asDouble(0), 0));
    }

    private String severity(String severity) {
        return switch (severity) {
            case "must" -> language.of("Må", "Must");
            case "should" -> language.of("Bør", "Should");
            default -> language.of("Til orientering", "For information");
        };
    }

    private String basis(String basis) {
        return switch (basis) {
            case "rule" -> language.of("regel", "rule");
            case "value" -> language.of("verdi", "value");
            default -> language.of("tallet er et forslag", "the number is a proposal");
        };
    }

    /** The document and the paragraph of a source. */
    static String source(JsonNode source) {
        return Stream.of("document", "paragraph")
                .map(key -> source.path(key).asString(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    private String amount(JsonNode amount, String unit) {
        if (!amount.isNumber()) {
            return "–";
        }
        double value = amount.asDouble();
        return switch (unit) {
            case "share" -> language.number(value * 100, 1) + "\u00a0%";
            case "daa" -> language.daa(value * 1000);
            case "points" -> language.number(value, 1) + language.of("\u00a0poeng", "\u00a0points");
            case "count", "" -> language.number(value, 0);
            default -> language.number(value, 1) + "\u00a0" + unit;
        };
    }

    private String bound(JsonNode bound, String unit) {
        List<String> said = new ArrayList<>();
        if (bound.path("atLeast").isNumber()) {
            said.add(language.of("minst ", "at least ") + amount(bound.path("atLeast"), unit));
        }
        if (bound.path("atMost").isNumber()) {
            said.add(language.of("høyst ", "at most ") + amount(bound.path("atMost"), unit));
        }
        return String.join(", ", said);
    }

    List<Block> findings() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(findings("deviation", "Avvik", "Deviations"));
        blocks.addAll(findings("missing", "Mangler i planen", "Missing from the plan"));
        blocks.addAll(findings("undecided", "Kan ikke avgjøres", "Cannot be decided"));
        blocks.addAll(findings("note", "Merknader", "Notes"));
        if (blocks.isEmpty()) {
            blocks.add(new Words(language.of("Ingen funn.", "No findings.")));
        }
        return blocks;
    }

    private List<Table> findings(String kind, String nb, String en) {
        var of = check.of(kind);
        return table(
                nb + " (" + of.size() + ")",
                en + " (" + of.size() + ")",
                List.of(
                        column("Nr.", "No.", 6),
                        column("Funn, veiledning og mulige grep", "Finding, guidance and possible actions", 50),
                        numbers("Mengde", "Amount", 14),
                        column("Kilde og data", "Source and data", 30)),
                of.stream().map(this::finding).toList());
    }

    private Row finding(CheckDocument.Finding finding) {
        var body = finding.body();
        var rule = check.rule(body.path("rule").asString(""));
        var unit = body.path("unit").asString("");
        return new Row(List.of(
                Cell.of(String.valueOf(finding.number())),
                new Cell(language.of(body.path("sentence")), explained(finding)),
                Cell.of(amount(body.path("amount"), unit), bound(body.path("bound"), unit)),
                Cell.of(
                        source(body.path("source")),
                        body.path("rule").asString("") + " " + language.of(rule.path("name")),
                        check.sources(body, language),
                        finding.id())));
    }

    private List<String> explained(CheckDocument.Finding finding) {
        List<String> lines = new ArrayList<>();
        var guidance = language.of(finding.body().path("guidance"));
        if (!guidance.isBlank()) {
            lines.add(guidance);
        }
        each(finding.body().path("actions")).forEach(action -> lines.add("• " + language.of(action)));
        for (var said : explanations.getOrDefault(finding.id(), List.of())) {
            lines.add(language.of("Kommunens begrunnelse: ", "The municipality's reason: ") + said.text()
                    + " (" + said.decision() + ", " + said.decidedBy() + ", "
                    + language.date(said.decidedOn().toString()) + ")");
        }
        return lines;
    }

    List<Table> contribution() {
        return table(
                "Regionen uten og med denne planen",
                "The region without and with this plan",
                List.of(
                        column("Regel", "Rule", 10),
                        column("Uten", "Without", 20),
                        column("Med", "With", 20),
                        column("Hva det betyr", "What it means", 50)),
                each(check.body.path("contribution").path("lines"))
                        .map(line -> Row.of(
                                line.path("rule").asString(""),
                                CheckDocument.outcome(line.path("before").asString(""), language),
                                CheckDocument.outcome(line.path("after").asString(""), language),
                                language.of(line.path("sentence"))))
                        .toList());
    }

    List<Table> neighbours() {
        return table(
                "Naboer som planlegger det samme, eller har noe bedre",
                "Neighbours who plan the same, or have something better",
                List.of(column("Sone", "Zone", 20), column("Nabokommune", "Neighbour", 15), column("Hva", "What", 65)),
                check.each("neighbours")
                        .map(one -> Row.of(
                                one.path("plan").asString("") + " "
                                        + one.path("zone").asString(""),
                                one.path("otherMunicipality").asString(""),
                                language.of(one.path("sentence"))))
                        .toList());
    }

    List<Table> topology() {
        return table(
                "Hull, overlapp og soner utenfor",
                "Gaps, overlaps and zones outside",
                List.of(
                        column("Plan og soner", "Plan and zones", 25),
                        numbers("Areal", "Area", 15),
                        column("Hva, og hva som kan gjøres", "What, and what can be done", 60)),
                check.each("topology")
                        .map(fault -> new Row(List.of(
                                Cell.of(
                                        fault.path("plan").asString(""),
                                        each(fault.path("zones"))
                                                .map(zone -> zone.asString(""))
                                                .collect(Collectors.joining(", "))),
                                Cell.of(language.number(fault.path("areaM2").asDouble(0), 1) + "\u00a0m²"),
                                Cell.of(language.of(fault.path("sentence")), language.of(fault.path("remedy"))))))
                        .toList());
    }

    List<Block> method() {
        return new Method(check, language).blocks();
    }
}

package no.arealkompass.paper;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.paper.Sheet.Block;
import no.arealkompass.paper.Sheet.Cell;
import no.arealkompass.paper.Sheet.Column;
import no.arealkompass.paper.Sheet.Row;
import no.arealkompass.paper.Sheet.Table;
import no.arealkompass.paper.Sheet.Words;
import tools.jackson.databind.JsonNode;

/** How a check was made and what it rests on, for the end of its report. */
final class Method {
    private final CheckDocument check;
    private final Language language;

    Method(CheckDocument check, Language language) {
        this.check = check;
        this.language = language;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Words(language.of(
                "Hver regel finner ut én ting om en sone, et område eller hele planen og sammenlikner det med det strategien "
                        + "ber om. Areal er målt som union i planet, så samme grunn telles én gang. Der planer overlapper, "
                        + "gjelder den som sist trådte i kraft (pbl. § 1-5).",
                "Each rule finds out one thing about a zone, a site or the whole plan and compares it with what the strategy "
                        + "asks. Areas are measured as unions in the plane, so the same ground counts once. Where plans "
                        + "overlap, the one that came into force last applies (Planning and Building Act § 1-5).")));
        blocks.add(new Words(language.of(
                "Mangler data for en del av grunnen, er svaret «kan ikke avgjøres» der: en regel som ikke kunne kjøres, er "
                        + "aldri bestått. Planen følger strategien bare når alle regler som «må» eller «bør» holdes, følger.",
                "Where data are missing for a part of the ground, the answer there is “cannot be decided”: a rule that could "
                        + "not run is never passed. The plan follows the strategy only when every rule that must or should "
                        + "be kept follows.")));
        blocks.add(new Words(
                language.of("Kontroll %s, beregning %s, Arealkompass %s.", "Check %s, run %s, Arealkompass %s.")
                        .formatted(
                                check.body.path("id").asString(""),
                                check.body.path("run").asString(""),
                                check.body.path("software").asString(""))));
        var notCovered = notCovered();
        if (!notCovered.rows().isEmpty()) {
            blocks.add(notCovered);
        }
        if (check.each("datasets").findAny().isPresent()) {
            blocks.add(datasets());
        }
        return blocks;
    }

    private Table notCovered() {
        return new Table(
                language.of("Grunn som data ikke dekker", "Ground that data do not cover"),
                List.of(
                        new Column(language.of("Datasett", "Dataset"), 60, false),
                        new Column(language.of("Udekket", "Not covered"), 20, true),
                        new Column(language.of("Andel", "Share"), 20, true)),
                java.util.stream.StreamSupport.stream(
                                check.body.path("confidence").path("notCovered").spliterator(), false)
                        .map(one -> Row.of(
                                language.of(one.path("name")),
                                language.daa(one.path("areaM2").asDouble(0)),
                                language.number(one.path("share").asDouble(0) * 100, 0) + "\u00a0%"))
                        .toList());
    }

    private Table datasets() {
        return new Table(
                language.of("Datasett", "Datasets"),
                List.of(
                        new Column(language.of("Datasett", "Dataset"), 30, false),
                        new Column(language.of("Versjon", "Version"), 10, true),
                        new Column(language.of("Utgiver og vilkår", "Publisher and terms"), 35, false),
                        new Column(language.of("Dato", "Date"), 25, false)),
                check.each("datasets").map(this::dataset).toList());
    }

    private Row dataset(JsonNode one) {
        return new Row(List.of(
                Cell.of(
                        language.of(one.path("name")),
                        one.path("sample").asBoolean(false)
                                ? language.of("Oppdiktede eksempeldata", "Made-up sample data")
                                : ""),
                Cell.of(one.path("version").asString("")),
                Cell.of(
                        one.path("publisher").asString(""),
                        one.path("licence").asString(""),
                        one.path("attribution").asString("")),
                Cell.of(
                        one.path("asOf").asString(""),
                        language.of("Innlest ", "Imported ")
                                + language.date(one.path("importedAt").asString("")))));
    }
}

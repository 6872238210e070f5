package no.arealkompass.prospectus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.Sheet.Block;
import no.arealkompass.paper.Sheet.Cell;
import no.arealkompass.paper.Sheet.Column;
import no.arealkompass.paper.Sheet.Part;
import no.arealkompass.paper.Sheet.Picture;
import no.arealkompass.paper.Sheet.Row;
import no.arealkompass.paper.Sheet.Table;
import no.arealkompass.paper.Sheet.Tone;
import no.arealkompass.paper.Sheet.Words;
import no.arealkompass.present.FactGroup;
import no.arealkompass.present.Presentation;
import org.jspecify.annotations.Nullable;

/** A site in the prospectus: the map, what may decide against it, ways, plots, what the strategy says, and whom to call. */
record SitePart(Presentation site, @Nullable Picture map, Language language) {

    Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Words(KeyFacts.place(site)));
        if (site.age() != null) {
            blocks.add(new Words(site.age().text(), site.age().outdated() ? Tone.UNDECIDED : Tone.SMALL));
        }
        if (map != null) {
            blocks.add(map);
        }
        facts(language.of("Avgjørende opplysninger", "Deciding facts"), true, blocks);
        ways(blocks);
        plots(blocks);
        if (site.strategy() != null) {
            blocks.add(new Words(site.strategy().sentence()));
            blocks.add(new Words(site.strategy().strategy(), Tone.SMALL));
        }
        facts(language.of("Omgivelser og marked", "Surroundings and market"), false, blocks);
        verdict(blocks);
        media(blocks);
        contact(blocks);
        return new Part(site.name(), true, blocks);
    }

    private void facts(String caption, boolean knockOut, List<Block> blocks) {
        List<Row> rows = new ArrayList<>();
        for (var group : site.groups()) {
            if (group.knockOut() == knockOut
                    && !KeyFacts.besideWays(group.facts()).isEmpty()) {
                rows.add(Row.heading(group.name()));
                rows.addAll(lines(group));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Table(
                    caption,
                    List.of(
                            new Column(language.of("Opplysning", "Fact"), 28, false),
                            new Column(language.of("Verdi", "Value"), 34, false),
                            new Column(language.of("Hvem sier det, og når", "Who says so, and when"), 0, false)),
                    rows));
        }
    }

    private static List<Row> lines(FactGroup group) {
        return KeyFacts.besideWays(group.facts()).stream()
                .map(fact -> new Row(List.of(
                        Cell.of(fact.label()), new Cell(fact.value(), present(fact.note())), Cell.of(fact.origin()))))
                .toList();
    }

    private static List<String> present(String... lines) {
        return Arrays.stream(lines).filter(line -> !line.isBlank()).toList();
    }

    private void ways(List<Block> blocks) {
        if (site.distances().isEmpty()) {
            return;
        }
        boolean lorries = site.distances().stream().anyMatch(way -> !way.lorry().isEmpty());
        boolean cars = site.distances().stream().anyMatch(way -> !way.car().isEmpty());
        List<String> header = new ArrayList<>(List.of(language.of("Til", "To")));
        if (cars) {
            header.add(language.of("Bil", "Car"));
        }
        if (lorries) {
            header.add(language.of("60-tonns vogntog", "60-tonne lorry"));
        }
        header.add(language.of("Kilde", "Source"));
        var rows = site.distances().stream()
                .map(way -> {
                    List<String> row = new ArrayList<>(List.of(way.to()));
                    if (cars) {
                        row.add(way.car());
                    }
                    if (lorries) {
                        row.add(way.lorry());
                    }
                    row.add(way.source());
                    return row;
                })
                .map(List::copyOf)
                .toList();
        blocks.add(Table.of(language.of("Kjøretid på veg", "Drive time by road"), header, rows));
    }

    private void plots(List<Block> blocks) {
        if (!site.plots().isEmpty()) {
            blocks.add(new Table(
                    language.of("Tomter", "Plots"),
                    List.of(
                            new Column(language.of("Tomt", "Plot"), 30, false),
                            new Column(language.of("Status", "Status"), 16, false),
                            new Column(language.of("Areal", "Area"), 16, true),
                            new Column(language.of("Opplysninger", "Facts"), 0, false)),
                    site.plots().stream()
                            .map(plot -> new Row(List.of(
                                    Cell.of(plot.name()),
                                    Cell.of(plot.statusName()),
                                    Cell.of(plot.area()),
                                    new Cell(
                                            "",
                                            plot.facts().stream()
                                                    .map(fact -> fact.label() + ": " + fact.value())
                                                    .toList()))))
                            .toList()));
        }
    }

    private void verdict(List<Block> blocks) {
        var verdict = site.verdict();
        if (verdict == null) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(language.of("Plan", "Plan"), verdict.plan()));
        verdict.lines().forEach(line -> rows.add(List.of(language.of("Formål", "Purpose"), line)));
        verdict.mustCheck().forEach(line -> rows.add(List.of(language.of("Må undersøkes", "To be looked into"), line)));
        blocks.add(Table.of(
                language.of("Planfaglig vurdering", "Planners’ assessment"),
                List.of(language.of("Hva", "What"), language.of("Vurdering", "Assessment")),
                rows));
        blocks.add(new Words(verdict.basis(), Tone.SMALL));
    }

    private void media(List<Block> blocks) {
        site.media().forEach(medium -> blocks.add(new Words(medium.text() + ": " + medium.url(), Tone.SMALL)));
    }

    private void contact(List<Block> blocks) {
        var contact = site.contact();
        if (contact != null) {
            blocks.add(new Words(language.of("Kontakt: ", "Contact: ")
                    + String.join(", ", present(contact.role(), contact.phone(), contact.mail()))));
        }
    }
}

package no.arealkompass.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.arealkompass.paper.Language;
import no.arealkompass.present.FactGroup;
import no.arealkompass.present.FactLine;
import no.arealkompass.present.FactLine.State;
import no.arealkompass.present.Presentation;
import org.jspecify.annotations.Nullable;

/** How the investor's page lays out what a presentation tells; decides nothing of what is told. */
final class RoomView {
    /** From so many on, lines that only say "not mapped" become one. */
    private static final int MANY = 2;

    private RoomView() {}

    /**
     * A site on the page.
     *
     * @param cards the facts that may decide against it
     * @param market the other facts
     * @param summary kind and municipalities in one line
     * @param road whether the table of distances tells more than the facts do
     */
    record SiteView(Presentation site, String summary, List<Card> cards, List<Card> market, boolean road) {}

    /**
     * Facts that belong together.
     *
     * @param first what is told in large letters
     * @param unknown what is not mapped, in one sentence; empty when nothing is left out
     */
    record Card(String key, String name, Row first, List<Row> rest, String unknown) {}

    /**
     * A line.
     *
     * @param origin who says so; empty where the next line says the same
     * @param note what must be known beside it; empty where the next line says the same
     */
    record Row(FactLine fact, String origin, String note) {
        static Row of(FactLine line, @Nullable FactLine next) {
            return next == null
                    ? new Row(line, line.origin(), line.note())
                    : new Row(
                            line,
                            line.origin().equals(next.origin()) ? "" : line.origin(),
                            line.note().equals(next.note()) ? "" : line.note());
        }
    }

    /**
     * A line of the table that holds sites side by side.
     *
     * @param cells one for each site, in their order
     */
    record Compared(String group, String name, List<String> cells) {}

    static SiteView of(Presentation site, Language language) {
        var places =
                site.municipalities().stream().map(Presentation.Place::name).toList();
        var summary = site.kindName()
                + (places.isEmpty()
                        ? ""
                        : language.of(" i ", " in ") + String.join(language.of(" og ", " and "), places));
        boolean lorries = site.distances().stream().anyMatch(to -> to.lorryMinutes() != null);
        return new SiteView(site, summary, cards(site, true, language), cards(site, false, language), lorries);
    }

    private static List<Card> cards(Presentation site, boolean knockOut, Language language) {
        return site.groups().stream()
                .filter(group -> group.knockOut() == knockOut)
                .map(group -> card(group, language))
                .toList();
    }

    private static Card card(FactGroup group, Language language) {
        var unmapped = group.facts().stream()
                .filter(line -> line.state() == State.NOT_MAPPED)
                .toList();
        boolean joined = unmapped.size() > MANY
                || (unmapped.size() > 1 && unmapped.size() < group.facts().size());
        var told = new ArrayList<>(group.facts());
        if (joined) {
            told.removeAll(unmapped);
        }
        if (told.isEmpty()) {
            told.add(unmapped.getFirst());
        }
        var first = told.stream().filter(FactLine::known).findFirst().orElse(told.getFirst());
        told.remove(first);
        var left =
                joined ? unmapped.stream().filter(line -> !line.equals(first)).toList() : List.<FactLine>of();
        return new Card(
                group.key(),
                group.name(),
                Row.of(first, told.isEmpty() ? null : told.getFirst()),
                rows(told),
                left.isEmpty() ? "" : unknown(left, language));
    }

    private static String unknown(List<FactLine> lines, Language language) {
        var names = lines.stream()
                .map(line -> line.label().substring(0, 1).toLowerCase(language.locale())
                        + line.label().substring(1))
                .collect(Collectors.joining(", "));
        return language.of("Ikke kartlagt: ", "Not mapped: ") + names + ".";
    }

    private static List<Row> rows(List<FactLine> lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(Row.of(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : null));
        }
        return rows;
    }

    /** Sites side by side, fact by fact; what none of them knows is left out. */
    static List<Compared> compare(List<Presentation> sites) {
        Map<String, Compared> rows = new LinkedHashMap<>();
        for (int i = 0; i < sites.size(); i++) {
            for (var group : sites.get(i).groups()) {
                for (var line : group.facts()) {
                    var cells = rows.computeIfAbsent(
                                    group.key() + " " + line.key() + " " + line.label(),
                                    key -> new Compared(group.name(), line.label(), blank(sites.size())))
                            .cells();
                    cells.set(i, line.value());
                }
            }
        }
        return List.copyOf(rows.values()).stream()
                .filter(row -> known(row, sites))
                .toList();
    }

    private static List<String> blank(int size) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            cells.add("–");
        }
        return cells;
    }

    private static boolean known(Compared row, List<Presentation> sites) {
        return sites.stream()
                .flatMap(site -> site.groups().stream())
                .flatMap(group -> group.facts().stream())
                .anyMatch(line -> line.label().equals(row.name()) && line.known());
    }
}

package no.arealkompass.prospectus;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.arealkompass.paper.FactSlide;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.Sheet;
import no.arealkompass.paper.Sheet.Block;
import no.arealkompass.paper.Sheet.Figure;
import no.arealkompass.paper.Sheet.Part;
import no.arealkompass.paper.Sheet.Picture;
import no.arealkompass.paper.Sheet.Table;
import no.arealkompass.paper.Sheet.Tone;
import no.arealkompass.paper.Sheet.Words;
import no.arealkompass.present.Presentation;
import org.jspecify.annotations.Nullable;

/** The prospectus in reading order: cover, comparison, each site, what the places say of themselves, contact and sources. */
record ProspectusSheet(
        String house,
        String contact,
        List<Presentation> sites,
        List<Story> stories,
        Order order,
        LocalDate day,
        String credit) {
    private static final int COVER_FIGURES = 4;
    private static final int MOST_COLUMNS = 6;

    /** Municipalities of the sites, and last the region. */
    static List<String> places(List<Presentation> sites) {
        return Stream.concat(
                        sites.stream()
                                .flatMap(site -> site.municipalities().stream())
                                .map(Presentation.Place::number)
                                .distinct(),
                        Stream.of(""))
                .toList();
    }

    static String caption(List<Presentation> sites, String credit, Language language) {
        boolean sketch = sites.stream()
                .anyMatch(site -> site.outline() != null && site.outline().schematic());
        return (sketch
                        ? language.of(
                                "Omriss som er enkle figurer rundt publiserte punkter, er ikke grenser. ",
                                "Outlines that are plain figures round published points are no borders. ")
                        : "")
                + credit;
    }

    /**
     * The document.
     *
     * @param whole a map of all sites; null when no place is shown
     * @param single a map of one of several sites
     */
    Sheet sheet(@Nullable Picture whole, Function<Presentation, @Nullable Picture> single) {
        var language = order.language();
        List<Part> parts = new ArrayList<>();
        if (sites.size() > 1) {
            parts.add(comparison());
        }
        sites.forEach(site -> parts.add(new SitePart(site, single.apply(site), language).part()));
        places().ifPresent(parts::add);
        parts.add(sources());
        var id = UUID.nameUUIDFromBytes(content().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        var date = language.date(day.toString());
        return new Sheet(
                language.code(),
                title(),
                subject(),
                language.of("Laget ", "Made ") + date + language.of(" med Arealkompass.", " with Arealkompass."),
                house + " · " + title() + " · " + date + " · " + id,
                "urn:arealkompass:prospectus:" + id,
                parts,
                new Sheet.Cover(house, whole, figures(), lines(), code()),
                order.watermark());
    }

    /** What the document says: another content has another id. */
    private String content() {
        return sites + "|" + stories + "|" + order.language() + "|" + order.watermark() + "|" + order.address() + "|"
                + day;
    }

    private String title() {
        return sites.size() == 1
                ? sites.getFirst().name()
                : sites.size() + order.language().of(" næringsområder", " business sites");
    }

    private String subject() {
        return sites.size() == 1
                ? KeyFacts.place(sites.getFirst())
                : String.join(", ", sites.stream().map(Presentation::name).toList());
    }

    private List<Figure> figures() {
        return sites.size() > 1
                ? List.of()
                : KeyFacts.of(sites.getFirst(), order.language()).stream()
                        .limit(COVER_FIGURES)
                        .map(figure -> new Figure(figure.label(), figure.value(), ""))
                        .toList();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        sites.stream()
                .flatMap(site -> Stream.ofNullable(site.contact()))
                .map(one -> String.join(
                        ", ",
                        Stream.of(one.role(), one.phone(), one.mail())
                                .filter(text -> !text.isBlank())
                                .toList()))
                .distinct()
                .limit(2)
                .forEach(lines::add);
        lines.add(contact);
        if (!order.address().isEmpty()) {
            lines.add(order.address());
        }
        return lines;
    }

    private @Nullable Picture code() {
        return order.address().isEmpty()
                ? null
                : new Picture(
                        Code.png(order.address()),
                        order.language().of("QR-kode for ", "QR code for ") + order.address(),
                        "",
                        false);
    }

    private Part comparison() {
        var language = order.language();
        var told = sites.stream().map(site -> KeyFacts.keyed(site, language)).toList();
        Map<String, String> columns = new LinkedHashMap<>();
        told.forEach(figures -> figures.forEach((key, figure) -> columns.putIfAbsent(
                key, key.equals(KeyFacts.AREA_OF_SITE) ? language.of("Areal", "Area") : figure.label())));
        var keys = KeyFacts.ORDER.stream()
                .filter(columns::containsKey)
                .limit(MOST_COLUMNS)
                .toList();
        List<String> header = new ArrayList<>(List.of(language.of("Område", "Site")));
        keys.forEach(key -> header.add(Objects.requireNonNull(columns.get(key))));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            var figures = told.get(i);
            List<String> row = new ArrayList<>(
                    List.of(sites.get(i).number() + ". " + sites.get(i).name()));
            keys.forEach(key -> row.add(cell(key, figures.get(key))));
            rows.add(List.copyOf(row));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Table.of(language.of("Det viktigste, side om side", "What counts, side by side"), header, rows));
        var outdated = sites.stream()
                .filter(site -> site.age() != null && site.age().outdated())
                .map(Presentation::name)
                .toList();
        if (!outdated.isEmpty()) {
            blocks.add(
                    new Words(language.of("Utdatert: ", "Outdated: ") + String.join(", ", outdated), Tone.UNDECIDED));
        }
        blocks.add(new Words(
                language.of(
                        "Kilde og dato for hver opplysning står ved hvert område.",
                        "Source and date of each fact stand with each site."),
                Tone.SMALL));
        return new Part(language.of("Sammenligning", "Comparison"), true, blocks);
    }

    /** Which area it is stands in the cell; a line tells that the fact is not asked for of this kind of site. */
    private static String cell(String key, @Nullable Figure figure) {
        if (figure == null) {
            return "–";
        }
        return key.equals(KeyFacts.AREA_OF_SITE) ? figure.value() + " (" + figure.label() + ")" : figure.value();
    }

    private java.util.Optional<Part> places() {
        if (stories.isEmpty()) {
            return java.util.Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        for (var story : stories) {
            blocks.add(new Words(story.place(), Tone.LEAD));
            story.paragraphs().forEach(paragraph -> blocks.add(new Words(paragraph)));
            if (!story.source().isEmpty()) {
                blocks.add(new Words(order.language().of("Kilde: ", "Source: ") + story.source(), Tone.SMALL));
            }
        }
        return java.util.Optional.of(new Part(order.language().of("Stedet", "The place"), false, blocks));
    }

    private Part sources() {
        var language = order.language();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Words(contact));
        if (!order.address().isEmpty()) {
            blocks.add(new Words(language.of("Oppdatert side: ", "Page that is kept up to date: ") + order.address()));
        }
        Stream.concat(
                        sites.stream().flatMap(site -> site.sources().stream()),
                        sites.stream().anyMatch(site -> site.outline() != null) ? Stream.of(credit) : Stream.empty())
                .distinct()
                .forEach(source -> blocks.add(new Words(source, Tone.SMALL)));
        return new Part(language.of("Kontakt og kilder", "Contact and sources"), false, blocks);
    }

    static FactSlide slide(
            String house, List<Presentation> sites, byte @Nullable [] map, Order order, LocalDate day, String credit) {
        var language = order.language();
        var sheet = new ProspectusSheet(house, "", sites, List.of(), order, day, credit);
        var figures = sites.size() == 1
                ? KeyFacts.of(sites.getFirst(), language)
                : sites.stream().map(site -> line(site, language)).toList();
        return new FactSlide(
                house,
                sheet.title(),
                sheet.subject(),
                map,
                figures,
                order.address().isEmpty() ? null : Code.png(order.address()),
                house + " · " + language.date(day.toString())
                        + (order.address().isEmpty() ? "" : " · " + order.address()),
                map == null ? "" : caption(sites, credit, language),
                order.watermark());
    }

    private static Figure line(Presentation site, Language language) {
        var values = KeyFacts.of(site, language).stream()
                .limit(COVER_FIGURES)
                .map(figure -> figure.label() + ": " + figure.value())
                .toList();
        return new Figure(KeyFacts.place(site), site.number() + ". " + site.name(), String.join(" · ", values));
    }
}

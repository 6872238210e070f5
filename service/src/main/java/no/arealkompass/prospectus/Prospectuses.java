package no.arealkompass.prospectus;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.paper.FactSlide;
import no.arealkompass.paper.Paper;
import no.arealkompass.paper.Sheet.Picture;
import no.arealkompass.paper.SiteMaps;
import no.arealkompass.present.Field;
import no.arealkompass.present.Presentation;
import no.arealkompass.present.Presentations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Prints sites: a prospectus on A4 and a picture for a slide. The same sites, fields and day give the same bytes. Every
 * method throws {@link no.arealkompass.access.AccessDenied} when the caller may not read.
 */
@Component
public class Prospectuses {
    /** More sites than this are no prospectus but a catalogue. */
    public static final int MOST_SITES = 20;

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int WIDE = 1500;
    private static final int HIGH = 900;
    private static final int LETTERS = 22;
    private static final int SLIDE_LETTERS = 15;

    private final Presentations presentations;
    private final RegionTexts texts;
    private final Datasets datasets;
    private final SiteMaps maps;
    private final Paper paper;
    private final Clock clock;

    Prospectuses(
            Presentations presentations,
            RegionTexts texts,
            Datasets datasets,
            SiteMaps maps,
            Paper paper,
            Clock clock) {
        this.presentations = presentations;
        this.texts = texts;
        this.datasets = datasets;
        this.maps = maps;
        this.paper = paper;
        this.clock = clock;
    }

    /** The prospectus as PDF; empty when the caller may see none of the sites. */
    public Optional<byte[]> pdf(Caller caller, Order order) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var sites = sites(caller, order);
        if (sites.isEmpty()) {
            return Optional.empty();
        }
        var language = order.language();
        var region = datasets.region(caller);
        var house = language.of(region.name().nb(), region.name().en());
        var stories = order.fields().has(Field.STORY)
                ? ProspectusSheet.places(sites).stream()
                        .flatMap(place -> texts.published(caller, place, language).stream())
                        .toList()
                : List.<Story>of();
        var sheet = new ProspectusSheet(
                house,
                language.of(region.contact().nb(), region.contact().en()),
                sites,
                stories,
                order,
                today(),
                maps.credit(caller));
        return Optional.of(paper.print(
                caller,
                sheet.sheet(
                        picture(caller, order, sites),
                        site -> sites.size() == 1 ? null : picture(caller, order, List.of(site))),
                madeAt()));
    }

    /** The sites as a picture for a slide, PNG; empty when the caller may see none of them. */
    public Optional<byte[]> slide(Caller caller, Order order) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var sites = sites(caller, order);
        if (sites.isEmpty()) {
            return Optional.empty();
        }
        var region = datasets.region(caller);
        var house = order.language().of(region.name().nb(), region.name().en());
        var shown = shown(sites);
        var map = shown.isEmpty()
                ? null
                : maps.png(caller, shown, FactSlide.MAP_WIDTH, FactSlide.MAP_HEIGHT, SLIDE_LETTERS);
        return Optional.of(
                paper.slide(caller, ProspectusSheet.slide(house, sites, map, order, today(), maps.credit(caller))));
    }

    private List<Presentation> sites(Caller caller, Order order) {
        return presentations.of(
                caller,
                order.sites(),
                order.fields(),
                no.arealkompass.present.Language.of(order.language().code()));
    }

    /** A map of these sites; null when their place is not shown. */
    private @Nullable Picture picture(Caller caller, Order order, List<Presentation> sites) {
        var shown = shown(sites);
        var language = order.language();
        if (shown.isEmpty()) {
            return null;
        }
        var names = String.join(", ", sites.stream().map(Presentation::name).toList());
        return new Picture(
                maps.png(caller, shown, WIDE, HIGH, LETTERS),
                language.of("Kart som viser ", "Map that shows ") + names,
                ProspectusSheet.caption(sites, maps.credit(caller), language),
                false);
    }

    private static List<SiteMaps.Shown> shown(List<Presentation> sites) {
        return sites.stream()
                .flatMap(site -> Optional.ofNullable(site.outline()).stream()
                        .map(outline -> new SiteMaps.Shown(
                                sites.size() == 1 ? "" : String.valueOf(site.number()),
                                outline.stored(),
                                outline.parts().stream()
                                        .map(Presentation.Part::stored)
                                        .toList())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** The day, not the hour: what has not changed is the same file. */
    private Instant madeAt() {
        return today().atStartOfDay(ZONE).toInstant();
    }
}

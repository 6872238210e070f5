package no.arealkompass.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.catalogue.Listed;
import no.arealkompass.catalogue.SiteCatalogue;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.SiteMaps;
import no.arealkompass.present.Fields;
import no.arealkompass.present.Presentation;
import no.arealkompass.prospectus.Order;
import no.arealkompass.prospectus.Prospectuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Maps and prospectuses of published sites. What was drawn is kept until the site or the ground is another. */
@RestController
class CatalogueFiles {
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final long MOST_BYTES = 48L << 20;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int LETTERS = 19;
    private static final int SMALL_WIDTH = 480;
    private static final int SMALL_HEIGHT = 252;
    private static final int SMALL_LETTERS = 12;

    private final SiteCatalogue catalogue;
    private final SiteMaps maps;
    private final Prospectuses prospectuses;
    private final Datasets datasets;
    private final Pages pages;
    private final Clock clock;
    private final Cache<List<Object>, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((List<Object> key, byte[] bytes) -> bytes.length)
            .build();

    CatalogueFiles(
            SiteCatalogue catalogue,
            SiteMaps maps,
            Prospectuses prospectuses,
            Datasets datasets,
            Pages pages,
            Clock clock) {
        this.catalogue = catalogue;
        this.maps = maps;
        this.prospectuses = prospectuses;
        this.datasets = datasets;
        this.pages = pages;
        this.clock = clock;
    }

    /** All published sites on one map; their numbers are those of the list. */
    @GetMapping("/omrader/kart.png")
    ResponseEntity<byte[]> overview() {
        var sites = catalogue.all(Caller.PUBLIC, no.arealkompass.present.Language.NB);
        List<Object> key = List.of(
                "overview",
                ground(),
                sites.stream().map(site -> site.id() + "@" + site.version()).toList());
        return picture(drawn.get(key, k -> PaperController.atADesk(() -> png(sites, true, WIDTH, HEIGHT, LETTERS))));
    }

    /** One published site on a map; a small one for the list. */
    @GetMapping("/omrader/{id}/kart.png")
    ResponseEntity<byte[]> map(@PathVariable String id, @RequestParam(name = "liten") @Nullable String small) {
        var site = site(id, Language.NB);
        boolean little = small != null;
        List<Object> key = List.of("map", ground(), id, site.version(), little);
        return picture(drawn.get(
                key,
                k -> PaperController.atADesk(() -> png(
                        List.of(site),
                        false,
                        little ? SMALL_WIDTH : WIDTH,
                        little ? SMALL_HEIGHT : HEIGHT,
                        little ? SMALL_LETTERS : LETTERS))));
    }

    private byte[] png(List<Listed> sites, boolean numbered, int width, int height, double letters) {
        var shown = sites.stream()
                .flatMap(site -> Optional.ofNullable(site.site().outline()).stream()
                        .map(outline -> new SiteMaps.Shown(
                                numbered ? String.valueOf(site.number()) : "",
                                outline.stored(),
                                outline.parts().stream()
                                        .map(Presentation.Part::stored)
                                        .toList())))
                .toList();
        return maps.png(Caller.PUBLIC, shown, width, height, letters);
    }

    /** The prospectus of one published site, in Norwegian. */
    @GetMapping("/omrader/{id}/prospekt.pdf")
    ResponseEntity<byte[]> norwegian(@PathVariable String id) {
        return pdf(id, Language.NB);
    }

    /** The same in English. */
    @GetMapping("/en/sites/{id}/prospectus.pdf")
    ResponseEntity<byte[]> english(@PathVariable String id) {
        return pdf(id, Language.EN);
    }

    private ResponseEntity<byte[]> pdf(String id, Language language) {
        var order = order(id, language);
        var body = kept("pdf", order, () -> prospectuses.pdf(Caller.PUBLIC, order));
        var name = language.of("prospekt-", "prospectus-") + id + ".pdf";
        return answer(body, MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(body);
    }

    /** One published site as a picture for a slide, in Norwegian. */
    @GetMapping("/omrader/{id}/lysbilde.png")
    ResponseEntity<byte[]> slideNorwegian(@PathVariable String id) {
        return slide(id, Language.NB);
    }

    /** The same in English. */
    @GetMapping("/en/sites/{id}/slide.png")
    ResponseEntity<byte[]> slideEnglish(@PathVariable String id) {
        return slide(id, Language.EN);
    }

    private ResponseEntity<byte[]> slide(String id, Language language) {
        var order = order(id, language);
        return picture(kept("slide", order, () -> prospectuses.slide(Caller.PUBLIC, order)));
    }

    private byte[] kept(String kind, Order order, Supplier<Optional<byte[]>> making) {
        var listed = site(order.sites().getFirst(), order.language());
        // What is printed is what the list shows, with the day; texts of the region may be written any time.
        List<Object> key = List.of(
                kind,
                ground(),
                listed.site().toString(),
                order.language(),
                order.address(),
                LocalDate.now(clock.withZone(ZONE)),
                pages.stories(listed.site(), order.language()));
        return drawn.get(key, k -> PaperController.atADesk(making).orElseThrow(CatalogueFiles::nothing));
    }

    private Order order(String id, Language language) {
        return new Order(
                List.of(site(id, language).id()),
                Fields.publicOnes(),
                language,
                "",
                pages.base() + CatalogueCard.address(id, language));
    }

    private Listed site(String id, Language language) {
        return catalogue
                .find(Caller.PUBLIC, id, CatalogueController.present(language))
                .orElseThrow(CatalogueFiles::nothing);
    }

    private static Refusal nothing() {
        return new Refusal(
                404,
                new Said(
                        "Området finnes ikke, eller det er ikke publisert.",
                        "The site does not exist, or is not published."),
                new Said("Se listen på /omrader.", "See the list at /en/sites."));
    }

    /** The versions of the layers a map may show. */
    private Set<Long> ground() {
        return datasets.inUse(Caller.PUBLIC).values().stream()
                .map(DatasetVersion::id)
                .collect(Collectors.toSet());
    }

    private static ResponseEntity<byte[]> picture(byte[] png) {
        return answer(png, MediaType.IMAGE_PNG).body(png);
    }

    private static ResponseEntity.BodyBuilder answer(byte[] body, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(Pages.mark(body))
                .contentType(type);
    }
}

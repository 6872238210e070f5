package no.arealkompass.api;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.catalogue.SiteCatalogue;
import no.arealkompass.present.Field;
import no.arealkompass.present.Fields;
import no.arealkompass.prospectus.Order;
import no.arealkompass.prospectus.Prospectuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prospectuses of chosen sites, for those who have logged in. What is not published says so across every page. */
@RestController
@RequestMapping("/api/prospectus")
class ProspectusController {
    private static final int MOST_WATERMARK = 60;
    private static final int MOST_PARAMETER = 4000;

    private final Prospectuses prospectuses;
    private final SiteCatalogue catalogue;
    private final Pages pages;

    ProspectusController(Prospectuses prospectuses, SiteCatalogue catalogue, Pages pages) {
        this.prospectuses = prospectuses;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /**
     * The prospectus.
     *
     * @param sites ids with commas between
     * @param fields keys with commas between; without it what the catalogue shows
     * @param watermark for whom it is
     */
    @GetMapping
    ResponseEntity<byte[]> pdf(
            Caller caller,
            @RequestParam String sites,
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable String fields,
            @RequestParam(defaultValue = "") String watermark) {
        Access.require(caller, Operation.READ_INTERNAL);
        var order = order(sites, lang, fields, watermark);
        var body =
                PaperController.atADesk(() -> prospectuses.pdf(caller, order)).orElseThrow(this::nothing);
        return answer(body, MediaType.APPLICATION_PDF, "prospekt.pdf");
    }

    /** The same sites as a picture for a slide. */
    @GetMapping("/slide.png")
    ResponseEntity<byte[]> slide(
            Caller caller,
            @RequestParam String sites,
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable String fields,
            @RequestParam(defaultValue = "") String watermark) {
        Access.require(caller, Operation.READ_INTERNAL);
        var order = order(sites, lang, fields, watermark);
        var body =
                PaperController.atADesk(() -> prospectuses.slide(caller, order)).orElseThrow(this::nothing);
        return answer(body, MediaType.IMAGE_PNG, "lysbilde.png");
    }

    private Order order(String sites, @Nullable String lang, @Nullable String fields, String watermark) {
        var language = PaperController.language(lang);
        var ids = list(sites);
        if (ids.isEmpty() || ids.size() > Prospectuses.MOST_SITES) {
            throw refusal(
                    new Said("«sites» har " + ids.size() + " områder.", "'sites' has " + ids.size() + " sites."),
                    new Said(
                            "Oppgi 1 til " + Prospectuses.MOST_SITES + " id-er med komma mellom.",
                            "Give 1 to " + Prospectuses.MOST_SITES + " ids with commas between."));
        }
        if (watermark.length() > MOST_WATERMARK) {
            throw refusal(
                    new Said("Vannmerket er for langt.", "The watermark is too long."),
                    new Said(
                            "Bruk høyst " + MOST_WATERMARK + " tegn.",
                            "Use at most " + MOST_WATERMARK + " characters."));
        }
        boolean open = ids.stream()
                .allMatch(id -> catalogue
                        .find(Caller.PUBLIC, id, CatalogueController.present(language))
                        .isPresent());
        var mark = watermark.replaceAll("\\p{Cntrl}", " ").strip();
        var chosen = fields == null ? Fields.publicOnes() : fields(new LinkedHashSet<>(list(fields)));
        // The address of its page names a site.
        boolean paged = ids.size() == 1 && open && chosen.has(Field.NAME);
        return new Order(
                ids,
                chosen,
                language,
                mark.isEmpty() && !open ? language.of("Ikke publisert", "Not published") : mark,
                paged ? pages.base() + CatalogueCard.address(ids.getFirst(), language) : "");
    }

    private static List<String> list(String text) {
        if (text.length() > MOST_PARAMETER) {
            throw refusal(
                    new Said("Listen er for lang.", "The list is too long."),
                    new Said(
                            "Bruk høyst " + MOST_PARAMETER + " tegn.",
                            "Use at most " + MOST_PARAMETER + " characters."));
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static Fields fields(Set<String> keys) {
        try {
            return Fields.of(keys);
        } catch (IllegalArgumentException e) {
            throw refusal(
                    new Said("«fields» har felt som ikke finnes.", "'fields' has fields that do not exist."),
                    new Said("Bruk nøklene fra feltlisten.", "Use the keys of the list of fields."));
        }
    }

    private static Refusal refusal(Said what, Said remedy) {
        return new Refusal(400, what, remedy);
    }

    private Refusal nothing() {
        return new Refusal(
                404,
                new Said("Ingen av områdene finnes.", "None of the sites exists."),
                new Said("Se listen på /api/sites.", "See the list at /api/sites."));
    }

    private static ResponseEntity<byte[]> answer(byte[] body, MediaType type, String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(type)
                .body(body);
    }
}

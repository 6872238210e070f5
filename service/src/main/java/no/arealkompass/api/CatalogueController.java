package no.arealkompass.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.access.Caller;
import no.arealkompass.catalogue.Listed;
import no.arealkompass.catalogue.Listing;
import no.arealkompass.catalogue.SiteCatalogue;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.paper.Language;
import no.arealkompass.present.FactGroup;
import no.arealkompass.present.Presentation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public catalogue as pages: the list with its filters, a page for each published site in both languages, and the list
 * that stands inside a municipality's own pages. Everyone sees the same, logged in or not.
 */
@RestController
@RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
class CatalogueController {
    /** Sites on one page: a hundred kilobytes. */
    static final int PAGE_SIZE = 48;

    private static final String LIST_NB = "/omrader";
    private static final String LIST_EN = "/en/sites";
    private static final Set<String> WAYS = Set.of("driveTimes", "lorryTimes");
    private static final List<String> STYLES = List.of("/pages/catalogue.css");

    private final SiteCatalogue catalogue;
    private final Datasets datasets;
    private final Pages pages;

    CatalogueController(SiteCatalogue catalogue, Datasets datasets, Pages pages) {
        this.catalogue = catalogue;
        this.datasets = datasets;
        this.pages = pages;
    }

    @GetMapping(LIST_NB)
    ResponseEntity<String> norwegian(@RequestParam Map<String, String> parameters) {
        return list(Language.NB, parameters);
    }

    @GetMapping(LIST_EN)
    ResponseEntity<String> english(@RequestParam Map<String, String> parameters) {
        return list(Language.EN, parameters);
    }

    private ResponseEntity<String> list(Language language, Map<String, String> parameters) {
        var choices = catalogue.choices(Caller.PUBLIC);
        var form = FilterForm.read(parameters, choices, language);
        var listing = catalogue.list(Caller.PUBLIC, form.filter(), present(language));
        var path = language.of(LIST_NB, LIST_EN);
        var other = language.of(LIST_EN, LIST_NB);
        var title = language.of("Ledige næringsarealer", "Available business land");
        var words = listing.all()
                + language.of(
                        " næringsarealer med fakta, kilder og datoer.",
                        " business sites with facts, sources and dates.");
        var frame = form.given().isEmpty()
                ? Frame.open(language, title, words, path, other).described(listData(listing, title, language))
                : Frame.unlisted(language, title, words, path + form.query(), other + form.query());
        var picture = language.of("/omrader/kart.png", "/omrader/kart.png?lang=en");
        var model = new HashMap<String, Object>(cards(listing, form, language));
        model.put("form", form);
        model.put("choices", choices);
        model.put("listing", listing);
        model.put("action", path);
        model.put("picture", picture);
        pages.story("", language).ifPresent(story -> model.put("story", story));
        return pages.page(
                "catalogue",
                frame.dressed(STYLES, List.of())
                        .fed(path + "/feed.xml")
                        .pictured(new Frame.Picture(picture, language.of("Kart over områdene", "Map of the sites"))),
                model);
    }

    /** The part of the list that is shown: what fits first, then what may fit. */
    private static Map<String, Object> cards(Listing listing, FilterForm form, Language language) {
        int all = listing.fitting().size() + listing.unsure().size();
        int pages = Math.max(1, (all + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.min(form.page(), pages);
        int from = (page - 1) * PAGE_SIZE;
        var fitting = new ArrayList<CatalogueCard>();
        var unsure = new ArrayList<CatalogueCard>();
        for (int i = from; i < Math.min(all, from + PAGE_SIZE); i++) {
            if (i < listing.fitting().size()) {
                fitting.add(CatalogueCard.of(listing.fitting().get(i), form.filter(), Set.of(), language));
            } else {
                var one = listing.unsure().get(i - listing.fitting().size());
                unsure.add(CatalogueCard.of(one.site(), form.filter(), one.lacking(), language));
            }
        }
        return Map.of("fitting", fitting, "unsure", unsure, "page", page, "pages", pages);
    }

    private String listData(Listing listing, String title, Language language) {
        return SchemaOrg.list(
                title,
                listing.fitting().stream().limit(PAGE_SIZE).toList(),
                id -> pages.base() + CatalogueCard.address(id, language));
    }

    @GetMapping(LIST_NB + "/{id}")
    ResponseEntity<String> siteNorwegian(@PathVariable String id) {
        return site(Language.NB, id);
    }

    @GetMapping(LIST_EN + "/{id}")
    ResponseEntity<String> siteEnglish(@PathVariable String id) {
        return site(Language.EN, id);
    }

    private ResponseEntity<String> site(Language language, String id) {
        return catalogue
                .find(Caller.PUBLIC, id, present(language))
                .map(listed -> page(listed, language))
                .orElseGet(() -> nothing(language));
    }

    /** The same words for a site that was never there, is a draft, or is withdrawn. */
    private ResponseEntity<String> nothing(Language language) {
        return pages.nothing(
                language,
                new Said("Her er det ikke noe område", "There is no site here"),
                new Said(
                        "Området finnes ikke, eller det er ikke lenger publisert.",
                        "The site does not exist, or it is no longer published."),
                language.of(LIST_NB, LIST_EN),
                language.of(LIST_EN, LIST_NB));
    }

    private ResponseEntity<String> page(Listed listed, Language language) {
        var site = listed.site();
        var own = CatalogueCard.address(listed.id(), language);
        var other = CatalogueCard.address(listed.id(), language == Language.NB ? Language.EN : Language.NB);
        var picture = "/omrader/" + listed.id() + "/kart.png" + language.of("", "?lang=en");
        var words = site.kindName() + " · " + CatalogueCard.where(site) + ". " + knownWords(site);
        var frame = Frame.open(language, site.name(), words, own, other)
                .dressed(STYLES, List.of())
                .described(SchemaOrg.site(listed, pages.base(), own, picture, language));
        var model = new HashMap<String, Object>();
        model.put("listed", listed);
        model.put("site", site);
        model.put("where", CatalogueCard.where(site));
        model.put("knockOut", groups(site, true));
        model.put("market", groups(site, false));
        model.put("picture", picture);
        model.put(
                "lorries",
                site.distances().stream().anyMatch(way -> !way.lorry().isEmpty()));
        model.put("stories", pages.stories(site, language));
        model.put("ask", own + language.of("/henvendelse", "/enquiry"));
        model.put("prospectus", own + language.of("/prospekt.pdf", "/prospectus.pdf"));
        return pages.page(
                "site",
                site.outline() == null
                        ? frame
                        : frame.pictured(new Frame.Picture(picture, language.of("Kart: ", "Map: ") + site.name())),
                model);
    }

    /** Groups of facts without the drive times, which have a table of their own. */
    private static List<FactGroup> groups(Presentation site, boolean knockOut) {
        return site.groups().stream()
                .filter(group -> group.knockOut() == knockOut)
                .map(group -> new FactGroup(
                        group.key(),
                        group.name(),
                        group.knockOut(),
                        group.facts().stream()
                                .filter(fact -> !WAYS.contains(fact.key()))
                                .toList()))
                .filter(group -> !group.facts().isEmpty())
                .toList();
    }

    /** The first facts that are known, for previews. */
    private static String knownWords(Presentation site) {
        return String.join(
                " · ",
                site.groups().stream()
                        .flatMap(group -> group.facts().stream())
                        .filter(fact -> fact.known())
                        .limit(3)
                        .map(fact -> fact.label() + ": " + fact.value())
                        .toList());
    }

    /** The list for other pages: without header and footer, its links open in a window of their own. */
    @GetMapping("/innebygd/omrader")
    ResponseEntity<String> embedded(@RequestParam Map<String, String> parameters) {
        var language = Language.of(parameters.getOrDefault("lang", "nb"));
        var form = FilterForm.read(parameters, catalogue.choices(Caller.PUBLIC), language);
        var listing = catalogue.list(Caller.PUBLIC, form.filter(), present(language));
        var frame = Frame.unlisted(
                        language,
                        language.of("Ledige næringsarealer", "Available business land"),
                        "",
                        "/innebygd/omrader",
                        "")
                .dressed(STYLES, List.of());
        var model = new HashMap<String, Object>(cards(listing, form, language));
        model.put("listing", listing);
        model.put("whole", language.of(LIST_NB, LIST_EN) + form.query());
        model.put(
                "place",
                datasets.region(Caller.PUBLIC).municipalities().stream()
                        .filter(m -> m.number().equals(form.filter().municipality()))
                        .map(m -> m.name())
                        .findFirst()
                        .orElse(""));
        return pages.page("embedded", frame, model);
    }

    static no.arealkompass.present.Language present(Language language) {
        return no.arealkompass.present.Language.of(language.code());
    }
}

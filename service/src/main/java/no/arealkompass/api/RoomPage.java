package no.arealkompass.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.arealkompass.access.Caller;
import no.arealkompass.paper.Language;
import no.arealkompass.paper.SiteMaps;
import no.arealkompass.present.Field;
import no.arealkompass.present.Fields;
import no.arealkompass.present.Presentation;
import no.arealkompass.present.Presentations;
import no.arealkompass.prospectus.Order;
import no.arealkompass.prospectus.RegionTexts;
import no.arealkompass.prospectus.Story;
import no.arealkompass.share.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The investor's page: all a link shows, whole when it leaves the server. */
@Component
class RoomPage {
    private static final List<String> STYLES = List.of("/pages/room.css", "/pages/enquiry.css");
    private static final List<String> SCRIPTS = List.of("/pages/room.js");

    private final Presentations presentations;
    private final RegionTexts texts;
    private final RoomMaps maps;
    private final SiteMaps pictures;
    private final EnquiryForms enquiries;
    private final Settings settings;
    private final Pages pages;

    RoomPage(
            Presentations presentations,
            RegionTexts texts,
            RoomMaps maps,
            SiteMaps pictures,
            EnquiryForms enquiries,
            Settings settings,
            Pages pages) {
        this.presentations = presentations;
        this.texts = texts;
        this.maps = maps;
        this.pictures = pictures;
        this.enquiries = enquiries;
        this.settings = settings;
        this.pages = pages;
    }

    /**
     * What a link shows, as its recipient reads it.
     *
     * @param address address of the page without the host; null in a preview, where nothing leads back to a link
     * @param lang nb or en; null = as the link says
     */
    record Asked(
            Opened.Shown shown,
            @Nullable String address,
            @Nullable String lang) {
        Language language() {
            return Language.of(lang == null ? shown.link().language() : lang);
        }

        Fields fields() {
            return Fields.of(shown.link().fields());
        }

        Caller reader() {
            return shown.recipient();
        }
    }

    /** The page for its sender, before or after the link is sent: in the link's language, without anything to press. */
    ResponseEntity<?> html(Opened.Shown shown, boolean preview) {
        return html(new Asked(shown, preview ? null : "", null));
    }

    ResponseEntity<?> html(Asked asked) {
        var language = asked.language();
        var sites = sites(asked);
        if (sites.isEmpty()) {
            throw new IllegalStateException("A link that shows no site is closed");
        }
        var model = new HashMap<String, Object>();
        model.put(
                "sites", sites.stream().map(site -> RoomView.of(site, language)).toList());
        model.put("compared", sites.size() > 1 ? RoomView.compare(sites) : List.of());
        model.put("w", words(language));
        model.put("validUntil", language.date(asked.shown().link().expiresAt().minusSeconds(1)));
        model.put("link", asked.shown().link());
        model.put("message", paragraphs(asked.shown().link().message()));
        model.put("address", Objects.requireNonNullElse(asked.address(), ""));
        model.put("preview", asked.address() == null);
        model.put("changes", changes(asked));
        model.put("since", since(asked, language));
        model.put("stories", stories(asked, sites, language));
        model.put("credit", hasMap(sites) ? pictures.credit(asked.reader()) : "");
        if (asked.address() != null) {
            var action = asked.address() + "/henvendelse?lang=" + language.code();
            model.put(
                    "enquiry",
                    enquiries.forLink(
                            asked.reader(), action, asked.shown().link().id()));
        }
        maps(asked, sites, model);
        return pages.secret("room", frame(asked, sites, language), model);
    }

    List<Presentation> sites(Asked asked) {
        return presentations.of(asked.reader(), asked.shown().sites(), asked.fields(), words(asked.language()));
    }

    /** The same on paper. */
    Order order(Asked asked) {
        var link = asked.shown().link();
        return new Order(
                asked.shown().sites(),
                asked.fields(),
                asked.language(),
                link.protection().watermark(),
                pages.base() + asked.address());
    }

    private static no.arealkompass.present.Language words(Language language) {
        return no.arealkompass.present.Language.of(language.code());
    }

    static boolean hasMap(List<Presentation> sites) {
        return sites.stream().anyMatch(site -> site.outline() != null);
    }

    /** A preview carries its pictures in itself: it has no link's address to fetch them from. */
    private void maps(Asked asked, List<Presentation> sites, Map<String, Object> model) {
        model.put("baseMap", asked.address() == null ? null : settings.baseMap());
        List<String> addresses = new ArrayList<>();
        boolean map = hasMap(sites);
        var lang = "&lang=" + asked.language().code();
        for (int number = 0; map && number <= (sites.size() > 1 ? sites.size() : 0); number++) {
            addresses.add(
                    asked.address() == null
                            ? "data:image/png;base64,"
                                    + Base64.getEncoder().encodeToString(maps.page(asked.reader(), sites, number))
                            : asked.address() + "/map.png?site=" + number + lang);
        }
        model.put("maps", addresses);
        model.put("mapWidth", RoomMaps.WIDTH);
        model.put("mapHeight", RoomMaps.HEIGHT);
    }

    private Frame frame(Asked asked, List<Presentation> sites, Language language) {
        var address = Objects.requireNonNullElse(asked.address(), "/i");
        var frame = Frame.unlisted(
                        language,
                        title(sites, language),
                        description(sites, language),
                        asked.address() == null ? "/i" : address + "?lang=" + language.code(),
                        asked.address() == null ? "" : address + "?lang=" + language.of("en", "nb"))
                .dressed(STYLES, SCRIPTS);
        return asked.address() != null && hasMap(sites)
                ? frame.pictured(
                        new Frame.Picture(address + "/og.png", language.of("Kart over området", "Map of the site")))
                : frame;
    }

    /** Neutral: a name stands in it only where names are shown, and never that of a recipient. */
    static String title(List<Presentation> sites, Language language) {
        var first = sites.getFirst();
        return sites.size() == 1
                ? first.id() == null ? first.kindName() : first.name()
                : language.of(sites.size() + " områder for næring", sites.size() + " sites for business");
    }

    private static String description(List<Presentation> sites, Language language) {
        var places = new LinkedHashSet<String>();
        sites.forEach(site -> site.municipalities().forEach(place -> places.add(place.name())));
        var where = places.isEmpty() ? "" : language.of(" i ", " in ") + String.join(", ", places);
        return language.of("Fakta, kart og kontakt for områder for næring", "Facts, map and contact for business sites")
                + where + ".";
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private List<no.arealkompass.present.Change> changes(Asked asked) {
        var since = asked.shown().lastSeenBefore();
        return since == null
                ? List.of()
                : presentations.changedSince(
                        asked.reader(), asked.shown().sites(), asked.fields(), words(asked.language()), since);
    }

    private static String since(Asked asked, Language language) {
        var since = asked.shown().lastSeenBefore();
        return since == null ? "" : language.date(since);
    }

    /** The region's own words, and those of the municipalities where it is told which they are. */
    private List<Story> stories(Asked asked, List<Presentation> sites, Language language) {
        if (!asked.fields().has(Field.STORY)) {
            return List.of();
        }
        Set<String> places = new LinkedHashSet<>();
        sites.forEach(site -> site.municipalities().forEach(place -> places.add(place.number())));
        places.add("");
        return places.stream()
                .flatMap(place -> texts.published(Caller.PUBLIC, place, language).stream())
                .toList();
    }

    /** For the address of a page in a code to be read by a telephone. */
    byte[] code(String address) {
        return QrPicture.svg(pages.base() + address).getBytes(StandardCharsets.UTF_8);
    }
}

package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Role;
import no.arealkompass.geo.Bbox;
import no.arealkompass.intake.Intake;
import no.arealkompass.site.Freshness;
import no.arealkompass.site.Saved;
import no.arealkompass.site.Site;
import no.arealkompass.site.SiteChange;
import no.arealkompass.site.SiteHistory;
import no.arealkompass.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Sites as plain resources: read, made, changed, confirmed, and as they were. As GeoJSON they are a collection. A change
 * names the version it was made from ({@code If-Match}), so that two editors never overwrite each other.
 */
@RestController
@RequestMapping(path = "/api/sites", produces = MediaType.APPLICATION_JSON_VALUE)
class SitesController {
    /** A run over a region takes about a second; whoever saves waits for it that long, and no longer. */
    private static final int WAIT_SECONDS = 2;

    private final Sites sites;
    private final Intake intake;

    SitesController(Sites sites, Intake intake) {
        this.sites = sites;
        this.intake = intake;
    }

    record SitePage(List<SiteBody> items, int total) {}

    /**
     * @param changed false when the site already read so and no version was made
     * @param runPending whether the scores are still those of the version before
     * @param warnings what should be looked at
     */
    record SavedBody(SiteBody site, boolean changed, boolean runPending, List<Fault> warnings) {}

    /** @param place longitude and latitude; null when the fault has no place */
    record Fault(
            String code, String field, @Nullable List<Double> place, boolean blocking, String message, String remedy) {}

    record History(List<HistoryItem> items, int total) {}

    record HistoryItem(
            int version,
            Instant at,
            @Nullable String by,
            Role byRole,
            String why,
            Site.Publication publication,
            List<SiteChange> changed) {
        static HistoryItem of(SiteHistory.Entry entry) {
            var site = entry.site();
            return new HistoryItem(
                    site.version(),
                    site.at(),
                    entry.by(),
                    site.byRole(),
                    site.why(),
                    site.publication(),
                    entry.changes());
        }
    }

    @GetMapping
    SitePage list(Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 500);
        var items = sites.list(caller, Bbox.WORLD, page.limit(), page.offset()).stream()
                .map(site -> SiteBody.of(site, sites.freshness(site), named(caller), null, Map.of()))
                .toList();
        return new SitePage(items, sites.count(caller, Bbox.WORLD));
    }

    @GetMapping("/{id}")
    ResponseEntity<SiteBody> get(Caller caller, @PathVariable String id, @RequestParam @Nullable String on) {
        if (on != null) {
            var day = day(on);
            var site = sites.on(caller, id, day);
            return ResponseEntity.ok(body(caller, site, sites.freshness(site, day)));
        }
        var site = sites.get(caller, id);
        return ResponseEntity.ok().eTag(tag(site)).body(body(caller, site, sites.freshness(site)));
    }

    @GetMapping("/{id}/history")
    History history(
            Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer offset) {
        var page = Page.of(limit, offset, 100);
        var history = sites.history(caller, id, page.limit(), page.offset());
        return new History(history.items().stream().map(HistoryItem::of).toList(), history.total());
    }

    @GetMapping("/{id}/versions/{version}")
    SiteBody version(Caller caller, @PathVariable String id, @PathVariable int version) {
        var site = sites.version(caller, id, version);
        return body(caller, site, sites.freshness(site));
    }

    @PostMapping
    ResponseEntity<SavedBody> create(Caller caller, HttpServletRequest request, Locale locale) throws IOException {
        Access.require(caller, Operation.EDIT_SITES);
        var body = SiteDraftReader.body(request.getInputStream());
        var id = body.path("id").asString("");
        var saved = sites.save(caller, id, null, SiteDraftReader.read(id, body));
        return answer(caller, saved, request, locale, 201);
    }

    @PutMapping("/{id}")
    ResponseEntity<SavedBody> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        Access.require(caller, Operation.EDIT_SITES);
        int version = IfMatch.version(ifMatch);
        var draft = SiteDraftReader.read(id, SiteDraftReader.body(request.getInputStream()));
        return answer(caller, sites.save(caller, id, version, draft), request, locale, 200);
    }

    @PostMapping("/{id}/revert")
    ResponseEntity<SavedBody> revert(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        Access.require(caller, Operation.EDIT_SITES);
        int version = IfMatch.version(ifMatch);
        var body = SiteDraftReader.body(request.getInputStream());
        var saved = sites.revert(caller, id, version, body.path("version").asInt(0), text(body, "why"));
        return answer(caller, saved, request, locale, 200);
    }

    @PostMapping("/{id}/confirmations")
    ResponseEntity<SiteBody> confirm(Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        Access.require(caller, Operation.EDIT_SITES);
        var body = SiteDraftReader.body(request.getInputStream());
        var site = sites.confirm(caller, id, text(body, "by"), day(text(body, "on")), text(body, "note"));
        return ResponseEntity.status(201).eTag(tag(site)).body(body(caller, site, sites.freshness(site)));
    }

    private ResponseEntity<SavedBody> answer(
            Caller caller, Saved saved, HttpServletRequest request, Locale locale, int status) {
        boolean pending = saved.changed() && !intake.bringUpToDateSoon(caller, patience(request));
        var site = saved.site();
        return ResponseEntity.status(status)
                .eTag(tag(site))
                .location(URI.create("/api/sites/" + site.id()))
                .body(new SavedBody(
                        body(caller, site, sites.freshness(site)),
                        saved.changed(),
                        pending,
                        Problems.faults(saved.warnings(), locale)));
    }

    private static Duration patience(HttpServletRequest request) {
        var prefer = request.getHeader("Prefer");
        return Duration.ofSeconds(
                prefer != null && prefer.matches("wait=\\d{1,2}")
                        ? Math.min(60, Integer.parseInt(prefer.substring(5)))
                        : WAIT_SECONDS);
    }

    private SiteBody body(Caller caller, Site site, Freshness freshness) {
        return SiteBody.of(site, freshness, named(caller), sites.outline(site), sites.partOutlines(site));
    }

    private static boolean named(Caller caller) {
        return Access.may(caller, Operation.READ_ALL);
    }

    private static String tag(Site site) {
        return "\"" + site.version() + "\"";
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(
                    400,
                    new Said("«" + text + "» er ingen dato.", "'" + text + "' is no date."),
                    new Said(
                            "Skriv år-måned-dag, for eksempel 2026-05-17.",
                            "Write year-month-day, such as 2026-05-17."));
        }
    }

    private static String text(JsonNode body, String key) {
        return body.path(key).asString("").strip();
    }
}

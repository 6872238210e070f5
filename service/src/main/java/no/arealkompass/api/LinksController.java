package no.arealkompass.api;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.present.Fields;
import no.arealkompass.present.Presentations;
import no.arealkompass.share.Link;
import no.arealkompass.share.LinkDraft;
import no.arealkompass.share.Links;
import no.arealkompass.share.Made;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Investors' links for those who make them. A token leaves here once, in the answer to making or reissuing. */
@RestController
@RequestMapping(path = "/api/links", produces = MediaType.APPLICATION_JSON_VALUE)
class LinksController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int MOST_SITES = 20;

    private final Links links;
    private final Presentations presentations;
    private final RoomPage room;

    LinksController(Links links, Presentations presentations, RoomPage room) {
        this.links = links;
        this.presentations = presentations;
        this.room = room;
    }

    /** @param until the last day */
    record Body(
            String id,
            Link.Shape shape,
            List<String> sites,
            @Nullable String answer,
            List<String> fields,
            String language,
            String message,
            Link.Contact contact,
            String recipient,
            @Nullable String codeMail,
            String watermark,
            Set<Link.Download> downloads,
            String until,
            Link.State state,
            String madeBy,
            String madeAt,
            OpeningsBody openings) {}

    record OpeningsBody(int count, @Nullable String newest) {}

    /**
     * @param mailConfigured whether codes can be sent
     * @param addressLength characters an address has; more than {@code longestAddress} may be broken by mail programs
     */
    record Own(boolean mailConfigured, int addressLength, int longestAddress, List<Body> items) {}

    /** @param address the whole address, or what comes after the page's when the service does not know its own */
    record MadeBody(Body link, String address) {}

    record OpeningBody(String minute, int times) {}

    record Items<T>(List<T> items) {}

    record Until(@Nullable String until) {}

    /**
     * @param usual keys of the fields that the public catalogue shows
     * @param known of the sites asked for, the keys of the fields about which something is known
     */
    record FieldsBody(List<Fields.Group> groups, Set<String> usual, Map<String, Set<String>> known) {}

    record PreviewBody(String address) {}

    /** The caller's own links, for an administrator all; newest first. */
    @GetMapping
    ResponseEntity<Own> own(Caller caller) {
        var items = links.list(caller).stream().map(LinksController::body).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Own(links.mailConfigured(caller), links.addressLength(), Links.LONGEST_ADDRESS, items));
    }

    /**
     * Which fields can be chosen, and what is known of them at some sites.
     *
     * @param sites ids, separated by commas
     */
    @GetMapping("/fields")
    FieldsBody fields(Caller caller, @RequestParam(defaultValue = "") String sites) {
        Access.require(caller, Operation.SHARE);
        var ids = Arrays.stream(sites.split(",", MOST_SITES + 1))
                .filter(id -> !id.isBlank())
                .limit(MOST_SITES)
                .toList();
        return new FieldsBody(Fields.groups(), Fields.publicOnes().keys(), presentations.known(caller, ids));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MadeBody> make(Caller caller, @RequestBody LinkDraft draft) {
        var made = links.make(caller, draft);
        return told(
                ResponseEntity.created(URI.create("/api/links/" + made.link().id())), made);
    }

    @GetMapping("/{id}")
    Body get(Caller caller, @PathVariable String id) {
        return body(links.get(caller, id(id)));
    }

    /** When a person opened it, newest first. */
    @GetMapping("/{id}/openings")
    Items<OpeningBody> openings(Caller caller, @PathVariable String id) {
        return new Items<>(links.openings(caller, id(id)).stream()
                .map(opening -> new OpeningBody(opening.minute().toString(), opening.times()))
                .toList());
    }

    /** Ends a link for good; doing so twice is harmless. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable String id) {
        links.withdraw(caller, id(id));
    }

    /** Another last day. */
    @PutMapping(path = "/{id}/until", consumes = MediaType.APPLICATION_JSON_VALUE)
    Body extend(Caller caller, @PathVariable String id, @RequestBody Until until) {
        return body(links.extend(caller, id(id), until.until()));
    }

    /** Another token; the old one opens nothing any more. */
    @PostMapping("/{id}/reissue")
    ResponseEntity<MadeBody> reissue(Caller caller, @PathVariable String id) {
        return told(ResponseEntity.ok(), links.reissue(caller, id(id)));
    }

    /** What the recipient sees, not counted. */
    @GetMapping(path = "/{id}/preview", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<?> preview(Caller caller, @PathVariable String id) {
        return room.html(links.preview(caller, id(id)), true);
    }

    /** Keeps a link that is not made yet for some minutes, to be looked at. */
    @PostMapping(path = "/previews", consumes = MediaType.APPLICATION_JSON_VALUE)
    PreviewBody look(Caller caller, @RequestBody LinkDraft draft) {
        return new PreviewBody("/api/links/previews/" + links.keepPreview(caller, draft));
    }

    /** What the recipient would see of it. */
    @GetMapping(path = "/previews/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<?> looked(Caller caller, @PathVariable String id) {
        return room.html(links.keptPreview(caller, id(id)), true);
    }

    private static ResponseEntity<MadeBody> told(ResponseEntity.BodyBuilder answer, Made made) {
        return answer.cacheControl(CacheControl.noStore()).body(new MadeBody(body(made.link()), made.address()));
    }

    private static Body body(Link link) {
        var newest = link.openings().newest();
        return new Body(
                link.id().toString(),
                link.shape(),
                link.sites(),
                link.view() == null ? null : link.view().toString(),
                link.fields().stream().sorted(Comparator.naturalOrder()).toList(),
                link.language(),
                link.message(),
                link.contact(),
                link.recipient(),
                link.protection().codeMail(),
                link.protection().watermark(),
                new TreeSet<>(link.downloads()),
                LocalDate.ofInstant(link.expiresAt().minusSeconds(1), ZONE).toString(),
                link.state(),
                link.madeBy(),
                link.madeAt().toString(),
                new OpeningsBody(link.openings().count(), newest == null ? null : newest.toString()));
    }

    /** What is no id belongs to no link. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}

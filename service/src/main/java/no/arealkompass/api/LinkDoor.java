package no.arealkompass.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.arealkompass.access.Caller;
import no.arealkompass.paper.Language;
import no.arealkompass.share.Links;
import no.arealkompass.share.Opened;
import no.arealkompass.share.Pass;
import no.arealkompass.share.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The one way in for whoever holds a link: page, pictures, documents and forms all pass here, so that none of them can be had
 * of a link that shows nothing, and what is refused looks the same everywhere.
 */
@Component
class LinkDoor {
    /** Programs that fetch a page to show a preview of it, to index it, or because somebody wrote a script. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)bot|crawl|spider|preview|facebookexternalhit|whatsapp|slack|telegram|discord|twitter|linkedin|skype"
                    + "|teams|safelinks|embedly|pinterest|redditbot|iframely|curl|wget|python|java/|okhttp|go-http|axios");

    /** Headers that this class alone decides. */
    private static final List<String> OWN_HEADERS =
            List.of(HttpHeaders.CACHE_CONTROL, "Referrer-Policy", "X-Robots-Tag", HttpHeaders.ETAG);

    /** What is refused takes this long at least, whatever was looked up before. */
    private static final Duration REFUSING = Duration.ofMillis(80);

    private static final int MANY = 20;
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Links links;
    private final Pages pages;

    LinkDoor(Links links, Pages pages) {
        this.links = links;
        this.pages = pages;
    }

    /**
     * Lets whoever holds the token through, or answers by itself.
     *
     * @param page whether the page itself is asked for, so that a person opening it is counted
     * @param then makes the answer for what the link shows
     */
    ResponseEntity<?> through(
            String token, HttpServletRequest request, boolean page, Function<Opened.Shown, ResponseEntity<?>> then) {
        var began = Instant.now();
        guard();
        var opened = links.open(Caller.PUBLIC, visit(token, request, page));
        return switch (opened) {
            case Opened.Shown shown -> own(then.apply(shown));
            case Opened.NeedsCode needs -> code(token, needs, "");
            case Opened.Closed closed -> closed(began);
            case Opened.TooMany many -> tooMany();
        };
    }

    /** The neutral answer, for what a link does not allow as well. */
    ResponseEntity<?> closed() {
        guard();
        return ResponseEntity.status(404).contentType(HTML).body(nothing());
    }

    private ResponseEntity<?> closed(Instant began) {
        var rest = REFUSING.minus(Duration.between(began, Instant.now()));
        try {
            Thread.sleep(rest.isNegative() ? Duration.ZERO : rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return closed();
    }

    private String nothing() {
        var language = language();
        var frame = Frame.unlisted(
                language,
                language.of("Denne lenken viser ikke noe", "This link shows nothing"),
                language.of(
                        "Lenken kan være utløpt, trukket tilbake eller skrevet feil. Be avsenderen om en ny, eller ta kontakt med regionen.",
                        "The link may have expired, been withdrawn or been mistyped. Ask the sender for a new one, or contact the region."),
                "/i",
                "");
        return pages.render("nothing", frame, Map.of());
    }

    private ResponseEntity<?> tooMany() {
        var language = language();
        var frame = Frame.unlisted(
                language,
                language.of("For mange forsøk", "Too many attempts"),
                language.of(
                        "Det er åpnet for mange lenker som ikke finnes, fra dette nettverket. Vent ti minutter og prøv igjen.",
                        "Too many links that do not exist were opened from this network. Wait ten minutes and try again."),
                "/i",
                "");
        return ResponseEntity.status(429)
                .header(HttpHeaders.RETRY_AFTER, "600")
                .contentType(HTML)
                .body(pages.render("nothing", frame, Map.of()));
    }

    /**
     * The page that asks for a code.
     *
     * @param said what became of the last attempt; empty at first
     */
    ResponseEntity<?> code(String token, Opened.NeedsCode needs, String said) {
        var language = Language.of(needs.language());
        var frame = Frame.unlisted(
                language,
                language.of("Bekreft at lenken er til deg", "Confirm that the link is for you"),
                language.of("Lenken er beskyttet med en kode.", "The link is protected by a code."),
                "/i",
                "");
        var model = Map.of("action", "/i/" + token + "/kode", "said", said);
        return ResponseEntity.ok().contentType(HTML).body(pages.render("linkcode", frame, model));
    }

    /** The one who stands at the door. */
    static Visit visit(String token, HttpServletRequest request, boolean page) {
        return new Visit(token, passes(request), page && isPerson(request), request.getRemoteAddr());
    }

    private static List<String> passes(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().startsWith(Pass.PREFIX))
                .map(Cookie::getValue)
                .limit(MANY)
                .toList();
    }

    /**
     * Whether this looks like a person in a browser. A mail scanner that says it is one cannot be told apart, so a number of
     * openings is a hint and no proof.
     */
    static boolean isPerson(HttpServletRequest request) {
        var agent = header(request, HttpHeaders.USER_AGENT);
        var purpose = header(request, "Purpose") + header(request, "Sec-Purpose") + header(request, "X-Moz");
        return request.getMethod().equals("GET")
                && agent.startsWith("Mozilla/")
                && !PROGRAM.matcher(agent).find()
                && !purpose.contains("prefetch")
                && !purpose.contains("preview")
                && Set.of("", "document").contains(header(request, "Sec-Fetch-Dest"));
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    /** Set on the answer itself, and once, whatever else sets them. */
    static void guard() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var answer = Objects.requireNonNull(attributes.getResponse());
        guard(answer);
    }

    private static void guard(HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    private static ResponseEntity<?> own(ResponseEntity<?> made) {
        var headers = new HttpHeaders();
        made.getHeaders().forEach((name, values) -> {
            if (OWN_HEADERS.stream().noneMatch(name::equalsIgnoreCase)) {
                headers.put(name, values);
            }
        });
        @Nullable Object body = made.getBody();
        return ResponseEntity.status(made.getStatusCode()).headers(headers).body(body);
    }

    /** That of the reader, since that of the link is nobody's business here. */
    private static Language language() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var wanted = header(attributes.getRequest(), HttpHeaders.ACCEPT_LANGUAGE);
        return Language.of(wanted.startsWith("en") ? "en" : "nb");
    }
}

package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import no.arealkompass.access.Caller;
import no.arealkompass.paper.Language;
import no.arealkompass.share.Links;
import no.arealkompass.share.Opened;
import no.arealkompass.share.Pass;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The code that some links ask for, and the addresses beside links, which are none. */
@RestController
class LinkDoorController {
    static final String CODE = "/i/*/kode";

    private final LinkDoor door;
    private final Links links;

    LinkDoorController(LinkDoor door, Links links) {
        this.door = door;
        this.links = links;
    }

    /** Asks for a code (with an address) or enters one. What is answered to an address tells nothing of it. */
    @PostMapping(path = "/i/{token}/kode", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> code(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String adresse,
            @RequestParam(defaultValue = "") String kode) {
        var visit = LinkDoor.visit(token, request, false);
        if (!(links.open(Caller.PUBLIC, visit) instanceof Opened.NeedsCode needs)) {
            return door.through(token, request, false, shown -> back(token));
        }
        LinkDoor.guard();
        var language = Language.of(needs.language());
        if (!adresse.isBlank()) {
            links.askCode(Caller.PUBLIC, visit, adresse);
            return door.code(
                    token,
                    needs,
                    language.of(
                            "Er adressen den lenken ble laget for, er en kode på vei dit. Skriv den inn nedenfor.",
                            "If this is the address the link was made for, a code is on its way there. Enter it below."));
        }
        return links.enterCode(Caller.PUBLIC, visit, kode.strip())
                .<ResponseEntity<?>>map(pass -> letIn(token, pass, request.isSecure()))
                .orElseGet(() -> door.code(
                        token,
                        needs,
                        language.of(
                                "Koden er feil, brukt eller for gammel. Be om en ny hvis den ikke virker.",
                                "The code is wrong, used or too old. Ask for a new one if it does not work.")));
    }

    private static ResponseEntity<?> letIn(String token, Pass pass, boolean secure) {
        var cookie = ResponseCookie.from(pass.name(), pass.value())
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/i/")
                .maxAge(pass.valid())
                .build();
        return ResponseEntity.status(303)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(page(token))
                .build();
    }

    private static ResponseEntity<?> back(String token) {
        return ResponseEntity.status(303).location(page(token)).build();
    }

    /** Only for tokens that opened something, so there is nothing to escape. */
    private static URI page(String token) {
        return URI.create("/i/" + token);
    }

    /** What only looks like the address of a link. */
    @GetMapping({"/i", "/i/", "/i/**"})
    ResponseEntity<?> none() {
        return door.closed();
    }
}

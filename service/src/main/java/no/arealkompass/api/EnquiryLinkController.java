package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import no.arealkompass.access.Caller;
import no.arealkompass.api.EnquiryDesk.Place;
import no.arealkompass.enquiry.Enquiry.Origin;
import no.arealkompass.enquiry.EnquiryDraft.About;
import no.arealkompass.paper.Language;
import no.arealkompass.share.Opened;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enquiries of whoever holds an investor's link: what the link shows follows along, and a link that shows nothing takes none. */
@RestController
@RequestMapping("/i/{token}/henvendelse")
class EnquiryLinkController {
    private final LinkDoor door;
    private final EnquiryDesk desk;

    EnquiryLinkController(LinkDoor door, EnquiryDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @GetMapping
    ResponseEntity<?> form(
            @PathVariable String token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return through(token, lang, request, desk::form);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> receive(
            @PathVariable String token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return through(token, lang, request, (caller, place) -> desk.receive(caller, place, request));
    }

    @GetMapping("/mottatt")
    ResponseEntity<?> receipt(
            @PathVariable String token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return through(token, lang, request, desk::receipt);
    }

    private ResponseEntity<?> through(
            String token,
            String lang,
            HttpServletRequest request,
            BiFunction<Caller, Place, ResponseEntity<String>> then) {
        return door.through(token, request, false, shown -> then.apply(shown.recipient(), place(token, lang, shown)));
    }

    private static Place place(String token, String lang, Opened.Shown shown) {
        var link = shown.link();
        var l = Language.of(lang.isEmpty() ? link.language() : lang);
        var requirement = link.requirement().isEmpty() ? null : link.requirement();
        var about = new About(
                Origin.LINK, EnquiryForms.key(link.id()), l.code(), link.object(), shown.sites(), requirement);
        var page = "/i/" + token;
        var in = "?lang=" + l.code();
        return new Place(
                about,
                "",
                page + "/henvendelse" + in,
                page + "/henvendelse?lang=" + l.of("en", "nb"),
                page + "/henvendelse/mottatt" + in,
                page + in);
    }
}

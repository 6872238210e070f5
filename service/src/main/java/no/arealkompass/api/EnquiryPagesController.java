package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import no.arealkompass.access.Caller;
import no.arealkompass.api.EnquiryDesk.Place;
import no.arealkompass.enquiry.Enquiry.Origin;
import no.arealkompass.enquiry.EnquiryDraft.About;
import no.arealkompass.paper.Language;
import no.arealkompass.site.NoSuchSite;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enquiries from the public pages: about a site that is published, or about the region's land as a whole. */
@RestController
class EnquiryPagesController {
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final EnquiryDesk desk;
    private final Sites sites;
    private final Pages pages;

    EnquiryPagesController(EnquiryDesk desk, Sites sites, Pages pages) {
        this.desk = desk;
        this.sites = sites;
        this.pages = pages;
    }

    @GetMapping("/henvendelse")
    ResponseEntity<String> form() {
        return desk.form(Caller.PUBLIC, catalogue(Language.NB));
    }

    @GetMapping("/en/enquiry")
    ResponseEntity<String> formInEnglish() {
        return desk.form(Caller.PUBLIC, catalogue(Language.EN));
    }

    @PostMapping(path = "/henvendelse", consumes = FORM)
    ResponseEntity<String> receive(HttpServletRequest request) {
        return desk.receive(Caller.PUBLIC, catalogue(Language.NB), request);
    }

    @PostMapping(path = "/en/enquiry", consumes = FORM)
    ResponseEntity<String> receiveInEnglish(HttpServletRequest request) {
        return desk.receive(Caller.PUBLIC, catalogue(Language.EN), request);
    }

    @GetMapping("/henvendelse/mottatt")
    ResponseEntity<String> receipt() {
        return desk.receipt(Caller.PUBLIC, catalogue(Language.NB));
    }

    @GetMapping("/en/enquiry/received")
    ResponseEntity<String> receiptInEnglish() {
        return desk.receipt(Caller.PUBLIC, catalogue(Language.EN));
    }

    @GetMapping("/omrader/{id}/henvendelse")
    ResponseEntity<String> siteForm(@PathVariable String id) {
        return site(id, Language.NB, place -> desk.form(Caller.PUBLIC, place));
    }

    @GetMapping("/en/sites/{id}/enquiry")
    ResponseEntity<String> siteFormInEnglish(@PathVariable String id) {
        return site(id, Language.EN, place -> desk.form(Caller.PUBLIC, place));
    }

    @PostMapping(path = "/omrader/{id}/henvendelse", consumes = FORM)
    ResponseEntity<String> siteReceive(@PathVariable String id, HttpServletRequest request) {
        return site(id, Language.NB, place -> desk.receive(Caller.PUBLIC, place, request));
    }

    @PostMapping(path = "/en/sites/{id}/enquiry", consumes = FORM)
    ResponseEntity<String> siteReceiveInEnglish(@PathVariable String id, HttpServletRequest request) {
        return site(id, Language.EN, place -> desk.receive(Caller.PUBLIC, place, request));
    }

    @GetMapping("/omrader/{id}/henvendelse/mottatt")
    ResponseEntity<String> siteReceipt(@PathVariable String id) {
        return site(id, Language.NB, place -> desk.receipt(Caller.PUBLIC, place));
    }

    @GetMapping("/en/sites/{id}/enquiry/received")
    ResponseEntity<String> siteReceiptInEnglish(@PathVariable String id) {
        return site(id, Language.EN, place -> desk.receipt(Caller.PUBLIC, place));
    }

    private static Place catalogue(Language l) {
        return new Place(
                new About(Origin.CATALOGUE, "catalogue", l.code(), null, List.of(), null),
                "",
                l.of("/henvendelse", "/en/enquiry"),
                l.of("/en/enquiry", "/henvendelse"),
                l.of("/henvendelse/mottatt", "/en/enquiry/received"),
                l.of("/omrader", "/en/sites"));
    }

    /** As the public sees the site, whoever is logged in: the page is a public one. */
    private ResponseEntity<String> site(String id, Language l, Function<Place, ResponseEntity<String>> then) {
        Site site;
        try {
            site = sites.get(Caller.PUBLIC, id);
        } catch (NoSuchSite e) {
            return pages.nothing(
                    l,
                    new Said("Fant ikke området", "Site not found"),
                    new Said("Det er ikke noe område på denne adressen.", "There is no site at this address."),
                    l.of("/henvendelse", "/en/enquiry"),
                    "");
        }
        var nb = "/omrader/" + site.id();
        var en = "/en/sites/" + site.id();
        var about = new About(Origin.SITE, "site/" + site.id(), l.code(), null, List.of(site.id()), null);
        return then.apply(new Place(
                about,
                site.name(),
                l.of(nb + "/henvendelse", en + "/enquiry"),
                l.of(en + "/enquiry", nb + "/henvendelse"),
                l.of(nb + "/henvendelse/mottatt", en + "/enquiry/received"),
                l.of(nb, en)));
    }
}

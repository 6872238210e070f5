package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.access.Caller;
import no.arealkompass.enquiry.Enquiries;
import no.arealkompass.enquiry.EnquiryDraft;
import no.arealkompass.enquiry.EnquiryFault;
import no.arealkompass.paper.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows the form, takes in what is sent, and says what became of it; the same for links, sites and the catalogue. */
@Component
class EnquiryDesk {
    /** Far more than the longest field may have: what is longer is cut before it is looked at. */
    private static final int LONGEST_VALUE = 6_000;

    private static final List<String> STYLES = List.of("/pages/enquiry.css");

    private final Enquiries enquiries;
    private final EnquiryForms forms;
    private final Pages pages;

    EnquiryDesk(Enquiries enquiries, EnquiryForms forms, Pages pages) {
        this.enquiries = enquiries;
        this.forms = forms;
        this.pages = pages;
    }

    /**
     * The page an enquiry is sent from.
     *
     * @param about what the enquiry will be about
     * @param name of the site or sites; empty for the region as a whole
     * @param action where the form is sent to
     * @param other the same page in the other language; empty where there is none
     * @param received where the receipt is shown
     * @param back where the sender came from
     */
    record Place(EnquiryDraft.About about, String name, String action, String other, String received, String back) {
        Language language() {
            return Language.of(about.language());
        }
    }

    ResponseEntity<String> form(Caller caller, Place place) {
        return page(place, forms.empty(caller, place.action(), place.about().key()), HttpStatus.OK);
    }

    ResponseEntity<String> receive(Caller caller, Place place, HttpServletRequest request) {
        var values = values(request);
        try {
            enquiries.ask(caller, draft(place, values, request.getRemoteAddr()));
        } catch (EnquiryFault e) {
            var again = forms.again(caller, place.action(), place.about().key(), values, e, place.language());
            boolean many = e.code() == EnquiryFault.Code.TOO_MANY;
            return page(place, again, many ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, place.received())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    ResponseEntity<String> receipt(Caller caller, Place place) {
        var l = place.language();
        var frame = Frame.unlisted(
                        l,
                        l.of("Henvendelsen er sendt", "Your enquiry is sent"),
                        l.of("Takk for at du tok kontakt.", "Thank you for contacting us."),
                        place.received(),
                        "")
                .dressed(STYLES, List.of());
        var model = Map.of("back", place.back(), "desk", enquiries.desk(caller));
        return pages.secret("enquiry-received", frame, model);
    }

    private ResponseEntity<String> page(Place place, EnquiryForm form, HttpStatus status) {
        var l = place.language();
        var wrong = form.faults().isEmpty() ? "" : l.of("Ikke sendt: ", "Not sent: ");
        var title = place.name().isEmpty()
                ? l.of("Spør om næringsarealer", "Ask about business land")
                : l.of("Spør om ", "Ask about ") + place.name();
        var frame = Frame.unlisted(
                        l,
                        wrong + title,
                        l.of("Send en henvendelse til regionen.", "Send an enquiry to the region."),
                        place.action(),
                        place.other())
                .dressed(STYLES, List.of());
        var shown = pages.secret("enquiry", frame, Map.of("enquiry", form, "back", place.back(), "heading", title));
        var answer = ResponseEntity.status(status).headers(shown.getHeaders());
        return (status == HttpStatus.TOO_MANY_REQUESTS ? answer.header(HttpHeaders.RETRY_AFTER, "3600") : answer)
                .body(shown.getBody());
    }

    /** Bounded by the server before they are read, and here before they are looked at. */
    private static Map<String, String> values(HttpServletRequest request) {
        var values = new HashMap<String, String>();
        for (var field : List.of("name", "organisation", "mail", "phone", "message", "consent", "stamp", "website")) {
            var value = Objects.requireNonNullElse(parameter(request, field), "");
            values.put(field, value.substring(0, Math.min(LONGEST_VALUE, value.length())));
        }
        return values;
    }

    private static @Nullable String parameter(HttpServletRequest request, String field) {
        try {
            return request.getParameter(field);
        } catch (IllegalStateException e) { // what was sent could not be read, or is larger than any form
            var refusal = new Refusal(
                    413,
                    new Said("Det som ble sendt, er for stort eller ødelagt.", "What was sent is too large or broken."),
                    new Said("Skriv en kortere melding.", "Write a shorter message."));
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static EnquiryDraft draft(Place place, Map<String, String> values, String client) {
        return new EnquiryDraft(
                place.about(),
                client,
                values.getOrDefault("stamp", ""),
                values.getOrDefault("website", ""),
                values.getOrDefault("name", ""),
                values.getOrDefault("organisation", ""),
                values.getOrDefault("mail", ""),
                values.getOrDefault("phone", ""),
                values.getOrDefault("message", ""),
                values.getOrDefault("consent", "").equals("yes"));
    }
}

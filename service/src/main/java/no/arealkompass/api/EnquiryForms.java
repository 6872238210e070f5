package no.arealkompass.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.enquiry.Enquiries;
import no.arealkompass.enquiry.EnquiryFault;
import no.arealkompass.paper.Language;
import org.springframework.stereotype.Component;

/** Makes the form that pages show. */
@Component
class EnquiryForms {
    private final Enquiries enquiries;

    EnquiryForms(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    /**
     * An empty form for the page of a link.
     *
     * @param action address that takes it, with the language of the page
     */
    EnquiryForm forLink(Caller caller, String action, UUID link) {
        return empty(caller, action, key(link));
    }

    /** What stands for a link: never its token. */
    static String key(UUID link) {
        return "link/" + link;
    }

    EnquiryForm empty(Caller caller, String action, String key) {
        return form(caller, action, key, Map.of(), List.of());
    }

    /** The form once more, with all that was written. */
    EnquiryForm again(
            Caller caller,
            String action,
            String key,
            Map<String, String> values,
            EnquiryFault fault,
            Language language) {
        var faults = fault.problems().stream()
                .map(p -> new EnquiryForm.Fault(
                        p.field(),
                        language.of(p.what().nb(), p.what().en()),
                        language.of(p.remedy().nb(), p.remedy().en())))
                .toList();
        return form(caller, action, key, values, faults);
    }

    private EnquiryForm form(
            Caller caller, String action, String key, Map<String, String> values, List<EnquiryForm.Fault> faults) {
        var desk = enquiries.desk(caller);
        return new EnquiryForm(
                action,
                enquiries.stamp(caller, key),
                values,
                faults,
                desk.mail(),
                desk.phone(),
                desk.workingDays(),
                desk.keepDays());
    }
}

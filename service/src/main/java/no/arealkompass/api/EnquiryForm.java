package no.arealkompass.api;

import java.util.List;
import java.util.Map;

/**
 * The form of an enquiry as the template enquiry-form.html shows it.
 *
 * @param action where it is sent to
 * @param stamp signed: when it was shown, and for which page
 * @param values what was filled in already, by field
 * @param faults what is wrong with it, by field; the one without a field is about the whole
 * @param mail address of the region's contact; empty where none is stated
 * @param phone of the region's contact; empty where none is stated
 * @param workingDays how many working days an answer may take
 * @param keepDays how long after the end what tells of the sender is kept
 */
record EnquiryForm(
        String action,
        String stamp,
        Map<String, String> values,
        List<Fault> faults,
        String mail,
        String phone,
        int workingDays,
        int keepDays) {
    /** Fields, in the order of the form. */
    static final List<String> FIELDS = List.of("name", "organisation", "mail", "phone", "message", "consent");

    /** What is wrong with a field, and what would be right. */
    record Fault(String field, String what, String remedy) {}

    /** What was filled in; empty when nothing was. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with this field; empty when nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(f -> f.field().equals(field))
                .map(f -> f.what() + " " + f.remedy())
                .findFirst()
                .orElse("");
    }
}

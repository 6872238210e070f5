package no.arealkompass.share;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.mail.Mail;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** The fields of a request as they are checked: every fault is told, not the first one only. */
class Faults {
    private static final int LONGEST_MAIL = 254;

    private final List<LinkFault.Problem> problems = new ArrayList<>();

    /** Text in one line or, where lines are allowed, in several; without control characters. */
    String text(String field, Text name, @Nullable String given, int longest, boolean needed) {
        var text = given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip();
        if (text.isEmpty() && needed) {
            fault(field, new Text("%s mangler.", "%s is missing.").filled(name), upTo(longest));
        } else if (text.length() > longest) {
            fault(
                    field,
                    new Text("%s har %s tegn.", "%s has %s characters.").filled(name, text.length()),
                    upTo(longest));
        }
        return text;
    }

    String line(String field, Text name, @Nullable String given, int longest, boolean needed) {
        return text(field, name, given == null ? null : given.replaceAll("\\s+", " "), longest, needed);
    }

    String address(String field, @Nullable String given) {
        var address = given == null ? "" : given.strip();
        if (!address.isEmpty() && (address.length() > LONGEST_MAIL || !Mail.isAddress(address))) {
            fault(
                    field,
                    new Text("Dette er ikke én e-postadresse.", "This is not one e-mail address."),
                    new Text("Skriv den som navn@firma.no.", "Write it as name@company.com."));
        }
        return address;
    }

    private static Text upTo(int longest) {
        return new Text("Skriv høyst %s tegn.", "Write at most %s characters.").filled(longest);
    }

    void fault(String field, Text what, Text remedy) {
        problems.add(new LinkFault.Problem(field, what, remedy));
    }

    /** @throws LinkFault when anything was wrong */
    void done() {
        if (!problems.isEmpty()) {
            throw new LinkFault(LinkFault.Code.NOT_VALID, problems);
        }
    }
}

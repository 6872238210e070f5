package no.arealkompass.follow;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/** The fields of a request as they are checked: every fault is told, not the first one only. */
class Fields {
    private final List<FollowFault.Problem> problems = new ArrayList<>();

    /** The text without blanks around it and without control characters, of 1 to {@code longest} characters. */
    String text(String field, Text name, @Nullable String given, int longest) {
        var text = given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        if (text.isEmpty()) {
            fault(field, new Text("%s mangler.", "%s is missing.").filled(name), upTo(longest));
        } else if (text.length() > longest) {
            fault(
                    field,
                    new Text("%s har %s tegn.", "%s has %s characters.").filled(name, text.length()),
                    upTo(longest));
        }
        return text;
    }

    private static Text upTo(int longest) {
        return new Text("Skriv 1 til %s tegn.", "Write 1 to %s characters.").filled(longest);
    }

    void fault(String field, Text what, Text remedy) {
        problems.add(new FollowFault.Problem(field, what, remedy));
    }

    /** @throws FollowFault when anything was wrong */
    void done() {
        if (!problems.isEmpty()) {
            throw new FollowFault(FollowFault.Code.NOT_VALID, problems);
        }
    }
}

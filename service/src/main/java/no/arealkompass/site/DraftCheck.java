package no.arealkompass.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.arealkompass.yaml.Text;

/** Everything about a draft that can be judged without looking at its shapes. */
final class DraftCheck {
    static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Addresses beside those of sites. */
    private static final Set<String> RESERVED = Set.of("reminders", "assessment", "export");

    private static final int SHORT = 200;
    private static final int LONG = 1000;
    private static final int MOST = 200;
    private static final int MOST_MEDIA = 20;

    private final FactCheck facts;
    private final List<DraftFault> faults = new ArrayList<>();

    private DraftCheck(FactCheck facts) {
        this.facts = facts;
    }

    static List<DraftFault> faults(String id, SiteDraft draft, FactCheck facts) {
        var check = new DraftCheck(facts);
        check.site(id, draft);
        check.parts(draft);
        check.media(draft.media());
        return check.faults;
    }

    private void site(String id, SiteDraft draft) {
        id("id", id);
        if (RESERVED.contains(id)) {
            add(
                    "ID",
                    "id",
                    new Text("«%s» er opptatt av en adresse.", "“%s” is taken by an address.").filled(id),
                    new Text("Velg en annen id.", "Choose another id."));
        }
        text("name", draft.name(), SHORT);
        text("source", draft.source(), LONG);
        text("why", draft.why(), LONG);
        if (!(draft.accuracyM() >= 0 && draft.accuracyM() <= 100_000)) {
            add(
                    "ACCURACY",
                    "accuracyM",
                    new Text("Nøyaktigheten kan ikke brukes.", "The accuracy cannot be used."),
                    new Text(
                            "Skriv meter, 0 til 100 000: hvor langt formen kan ligge fra sannheten.",
                            "Write metres, 0 to 100,000: how far the shape may lie from the truth."));
        }
        most("facts", draft.facts().size(), MOST);
        faults.addAll(facts.faults("facts", draft.facts()));
    }

    private void parts(SiteDraft draft) {
        most("parts", draft.parts().size(), MOST);
        var ids = new HashSet<String>();
        for (var part : draft.parts()) {
            var field = "parts[" + part.id() + "]";
            id(field + ".id", part.id());
            text(field + ".name", part.name(), SHORT);
            if (!ids.add(part.id())) {
                add(
                        "PART_TWICE",
                        field,
                        new Text("To deler har id-en «%s».", "Two parts have the id “%s”.").filled(part.id()),
                        new Text("Gi hver del sin egen id.", "Give each part an id of its own."));
            }
            if ((part.kind() == SitePart.Kind.PLOT) != (part.status() != null)) {
                add(
                        "PART_STATUS",
                        field + ".status",
                        new Text(
                                "Tomter, og bare tomter, har status (ledig, opsjon eller solgt).",
                                "Plots, and plots only, have a status (free, option or sold)."),
                        new Text(
                                "Velg status for tomten, eller fjern den.", "Choose the plot's status, or remove it."));
            }
            most(field + ".facts", part.facts().size(), MOST);
            faults.addAll(facts.faults(field + ".facts", part.facts()));
        }
        if (draft.scoredPart() != null && !ids.contains(draft.scoredPart())) {
            add(
                    "NO_SUCH_PART",
                    "scoredPart",
                    new Text("Det finnes ingen del «%s».", "There is no part “%s”.").filled(draft.scoredPart()),
                    new Text(
                            "Velg en av delene, eller ingen: da er det omrisset som vurderes.",
                            "Choose one of the parts, or none: then the outline is what is scored."));
        }
    }

    private void media(List<SiteMedia> media) {
        most("media", media.size(), MOST_MEDIA);
        for (int i = 0; i < media.size(); i++) {
            text("media[" + i + "].text", media.get(i).text(), SHORT);
            if (!isWebAddress(media.get(i).url())) {
                add(
                        "MEDIA_URL",
                        "media[" + i + "].url",
                        new Text("Lenken kan ikke brukes.", "The link cannot be used."),
                        new Text(
                                "Skriv en adresse som begynner med https://, høyst 500 tegn.",
                                "Write an address that begins with https://, at most 500 characters."));
            }
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            var address = URI.create(url);
            return url.length() <= 500
                    && "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void id(String field, String id) {
        if (!ID.matcher(id).matches() || id.length() > 80) {
            add(
                    "ID",
                    field,
                    new Text("«%s» kan ikke brukes som id.", "“%s” cannot be used as an id.").filled(id),
                    new Text(
                            "Bruk små bokstaver a–z, tall og bindestrek, høyst 80 tegn.",
                            "Use lower-case letters a–z, digits and hyphens, at most 80 characters."));
        }
    }

    private void text(String field, String text, int longest) {
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            add(
                    "CONTROL_CHARACTER",
                    field,
                    new Text("Feltet «%s» har usynlige styretegn.", "The field “%s” has control characters.")
                            .filled(field),
                    new Text("Skriv teksten på nytt.", "Write the text again."));
        }
        if (text.isBlank() || text.length() > longest) {
            add(
                    text.isBlank() ? "MISSING" : "TOO_LONG",
                    field,
                    text.isBlank()
                            ? new Text("Feltet «%s» er tomt.", "The field “%s” is empty.").filled(field)
                            : new Text("Feltet «%s» er for langt.", "The field “%s” is too long.").filled(field),
                    new Text("Fyll det ut, høyst %s tegn.", "Fill it in, at most %s characters.").filled(longest));
        }
    }

    private void most(String field, int count, int limit) {
        if (count > limit) {
            add(
                    "TOO_MANY",
                    field,
                    new Text("«%s» har %s.", "“%s” has %s.").filled(field, count),
                    new Text("Høyst %s er mulig. Ta bort noen.", "At most %s are possible. Remove some.")
                            .filled(limit));
        }
    }

    private void add(String code, String field, Text message, Text remedy) {
        faults.add(DraftFault.at(code, field, message, remedy));
    }
}

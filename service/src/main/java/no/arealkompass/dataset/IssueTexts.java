package no.arealkompass.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Wordings;

/** The words of every import issue, made from its code and arguments here and nowhere else. */
final class IssueTexts {
    private static final Wordings WORDS = Wordings.beside(IssueTexts.class, "issues");

    private IssueTexts() {}

    /** What is wrong. */
    static Text message(String code, Map<String, String> args) {
        return WORDS.text(special(code, args), args);
    }

    /** What to do about it. */
    static Text remedy(String code, Map<String, String> args) {
        return message(code + ".remedy", args);
    }

    static Properties texts(boolean nb) {
        return WORDS.all(nb);
    }

    /** Reasons of the geometry library have plain words of their own: {@code INVALID.self-intersection.remedy}. */
    private static String special(String key, Map<String, String> args) {
        String reason = args.getOrDefault("reason", "");
        int code = key.indexOf('.') < 0 ? key.length() : key.indexOf('.');
        String special = key.substring(0, code) + "."
                + reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + key.substring(code);
        return WORDS.has(special) ? special : key;
    }
}

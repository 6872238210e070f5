package no.arealkompass.plan;

import java.util.Map;
import java.util.Properties;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Wordings;

/** The words of everything that has to be said about plans, made from a code and its arguments here and nowhere else. */
final class Words {
    private static final Wordings WORDS = Wordings.beside(Words.class, "words");

    private Words() {}

    /** What there is to say. */
    static Text text(String code, Map<String, String> args) {
        return WORDS.text(code, args);
    }

    /** What to do about it. */
    static Text remedy(String code, Map<String, String> args) {
        return text(code + ".remedy", args);
    }

    static Properties texts(boolean nb) {
        return WORDS.all(nb);
    }
}

package no.arealkompass.api;

import java.util.Locale;
import no.arealkompass.yaml.Text;

/** A sentence in both languages. Norwegian bokmål is first: it is what a caller without a wish gets. */
record Said(String nb, String en) {
    static Said of(Text text) {
        return new Said(text.nb(), text.en());
    }

    String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : nb;
    }
}

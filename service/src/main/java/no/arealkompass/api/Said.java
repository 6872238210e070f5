package no.arealkompass.api;

import java.util.Locale;

/** A sentence in both languages. Norwegian bokmål is first: it is what a caller without a wish gets. */
record Said(String nb, String en) {
    String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : nb;
    }
}

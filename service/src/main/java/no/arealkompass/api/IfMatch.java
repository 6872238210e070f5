package no.arealkompass.api;

import org.jspecify.annotations.Nullable;

/** The version a change was made from. */
final class IfMatch {
    private IfMatch() {}

    static int version(@Nullable String header) {
        if (header == null) {
            throw new Refusal(
                    428,
                    new Said("Versjonen endringen bygger på, mangler.", "The version the change builds on is missing."),
                    new Said(
                            "Send «If-Match: \"<versjon>\"» med versjonen du leste.",
                            "Send 'If-Match: \"<version>\"' with the version you read."));
        }
        var digits = header.replaceFirst("^(W/)?\"(\\d{1,9})\"$", "$2");
        if (!digits.matches("\\d{1,9}")) {
            throw new Refusal(
                    400,
                    new Said("«If-Match» er ikke et versjonsnummer.", "'If-Match' is no version number."),
                    new Said("Skriv versjonsnummeret i anførselstegn.", "Write the version number in quotes."));
        }
        return Integer.parseInt(digits);
    }
}

package no.arealkompass.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number, a word or a single sign of a text.
 *
 * @param text in small letters
 * @param start where it begins in the text
 * @param end where it ends
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NUMBER,
        WORD,
        SIGN
    }

    /** Every kind of space that stands in a number or between words; a new line is a sign of its own. */
    private static final String SPACE = "[ \\t\\u00a0\\u2007\\u2009\\u202f]";

    /** Groups of three with the same mark between them, or plain digits; then decimals after a comma or a point. */
    private static final Pattern TOKEN = Pattern.compile("(?<number>(?!0\\D)\\d{1,3}(?:(?<mark>" + SPACE
            + "|[.,'’])\\d{3}(?!\\d))(?:\\k<mark>\\d{3}(?!\\d))*(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)"
            + "|(?<word>\\p{L}[\\p{L}\\p{M}\\d²³]*)|(?<sign>\\R|[^\\s\\u00a0\\u2007\\u2009\\u202f])");

    static List<Token> all(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            var kind = matcher.group("number") != null
                    ? Kind.NUMBER
                    : matcher.group("word") != null ? Kind.WORD : Kind.SIGN;
            tokens.add(new Token(kind, matcher.group().toLowerCase(Locale.ROOT), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    boolean is(String sign) {
        return text.equals(sign);
    }

    /** The value of a number: what stands between groups of three is left out, and the last other mark is the decimal one. */
    double value() {
        var digits = text.replaceAll("(?<=\\d)" + SPACE + "(?=\\d{3})|['’]", "");
        if (digits.matches("[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?|[1-9]\\d{0,2}\\.\\d{3}")) {
            digits = digits.replace(".", "");
        } else if (digits.matches("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?")) {
            digits = digits.replace(",", "");
        }
        return Double.parseDouble(digits.replace(',', '.'));
    }
}

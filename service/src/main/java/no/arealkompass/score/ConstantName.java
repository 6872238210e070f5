package no.arealkompass.score;

import java.util.Locale;

/** How constants are written in JSON: camel case, as every other name. */
public final class ConstantName {
    private ConstantName() {}

    /** {@code NOT_STATED} becomes {@code notStated}. */
    public static String of(Enum<?> constant) {
        var name = new StringBuilder(constant.name().length());
        boolean upper = false;
        for (char letter : constant.name().toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(letter) : letter);
                upper = false;
            }
        }
        return name.toString();
    }
}

package no.arealkompass.plancheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them, and as the document writes them. */
final class Numbers {
    private Numbers() {}

    /** Norwegian: decimal comma and a narrow space between thousands. */
    static String nb(double value) {
        return format(value, ',', '\u00a0');
    }

    static String en(double value) {
        return format(value, '.', ',');
    }

    private static String format(double value, char decimal, char grouping) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(grouping);
        double size = Math.abs(value);
        String pattern = size >= 100 ? "#,##0" : size >= 1 || size == 0 ? "#,##0.#" : "#,##0.##";
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** Rounded so that the same ground is written the same on every machine: hundredths of a square metre. */
    static double area(double m2) {
        return round(m2, 2);
    }

    /** Amounts in the rule's unit: a hundredth of a square metre where it counts dekar. */
    static double amount(double value) {
        return round(value, 5);
    }

    private static double round(double value, int digits) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                                .setScale(digits, RoundingMode.HALF_UP)
                                .doubleValue()
                        + 0.0
                : value;
    }
}

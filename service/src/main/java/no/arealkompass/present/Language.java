package no.arealkompass.present;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.arealkompass.yaml.Text;

/** The two languages sites are presented in, and how numbers, units and dates are written in them. */
public enum Language {
    NB("nb", Locale.of("nb", "NO")),
    EN("en", Locale.UK);

    private static final String SPACE = "\u00a0";
    private static final double KM = 1000;
    private static final double FEW_DAA = 10;

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** {@code nb} or {@code en}. */
    public String code() {
        return code;
    }

    /** English for {@code en}, and bokmål for everything else. */
    public static Language of(String code) {
        return code.equals("en") ? EN : NB;
    }

    /** The one of two texts that is in this language. */
    public String of(String nb, String en) {
        return this == EN ? en : nb;
    }

    /** A text in this language. */
    public String text(Text text) {
        return of(text.nb(), text.en());
    }

    /** A strategy's text in this language. */
    String text(no.arealkompass.strategy.Text text) {
        return of(text.nb(), text.en());
    }

    /** A number with at most so many decimals. */
    public String number(double value, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value + 0.0); // never "-0"
    }

    /** A number with its unit as people write it: 450 daa, 12,5 MW, 295 kr/m². */
    public String amount(double value, String unit) {
        return switch (unit) {
            case "m" -> distance(value);
            case "km" -> number(value, 1) + SPACE + "km";
            case "m2" -> number(value, 0) + SPACE + "m²";
            case "m3" -> number(value, 0) + SPACE + "m³";
            case "daa" -> daa(value);
            case "min" -> number(value, 0) + SPACE + "min";
            case "share" -> share(value);
            case "percent" -> number(value, 1) + SPACE + "%";
            case "promille" -> number(value, 1) + SPACE + "‰";
            case "MW" -> number(value, 1) + SPACE + "MW";
            case "krPerM2" -> number(value, 0) + SPACE + of("kr/m²", "NOK/m²");
            case "mnok" -> number(value, 0) + SPACE + of("mill. kr", "million NOK");
            case "", "count", "class" -> number(value, 1);
            case "year" -> String.valueOf(Math.round(value));
            default -> number(value, 1) + SPACE + unit;
        };
    }

    /** Readers of English know hectares, and find dekar in all Norwegian papers. */
    private String daa(double daa) {
        var dekar = number(daa, daa < FEW_DAA ? 1 : 0) + SPACE + "daa";
        return this == NB ? dekar : number(daa / 10, daa < 10 * FEW_DAA ? 1 : 0) + SPACE + "ha (" + dekar + ")";
    }

    /** Metres as people say them: 950 m, 12 km. */
    public String distance(double metres) {
        return metres < KM
                ? number(metres, 0) + SPACE + "m"
                : number(metres / KM, metres < 10 * KM ? 1 : 0) + SPACE + "km";
    }

    private String share(double share) {
        double percent = share * 100;
        return percent > 0 && percent < 0.5
                ? of("under", "under") + SPACE + "1" + SPACE + "%"
                : number(percent, 0) + SPACE + "%";
    }

    /** A date at the precision it has: {@code 2017}, {@code 2024-08} and {@code 2024-08-31} in words. */
    public String date(String iso) {
        try {
            return switch (iso.length()) {
                case 7 -> YearMonth.parse(iso).format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
                case 10 -> date(LocalDate.parse(iso));
                default -> iso;
            };
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /** A day in words: 26. november 2026. */
    public String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(of("d. MMMM yyyy", "d MMMM yyyy"), locale));
    }

    /** The first letter as a small one, for a name that comes inside a sentence. */
    String inside(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(locale) + name.substring(1);
    }

    /** "a, b og c". */
    String list(java.util.List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + of(" og ", " and ") + items.get(last);
    }
}

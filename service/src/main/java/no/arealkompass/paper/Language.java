package no.arealkompass.paper;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The two languages of the service, and how numbers and dates are written in them. */
public enum Language {
    NB("nb", Locale.of("nb", "NO")),
    EN("en", Locale.UK);

    /** Dates on paper are those of the place, wherever the server stands. */
    private static final ZoneId PLACE = ZoneId.of("Europe/Oslo");

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** nb or en. */
    public String code() {
        return code;
    }

    /** How numbers, dates and words are written. */
    public Locale locale() {
        return locale;
    }

    /** English for en, and bokmål for everything else. */
    public static Language of(String code) {
        return code.equals("en") ? EN : NB;
    }

    /** The one of two texts that is in this language. */
    public String of(String nb, String en) {
        return this == EN ? en : nb;
    }

    /** The one of {@code {nb, en}} that is in this language; a plain text as it is, and nothing where there is none. */
    public String of(JsonNode text) {
        return text.isObject() ? text.path(code).asString(text.path("nb").asString("")) : text.asString("");
    }

    /** A number with at most so many decimals. */
    public String number(double value, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value + 0.0); // never "-0"
    }

    /** Square metres as dekar: one decimal below a hundred, whole ones above. */
    public String daa(double areaM2) {
        double daa = areaM2 / 1000;
        return number(daa, Math.abs(daa) < 100 ? 1 : 0) + "\u00a0daa";
    }

    /** A day as people write it: 26. november 2026. */
    public String date(Instant at) {
        return day(at.atZone(PLACE).toLocalDate());
    }

    /** A date at the precision it has: "2017", "2024-08" and timestamps are given in words too. */
    public String date(String iso) {
        try {
            return iso.length() > 10 ? date(Instant.parse(iso)) : iso.length() == 10 ? day(LocalDate.parse(iso)) : iso;
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(of("d. MMMM yyyy", "d MMMM yyyy"), locale));
    }
}

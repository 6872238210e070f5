package no.arealkompass.strategy;

import java.util.List;

/** The units a strategy may name; the pages know how to write each of them. */
public final class Units {

    /** A class instead of a number. */
    public static final String CLASS = "class";

    /** All units, {@code mnok} being million kroner and {@code krPerM2} kroner per square metre. */
    public static final List<String> ALL = List.of(
            "m", "km", "m2", "daa", "min", "share", "percent", "promille", "MW", "krPerM2", "mnok", "count", CLASS);

    private Units() {}
}

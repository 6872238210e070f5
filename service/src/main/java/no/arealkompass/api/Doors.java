package no.arealkompass.api;

/**
 * The addresses that exist for everyone; every other one needs a login or is refused. What a caller may do behind them is
 * decided by the facades.
 */
final class Doors {
    /** Asked for with GET and HEAD. */
    static final String[] READABLE = {
        "/",
        "/index.html",
        "/favicon.svg",
        "/favicon.ico",
        "/app/**",
        "/vendor/**",
        "/pages/**",
        "/omrader",
        "/omrader/**",
        "/en/sites",
        "/en/sites/**",
        "/innebygd/omrader",
        "/sitemap.xml",
        "/robots.txt",
        "/webjars/leaflet/**",
        "/api/**",
        "/collections",
        "/collections/**",
        "/conformance",
        "/v3/api-docs",
        "/actuator/health",
        "/actuator/health/**",
        "/error"
    };

    /** Where anyone may hand something in. */
    static final String[] POSTED_BY_ANYONE = {
        "/api/snapshots/verify", // looked at, nothing is kept: docs/decisions/0086
        UnsubscribeController.PATH // whoever has the mail has the key
    };

    private Doors() {}
}

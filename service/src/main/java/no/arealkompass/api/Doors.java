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
        "/i", // investors' links: whoever has one
        "/i/**",
        "/henvendelse",
        "/henvendelse/mottatt",
        "/en/enquiry",
        "/en/enquiry/received",
        "/omrader/*/henvendelse",
        "/omrader/*/henvendelse/mottatt",
        "/en/sites/*/enquiry",
        "/en/sites/*/enquiry/received",
        "/personvern",
        "/en/privacy",
        "/omrader",
        "/omrader/**",
        "/en/sites",
        "/en/sites/**",
        "/innebygd/omrader",
        "/sitemap.xml",
        "/robots.txt",
        "/webjars/leaflet/**",
        "/login",
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
        LinkDoorController.CODE, // whoever has the mail has the code
        "/henvendelse", // enquiries, with limits of their own: docs/decisions/0097
        "/en/enquiry",
        "/omrader/*/henvendelse",
        "/en/sites/*/enquiry",
        "/i/*/henvendelse",
        "/api/snapshots/verify", // looked at, nothing is kept: docs/decisions/0086
        UnsubscribeController.PATH // whoever has the mail has the key
    };

    private Doors() {}
}

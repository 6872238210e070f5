package no.arealkompass.strategy;

/** What a site is meant to be; a purpose and a portfolio rule look at some kinds only. */
public enum SiteKind {
    /** Business land. */
    LAND,
    /** A freight or timber terminal, or a candidate for one. */
    TERMINAL
}

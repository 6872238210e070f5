package no.arealkompass.strategy;

/**
 * Where something is written, precise enough to look it up.
 *
 * @param document title and date of the document
 * @param paragraph point, section or page in it
 * @param url public address; empty when the document has none
 */
public record Source(String document, String paragraph, String url) {}

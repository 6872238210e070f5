package no.arealkompass.measure;

/**
 * Who stated a fact about a site, and when.
 *
 * @param statedBy the body or person's role
 * @param on ISO year, month or date of the statement
 * @param basis how it was found out, as the source says it
 * @param source title or address of the source
 */
public record FactOrigin(String statedBy, String on, String basis, String source) {}

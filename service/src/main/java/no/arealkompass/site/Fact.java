package no.arealkompass.site;

/**
 * One thing stated about a site. Nothing is a fact here without who said it, when, and where it can be read.
 *
 * @param fact id from {@code gis-data/codes/facts.yaml}
 * @param value a number, a text (class) or a boolean
 * @param unit unit of a number, empty for classes and booleans
 * @param statedBy organisation or publication that says so, never a private person
 * @param on ISO date, month or year of the statement
 * @param basis {@code stated}, {@code derived} (arithmetic on stated figures) or {@code estimate}
 * @param source document or page
 * @param url address of the source, empty where it has none
 */
public record Fact(
        String fact, Object value, String unit, String statedBy, String on, String basis, String source, String url) {}

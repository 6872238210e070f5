package no.arealkompass.present;

/**
 * Something that has changed about a site.
 *
 * @param site the number it is shown under
 * @param text what, from what and to what
 */
public record Change(int site, String text) {}

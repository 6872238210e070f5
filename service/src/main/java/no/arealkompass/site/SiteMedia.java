package no.arealkompass.site;

/**
 * A picture or a film of a site, linked and never fetched.
 *
 * @param url https address
 * @param text what it shows, for those who do not see it
 */
public record SiteMedia(Kind kind, String url, String text) {

    /** What the link leads to. */
    public enum Kind {
        PICTURE,
        FILM
    }
}

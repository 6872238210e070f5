package no.arealkompass.site;

/** Somebody else was first: the site is at another version than the one that was changed, or exists already. */
public class SiteConflict extends RuntimeException {
    private final String site;
    private final int version;

    SiteConflict(String site, int version) {
        super("Site " + site + " is at version " + version);
        this.site = site;
        this.version = version;
    }

    public String site() {
        return site;
    }

    /** The version in use. */
    public int version() {
        return version;
    }
}

package no.arealkompass.site;

/** There is no site with this id, or none that the caller may see: the two look the same on purpose. */
public class NoSuchSite extends RuntimeException {
    private final String id;

    NoSuchSite(String id) {
        super("No site " + id);
        this.id = id;
    }

    public String id() {
        return id;
    }
}

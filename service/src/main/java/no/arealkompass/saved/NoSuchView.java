package no.arealkompass.saved;

/** There is no such saved view, or none that this caller may open; which of the two is not told. */
public final class NoSuchView extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchView(String id) {
        super("No saved view " + id);
    }
}

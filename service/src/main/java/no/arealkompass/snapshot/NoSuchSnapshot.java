package no.arealkompass.snapshot;

/** There is no such snapshot that the caller may read. */
public final class NoSuchSnapshot extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchSnapshot(String what) {
        super("No snapshot " + what);
    }
}

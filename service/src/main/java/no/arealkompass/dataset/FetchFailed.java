package no.arealkompass.dataset;

import no.arealkompass.yaml.Text;

/** A file could not be fetched; nothing was imported. Says what happened, where, and what to do. */
public final class FetchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text what;
    private final transient Text remedy;
    private final transient boolean passing;

    private FetchFailed(boolean passing, Text what, Text remedy) {
        super(what.en());
        this.passing = passing;
        this.what = what;
        this.remedy = remedy;
    }

    /** It will fail the same way again. */
    static FetchFailed forGood(String nb, String en, String remedyNb, String remedyEn) {
        return new FetchFailed(false, new Text(nb, en), new Text(remedyNb, remedyEn));
    }

    /** The next try may succeed. */
    static FetchFailed passing(String nb, String en) {
        return new FetchFailed(
                true,
                new Text(nb, en),
                new Text(
                        "Prøv igjen senere; det som er hentet, er tatt vare på. Eller last ned filen selv og importer den.",
                        "Try again later; what has come is kept. Or download the file yourself and import it."));
    }

    boolean mayPass() {
        return passing;
    }

    /** What happened, with the address. */
    public Text what() {
        return what;
    }

    /** What to do about it. */
    public Text remedy() {
        return remedy;
    }
}

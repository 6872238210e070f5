package no.arealkompass.score;

/** There is no such run, score or strategy, or none that the caller may see: the two look the same on purpose. */
public class NoSuchRun extends RuntimeException {
    private final String what;

    public NoSuchRun(String what) {
        super("No " + what);
        this.what = what;
    }

    public String what() {
        return what;
    }
}

package no.arealkompass.dataset;

/** Told what is going on during work that takes longer than a second or two. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (text, done, total) -> {};

    /**
     * Tells how far the work has come.
     *
     * @param text what is being done, in English
     * @param done how much is done
     * @param total how much there is; 0 when not known
     */
    void report(String text, long done, long total);
}

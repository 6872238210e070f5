package no.arealkompass.score;

import java.util.List;

/** What a strategy says of one site for one purpose. */
sealed interface Verdict {

    /**
     * The site cannot be used for the purpose.
     *
     * @param by ids of all broken checks with effect EXCLUDE, in the strategy's order; at least one
     */
    record Excluded(List<String> by) implements Verdict {
        public Excluded {
            by = List.copyOf(by);
        }
    }

    /**
     * Points 0..100 when every missing value turns out at its worst, and at its best.
     *
     * @param low at worst, 0 ≤ low ≤ high
     * @param high at best, at most 100
     */
    record Scored(double low, double high) implements Verdict {}
}

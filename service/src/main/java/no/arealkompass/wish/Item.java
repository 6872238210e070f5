package no.arealkompass.wish;

import java.util.Set;

/** A piece of a requirement list that the rules know something about, or a word they do not know. */
sealed interface Item {
    int start();

    int end();

    /** How a number is meant. */
    enum Sense {
        PLAIN,
        AT_LEAST,
        AT_MOST,
        UP_TO
    }

    /**
     * A number with its unit, its range and the words of comparison that belong to it.
     *
     * @param low the number, or the lower end of a range
     * @param high the same number, or the upper end
     * @param unit as the catalogue spells it; empty for none
     * @param bare whether a number without a unit stands before a word the rules do not know: it may count anything
     */
    record Amount(int start, int end, double low, double high, String unit, Sense sense, boolean bare) implements Item {
        Amount meant(Sense other, int from, int to) {
            return new Amount(Math.min(start, from), Math.max(end, to), low, high, unit, other, bare);
        }
    }

    /**
     * A phrase that names requirements.
     *
     * @param ids of those it names, in the order of the catalogue
     */
    record Name(int start, int end, Set<String> ids) implements Item {}

    /** A word of comparison that no number has taken yet. */
    record Compare(int start, int end, Sense sense) implements Item {}

    /** Says that something is not wanted. */
    record Not(int start, int end) implements Item {}

    /** Ends a clause. */
    record Stop(int start, int end) implements Item {}

    /** A word of the language that asks for nothing. */
    record Filler(int start, int end) implements Item {}

    /** A word the rules do not know. */
    record Unknown(int start, int end) implements Item {}
}

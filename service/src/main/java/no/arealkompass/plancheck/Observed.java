package no.arealkompass.plancheck;

import org.jspecify.annotations.Nullable;

/**
 * What was found out, in the rule's unit: the range that the value certainly lies in.
 *
 * @param low the least it can be
 * @param high the most it can be; equal to {@code low} when it is known
 * @param why what the range comes from; null when the value is known
 */
record Observed(double low, double high, @Nullable Unknown why) {
    Observed {
        if (!(low <= high)) {
            throw new IllegalArgumentException("A range from " + low + " to " + high);
        }
    }

    static Observed of(double value) {
        return new Observed(value, value, null);
    }

    /** Nothing is known. */
    static Observed nothing(Unknown why) {
        return new Observed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, why);
    }

    /** The range, with its reason where it is one. */
    static Observed between(double low, double high, Unknown why) {
        return new Observed(low, Math.max(low, high), high > low ? why : null);
    }
}

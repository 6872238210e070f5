package no.arealkompass.score;

import java.util.List;

/**
 * How much of the score rests on values that were found and can be trusted. Beside the score, never inside it.
 *
 * @param known 0..1: share of the weight with found values, a value from coarse or schematic data counting less, as the
 *     strategy's {@link no.arealkompass.strategy.Trust} says
 * @param level low, medium or high, by the strategy's limits
 * @param reasons why it is not full; empty when it is
 */
record Confidence(double known, Level level, List<Reason> reasons) {

    Confidence {
        reasons = List.copyOf(reasons);
    }

    enum Level {
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * Why the confidence is not full.
     *
     * @param criteria ids of the criteria it concerns, in the purpose's order
     */
    record Reason(Code code, List<String> criteria) {
        Reason {
            criteria = List.copyOf(criteria);
        }
    }

    enum Code {
        /** No value was found. */
        MISSING,
        /** Measured in data that leave small objects out. */
        COARSE_DATA,
        /** Measured with an outline that is schematic. */
        SCHEMATIC_SITE
    }
}

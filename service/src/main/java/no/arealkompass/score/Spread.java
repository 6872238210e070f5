package no.arealkompass.score;

import java.util.Map;
import no.arealkompass.strategy.Purpose.PointRange;

/** How far the weights may be from the chosen ones. */
public enum Spread {
    /** As far as the strategy says, and a quarter of the weight where it says nothing. */
    STATED,
    /** A quarter of the weight, up and down. */
    SWING,
    /** Anywhere: every set of weights that adds up to 100. */
    ALL;

    private static final double SWING_SHARE = 0.25;

    /** Least and most points of one weight; the weight itself always lies between them. */
    double[] limits(String criterion, int weight, Map<String, PointRange> ranges) {
        PointRange range = ranges.get(criterion);
        if (this == ALL) {
            return new double[] {0, 100};
        }
        return this == STATED && range != null
                ? new double[] {Math.min(weight, range.low()), Math.max(weight, range.high())}
                : new double[] {weight * (1 - SWING_SHARE), Math.min(100, weight * (1 + SWING_SHARE))};
    }
}

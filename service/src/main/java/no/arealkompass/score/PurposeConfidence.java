package no.arealkompass.score;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How well the values behind the scores of one purpose are known. Beside the points and never in them. Worked out from
 * the stored run, and reckoned on the day it was made, so it stays the same for ever.
 *
 * @param limits what divides the levels; the product's proposal
 * @param items in ranking order
 */
public record PurposeConfidence(UUID run, String purpose, String madeAt, Limits limits, List<Site> items) {

    /** NONE is a value that is missing. In this order: the worst of several reasons decides. */
    public enum Level {
        NONE,
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * One site.
     *
     * @param level what at least half of the weight reaches
     */
    public record Site(String site, Level level, List<Value> criteria) {}

    /**
     * One value.
     *
     * @param coverage 1 where a value was found, 0 where it is missing
     * @param ageMonths whole months from the date of the oldest data, or of the statement, to the run; null when a date
     *     is missing
     * @param accuracyM how far (m) the shapes read may lie from the real ones, the worst of them; null for what is stated
     * @param reasons codes of what lowers the level; empty when it is high
     */
    public record Value(
            String criterion,
            Level level,
            double coverage,
            @Nullable Integer ageMonths,
            @Nullable Double accuracyM,
            List<String> reasons) {}

    /**
     * What divides the levels.
     *
     * @param mapHighMonths map data at most so old can be high
     * @param mapMediumMonths map data at most so old can be medium
     * @param factHighMonths a statement at most so old can be high
     * @param factMediumMonths a statement at most so old can be medium
     * @param highM shapes at most so far from the real ones can be high
     * @param mediumM shapes at most so far from the real ones can be medium
     * @param basis always proposal: nobody has adopted these
     */
    public record Limits(
            int mapHighMonths,
            int mapMediumMonths,
            int factHighMonths,
            int factMediumMonths,
            double highM,
            double mediumM,
            String basis) {
        /**
         * A proposal (docs/decisions/0070). Maps: the yearly editions of the open products and the two before; ten years is
         * how long a municipal plan's background is used. Statements: price, power and plots change within a year, plans
         * within three. Metres: 50 is half the least setback from a main road; 500 is where a distance of a kilometre
         * means nothing any more.
         */
        static final Limits IN_FORCE = new Limits(36, 120, 12, 36, 50, 500, "proposal");
    }
}

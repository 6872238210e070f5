package no.arealkompass.score;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of what the strategy asks is known of a site, purpose by purpose, in one run.
 *
 * @param siteVersion the version of the site that the run judged
 */
public record SiteCompleteness(UUID run, String site, int siteVersion, List<ForPurpose> purposes) {
    public SiteCompleteness {
        purposes = List.copyOf(purposes);
    }

    /**
     * One purpose the site is ranked for.
     *
     * @param missing how many of the criteria have no value
     * @param of how many criteria the purpose has
     * @param ranked how many sites are ranked for it
     * @param place where the site stands now; null when it is excluded, and no fact moves it then
     * @param gains what would change its place, the largest change first
     */
    public record ForPurpose(
            String purpose,
            int missing,
            int of,
            int ranked,
            @Nullable Place place,
            List<Gain> gains) {
        public ForPurpose {
            gains = List.copyOf(gains);
        }
    }

    /**
     * A place in the ranking: {@code position} by the middle of the range, and the ranks that cannot be ruled out.
     *
     * @param low points when everything missing is at its worst, 0..100
     * @param high points when everything missing is at its best, 0..100
     */
    public record Place(int position, int rankBest, int rankWorst, double low, double high) {}

    /**
     * A fact to be stated, or datasets to be loaded or made better, and what that would change.
     *
     * @param kind {@code fact} or {@code dataset}
     * @param ids of the fact, or of the datasets
     * @param criteria the criteria it settles, in the purpose's order
     * @param points how far apart its best and its worst are, points
     */
    public record Gain(
            String kind,
            List<String> ids,
            List<String> criteria,
            double points,
            @Nullable Place best,
            @Nullable Place worst) {
        public Gain {
            ids = List.copyOf(ids);
            criteria = List.copyOf(criteria);
        }
    }

    /** How many of a purpose's criteria are missing at one site: the short word of lists and tables. */
    public record Count(String site, int missing, int of) {}
}

package no.arealkompass.score;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What would give a site a better place for one purpose, all else as it is in the run. A sum in arithmetic and no
 * promise: the other sites stay where they are, and nobody says that the value can be had.
 *
 * @param place where the site stands; null when it is excluded
 * @param target the site it would have to pass; null when it stands first, or is excluded
 * @param pointsNeeded points that the middle of its range must rise
 * @param improvements one per criterion that can rise; those that are enough alone first, by the utility they must gain,
 *     then the others by the points they would give
 * @param together the two that would give most, where none is enough alone and these two are; null otherwise
 * @param excludedBy the checks that exclude it, as the score states them; while they do, no improvement helps
 */
public record SiteImprovements(
        UUID run,
        String purpose,
        String site,
        int top,
        SiteCompleteness.@Nullable Place place,
        @Nullable Target target,
        double pointsNeeded,
        List<Improvement> improvements,
        @Nullable Together together,
        List<JsonNode> excludedBy) {

    /** The site to be passed. */
    public record Target(int position, String site, String name, double low, double high) {}

    /**
     * Another value of one criterion.
     *
     * @param found what was found, as the score states it
     * @param value the number needed, in the criterion's unit; null for a class
     * @param direction atMost or atLeast: which side of the number helps; null for a class
     * @param type the class needed; null for a number
     * @param utilityGain how much more the criterion must be worth, 0..1, counted from the middle of its range: the
     *     measure of effort
     * @param points how much the middle of the site's range rises
     * @param enough whether it passes the target alone; otherwise the value is the best there is
     */
    public record Improvement(
            String criterion,
            int weight,
            String unit,
            JsonNode found,
            @Nullable Double value,
            @Nullable String direction,
            @Nullable String type,
            double utilityGain,
            double points,
            boolean enough,
            SiteCompleteness.Place place) {}

    /** Two criteria at their best at once. */
    public record Together(List<String> criteria, double points, SiteCompleteness.Place place) {}
}

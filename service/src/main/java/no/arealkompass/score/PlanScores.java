package no.arealkompass.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.measure.Measured;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Source;
import no.arealkompass.strategy.Strategy;
import org.springframework.stereotype.Component;

/** What plans are held against besides rules: what a zone's ground is worth, and the land that the region's goal takes. */
@Component
public class PlanScores {
    private final LandNeeds needs;

    PlanScores(LandNeeds needs) {
        this.needs = needs;
    }

    /**
     * Points 0..100 for a purpose.
     *
     * @param excluded whether the ground cannot be used for it; both ends are then 0
     */
    public record Points(boolean excluded, double low, double high) {}

    /**
     * Land for the jobs of the region's goal over its longest horizon.
     *
     * @param m2Low if every job takes the least land of the densities asked for
     * @param m2High if every job takes the most
     */
    public record Needed(
            int years,
            double jobs,
            double m2PerJobLow,
            double m2PerJobHigh,
            double m2Low,
            double m2High,
            Source source) {}

    /** What ground is worth for a purpose, by the same judge as sites; the answers must be for all of its metrics. */
    public static Points points(Strategy strategy, Purpose purpose, Map<Metric, Measured> measured) {
        return switch (Judge.judge(strategy, purpose, false, measured).verdict()) {
            case Verdict.Scored(double low, double high) -> new Points(false, low, high);
            case Verdict.Excluded(List<String> by) -> new Points(true, 0, 0);
        };
    }

    /**
     * The land needed; empty when the region has no goal or none of the densities is known.
     *
     * @param densities ids of densities
     */
    public Optional<Needed> needed(List<String> densities) {
        var used = needs.densities().stream()
                .filter(one -> densities.contains(one.id()))
                .toList();
        double least =
                used.stream().mapToDouble(LandNeeds.Density::m2PerJobLow).min().orElse(0);
        double most =
                used.stream().mapToDouble(LandNeeds.Density::m2PerJobHigh).max().orElse(0);
        return needs.goal().filter(goal -> !used.isEmpty()).map(goal -> {
            int years = goal.horizonYears().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            double jobs = (double) goal.jobsPerYear() * years;
            return new Needed(years, jobs, least, most, jobs * least, jobs * most, goal.source());
        });
    }
}

package no.arealkompass.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link PlanRule} finds out before it compares. A closed set, like {@link Metric}, which it reuses. */
public sealed interface PlanQuantity {

    /**
     * Share 0..1 of a site that lies on zones of a group or on zones that allow one of some purposes.
     *
     * @param group null where purposes are asked for
     * @param purposes empty where a group is asked for
     */
    record Zoned(Planning.@Nullable Group group, List<String> purposes) implements PlanQuantity {
        public Zoned {
            purposes = List.copyOf(purposes);
        }
    }

    /** How many of the strategy's purposes a zone's code allows. */
    record Purposes() implements PlanQuantity {}

    /** The best points 0..100 that a zone's ground gets for any purpose its code allows, as a range. */
    record Score() implements PlanQuantity {}

    /** What a metric finds in a zone; an overlap is counted in dekar and not as a share. */
    record Measured(Metric metric) implements PlanQuantity {}

    /**
     * Dekar of a zone on the ground of the sites that other rules look at.
     *
     * @param rules ids of rules over sites
     */
    record OnSites(List<String> rules) implements PlanQuantity {
        public OnSites {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Share 0..1 of the zones' ground that is taken by any of the themes of other rules, every square metre counted once.
     *
     * @param rules ids of rules over zones that measure an overlap
     */
    record Taken(List<String> rules) implements PlanQuantity {
        public Taken {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Dekar of future business land, against what the region's goal for jobs takes over the longest horizon. The bound is
     * that need: from the least to the most land per job.
     *
     * @param densities ids of the densities that jobs are turned into land by
     * @param builtUp an overlap with land that is built on already and therefore no reserve
     */
    record Needed(List<String> densities, Metric builtUp) implements PlanQuantity {
        public Needed {
            densities = List.copyOf(densities);
        }
    }

    /**
     * How many sites have at least a share of their area zoned.
     *
     * @param sites which sites; those that certainly meet the rule over many sites, where one is named
     */
    record Count(PlanRule.Sites sites, Zoned zoned, double shareAtLeast) implements PlanQuantity {}

    /**
     * Whether a rule over many sites is kept in the run that is used.
     *
     * @param rule id of a {@link PortfolioRule}
     */
    record Kept(String rule) implements PlanQuantity {}
}

package no.arealkompass.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a municipal plan is held against. Three forms: over each zone or site, over all zones together, and over the
 * sites of the region or a municipality.
 */
public sealed interface PlanRule {

    /** What every rule says about itself. */
    Head head();

    /** What is found out. */
    PlanQuantity quantity();

    /** What the quantity must keep; null where the quantity brings its own. */
    @Nullable
    Bounds bound();

    default String id() {
        return head().id();
    }

    /**
     * What every rule says about itself.
     *
     * @param part id of the strategy's point that it serves
     * @param missing whether breaking it means that something the strategy wants is missing in the plan
     * @param unit daa, m, min, share, points or count; empty where there is no number
     * @param guidance what it means and how to think about it
     * @param actions what can be done when it is broken
     */
    record Head(
            String id,
            Text name,
            String part,
            Source source,
            Basis basis,
            Severity severity,
            boolean missing,
            String unit,
            Text guidance,
            List<Text> actions) {
        public Head {
            actions = List.copyOf(actions);
        }
    }

    /** What a rule looks at. */
    sealed interface Subject {}

    /**
     * Purpose zones on the ground.
     *
     * @param group their codes
     * @param allows only those that allow this purpose; null for all
     * @param atLeastDaa only those of at least this area; 0 for all
     */
    record Zones(Planning.Group group, @Nullable String allows, double atLeastDaa) implements Subject {}

    /**
     * Sites of the strategy.
     *
     * @param kinds the kinds looked at
     * @param meets only those that meet or may meet this portfolio rule; null for all
     * @param published only published ones, even where drafts are seen
     */
    record Sites(List<SiteKind> kinds, @Nullable String meets, boolean published) implements Subject {
        public Sites {
            kinds = List.copyOf(kinds);
        }
    }

    /** Judged for each zone or site by itself. */
    record Each(Head head, Subject subject, PlanQuantity quantity, Bounds bound) implements PlanRule {}

    /**
     * Judged once for all zones together.
     *
     * @param region only where the whole region is looked at
     */
    record Total(
            Head head,
            boolean region,
            Zones zones,
            PlanQuantity quantity,
            @Nullable Bounds bound) implements PlanRule {}

    /** Judged over the sites of the region or of each municipality. */
    record Portfolio(
            Head head,
            Per per,
            PlanQuantity quantity,
            @Nullable Bounds bound) implements PlanRule {}
}

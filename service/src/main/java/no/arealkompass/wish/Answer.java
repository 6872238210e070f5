package no.arealkompass.wish;

import java.util.List;
import java.util.UUID;
import no.arealkompass.measure.FactOrigin;
import no.arealkompass.measure.Measurement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a run's sites answer to a requirement list. Says nothing of how good a site is: only what is met, what is missing
 * and by how much, and what nobody knows.
 *
 * @param sites the best ones in order
 * @param looked how many sites the run judged
 * @param combinations neighbouring sites that together lack less than each of them, in order
 * @param cut whether there are so many neighbours that not all of them were joined
 */
public record Answer(
        RunRef run,
        List<Wanted> wanted,
        List<Match> sites,
        int looked,
        List<Match> combinations,
        double neighboursWithinM,
        boolean cut) {

    /**
     * The run that was asked.
     *
     * @param scenario as the run's document has it; null for the data as they are
     */
    public record RunRef(
            UUID id,
            long number,
            String madeAt,
            String scope,
            String strategy,
            String strategyVersion,
            @Nullable JsonNode scenario) {}

    /** What is asked for, in the requirement's unit; 1 for those that ask for yes. */
    public record Wanted(String id, double value) {}

    /**
     * A site in the version that the run judged.
     *
     * @param schematic its shape is a plain figure, so that no distance from it is sure
     */
    public record SiteRef(String id, String name, int version, boolean schematic) {}

    /**
     * One site, or neighbours together.
     *
     * @param apartM metres between the neighbours that lie farthest from the next one; 0 for one site
     * @param needs in the order of what is wanted
     */
    public record Match(
            List<SiteRef> sites, double apartM, int met, int gaps, int unknown, double relative, List<Need> needs) {}

    /** How one requirement stands. */
    public enum Outcome {
        MET,
        /** Certainly not met. */
        GAP,
        /** Never met, never failed. */
        UNKNOWN
    }

    /**
     * One requirement at one place.
     *
     * @param value what was found or assumed, in the requirement's unit; null where it is not known or no number
     * @param category the class found; null where a number was found
     * @param gap how much is missing, in the requirement's unit; null unless there is a gap in a number
     * @param relative the gap as a share of what is wanted; 1 where no number can say it; 0 without a gap
     * @param beyond whether the search ended there: the true number is this or more
     * @param assumed whether the number stands for a class and is only assumed
     * @param missing why nothing is known; null where it is
     * @param origin who stated the fact; null for what is measured, and for neighbours together
     */
    public record Need(
            String id,
            Outcome outcome,
            @Nullable Double value,
            @Nullable String category,
            @Nullable Double gap,
            double relative,
            boolean beyond,
            boolean assumed,
            Measurement.@Nullable NotCovered missing,
            @Nullable FactOrigin origin) {

        /** The same, said by somebody. */
        Need by(@Nullable FactOrigin other) {
            return new Need(id, outcome, value, category, gap, relative, beyond, assumed, missing, other);
        }
    }
}

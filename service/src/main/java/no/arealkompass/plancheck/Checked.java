package no.arealkompass.plancheck;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.arealkompass.plan.PlanCodes;
import no.arealkompass.plan.TopologyFinding;
import org.jspecify.annotations.Nullable;

/**
 * All that came out of a check, before it is written.
 *
 * @param shapes what the findings' ground looks like
 * @param points where things without ground are: municipality number, or empty for the whole subject
 * @param contribution null for the region
 */
record Checked(
        UUID id,
        String madeAt,
        String software,
        String scope,
        Situation situation,
        List<RuleResult> results,
        Map<Piece, GroundRepository.Shape> shapes,
        Map<String, List<Double>> points,
        double businessM2,
        double deviatingM2,
        double undecidedM2,
        Map<String, Double> notCoveredM2,
        @Nullable Contribution contribution,
        List<Neighbours.Neighbour> neighbours,
        List<TopologyFinding> topology,
        PlanCodes codes) {}

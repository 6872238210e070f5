package no.arealkompass.strategy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a strategy says of municipal plans: what the official purpose codes mean to it, and the rules plans are held
 * against. Codes are those of kommuneplan and reguleringsplan alike, for the two lists share their numbers.
 *
 * @param business codes of zones that are set aside for business
 * @param visitor codes for businesses of type A and B: many visitors or employees on little land
 * @param occupied codes that cannot be combined with a terminal or with logistics
 * @param allows purpose of the strategy → codes that allow it, in the strategy's order; no code at all where none is
 *     known to allow it
 * @param ignoreBelowM2 overlaps smaller than this come from digitising and are no findings; they are counted
 * @param neighbourM zones of two municipalities nearer than this lie beside each other, metres
 */
public record Planning(
        List<String> business,
        List<String> visitor,
        List<String> occupied,
        Map<String, List<String>> allows,
        double ignoreBelowM2,
        double neighbourM,
        List<PlanRule> rules) {

    /** A list of codes. */
    public enum Group {
        BUSINESS,
        VISITOR,
        OCCUPIED
    }

    public Planning {
        business = List.copyOf(business);
        visitor = List.copyOf(visitor);
        occupied = List.copyOf(occupied);
        allows = Collections.unmodifiableMap(new LinkedHashMap<>(allows));
        rules = List.copyOf(rules);
    }

    /** The codes of a group. */
    public List<String> codes(Group group) {
        return switch (group) {
            case BUSINESS -> business;
            case VISITOR -> visitor;
            case OCCUPIED -> occupied;
        };
    }

    /** The codes that allow a purpose. */
    public List<String> allowing(String purpose) {
        return allows.getOrDefault(purpose, List.of());
    }

    /** The purposes that a code allows, in the strategy's order. */
    public List<String> purposesOf(String code) {
        return allows.entrySet().stream()
                .filter(one -> one.getValue().contains(code))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The rule with this id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public PlanRule rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No plan rule " + id));
    }

    /** Every distinct metric that the rules ask of zones themselves, in their order. */
    public Set<Metric> metrics() {
        Set<Metric> metrics = new LinkedHashSet<>();
        for (PlanRule rule : rules) {
            switch (rule.quantity()) {
                case PlanQuantity.Measured(Metric metric) -> metrics.add(metric);
                case PlanQuantity.Needed needed -> metrics.add(needed.builtUp());
                default -> {}
            }
        }
        return metrics;
    }
}

package no.arealkompass.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a road dataset is driven.
 *
 * @param from the road dataset
 * @param splitM road links are cut into pieces of at most this length (m); each end becomes a node
 * @param joinM ends closer than this (m) are the same node
 * @param speedsKmh speed by road class (km/h); a class that is not here cannot be driven
 * @param maxKmh the vehicle goes no faster (km/h)
 * @param restriction which roads the vehicle may use; null = all that have a speed
 * @param basis on what the speeds rest: rule, value or proposal
 */
public record RoadRules(
        String from,
        double splitM,
        double joinM,
        Map<String, Double> speedsKmh,
        double maxKmh,
        @Nullable Restriction restriction,
        String basis) {

    /**
     * A property of the road that opens it for the vehicle. Roads that say nothing are driven, and how many they are is
     * said with the layer.
     *
     * @param allowed the values that open it
     */
    public record Restriction(String property, List<String> allowed) {}
}

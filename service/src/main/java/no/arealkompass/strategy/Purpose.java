package no.arealkompass.strategy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A use that sites are ranked for. Sites are ranked per purpose, never in one overall list.
 *
 * @param kinds the kinds of site that are ranked for it
 * @param parts ids of the strategy's points that it serves
 * @param weights criterion id → whole points that add up to 100, in the document's order
 * @param ranges criterion id → the points between which its weight may be discussed, where the strategy states them
 */
public record Purpose(
        String id,
        Text name,
        Text description,
        List<SiteKind> kinds,
        List<String> parts,
        Map<String, Integer> weights,
        Map<String, PointRange> ranges) {
    public Purpose {
        kinds = List.copyOf(kinds);
        parts = List.copyOf(parts);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
    }

    /** A purpose whose weights have no stated ranges. */
    public Purpose(
            String id,
            Text name,
            Text description,
            List<SiteKind> kinds,
            List<String> parts,
            Map<String, Integer> weights) {
        this(id, name, description, kinds, parts, weights, Map.of());
    }

    /** Whole points, 0 ≤ low ≤ weight ≤ high ≤ 100. */
    public record PointRange(int low, int high) {}
}

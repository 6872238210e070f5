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
 */
public record Purpose(
        String id,
        Text name,
        Text description,
        List<SiteKind> kinds,
        List<String> parts,
        Map<String, Integer> weights) {
    public Purpose {
        kinds = List.copyOf(kinds);
        parts = List.copyOf(parts);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
}

package no.arealkompass.strategy;

import java.util.List;

/**
 * One thing found out about a site, and what the answer is worth.
 *
 * @param unit unit of the measured number, or {@code class}; see {@link Units}
 * @param parts ids of the strategy's points that it serves; may be empty
 * @param note what the reader of the explanation should know
 * @param settledBy what would settle a missing value: which data to load, whom to ask
 */
public record Criterion(
        String id,
        Text name,
        String unit,
        List<String> parts,
        Source source,
        Basis basis,
        Text note,
        Text settledBy,
        Metric metric,
        Utility utility) {
    public Criterion {
        parts = List.copyOf(parts);
    }
}

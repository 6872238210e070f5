package no.arealkompass.strategy;

import java.util.List;

/**
 * Something that must hold for a site to be used for some purposes.
 *
 * @param purposes ids of the purposes it concerns
 * @param unit unit of the measured number and of the bound, see {@link Units}
 * @param action what to do when the check is broken or cannot be made
 */
public record Check(
        String id,
        Text name,
        Effect effect,
        List<String> purposes,
        Source source,
        Basis basis,
        String unit,
        Metric metric,
        Bounds bound,
        Text action) {
    public Check {
        purposes = List.copyOf(purposes);
    }
}

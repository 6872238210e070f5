package no.arealkompass.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measurement with where it comes from.
 *
 * @param found the answer
 * @param versions ids of the dataset versions read, without repeats; empty for the site's own facts
 * @param origin who stated the fact; only for the site's own facts
 * @param coarse whether a version read leaves small objects out, so that "nothing there" is not certain
 */
public record Measured(
        Measurement found, List<Long> versions, @Nullable FactOrigin origin, boolean coarse) {
    public Measured {
        versions = List.copyOf(versions);
    }

    /** The same sources with another answer. */
    public Measured with(Measurement other) {
        return new Measured(other, versions, origin, coarse);
    }
}

package no.arealkompass.dataset;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a dataset as it was imported or derived; it never changes afterwards.
 *
 * @param id number in the database, over all datasets
 * @param version number within the dataset, from 1; the highest is in use
 * @param source the product as it was described at import
 * @param accuracyM how far (m) a drawn shape may lie from the real one
 * @param omitsBelowM2 objects smaller than this (m²) are missing, 0 = complete
 * @param sample schematic sample data
 * @param parents ids of the versions it was made from, its coverage included
 * @param corrections ids of the corrections it holds, in the order they were applied; its first parent is then the version
 *     that was delivered
 * @param scenario id of the scenario it belongs to; null for what is. Its first parent is then the version it was made
 *     from
 * @param unreached destinations too far from the road network to have minutes; for derived drive times only
 * @param importId number of the import that made it; null for a version that was made here from its parents
 */
public record DatasetVersion(
        long id,
        String dataset,
        int version,
        Source source,
        String fileName,
        String sha256,
        Instant importedAt,
        String importedBy,
        int featureCount,
        double accuracyM,
        double omitsBelowM2,
        boolean sample,
        List<Long> parents,
        List<Unreached> unreached,
        List<Long> corrections,
        @Nullable String scenario,
        @Nullable Long importId) {

    /** The same with another number of objects. */
    DatasetVersion with(int objects) {
        return new DatasetVersion(
                id,
                dataset,
                version,
                source,
                fileName,
                sha256,
                importedAt,
                importedBy,
                objects,
                accuracyM,
                omitsBelowM2,
                sample,
                parents,
                unreached,
                corrections,
                scenario,
                importId);
    }

    /**
     * A destination without minutes, and why.
     *
     * @param distanceM metres from the destination to the nearest road of the version
     * @param toleranceM the most it may be
     */
    public record Unreached(String destination, double distanceM, double toleranceM) {}
}

package no.arealkompass.dataset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file at the import door.
 *
 * @param objectCount objects read from the file
 * @param crs the CRS its coordinates were taken in, such as {@code EPSG:25833}; empty when it could not be told
 * @param crsHow how that CRS was found
 * @param versionId the version made, or for UNCHANGED the one already in use; null when refused
 * @param blockingIssues how many issues refuse the file
 * @param notes how many issues are only to be known
 */
public record ImportReport(
        long id,
        String dataset,
        String source,
        String fileName,
        String sha256,
        Instant at,
        String by,
        Outcome outcome,
        int objectCount,
        String crs,
        CrsHow crsHow,
        @Nullable Long versionId,
        int blockingIssues,
        int notes) {

    /** What became of the file. */
    public enum Outcome {
        /** A new version is in use. */
        ACCEPTED,
        /** Nothing was stored but this report and its issues. */
        REFUSED,
        /** The version in use was made from the same file in the same way. */
        UNCHANGED
    }

    /** How the CRS of the file was found. */
    public enum CrsHow {
        /** The file names it. */
        FILE,
        /** GeoJSON without a {@code crs} member is longitude and latitude by RFC 7946. */
        RFC7946,
        /** The file names none; whoever imported it said so. */
        CALLER,
        /** The file names another; whoever imported it insisted. */
        CALLER_AGAINST_FILE,
        /** Nobody could tell. */
        UNKNOWN
    }
}

package no.arealkompass.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a snapshot or a file.
 *
 * @param id null when it is unknown
 * @param file which of its files it is; null when it was asked for by its id, or the file is none of them
 * @param madeAt null when it is unknown
 * @param details null when it is unknown, altered, or not for the one who asks
 */
public record Verification(
        Outcome outcome,
        @Nullable UUID id,
        @Nullable File file,
        @Nullable Instant madeAt,
        @Nullable Details details) {

    static final Verification UNKNOWN = new Verification(Outcome.UNKNOWN, null, null, null, null);

    /** Unchanged and newest, unchanged and not newest, changed, or not one of ours. */
    public enum Outcome {
        VALID,
        SUPERSEDED,
        ALTERED,
        UNKNOWN
    }

    /** The three files of a snapshot. */
    public enum File {
        DOCUMENT,
        PDF,
        SIGNATURE
    }

    /**
     * What was frozen.
     *
     * @param title what it is of, in words
     * @param subject what a plan check is of; null for others
     * @param purpose of a score or comparison; null for others
     * @param sites of a score or comparison
     * @param looked whether it could be found out if something newer is in use
     * @param newer null when nothing newer is in use, or it could not be found out
     */
    public record Details(
            Snapshot snapshot,
            Text title,
            String strategy,
            Text strategyName,
            @Nullable String subject,
            @Nullable String purpose,
            List<String> sites,
            boolean looked,
            @Nullable Newer newer) {}

    /**
     * What is in use now instead.
     *
     * @param ref the id of the newer plan check or run
     * @param same whether it comes out the same
     * @param sentence what differs, or that nothing does
     */
    public record Newer(String ref, Instant madeAt, boolean same, Text sentence) {}
}

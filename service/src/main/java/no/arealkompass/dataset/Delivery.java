package no.arealkompass.dataset;

import java.time.Instant;
import java.util.UUID;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * A file that was handed in and examined, and waits to be imported or cancelled. Nothing of it is stored but its spooled
 * copy, which goes when the delivery is imported, cancelled or expires.
 *
 * @param bytes size of the file
 * @param progress what is being done now; null when nothing is
 * @param examination what the last examination found; null until the first is done
 * @param importId the import that came of it; null unless imported
 */
public record Delivery(
        UUID id,
        State state,
        String fileName,
        long bytes,
        String sha256,
        String by,
        Instant at,
        Instant expiresAt,
        Choices choices,
        @Nullable Step progress,
        @Nullable Examination examination,
        @Nullable Long importId) {

    /** Where it has come. */
    public enum State {
        /** It is being examined, or waits for its turn. */
        READING,
        /** Something must be answered first. */
        ASKING,
        /** It can be imported as it stands. */
        READY,
        /** It cannot be imported as it stands. */
        REFUSED,
        /** It is being imported, or waits for its turn. */
        IMPORTING,
        IMPORTED;

        /** Whether work on it goes on by itself. */
        public boolean busy() {
            return this == READING || this == IMPORTING;
        }
    }

    /** How far the work has come; total 0 = not known. */
    public record Step(Text text, long done, long total) {}
}

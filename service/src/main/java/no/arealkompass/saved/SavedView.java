package no.arealkompass.saved;

import java.time.Instant;
import java.util.UUID;
import no.arealkompass.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Something saved under a name; never changed afterwards.
 *
 * @param content JSON, the same bytes for ever
 * @param scope how far what it tells of looked; whoever sees less may not open it
 * @param run the run it was made over; null where it belongs to none
 */
public record SavedView(
        UUID id,
        Kind kind,
        String name,
        String content,
        Scope scope,
        @Nullable UUID run,
        String madeBy,
        Instant madeAt) {
    /** Characters a name may have. */
    public static final int NAME_LENGTH = 120;

    /** Bytes the content may have. */
    public static final int CONTENT_BYTES = 200_000;

    /** What is saved. */
    public enum Kind {
        /** Own weights for a purpose. */
        WEIGHTS,
        /** The answer to a requirement list as it was then. */
        ANSWER
    }
}

package no.arealkompass.share;

import java.time.Instant;
import java.util.List;
import no.arealkompass.access.Caller;
import org.jspecify.annotations.Nullable;

/** What an address of a link leads to. */
public sealed interface Opened {
    /**
     * The content.
     *
     * @param recipient the one who asks from here on: sees what is published, and these sites
     * @param sites ids in order; without those that are withdrawn or that the sender may no longer show
     * @param lastSeenBefore when it was opened before this visit; null the first time
     */
    record Shown(
            Link link,
            Caller recipient,
            List<String> sites,
            @Nullable Instant lastSeenBefore) implements Opened {
        public Shown {
            sites = List.copyOf(sites);
        }
    }

    /** A code must be entered first. */
    record NeedsCode(String language) implements Opened {}

    /** Nothing, and no word of why: expired, withdrawn, never given out, mistyped, or nothing left to show. */
    record Closed() implements Opened {}

    /** Nothing either: too many wrong addresses came from here lately. */
    record TooMany() implements Opened {}
}

package no.arealkompass.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Counts wrong addresses per client. 128 bits cannot be guessed anyhow; this keeps the attempt from costing much, and shows
 * whoever shares an office network with a guesser nothing worse than a wait.
 */
@Component
class Misses {
    static final int MOST = 30;
    static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int CLIENTS = 50_000;

    private record Count(Instant since, int misses) {}

    private final Cache<String, Count> counts =
            Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterWrite(WITHIN).build();
    private final Clock clock;

    Misses(Clock clock) {
        this.clock = clock;
    }

    boolean tooMany(String client) {
        var count = counts.getIfPresent(client);
        return count != null && !past(count) && count.misses() >= MOST;
    }

    void add(String client) {
        counts.asMap()
                .merge(
                        client,
                        new Count(clock.instant(), 1),
                        (old, one) -> past(old) ? one : new Count(old.since(), old.misses() + 1));
    }

    /** Also when the clock was set back: nobody waits for a moment that was. */
    private boolean past(Count count) {
        var age = Duration.between(count.since(), clock.instant());
        return age.isNegative() || age.compareTo(WITHIN) >= 0;
    }
}

package no.arealkompass.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * How often a password may be guessed: per account from one address, per address, and per account from everywhere. An address
 * from which the account's owner has logged in before is not held back by what others guess from elsewhere, so nobody can be
 * locked out by a stranger. A right password costs nothing.
 */
@Component
class Guesses {
    private static final int MOST = 20_000;

    private final TimeMeter time;
    private final Cache<String, Bucket> pairs = buckets();
    private final Cache<String, Bucket> addresses = buckets();
    private final Cache<String, Bucket> accounts = buckets();
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofDays(30))
            .build();

    Guesses(Clock clock) {
        time = new Ticks(clock);
    }

    private record Ticks(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofHours(6))
                .build();
    }

    /** Too many wrong ones; the same for an account that exists and one that does not. */
    static final class TooMany extends AuthenticationException {
        private static final long serialVersionUID = 1L;
        private final long seconds;

        TooMany(long seconds) {
            super("too many guesses");
            this.seconds = seconds;
        }

        long seconds() {
            return seconds;
        }
    }

    /** A guess that is being looked at. */
    final class Guess {
        private final String pair;
        private final List<Bucket> taken;

        private Guess(String pair, List<Bucket> taken) {
            this.pair = pair;
            this.taken = taken;
        }

        /** It was right: it is given back. */
        void right() {
            taken.forEach(bucket -> bucket.addTokens(1));
            known.put(pair, true);
        }
    }

    /**
     * Counts a guess before it is looked at, so that many at once do not slip through.
     *
     * @throws TooMany when there were too many
     */
    Guess begin(String name, String address) {
        var network = network(address);
        var pair = network + " " + name;
        var asked = new ArrayList<Bucket>();
        asked.add(pairs.get(pair, key -> bucket(20, Duration.ofSeconds(30))));
        asked.add(addresses.get(network, key -> bucket(60, Duration.ofSeconds(10))));
        if (known.getIfPresent(pair) == null) {
            asked.add(accounts.get(name, key -> bucket(60, Duration.ofSeconds(60))));
        }
        var taken = new ArrayList<Bucket>();
        for (var bucket : asked) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                taken.forEach(other -> other.addTokens(1));
                throw new TooMany(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
            }
            taken.add(bucket);
        }
        return new Guess(pair, taken);
    }

    /** So many at once, and one more each time so long has passed. */
    private Bucket bucket(int most, Duration each) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(most).refillGreedy(1, each))
                .build();
    }

    /** Whoever has one IPv6 address has the other 2⁶⁴ of its network. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        var parts = address.split("::", 2)[0].split(":");
        return String.join(":", List.of(parts).subList(0, Math.min(4, parts.length)));
    }
}

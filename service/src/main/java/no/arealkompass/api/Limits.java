package no.arealkompass.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import no.arealkompass.connection.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one client may ask for what. A client is an account, or an address for those who have not logged in: behind one
 * address sit thirty pupils or a whole town hall, so an address has more than an account.
 */
@Component
class Limits {
    /** Kept at a time; beyond it those that asked longest ago are forgotten, and begin afresh. */
    static final int MOST_CLIENTS = 100_000;

    /** The table: requests a minute and at once, by kind of operation. See docs/decisions/0098. */
    enum Kind {
        /** Files of the page, health: no database behind them. */
        FREE(Integer.MAX_VALUE, Integer.MAX_VALUE, false, Work.INTERACTIVE),
        /** One thing, or a short list. */
        READ(6000, 1200, false, Work.INTERACTIVE),
        /** Lists, features of a layer, searches. */
        SEARCH(3000, 600, false, Work.INTERACTIVE),
        /** Certificates, matrices, requirement lists, accounts of plans, checks, exports. */
        COSTLY(600, 120, true, Work.COSTLY),
        /** Pictures and documents drawn on the server. */
        PICTURE(600, 120, true, Work.COSTLY),
        /** What is drawn is measured while it is drawn. */
        ASSESSMENT(600, 240, true, Work.COSTLY),
        /** Files handed in, fetches, runs over the region. */
        UPLOAD(60, 60, false, Work.JOB),
        /** Whatever else changes something. */
        CHANGE(600, 300, false, Work.COSTLY),
        /** Attempts to log in. */
        LOGIN(120, 60, false, Work.INTERACTIVE),
        /** Openings of links that were sent to somebody. */
        LINK(600, 600, false, Work.INTERACTIVE),
        /** Questions from investors: each becomes mail for a person. */
        ENQUIRY(20, 20, false, Work.INTERACTIVE);

        private final int perAddress;
        private final int perAccount;
        private final boolean costly;
        private final Work work;

        Kind(int perAddress, int perAccount, boolean costly, Work work) {
            this.perAddress = perAddress;
            this.perAccount = perAccount;
            this.costly = costly;
            this.work = work;
        }

        /** Whether it takes one of the few places of {@link Bulkhead}. */
        boolean costly() {
            return costly;
        }

        /** How long its statements may take. */
        Work work() {
            return work;
        }

        int perMinute(boolean account) {
            return account ? perAccount : perAddress;
        }
    }

    private record Client(String name, boolean account, Kind kind) {}

    private final double factor;
    private final Cache<Client, Bucket> buckets;

    Limits(@Value("${areal.limits.factor:1}") double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("AREAL_LIMITS_FACTOR must be greater than 0");
        }
        this.factor = factor;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                // A bucket that nobody has touched for so long is full again: forgetting it changes nothing.
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();
    }

    /** Seconds until the client may ask again; zero when it may now, and then this was counted. */
    long ask(String name, boolean account, Kind kind) {
        if (kind == Kind.FREE) {
            return 0;
        }
        var bucket = buckets.get(new Client(name, account, kind), this::fresh);
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    private Bucket fresh(Client client) {
        long most = Math.max(1, Math.round(client.kind.perMinute(client.account) * factor));
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                .build();
    }

    /** How many clients are remembered. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}

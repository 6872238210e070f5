package no.arealkompass.enquiry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How many enquiries are taken from one place, about one page and altogether, and how many receipts are mailed. Counted in
 * memory only: no address of a client is stored anywhere, and all is forgotten within a day.
 */
@Component
class SpamLimits {
    private static final int PAGE_PER_HOUR = 30;
    private static final int ALL_PER_HOUR = 300;
    private static final int RECEIPTS_PER_DAY = 200;
    private static final int REMEMBERED = 50_000;
    private static final int GROUPS = 8;

    private final TimeMeter time;
    private final int clientPerHour;
    private final Cache<String, Bucket> buckets;
    private final Cache<String, Boolean> seen;
    private final Bucket all;
    private final Bucket receipts;

    SpamLimits(Clock clock, EnquirySettings settings) {
        this.time = new Meter(clock);
        this.clientPerHour = settings.clientPerHour();
        this.buckets = remembered();
        this.seen = remembered();
        this.all = bucket(ALL_PER_HOUR, Duration.ofHours(1));
        this.receipts = bucket(RECEIPTS_PER_DAY, Duration.ofDays(1));
    }

    /** Bucket4j counts in the time of our clock, so that tests need not wait. */
    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private <V> Cache<String, V> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(Duration.ofDays(1))
                .ticker(time::currentTimeNanos)
                .build();
    }

    private Bucket bucket(int most, Duration per) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                .build();
    }

    /** Whether one more is taken; a refused one counts nowhere else. */
    boolean admits(String client, String page) {
        return take("client " + network(client), clientPerHour)
                && take("page " + page, PAGE_PER_HOUR)
                && all.tryConsume(1);
    }

    private boolean take(String key, int perHour) {
        return buckets.get(key, k -> bucket(perHour, Duration.ofHours(1))).tryConsume(1);
    }

    /** True the first time in a day that this is seen. */
    boolean isNew(String what) {
        return seen.asMap().putIfAbsent(what, true) == null;
    }

    /** It was not stored after all. */
    void forget(String what) {
        seen.invalidate(what);
    }

    /** One receipt a day to an address, and not many altogether: nobody is flooded by way of us. */
    boolean admitsReceipt(String sealedAddress) {
        return isNew("receipt " + sealedAddress) && receipts.tryConsume(1);
    }

    /** Whoever has one IPv6 address has its whole /64 network: the first four groups. */
    static String network(String client) {
        if (!client.contains(":") || client.contains(".")) {
            return client; // IPv4, also where it is written as IPv6
        }
        var halves = client.split("::", 2);
        var groups = groups(halves[0]);
        if (halves.length == 2) {
            var end = groups(halves[1]);
            while (groups.size() + end.size() < GROUPS) {
                groups.add("0");
            }
            groups.addAll(end);
        }
        return String.join(":", groups.subList(0, Math.min(GROUPS / 2, groups.size())));
    }

    private static List<String> groups(String text) {
        return Arrays.stream(text.split(":"))
                .filter(group -> !group.isEmpty())
                .map(group -> group.replaceFirst("^0+(?=.)", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}

package no.arealkompass.enquiry;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How quickly the enquiries of a month were answered, in working hours. Those nobody has answered count with the time they
 * have waited so far, so that a month does not look good by what was left lying; a figure that depends on one says so. Few
 * enquiries give no figure: a median of two is none.
 *
 * @param month in which they came
 * @param received how many came
 * @param answered how many were answered
 * @param waiting how many still wait
 * @param withoutAnswer how many were closed without an answer; they count in no figure
 * @param median null when fewer than {@link #FOR_MEDIAN} count
 * @param ninetyPercent null when fewer than {@link #FOR_NINETY_PERCENT} count
 */
public record ReplyTimes(
        YearMonth month,
        int received,
        int answered,
        int waiting,
        int withoutAnswer,
        @Nullable Hours median,
        @Nullable Hours ninetyPercent) {
    /** From how many on there is a median. */
    public static final int FOR_MEDIAN = 5;

    /** From how many on there is a time within which nine of ten were answered. */
    public static final int FOR_NINETY_PERCENT = 10;

    /**
     * Working hours.
     *
     * @param atLeast whether some that still wait may make it more
     */
    public record Hours(double hours, boolean atLeast) {}

    /** One enquiry's times; one that is closed and has no {@code answeredAt} was closed without an answer. */
    record Times(Instant receivedAt, @Nullable Instant answeredAt, boolean closed) {}

    private record Taken(double hours, boolean waits) {}

    /** Newest month first. */
    static List<ReplyTimes> of(List<Times> enquiries, Instant now) {
        return enquiries.stream()
                .collect(Collectors.groupingBy(e -> YearMonth.from(WorkingTime.day(e.receivedAt()))))
                .entrySet()
                .stream()
                .map(month -> month(month.getKey(), month.getValue(), now))
                .sorted(Comparator.comparing((ReplyTimes r) -> r.month()).reversed())
                .toList();
    }

    private static ReplyTimes month(YearMonth month, List<Times> all, Instant now) {
        var taken = all.stream()
                .filter(e -> e.answeredAt() != null || !e.closed())
                .map(e -> taken(e, now))
                .sorted(Comparator.comparingDouble(Taken::hours))
                .toList();
        int waiting = (int) taken.stream().filter(Taken::waits).count();
        return new ReplyTimes(
                month,
                all.size(),
                taken.size() - waiting,
                waiting,
                all.size() - taken.size(),
                quantile(taken, 0.5, FOR_MEDIAN),
                quantile(taken, 0.9, FOR_NINETY_PERCENT));
    }

    private static Taken taken(Times times, Instant now) {
        var end = Optional.ofNullable(times.answeredAt()).orElse(now);
        return new Taken(WorkingTime.hours(times.receivedAt(), end), times.answeredAt() == null);
    }

    /** The nearest rank: the time of one that was really answered or waits, never one between two. */
    private static @Nullable Hours quantile(List<Taken> sorted, double share, int fewest) {
        if (sorted.size() < fewest) {
            return null;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        boolean atLeast = sorted.subList(0, rank).stream().anyMatch(Taken::waits);
        return new Hours(sorted.get(rank - 1).hours(), atLeast);
    }
}

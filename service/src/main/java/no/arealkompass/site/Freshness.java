package no.arealkompass.site;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How old what is stated about a site is on a given day. Told when it is read and never stored: it changes by itself.
 *
 * @param days since {@code since}
 * @param since the last confirmation; without one the newest fact, without facts the day the site was entered
 */
public record Freshness(State state, int days, LocalDate since, Counted counted) {
    /** After this many days the owner municipality is reminded. */
    public static final int REMIND_DAYS = 90;
    /** After this many days the site is marked as outdated everywhere. */
    public static final int OUTDATED_DAYS = 180;

    /** What age leads to. */
    public enum State {
        FRESH,
        REMIND,
        OUTDATED
    }

    /** What the days are counted from. */
    public enum Counted {
        CONFIRMATION,
        FACT,
        CREATION
    }

    static Freshness of(@Nullable Confirmation confirmation, List<Fact> facts, LocalDate created, LocalDate today) {
        if (confirmation != null) {
            return of(confirmation.on(), Counted.CONFIRMATION, today);
        }
        Optional<LocalDate> newest =
                facts.stream().map(fact -> lastDay(fact.on())).max(Comparator.naturalOrder());
        return newest.map(day -> of(day, Counted.FACT, today)).orElseGet(() -> of(created, Counted.CREATION, today));
    }

    private static Freshness of(LocalDate since, Counted counted, LocalDate today) {
        var known = since.isAfter(today) ? today : since;
        int days = (int) ChronoUnit.DAYS.between(known, today);
        var state = days > OUTDATED_DAYS ? State.OUTDATED : days > REMIND_DAYS ? State.REMIND : State.FRESH;
        return new Freshness(state, days, known, counted);
    }

    /** A fact dated by month or year may have been stated on its last day. */
    private static LocalDate lastDay(String on) {
        return switch (on.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(on), 12, 31);
            case 7 -> YearMonth.parse(on).atEndOfMonth();
            default -> LocalDate.parse(on);
        };
    }
}

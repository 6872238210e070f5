package no.arealkompass.enquiry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/** Norwegian working days, from eight to four; weekends and public holidays are none. */
final class WorkingTime {
    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    static final int HOURS_A_DAY = 8;

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(8 + HOURS_A_DAY, 0);
    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 17), MonthDay.of(12, 25), MonthDay.of(12, 26));
    /** Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday; days after Easter Sunday. */
    private static final Set<Long> AROUND_EASTER = Set.of(-3L, -2L, 1L, 39L, 50L);

    private WorkingTime() {}

    static LocalDate day(Instant at) {
        return at.atZone(OSLO).toLocalDate();
    }

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !AROUND_EASTER.contains(
                        day.toEpochDay() - easter(day.getYear()).toEpochDay());
    }

    /** The last day to answer on: the day it came does not count. */
    static LocalDate due(Instant received, int workingDays) {
        var day = day(received);
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** Hours that were open between two moments. */
    static double hours(Instant from, Instant to) {
        double hours = 0;
        for (var day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                var opened = later(from, day.atTime(OPENS).atZone(OSLO).toInstant());
                var closed = earlier(to, day.atTime(CLOSES).atZone(OSLO).toInstant());
                hours += Math.max(0, Duration.between(opened, closed).toSeconds()) / 3600.0;
            }
        }
        return hours;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** Easter Sunday of the Gregorian calendar, by Gauss's rule as it is taught with the exceptions built in. */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
        int late = (golden + 11 * moon + 22 * sunday) / 451;
        int sum = moon + sunday - 7 * late + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}

package no.arealkompass.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Norwegian working days and hours, over weekends, holidays and the change of the clock. */
class WorkingTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
                "2026-05-17", "2026-05-25", "2026-12-25", "2026-12-26", "2026-11-28", "2026-11-29", "2027-03-26",
                "2027-03-29", "2027-05-06", "2027-05-17", "2024-03-28", "2024-05-20", "2025-04-21", "2038-04-26"
            })
    void weekendsAndHolidaysAreNoWorkingDays(String day) {
        assertThat(WorkingTime.isWorkingDay(LocalDate.parse(day))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-01", "2026-04-07", "2026-05-15", "2026-05-18", "2026-12-24", "2026-11-26"})
    void daysBesideThemAre(String day) {
        assertThat(WorkingTime.isWorkingDay(LocalDate.parse(day))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T12:00, 2026-11-30", // Thursday: Friday, Monday
        "2026-11-27T23:30, 2026-12-01", // late on a Friday
        "2026-11-28T10:00, 2026-12-01", // Saturday
        "2026-04-01T09:00, 2026-04-08", // the day before Easter
        "2026-12-23T09:00, 2026-12-28",
    })
    void twoWorkingDaysFromHere(String received, String due) {
        assertThat(WorkingTime.due(at(received), 2)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T09:00, 2026-11-26T11:30, 2.5",
        "2026-11-26T15:00, 2026-11-27T09:00, 2",
        "2026-11-26T20:00, 2026-11-27T07:00, 0",
        "2026-11-27T15:00, 2026-11-30T09:00, 2", // over a weekend
        "2026-11-28T10:00, 2026-11-29T10:00, 0",
        "2026-10-23T15:00, 2026-10-26T09:00, 2", // the clock is changed on the Sunday between
        "2026-11-26T12:00, 2026-11-26T12:00, 0",
    })
    void onlyOpenHoursCount(String from, String to, double hours) {
        assertThat(WorkingTime.hours(at(from), at(to))).isEqualTo(hours);
    }

    @Test
    void theDayIsTheDayInNorway() {
        assertThat(WorkingTime.day(Instant.parse("2026-07-01T22:30:00Z"))).isEqualTo("2026-07-02");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingTime.OSLO).toInstant();
    }
}

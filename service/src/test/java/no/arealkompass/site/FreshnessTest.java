package no.arealkompass.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the age of a site is counted from, and the days on which it begins to matter. */
class FreshnessTest {
    private static final LocalDate CREATED = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, FRESH, 0",
        "2026-04-01, FRESH, 90",
        "2026-04-02, REMIND, 91",
        "2026-06-30, REMIND, 180",
        "2026-07-01, OUTDATED, 181",
    })
    void theLimitsAreNinetyAndAHundredAndEightyDays(LocalDate today, Freshness.State state, int days) {
        var freshness = Freshness.of(null, List.of(), CREATED, today);
        assertThat(freshness.state()).isEqualTo(state);
        assertThat(freshness.days()).isEqualTo(days);
        assertThat(freshness.counted()).isEqualTo(Freshness.Counted.CREATION);
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-12-31",
        "2024-02, 2024-02-29",
        "2024-02-03, 2024-02-03",
        "2027, 2026-06-01",
    })
    void aFactDatedByMonthOrYearIsFromItsLastDayButNotFromTheFuture(String on, LocalDate since) {
        var freshness = Freshness.of(null, facts("2019", on, "2020-05"), CREATED, LocalDate.of(2026, 6, 1));
        assertThat(freshness.since()).isEqualTo(since);
        assertThat(freshness.counted()).isEqualTo(Freshness.Counted.FACT);
    }

    @Test
    void aConfirmationCountsBeforeEverythingElse() {
        var confirmation = new Confirmation("næringssjef", LocalDate.of(2025, 1, 1), "", 1);
        var freshness = Freshness.of(confirmation, facts("2026-05-01"), CREATED, LocalDate.of(2026, 6, 1));
        assertThat(freshness.counted()).isEqualTo(Freshness.Counted.CONFIRMATION);
        assertThat(freshness.state()).isEqualTo(Freshness.State.OUTDATED);
    }

    private static List<Fact> facts(String... dates) {
        return Stream.of(dates)
                .map(on -> new Fact("ground", "sand", "", "kommunen", on, "stated", "kilde", ""))
                .toList();
    }
}

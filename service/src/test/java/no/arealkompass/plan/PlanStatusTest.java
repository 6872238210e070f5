package no.arealkompass.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Status and dates are read together; whatever they do not agree on is said and never counted as certain. */
class PlanStatusTest {
    private static final LocalDate DELIVERED = LocalDate.parse("2024-06-01");

    @ParameterizedTest(name = "{0} {1} from {2} to {3} decided {4} on {5}: {6} {7}")
    @CsvSource(nullValues = "-", textBlock = """
                    # stage,   status, inForce,    to,         decided,    on,         standing,    said
                    ADOPTED,  3, 2018-03-01, -,          2018-02-20, 2024-01-01, APPLIES,     ''
                    ADOPTED,  3, 2018-03-01, -,          -,          2018-03-01, APPLIES,     ''
                    ADOPTED,  3, 2018-03-01, -,          -,          2018-02-28, NOT_YET,     NOT_YET
                    ADOPTED,  3, 2030-01-01, -,          -,          2024-01-01, NOT_YET,     NOT_YET
                    ADOPTED,  3, -,          -,          2018-02-20, 2024-01-01, APPLIES,     FROM_DECISION
                    ADOPTED,  3, -,          -,          -,          2024-01-01, UNCERTAIN,   DATE_MISSING
                    ADOPTED,  3, 2018-03-01, 2020-12-31, -,          2020-12-31, APPLIES,     LIMIT_WITHOUT_STATUS
                    ADOPTED,  3, 2018-03-01, 2020-12-31, -,          2021-01-01, NO_LONGER,   LIMIT_WITHOUT_STATUS EXPIRED
                    ADOPTED,  3, 2018-03-01, 2017-12-31, -,          2024-01-01, UNCERTAIN,   LIMIT_WITHOUT_STATUS DATES_REVERSED
                    ADOPTED,  3, 2018-03-01, -,          2018-05-01, 2018-04-01, UNCERTAIN,   DECIDED_AFTER_IN_FORCE
                    ADOPTED,  3, 2018-03-01, -,          2018-05-01, 2018-05-01, APPLIES,     DECIDED_AFTER_IN_FORCE
                    ADOPTED,  -, 2018-03-01, -,          -,          2024-01-01, APPLIES,     STATUS_MISSING
                    ADOPTED,  -, -,          -,          -,          2024-01-01, UNCERTAIN,   STATUS_MISSING DATE_MISSING
                    ADOPTED,  1, 2018-03-01, -,          -,          2024-01-01, UNCERTAIN,   STATUS_BEFORE_ADOPTION
                    ADOPTED,  2, 2018-03-01, -,          -,          2024-01-01, UNCERTAIN,   STATUS_BEFORE_ADOPTION
                    ADOPTED,  9, 2018-03-01, -,          -,          2024-01-01, UNCERTAIN,   STATUS_UNKNOWN
                    ADOPTED,  4, 2018-03-01, -,          -,          2024-06-01, NO_LONGER,   REPEALED
                    ADOPTED,  4, 2018-03-01, -,          -,          2017-01-01, NOT_YET,     REPEALED
                    ADOPTED,  4, 2018-03-01, -,          -,          2020-01-01, UNCERTAIN,   REPEALED END_UNKNOWN
                    ADOPTED,  4, 2018-03-01, 2022-06-30, -,          2020-01-01, APPLIES,     REPEALED
                    ADOPTED,  4, 2018-03-01, 2022-06-30, -,          2022-07-01, NO_LONGER,   REPEALED
                    ADOPTED,  5, -,          -,          -,          2024-06-01, NO_LONGER,   REPLACED
                    ADOPTED,  6, -,          -,          2018-02-20, 2024-01-01, DEFERRED,    FROM_DECISION DEFERRED_WITH_DATE
                    ADOPTED,  6, 2030-01-01, -,          -,          2024-01-01, DEFERRED,    DEFERRED
                    ADOPTED,  6, 2018-03-01, -,          -,          2024-01-01, DEFERRED,    DEFERRED_WITH_DATE
                    ADOPTED,  7, 2018-03-01, 2028-03-01, -,          2024-01-01, APPLIES,     ''
                    ADOPTED,  7, 2018-03-01, 2023-03-01, -,          2024-01-01, NO_LONGER,   EXPIRED
                    ADOPTED,  7, 2018-03-01, -,          -,          2024-01-01, UNCERTAIN,   LIMIT_MISSING
                    ADOPTED,  8, 2018-03-01, -,          -,          2024-01-01, UNCERTAIN,   OVERRIDDEN
                    HEARING,  2, -,          -,          -,          2024-01-01, NOT_ADOPTED, ''
                    HEARING,  2, 2018-03-01, -,          -,          2024-01-01, NOT_ADOPTED, DATE_BEFORE_ADOPTION
                    PROPOSAL, 3, 2018-03-01, -,          -,          2024-01-01, NOT_ADOPTED, STATUS_AGAINST_STAGE DATE_BEFORE_ADOPTION
                    INPUT,    -, -,          -,          -,          2024-01-01, NOT_ADOPTED, ''
                    """)
    void statusAndDatesAreReadTogether(
            Stage stage,
            @Nullable String status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate decided,
            LocalDate on,
            Standing standing,
            String said) {
        var reading = StatusReader.read(version(1, stage, status, from, to, decided), on);
        assertThat(reading.standing()).isEqualTo(standing);
        assertThat(String.join(" ", reading.notes().stream().map(PlanNote::code).toList()))
                .isEqualTo(said);
        // Whatever is uncertain has a reason that says so.
        assertThat(reading.notes().stream().anyMatch(PlanNote::uncertain)).isEqualTo(standing == Standing.UNCERTAIN);
        assertThat(reading.notes())
                .allSatisfy(note -> assertThat(note.text().nb()
                                + note.text().en()
                                + note.remedy().nb())
                        .doesNotContain("{"));
    }

    /** Versions of one plan, newest first: status, in force from; then which version counts on 1 May 2024. */
    @ParameterizedTest(name = "{0} | {1} → {2}")
    @CsvSource({
        "3 2023-01-01, 3 2018-01-01, 2",
        "3 2030-01-01, 3 2018-01-01, 1", // the newer one is not in force yet
        "6 -,          3 2018-01-01, 1", // its effect is deferred
        "3 -,          3 2018-01-01, 1", // nobody knows whether the newer one applies; it is said
        "3 -,          6 -,          2", // in doubt, and nothing else applies
        "4 2018-01-01, 3 2018-01-01, 1", // repealed at the delivery in June, in force in May as far as anybody knows
        "7 2023-01-01/2024-01-01, 3 2018-01-01, 0", // expired; the older one does not come back
    })
    void theNewestVersionThatIsCertainDecides(String newer, String older, int counts) {
        var date = LocalDate.parse("2024-05-01");
        var chosen = Applying.on(List.of(adopted(2, newer), adopted(1, older)), date);
        assertThat(chosen.stream().mapToInt(PlanVersion::version).sum()).isEqualTo(counts);
    }

    @Test
    void anUncertainNewerVersionIsSaidOfTheOneUsedInstead() {
        var chosen = Applying.on(List.of(adopted(2, "3 -"), adopted(1, "3 2018-01-01")), LocalDate.parse("2024-05-01"));
        assertThat(chosen.getFirst().notes()).extracting(PlanNote::code).containsExactly("NEWER_UNCERTAIN");
        assertThat(chosen.getFirst().notes().getFirst().text().nb()).startsWith("Versjon 2 er nyere");
    }

    @Test
    void aPlanOnHearingCountsOnlyWhereItIsAskedForAndNothingNewerIsAdopted() {
        var date = LocalDate.parse("2024-05-01");
        var old = adopted(1, "3 2018-01-01");
        var hearing = version(2, Stage.HEARING, "2", null, null, null);
        var versions = List.of(hearing, old);
        assertThat(Applying.on(versions, date)).extracting(PlanVersion::version).containsExactly(1);
        assertThat(Applying.withHearing(versions, date))
                .extracting(PlanVersion::version)
                .containsExactly(2);
        assertThat(Applying.withHearing(List.of(adopted(3, "3 2023-01-01"), hearing, old), date))
                .extracting(PlanVersion::version)
                .containsExactly(3);
        var proposal = version(4, Stage.PROPOSAL, "2", null, null, null);
        assertThat(Applying.withHearing(List.of(proposal, hearing), date))
                .extracting(PlanVersion::version)
                .containsExactly(2);
    }

    @Test
    void theNewestWinsAndWhatIsOnHearingCountsAsNewest() {
        var old = adopted(1, "3 2010-01-01");
        var fresh = adopted(2, "3 2020-01-01");
        var undated = adopted(3, "3 -");
        var hearing = version(4, Stage.HEARING, "2", null, null, null);
        assertThat(Applying.byPrecedence(List.of(hearing, fresh, undated, old)))
                .extracting(PlanVersion::version)
                .containsExactly(3, 1, 2, 4);
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        assertThat(Words.texts(true).stringPropertyNames())
                .isEqualTo(Words.texts(false).stringPropertyNames());
    }

    private static PlanVersion adopted(int version, String statusAndDates) {
        var parts = statusAndDates.split(" ", -1);
        var dates = Arrays.asList(parts[1].split("/", -1));
        return version(
                version,
                Stage.ADOPTED,
                parts[0],
                dates.getFirst().equals("-") ? null : LocalDate.parse(dates.getFirst()),
                dates.size() > 1 ? LocalDate.parse(dates.getLast()) : null,
                null);
    }

    static PlanVersion version(
            int version,
            Stage stage,
            @Nullable String status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate decided) {
        return new PlanVersion(
                version,
                "3414-201803",
                "3414",
                "201803",
                version,
                "Prøveplan",
                Level.DETAILED,
                null,
                stage,
                status,
                from,
                to,
                decided,
                null,
                "test",
                0,
                0,
                true,
                false,
                1,
                Instant.parse(DELIVERED + "T08:00:00Z"),
                List.of());
    }
}

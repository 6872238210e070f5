package no.arealkompass.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import no.arealkompass.enquiry.ReplyTimes.Hours;
import no.arealkompass.enquiry.ReplyTimes.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reply times say no more than the cases carry. */
class ReplyTimesTest {
    private static final Instant NOW = at("2026-11-26T12:00");

    @Test
    void fewCasesGiveNoFigure() {
        var months = ReplyTimes.of(answered(1, 2, 3, 4), NOW);
        assertThat(months).singleElement().satisfies(month -> {
            assertThat(month.month()).isEqualTo(YearMonth.of(2026, 11));
            assertThat(month.answered()).isEqualTo(4);
            assertThat(month.median()).isNull();
            assertThat(month.ninetyPercent()).isNull();
        });
    }

    @Test
    void fiveGiveAMedianAndTenTheTimeOfNineInTen() {
        assertThat(ReplyTimes.of(answered(1, 2, 3, 4, 7), NOW).getFirst().median())
                .isEqualTo(new Hours(3, false));
        var ten = ReplyTimes.of(answered(1, 1, 1, 1, 1, 2, 2, 2, 5, 7), NOW).getFirst();
        assertThat(ten.median()).isEqualTo(new Hours(1, false));
        assertThat(ten.ninetyPercent()).isEqualTo(new Hours(5, false));
    }

    /** Left lying, an enquiry must not make the month look better than it was. */
    @Test
    void thoseThatWaitCountWithTheTimeSoFarAndSaySo() {
        var all = new ArrayList<>(answered(1, 1, 7, 7, 7));
        all.add(new Times(at("2026-11-26T10:00"), null, false)); // has waited two hours
        var month = ReplyTimes.of(all, NOW).getFirst();
        assertThat(month.waiting()).isEqualTo(1);
        assertThat(month.median()).isEqualTo(new Hours(2, true));
        all.set(
                5,
                new Times(at("2026-11-02T10:00"), null, false)); // longer than all the others: changes nothing below it
        assertThat(ReplyTimes.of(all, NOW).getFirst().median()).isEqualTo(new Hours(7, false));
    }

    @Test
    void thoseClosedWithoutAnAnswerAreCountedApart() {
        var all = new ArrayList<>(answered(1, 2, 3, 4, 5));
        all.add(new Times(at("2026-11-02T10:00"), null, true));
        var month = ReplyTimes.of(all, NOW).getFirst();
        assertThat(month.received()).isEqualTo(6);
        assertThat(month.withoutAnswer()).isEqualTo(1);
        assertThat(month.median()).isEqualTo(new Hours(3, false));
    }

    @Test
    void monthsAreThoseInNorwayNewestFirst() {
        var months =
                ReplyTimes.of(List.of(time(at("2026-10-31T23:30"), null), time(at("2026-11-01T00:30"), null)), NOW);
        assertThat(months)
                .extracting(ReplyTimes::month)
                .containsExactly(YearMonth.of(2026, 11), YearMonth.of(2026, 10));
    }

    private static List<Times> answered(int... hours) {
        var all = new ArrayList<Times>();
        for (int h : hours) {
            all.add(time(at("2026-11-03T08:00"), at("2026-11-03T08:00").plusSeconds(3600L * h)));
        }
        return all;
    }

    private static Times time(Instant received, @Nullable Instant answered) {
        return new Times(received, answered, false);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingTime.OSLO).toInstant();
    }
}

package no.arealkompass.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import no.arealkompass.enquiry.FormStamp.Says;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stamp is good for the page it was made for, not too soon and not too late, and nobody else makes one. */
class FormStampTest {
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final FormStamp stamps = new FormStamp(clock);
    private String stamp = "";

    @BeforeEach
    void issue() {
        stamp = stamps.issue("site/a");
    }

    @Test
    void goodAfterThreeSecondsAndForADay() {
        assertThat(stamps.check("site/a", stamp)).isEqualTo(Says.TOO_QUICK);
        now = now.plusSeconds(2);
        assertThat(stamps.check("site/a", stamp)).isEqualTo(Says.TOO_QUICK);
        now = now.plusSeconds(1);
        assertThat(stamps.check("site/a", stamp)).isEqualTo(Says.GOOD);
        now = now.plus(Duration.ofHours(23));
        assertThat(stamps.check("site/a", stamp)).isEqualTo(Says.GOOD);
        now = now.plus(Duration.ofHours(1));
        assertThat(stamps.check("site/a", stamp)).isEqualTo(Says.NOT_OURS);
    }

    @Test
    void notForAnotherPageNorFromAnotherStart() {
        now = now.plusSeconds(60);
        assertThat(stamps.check("site/b", stamp)).isEqualTo(Says.NOT_OURS);
        assertThat(new FormStamp(clock).check("site/a", stamp)).isEqualTo(Says.NOT_OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "1.a.b", "x", "9999999999999999999999.a.b"})
    void nobodyElseMakesOne(String made) {
        now = now.plusSeconds(60);
        assertThat(stamps.check("site/a", made)).isEqualTo(Says.NOT_OURS);
    }

    @Test
    void anEarlierTimeCannotBeWrittenIntoOne() {
        var earlier =
                stamp.replaceFirst("^\\d+", String.valueOf(now.minusSeconds(60).getEpochSecond()));
        assertThat(stamps.check("site/a", earlier)).isEqualTo(Says.NOT_OURS);
        assertThat(stamps.check("site/a", stamp + "x")).isEqualTo(Says.NOT_OURS);
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often passwords may be guessed, from one place, from many, and by whom they belong to. */
class GuessesTest {
    private final TestClock clock = new TestClock();
    private final Guesses guesses = new Guesses(clock);

    @Test
    void oneMoreEveryHalfMinuteFromOneAddress() {
        assertThat(wrong("offer", "192.0.2.1", 100)).isEqualTo(20);
        clock.pass(Duration.ofSeconds(29));
        assertThat(wrong("offer", "192.0.2.1", 100)).isZero();
        clock.pass(Duration.ofSeconds(2));
        assertThat(wrong("offer", "192.0.2.1", 100)).isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        assertThat(wrong("offer", "192.0.2.1", 100)).isEqualTo(20);
    }

    @Test
    void manyNamesFromOneAddressAndManyAddressesForOneName() {
        int names = 0;
        while (wrong("name" + names, "192.0.2.1", 1) == 1) {
            names++;
        }
        assertThat(names).isEqualTo(60);
        int addresses = 0;
        while (wrong("offer", "198.51.100." + addresses, 1) == 1) {
            addresses++;
        }
        assertThat(addresses).isEqualTo(60);
    }

    @Test
    void theOwnerIsNotLockedOutByOthers() {
        guesses.begin("offer", "203.0.113.7").right();
        for (int i = 0; i < 200; i++) {
            wrong("offer", "198.51.100." + i, 1);
        }
        assertThat(wrong("offer", "198.51.100.250", 1)).as("a stranger").isZero();
        guesses.begin("offer", "203.0.113.7").right();
    }

    @Test
    void rightOnesCostNothing() {
        for (int i = 0; i < 1000; i++) {
            guesses.begin("offer", "192.0.2.1").right();
        }
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        assertThat(Guesses.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Guesses.network("2001:db8:1:2::7"));
        assertThat(Guesses.network("2001:db8:1:3::7")).isNotEqualTo(Guesses.network("2001:db8:1:2::7"));
        assertThat(Guesses.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void howLongToWaitIsSaid() {
        wrong("offer", "192.0.2.1", 20);
        assertThatThrownBy(() -> guesses.begin("offer", "192.0.2.1"))
                .isInstanceOfSatisfying(
                        Guesses.TooMany.class,
                        many -> assertThat(many.seconds()).isBetween(29L, 31L));
    }

    /** How many of so many wrong guesses are looked at. */
    private int wrong(String name, String address, int times) {
        int looked = 0;
        for (int i = 0; i < times; i++) {
            try {
                guesses.begin(name, address);
                looked++;
            } catch (Guesses.TooMany e) {
                return looked;
            }
        }
        return looked;
    }
}

package no.arealkompass.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who counts as one client. */
class SpamLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:0DB8:0001:2::9, 2001:db8:1:2",
        "2001:db8::9, 2001:db8:0:0",
        "::1, 0:0:0:0",
        "fe80::1:2:3:4%eth0, fe80:0:0:0",
    })
    void aWholeNetworkIsOneClient(String client, String counted) {
        assertThat(SpamLimits.network(client)).isEqualTo(counted);
    }
}

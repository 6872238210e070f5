package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import no.arealkompass.api.Limits.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often one may ask for what. */
class LimitsTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /, FREE",
        "GET, /app/map.js, FREE",
        "GET, /actuator/health/readiness, FREE",
        "GET, /api/config, READ",
        "GET, /api/sites, SEARCH",
        "GET, /api/sites/granerud-nord, READ",
        "GET, /collections/road/items, SEARCH",
        "GET, /api/runs/8b0e4d5c/certificates/logistikk, COSTLY",
        "GET, /api/runs/8b0e4d5c/scores/logistikk/granerud-nord, READ",
        "GET, /api/runs/8b0e4d5c/scores/logistikk/granerud-nord/improvements, COSTLY",
        "GET, /api/runs/8b0e4d5c/matches, COSTLY",
        "GET, /api/requirements/parse, COSTLY",
        "GET, /api/plan-checks/1/report.pdf, PICTURE",
        "GET, /api/plan-checks/1/map.png, PICTURE",
        "GET, /i/AAAAAAAAAAAAAAAAAAAAAA/map.png, PICTURE",
        "GET, /api/sites/export.gpkg, COSTLY",
        "POST, /api/sites/assessment, ASSESSMENT",
        "POST, /api/geometry/split, ASSESSMENT",
        "POST, /api/datasets/road/imports, UPLOAD",
        "POST, /api/deliveries, UPLOAD",
        "PUT, /api/deliveries/1, CHANGE",
        "PUT, /api/sites/granerud-nord, CHANGE",
        "DELETE, /api/plan-follows/1, CHANGE",
        "POST, /login, LOGIN",
        "GET, /oauth2/authorization/areal, LOGIN",
        "GET, /i/AAAAAAAAAAAAAAAAAAAAAA, LINK",
        "POST, /i/AAAAAAAAAAAAAAAAAAAAAA/kode, LOGIN",
        "POST, /i/AAAAAAAAAAAAAAAAAAAAAA/henvendelse, ENQUIRY",
        "POST, /en/sites/granerud-nord/enquiry, ENQUIRY",
        "GET, /something/new, READ",
        "POST, /something/new, CHANGE"
    })
    void everyAddressHasAKind(String method, String path, Kind kind) {
        assertThat(Operations.of(method, path)).isEqualTo(kind);
    }

    @Test
    void aClassOfThirtyBehindOneAddressWorks() {
        var limits = new Limits(1);
        for (int pupil = 0; pupil < 30; pupil++) {
            // Opens the page, looks at ten sites, moves the map thirty times, compares, all within one minute.
            assertThat(ask(limits, "193.156.96.1", false, Kind.READ, 120)).isTrue();
            assertThat(ask(limits, "193.156.96.1", false, Kind.SEARCH, 60)).isTrue();
            assertThat(ask(limits, "193.156.96.1", false, Kind.COSTLY, 15)).isTrue();
            assertThat(ask(limits, "193.156.96.1", false, Kind.PICTURE, 10)).isTrue();
        }
    }

    private static boolean ask(Limits limits, String name, boolean account, Kind kind, int times) {
        boolean all = true;
        for (int i = 0; i < times; i++) {
            all &= limits.ask(name, account, kind) == 0;
        }
        return all;
    }

    @Test
    void whoAsksTooOftenKeepsNobodyElseOut() {
        var limits = new Limits(0.01);
        while (limits.ask("193.156.96.1", false, Kind.COSTLY) == 0) {
            // until it is refused
        }
        assertThat(limits.ask("193.156.96.1", false, Kind.COSTLY)).isPositive();
        assertThat(limits.ask("193.156.96.1", false, Kind.READ))
                .as("another kind")
                .isZero();
        assertThat(limits.ask("193.156.96.2", false, Kind.COSTLY))
                .as("another address")
                .isZero();
        assertThat(limits.ask("193.156.96.1", true, Kind.COSTLY))
                .as("an account of that name")
                .isZero();
        assertThat(ask(limits, "193.156.96.1", false, Kind.FREE, 10_000)).isTrue();
    }

    @Test
    void manyAddressesTakeNoMoreThanTheirShareOfMemory() {
        var limits = new Limits(1);
        for (int i = 0; i < 3 * Limits.MOST_CLIENTS; i++) {
            limits.ask("10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255), false, Kind.READ);
        }
        assertThat(limits.remembered()).isPositive().isLessThanOrEqualTo(Limits.MOST_CLIENTS);
    }

    @ParameterizedTest
    @CsvSource({
        "193.156.96.1, 193.156.96.1",
        "2001:700:100:1:2:3:4:5, 2001:700:100:1::/64",
        "2001:700:100:1:ffff:3:4:5, 2001:700:100:1::/64",
        "2001:700::5, 2001:700:0:0::/64",
        "::1, 0:0:0:0::/64",
        "::ffff:10.0.0.1, ::ffff:10.0.0.1"
    })
    void whoHasANetworkIsOneClient(String address, String client) {
        assertThat(Gate.client(address)).isEqualTo(client);
    }

    @Test
    void theBulkheadHasFewPlacesAndAShortQueue() {
        var bulkhead = new Bulkhead(2, 0);
        assertThat(bulkhead.enter()).isTrue();
        assertThat(bulkhead.enter()).isTrue();
        assertThat(bulkhead.enter()).isFalse();
        bulkhead.leave();
        assertThat(bulkhead.enter()).isTrue();
        assertThat(bulkhead.free()).isZero();
    }
}

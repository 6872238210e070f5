package no.arealkompass.plancheck;

import static no.arealkompass.TestPlans.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import no.arealkompass.TestDatabase;
import no.arealkompass.TestPlans;
import no.arealkompass.plancheck.PlanDifference.Kind;
import no.arealkompass.plancheck.PlanDifferenceMatcher.Match;
import no.arealkompass.plancheck.PlanDifferenceRepository.Ground;
import no.arealkompass.plancheck.PlanDifferenceRepository.Pair;
import no.arealkompass.plancheck.PlanDifferenceRepository.Staged;
import no.arealkompass.plancheck.PlanDifferenceRepository.Sums;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which zones belong together, and the ground they gained and lost, on real shapes. */
class PlanDifferenceTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient DB = JdbcClient.create(DATABASE.dataSource());
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));
    private static int plans;

    private final long before;
    private final long after;

    PlanDifferenceTest() {
        String plan = "2026" + ++plans;
        before = TestPlans.version(
                DB, "3414", plan, 1, "MUNICIPAL", "ADOPTED", "3", "2020-01-01", box(0, 0, 1000, 1000));
        after = TestPlans.version(DB, "3414", plan, 2, "MUNICIPAL", "HEARING", "2", null, box(0, 0, 1000, 1000));
    }

    private record Seen(
            List<Staged> zones, List<Pair> pairs, List<Match> matches, List<Ground> ground, List<Sums> totals) {
        Match of(String zone) {
            return matches.stream()
                    .filter(m -> m.before().stream().anyMatch(z -> z.zone().equals(zone))
                            || m.after().stream().anyMatch(z -> z.zone().equals(zone)))
                    .findFirst()
                    .orElseThrow();
        }

        Ground ground(String zone) {
            return ground.get(matches.indexOf(of(zone)));
        }

        Sums total(String code) {
            return totals.stream()
                    .filter(t -> Objects.equals(code, t.code()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Seen compare() {
        return Objects.requireNonNull(TRANSACTION.execute(s -> {
            var repository = new PlanDifferenceRepository(DB);
            var zones = repository.stage(before, after);
            var pairs = repository.pairs();
            var matches = new PlanDifferenceMatcher(zones, pairs).matches();
            return new Seen(zones, pairs, matches, repository.ground(matches), repository.totals());
        }));
    }

    @Test
    void newBusinessInForestComesAndTheForestAroundItShrinks() {
        zone(before, "L1", "5100", "1", box(0, 0, 1000, 1000));
        zone(after, "L1", "5100", "1", """
                POLYGON((0 0,1000 0,1000 1000,0 1000,0 0),(100 100,100 200,300 200,300 100,100 100))""");
        zone(after, "N1", "1300", "2", box(100, 100, 200, 100));

        var seen = compare();
        assertThat(seen.matches()).hasSize(2);
        assertThat(seen.of("N1").kinds()).containsExactly(Kind.CAME);
        assertThat(seen.ground("N1").cameM2()).isEqualTo(20_000);
        assertThat(seen.ground("L1").wentM2()).isEqualTo(20_000);
        assertThat(seen.ground("L1").cameM2()).isZero();
        var shares = new PlanDifferenceShares(seen.zones(), seen.pairs());
        assertThat(shares.before(seen.of("N1"))).containsOnlyKeys("5100").containsValue(20_000.0);
        assertThat(shares.after(seen.of("L1"))).containsOnlyKeys("1300").containsValue(20_000.0);
        assertThat(seen.total("5100")).isEqualTo(new Sums("5100", 1_000_000, 980_000, 980_000));
        assertThat(seen.total("1300")).isEqualTo(new Sums("1300", 0, 20_000, 0));
        assertThat(seen.total(null)).isEqualTo(new Sums(null, 1_000_000, 1_000_000, 1_000_000));
    }

    @Test
    void aZoneThatIsTheSameIsOneMatchWithoutAnyKindOfChange() {
        zone(before, "N1", "1300", "1", box(0, 0, 100, 100));
        zone(after, "N1", "1300", "1", box(0, 0, 100, 100));

        var seen = compare();
        assertThat(seen.matches())
                .singleElement()
                .satisfies(m -> assertThat(m.kinds()).isEmpty());
        assertThat(seen.pairs()).containsExactly(new Pair(1, 2, 10_000));
    }

    @Test
    void purposeStatusAndSizeChangeAtOnceAndAZoneWithAnotherIdIsFoundByItsGround() {
        zone(before, "N1", "5100", "1", box(0, 0, 100, 100));
        zone(after, "N1", "1300", "2", box(0, 0, 120, 100));
        zone(before, "B1", "1110", "1", box(300, 0, 100, 100));
        zone(after, "B7", "1110", "1", box(300, 0, 90, 100));

        var seen = compare();
        assertThat(seen.of("N1").kinds()).containsExactly(Kind.PURPOSE, Kind.STATUS);
        assertThat(seen.ground("N1").cameM2()).isEqualTo(2_000);
        assertThat(seen.ground("N1").afterM2()).isEqualTo(12_000);
        assertThat(seen.of("B1").kinds()).containsExactlyInAnyOrder(Kind.RENUMBERED, Kind.RENAMED);
        assertThat(seen.ground("B1").wentM2()).isEqualTo(1_000);
    }

    @Test
    void splitsAndMergersAreToldWithAllTheirZones() {
        zone(before, "N1", "1300", "2", box(0, 0, 200, 100));
        zone(after, "N1a", "1300", "2", box(0, 0, 110, 100));
        zone(after, "N1b", "1300", "1", box(110, 0, 90, 100));
        zone(before, "B1", "1110", "1", box(400, 0, 100, 100));
        zone(before, "B2", "1110", "1", box(500, 0, 100, 100));
        zone(after, "B3", "1110", "1", box(400, 0, 200, 100));

        var seen = compare();
        assertThat(seen.of("N1").kinds()).containsExactly(Kind.STATUS, Kind.SPLIT);
        assertThat(seen.of("N1").after()).extracting(Staged::zone).containsExactly("N1a", "N1b");
        assertThat(seen.ground("N1").cameM2() + seen.ground("N1").wentM2()).isCloseTo(0, within(0.001));
        assertThat(seen.of("B3").kinds()).containsExactly(Kind.MERGED);
        assertThat(seen.of("B3").before()).extracting(Staged::zone).containsExactly("B1", "B2");
    }

    @Test
    void goneZonesMovedZonesAndAnIdThatSomethingElseGot() {
        zone(before, "N1", "1300", "2", box(0, 0, 100, 100));
        zone(before, "N2", "1300", "2", box(200, 0, 100, 100));
        zone(after, "N2", "1300", "2", box(600, 600, 100, 100));
        zone(before, "X", "1300", "2", box(0, 400, 100, 100));
        zone(after, "X", "1110", "2", box(600, 0, 100, 100));

        var seen = compare();
        assertThat(seen.of("N1").kinds()).containsExactly(Kind.GONE);
        assertThat(seen.of("N2").kinds()).containsExactly(Kind.MOVED);
        assertThat(seen.ground("N2").cameM2()).isEqualTo(10_000);
        assertThat(seen.matches().stream().filter(m -> m.nos().size() == 1)).hasSize(3);
        // By ground nothing of it is the same.
        assertThat(seen.total(null)).isEqualTo(new Sums(null, 30_000, 20_000, 0));
    }

    private static void zone(long version, String zone, String code, String status, String wkt) {
        TestPlans.zone(DB, version, zone, code, status, wkt);
    }

    private static String box(double west, double south, double width, double height) {
        return rectangle(west, south, width, height);
    }
}

package no.arealkompass.plan;

import static no.arealkompass.TestPlans.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.arealkompass.TestDatabase;
import no.arealkompass.TestPlans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the same ground the plan that came into force last counts; sums add up to the ground, once. */
class EffectiveZonesTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient DB = JdbcClient.create(DATABASE.dataSource());
    private static final PlanRepository REPOSITORY = new PlanRepository(DB);
    private static final PlanRepository OF_THE_PUBLIC = new PlanRepository(JdbcClient.create(DATABASE.service()));
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final List<String> REGION = List.of("3414", "3415");

    /** West, a kommuneplan of 1000 × 1000 m in two halves; in it a detail plan, and a newer one on hearing. */
    @BeforeAll
    static void plans() {
        var whole =
                version("3414", "K1", 1, "MUNICIPAL", "ADOPTED", "2015-01-01", rectangle(300000, 6700000, 1000, 1000));
        zone(whole, "vest", "1300", rectangle(300000, 6700000, 500, 1000));
        zone(whole, "øst", "5100", rectangle(300500, 6700000, 500, 1000));
        var detail =
                version("3414", "D1", 1, "DETAILED", "ADOPTED", "2018-01-01", rectangle(300400, 6700100, 200, 100));
        zone(detail, "d", "1340", rectangle(300400, 6700100, 200, 100));
        var hearing = version("3414", "D1", 2, "DETAILED", "HEARING", null, rectangle(300400, 6700100, 200, 200));
        zone(hearing, "h", "1340", rectangle(300400, 6700100, 200, 200));
        version("3414", "I1", 1, "INPUT", "INPUT", null, rectangle(300400, 6700100, 200, 200));
        // An older plan wholly on the kommuneplan's ground: nothing is left of it.
        var older = version("3414", "D0", 1, "DETAILED", "ADOPTED", "2001-01-01", rectangle(300700, 6700700, 100, 100));
        zone(older, "gammel", "1110", rectangle(300700, 6700700, 100, 100));
    }

    @Test
    void zonesAreCutByThePlansThatWin() {
        var subject = read("3414", true);
        assertThat(areas(subject))
                .containsOnlyKeys("vest", "øst", "d")
                .containsEntry("vest", 490_000.0)
                .containsEntry("øst", 490_000.0)
                .containsEntry("d", 20_000.0);
        assertThat(sum(subject)).isEqualTo(1_000_000.0);
    }

    @Test
    void withHearingTheNewVersionStandsForItsPlan() {
        var subject = read("3414~", true);
        assertThat(areas(subject)).containsEntry("h", 40_000.0).containsEntry("vest", 480_000.0);
        assertThat(sum(subject)).isEqualTo(1_000_000.0);
        assertThat(read("region~", false).missingMunicipalities()).containsExactly("3415");
    }

    @Test
    void oneVersionIsNotCut() {
        assertThat(areas(read("3414-K1@1", false))).containsEntry("vest", 500_000.0);
    }

    @Test
    void aTunnelDoesNotTakeTheGroundAboveIt() {
        var tunnel = version("3401", "T1", 1, "DETAILED", "ADOPTED", "2020-01-01", rectangle(320000, 6700000, 100, 10));
        DB.sql("insert into plan_zone (plan_version_id, zone_id, kind, code, vertical_level, properties, footprint)"
                        + " select id, 't', 'PURPOSE', '2010', 1, '{}', outline from plan_version where id = :id")
                .param("id", tunnel)
                .update();
        var above = version("3401", "A1", 1, "DETAILED", "ADOPTED", "2010-01-01", rectangle(320000, 6700000, 100, 100));
        zone(above, "a", "1300", rectangle(320000, 6700000, 100, 100));
        var versions = REPOSITORY.versions().stream()
                .filter(v -> v.municipality().equals("3401"))
                .toList();
        assertThat(REPOSITORY.effective(Applying.byPrecedence(versions).stream()
                        .map(PlanVersion::id)
                        .toList()))
                .extracting(PlanZone::areaM2)
                .containsExactly(10_000.0);
    }

    @Test
    void whatThePublicMayNotSeeIsNoSubject() {
        assertThat(read("3414-I1@1", true).versions()).hasSize(1);
        for (var subject : List.of("3414-I1@1", "3414-K1@2", "9999", "region~~", "3414@1", "x".repeat(5000))) {
            assertThatThrownBy(() -> read(subject, false)).as(subject).isInstanceOf(NoSuchPlan.class);
        }
    }

    private static Subject read(String subject, boolean all) {
        return new SubjectReader((all ? REPOSITORY : OF_THE_PUBLIC).versions(), REGION, TODAY).read(subject);
    }

    private static List<PlanZone> effective(Subject subject) {
        return REPOSITORY.effective(Applying.byPrecedence(subject.versions()).stream()
                .map(PlanVersion::id)
                .toList());
    }

    private static Map<String, Double> areas(Subject subject) {
        return effective(subject).stream()
                .collect(Collectors.toMap(PlanZone::zone, zone -> (double) Math.round(zone.areaM2() * 1e6) / 1e6));
    }

    private static double sum(Subject subject) {
        return areas(subject).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static long version(
            String municipality,
            String plan,
            int version,
            String level,
            String stage,
            @Nullable String from,
            String outline) {
        return TestPlans.version(
                DB, municipality, plan, version, level, stage, stage.equals("ADOPTED") ? "3" : null, from, outline);
    }

    private static void zone(long version, String zone, String code, String outline) {
        TestPlans.zone(DB, version, zone, code, null, outline);
    }
}

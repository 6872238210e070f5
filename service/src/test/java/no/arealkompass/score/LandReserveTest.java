package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.Role;
import no.arealkompass.score.LandNeeds.Density;
import no.arealkompass.score.LandNeeds.Goal;
import no.arealkompass.score.LandReserve.Reserve;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Site;
import no.arealkompass.site.SitePart;
import no.arealkompass.strategy.Source;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Land is counted once, unknown land is named, and jobs are a range or not said at all. */
class LandReserveTest {
    private static final List<String> STATUSES = List.of("potensiell", "avsatt", "regulert");
    private static final Source SOURCE = new Source("d", "p", "");
    private static final Density STORAGE = density("storage", 300, 500, "industriLager");
    private static final Density INDUSTRY = density("industry", 200, 1000, "industriLager", "naering");

    private final Map<Long, Double> newGround = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();

    @Test
    void landIsGroupedByStatusAndUseAndHoldsARangeOfJobs() {
        site("a", 100_000, "regulert", "industriLager");
        site("b", 50_000, "regulert", "industriLager");
        site("c", 60_000, "avsatt", "naering");
        var reserve = reserve();
        assertThat(reserve.rows()).hasSize(2);
        var zoned = reserve.rows().getLast();
        assertThat(zoned.areaM2()).isEqualTo(150_000);
        // Two kinds of business may use it: the widest range of the two.
        assertThat(zoned.jobsLow()).isEqualTo(150);
        assertThat(zoned.jobsHigh()).isEqualTo(750);
        assertThat(zoned.plots().getFirst().statedBy()).isEqualTo("Kommunen");
        assertThat(reserve.areaM2()).isEqualTo(210_000);
        assertThat(reserve.jobsLow()).isEqualTo(210);
        assertThat(reserve.jobsHigh()).isEqualTo(1050);
        assertThat(reserve.withoutDensityM2()).isZero();
    }

    @Test
    void whatIsNotKnownIsNamedAndIsNeverZero() {
        site("known", 10_000, null, null);
        site("other", 20_000, "regulert", "annet");
        sites.add(site("marker", 10_000, List.of(), false, List.of()));
        var reserve = reserve();
        assertThat(reserve.unknownArea()).containsExactly("marker");
        assertThat(reserve.areaM2()).isEqualTo(30_000);
        assertThat(reserve.withoutDensityM2()).isEqualTo(30_000);
        assertThat(reserve.rows()).allSatisfy(row -> {
            assertThat(row.jobsLow()).isNull();
            assertThat(row.jobsHigh()).isNull();
        });
        assertThat(reserve.rows().getFirst().planStatus()).isNull();
    }

    @Test
    void groundUnderTwoOutlinesIsCountedForTheFurthestPlanned() {
        site("wish", 40_000, "potensiell", "naering");
        site("zoned", 30_000, "regulert", "naering");
        assertThat(LandReserve.inOrder(sites, STATUSES)).extracting(Site::id).containsExactly("zoned", "wish");
        newGround.put(sites.getFirst().versionId(), 25_000.0);
        var reserve = reserve();
        assertThat(reserve.areaM2()).isEqualTo(55_000);
        var wish = reserve.rows().getFirst().plots().getFirst();
        assertThat(wish.elsewhereM2()).isEqualTo(15_000);
        assertThat(wish.countedM2()).isEqualTo(25_000);
    }

    @Test
    void soldPlotsAreNoReserve() {
        var sold = new SitePart("p", SitePart.Kind.PLOT, "P", SitePart.Status.SOLD, 4_000, List.of());
        var free = new SitePart("q", SitePart.Kind.PLOT, "Q", SitePart.Status.FREE, 5_000, List.of());
        sites.add(site("a", 10_000, facts("regulert", "naering"), true, List.of(sold, free)));
        assertThat(reserve().areaM2()).isEqualTo(6_000);
        assertThat(reserve().rows().getFirst().plots().getFirst().soldM2()).isEqualTo(4_000);
    }

    @Test
    void aGoalTakesARangeOfLandForEachKindOfBusiness() {
        var need = reserve().needs().stream()
                .filter(one -> one.density().equals("storage") && one.years() == 10)
                .findFirst()
                .orElseThrow();
        assertThat(need.jobs()).isEqualTo(1000);
        assertThat(need.m2Low()).isEqualTo(300_000);
        assertThat(need.m2High()).isEqualTo(500_000);
        assertThat(LandReserve.of(List.of(), List.of(), Map.of(), List.of(STORAGE), null)
                        .needs())
                .isEmpty();
    }

    @Test
    void theRowsAddUpToTheWhole() {
        for (int i = 1; i <= 40; i++) {
            site(
                    "s" + i,
                    i * 1000.0,
                    List.of("regulert", "avsatt").get(i % 2),
                    List.of("naering", "annet").get(i % 3 == 0 ? 1 : 0));
        }
        var reserve = reserve();
        double plots = reserve.rows().stream()
                .flatMap(row -> row.plots().stream())
                .mapToDouble(LandReserve.Plot::countedM2)
                .sum();
        assertThat(plots).isCloseTo(reserve.areaM2(), within(1e-6)).isCloseTo(820_000, within(1e-6));
        assertThat(reserve.rows().stream().flatMap(row -> row.plots().stream()).map(LandReserve.Plot::site))
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    private Reserve reserve() {
        var goal = new Goal("r", 100, List.of(5, 10), "rule", SOURCE, new Text("nb", "en"));
        return LandReserve.of(sites, LandReserve.inOrder(sites, STATUSES), newGround, List.of(STORAGE, INDUSTRY), goal);
    }

    private static Density density(String id, double low, double high, String... uses) {
        return new Density(
                id, new Text("nb", "en"), List.of(uses), low, high, "proposal", SOURCE, new Text("nb", "en"));
    }

    private void site(String id, double areaM2, @Nullable String status, @Nullable String use) {
        sites.add(site(id, areaM2, facts(status, use), true, List.of()));
    }

    private static List<Fact> facts(@Nullable String status, @Nullable String use) {
        var facts = new ArrayList<Fact>();
        if (status != null) {
            facts.add(new Fact("planStatus", status, "", "Kommunen", "2025", "stated", "Plan", ""));
        }
        if (use != null) {
            facts.add(new Fact("zonedUse", use, "", "Kommunen", "2025", "stated", "Plan", ""));
        }
        return facts;
    }

    private Site site(String id, double areaM2, List<Fact> facts, boolean areaKnown, List<SitePart> parts) {
        return new Site(
                sites.size() + 1,
                id,
                1,
                id,
                Site.Kind.LAND,
                Site.Publication.PUBLISHED,
                false,
                areaKnown,
                1,
                "test",
                areaM2,
                List.of(12.0, 60.0),
                List.of(12.0, 60.0, 12.1, 60.1),
                facts,
                parts,
                null,
                List.of(),
                Instant.EPOCH,
                "test",
                Role.ADMINISTRATOR,
                "",
                Instant.EPOCH,
                null);
    }
}

package no.arealkompass.api;

import static no.arealkompass.api.PlanGround.box;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Progress;
import no.arealkompass.plan.NoSuchPlan;
import no.arealkompass.plancheck.PlanChecks;
import no.arealkompass.score.Scoring;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Plans of rectangles held against the strategy, every area counted by hand. */
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanCheckTest extends ServiceTest {
    private static final String STRATEGY = "kongsvingerregionen-2017";
    private static final Caller ADMIN = Caller.administrator("test");
    private static final String PLAN = "3414-1@1";
    private static final String READY = """
            [{"fact": "priceNokPerM2", "value": 250, "unit": "", "statedBy": "K", "on": "2026", "basis": "stated", "source": "t"},
             {"fact": "utilitiesToBorder", "value": 3, "unit": "", "statedBy": "K", "on": "2026", "basis": "stated", "source": "t"},
             {"fact": "planStatus", "value": "regulert", "unit": "", "statedBy": "K", "on": "2026", "basis": "stated", "source": "t"}]""";

    @Autowired
    private PlanChecks checks;

    @Autowired
    private Scoring scoring;

    /** Everything west of 5,000 m is covered by all themes; the flood map ends in the middle of zone E. */
    @BeforeAll
    void build() {
        var ground = new PlanGround(jdbc);
        String everywhere = box(-20_000, -20_000, 50_000, 50_000);
        ground.layer(
                "dyrketmark",
                "arealtype",
                everywhere,
                0,
                "21",
                box(100, 100, 100, 123),
                "22",
                box(150, 100, 50, 100), // lies wholly on the first: counted once
                "30",
                box(100, 100, 300, 200)); // forest does not count
        ground.layer("myr", "", everywhere, 0, "", box(1000, 100, 5, 10), "", box(1200, 100, 10, 10));
        ground.layer("naturvern", "", everywhere, 0, "", box(1500, 100, 20, 20));
        ground.layer("flomsoner", "sone", box(-20_000, -20_000, 22_100, 50_000), 0, "20", box(100, 100, 300, 200));
        ground.layer("tettbebyggelse", "", everywhere, 0, "", box(500, 100, 100, 100));
        ground.site("t", "TERMINAL", "PUBLISHED", box(3000, 100, 200, 200), "[]");
        ground.site("n", "LAND", "PUBLISHED", box(3000, 1000, 300, 300), "[]");
        ground.site("m", "LAND", "PUBLISHED", box(550, 150, 100, 100), READY);
        ground.site("draft", "LAND", "DRAFT", box(3000, 2000, 300, 300), "[]");
        long plan = ground.plan("3414", "1", 1, "MUNICIPAL", "ADOPTED", "2020-01-01", box(0, 0, 6000, 4000));
        ground.zone(plan, "A", "1340", "2", box(100, 100, 300, 200));
        ground.zone(plan, "B", "1300", "2", box(500, 100, 400, 300));
        ground.zone(plan, "C", "1350", "1", box(1000, 100, 20, 40));
        ground.zone(plan, "C2", "1350", "1", box(1200, 100, 20, 40));
        ground.zone(plan, "D", "1340", "2", box(1500, 100, 300, 200));
        ground.zone(plan, "E", "1340", "2", box(2000, 100, 200, 200));
        ground.zone(plan, "F", "1310", "2", box(3000, 100, 100, 200));
        ground.zone(plan, "L", "5100", "1", box(3000, 500, 2500, 3000));
        long detail = ground.plan("3414", "2", 1, "DETAILED", "ADOPTED", "2024-01-01", box(1500, 100, 150, 200));
        ground.zone(detail, "Bolig", "1110", null, box(1500, 100, 150, 200));
        long hearing = ground.plan("3414", "1", 2, "MUNICIPAL", "HEARING", "", box(0, 0, 6000, 4000));
        ground.zone(hearing, "B", "1300", "2", box(500, 100, 400, 300));
        long secret = ground.plan("3414", "3", 1, "DETAILED", "PROPOSAL", "", box(4000, 100, 300, 300));
        ground.zone(secret, "S", "1310", null, box(4000, 100, 300, 300));
        long beside = ground.plan("3415", "1", 1, "MUNICIPAL", "ADOPTED", "2020-01-01", box(6000, 0, 1000, 1000));
        ground.zone(beside, "N1", "1340", "2", box(6100, 100, 100, 100));
        scoring.refresh(ADMIN, Progress.NONE);
    }

    private JsonNode check(Caller caller, String subject) {
        return JSON.readTree(checks.latest(caller, subject, STRATEGY).json());
    }

    private static JsonNode find(JsonNode check, String list, String id) {
        for (var one : check.path(list)) {
            if (one.path("id").asString().equals(id)) {
                return one;
            }
        }
        return JSON.missingNode();
    }

    private static List<String> findings(JsonNode check, String rule) {
        return check.path("findings")
                .valueStream()
                .filter(one -> one.path("rule").asString().equals(rule))
                .map(one -> one.path("id").asString().substring(rule.length() + 1) + " "
                        + one.path("kind").asString())
                .toList();
    }

    @Test
    void groundTakenIsTheUnionOfWhatLiesThere() {
        var check = check(Caller.PUBLIC, PLAN);
        assertThat(findings(check, "PL10")).containsExactly("3414-1/A deviation");
        var finding = find(check, "findings", "PL10/3414-1/A");
        assertThat(finding.path("amount").asDouble()).isCloseTo(12.3, within(1e-4));
        assertThat(finding.path("areaM2").asDouble()).isCloseTo(12_300, within(0.1));
        assertThat(finding.path("sentence").path("nb").asString())
                .isEqualTo("Sone A (industri, 60 daa) tar 12,3 daa dyrket mark.");
        assertThat(finding.path("sentence").path("en").asString()).contains("takes 12.3 daa of farmland");
        assertThat(finding.path("geometry").path("type").asString()).endsWith("Polygon");
        // The very ground, in CRS84: back in metres it is the rectangle of 100 × 123.
        assertThat(jdbc.sql("select st_area(st_transform(st_setsrid(st_geomfromgeojson(:json), 4326), 25833))")
                        .param("json", finding.path("geometry").toString())
                        .query(Double.class)
                        .single())
                .isCloseTo(12_300, within(1.0));
        assertThat(findings(check, "PL13")).containsExactly("3414-1/D deviation");
        assertThat(find(check, "findings", "PL13/3414-1/D").path("severity").asString())
                .isEqualTo("must");
    }

    @Test
    void digitisingNoiseIsCountedAndIsNoFinding() {
        var rule = find(check(Caller.PUBLIC, PLAN), "rules", "PL11");
        assertThat(rule.path("ignoredBelow").path("count").asInt()).isEqualTo(1);
        assertThat(rule.path("ignoredBelow").path("areaM2").asDouble()).isCloseTo(50, within(0.1));
        // Exactly the limit is a finding.
        assertThat(findings(check(Caller.PUBLIC, PLAN), "PL11")).containsExactly("3414-1/C2 deviation");
        assertThat(rule.path("outcome").asString()).isEqualTo("deviates");
    }

    @Test
    void whatIsNotCoveredNeverFollows() {
        var check = check(Caller.PUBLIC, PLAN);
        assertThat(findings(check, "PL12")).containsExactly("3414-1/E undecided", "3414-1/F undecided");
        var half = find(check, "findings", "PL12/3414-1/E");
        assertThat(half.path("amount").isNull()).isTrue();
        assertThat(half.path("areaM2").asDouble()).isCloseTo(20_000, within(0.1));
        var rule = find(check, "rules", "PL12");
        assertThat(rule.path("outcome").asString()).isEqualTo("undecided");
        assertThat(rule.path("reason").path("nb").asString()).contains("flomsoner");
        assertThat(rule.path("remedy").path("en").asString()).isNotBlank();
        assertThat(check.path("confidence")
                        .path("notCovered")
                        .path(0)
                        .path("areaM2")
                        .asDouble())
                .isCloseTo(40_000, within(0.1));
    }

    @Test
    void theSumCountsEverySquareMetreOnce() {
        var check = check(Caller.PUBLIC, PLAN);
        // A 60,000 + B 120,000 + C 800 + C2 800 + D 60,000 + E 40,000 + F 20,000
        assertThat(check.path("verdict").path("businessAreaM2").asDouble()).isCloseTo(301_600, within(0.1));
        var total = find(check, "rules", "PL14");
        // (12,300 + 50 + 100 + 400) / 301,600 is 4 %; with the 40,000 not covered it may be 17 %
        assertThat(total.path("outcome").asString()).isEqualTo("undecided");
        assertThat(findings(check, "PL14")).containsExactly("3414-1 undecided");
    }

    @Test
    void sitesAreHeldAgainstTheZonesOnThem() {
        var check = check(Caller.PUBLIC, PLAN);
        assertThat(findings(check, "PL01")).contains("t deviation");
        var terminal = find(check, "findings", "PL01/t");
        assertThat(terminal.path("amount").asDouble()).isCloseTo(0.5, within(1e-6));
        assertThat(terminal.path("areaM2").asDouble()).isCloseTo(20_000, within(0.1));
        assertThat(terminal.path("sentence").path("nb").asString())
                .isEqualTo("Område t: 50 % av området er satt av til boliger, handel og tjenester; høyst 5 % tåles.");
        assertThat(findings(check, "PL05")).contains("n missing").doesNotContain("m missing", "m undecided");
        assertThat(find(check, "findings", "PL05/n").path("amount").asDouble()).isZero();
        assertThat(findings(check, "PL15")).containsExactly("3414-1/F deviation");
        assertThat(find(check, "findings", "PL15/3414-1/F").path("amount").asDouble())
                .isCloseTo(20, within(1e-4));
        assertThat(findings(check, "PL07")).containsExactly("3414-1/F deviation");
        assertThat(find(check, "rules", "PL06").path("outcome").asString()).isEqualTo("follows");
        assertThat(find(check, "rules", "PL06").path("amount").asDouble()).isEqualTo(1);
        // No portfolio rule of the region here: its part points to the region's page.
        assertThat(find(check, "rules", "PL02").isMissingNode()).isTrue();
    }

    @Test
    void theVerdictAndTheTopSayWhatMattersMost() {
        var check = check(Caller.PUBLIC, PLAN);
        assertThat(check.path("verdict").path("outcome").asString()).isEqualTo("deviates");
        assertThat(check.path("top").valueStream().map(JsonNode::asString))
                .containsExactly("PL01/t", "PL15/3414-1/F", "PL13/3414-1/D");
        var s4 = check.path("parts").get(3);
        assertThat(s4.path("outcome").asString()).isEqualTo("elsewhere");
        assertThat(check.path("verdict").path("sentence").path("nb").asString()).startsWith("Plan 3414-1 avviker");
    }

    @Test
    void theNewestPlanWinsOnTheSameGround() {
        var check = check(Caller.PUBLIC, "3414");
        // The protected ground lies under the detailed plan for housing now: D is cut to its eastern half.
        assertThat(findings(check, "PL13")).isEmpty();
        assertThat(check.path("verdict").path("businessAreaM2").asDouble()).isCloseTo(271_600, within(0.1));
    }

    @Test
    void whatIsOnHearingCountsWhenAskedFor() {
        var check = check(Caller.PUBLIC, "3414~");
        assertThat(check.path("subject").path("withHearing").asBoolean()).isTrue();
        assertThat(check.path("verdict").path("businessAreaM2").asDouble()).isCloseTo(120_000, within(0.1));
        assertThat(findings(check, "PL10")).isEmpty();
        // What this one case does: the region with version 2 against the region with version 1.
        var contribution = check(Caller.PUBLIC, "3414-1@2").path("contribution");
        assertThat(contribution.path("businessAreaM2").path("before").asDouble())
                .isCloseTo(281_600, within(0.1));
        assertThat(contribution.path("businessAreaM2").path("after").asDouble()).isCloseTo(130_000, within(0.1));
        assertThat(contribution.path("jobs").isNull()).isTrue();
    }

    @Test
    void neighboursOverTheBorderAreTold() {
        var near = check(Caller.PUBLIC, "3415").path("neighbours");
        assertThat(near.valueStream().map(one -> one.path("kind").asString())).doesNotContain("betterSite");
        assertThat(near.isEmpty()).isTrue(); // the nearest zone over the border is 3,000 m away
        long plan = new PlanGround(jdbc).plan("3416", "9", 1, "DETAILED", "HEARING", "", box(7000, 0, 1000, 1000));
        new PlanGround(jdbc).zone(plan, "X", "1826", null, box(7500, 100, 100, 100));
        var found = check(Caller.PUBLIC, "3416-9@1").path("neighbours").get(0);
        assertThat(found.path("otherZone").asString()).isEqualTo("N1");
        assertThat(found.path("otherMunicipality").asString()).isEqualTo("3415");
        assertThat(found.path("distanceM").asDouble()).isCloseTo(1300, within(0.1));
        assertThat(found.path("purpose").asString()).isEqualTo("industri_stor");
    }

    @Test
    void theRegionAsksItsOwnRules() {
        var check = check(Caller.PUBLIC, "region");
        // A 60 + B 120 less 10 built + D 30 (the rest is housing) + E 40 + F 20 + N1 10 = 270 daa, against 625 to
        // 2,500;
        // four municipalities have no plan here, so it may be more.
        var need = find(check, "rules", "PL17");
        assertThat(need.path("outcome").asString()).isEqualTo("undecided");
        assertThat(need.path("bound").path("atLeast").asDouble()).isEqualTo(625);
        assertThat(need.path("bound").path("atMost").asDouble()).isEqualTo(2500);
        assertThat(find(check, "findings", "PL17/region").path("areaM2").asDouble())
                .isCloseTo(270_000, within(0.1));
        assertThat(find(check, "rules", "PL06").path("looked").asInt()).isEqualTo(6);
        assertThat(findings(check, "PL06")).doesNotContain("3414 deviation", "3414 undecided");
        assertThat(check.path("contribution").isNull()).isTrue();
        assertThat(check.path("subject").path("missingMunicipalities")).hasSize(4);
    }

    @Test
    void aStrategyWithoutPlanRulesIsNeverFollowed() {
        jdbc.sql("insert into strategy (id, version, hash, body) select id, '3', hash || 'x', :body from strategy"
                        + " where id = 'kongsvingerregionen-2026-utkast' limit 1")
                .param("body", withoutPlanning())
                .update();
        scoring.refresh(ADMIN, Progress.NONE);
        var check = JSON.readTree(checks.latest(Caller.PUBLIC, PLAN, "kongsvingerregionen-2026-utkast")
                .json());
        assertThat(check.path("verdict").path("outcome").asString()).isEqualTo("undecided");
        assertThat(check.path("verdict").path("sentence").path("nb").asString()).contains("ingen planregler");
        assertThat(check.path("rules").isEmpty()).isTrue();
    }

    private String withoutPlanning() {
        String body = jdbc.sql("select body from strategy where id = 'kongsvingerregionen-2026-utkast'")
                .query(String.class)
                .single();
        return body.substring(0, body.indexOf("\nplanning:")).replaceFirst("version: \"2\".*", "version: \"3\"") + "\n";
    }

    @Test
    void thePublicSeesNothingOfProposalsAndDrafts() {
        assertThatThrownBy(() -> checks.latest(Caller.PUBLIC, "3414-3@1", STRATEGY))
                .isInstanceOf(NoSuchPlan.class);
        var all = checks.latest(ADMIN, "3414-3@1", STRATEGY);
        assertThatThrownBy(() -> checks.get(Caller.PUBLIC, all.id())).isInstanceOf(NoSuchPlan.class);
        assertThat(checks.get(ADMIN, all.id()).json()).isEqualTo(all.json());
        assertThat(JSON.readTree(all.json()).path("scope").asString()).isEqualTo("all");
        String everyones = checks.latest(Caller.PUBLIC, "3414", STRATEGY).json();
        assertThat(everyones).doesNotContain("draft", "3414-3");
        assertThat(JSON.readTree(everyones).path("scope").asString()).isEqualTo("published");
        assertThatThrownBy(() -> checks.refresh(Caller.PUBLIC)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aCheckIsKeptAndMadeAgainOnlyWhenSomethingChanges() {
        var first = checks.latest(Caller.PUBLIC, "3415", STRATEGY);
        assertThat(checks.latest(Caller.PUBLIC, "3415", STRATEGY)).isEqualTo(first);
        checks.refresh(ADMIN);
        assertThat(checks.refresh(ADMIN)).isEmpty();
        long plan =
                new PlanGround(jdbc).plan("3415", "7", 1, "DETAILED", "ADOPTED", "2025-01-01", box(6100, 100, 50, 50));
        new PlanGround(jdbc).zone(plan, "P", "1110", null, box(6100, 100, 50, 50));
        assertThat(checks.refresh(ADMIN)).anySatisfy(one -> {
            assertThat(one.subject()).isEqualTo("3415");
            assertThat(one.before()).isEqualTo(first.id());
            assertThat(one.after()).isNotEqualTo(first.id());
        });
        assertThat(checks.get(Caller.PUBLIC, first.id()).json()).isEqualTo(first.json());
    }

    @Test
    void overHttpTheAddressOfTheCheckIsTold() {
        var latest = get("/api/plan-checks/latest?subject=3414&strategy=" + STRATEGY);
        assertThat(latest.statusCode()).isEqualTo(200);
        var stored = get(latest.headers().firstValue("location").orElseThrow());
        assertThat(stored.body()).isEqualTo(latest.body());
        assertThat(stored.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
        assertThat(get("/api/plan-checks/latest?subject=9999&strategy=" + STRATEGY)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/plan-checks/x").statusCode()).isEqualTo(400);
        var admin = send(HttpRequest.newBuilder(
                        URI.create(base() + "/api/plan-checks/latest?subject=3414-3@1&strategy=" + STRATEGY))
                .header("Authorization", administrator()));
        assertThat(admin.statusCode()).isEqualTo(200);
        assertThat(get("/api/plan-checks/latest?subject=3414-3@1&strategy=" + STRATEGY)
                        .statusCode())
                .isEqualTo(404);
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import no.arealkompass.TestPlans;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Accounts and differences over the sample region: who may see which version, sums over plans that overlap, CSV, refusals. */
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanAccountOverHttpTest extends ServiceTest {
    private static final double X = 340_000;
    private static final double Y = 6_680_000;

    @BeforeAll
    void plans() {
        var adopted = TestPlans.version(
                jdbc, "3401", "1", 1, "MUNICIPAL", "ADOPTED", "3", "2020-01-01", box(0, 0, 2_000, 1_000));
        TestPlans.zone(jdbc, adopted, "N1", "1300", "1", box(0, 0, 500, 1_000));
        TestPlans.zone(jdbc, adopted, "L1", "5100", "1", box(500, 0, 1_500, 1_000));
        var hearing =
                TestPlans.version(jdbc, "3401", "1", 2, "MUNICIPAL", "HEARING", "2", null, box(0, 0, 2_000, 1_000));
        TestPlans.zone(jdbc, hearing, "N1", "1300", "2", box(0, 0, 700, 1_000));
        TestPlans.zone(jdbc, hearing, "L1", "5100", "1", box(700, 0, 1_300, 1_000));
        var proposal =
                TestPlans.version(jdbc, "3401", "1", 3, "MUNICIPAL", "PROPOSAL", "1", null, box(0, 0, 2_000, 1_000));
        TestPlans.zone(jdbc, proposal, "N9", "1300", "2", box(0, 0, 2_000, 1_000));
        // A newer zoning plan wins where it lies.
        var zoning = TestPlans.version(
                jdbc, "3401", "2", 1, "DETAILED", "ADOPTED", "3", "2024-01-01", box(400, 0, 200, 1_000));
        TestPlans.zone(jdbc, zoning, "B1", "1340", "2", box(400, 0, 200, 1_000));
    }

    @Test
    void aMunicipalityIsSummedOverTheGroundOnWhichEachPlanCounts() {
        var account = json("/api/plans/account?subject=3401");
        var whole = account.path("scopes").get(0);
        assertThat(whole.path("sums").path("unionM2").asDouble()).isCloseTo(2_000_000, within(0.1));
        assertThat(whole.path("sums").path("overlapM2").asDouble()).isZero();
        var ar5 = whole.path("tables").get(0);
        assertThat(area(ar5, "1300")).isCloseTo(400_000, within(0.1));
        assertThat(area(ar5, "1340")).isCloseTo(200_000, within(0.1));
        assertThat(area(ar5, "5100")).isCloseTo(1_400_000, within(0.1));
        assertThat(account.path("outline").path("withoutPurposeM2").asDouble()).isZero();
        assertThat(account.path("themes").get(0).path("data").isNull()).isTrue();
        assertThat(whole.path("change").path("compared").asBoolean()).isFalse();
        double parts = 0;
        for (int i = 1; i < account.path("scopes").size(); i++) {
            parts += account.path("scopes").get(i).path("sums").path("unionM2").asDouble();
        }
        assertThat(account.path("scopes").size() == 1 ? 2_000_000 : parts).isCloseTo(2_000_000, within(0.1));
    }

    @Test
    void aVersionOnHearingIsComparedWithTheAdoptedOneAndAProposalIsForThoseWhoMaySeeIt() {
        var change = json("/api/plans/account?subject=3401-1@2")
                .path("scopes")
                .get(0)
                .path("change");
        assertThat(change.path("compared").asBoolean()).isTrue();
        assertThat(change.path("continuedM2").asDouble()).isCloseTo(500_000, within(0.1));
        assertThat(change.path("addedM2").asDouble()).isCloseTo(200_000, within(0.1));
        assertThat(change.path("removedM2").asDouble()).isZero();

        assertThat(get("/api/plans/account?subject=3401-1@3").statusCode()).isEqualTo(404);
        assertThat(get("/api/plans/difference?plan=3401-1&from=1&to=3").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/plans/account?subject=3401-1@3", "Authorization", administrator())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDifferenceSaysWhatGrewAndWhatItTook() {
        var difference = json("/api/plans/difference?plan=3401-1&from=1&to=2").path("difference");
        var business = difference.path("changes").get(0);
        assertThat(business.path("kinds").valueStream().map(JsonNode::asString)).containsExactly("grew", "status");
        assertThat(business.path("cameM2").asDouble()).isCloseTo(200_000, within(0.1));
        assertThat(business.path("from").get(0).path("code").asString()).isEqualTo("5100");
        assertThat(business.path("geometry").path("type").asString()).contains("Polygon");
        assertThat(business.path("place").get(0).asDouble()).isBetween(10.0, 14.0);
        for (var total : difference.path("totals")) {
            assertThat(total.path("beforeM2").asDouble()
                            - total.path("wentM2").asDouble()
                            + total.path("cameM2").asDouble())
                    .isCloseTo(total.path("afterM2").asDouble(), within(0.01));
        }
        assertThat(difference.path("sum").path("afterDifferenceM2").asDouble()).isCloseTo(0, within(0.1));
    }

    /** What a rule says before and after is what the two stored checks say. */
    @Test
    void theDifferenceSaysWhatItDoesToEachRule() {
        var strategy = "kongsvingerregionen-2017";
        var checks = json("/api/plans/difference?plan=3401-1&from=1&to=2&strategy=" + strategy)
                .path("checks");
        var before = json("/api/plan-checks/latest?subject=3401-1@1&strategy=" + strategy);
        var after = json("/api/plan-checks/latest?subject=3401-1@2&strategy=" + strategy);
        assertThat(checks.path("verdictBefore"))
                .isEqualTo(before.path("verdict").path("outcome"));
        assertThat(checks.path("verdictAfter")).isEqualTo(after.path("verdict").path("outcome"));
        assertThat(checks.path("before")).isEqualTo(before.path("id"));
        assertThat(checks.path("rules")).hasSize(after.path("rules").size()).isNotEmpty();
        for (var rule : checks.path("rules")) {
            var stored = after.path("rules")
                    .valueStream()
                    .filter(one -> one.path("id").equals(rule.path("rule")))
                    .findFirst()
                    .orElseThrow();
            assertThat(rule.path("outcomeAfter")).isEqualTo(stored.path("outcome"));
        }
        int came = count(checks, "came");
        int gone = count(checks, "gone");
        assertThat(before.path("findings").size() - gone + came)
                .isEqualTo(after.path("findings").size());
    }

    private static int count(JsonNode checks, String change) {
        return (int) checks.path("findings")
                .valueStream()
                .filter(finding -> finding.path("change").asString().equals(change))
                .count();
    }

    @Test
    void spreadsheetsGetDecimalCommasInNorwegianAndEverythingOnce() {
        var csv = get("/api/plans/account?subject=3401-1@1&format=csv&lang=nb");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("arealregnskap-3401-1-1.csv");
        assertThat(csv.body()).startsWith("\ufeffKommune;Kommunenavn;Tabell");
        double sum = Arrays.stream(csv.body().split("\r\n", -1))
                .filter(line -> line.contains(";Arealtype (AR5);"))
                .mapToDouble(line -> Double.parseDouble(line.split(";", -1)[7].replace(',', '.')))
                .sum();
        assertThat(sum).isCloseTo(2_000_000, within(0.1));
        assertThat(get("/api/plans/account?subject=3401-1@1", "Accept", "text/csv", "Accept-Language", "en")
                        .body())
                .startsWith("\ufeffMunicipality,Municipality name,Table");
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithARemedy() {
        assertThat(get("/api/plans/account?subject=9999").statusCode()).isEqualTo(404);
        assertThat(get("/api/plans/account?subject=" + "x".repeat(500)).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/plans/difference?plan=3401-1&from=1&to=1").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/plans/difference?plan=3401-1&from=1&to=abc").statusCode())
                .isEqualTo(400);
    }

    private static double area(JsonNode table, String code) {
        return table.path("rows")
                .valueStream()
                .filter(row -> row.path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow()
                .path("areaM2")
                .asDouble();
    }

    private static String box(double west, double south, double width, double height) {
        return TestPlans.rectangle(X + west, Y + south, width, height);
    }
}

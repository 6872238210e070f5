package no.arealkompass.plancheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import no.arealkompass.plancheck.PlanDifferenceChecks.Finding;
import no.arealkompass.plancheck.PlanDifferenceChecks.Rule;
import org.junit.jupiter.api.Test;

/** Two stored checks side by side: findings are paired by id, which is the same in every version of a plan. */
class PlanDifferenceChecksTest {
    private static final String BEFORE = """
            {"id":"a","strategy":{"id":"s","version":"2","name":{"nb":"S","en":"S"}},"datasets":[{"versionId":1}],
             "verdict":{"outcome":"follows"},
             "rules":[{"id":"PL10","name":{"nb":"Jord","en":"Soil"},"severity":"should","outcome":"deviates"},
                      {"id":"PL11","name":{"nb":"Myr","en":"Mire"},"severity":"should","outcome":"follows"}],
             "findings":[%s,%s,%s]}
            """.formatted(
                    finding("PL10/p/N1", "PL10", "12.0"),
                    finding("PL10/p/N2", "PL10", "3.0"),
                    finding("PL10/p/N3", "PL10", "1.0"));
    private static final String AFTER = """
            {"id":"b","strategy":{"id":"s","version":"2","name":{"nb":"S","en":"S"}},"datasets":[{"versionId":1}],
             "verdict":{"outcome":"deviates"},
             "rules":[{"id":"PL10","name":{"nb":"Jord","en":"Soil"},"severity":"should","outcome":"deviates"},
                      {"id":"PL11","name":{"nb":"Myr","en":"Mire"},"severity":"should","outcome":"deviates"}],
             "findings":[%s,%s,%s]}
            """.formatted(
                    finding("PL10/p/N1", "PL10", "12.001"),
                    finding("PL10/p/N2", "PL10", "5.0"),
                    finding("PL11/p/N1", "PL11", "null"));

    private static String finding(String id, String rule, String amount) {
        return """
                {"id":"%s","rule":"%s","kind":"deviation","amount":%s,"unit":"daa","sentence":{"nb":"%s","en":"x"}}""".formatted(id, rule, amount, id);
    }

    @Test
    void findingsComeGoAndChangeAndAHundredthOfTheUnitIsNoChange() {
        var checks = PlanDifferenceChecks.of(BEFORE, AFTER);
        assertThat(checks.findings())
                .extracting(Finding::id, Finding::change, Finding::amountBefore, Finding::amountAfter)
                .containsExactly(
                        tuple("PL10/p/N2", "changed", 3.0, 5.0),
                        tuple("PL11/p/N1", "came", null, null),
                        tuple("PL10/p/N3", "gone", 1.0, null));
        assertThat(checks.sameFindings()).isEqualTo(1);
        assertThat(checks.verdictBefore()).isEqualTo("follows");
        assertThat(checks.verdictAfter()).isEqualTo("deviates");
    }

    @Test
    void rulesThatCameOutOtherwiseStandFirst() {
        var rules = PlanDifferenceChecks.of(BEFORE, AFTER).rules();
        assertThat(rules).extracting(Rule::rule).containsExactly("PL11", "PL10");
        assertThat(rules.getFirst().outcomeBefore()).isEqualTo("follows");
        assertThat(rules.getFirst().findingsAfter()).isEqualTo(1);
    }

    @Test
    void otherDataOrAnotherVersionOfTheStrategyIsSaid() {
        assertThat(PlanDifferenceChecks.of(BEFORE, AFTER).comparable()).isTrue();
        assertThat(PlanDifferenceChecks.of(BEFORE, AFTER.replace("\"versionId\":1", "\"versionId\":2"))
                        .comparable())
                .isFalse();
        assertThat(PlanDifferenceChecks.of(BEFORE.replace("\"version\":\"2\"", "\"version\":\"1\""), AFTER)
                        .comparable())
                .isFalse();
    }
}

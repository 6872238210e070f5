package no.arealkompass.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.arealkompass.follow.CheckChange.Cause;
import no.arealkompass.follow.CheckChange.Change;
import no.arealkompass.follow.CheckChange.FindingChange;
import no.arealkompass.follow.CheckChange.RuleChange;
import no.arealkompass.follow.CheckChange.Why;
import no.arealkompass.yaml.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pairs of checks written by hand: what came, went, grew and turned, and which of the inputs was another. */
class CheckChangesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void aCheckThatSaysTheSameIsNoNews() {
        var change = CheckChanges.between(check("a"), check("b"));
        assertThat(change.moved()).isFalse();
        assertThat(change.before()).isEqualTo("a");
        assertThat(change.after()).isEqualTo("b");
        assertThat(change.why()).isEmpty();
        assertThat(change.counts()).isEqualTo(new CheckChange.Counts(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void findingsComeGoGrowShrinkAndTurnWithTheirAmountsTheWorstFirst() {
        var before = check("a");
        findings(before)
                .add(finding("PL10/3414-1/A", "deviation", "should", 5.0, "daa", "{\"atMost\": 0}"))
                .add(finding("PL10/3414-1/B", "deviation", "should", 9.0, "daa", "{\"atMost\": 0}"))
                .add(finding("PL13/3414-1/C", "deviation", "must", 2.0, "daa", "{\"atMost\": 0}"))
                .add(finding("PL11/3414-1/D", "undecided", "should", null, "daa", null))
                .add(finding("PL12/3414-1/E", "undecided", "should", null, "daa", null))
                .add(finding("PL08/3414-1/F", "deviation", "should", 35.0, "points", "{\"atLeast\": 40}"));
        var after = check("b");
        findings(after)
                .add(finding("PL10/3414-1/A", "deviation", "should", 7.5, "daa", "{\"atMost\": 0}"))
                .add(finding("PL10/3414-1/B", "deviation", "should", 8.0, "daa", "{\"atMost\": 0}"))
                .add(finding("PL11/3414-1/D", "deviation", "should", 3.0, "daa", "{\"atMost\": 0}"))
                .add(finding("PL08/3414-1/F", "deviation", "should", 31.0, "points", "{\"atLeast\": 40}"))
                .add(finding("PL05/3414/granli", "missing", "should", 0.4, "share", "{\"atLeast\": 0.8}"))
                .add(finding("PL01/3414/granli", "deviation", "must", 0.3, "share", "{\"atMost\": 0.05}"))
                .add(finding("PL04/3414-1/G", "undecided", "should", null, "daa", null));

        var change = CheckChanges.between(before, after);
        assertThat(change.findings())
                .extracting(FindingChange::change, FindingChange::id)
                .containsExactly(
                        tuple(Change.CAME, "PL01/3414/granli"), // what must hold stands first
                        tuple(Change.CAME, "PL05/3414/granli"),
                        tuple(Change.CAME, "PL04/3414-1/G"), // what is not decided stands after what is
                        tuple(Change.GROWN, "PL08/3414-1/F"), // fewer points where points are wanted
                        tuple(Change.GROWN, "PL10/3414-1/A"),
                        tuple(Change.TURNED, "PL11/3414-1/D"),
                        tuple(Change.SHRUNK, "PL10/3414-1/B"),
                        tuple(Change.GONE, "PL13/3414-1/C"),
                        tuple(Change.GONE, "PL12/3414-1/E"));
        var grown = change.findings().get(4);
        assertThat(grown.amountBefore()).isEqualTo(5.0);
        assertThat(grown.amountAfter()).isEqualTo(7.5);
        assertThat(grown.sentence()).isEqualTo(new Text("PL10/3414-1/A: 7.5", "PL10/3414-1/A is 7.5"));
        var turned = change.findings().get(5);
        assertThat(turned.kindBefore()).isEqualTo("undecided");
        assertThat(turned.kind()).isEqualTo("deviation");
        assertThat(change.findings().get(7).sentence().nb())
                .as("what is gone says what it said")
                .isEqualTo("PL13/3414-1/C: 2.0");
        assertThat(change.counts()).isEqualTo(new CheckChange.Counts(2, 1, 2, 1, 1, 1, 1));
    }

    @Test
    void whatIsNotSeenInTheNumbersIsNoNews() {
        var before = check("a");
        findings(before).add(finding("PL10/3414-1/A", "deviation", "should", 5.00, "daa", "{\"atMost\": 0}"));
        var after = check("b");
        findings(after).add(finding("PL10/3414-1/A", "deviation", "should", 5.09, "daa", "{\"atMost\": 0}"));
        assertThat(CheckChanges.between(before, after).moved()).isFalse();

        ((ObjectNode) findings(after).get(0)).put("amount", 5.2);
        assertThat(CheckChanges.between(before, after).counts().grown()).isEqualTo(1);
    }

    @Test
    void rulesThatComeOutOtherwiseAreNamedAlsoNewOnesAndOnesThatAreNoMore() {
        var before = check("a");
        rules(before).add(rule("PL01", "follows")).add(rule("PL02", "deviates")).add(rule("PL03", "undecided"));
        var after = check("b");
        rules(after)
                .add(rule("PL01", "deviates"))
                .add(rule("PL03", "undecided"))
                .add(rule("PL04", "follows"));
        ((ObjectNode) after.path("verdict")).put("outcome", "deviates");

        var change = CheckChanges.between(before, after);
        assertThat(change.rules())
                .extracting(RuleChange::id, RuleChange::before, RuleChange::after)
                .containsExactly(
                        tuple("PL01", "follows", "deviates"),
                        tuple("PL02", "deviates", null),
                        tuple("PL04", null, "follows"));
        assertThat(change.verdictBefore()).isEqualTo("follows");
        assertThat(change.verdictAfter()).isEqualTo("deviates");
    }

    @Test
    void theCauseIsWhatWasAnotherAndNothingElse() {
        var before = check("a");
        var after = check("b");
        ((ObjectNode) after.path("subject").path("plans").get(0)).put("version", 2);
        assertThat(causes(before, after)).containsExactly(tuple(Cause.PLAN, "3414-1", "1", "2"));

        after = check("b");
        ((ObjectNode) after.path("subject").path("plans").get(0)).put("stage", "ADOPTED");
        assertThat(causes(before, after)).containsExactly(tuple(Cause.STAGE, "3414-1", "HEARING", "ADOPTED"));

        after = check("b");
        ((ArrayNode) after.path("subject").path("plans"))
                .add(JSON.createObjectNode().put("plan", "3415-9").put("version", 1));
        assertThat(causes(before, after)).containsExactly(tuple(Cause.PLAN, "3415-9", null, "1"));

        after = check("b");
        ((ObjectNode) after.path("datasets").get(0)).put("versionId", 8).put("version", 4);
        ((ObjectNode) after.path("datasets").get(1)).put("versionId", 10); // plans: told as plan versions
        ((ObjectNode) after).put("run", "r2"); // which follows from the data
        assertThat(causes(before, after)).containsExactly(tuple(Cause.DATASET, "myr", "3", "4"));

        after = check("b");
        ((ObjectNode) after).put("run", "r2");
        assertThat(causes(before, after)).containsExactly(tuple(Cause.RUN, "", "r1", "r2"));

        after = check("b");
        ((ObjectNode) after.path("strategy")).put("version", "3");
        ((ObjectNode) after).put("software", "0.4.0");
        assertThat(causes(before, after))
                .containsExactly(tuple(Cause.STRATEGY, "s", "2", "3"), tuple(Cause.SOFTWARE, "", "0.3.0", "0.4.0"));
    }

    @Test
    void aLongListIsCutAndSaysHowMuchIsLeftOut() {
        var after = check("b");
        for (int i = 0; i < CheckChange.MOST_FINDINGS + 7; i++) {
            findings(after).add(finding("PL10/3414-1/N" + i, "deviation", "should", 1.0, "daa", "{\"atMost\": 0}"));
        }
        var change = CheckChanges.between(check("a"), after);
        assertThat(change.findings()).hasSize(CheckChange.MOST_FINDINGS);
        assertThat(change.omitted()).isEqualTo(7);
        assertThat(change.counts().came()).isEqualTo(CheckChange.MOST_FINDINGS + 7);
    }

    private static List<org.assertj.core.groups.Tuple> causes(JsonNode before, JsonNode after) {
        return CheckChanges.between(before, after).why().stream()
                .map((Why why) -> tuple(why.cause(), why.id(), why.from(), why.to()))
                .toList();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static ArrayNode findings(JsonNode check) {
        return (ArrayNode) check.path("findings");
    }

    private static ArrayNode rules(JsonNode check) {
        return (ArrayNode) check.path("rules");
    }

    private static JsonNode check(String id) {
        return JSON.readTree("""
                {"id": "%s", "madeAt": "2026-11-26T12:00:00Z", "software": "0.3.0", "run": "r1",
                 "subject": {"id": "3414", "plans": [
                   {"plan": "3414-1", "version": 1, "name": "Kommuneplan", "stage": "HEARING"}]},
                 "strategy": {"id": "s", "version": "2", "name": {"nb": "Strategi", "en": "Strategy"}},
                 "datasets": [
                   {"dataset": "myr", "name": {"nb": "Myr", "en": "Mire"}, "versionId": 7, "version": 3},
                   {"dataset": "arealplaner", "name": {"nb": "Planer", "en": "Plans"}, "versionId": 9, "version": 1}],
                 "verdict": {"outcome": "follows"}, "rules": [], "findings": []}
                """.formatted(id));
    }

    private static JsonNode rule(String id, String outcome) {
        return JSON.readTree("""
                {"id": "%s", "name": {"nb": "Regel", "en": "Rule"}, "outcome": "%s"}
                """.formatted(id, outcome));
    }

    private static JsonNode finding(String id, String kind, String severity, Double amount, String unit, String bound) {
        return JSON.readTree("""
                {"id": "%1$s", "rule": "%2$s", "kind": "%3$s", "severity": "%4$s", "amount": %5$s, "unit": "%6$s",
                 "bound": %7$s, "sentence": {"nb": "%1$s: %5$s", "en": "%1$s is %5$s"}}
                """.formatted(id, id.substring(0, 4), kind, severity, amount, unit, bound));
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.follow.ReasonDraft;
import no.arealkompass.follow.Reasons;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Reasons are written at findings of a real check, stay with them, and are read by those who may read the finding. */
@DirtiesContext
class PlanReasonsOverHttpTest extends OwnPlanTest {
    private static final String TEXT = "Kommunestyret vil ha kontorer ved stasjonen.";

    @Autowired
    Reasons reasons;

    @Test
    void aReasonStandsAtItsFindingUntilItIsReplacedOrWithdrawnAndItsHistoryStays() {
        version(1, "ADOPTED", "F1");
        var finding = finding(subject(1), "F1");
        assertThat(post("/api/plan-reasons", reason(finding, TEXT), null).statusCode())
                .isEqualTo(401);
        var first = post("/api/plan-reasons", reason(finding, "  " + TEXT + "\u0000 "), administrator());
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        var written = item(finding, subject(1), null).path("standing");
        assertThat(written.path("reason").asString()).isEqualTo(TEXT);
        assertThat(written.path("decision").asString()).isEqualTo("PS 41/24");
        assertThat(written.path("decidedOn").asString()).isEqualTo("2024-06-20");
        assertThat(written.path("decidedBy").asString()).isEqualTo("Kommunestyret i Kongsvinger");
        assertThat(written.path("byRole").asString()).isEqualTo("administrator");
        assertThat(written.path("said").path("nb").asString()).isNotBlank();
        assertThat(written.toString()).as("no account").doesNotContain("admin\"");

        post("/api/plan-reasons", reason(finding, "Ny begrunnelse"), administrator());
        var replaced = item(finding, subject(1), null);
        assertThat(replaced.path("standing").path("reason").asString()).isEqualTo("Ny begrunnelse");
        assertThat(replaced.path("history")).hasSize(2);

        var old = "/api/plan-reasons/" + written.path("id").asLong();
        var now = "/api/plan-reasons/" + replaced.path("standing").path("id").asLong();
        assertThat(delete(now, null).statusCode()).isEqualTo(401);
        assertThat(delete(old, administrator()).statusCode()).as("replaced").isEqualTo(409);
        assertThat(delete(now, administrator()).statusCode()).isEqualTo(200);
        assertThat(delete(now, administrator()).statusCode()).as("once").isEqualTo(409);
        assertThat(delete("/api/plan-reasons/999999", administrator()).statusCode())
                .isEqualTo(404);
        var withdrawn = item(finding, subject(1), null);
        assertThat(withdrawn.path("standing").isNull())
                .as("the older one does not come back")
                .isTrue();
        assertThat(withdrawn.path("history").get(0).path("withdrawnAt").isNull())
                .isFalse();
        assertThatThrownBy(() ->
                        jdbc.sql("update plan_reason set reason = 'annet'").update())
                .hasMessageContaining("never changed");
    }

    @Test
    void aReasonFollowsItsFindingThroughVersionsAndIsKeptWhenTheFindingIsGone() {
        version(1, "ADOPTED", "F1");
        var finding = finding(subject(1), "F1");
        post("/api/plan-reasons", reason(finding, TEXT), administrator());
        version(2, "HEARING", "F1", "F2");
        assertThat(item(finding, subject(2), null).path("found").asBoolean()).isTrue();
        version(3, "HEARING", "F2");
        var gone = item(finding, subject(3), null);
        assertThat(gone.path("found").asBoolean()).isFalse();
        assertThat(gone.path("standing").path("reason").asString()).isEqualTo(TEXT);
    }

    @Test
    void reasonsAboutWhatIsNotPublicAreNotPublicUntilTheFindingIs() {
        version(1, "ADOPTED", "F1");
        version(2, "PROPOSAL", "F1", "F2");
        var hidden = finding(subject(2), "F2");
        var answer = post("/api/plan-reasons", reason(hidden, TEXT, subject(2)), administrator());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(get(reasonsOf(subject(2))).statusCode()).isEqualTo(404);
        assertThat(json(reasonsOf(subject(1))).path("items")).isEmpty();
        assertThat(item(hidden, subject(1), administrator()).path("found").asBoolean())
                .as("whoever may read all reads it at every version of the plan")
                .isFalse();
        version(3, "HEARING", "F2");
        assertThat(item(hidden, subject(3), null).path("found").asBoolean()).isTrue();
    }

    @Test
    void everyFaultOfAReasonIsToldByItsFieldAndOnlyFindingsThatAreThereCanBeExplained() {
        version(1, "ADOPTED", "F1");
        var finding = finding(subject(1), "F1");
        var wrong = post(
                "/api/plan-reasons",
                JSON.createObjectNode()
                        .put("subject", subject(1))
                        .put("strategy", STRATEGY)
                        .put("finding", finding)
                        .put("reason", "x".repeat(2001))
                        .put("decision", " ")
                        .put("decidedOn", "2026-11-27")
                        .toString(),
                administrator());
        assertThat(wrong.statusCode()).isEqualTo(422);
        var faults = JSON.readTree(wrong.body()).path("faults");
        assertThat(faults.valueStream().map(f -> f.path("field").asString()))
                .containsExactly("reason", "decision", "decidedOn", "decidedBy");
        assertThat(faults.valueStream())
                .allMatch(f -> !f.path("remedy").asString().isBlank());
        assertThat(faults.get(0).path("detail").asString()).isEqualTo("Begrunnelsen har 2001 tegn.");

        var elsewhere = post("/api/plan-reasons", reason(finding.replace("F1", "F9"), TEXT), administrator());
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body()).contains("no-such-finding");

        var neighbour = new Caller("nabo", Role.CASE_OFFICER, Set.of("3415"));
        var draft =
                new ReasonDraft(subject(1), STRATEGY, finding, TEXT, "PS 1/24", "2024-01-01", "Kommunestyret i Grue");
        assertThatThrownBy(() -> reasons.write(neighbour, draft)).isInstanceOf(AccessDenied.class);
    }

    private String reason(String finding, String text) {
        return reason(finding, text, subject(1));
    }

    private static String reason(String finding, String text, String subject) {
        return JSON.createObjectNode()
                .put("subject", subject)
                .put("strategy", STRATEGY)
                .put("finding", finding)
                .put("reason", text)
                .put("decision", "PS 41/24")
                .put("decidedOn", "2024-06-20")
                .put("decidedBy", "Kommunestyret i Kongsvinger")
                .toString();
    }

    private static String reasonsOf(String subject) {
        return "/api/plan-reasons?subject=" + encoded(subject) + "&strategy=" + STRATEGY;
    }

    private JsonNode item(String finding, String subject, @Nullable String login) {
        var answer = login == null ? get(reasonsOf(subject)) : get(reasonsOf(subject), "Authorization", login);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("items")
                .valueStream()
                .filter(i -> i.path("finding").asString().equals(finding))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
    }
}

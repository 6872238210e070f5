package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** A municipality reads what is said of its plan before it is public; for its neighbours the plan is not there. */
@DirtiesContext
class PlanReachOverHttpTest extends OwnPlanTest {
    @Test
    void aProposalIsReadInItsMunicipalityAndIsNothingToOthers() {
        version(1, "ADOPTED", "F1");
        version(2, "PROPOSAL", "F1", "F2");
        var officer = login(Role.CASE_OFFICER, "3401");
        var check = JSON.readTree(read(check(subject(2), officer), officer));
        assertThat(check.path("scope").asString()).isEqualTo("published+3401");
        assertThat(check.toString()).contains(id("F2"));
        for (var address : addresses(subject(2), check.path("id").asString())) {
            assertThat(get(address, "Authorization", officer).statusCode())
                    .as(address)
                    .isEqualTo(200);
            assertThat(get(address, "Authorization", login(Role.PLANNER, "3401"))
                            .statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
        var never = addresses("3401-ALDRI@2", "00000000-0000-4000-8000-000000000000");
        var other = login(Role.CASE_OFFICER, "3415");
        for (int i = 0; i < never.size(); i++) {
            var address = addresses(subject(2), check.path("id").asString()).get(i);
            var answer = get(address, "Authorization", other);
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(words(answer.body(), subject(2), check.path("id").asString()))
                    .isEqualTo(words(
                            get(never.get(i), "Authorization", other).body(),
                            "3401-ALDRI@2",
                            "00000000-0000-4000-8000-000000000000"));
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    private List<String> addresses(String subject, String check) {
        var plan = subject.replaceAll("@.*", "");
        return List.of(
                "/api/plan-checks/" + check,
                "/api/plan-checks/" + check + "/report.pdf",
                "/api/plan-checks/" + check + "/map.png",
                "/api/plans/account?subject=" + encoded(subject),
                "/api/plans/account?format=csv&subject=" + encoded(subject),
                "/api/plans/zones?subject=" + encoded(subject),
                "/api/plans/topology?subject=" + encoded(subject),
                "/api/plans/difference?from=2&to=2&plan=" + plan);
    }

    /** An answer without what was asked for. */
    private static String words(String answer, String subject, String check) {
        return answer.replace(encoded(subject), "X")
                .replace(subject, "X")
                .replace(subject.replaceAll("@.*", ""), "X")
                .replace(check, "Y");
    }

    @Test
    void theRegionsCheckIsTheSameForEveryoneAsLongAsTheProposalIsNotHeldAgainstAnything() {
        version(1, "ADOPTED", "F1");
        version(2, "PROPOSAL", "F2");
        var other = login(Role.PLANNER, "3415");
        for (var subject : List.of("region", "region~", "3401", "3401~", subject(1))) {
            var everyones = check(subject, null);
            assertThat(check(subject, login(Role.CASE_OFFICER, "3401")))
                    .as(subject)
                    .isEqualTo(everyones);
            assertThat(check(subject, other)).as(subject).isEqualTo(everyones);
            assertThat(get(everyones).body())
                    .as(subject)
                    .doesNotContain(subject(2))
                    .doesNotContain(id("F2"));
        }
        assertThat(read("/api/plans", other)).doesNotContain("\"proposal\"");
        assertThat(read("/api/plans", login(Role.PLANNER, "3401"))).contains("\"proposal\"");
    }

    private String check(String subject, @org.jspecify.annotations.Nullable String login) {
        var path = "/api/plan-checks/latest?strategy=" + STRATEGY + "&subject=" + encoded(subject);
        var answer = login == null ? get(path) : get(path, "Authorization", login);
        return answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private String read(String path, String login) {
        var answer = get(path, "Authorization", login);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}

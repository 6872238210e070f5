package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** The audit trail searched, read on and handed out; for the administrator and nobody else. */
@DirtiesContext
class AuditOverHttpTest extends ServiceTest {
    @BeforeEach
    void entries() {
        if (jdbc.sql("select count(*) from audit where object like 'test/%'")
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        for (int i = 0; i < 120; i++) {
            jdbc.sql("""
                            insert into audit (at, by, by_role, municipalities, action, object, before, after, why)
                            values (cast(:at as timestamptz), :by, :role, :of, :action, :object, :before, :after, :why)
                            """)
                    .param("at", i < 60 ? "2026-03-01T23:30:00Z" : "2026-05-01T10:00:00Z")
                    .param("by", i % 2 == 0 ? "per" : "kari")
                    .param("role", i % 2 == 0 ? "PLANNER" : "CASE_OFFICER")
                    .param("of", i % 2 == 0 ? new String[] {"3401", "3414"} : new String[] {"3416"})
                    .param("action", i % 3 == 0 ? "test.save" : "test.withdraw")
                    .param("object", "test/" + i)
                    .param("before", "DRAFT")
                    .param("after", "PUBLISHED")
                    .param("why", i == 7 ? "=HYPERLINK(\"http://x\");\nandre linje" : "")
                    .update();
        }
    }

    @Test
    void itIsSearchedByAllThatItHolds() {
        assertThat(found("object=test/7"))
                .extracting(i -> i.path("object").asString())
                .contains("test/7", "test/70");
        assertThat(found("object=test/&action=test.save&limit=200")).hasSize(40);
        assertThat(found("object=test/&by=per&limit=200")).hasSize(60);
        assertThat(found("object=test/&role=caseOfficer&limit=200")).hasSize(60);
        assertThat(found("object=test/&municipality=3414&limit=200")).hasSize(60);
        assertThat(found("object=test/&from=2026-03-02&to=2026-03-02&limit=200"))
                .as("the day is the day in Norway: half past midnight there")
                .hasSize(60);
        assertThat(found("object=test/&to=2026-03-01&limit=200")).isEmpty();
        assertThat(found("object=test/&from=2026-05-01&limit=200")).hasSize(60);
        assertThat(found("object=test/%25&limit=200")).as("no pattern").isEmpty();
    }

    @Test
    void itIsReadOnWithoutLosingOrRepeatingAny() {
        var seen = new ArrayList<Long>();
        var next = "";
        do {
            var page = json("/api/audit?object=test/&limit=50" + next);
            page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
            next = page.path("next").isNull()
                    ? ""
                    : "&before=" + page.path("next").asLong();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(120).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void itIsHandedOutWholeAndThatIsAnEntryToo() {
        var csv = get("/api/audit/export.csv?object=test/", "Authorization", administrator());
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().split("\r\n")).hasSize(121);
        assertThat(csv.body()).contains("\"'=HYPERLINK(\"\"http://x\"\");\nandre linje\"");
        var lines = get("/api/audit/export.jsonl?object=test/7", "Authorization", administrator());
        assertThat(lines.body()
                        .lines()
                        .map(JSON::readTree)
                        .map(l -> l.path("object").asString()))
                .contains("test/7")
                .allMatch(object -> object.startsWith("test/7"));
        assertThat(found("action=audit.export")).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=201", "from=i går", "role=konge", "before=x", "limit=-1", "to=2026-13-01"})
    void whatCannotBeAskedIsSaid(String query) {
        var answer =
                get("/api/audit?" + query.replace(" ", "%20").replace("å", "%C3%A5"), "Authorization", administrator());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void nobodyElseReadsIt() {
        for (var path : List.of("/api/audit", "/api/audit/export.csv", "/api/audit/export.jsonl")) {
            assertThat(get(path).statusCode()).isEqualTo(401);
            for (var role : List.of(Role.RECRUITER, Role.PLANNER, Role.CASE_OFFICER, Role.MACHINE)) {
                var answer = get(path, "Authorization", login(role, "3401"));
                assertThat(answer.statusCode()).as("%s %s", role, path).isEqualTo(403);
                assertThat(answer.body()).doesNotContain("test/7");
            }
        }
    }

    private List<JsonNode> found(String query) {
        return json("/api/audit?" + query).path("items").valueStream().toList();
    }

    @Override
    JsonNode json(String path) {
        var answer = get(path, "Authorization", administrator());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Role;
import no.arealkompass.score.Scoring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/**
 * A draft in Nord-Odal (3414) is in the run of those who see it, with its rank and its part in every count, and nowhere in
 * what others read: not as a member, a rank, a count, a rule's answer, an answer to a wish, a saved view or a snapshot.
 */
@DirtiesContext
class ReachOverHttpTest extends ServiceTest {
    private static final String NAME = "Skjultmyra";
    private static final String PURPOSE = "logistikk";
    private static final String DRAFT = "hemmelig-utkast";

    @Autowired
    private Scoring scoring;

    /** As the service asks the database. */
    @Autowired
    private JdbcClient service;

    @BeforeEach
    void aDraft() {
        save(DRAFT, "3414", "draft", 0);
    }

    /** Not in use any more; the next test has it as a draft again. */
    @AfterEach
    void noDraft() {
        save(DRAFT, "3414", "withdrawn", version(DRAFT));
    }

    @Test
    void whoSeesTheDraftReadsARunWithItAndOthersReadTheSameRunAsEveryone() {
        var everyones = run();
        var own = run(login(Role.PLANNER, "3414"));
        assertThat(own).isNotEqualTo(everyones);
        assertThat(run(login(Role.CASE_OFFICER, "3414")))
                .as("who sees the same")
                .isEqualTo(own);
        assertThat(run(login(Role.PLANNER, "3414"))).as("asked again").isEqualTo(own);
        for (var other :
                List.of(login(Role.PLANNER, "3415"), login(Role.CASE_OFFICER, "3415"), login(Role.RECRUITER, "3414"))) {
            assertThat(run(other)).as("who does not").isEqualTo(everyones);
        }
        var seen = read("/api/runs/" + own, login(Role.PLANNER, "3414"));
        assertThat(seen.path("scope").asString()).isEqualTo("internal+3414");
        assertThat(ids(seen.path("sites"), "id")).contains(DRAFT);
        assertThat(ids(seen.path("rankings").path(PURPOSE), "site")).contains(DRAFT);
        var less = json("/api/runs/" + everyones);
        assertThat(less.path("scope").asString()).isEqualTo("published");
        assertThat(less.path("sites")).hasSize(seen.path("sites").size() - 1);
        assertThat(less.path("rankings").path(PURPOSE))
                .hasSize(seen.path("rankings").path(PURPOSE).size() - 1);
        var all = read("/api/runs/" + run(administrator()), administrator());
        assertThat(all.path("scope").asString()).isEqualTo("all");
        assertThat(ids(all.path("sites"), "id")).contains(DRAFT);
    }

    /** Every address under a run. */
    private static List<String> addresses(String run, String site) {
        var of = "/api/runs/" + run;
        return List.of(
                of,
                of + "/scores?purpose=" + PURPOSE,
                of + "/scores/" + PURPOSE + "/" + site,
                of + "/scores/" + PURPOSE + "/" + site + "/objects/C06",
                of + "/scores/" + PURPOSE + "/" + site + "/improvements",
                of + "/scores/" + PURPOSE + "/" + site + "/information",
                of + "/confidence/" + PURPOSE,
                of + "/matrix/" + PURPOSE,
                of + "/rankings/" + PURPOSE,
                of + "/certificates/" + PURPOSE + "?seed=1",
                of + "/completeness?purpose=" + PURPOSE,
                of + "/portfolio",
                of + "/matches?krav=area:1000");
    }

    @Test
    void nothingUnderItsRunIsThereForOthersNoMoreThanUnderOneThatNeverWas() {
        var planner = login(Role.PLANNER, "3414");
        var own = run(planner);
        var never = UUID.randomUUID().toString();
        for (int i = 0; i < addresses(own, DRAFT).size(); i++) {
            var address = addresses(own, DRAFT).get(i);
            assertThat(get(address, "Authorization", planner).statusCode())
                    .as(address)
                    .isEqualTo(200);
            assertThat(get(address, "Authorization", planner).body())
                    .as(address)
                    .isNotEmpty();
            for (var other : List.of(login(Role.PLANNER, "3415"), login(Role.RECRUITER))) {
                var answer = get(address, "Authorization", other);
                assertThat(answer.statusCode()).as(address).isEqualTo(404);
                assertThat(answer.body().replace(own, never))
                        .isEqualTo(get(addresses(never, DRAFT).get(i), "Authorization", other)
                                .body());
            }
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void underTheRunOfOthersIsNoTraceOfIt() {
        var other = login(Role.PLANNER, "3415");
        var with = login(Role.PLANNER, "3414");
        run(with);
        for (var address : addresses(run(other), "magnor")) {
            var answer = get(address, "Authorization", other);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.body()).as(address).doesNotContain(DRAFT).doesNotContain(NAME);
        }
        var wish = "/matches?krav=area:1";
        assertThat(read("/api/runs/" + run(with) + wish, with).path("looked").asInt())
                .isEqualTo(read("/api/runs/" + run(other) + wish, other)
                                .path("looked")
                                .asInt()
                        + 1);
        var before = json("/api/runs").path("total").asInt();
        assertThat(read("/api/runs", other).path("total").asInt()).isEqualTo(before);
        assertThat(read("/api/runs", with).path("total").asInt()).isGreaterThan(before);
        assertThat(get("/api/runs?limit=100").body()).doesNotContain(run(with));
    }

    @Test
    void whatIsSavedOrFrozenOverItIsForThoseWhoSeeItAndItsPaperIsKnownToWhoeverHoldsIt() {
        var planner = login(Role.PLANNER, "3414");
        var run = run(planner);
        var saved = post("/api/saved", """
                {"kind": "answer", "name": "Med utkast", "content": {"run": "%s", "wish": "area:1"}}""".formatted(run), planner);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        var view = saved.headers().firstValue("location").orElseThrow();
        assertThat(get(view, "Authorization", login(Role.CASE_OFFICER, "3414")).body())
                .contains(DRAFT);
        var frozen = post("/api/snapshots", """
                {"kind": "score", "run": "%s", "purpose": "%s", "sites": ["%s"], "lang": "nb"}""".formatted(run, PURPOSE, DRAFT), planner);
        assertThat(frozen.statusCode()).as(frozen.body()).isEqualTo(201);
        var snapshot =
                "/api/snapshots/" + JSON.readTree(frozen.body()).path("id").asString();
        assertThat(get(snapshot + "/document.json", "Authorization", login(Role.CASE_OFFICER, "3414"))
                        .body())
                .contains(DRAFT);
        for (var other : List.of(login(Role.PLANNER, "3415"), login(Role.RECRUITER))) {
            assertThat(get(view, "Authorization", other).statusCode()).isEqualTo(404);
            for (var file : List.of("", "/document.json", "/document.pdf", "/signature")) {
                assertThat(get(snapshot + file, "Authorization", other).statusCode())
                        .as(file)
                        .isEqualTo(404);
            }
        }
        assertThat(get(view).statusCode()).isEqualTo(404);
        var verified = get("/api/snapshots/verify?id=" + snapshot.replaceAll(".*/", ""));
        assertThat(verified.body()).contains("\"valid\"").doesNotContain(NAME).doesNotContain(DRAFT);
    }

    @Test
    void anInternalSiteIsInTheRunOfTheRegionsOwnPeopleOnly() {
        save("internt-felt", "3415", "internal", 0);
        try {
            for (var login : List.of(login(Role.RECRUITER), login(Role.PLANNER, "3419"), administrator())) {
                assertThat(read("/api/runs/" + run(login), login).toString()).contains("internt-felt");
            }
            assertThat(get("/api/runs/" + run()).body()).doesNotContain("internt-felt");
            assertThat(runOf(Caller.recipient("link/1", Set.of("internt-felt"))))
                    .isEqualTo(run());
            assertThat(runOf(Caller.machine("key-1", Set.of("3415"), Set.of(Operation.READ_PUBLISHED))))
                    .isEqualTo(run());
            assertThat(runOf(Caller.machine(
                            "key-2", Set.of("3415"), Set.of(Operation.READ_PUBLISHED, Operation.READ_OWN))))
                    .as("of its own municipality also what is internal")
                    .isNotEqualTo(run());
        } finally {
            save("internt-felt", "3415", "withdrawn", version("internt-felt"));
        }
    }

    @Test
    void whatIsPublishedLeadsEveryoneToOneRunAndReadersWithoutDraftsCostNoRunAtAll() {
        var planner = login(Role.PLANNER, "3414");
        var before = run(planner);
        save(DRAFT, "3414", "published", version(DRAFT));
        assertThat(run(planner)).isEqualTo(run()).isNotEqualTo(before);
        assertThat(get("/api/runs/" + run()).body()).contains(DRAFT);
        int runs = stored();
        for (var number : List.of("3401", "3414", "3415", "3416", "3417", "3418", "3419")) {
            run(login(Role.PLANNER, number));
        }
        run(login(Role.RECRUITER));
        run(administrator());
        assertThat(stored()).isEqualTo(runs);
    }

    @Test
    void theDatabaseItselfGivesNobodyMoreThanTheySee() {
        var planner = login(Role.PLANNER, "3414");
        var run = UUID.fromString(run(planner));
        var own = new Caller("own", Role.PLANNER, Set.of("3414"));
        var other = new Caller("other", Role.PLANNER, Set.of("3415"));
        for (var table : List.of("run where id", "run_score where run_id")) {
            var sql = "select count(*) from " + table + " = :run";
            assertThat(Acting.as(own, () -> count(sql, run))).as(table).isPositive();
            assertThat(Acting.as(other, () -> count(sql, run))).as(table).isZero();
            assertThat(count(sql, run)).as("nobody in particular: %s", table).isZero();
        }
    }

    private int count(String sql, UUID run) {
        return service.sql(sql).param("run", run).query(Integer.class).single();
    }

    private int stored() {
        return jdbc.sql("select count(*) from run").query(Integer.class).single();
    }

    private String runOf(Caller caller) {
        return scoring.runInUse(caller, null).toString();
    }

    private String run() {
        return latestRun();
    }

    private String run(String login) {
        var answer = get("/api/runs/latest", "Authorization", login);
        return answer.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
    }

    private JsonNode read(String path, String login) {
        var answer = get(path, "Authorization", login);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode list, String key) {
        return list.valueStream().map(one -> one.path(key).asString()).toList();
    }

    private int version(String id) {
        return jdbc.sql("select coalesce(max(version), 0) from site_version where site_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** A square in the middle of a municipality. */
    private void save(String id, String municipality, String publication, int from) {
        int before = Math.max(from, version(id));
        var body = """
                {"id": "%s", "name": "%s", "kind": "land", "publication": "%s", "footprint": %s, "schematic": false,
                 "areaKnown": true, "accuracyM": 2, "source": "Målt i felt", "facts": [], "parts": [], "scoredPart": null,
                 "media": [], "why": "til prøve"}""".formatted(id, NAME, publication, place(municipality));
        var request = HttpRequest.newBuilder(URI.create(base() + "/api/sites" + (before == 0 ? "" : "/" + id)))
                .header("Authorization", administrator())
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=30")
                .method(before == 0 ? "POST" : "PUT", BodyPublishers.ofString(body));
        var answer = send(before == 0 ? request : request.header("If-Match", "\"" + before + "\""));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        assertThat(JSON.readTree(answer.body()).path("runPending").asBoolean()).isFalse();
    }

    private String place(String municipality) {
        return jdbc.sql("""
                        select st_asgeojson(st_transform(st_envelope(st_buffer(st_pointonsurface(f.geom), 150)), 4326), 7)
                        from feature f join dataset_in_use v on v.id = f.dataset_version_id
                        where v.dataset = 'kommuner' and f.class = :number
                        """).param("number", municipality).query(String.class).single();
    }

    private HttpResponse<String> post(String path, String body, String login) {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.TestPlans;
import no.arealkompass.access.Role;
import org.jspecify.annotations.Nullable;

/** The things of {@code access-matrix.yaml}, made in a running service: each says its mark wherever it can say anything. */
final class AccessThings {
    private static final String STRATEGY = "kongsvingerregionen-2017";
    private static final String NORTH = "3414";
    private static final String SOUTH = "3415";

    private final ServiceTest service;
    /** Header Authorization by caller; strangers have none. */
    private final Map<String, String> logins = new LinkedHashMap<>();
    /** What stands in a request for a thing, by kind and name: {@code site.draft}. */
    private final Map<String, String> ids = new HashMap<>();

    AccessThings(ServiceTest service) {
        this.service = service;
    }

    /** Header Authorization; null for whoever does not log in. */
    @Nullable
    String login(String caller) {
        return logins.get(caller);
    }

    String id(String kind, String name) {
        return Objects.requireNonNull(ids.get(kind + "." + name), () -> "nothing made for " + kind + "." + name);
    }

    Map<String, String> ids() {
        return ids;
    }

    /** What a request says for a thing that never was, by kind. */
    static String never(String kind) {
        return switch (kind) {
            case "site", "member", "past", "openSite" -> "zqnever";
            case "plan" -> encoded("3414-ZQNEVER@1");
            case "planId" -> "3414-ZQNEVER";
            case "reason", "import" -> "987654321";
            default -> "00000000-0000-4000-8000-000000000000";
        };
    }

    void make() {
        logins();
        sites();
        machine();
        plans();
        for (var caller : new String[] {"public", "recipient"}) {
            ids.put("callers.run." + caller, run(null));
        }
        logins.forEach((caller, login) -> ids.put("callers.run." + caller, run(login)));
        results();
        imports();
        links();
        enquiries();
        ids.put("footprint", footprint(NORTH));
        ids.put("scenario", scenario());
    }

    private void logins() {
        logins.put("recruiter", service.login(Role.RECRUITER));
        logins.put("officer", service.login(Role.CASE_OFFICER, NORTH));
        logins.put("officerElsewhere", service.login(Role.CASE_OFFICER, SOUTH));
        logins.put("planner", service.login(Role.PLANNER, NORTH));
        logins.put("plannerElsewhere", service.login(Role.PLANNER, SOUTH));
        logins.put("administrator", service.administrator());
    }

    private void sites() {
        site("zqpublished", "zqformer", "draft", NORTH);
        site("zqpublished", "zqpublished", "published", NORTH);
        site("zqinternal", "zqinternal", "internal", NORTH);
        site("zqdraft", "zqdraft", "draft", NORTH);
        site("zqwithdrawn", "zqwithdrawn", "draft", NORTH);
        site("zqwithdrawn", "zqwithdrawn", "withdrawn", NORTH);
        site("zqelsewhere", "zqelsewhere", "draft", SOUTH);
        site("zqsouth", "zqsouth", "published", SOUTH);
        for (var kind : new String[] {"site", "member"}) {
            ids.put(kind + ".published", "zqpublished");
            ids.put(kind + ".internal", "zqinternal");
            ids.put(kind + ".draft", "zqdraft");
            ids.put(kind + ".draftElsewhere", "zqelsewhere");
            ids.put(kind + ".publishedElsewhere", "zqsouth");
        }
        ids.put("site.withdrawn", "zqwithdrawn");
        ids.put("past.past", "zqpublished");
        ids.put("openSite.published", "zqpublished");
        ids.put("openSite.hidden", "zqdraft");
        ids.put("openSite.internal", "zqinternal");
    }

    private void site(String id, String mark, String publication, String municipality) {
        int version = service.jdbc
                .sql("select count(*) from site_version where site_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        var place = footprint(municipality);
        var fact = """
                {"fact": "priceNokPerM2", "value": 275, "unit": "krPerM2", "statedBy": "%1$s kommune", "on": "2026-11-20",
                 "basis": "stated", "source": "%1$s kilde", "url": ""}""".formatted(mark);
        var body = """
                {"id": "%1$s", "name": "%2$s navn", "kind": "land", "publication": "%3$s", "footprint": %4$s,
                 "schematic": false, "areaKnown": true, "accuracyM": 2, "source": "%2$s kilde", "facts": [%5$s],
                 "parts": [{"id": "plan", "kind": "planArea", "name": "%2$s plan", "status": null, "facts": [%5$s],
                   "footprint": %4$s}],
                 "scoredPart": null, "media": [{"kind": "picture", "url": "https://example.no/%2$s", "text": "%2$s bilde"}],
                 "why": "%2$s grunn"}""".formatted(id, mark, publication, place, fact);
        var request = request("/api/sites" + (version == 0 ? "" : "/" + id), service.administrator())
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=30")
                .method(version == 0 ? "POST" : "PUT", BodyPublishers.ofString(body));
        done(ServiceTest.send(version == 0 ? request : request.header("If-Match", "\"" + version + "\"")));
    }

    /** A square in the middle of a municipality, as GeoJSON. */
    private String footprint(String municipality) {
        return service.jdbc
                .sql("""
                        select st_asgeojson(st_transform(st_envelope(st_buffer(st_pointonsurface(f.geom), 150)), 4326), 7)
                        from feature f join dataset_in_use v on v.id = f.dataset_version_id
                        where v.dataset = 'kommuner' and f.class = :number
                        """)
                .param("number", municipality)
                .query(String.class)
                .single();
    }

    private void plans() {
        plan(NORTH, "ZQHEARING", 1, "HEARING", "zqhearing", 0);
        plan(NORTH, "ZQPROPOSAL", 1, "PROPOSAL", "zqproposal", 300);
        plan(NORTH, "ZQPROPOSAL", 2, "PROPOSAL", "zqproposal", 300);
        plan(SOUTH, "ZQPLANELSEWHERE", 1, "PROPOSAL", "zqplanelsewhere", 600);
        ids.put("plan.hearing", encoded("3414-ZQHEARING@1"));
        ids.put("plan.proposal", encoded("3414-ZQPROPOSAL@1"));
        ids.put("plan.proposalElsewhere", encoded("3415-ZQPLANELSEWHERE@1"));
        ids.put("planId.proposal", "3414-ZQPROPOSAL");
    }

    private void plan(String municipality, String id, int version, String stage, String mark, double east) {
        double x = PlanGround.X + east;
        long plan = TestPlans.version(
                service.jdbc,
                municipality,
                id,
                version,
                "AREA_ZONING",
                stage,
                "3",
                null,
                TestPlans.rectangle(x, PlanGround.Y, 200, 200));
        TestPlans.zone(
                service.jdbc, plan, mark + "-felt", "1310", "2", TestPlans.rectangle(x + 10, PlanGround.Y, 90, 90));
    }

    private void results() {
        var officer = logins.get("officer");
        var elsewhere = logins.get("officerElsewhere");
        ids.put("run.everyones", run(null));
        ids.put("run.internal", run(logins.get("recruiter")));
        ids.put("run.own", run(officer));
        ids.put("run.elsewhere", run(elsewhere));
        ids.put("run.all", run(logins.get("administrator")));
        ids.put("check.hearing", check("plan.hearing", null));
        ids.put("check.proposal", check("plan.proposal", officer));
        ids.put("check.proposalElsewhere", check("plan.proposalElsewhere", elsewhere));
        ids.put("view.everyones", view("run.everyones", "alle", logins.get("recruiter")));
        ids.put("view.own", view("run.own", "zqviewown", officer));
        ids.put("view.elsewhere", view("run.elsewhere", "zqviewelsewhere", elsewhere));
        ids.put("oldView.old", view("run.everyones", "gammel", logins.get("planner")));
        ids.put("snapshot.everyones", snapshot("check.hearing", logins.get("recruiter")));
        ids.put("snapshot.own", snapshot("check.proposal", officer));
        ids.put("snapshot.elsewhere", snapshot("check.proposalElsewhere", elsewhere));
        ids.put("reason.reason", reason(officer));
        ids.put("follow.officers", made("/api/plan-follows", """
                {"subject": "3414-ZQPROPOSAL@1", "strategy": "%s", "language": "nb", "mail": "zqfollow@kommunen.example"}""".formatted(STRATEGY), officer));
    }

    private String reason(@Nullable String officer) {
        return made("/api/plan-reasons", """
                {"subject": "3414-ZQPROPOSAL@1", "strategy": "%s", "finding": "PL07/3414-ZQPROPOSAL/zqproposal-felt",
                 "reason": "zqreason begrunnelse", "decision": "zqreason 1/26", "decidedOn": "2026-11-20",
                 "decidedBy": "Kommunestyret"}""".formatted(STRATEGY), officer);
    }

    private String run(@Nullable String login) {
        var answer = ServiceTest.send(request("/api/runs/latest", login).GET());
        return answer.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
    }

    private String check(String plan, @Nullable String login) {
        var answer = ServiceTest.send(request("/api/plan-checks/latest?subject=" + ids.get(plan), login)
                .GET());
        return answer.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
    }

    private String view(String run, String name, @Nullable String login) {
        return made("/api/saved", """
                {"kind": "answer", "name": "%s", "content": {"run": "%s", "wish": "area:1"}}""".formatted(name, ids.get(run)), login);
    }

    private String snapshot(String check, @Nullable String login) {
        return made("/api/snapshots", """
                {"kind": "plan-check", "check": "%s", "lang": "nb"}""".formatted(ids.get(check)), login);
    }

    /** @return the id that the answer tells */
    private String made(String path, String body, @Nullable String login) {
        var answer = done(ServiceTest.send(
                request(path, login).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
        return ServiceTest.JSON.readTree(answer.body()).path("id").asString();
    }

    private void imports() {
        var answer = done(ServiceTest.send(upload(
                request("/api/deliveries", logins.get("planner")), "zqdelivery.geojson", Map.of("dataset", "veger"))));
        ids.put(
                "delivery.planners",
                ServiceTest.JSON.readTree(answer.body()).path("id").asString());
        var old = done(ServiceTest.send(upload(
                request("/api/deliveries", logins.get("planner")), "gammel.geojson", Map.of("dataset", "veger"))));
        ids.put(
                "oldDelivery.planners",
                ServiceTest.JSON.readTree(old.body()).path("id").asString());
        var imported = ServiceTest.send(upload(
                request("/api/datasets/veger/imports", logins.get("administrator")),
                "zqimport.geojson",
                Map.of("source", "sample")));
        ids.put(
                "import.administrators",
                service.jdbc
                        .sql("select coalesce(max(id), 0) from import where file_name like 'zqimport%'")
                        .query(String.class)
                        .single());
        assertThat(id("import", "administrators")).as(imported.body()).isNotEqualTo("0");
    }

    /** A key that reads what is published. */
    private void machine() {
        var made = done(ServiceTest.send(json("/api/keys", """
                {"label": "zqkey", "scopes": ["readPublished"], "municipalities": ["3414"], "expiresOn": "2027-05-01"}""", logins.get("planner"))));
        var key = ServiceTest.JSON.readTree(made.body());
        logins.put("machine", "Bearer " + key.path("secret").asString());
        ids.put("key.planners", key.path("key").path("id").asString());
        var other = done(ServiceTest.send(json("/api/keys", """
                {"label": "gammel", "scopes": ["readPublished"], "municipalities": ["3414"], "expiresOn": "2027-05-01"}""", logins.get("planner"))));
        ids.put(
                "oldKey.planners",
                ServiceTest.JSON.readTree(other.body()).path("key").path("id").asString());
    }

    /** The recruiter's link shows an internal site, whose holder sees it there and nowhere else. */
    private void links() {
        ids.put("link.recruiters", link("zqinternal", logins.get("recruiter"), "token.recipient"));
        ids.put("link.planners", link("zqdraft", logins.get("planner"), "token.unused"));
        ids.put("oldLink.recruiters", link("zqpublished", logins.get("recruiter"), "token.old"));
        for (var caller : new String[] {
            "public",
            "recruiter",
            "officer",
            "officerElsewhere",
            "planner",
            "plannerElsewhere",
            "machine",
            "administrator"
        }) {
            ids.put("token." + caller, "AAAAAAAAAAAAAAAAAAAAAA");
        }
        var preview = done(ServiceTest.send(json("/api/links/previews", draft("zqinternal"), logins.get("recruiter"))));
        ids.put(
                "preview.recruiters",
                ServiceTest.JSON
                        .readTree(preview.body())
                        .path("address")
                        .asString()
                        .replaceAll(".*/", ""));
    }

    private String link(String site, @Nullable String login, String token) {
        var made = ServiceTest.JSON.readTree(
                done(ServiceTest.send(json("/api/links", draft(site), login))).body());
        ids.put(token, made.path("address").asString().replaceAll(".*/", ""));
        return made.path("link").path("id").asString();
    }

    private static String draft(String site) {
        return """
                {"sites": ["%s"], "comparison": false, "fields": ["name", "usableArea", "map"], "language": "nb", "message": "zqlink hilsen",
                 "contact": {"name": "Kari Kontakt", "phone": "+47 62 81 00 00"}, "recipient": "zqlink AS", "until": "2027-03-01",
                 "watermark": "", "downloads": ["prospectus", "slide"]}""".formatted(site);
    }

    private void enquiries() {
        for (var about : Map.of("own", "zqpublished", "elsewhere", "zqsouth").entrySet()) {
            var path = "/omrader/" + about.getValue() + "/henvendelse";
            var stamp = java.util.regex.Pattern.compile("name=\"stamp\" value=\"([^\"]*)\"")
                    .matcher(service.get(path).body());
            assertThat(stamp.find()).as("a stamp on %s", path).isTrue();
            service.clock.pass(java.time.Duration.ofSeconds(20));
            var body = "name=zqenquiry" + about.getKey()
                    + "&organisation=x&mail=a@b.example&phone=&consent=yes&website=&message=zqenquiry" + about.getKey()
                    + "&stamp=" + encoded(stamp.group(1));
            var answer = ServiceTest.send(request(path, null)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        }
        service.jdbc
                .sql("select id::text, 'zqsouth' = any (sites) elsewhere from enquiry")
                .query(row -> {
                    ids.put("enquiry." + (row.getBoolean("elsewhere") ? "elsewhere" : "own"), row.getString("id"));
                });
    }

    private HttpRequest.Builder json(String path, String body, @Nullable String login) {
        return request(path, login).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private String scenario() {
        return made("/api/scenarios", """
                {"name": "Prøve", "note": "", "works": [], "newWorks": [
                  {"name": "Avtale", "kind": "fact", "site": "zqpublished", "fact": "priceNokPerM2", "value": 300, "assumption": "antatt",
                   "source": "prøve", "statedBy": "Kommunen", "on": "2026-11-20"}]}""", logins.get("planner"));
    }

    HttpRequest.Builder request(String path, @Nullable String login) {
        var request = HttpRequest.newBuilder(URI.create(service.base() + path));
        return login == null ? request : request.header("Authorization", login);
    }

    static HttpRequest.Builder upload(HttpRequest.Builder request, String fileName, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--zq\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--zq\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: application/geo+json\r\n\r\n")
                .append("{\"type\":\"FeatureCollection\",\"features\":[]}\r\n--zq--\r\n");
        return request.header("Content-Type", "multipart/form-data; boundary=zq")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isIn(200, 201, 202);
        return answer;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.share.Links;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Links are made by those who may, shown to whoever holds them, and show nothing the moment they end. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class LinksOverHttpTest extends LinkGround {
    private static final String UNKNOWN = "/i/AAAAAAAAAAAAAAAAAAAAAA";

    @Autowired
    DataSource service;

    /** Also after a test that failed half-way. */
    @AfterEach
    void everySiteIsPublishedAgain() {
        jdbc.sql("select site_id from site_in_use where publication = 'WITHDRAWN'")
                .query(String.class)
                .list()
                .forEach(site -> state(site, "PUBLISHED"));
    }

    @Test
    void aLinkIsShortAndRandomAndItsTokenIsToldOnceAndKeptNowhere() {
        var made = make(draft("granli", "norsenga"), recruiter());
        var address = made.path("address").asString();
        assertThat(address).matches("https://areal\\.example/i/[\\w-]{22}").hasSizeLessThan(60);
        assertThat(address).doesNotContain("granli", "Hemmelig");
        var token = address.substring(address.length() - 22);
        assertThat(make(draft("granli"), recruiter()).path("address").asString())
                .isNotEqualTo(address);

        var opened = open(path(made));
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).doesNotContain("Hemmelig Holding");
        assertThat(opened.headers().allValues("referrer-policy")).containsExactly("no-referrer");
        assertThat(opened.headers().allValues("x-robots-tag")).containsExactly("noindex, nofollow");
        assertThat(opened.headers().allValues("cache-control")).containsExactly("private, no-store");
        for (var path : List.of("/api/links", api(made), api(made) + "/openings")) {
            assertThat(get(path, "Authorization", recruiter()).body()).as(path).doesNotContain(token);
        }
        assertThat(everythingStored()).doesNotContain(token);
        assertThat(audited()).doesNotContain("Hemmelig", "Kari", "62 81").contains("link.make");
    }

    @Test
    void onlyThoseWhoMayShareAndOnlyWhatTheySeeThemselves() {
        assertThat(post("/api/links", draft("granli"), null).statusCode()).isEqualTo(401);
        assertThat(get("/api/links").statusCode()).isEqualTo(401);
        assertThat(post("/api/links", draft("granli"), login(Role.CASE_OFFICER, "3401"))
                        .statusCode())
                .isEqualTo(403);
        state("magnor", "WITHDRAWN");
        var hidden = post("/api/links", draft("magnor"), recruiter());
        var never = post("/api/links", draft("finnes-ikke"), recruiter());
        assertThat(hidden.statusCode()).isEqualTo(422);
        assertThat(hidden.body().replace("magnor", "finnes-ikke"))
                .as("what is hidden looks like what never was")
                .isEqualTo(never.body());
    }

    @Test
    void everyFaultIsToldAtItsField() {
        var wrong = draft();
        wrong.put("language", "sv")
                .put("recipient", " ")
                .put("until", "2028-01-01")
                .put("codeMail", "a@b.no\r\nBcc: c@d.no")
                .put("message", "x".repeat(2001))
                .put("watermark", "x".repeat(81));
        wrong.withArrayProperty("fields").removeAll().add("ukjent");
        wrong.withArrayProperty("downloads").add("alt");
        wrong.withObjectProperty("contact").put("name", "").put("phone", "javascript:1");
        var answer = post("/api/links", wrong, recruiter());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body())
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("field").asString()))
                .containsExactlyInAnyOrder(
                        "sites",
                        "fields",
                        "language",
                        "recipient",
                        "until",
                        "codeMail",
                        "message",
                        "watermark",
                        "downloads",
                        "contact.name",
                        "contact.phone");
        var many = draft();
        for (int i = 0; i < 21; i++) {
            many.withArrayProperty("sites").add("granli" + i);
        }
        assertThat(post("/api/links", many, recruiter()).statusCode()).isEqualTo(422);
    }

    @Test
    void whateverShowsNothingLooksTheSame() {
        var closed = new LinkedHashMap<String, String>();
        closed.put("malformed", "/i/kort");
        closed.put("longer than any", "/i/" + "A".repeat(3000));
        closed.put("strange", "/i/%E2%80%A6%22%3E%3Cscript%3E");
        closed.put("deeper", UNKNOWN + "/noe");
        var expired = make(draft("granli").put("until", "2026-11-30"), recruiter());
        closed.put("expired", path(expired));
        var withdrawn = make(draft("granli"), recruiter());
        assertThat(change("DELETE", api(withdrawn), "", recruiter()).statusCode())
                .isEqualTo(204);
        assertThat(change("DELETE", api(withdrawn), "", recruiter()).statusCode())
                .as("twice is harmless")
                .isEqualTo(204);
        closed.put("withdrawn", path(withdrawn));
        var reissued = make(draft("granli"), recruiter());
        var anew = JSON.readTree(
                change("POST", api(reissued) + "/reissue", "{}", recruiter()).body());
        closed.put("reissued", path(reissued));
        var empty = make(draft("magnor"), recruiter());
        closed.put("all sites withdrawn", path(empty));
        var lost = make(draft("granli"), login(Role.PLANNER, "3401"));
        closed.put("of one who may share no more", path(lost));

        assertThat(open(path(expired)).statusCode()).isEqualTo(200);
        assertThat(open(path(empty)).statusCode()).isEqualTo(200);
        assertThat(open(path(lost)).statusCode()).isEqualTo(200);
        assertThat(open(path(anew)).statusCode()).isEqualTo(200);
        clock.setDay("2026-12-02");
        state("magnor", "WITHDRAWN");
        jdbc.sql("update trial_account set role = 'CASE_OFFICER' where name = 'planner3401'")
                .update();

        var unknown = told(open(UNKNOWN));
        assertThat(unknown).contains("404", "Denne lenken viser ikke noe", "Kongsvinger");
        for (Map.Entry<String, String> one : closed.entrySet()) {
            assertThat(told(open(one.getValue()))).as(one.getKey()).isEqualTo(unknown);
        }
        assertThat(told(open(path(withdrawn), "Accept-Language", "en")))
                .isEqualTo(told(open(UNKNOWN, "Accept-Language", "en")))
                .contains("This link shows nothing");
        jdbc.sql("update trial_account set role = 'PLANNER' where name = 'planner3401'")
                .update();
        clock.reset();
    }

    @Test
    void aSiteTheSenderMayNoLongerShowIsGoneFromTheLink() {
        var made = make(draft("granli", "norsenga"), recruiter());
        state("norsenga", "WITHDRAWN");
        var preview = get(api(made) + "/preview", "Authorization", recruiter());
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body() + open(path(made)).body())
                .containsIgnoringCase("granli")
                .doesNotContainIgnoringCase("norsenga");
        state("granli", "WITHDRAWN");
        assertThat(get(api(made) + "/preview", "Authorization", recruiter()).statusCode())
                .as("nothing is left")
                .isEqualTo(409);
    }

    @Test
    void whatTellsOfPeopleIsDeletedLongAfterALinkEnded(@Autowired Links links) {
        var ended = make(draft("granli"), recruiter());
        assertThat(change("DELETE", api(ended), "", recruiter()).statusCode()).isEqualTo(204);
        var standing = make(draft("granli"), recruiter());
        clock.pass(Duration.ofDays(10));

        assertThat(links.forget(Caller.service("test"), Duration.ofDays(30))).isZero();
        assertThat(links.forget(Caller.service("test"), Duration.ofDays(5))).isPositive();

        assertThat(kept(ended)).isEmpty();
        assertThat(kept(standing)).contains("Hemmelig Holding AS");
        assertThat(open(path(standing)).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> links.forget(new Caller("r", Role.RECRUITER, Set.of()), Duration.ZERO))
                .isInstanceOf(AccessDenied.class);
        clock.reset();
    }

    /** All that the database keeps of people in a link. */
    private String kept(JsonNode made) {
        return jdbc.sql(
                        "select concat(recipient, message, code_mail, contact_name, contact_phone, contact_mail) from link"
                                + " where id = cast(:id as uuid)")
                .param("id", api(made).replaceAll(".*/", ""))
                .query(String.class)
                .single();
    }

    @Test
    void whoGuessesIsStopped() {
        var made = make(draft("granli"), recruiter());
        for (int i = 0; i < 30; i++) {
            assertThat(open("/i/guess" + i).statusCode()).isEqualTo(404);
        }
        var stopped = open("/i/one-more");
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("retry-after")).contains("600");
        assertThat(told(open(path(made))))
                .as("a hit is told no more than a miss")
                .isEqualTo(told(stopped));
        clock.pass(Duration.ofMinutes(11));
        assertThat(open(path(made)).statusCode()).isEqualTo(200);
    }

    @Test
    void peopleAreCountedAndProgramsAreNot() {
        var made = make(draft("granli"), recruiter());
        var path = path(made);
        send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("User-Agent", PERSON)
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        for (var agent : List.of(
                "Slackbot-LinkExpanding 1.0",
                "facebookexternalhit/1.1",
                "WhatsApp/2.23",
                "Mozilla/5.0 (compatible; Googlebot/2.1)",
                "Mozilla/5.0 (Windows NT 10.0) SkypeUriPreview Preview/0.5",
                "curl/8.0")) {
            assertThat(get(path, "User-Agent", agent).statusCode()).isEqualTo(200);
        }
        open(path, "Sec-Purpose", "prefetch");
        open(path, "Sec-Fetch-Dest", "image");
        get(api(made) + "/preview", "Authorization", recruiter(), "User-Agent", PERSON);
        assertThat(openings(made, recruiter())).isZero();

        open(path);
        open(path, "Sec-Fetch-Dest", "document");
        clock.pass(Duration.ofMinutes(2));
        open(path);
        assertThat(openings(made, recruiter())).isEqualTo(3);
        var times = JSON.readTree(get(api(made) + "/openings", "Authorization", recruiter())
                        .body())
                .path("items");
        assertThat(times.valueStream().map(one -> one.path("times").asInt())).containsExactly(1, 2);
        assertThat(times.get(0).path("minute").asString()).matches(".*T\\d\\d:\\d\\d:00Z");
        assertThat(everythingStored()).as("neither address nor browser is kept").doesNotContain("127.0.0.1", "Chrome");
    }

    @Test
    void aSenderSeesAndEndsTheOwnLinksOnlyAndAnAdministratorAll() {
        var made = make(draft("granli"), recruiter());
        var other = login(Role.PLANNER, "3401");
        assertThat(get("/api/links", "Authorization", other).body())
                .doesNotContain(api(made).substring(11));
        for (var refused : List.of(
                get(api(made), "Authorization", other),
                get(api(made) + "/openings", "Authorization", other),
                get(api(made) + "/preview", "Authorization", other),
                change("DELETE", api(made), "", other),
                change("PUT", api(made) + "/until", "{\"until\":\"2027-01-01\"}", other),
                change("POST", api(made) + "/reissue", "{}", other))) {
            assertThat(refused.statusCode()).isEqualTo(404);
        }
        assertThat(open(path(made)).statusCode()).isEqualTo(200);
        assertThat(get("/api/links", "Authorization", administrator()).body())
                .contains(api(made).substring(11));
        assertThat(change("DELETE", api(made), "", administrator()).statusCode())
                .isEqualTo(204);
        assertThat(open(path(made)).statusCode()).isEqualTo(404);
    }

    /** Below the facade: what the database itself lets a caller see. */
    @Test
    void theRowsObeyTheCallerWhoeverAsks() {
        var made = make(draft("granli").put("codeMail", MAIL), recruiter());
        open(path(make(draft("granli"), recruiter())));
        var id = UUID.fromString(made.path("link").path("id").asString());
        var sender = new Caller("recruiter", Role.RECRUITER, Set.of());
        var other = new Caller("planner3401", Role.PLANNER, Set.of("3401"));
        assertThat(seen(sender, id)).isEqualTo(1);
        assertThat(seen(Caller.administrator("admin"), id)).isEqualTo(1);
        for (var nobody : List.of(other, Caller.PUBLIC, Caller.recipient("link/" + id, Set.of("granli")))) {
            assertThat(seen(nobody, id)).as(nobody.name()).isZero();
            for (var table : List.of("link_opening", "link_code", "link_pass")) {
                assertThat(counted(nobody, "select count(*) from " + table)).isZero();
            }
            assertThat(Acting.as(
                            nobody,
                            () -> JdbcClient.create(service)
                                    .sql("update link set message = 'x'")
                                    .update()))
                    .isZero();
        }
        assertThat(counted(sender, "select count(*) from link_code")).isZero();
        assertThat(counted(sender, "select count(*) from link_opening")).isPositive();
    }

    private long seen(Caller caller, UUID id) {
        return counted(caller, "select count(*) from link where id = '" + id + "'");
    }

    private long counted(Caller caller, String sql) {
        return Acting.as(
                caller,
                () -> JdbcClient.create(service).sql(sql).query(Long.class).single());
    }

    @Test
    void anotherLastDayOpensAnExpiredLinkAgainButNeverAWithdrawnOne() {
        var made = make(draft("granli").put("until", "2026-11-27"), recruiter());
        clock.setDay("2026-11-28");
        assertThat(open(path(made)).statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(get(api(made), "Authorization", recruiter()).body())
                        .path("state")
                        .asString())
                .isEqualTo("expired");
        for (var wrong : List.of("\"2026-11-27\"", "\"2027-11-29\"", "\"snart\"", "null")) {
            assertThat(change("PUT", api(made) + "/until", "{\"until\":" + wrong + "}", recruiter())
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        var longer = change("PUT", api(made) + "/until", "{\"until\":\"2027-11-28\"}", recruiter());
        assertThat(longer.statusCode()).as(longer.body()).isEqualTo(200);
        assertThat(open(path(made)).statusCode()).isEqualTo(200);
        change("DELETE", api(made), "", recruiter());
        assertThat(change("PUT", api(made) + "/until", "{\"until\":\"2027-01-01\"}", recruiter())
                        .statusCode())
                .isEqualTo(409);
        assertThat(change("POST", api(made) + "/reissue", "{}", recruiter()).statusCode())
                .isEqualTo(409);
        assertThat(audited()).contains("link.extend", "link.withdraw", "STANDING 2027-11-28");
        clock.reset();
    }

    @Test
    void aSavedAnswerGivesTheSitesAndItsRequirements() {
        var content = JSON.createObjectNode().put("kind", "answer").put("name", "Til investor");
        content.withObjectProperty("content").put("run", latestRun()).put("wish", "area:100");
        var saved = JSON.readTree(post("/api/saved", content, administrator()).body());
        var draft = draft().put("answer", saved.path("id").asString());
        var made = make(draft, administrator());
        assertThat(made.path("link").path("shape").asString()).isEqualTo("answer");
        assertThat(made.path("link").path("sites").size()).isPositive();
        assertThat(post(
                                "/api/links",
                                draft("granli").put("answer", "2f1d3c9e-0000-4000-8000-000000000000"),
                                administrator())
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/api/links", draft("granli").put("comparison", true), recruiter())
                        .statusCode())
                .as("nothing to compare with")
                .isEqualTo(422);
    }

    @Test
    void aLookBeforehandStoresNothingAndIsForItsMakerOnly() {
        int before = jdbc.sql("select count(*) from link").query(Integer.class).single();
        var kept = post("/api/links/previews", draft("granli"), recruiter());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        var address = JSON.readTree(kept.body()).path("address").asString();
        assertThat(get(address, "Authorization", recruiter()).body()).containsIgnoringCase("granli");
        assertThat(get(address, "Authorization", login(Role.PLANNER, "3401")).statusCode())
                .isEqualTo(404);
        assertThat(get(address).statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from link").query(Integer.class).single())
                .isEqualTo(before);
    }

    @Test
    void theFieldsAreListedWithWhatIsKnown() {
        var answer = get("/api/links/fields?sites=granli,finnes-ikke", "Authorization", recruiter());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var fields = JSON.readTree(answer.body());
        assertThat(fields.path("groups").size()).isPositive();
        assertThat(fields.path("usual").size()).isPositive();
        assertThat(fields.path("known").path("granli").size()).isPositive();
        assertThat(fields.path("known").has("finnes-ikke")).isFalse();
        assertThat(get("/api/links/fields").statusCode()).isEqualTo(401);
    }

    @Test
    void noTokenReachesTheLogWhateverHappens(CapturedOutput log) {
        var tokens = new ArrayList<String>();
        var made = make(draft("granli").put("codeMail", MAIL), recruiter());
        var plain = make(draft("granli"), recruiter());
        for (var one : List.of(made, plain)) {
            var path = path(one);
            tokens.add(path.substring(3));
            open(path);
            open(path + "/noe");
            open(path + "//noe");
            open(path + ";a=b");
            open(path + "?x=%00&lang=%FF");
            open(path + "/kode");
            form(path + "/kode", "adresse", "feil@firma.example");
            form(path + "/kode", "kode", "000000");
            form(path + "/ukjent", "kode", "000000");
            change("PUT", path, "{}", null);
            change("POST", path + "/kode", "{", null);
            change("DELETE", path, "", recruiter());
        }
        jdbc.sql("alter table link_opening rename to link_opening_away").update();
        assertThat(open(path(plain)).statusCode()).as("a fault of ours").isEqualTo(500);
        jdbc.sql("alter table link_opening_away rename to link_opening").update();
        change("DELETE", api(plain), "", recruiter());
        open(path(plain));
        assertThat(log.getAll()).as("the fault was logged").contains("Unexpected");
        assertThat(log.getAll()).doesNotContain(tokens).doesNotContain("Hemmelig", MAIL, "Kari Kontakt");
        assertThat(everythingStored()).doesNotContain(tokens);
    }

    /** All that an outsider sees of an answer, but for the time it was given. */
    private static String told(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        // The hundredth answer on a connection ends it, whatever was asked.
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.equalsIgnoreCase("connection"));
        return answer.statusCode() + "\n" + headers + "\n" + answer.body();
    }

    private String audited() {
        return String.join(
                "\n",
                jdbc.sql("select audit::text from audit").query(String.class).list());
    }

    /** Every row of the tables that know of links. */
    private String everythingStored() {
        var all = new StringBuilder(audited());
        for (var table : List.of("link", "link_opening", "link_code", "link_pass")) {
            all.append(String.join(
                    "\n",
                    jdbc.sql("select t::text from " + table + " t")
                            .query(String.class)
                            .list()));
        }
        return all.toString();
    }
}

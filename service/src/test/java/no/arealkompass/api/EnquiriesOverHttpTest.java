package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.enquiry.Enquiries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** An enquiry from the form to its deletion, as anyone sends it and as those see it who handle it. */
@DirtiesContext
class EnquiriesOverHttpTest extends ServiceTest {
    private static final GreenMail SERVER = TestMail.started();
    private static final String SITE = "/omrader/granerud-nord/henvendelse";
    private static final String MAIL = "ask@investor.example";
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    @Autowired
    Enquiries enquiries;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("areal.mail.host", () -> "127.0.0.1");
        registry.add("areal.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("areal.mail.start-tls", () -> "false");
        registry.add("areal.mail.from", () -> "arealkompass@regionen.example");
        registry.add("areal.mail.page", () -> "https://areal.example");
        registry.add("areal.enquiry.mail", () -> "kontakt@regionen.example");
        registry.add("areal.enquiry.phone", () -> "+47 62 00 00 00");
        registry.add("areal.enquiry.receipt", () -> "true");
    }

    @BeforeEach
    void nothingBefore() throws Exception {
        clock.pass(Duration.ofHours(25)); // the limits of the test before are forgotten
        SERVER.purgeEmailFromAllMailboxes();
        jdbc.sql("delete from enquiry_person").update();
        jdbc.sql("update enquiry set erased_at = now()").update();
    }

    @AfterEach
    void noMailUnderWay() {
        enquiries.tell(Caller.service("test"));
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void anInvestorAsksAndTheContactIsToldWithoutAWordOfThePerson() throws Exception {
        var answer = ask(SITE, fields());
        assertThat(answer.statusCode()).isEqualTo(303);
        var receipt = answer.headers().firstValue("location").orElseThrow();
        assertThat(receipt).isEqualTo(SITE + "/mottatt");
        assertThat(get(receipt).body()).contains("Henvendelsen er sendt", "2 virkedager", "+47 62 00 00 00");

        var item = only(administrator());
        assertThat(item.path("sites").get(0).asString()).isEqualTo("granerud-nord");
        assertThat(item.path("municipalities").size()).isPositive();
        assertThat(item.path("state").asString()).isEqualTo("new");
        assertThat(item.path("origin").asString()).isEqualTo("site");
        var whole = whole(item, administrator());
        assertThat(whole.path("person").path("mail").asString()).isEqualTo(MAIL);
        assertThat(whole.path("events").size()).isEqualTo(1);

        assertThat(SERVER.waitForIncomingEmail(10_000, 2)).isTrue();
        var mails = Arrays.stream(SERVER.getReceivedMessages())
                .collect(Collectors.toMap(EnquiriesOverHttpTest::to, m -> m));
        var contact = mails.get("kontakt@regionen.example");
        assertThat(contact.getSubject()).isEqualTo("Arealkompass: ny henvendelse");
        assertThat(String.valueOf(contact.getContent()))
                .contains(
                        "Granerud nord",
                        "https://areal.example/?v=1&tab=enquiries&enquiry="
                                + item.path("id").asString())
                .doesNotContain("Ingrid", MAIL, "sentralt", "Nordlager", "555");
        var sender = mails.get(MAIL);
        assertThat(String.valueOf(sender.getContent()))
                .as("nothing of what was written: it may have been written by somebody else")
                .doesNotContain("sentralt", "Ingrid", "Nordlager")
                .contains("https://areal.example/personvern");
        assertThat(sender.getRecipients(RecipientType.CC)).isNull();
        assertThat(count("select count(*) from enquiry_mail_end where outcome = 'SENT'"))
                .isGreaterThanOrEqualTo(2);
        SERVER.purgeEmailFromAllMailboxes();
        assertThat(enquiries.tell(Caller.service("test")))
                .as("each is told once")
                .isZero();
        assertThat(count("select count(*) from audit where action = 'enquiry.receive' and object = 'enquiry/"
                        + item.path("id").asString() + "'"))
                .isEqualTo(1);
        assertThat(jdbc.sql("select string_agg(a::text, ' ') from audit a")
                        .query(String.class)
                        .single())
                .doesNotContain("Ingrid", MAIL, "sentralt");
    }

    /** A mail server that is down loses nothing, and each address has one receipt a day however often somebody writes it. */
    @Test
    void nobodyIsFloodedByWayOfUs() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(SITE, fields("message", "Spørsmål " + i)).statusCode())
                    .isEqualTo(303);
        }
        enquiries.tell(Caller.service("test"));
        SERVER.waitForIncomingEmail(10_000, 4);
        var to = Arrays.stream(SERVER.getReceivedMessages())
                .map(EnquiriesOverHttpTest::to)
                .toList();
        assertThat(to).filteredOn(MAIL::equals).hasSize(1);
        assertThat(to).filteredOn("kontakt@regionen.example"::equals).hasSize(3);
    }

    @Test
    void whatIsWrongIsToldByFieldAndNothingWrittenIsLost() {
        var answer =
                ask(SITE, fields("mail", "ingen adresse", "phone", "ring meg", "consent", "", "organisation", " "));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#enquiry-mail\"", "href=\"#enquiry-phone\"", "href=\"#enquiry-consent\"")
                .contains("href=\"#enquiry-organisation\"", "aria-invalid=\"true\"", "role=\"alert\"")
                .contains("value=\"ingen adresse\"", "sentralt til", "kontakt@regionen.example");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        var english = ask("/en/sites/granerud-nord/enquiry", fields("message", ""));
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.body())
                .contains("Message is missing.", "lang=\"en\"")
                .doesNotContain("mangler");
        assertThat(list(administrator(), "")).isEmpty();
    }

    /** Whatever could begin a header, a script or a formula is text and nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: alle@verden.example",
                "a@b.example,c@d.example",
                "Ola <a@b.example>",
                "a@b.example%0ABcc:x@y.example",
                "a@b.example\u2028Bcc: x@y.example",
                "\"a\r\n\"@b.example",
                "a@localhost"
            })
    void anAddressThatIsMoreThanOneIsNone(String mail) {
        assertThat(ask(SITE, fields("mail", mail)).statusCode()).isEqualTo(422);
        assertThat(list(administrator(), "")).isEmpty();
    }

    @Test
    void whatIsWrittenIsShownAsText() {
        var evil = "<script>alert(1)</script>\r\nBcc: alle@verden.example";
        assertThat(ask(SITE, fields("name", evil)).statusCode()).isEqualTo(303);
        assertThat(only(administrator()).path("name").asString())
                .isEqualTo("<script>alert(1)</script> Bcc: alle@verden.example");
        var again = ask(SITE, fields("name", evil, "mail", ""));
        assertThat(again.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void programsAreRefusedAndPeopleAreToldWhatToDo() {
        var bait = ask(SITE, fields("website", "https://spam.example"));
        assertThat(bait.statusCode()).isEqualTo(422);
        assertThat(bait.body())
                .contains("et felt som ikke skal fylles ut", "kontakt@regionen.example", "+47 62 00 00 00");

        var stamp = stamp(SITE);
        var quick = post(SITE, with(fields(), "stamp", stamp));
        assertThat(quick.statusCode()).as("sent in no time").isEqualTo(422);
        assertThat(quick.body()).contains("trykk på Send en gang til", "sentralt til");
        clock.pass(Duration.ofSeconds(5));
        assertThat(post(SITE, with(fields(), "stamp", "")).statusCode()).isEqualTo(422);
        assertThat(post("/henvendelse", with(fields(), "stamp", stamp)).statusCode())
                .as("a stamp is for its page")
                .isEqualTo(422);
        assertThat(list(administrator(), "")).isEmpty();
        assertThat(post(SITE, with(fields(), "stamp", stamp)).statusCode()).isEqualTo(303);
        assertThat(post(SITE, with(fields(), "stamp", stamp)).statusCode())
                .as("sent twice is one")
                .isEqualTo(303);
        only(administrator());
    }

    @Test
    void tooManyFromOneAddressAreRefusedWithAnotherWayToAsk() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(SITE, fields("message", "Nr. " + i)).statusCode()).isEqualTo(303);
        }
        var sixth = ask(SITE, fields("message", "Nr. 6"));
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("retry-after")).hasValue("3600");
        assertThat(sixth.body()).contains("Prøv igjen om en time", "tel:+4762000000", "Nr. 6");
        clock.pass(Duration.ofHours(1));
        assertThat(ask(SITE, fields("message", "Nr. 6")).statusCode())
                .as("it was not taken for a duplicate")
                .isEqualTo(303);
        assertThat(list(administrator(), "?limit=100")).hasSize(6);
    }

    @Test
    void theSameSentAtTheSameTimeIsOne() throws Exception {
        var stamp = stamp(SITE);
        clock.pass(Duration.ofSeconds(5));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 8; i++) {
                all.add(pool.submit(() -> post(SITE, with(fields(), "stamp", stamp))));
            }
            for (var one : all) {
                assertThat(one.get().statusCode()).isEqualTo(303);
            }
        }
        only(administrator());
    }

    @Test
    void aSiteThatIsNotPublishedTakesNone() {
        jdbc.sql("""
                        update site_state set publication = 'DRAFT' where site_id = 'granli'
                        """).update();
        try {
            var hidden = get("/omrader/granli/henvendelse");
            var never = get("/omrader/aldri/henvendelse");
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(never.body()).doesNotContain("Granli");
            assertThat(post("/omrader/granli/henvendelse", fields()).statusCode())
                    .isEqualTo(404);
        } finally {
            jdbc.sql("update site_state set publication = 'PUBLISHED' where site_id = 'granli'")
                    .update();
        }
    }

    @Test
    void tooMuchIsCutBeforeItIsLookedAt() {
        var answer = ask(SITE, fields("message", "x".repeat(50_000)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().length()).isLessThan(30_000);
        assertThat(post(SITE, fields("message", "x".repeat(3_000_000))).statusCode())
                .isIn(400, 413, 422);
    }

    @Test
    void itIsHandledFromStateToStateAndNobodyOverwritesAnybody() {
        ask(SITE, fields());
        var recruiter = login(Role.RECRUITER);
        var item = only(recruiter);
        var id = item.path("id").asString();
        assertThat(change(recruiter, id, null, "{\"state\":\"inProgress\"}").statusCode())
                .isEqualTo(428);
        var taken = change(recruiter, id, "\"1\"", "{\"owner\":\"me\",\"state\":\"inProgress\"}");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("etag")).hasValue("\"2\"");
        var stale = change(administrator(), id, "\"1\"", "{\"state\":\"closed\"}");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("versjon 2");
        assertThat(change(recruiter, id, "\"2\"", "{\"dueOn\":\"2020-01-01\"}").statusCode())
                .isEqualTo(422);
        assertThat(change(recruiter, id, "\"2\"", "{\"state\":\"borte\"}").statusCode())
                .isEqualTo(400);
        assertThat(note(recruiter, id, "Ringte henne; vil se tomta.").statusCode())
                .isEqualTo(200);
        var answered = change(recruiter, id, "\"2\"", "{\"state\":\"answered\"}");
        var whole = JSON.readTree(answered.body());
        assertThat(whole.path("enquiry").path("owner").asString()).isEqualTo("recruiter");
        assertThat(whole.path("notes").get(0).path("note").asString()).contains("Ringte");
        assertThat(whole.path("events").valueStream().map(e -> e.path("what").asString()))
                .containsExactly("received", "state", "owner", "note", "state");
        assertThat(jdbc.sql("select action from audit where object = :o order by id")
                        .param("o", "enquiry/" + id)
                        .query(String.class)
                        .list())
                .containsExactly("enquiry.receive", "enquiry.state", "enquiry.assign", "enquiry.note", "enquiry.state");
        assertThat(list(recruiter, "?state=open")).isEmpty();
        assertThat(list(recruiter, "?state=answered&owner=me")).hasSize(1);
    }

    @Test
    void twoWhoChangeAtOnceAreOneWhoDid() throws Exception {
        ask(SITE, fields());
        var administrator = administrator();
        var id = only(administrator).path("id").asString();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var all = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 6; i++) {
                var body = "{\"owner\":\"konto" + i + "\"}";
                all.add(pool.submit(
                        () -> change(administrator, id, "\"1\"", body).statusCode()));
            }
            var statuses = new ArrayList<Integer>();
            for (var one : all) {
                statuses.add(one.get());
            }
            assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s == 412).hasSize(5);
        }
        assertThat(whole(only(administrator), administrator).path("events").size())
                .isEqualTo(2);
    }

    @Test
    void eachSeesWhatIsTheirs() {
        ask(SITE, fields());
        var lies = jdbc.sql("select municipalities[1] from site_state where site_id = 'granerud-nord'")
                .query(String.class)
                .single();
        var other = lies.equals("3416") ? "3417" : "3416";
        var third = lies.equals("3418") ? "3415" : "3418";
        var item = only(login(Role.RECRUITER));
        var id = item.path("id").asString();
        only(administrator());
        only(login(Role.PLANNER, lies));
        only(login(Role.RECRUITER, lies));
        for (var stranger : List.of(login(Role.PLANNER, other), login(Role.RECRUITER, other))) {
            assertThat(list(stranger, "")).isEmpty();
            assertThat(get("/api/enquiries/" + id, "Authorization", stranger).statusCode())
                    .isEqualTo(404);
            assertThat(change(stranger, id, "\"1\"", "{\"state\":\"closed\"}").statusCode())
                    .isEqualTo(404);
            assertThat(note(stranger, id, "x").statusCode()).isEqualTo(404);
            assertThat(json("/api/enquiries/statistics", stranger).path("months"))
                    .isEmpty();
            assertThat(get("/api/enquiries/export.csv", "Authorization", stranger)
                            .body())
                    .doesNotContain(id);
        }
        for (var role : List.of(Role.CASE_OFFICER, Role.MACHINE)) {
            assertThat(get("/api/enquiries", "Authorization", login(role, lies)).statusCode())
                    .as("%s", role)
                    .isEqualTo(403);
        }
        assertThat(get("/api/enquiries").statusCode()).isEqualTo(401);

        assertThat(change(login(Role.PLANNER, lies), id, "\"1\"", "{\"handedTo\":\"" + other + "\"}")
                        .statusCode())
                .as("only who sees all hands over")
                .isEqualTo(403);
        var handed = change(login(Role.RECRUITER), id, "\"1\"", "{\"handedTo\":\"" + other + "\"}");
        assertThat(handed.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(handed.body()).path("enquiry").path("state").asString())
                .isEqualTo("waiting");
        var mine = only(login(Role.PLANNER, other));
        assertThat(whole(mine, login(Role.PLANNER, other))
                        .path("person")
                        .path("mail")
                        .asString())
                .isEqualTo(MAIL);
        assertThat(list(login(Role.PLANNER, third), "")).isEmpty();
        assertThat(change(login(Role.PLANNER, other), id, "\"2\"", "{\"state\":\"answered\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(change(login(Role.RECRUITER), id, "\"3\"", "{\"handedTo\":\"0301\"}")
                        .statusCode())
                .as("no municipality of the region")
                .isEqualTo(422);
    }

    @Test
    void aDeadlineThatHasPassedIsFound() {
        ask(SITE, fields());
        assertThat(list(administrator(), "?overdue=true")).isEmpty();
        clock.pass(Duration.ofDays(7));
        assertThat(list(administrator(), "?overdue=true")).hasSize(1);
        var id = only(administrator()).path("id").asString();
        change(administrator(), id, "\"1\"", "{\"state\":\"answered\"}");
        assertThat(list(administrator(), "?overdue=true")).isEmpty();
    }

    @Test
    void whatTellsOfAPersonIsDeletedAfterASetTimeAndTheRestStays() {
        ask(SITE, fields());
        ask("/henvendelse", fields("message", "Glemt"));
        var items = list(administrator(), "");
        var id = items.stream()
                .filter(i -> i.path("origin").asString().equals("site"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        note(administrator(), id, "Ingrid ringte");
        change(administrator(), id, "\"1\"", "{\"state\":\"closed\"}");
        clock.pass(Duration.ofDays(179));
        assertThat(enquiries.eraseDue(Caller.service("test"))).isZero();
        clock.pass(Duration.ofDays(2));
        assertThat(enquiries.eraseDue(Caller.service("test"))).isEqualTo(1);
        assertThat(count("select count(*) from enquiry_person where enquiry_id = '" + id + "'"))
                .isZero();
        assertThat(count("select count(*) from enquiry_note where enquiry_id = '" + id + "'"))
                .isZero();
        var left = JSON.readTree(
                get("/api/enquiries/" + id, "Authorization", administrator()).body());
        assertThat(left.path("person").isNull()).isTrue();
        assertThat(left.path("enquiry").path("erasedAt").isNull()).isFalse();
        assertThat(note(administrator(), id, "til").statusCode()).isEqualTo(409);
        assertThat(count("select count(*) from enquiry_person"))
                .as("the open one stays")
                .isEqualTo(1);
        clock.pass(Duration.ofDays(550));
        assertThat(enquiries.eraseDue(Caller.service("test"))).as("two years").isEqualTo(1);
        assertThat(count("select count(*) from enquiry_person")).isZero();
        assertThat(json("/api/enquiries/statistics", administrator())
                        .path("months")
                        .isArray())
                .isTrue();
    }

    @Test
    void itIsDeletedAtOnceForWhoeverAsks() {
        ask(SITE, fields());
        var id = only(administrator()).path("id").asString();
        assertThat(erase(login(Role.PLANNER, "3401"), id).statusCode()).isIn(403, 404);
        assertThat(erase(login(Role.RECRUITER), id).statusCode()).isEqualTo(204);
        assertThat(count("select count(*) from enquiry_person")).isZero();
        assertThat(jdbc.sql("select state from enquiry where id = '" + id + "'")
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
    }

    @Test
    void theExportCountsAndTellsOfNobody() {
        ask(SITE, fields());
        var csv = get("/api/enquiries/export.csv", "Authorization", administrator());
        assertThat(csv.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body())
                .contains("granerud-nord;", ";new;")
                .doesNotContain("Ingrid", MAIL, "sentralt", "Nordlager");
    }

    private static String to(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String... other) {
        var fields = new LinkedHashMap<>(Map.of(
                "name", "Ingrid Ås",
                "organisation", "Nordlager AS",
                "mail", MAIL,
                "phone", "+47 555 12 345",
                "message", "Ligger tomta sentralt til?\nVi trenger 40 daa.",
                "consent", "yes",
                "website", ""));
        for (int i = 0; i < other.length; i += 2) {
            fields.put(other[i], other[i + 1]);
        }
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String key, String value) {
        fields.put(key, value);
        return fields;
    }

    private String stamp(String path) {
        var found = STAMP.matcher(get(path).body());
        assertThat(found.find()).as("a stamp on " + path).isTrue();
        return found.group(1);
    }

    /** As a person does: opens the form, writes for a while, sends. */
    private HttpResponse<String> ask(String path, Map<String, String> fields) {
        fields.put("stamp", stamp(path));
        clock.pass(Duration.ofSeconds(20));
        return post(path, fields);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> change(String login, String id, @Nullable String version, String body) {
        var request = HttpRequest.newBuilder(URI.create(base() + "/api/enquiries/" + id))
                .header("Authorization", login)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
        return send(version == null ? request : request.header("If-Match", version));
    }

    private HttpResponse<String> note(String login, String id, String note) {
        return send(HttpRequest.newBuilder(URI.create(base() + "/api/enquiries/" + id + "/notes"))
                .header("Authorization", login)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("note", note)))));
    }

    private HttpResponse<String> erase(String login, String id) {
        return send(HttpRequest.newBuilder(URI.create(base() + "/api/enquiries/" + id + "/person"))
                .header("Authorization", login)
                .header("If-Match", "\"1\"")
                .DELETE());
    }

    private JsonNode json(String path, String login) {
        return JSON.readTree(get(path, "Authorization", login).body());
    }

    /** Those that still tell of a person: what tests before this one left does not. */
    private List<JsonNode> list(String login, String query) {
        var answer = get("/api/enquiries" + query, "Authorization", login);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("items")
                .valueStream()
                .filter(i -> i.path("erasedAt").isNull())
                .toList();
    }

    private JsonNode only(String login) {
        var all = list(login, "");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private JsonNode whole(JsonNode item, String login) {
        return json("/api/enquiries/" + item.path("id").asString(), login);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import no.arealkompass.dataset.Progress;
import no.arealkompass.intake.Intake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Followers are told what changed and why, by page and by mail as it arrives at an SMTP server, over plans that change. */
@DirtiesContext
class PlanFollowsOverHttpTest extends OwnPlanTest {
    private static final GreenMail SERVER = TestMail.started();

    @Autowired
    Intake intake;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("areal.mail.host", () -> "127.0.0.1");
        registry.add("areal.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("areal.mail.start-tls", () -> "false");
        registry.add("areal.mail.from", () -> "arealkompass@regionen.example");
        registry.add("areal.mail.page", () -> "https://areal.example");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void noFollowersAndNoMail() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        var own = JSON.readTree(
                get("/api/plan-follows", "Authorization", administrator()).body());
        own.path("items")
                .forEach(one -> delete("/api/plan-follows/" + one.path("id").asString(), administrator()));
    }

    @Test
    void followersAreToldOnceWhatChangedAndWhyAndStopByTheLinkInTheMail() throws Exception {
        version(1, "ADOPTED", "F1");
        var subject = "3401";
        var made = follow(subject, "nb", "ordforer@kongsvinger.example");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        follow(subject, "en", "");
        assertThat(follow(subject, "nb", "ordforer@kongsvinger.example").statusCode())
                .as("twice")
                .isEqualTo(409);
        assertThat(changes(subject, null).path("state").asString()).isEqualTo("current");
        int already = changes(subject, null).path("items").size(); // of other tests

        version(2, "ADOPTED", "F1", "F2");
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        await(() -> changes(subject, null).path("items").size() == already + 1);
        var changes = changes(subject, null).path("items").get(0).path("changes");
        assertThat(changes.path("counts").path("came").asInt()).isPositive();
        assertThat(changes.path("findings").valueStream().map(f -> f.path("id").asString()))
                .contains(id("F2"))
                .doesNotContain(id("F1"));
        assertThat(changes.path("why").get(0).path("cause").asString()).isEqualTo("plan");
        assertThat(changes.path("why").get(0).path("to").asString()).isEqualTo("2");

        await(() -> SERVER.getReceivedMessages().length == 1);
        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("ordforer@kongsvinger.example");
        assertThat(mail.getSubject()).startsWith("Arealkompass: plansjekken er endret (");
        var text = String.valueOf(mail.getContent());
        assertThat(text).contains("ny versjon 2 av planen", "https://areal.example/?v=1&tab=plan&sjekk=3401");

        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        Thread.sleep(Duration.ofSeconds(2));
        assertThat(SERVER.getReceivedMessages()).as("never twice").hasSize(1);
        assertThat(changes(subject, null).path("items")).hasSize(already + 1);

        stopByTheLinkIn(text);
        version(3, "ADOPTED", "F2");
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        await(() -> changes(subject, null).path("items").size() == already + 2);
        Thread.sleep(Duration.ofSeconds(1));
        assertThat(SERVER.getReceivedMessages()).as("no more").hasSize(1);
    }

    @Test
    void whoMayNoLongerReadWhatIsNotPublicIsToldNoMoreOfIt() throws Exception {
        version(1, "ADOPTED", "F1");
        var officer = login(Role.CASE_OFFICER, "3401");
        followed("3401", "saksbehandler@kommunen.example", officer);
        followed("3401", "planlegger@kommunen.example", login(Role.PLANNER, "3401"));
        version(2, "ADOPTED", "F1", "F2");
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        await(() -> SERVER.getReceivedMessages().length == 2);

        jdbc.sql("update trial_account set municipalities = '{3415}' where name = 'case_officer3401'")
                .update();
        jdbc.sql("""
                        insert into plan_check_seen (subject, strategy, scope, check_id, earlier, changes, moved, at)
                        select subject, strategy, scope, check_id, id, changes, true, at from plan_check_seen
                        where subject = '3401' and scope = 'INTERNAL+3401' order by id desc limit 1
                        """).update();
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        await(() -> mailsTo("planlegger") == 2);
        assertThat(mailsTo("saksbehandler"))
                .as("who follows longest is told first")
                .isEqualTo(1);
        jdbc.sql("delete from plan_follow_address where mail like '%@kommunen.example'")
                .update();
    }

    /** Received mail is kept by recipient, not in the order of its coming. */
    private static long mailsTo(String name) {
        return Stream.of(SERVER.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().startsWith(name + "@");
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }

    private void followed(String subject, String mail, String login) {
        var draft = JSON.createObjectNode()
                .put("subject", subject)
                .put("strategy", STRATEGY)
                .put("language", "nb")
                .put("mail", mail);
        var answer = post("/api/plan-follows", draft.toString(), login);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void aMailThatFailsIsTriedAgainLaterAndSentOnce() throws Exception {
        version(1, "ADOPTED", "F1");
        follow("3401~", "en", "planner@kongsvinger.example");
        SERVER.stop();
        version(2, "ADOPTED", "F1", "F2");
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        await(() -> stored("select count(*) from plan_follow_mail_end where outcome = 'FAILED'") == 1);
        assertThat(jdbc.sql("select detail from plan_follow_mail_end where outcome = 'FAILED'")
                        .query(String.class)
                        .single())
                .isNotBlank()
                .doesNotContain("planner@");
        SERVER.start();
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        Thread.sleep(Duration.ofSeconds(2));
        assertThat(SERVER.getReceivedMessages()).as("not at once").isEmpty();
        clock.setDay("2026-11-27");
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        await(() -> SERVER.getReceivedMessages().length == 1);
        assertThat(SERVER.getReceivedMessages()[0].getSubject()).startsWith("Arealkompass: the plan check has changed");
        clock.setDay("2026-11-28");
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        Thread.sleep(Duration.ofSeconds(2));
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        clock.reset();
    }

    private void stopByTheLinkIn(String text) {
        var link = Pattern.compile("https://areal\\.example(/api/plan-follows/unsubscribe\\?token=([\\w-]+))")
                .matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(link.group(2)).as("256 bits").hasSizeGreaterThanOrEqualTo(43);
        assertThat(stored("select count(*) from plan_follow_mail where token_hash = '" + link.group(2) + "'"))
                .as("only a hash is stored")
                .isZero();
        var page = get(link.group(1));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<form method=\"post\"", "Slutt å følge");
        assertThat(stored("select count(*) from plan_follow_address"))
                .as("looking changes nothing")
                .isEqualTo(1);
        assertThat(get("/api/plan-follows/unsubscribe?token=%22%3E%3Cscript%3E").body())
                .doesNotContain("<script>");

        var ended = unsubscribe(link.group(2));
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(stored("select count(*) from plan_follow_address"))
                .as("the address is gone")
                .isZero();
        assertThat(unsubscribe("ukjent").body())
                .as("nothing is learnt by trying")
                .isEqualTo(ended.body());
        assertThat(get("/api/plan-follows", "Authorization", administrator()).body())
                .doesNotContain("ordforer@kongsvinger.example");
    }

    @Test
    void onlyThoseWhoMayFollowAndOnlyWhatIsThere() {
        assertThat(post("/api/plan-follows", "{}", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/plan-follows").statusCode()).isEqualTo(401);
        assertThat(follow(subject(7), "nb", "").statusCode()).isEqualTo(404);
        version(1, "ADOPTED", "F1");
        for (var wrong : List.of("to@a.no, b@b.no", "a@b.no\r\nBcc: c@d.no", "ingen")) {
            var answer = follow(subject(1), "nb", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(JSON.readTree(answer.body())
                            .path("faults")
                            .get(0)
                            .path("field")
                            .asString())
                    .isEqualTo("mail");
        }
        var made = JSON.readTree(follow(subject(1), "en", "").body());
        var address = "/api/plan-follows/" + made.path("id").asString();
        assertThat(delete(address, null).statusCode()).isEqualTo(401);
        assertThat(delete(address, administrator()).statusCode()).isEqualTo(204);
        assertThat(delete(address, administrator()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> follow(String subject, String language, String mail) {
        var content = JSON.createObjectNode()
                .put("subject", subject)
                .put("strategy", STRATEGY)
                .put("language", language)
                .put("mail", mail);
        return post("/api/plan-follows", content.toString(), administrator());
    }

    private JsonNode changes(String subject, @Nullable String login) {
        var path = "/api/plan-follows/changes?subject=" + encoded(subject) + "&strategy=" + STRATEGY;
        return login == null
                ? json(path)
                : JSON.readTree(get(path, "Authorization", login).body());
    }

    private HttpResponse<String> unsubscribe(String token) {
        return send(HttpRequest.newBuilder(URI.create(base() + "/api/plan-follows/unsubscribe"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token)));
    }

    private int stored(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 240 && !done.getAsBoolean(); i++) {
            Thread.sleep(Duration.ofMillis(250));
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}

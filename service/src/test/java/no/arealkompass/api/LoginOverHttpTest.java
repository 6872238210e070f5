package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** Name and password, sessions, forged requests and guessing, without a provider. */
@DirtiesContext
class LoginOverHttpTest extends ServiceTest {
    private static final String STATE = "?v=1&tab=data&krav=area:1000";

    private Browserless person;

    @BeforeEach
    void newPerson() {
        administrator();
        person = new Browserless(base());
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whoNeverLogsInGetsNoCookie() {
        int before = sessions();
        for (var path : List.of("/", "/api/config", "/api/sites", "/collections", "/app/main.js")) {
            assertThat(get(path).headers().allValues("set-cookie")).as(path).isEmpty();
        }
        assertThat(sessions()).isEqualTo(before);
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    @Test
    void aLoginLeadsBackAndGivesASessionThatScriptsCannotRead() {
        var answer = person.logIn("admin", PASSWORD, STATE);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).contains("/" + STATE);
        var session = cookies(answer).stream()
                .filter(c -> c.startsWith("SESSION="))
                .findFirst()
                .orElseThrow();
        assertThat(session)
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Expires");
        var caller = JSON.readTree(person.get("/api/config").body()).path("caller");
        assertThat(caller.path("name").asString()).isEqualTo("admin");
        assertThat(caller.path("role").asString()).isEqualTo("administrator");
    }

    @Test
    void aWayBackThatLeadsElsewhereLeadsToTheFrontPage() {
        for (var back : List.of("//evil.example", "https://evil.example", "/\\evil.example", "?a\r\nX: y", "?<b>")) {
            var other = new Browserless(base());
            assertThat(other.logIn("admin", PASSWORD, back).headers().firstValue("location"))
                    .as(back)
                    .contains("/");
        }
    }

    @Test
    void theSessionHasAnotherIdAfterTheLogin() {
        person.setCookie(
                "SESSION",
                Base64.getEncoder()
                        .encodeToString("11111111-1111-1111-1111-111111111111".getBytes(StandardCharsets.UTF_8)));
        person.logIn("admin", PASSWORD, "");
        var first = person.cookie("SESSION").orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(first), StandardCharsets.UTF_8))
                .doesNotContain("1111-1111");
        // Somebody else's session, planted before the login of another: it does not become the other's.
        var planted = new Browserless(base());
        planted.setCookie("SESSION", first);
        var page = planted.get("/login");
        assertThat(page.statusCode()).as("already logged in").isEqualTo(303);
        planted.form("/login", Map.of("name", "admin", "password", PASSWORD));
        assertThat(planted.cookie("SESSION")).contains(first);
    }

    @Test
    void whatASessionHoldsIsTextOfAFewWords() {
        person.logIn("admin", PASSWORD, "");
        var held = jdbc.sql("select convert_from(attribute_bytes, 'UTF8') from spring_session_attributes")
                .query(String.class)
                .list();
        assertThat(held).anySatisfy(text -> assertThat(text).matches("TRIAL \\d+ \\d+ admin"));
        assertThat(held).allSatisfy(text -> assertThat(text).hasSizeLessThan(100));
    }

    @Test
    void aChangeNeedsTheTokenOfThePage() {
        person.logIn("admin", PASSWORD, "");
        var body = "{\"name\":\"forsok\",\"role\":\"recruiter\"}";
        assertThat(person.forged("POST", "/api/accounts", body).statusCode()).isEqualTo(403);
        assertThat(person.change("POST", "/api/accounts", body).statusCode()).isEqualTo(201);
        assertThat(person.forged("POST", "/logout", "").statusCode()).isEqualTo(403);
        assertThat(person.get("/api/accounts").statusCode())
                .as("still logged in")
                .isEqualTo(200);
        var login = new Browserless(base());
        assertThat(login.form("/login", Map.of("name", "admin", "password", PASSWORD))
                        .statusCode())
                .as("a login somebody else made me send")
                .isEqualTo(403);
    }

    @Test
    void whatEverybodyMayHandInNeedsNoTokenEvenWithASession() {
        var stranger = new Browserless(base()).forged("POST", "/api/snapshots/verify", "{}");
        person.logIn("admin", PASSWORD, "");
        var known = person.forged("POST", "/api/snapshots/verify", "{}");
        assertThat(known.statusCode()).isEqualTo(stranger.statusCode()).isNotIn(401, 403);
    }

    @Test
    void logoutEndsTheSessionAndLogoutEverywhereEndsAll() {
        person.logIn("admin", PASSWORD, "");
        var elsewhere = new Browserless(base());
        elsewhere.logIn("admin", PASSWORD, "");
        var third = new Browserless(base());
        third.logIn("admin", PASSWORD, "");

        assertThat(third.change("POST", "/logout", "").statusCode()).isEqualTo(200);
        assertThat(third.get("/api/accounts").statusCode()).isEqualTo(401);
        assertThat(person.get("/api/accounts").statusCode()).isEqualTo(200);

        assertThat(person.change("POST", "/logout?everywhere=1", "").body()).isEqualTo("{\"next\":null}");
        var after = elsewhere.get("/api/config");
        assertThat(after.headers().firstValue(EndedSessions.HEADER)).contains("true");
        assertThat(JSON.readTree(after.body()).path("caller").path("role").asString())
                .isEqualTo("public");
        assertThat(elsewhere.get("/api/accounts").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterTwelveHoursAndAfterTwoIdleOnes() {
        person.logIn("admin", PASSWORD, "");
        clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(person.get("/api/accounts").statusCode()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));
        assertThat(person.get("/api/accounts").statusCode()).isEqualTo(401);

        clock.reset();
        var idle = new Browserless(base());
        idle.logIn("admin", PASSWORD, "");
        jdbc.sql("update spring_session set last_access_time = last_access_time - 7201000")
                .update();
        assertThat(idle.get("/api/accounts").statusCode()).isEqualTo(401);
    }

    @Test
    void aChangedOrClosedAccountIsSoAtOnce() {
        login(Role.PLANNER, "3401");
        var planner = new Browserless(base());
        planner.logIn("planner3401", PASSWORD, "");
        person.logIn("admin", PASSWORD, "");
        assertThat(role(planner)).isEqualTo("planner");

        var change = "{\"role\":\"caseOfficer\",\"municipalities\":[\"3414\"]}";
        assertThat(person.change("PUT", "/api/accounts/planner3401", change).statusCode())
                .isEqualTo(200);
        var caller = JSON.readTree(planner.get("/api/config").body()).path("caller");
        assertThat(caller.path("role").asString()).isEqualTo("caseOfficer");
        assertThat(caller.path("municipalities").get(0).asString()).isEqualTo("3414");

        person.change("PUT", "/api/accounts/planner3401/enabled", "{\"enabled\":false}");
        assertThat(role(planner)).isEqualTo("public");
        var again = new Browserless(base()).logIn("planner3401", PASSWORD, "");
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(get("/api/config", "Authorization", basic("planner3401", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
        person.change("PUT", "/api/accounts/planner3401/enabled", "{\"enabled\":true}");
        assertThat(role(planner)).as("the old session stays ended").isEqualTo("public");
    }

    @Test
    void theLastAdministratorStays() {
        person.logIn("admin", PASSWORD, "");
        assertThat(person.change("PUT", "/api/accounts/admin/enabled", "{\"enabled\":false}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(person.change("PUT", "/api/accounts/admin", "{\"role\":\"planner\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void unknownNamesClosedAccountsAndWrongPasswordsAreToldAlike() {
        var wrong = new Browserless(base()).logIn("admin", "feil", "");
        var unknown = new Browserless(base()).logIn("finnesikke", "feil", "");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(plain(unknown).replace("finnesikke", "admin")).isEqualTo(plain(wrong));
        var objects = jdbc.sql("select object from audit where action = 'login.refused' order by id desc limit 2")
                .query(String.class)
                .list();
        assertThat(objects).as("a mistyped password is no name").containsExactly("account/?", "account/admin");
    }

    @Test
    void guessingIsSlowedDownPerAccountAndNobodyIsLockedOutElsewhere() {
        int wrong = 0;
        HttpResponse<String> answer;
        do {
            answer = get("/api/config", "Authorization", basic("offer", "feil" + wrong++));
        } while (answer.statusCode() == 401 && wrong < 100);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(wrong).isBetween(10, 40);
        assertThat(Long.parseLong(answer.headers().firstValue("retry-after").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(new Browserless(base()).logIn("offer", "feil", "").statusCode())
                .as("the form too")
                .isEqualTo(429);
        assertThat(person.logIn("admin", PASSWORD, "").statusCode())
                .as("others")
                .isEqualTo(303);
        clock.pass(Duration.ofSeconds(31));
        var later = get("/api/config", "Authorization", basic("offer", "feil"));
        assertThat(later.statusCode()).as(later.headers().map() + later.body()).isEqualTo(401);
        assertThat(get("/api/config", "Authorization", basic("offer", "feil")).statusCode())
                .isEqualTo(429);
    }

    @Test
    void noBrowserIsToldToAskForAPassword() {
        for (var answer : List.of(
                get("/api/accounts"),
                get("/api/config", "Authorization", basic("admin", "feil")),
                new Browserless(base()).forged("POST", "/api/saved", "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
                    .doesNotContain("Basic");
        }
    }

    @Test
    void aPasswordOrKeyWithTheRequestIsNotMixedWithACookie() {
        person.logIn("admin", PASSWORD, "");
        var session = person.cookie("SESSION").orElseThrow();
        var planner = login(Role.PLANNER, "3415");
        var both = get("/api/config", "Authorization", planner, "Cookie", "SESSION=" + session);
        assertThat(JSON.readTree(both.body()).path("caller").path("name").asString())
                .isEqualTo("planner3415");
        var nonsense = get("/api/config", "Authorization", "Negotiate abc", "Cookie", "SESSION=" + session);
        assertThat(nonsense.statusCode()).isEqualTo(401);
    }

    @Test
    void whatHappenedIsInTheTrail() {
        person.logIn("admin", PASSWORD, "");
        person.change(
                "POST", "/api/accounts", "{\"name\":\"sporet\",\"role\":\"planner\",\"municipalities\":[\"3401\"]}");
        person.change("POST", "/api/accounts/sporet/password", "");
        person.change("DELETE", "/api/accounts/sporet/sessions", "");
        person.change("POST", "/logout", "");
        var trail = jdbc.sql("select action || ' ' || object || ' ' || by from audit order by id desc limit 5")
                .query(String.class)
                .list();
        assertThat(trail)
                .containsExactly(
                        "logout account/admin admin",
                        "account.end-sessions account/sporet admin",
                        "account.password account/sporet admin",
                        "account.create account/sporet admin",
                        "login account/admin admin");
    }

    private String role(Browserless who) {
        return JSON.readTree(who.get("/api/config").body())
                .path("caller")
                .path("role")
                .asString();
    }

    private static String plain(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("set-cookie");
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}

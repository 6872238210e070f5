package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Codes by mail, the cookie they are changed into, and what happens when everything happens at once. */
@DirtiesContext
class LinkCodesTest extends LinkGround {

    @Test
    void nothingIsShownBeforeTheRightCode() throws Exception {
        var made = coded();
        var path = path(made);
        var asked = open(path);
        assertThat(asked.body())
                .contains("Bekreft at lenken er til deg", "name=\"kode\"")
                .doesNotContainIgnoringCase("granli")
                .doesNotContain(MAIL, "Hemmelig", "Kari Kontakt");
        assertThat(openings(made, recruiter())).as("nothing was opened").isZero();

        var other = form(path + "/kode", "adresse", "en.annen@firma.example");
        var code = code(path);
        var same = form(path + "/kode", "adresse", " Investor@Firma.example ");
        assertThat(other.statusCode()).isEqualTo(same.statusCode()).isEqualTo(200);
        assertThat(other.body()).as("an address is told nothing of").isEqualTo(same.body());
        assertThat(SERVER.waitForIncomingEmail(10_000, 2)).isTrue();
        for (var mail : SERVER.getReceivedMessages()) {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(MAIL);
            assertThat(mail.getSubject()).isEqualTo("Kode til områdesidene");
        }
        assertThat(form(path + "/kode", "kode", code).headers().firstValue("set-cookie"))
                .as("the newer code has taken its place")
                .isEmpty();

        var in = form(path + "/kode", "kode", code(path));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("location")).contains(path);
        assertThat(in.headers().firstValue("set-cookie").orElseThrow())
                .contains("Path=/i/", "HttpOnly", "SameSite=Lax", "Max-Age=43200")
                .doesNotContain("Secure");
        assertThat(open(path, "Cookie", cookie(in)).body()).containsIgnoringCase("granli");
        assertThat(openings(made, recruiter())).isEqualTo(1);
    }

    @Test
    void aCodeIsGoodOnceAndNotForLong() throws Exception {
        var path = path(coded());
        var code = code(path);
        assertThat(form(path + "/kode", "kode", code).statusCode()).isEqualTo(303);
        assertThat(form(path + "/kode", "kode", code).statusCode())
                .as("replayed")
                .isEqualTo(200);
        var late = code(path);
        clock.pass(Duration.ofMinutes(15));
        assertThat(form(path + "/kode", "kode", late).statusCode())
                .as("too old")
                .isEqualTo(200);
    }

    @Test
    void aCookieIsGoodForItsLinkItsTokenAndTwelveHours() throws Exception {
        var made = coded();
        var path = path(made);
        var cookie = cookie(form(path + "/kode", "kode", code(path)));
        assertThat(shows(path, cookie)).isTrue();
        assertThat(shows(path, cookie.substring(0, cookie.length() - 1) + (cookie.endsWith("A") ? "B" : "A")))
                .as("tampered with")
                .isFalse();
        assertThat(shows(path, cookie.replaceAll("=.*", "="))).isFalse();

        var another = coded();
        var renamed = "areal_i_" + another.path("link").path("id").asString() + cookie.replaceAll(".*=", "=");
        assertThat(shows(path(another), cookie)).as("of another link").isFalse();
        assertThat(shows(path(another), renamed)).as("of another link, renamed").isFalse();

        clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(shows(path, cookie)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(shows(path, cookie)).as("after twelve hours").isFalse();

        var fresh = cookie(form(path + "/kode", "kode", code(path)));
        assertThat(shows(path, fresh)).isTrue();
        var anew = path(JSON.readTree(
                change("POST", api(made) + "/reissue", "{}", recruiter()).body()));
        assertThat(shows(anew, fresh)).as("of the token before").isFalse();
        assertThat(open(path).statusCode()).isEqualTo(404);
        assertThat(form(path + "/kode", "adresse", MAIL).statusCode()).isEqualTo(404);
    }

    @Test
    void afterFiveTriesEvenTheRightCodeFailsAlsoWhenAllComeAtOnce() throws Exception {
        var made = coded();
        var path = path(made);
        var code = code(path);
        var wrong = code.equals("123456") ? "654321" : "123456";
        var answers = atOnce(24, () -> form(path + "/kode", "kode", wrong).statusCode());
        assertThat(answers).containsOnly(200);
        assertThat(jdbc.sql("select max(tries) from link_code")
                        .query(Integer.class)
                        .single())
                .as("never six")
                .isEqualTo(5);
        assertThat(form(path + "/kode", "kode", code).statusCode()).isEqualTo(200);
    }

    @Test
    void theRightCodeTwentyTimesAtOnceLetsOneIn() throws Exception {
        var path = path(coded());
        var code = code(path);
        var answers = atOnce(20, () -> form(path + "/kode", "kode", code).statusCode());
        assertThat(answers.stream().filter(status -> status == 303)).hasSize(1);
    }

    @Test
    void codesAreNotSentWithoutEnd() throws Exception {
        var path = path(coded());
        for (int i = 0; i < 5; i++) {
            code(path);
        }
        form(path + "/kode", "adresse", MAIL);
        clock.pass(Duration.ofMinutes(61));
        code(path);
        assertThat(SERVER.getReceivedMessages()).hasSize(6);
    }

    @Test
    void ofManyOpeningsWhileTheLinkIsWithdrawnThoseThatShowAreCountedAndNoneComesAfter() throws Exception {
        for (int round = 0; round < 5; round++) {
            var made = make(draft("granli"), recruiter());
            var path = path(made);
            var login = recruiter();
            var turn = new AtomicInteger();
            var answers = atOnce(
                    12,
                    () -> turn.getAndIncrement() == 5
                            ? change("DELETE", api(made), "", login).statusCode()
                            : open(path).statusCode());
            assertThat(answers).containsOnlyOnce(204);
            int shown = (int) answers.stream().filter(status -> status == 200).count();
            assertThat(openings(made, login)).isEqualTo(shown);
            assertThat(open(path).statusCode()).isEqualTo(404);
            clock.pass(Duration.ofMinutes(10));
        }
    }

    @Test
    void ofTwoReissuesAtOnceOneAddressOpens() throws Exception {
        for (int round = 0; round < 5; round++) {
            var made = make(draft("granli"), recruiter());
            var login = recruiter();
            var anew = atOnce(
                    2,
                    () -> path(JSON.readTree(
                            change("POST", api(made) + "/reissue", "{}", login).body())));
            assertThat(anew.stream().filter(path -> open(path).statusCode() == 200))
                    .hasSize(1);
            assertThat(open(path(made)).statusCode()).isEqualTo(404);
        }
    }

    private JsonNode coded() {
        return make(draft("granli").put("codeMail", MAIL), recruiter());
    }

    private boolean shows(String path, String cookie) {
        return Objects.requireNonNull(open(path, "Cookie", cookie).body())
                .toLowerCase(Locale.ROOT)
                .contains("granli");
    }
}

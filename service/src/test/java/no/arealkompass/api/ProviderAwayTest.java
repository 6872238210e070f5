package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A provider that does not answer, behind a proxy with TLS: the public notices nothing. */
@DirtiesContext
@TestPropertySource(
        properties = {
            "areal.oidc.issuer=http://127.0.0.1:1/none",
            "areal.oidc.client-id=arealkompass",
            "areal.oidc.roles=areal-admin=ADMINISTRATOR",
            "AREAL_BEHIND_PROXY=true"
        })
class ProviderAwayTest extends ServiceTest {
    @Test
    void theServiceStartsAndALoginSaysWhatIsWrong() {
        assertThat(get("/api/config").statusCode()).isEqualTo(200);
        var answer = get("/login", "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("The login service does not answer");
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        assertThat(get("/oauth2/authorization/areal").statusCode()).isIn(404, 500, 503);
    }

    @Test
    void nobodyIsMadeAnAdministratorWithAPassword() {
        assertThat(jdbc.sql("select count(*) from trial_account")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void cookiesAreBoundToTheHostAndToTls() {
        // A session as one is left by a login; what is looked at here is the cookie of the token that goes with it.
        jdbc.sql("""
                insert into spring_session values (gen_random_uuid()::text, '22222222-2222-2222-2222-222222222222', 0,
                  (extract(epoch from now()) * 1000)::bigint, 7200, (extract(epoch from now()) * 1000)::bigint + 7200000, null)
                """).update();
        var id = Base64.getEncoder()
                .encodeToString(
                        "22222222-2222-2222-2222-222222222222".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/config"))
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", "__Host-SESSION=" + id));
        assertThat(answer.headers().allValues("set-cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-XSRF-TOKEN=")
                .contains("Path=/", "Secure", "SameSite=Lax")
                .doesNotContain("Domain");
    }
}

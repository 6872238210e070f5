package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Login at a provider: what is asked, what is believed and what is not. */
@DirtiesContext
class OidcOverHttpTest extends ServiceTest {
    private static final StubProvider PROVIDER = new StubProvider();
    private static final String CODE = "/login/oauth2/code/areal";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("areal.oidc.issuer", PROVIDER::issuer);
        registry.add("areal.oidc.client-id", () -> StubProvider.CLIENT);
        registry.add("areal.oidc.role-claim", () -> "realm_access.roles");
        registry.add("areal.oidc.roles", () -> "areal-admin=ADMINISTRATOR, areal-planner=PLANNER");
        registry.add("areal.oidc.municipality-claim", () -> "org");
        registry.add("areal.oidc.authorization-details", () -> "[{\"type\":\"areal:test\"}]");
        registry.add("areal.oidc.municipalities", () -> "0192:111222333=3414,0192:999=0301");
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @Test
    void theRequestHasStateNonceAndAChallengeAndTheCodeIsChangedWithTheVerifier() {
        var person = new Browserless(base());
        var asked = ask(person, "");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", StubProvider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile")
                .containsEntry("redirect_uri", base() + CODE)
                .containsEntry("authorization_details", "[{\"type\":\"areal:test\"}]")
                .containsKeys("state", "nonce", "code_challenge");
        answer(person, asked, Function.identity());
        var exchange = PROVIDER.asked.getLast();
        assertThat(exchange).containsEntry("grant_type", "authorization_code").containsEntry("code", "kode");
        assertThat(exchange.get("code_verifier")).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void roleAndMunicipalityComeFromTheClaimsAndTheWayBackIsKept() {
        var person = new Browserless(base());
        var answer = answer(person, ask(person, "?v=1&tab=data"), Function.identity());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).contains("/?v=1&tab=data");
        var caller = JSON.readTree(person.get("/api/config").body()).path("caller");
        assertThat(caller.path("name").asString()).isEqualTo("kari");
        assertThat(caller.path("role").asString()).isEqualTo("planner");
        assertThat(caller.path("municipalities")).hasSize(1);
        assertThat(caller.path("municipalities").get(0).asString()).isEqualTo("3414");
    }

    @Test
    void aMunicipalRoleWithoutAMunicipalityReachesNoMunicipality() {
        var person = new Browserless(base());
        answer(
                person,
                ask(person, ""),
                claims -> claims.subject("person-2")
                        .claim("preferred_username", "ola")
                        .claim("org", List.of("0192:999", "0192:444555666")));
        var caller = JSON.readTree(person.get("/api/config").body()).path("caller");
        assertThat(caller.path("role").asString()).isEqualTo("planner");
        assertThat(caller.path("municipalities"))
                .as("Oslo is not in the region")
                .isEmpty();
    }

    @Test
    void withoutARoleThereIsAPageThatSaysSoAndNoSession() {
        var person = new Browserless(base());
        var answer = answer(person, ask(person, ""), claims -> claims.claim("realm_access", Map.of()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("uten rolle her")
                .contains("Kontakt")
                .contains(PROVIDER.issuer() + "/logout");
        assertThat(person.get("/api/accounts").statusCode()).isEqualTo(401);
        assertThat(person.get("/api/sites").statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> lies() {
        Function<JWTClaimsSet.Builder, String> signed = claims -> StubProvider.signed(claims.build(), PROVIDER.key);
        return Stream.of(
                Arguments.of("another issuer", lie(claims -> claims.issuer("https://evil.example"), signed)),
                Arguments.of("for another client", lie(claims -> claims.audience("another"), signed)),
                Arguments.of(
                        "for two, authorised for the other",
                        lie(
                                claims -> claims.audience(List.of(StubProvider.CLIENT, "another"))
                                        .claim("azp", "another"),
                                signed)),
                Arguments.of("another nonce", lie(claims -> claims.claim("nonce", "an old one"), signed)),
                Arguments.of("no nonce", lie(claims -> claims.claim("nonce", null), signed)),
                Arguments.of(
                        "run out",
                        lie(
                                claims -> claims.expirationTime(
                                        Date.from(Instant.now().minusSeconds(3600))),
                                signed)),
                Arguments.of("no subject", lie(claims -> claims.subject(null), signed)),
                Arguments.of(
                        "another key",
                        lie(claims -> claims, claims -> StubProvider.signed(claims.build(), PROVIDER.foreign))),
                Arguments.of("alg none", lie(claims -> claims, claims -> new PlainJWT(claims.build()).serialize())),
                Arguments.of("no token", lie(claims -> claims, claims -> "")));
    }

    private static Function<String, String> lie(
            Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> change, Function<JWTClaimsSet.Builder, String> write) {
        return nonce -> write.apply(change.apply(PROVIDER.claims(nonce)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aTokenThatIsNotForUsIsNotBelieved(String what, Function<String, String> token) {
        var person = new Browserless(base());
        var asked = ask(person, "");
        PROVIDER.token = token.apply(asked.get("nonce"));
        var answer = person.get(CODE + "?code=kode&state=" + asked.get("state"));
        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.body()).contains("ble ikke fullført");
        assertThat(person.get("/api/accounts").statusCode()).isEqualTo(401);
    }

    @Test
    void aStateIsGoodOnceAndForItsOwnSessionOnly() {
        var person = new Browserless(base());
        var asked = ask(person, "");
        var path = CODE + "?code=kode&state=" + asked.get("state");
        PROVIDER.token = StubProvider.signed(PROVIDER.claims(asked.get("nonce")).build(), PROVIDER.key);
        int exchanges = PROVIDER.asked.size();

        assertThat(person.get(CODE + "?code=kode&state=forged").statusCode()).isEqualTo(400);
        assertThat(person.get(CODE + "?code=kode").statusCode()).isEqualTo(400);
        var thief = new Browserless(base());
        assertThat(thief.get(path).statusCode()).as("without a session").isEqualTo(400);
        ask(thief, "");
        assertThat(thief.get(path).statusCode()).as("in another session").isEqualTo(400);
        assertThat(PROVIDER.asked).as("the code went nowhere").hasSize(exchanges);

        assertThat(person.get(path).statusCode()).isEqualTo(303);
        assertThat(person.get(path).statusCode()).as("once more").isEqualTo(400);
        assertThat(PROVIDER.asked).hasSize(exchanges + 1);
    }

    @Test
    void theSessionHasAnotherIdAfterTheLoginAndHoldsNoToken() {
        var person = new Browserless(base());
        var asked = ask(person, "");
        var before = person.cookie("SESSION").orElseThrow();
        answer(person, asked, Function.identity());
        assertThat(person.cookie("SESSION").orElseThrow()).isNotEqualTo(before);
        var held = jdbc.sql("select convert_from(attribute_bytes, 'UTF8') from spring_session_attributes")
                .query(String.class)
                .list();
        assertThat(held).noneMatch(text -> text.contains("eyJ") || text.contains("kari"));
    }

    @Test
    void passwordsAreOffWhereThereIsAProvider() {
        assertThat(get("/api/config", "Authorization", administratorThatWas()).statusCode())
                .isEqualTo(401);
        var person = new Browserless(base());
        assertThat(person.get("/login").statusCode()).isEqualTo(303);
        var posted = person.form("/login", Map.of("name", "admin", "password", PASSWORD));
        assertThat(posted.statusCode()).isIn(403, 404);
        assertThat(jdbc.sql("select count(*) from trial_account")
                        .query(Integer.class)
                        .single())
                .as("none was made")
                .isEqualTo(1);
    }

    private String administratorThatWas() {
        return login(Role.ADMINISTRATOR);
    }

    @Test
    void aClosedAccountIsOutAtOnceAndCannotComeBack() {
        var boss = new Browserless(base());
        answer(
                boss,
                ask(boss, ""),
                claims -> claims.subject("boss")
                        .claim("preferred_username", "sjefen")
                        .claim("realm_access", Map.of("roles", List.of("areal-admin"))));
        var person = new Browserless(base());
        answer(person, ask(person, ""), claims -> claims.subject("person-3").claim("preferred_username", "per"));
        assertThat(person.get("/api/keys").statusCode()).isEqualTo(200);
        assertThat(boss.get("/api/accounts").body()).contains("\"provider\"").contains("\"per\"");
        assertThat(boss.change("POST", "/api/accounts", "{\"name\":\"ny\",\"role\":\"planner\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(boss.change("PUT", "/api/accounts/per/enabled", "{\"enabled\":false}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(person.get("/api/keys").statusCode()).isEqualTo(401);
        var again = answer(
                person, ask(person, ""), claims -> claims.subject("person-3").claim("preferred_username", "per"));
        assertThat(again.statusCode()).isEqualTo(403);
    }

    @Test
    void twoPersonsNeverShareAName() {
        var first = new Browserless(base());
        answer(first, ask(first, ""), claims -> claims.subject("a").claim("preferred_username", "lik\nlog: x"));
        var second = new Browserless(base());
        answer(second, ask(second, ""), claims -> claims.subject("b").claim("preferred_username", "lik\nlog: x"));
        assertThat(name(first)).isEqualTo("lik log: x");
        assertThat(name(second)).startsWith("lik log: x~").isNotEqualTo(name(first));
    }

    @Test
    void logoutLeadsToTheProviders() {
        var person = new Browserless(base());
        answer(person, ask(person, ""), Function.identity());
        var next = JSON.readTree(person.change("POST", "/logout", "").body())
                .path("next")
                .asString();
        assertThat(next).startsWith(PROVIDER.issuer() + "/logout?client_id=arealkompass&post_logout_redirect_uri=");
        assertThat(URLDecoder.decode(next, StandardCharsets.UTF_8)).endsWith(base() + "/");
        assertThat(person.get("/api/keys").statusCode()).isEqualTo(401);
    }

    @Test
    void whoCancelsAtTheProviderIsToldSoAndNothingOfItReachesThePage() {
        var person = new Browserless(base());
        var asked = ask(person, "");
        var answer =
                person.get(CODE + "?error=access_denied&error_description=%3Cscript%3E&state=" + asked.get("state"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("ble ikke fullført")
                .doesNotContain("<script>")
                .doesNotContain("&lt;script");
    }

    private String name(Browserless person) {
        return JSON.readTree(person.get("/api/config").body())
                .path("caller")
                .path("name")
                .asString();
    }

    /** What we ask the provider when somebody wants to log in. */
    private static Map<String, String> ask(Browserless person, String back) {
        var start = person.get("/login?back=" + back.replace("?", "%3F").replace("&", "%26"));
        assertThat(start.statusCode()).isEqualTo(303);
        var redirect = person.get(start.headers().firstValue("location").orElseThrow());
        assertThat(redirect.statusCode()).isEqualTo(302);
        var address = URI.create(redirect.headers().firstValue("location").orElseThrow());
        assertThat(address.toString()).startsWith(PROVIDER.issuer() + "/authorize?");
        return Arrays.stream(address.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** Comes back from the provider with a code, for which it gives an honest token with these changes. */
    private static HttpResponse<String> answer(
            Browserless person,
            Map<String, String> asked,
            Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> change) {
        PROVIDER.token = StubProvider.signed(
                change.apply(PROVIDER.claims(asked.get("nonce"))).build(), PROVIDER.key);
        return person.get(CODE + "?code=kode&state=" + asked.get("state"));
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole way through a real browser and a real OpenID Connect provider: in, something only that role may, and out. */
@DirtiesContext
class PageOidcTest extends BrowserTest {
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(new OAuth2Config(true));

    static {
        PROVIDER.start();
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("areal.oidc.issuer", () -> PROVIDER.issuerUrl("kommunene").toString());
        registry.add("areal.oidc.client-id", () -> "arealkompass");
        registry.add("areal.oidc.client-secret", () -> "en-hemmelighet-for-tester");
        registry.add("areal.oidc.roles", () -> "areal-admin=ADMINISTRATOR,areal-planner=PLANNER");
        registry.add("areal.oidc.municipality-claim", () -> "kommuner");
        registry.add("areal.oidc.name-claim", () -> "sub");
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    /** What the provider's own pages do is not ours. */
    @AfterEach
    void leaveOutTheProvider() {
        faults.removeIf(fault -> fault.contains(PROVIDER.baseUrl().toString()) || fault.contains("favicon"));
    }

    @Test
    void inWithRoleAndMunicipalityAKeyAndOutAgain() {
        open("?v=1&tab=accounts");
        enter(page, "planlegger-kari", "{\"roles\":[\"areal-planner\"],\"kommuner\":[\"kommune-3414\"]}");
        assertThat(page).hasURL(Pattern.compile("tab=accounts"));
        assertThat(page.locator("#account summary")).containsText("planlegger-kari");
        page.locator("#account summary").click();
        assertThat(page.locator("#account")).containsText("Planlegger");
        assertThat(page.locator("#account")).containsText("Nord-Odal");
        page.locator("#account summary").click();

        page.locator("#key-label").fill("Nattlig levering");
        page.locator("#key-place-3414").check();
        page.locator("#key-expires").fill("2027-03-01");
        page.locator("#key-create").click();
        assertThat(page.locator("#shown-once")).containsText(Pattern.compile("^areal_[a-z0-9]{8}_"));
        assertThat(page.locator("#keys table")).containsText("Nattlig levering");

        var elsewhere = newPage(1200, 800);
        open(elsewhere, "?v=1&tab=accounts");
        enter(elsewhere, "planlegger-kari", "{\"roles\":[\"areal-planner\"],\"kommuner\":[\"kommune-3414\"]}");
        assertThat(elsewhere.locator("#keys table")).containsText("Nattlig levering");

        page.locator("#account summary").click();
        page.locator("#logout-everywhere").click();
        page.waitForURL(Pattern.compile("^" + base() + "/$"));
        assertThat(page.locator("a.account")).containsText("Logg inn");
        open(elsewhere, "?v=1&tab=accounts");
        assertThat(elsewhere.locator("a.account")).containsText("Logg inn");
    }

    @Test
    void withoutARoleThereIsAPageThatSaysWhomToAsk() {
        open("");
        page.route(url -> url.contains("fonts.googleapis.com"), route -> route.fulfill());
        page.locator("a.account").click();
        atProvider(page, "fremmed", "{\"roles\":[\"noe-annet\"]}");
        assertThat(page.locator("h1")).hasText("Logget inn, men uten rolle her");
        assertThat(page.locator("main")).containsText("Kontakt");
        assertThat(faults).anyMatch(fault -> fault.contains("answer: 403"));
        faults.clear();
    }

    private void enter(Page page, String name, String claims) {
        // The provider's page would fetch fonts from elsewhere.
        page.route(url -> url.contains("fonts.googleapis.com"), route -> route.fulfill());
        page.locator("a.account").click();
        atProvider(page, name, claims);
        assertThat(page.locator("#account summary")).isVisible();
    }

    private static void atProvider(Page page, String name, String claims) {
        page.locator("input[name='username']").fill(name);
        page.locator("textarea[name='claims']").fill(claims);
        page.locator("input[type='submit'], button[type='submit']").first().click();
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.Test;

/** Logging in as a person does it: the form, the header, the accounts, a session that ends while somebody types. */
class PageLoginTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    @Test
    void theFormWorksNarrowInBothLanguagesAndWithoutScripts() {
        administrator();
        for (var language : List.of("nb", "en")) {
            for (int width : new int[] {360, 1440}) {
                page.setViewportSize(width, 800);
                page.navigate("/login?lang=" + language);
                wellMade(page, width);
                assertThat(page.locator("h1")).hasText(language.equals("en") ? "Log in" : "Logg inn");
            }
        }
        page.navigate("/login?back=%3Fv%3D1%26tab%3Ddata");
        page.locator("#name").fill("admin");
        page.locator("#password").fill("feil");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role='alert']")).hasText("Navnet eller passordet er feil.");
        wellMade(page, 1440);
        assertThat(page.locator("#name")).hasValue("admin");
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/\\?v=1&tab=data$"));
        assertThat(page.locator("#account summary")).containsText("admin");
        assertThat(faults).containsOnly("answer: 401 " + base() + "/login", refusedInConsole());
        faults.clear();
    }

    private String refusedInConsole() {
        return "console: Failed to load resource: the server responded with a status of 401 ()";
    }

    @Test
    void theAdministratorMakesAnAccountWhoseOwnerLogsInAndIsShutOut() {
        var admin = newAdministratorsPage(1440, 900);
        open(admin, "?v=1&tab=accounts");
        admin.locator("#account-name").fill("ola.planlegger");
        admin.locator("#account-place-3414").check();
        admin.locator("#account-create").click();
        var password = admin.locator("#shown-once").innerText();
        assertThat(password).hasSize(22);
        for (var language : List.of("nb", "en")) {
            for (int width : new int[] {360, 1440}) {
                admin.setViewportSize(width, 900);
                open(admin, "?v=1&tab=accounts&lang=" + language);
                assertThat(admin.locator("#accounts table")).containsText("ola.planlegger");
                wellMade(admin, width);
            }
        }

        logIn(page, "ola.planlegger", password);
        open("");
        page.locator("#account summary").click();
        assertThat(page.locator("#account")).containsText("Nord-Odal");
        page.setViewportSize(360, 800);
        wellMade(page, 360);

        open(admin, "?v=1&tab=accounts");
        admin.locator("#account-enable-ola\\.planlegger").click();
        assertThat(admin.locator("#accounts tr", new Page.LocatorOptions().setHasText("ola.planlegger")))
                .containsText("Stengt");
        open("");
        assertThat(page.locator("a.account")).hasText("Logg inn");
    }

    @Test
    void whatIsTypedStaysWhenTheSessionEnds() {
        login(Role.PLANNER, "3414");
        logIn(page, "planner3414", PASSWORD);
        open("?v=1&tab=accounts");
        page.locator("#key-label").fill("Halvskrevet");
        jdbc.sql("update trial_account set stamp = stamp + 1 where name = 'planner3414'")
                .update();
        page.locator("#key-expires").fill("2027-01-01");
        page.locator("#key-place-3414").check();
        page.locator("#key-create").click();
        assertThat(page.locator("#session-ended")).containsText("Innloggingen er avsluttet");
        assertThat(page.locator("#key-label")).hasValue("Halvskrevet");

        var tab = page.waitForPopup(() -> page.locator("#session-ended a").click());
        tab.locator("#name").fill("planner3414");
        tab.locator("#password").fill(PASSWORD);
        tab.locator("form button[type='submit']").click();
        assertThat(tab.locator("#account summary")).containsText("planner3414");
        tab.close();
        page.bringToFront();
        page.evaluate("dispatchEvent(new Event('focus'))");
        assertThat(page.locator("#session-ended")).hasCount(0);
        page.locator("#key-create").click();
        assertThat(page.locator("#keys table")).containsText("Halvskrevet");
        faults.removeIf(fault -> fault.contains("401"));
    }

    private static void wellMade(Page shown, int width) {
        var found = new AxeBuilder(shown).withTags(RULES).setLegacyMode(true).analyze();
        assertThat(found.getViolations()).isEmpty();
        assertThat(shown.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;

/** An enquiry in a browser without scripts, the list behind it, the audit trail and the privacy page. */
@DirtiesContext
class PageEnquiryTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    @Test
    void anInvestorAsksWithoutScriptsAndTheRegionAnswers() {
        var plain = withoutScripts();
        plain.navigate("/omrader/granerud-nord/henvendelse");
        plain.getByLabel("Navn").fill("Ingrid Ås");
        plain.getByLabel("Virksomhet").fill("Nordlager AS");
        plain.getByLabel("E-post").fill("ingrid@nordlager.example");
        plain.getByLabel("Hva vil du vite?").fill("Hva koster tomta?");
        plain.getByLabel("Regionen kan lagre").check();
        clock.pass(Duration.ofSeconds(20));
        press(plain, "Send henvendelsen");
        assertThat(plain).hasURL(Pattern.compile("/omrader/granerud-nord/henvendelse/mottatt$"));
        assertThat(plain.locator("h1")).hasText("Henvendelsen er sendt");

        var staff = newAdministratorsPage(1440, 900);
        open(staff, "?v=1&tab=enquiries");
        staff.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Åpne henvendelsen.*Ingrid")))
                .click();
        assertThat(staff.locator(".enquiry-message")).hasText("Hva koster tomta?");
        assertThat(staff.locator("#enquiry-card")).isFocused();
        staff.getByLabel("Nytt notat").fill("Ringer i morgen.");
        press(staff, "Legg til notat");
        assertThat(staff.locator(".enquiry-notes")).containsText("Ringer i morgen.");
        press(staff, "Ta saken selv");
        assertThat(staff.locator(".enquiry-facts")).containsText("admin");
        staff.getByLabel("Sett status").selectOption("answered");
        assertThat(staff.locator(".enquiry-facts")).containsText("Besvart");
        staff.getByText("Historikk").click();
        assertThat(staff.locator("#enquiry-history")).containsText("status fra Ny til Besvart");
        assertThat(staff.locator("#enquiry-statistics-scroll")).containsText("for få");

        staff.locator("#tab-audit").click();
        staff.getByLabel("Objekt").fill("enquiry/");
        press(staff, "Søk i loggen");
        assertThat(staff.locator("#audit-scroll")).containsText("Henvendelse fikk ansvarlig");
        assertThat(staff.locator("#audit-scroll")).not().containsText("Ingrid");
    }

    @ParameterizedTest
    @CsvSource({"nb, 360", "nb, 1440", "en, 360", "en, 1440"})
    void axeFindsNothing(String language, int width) {
        var english = language.equals("en");
        page.setViewportSize(width, 900);
        for (var path : english
                ? List.of("/en/sites/granerud-nord/enquiry", "/en/enquiry/received", "/en/privacy")
                : List.of("/omrader/granerud-nord/henvendelse", "/henvendelse/mottatt", "/personvern")) {
            page.navigate(path);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            check(page, language + " " + width + " " + path, width);
        }
        anEnquiry();
        var staff = newAdministratorsPage(width, 900);
        var id = jdbc.sql("select id::text from enquiry limit 1")
                .query(String.class)
                .single();
        for (var query : List.of("tab=enquiries", "tab=enquiries&enquiry=" + id, "tab=audit")) {
            open(staff, "?v=1&lang=" + language + "&" + query);
            assertThat(staff.locator("#page table").first()).isVisible();
            staff.evaluate("document.querySelectorAll('#page details').forEach(d => { d.open = true; })");
            check(staff, language + " " + width + " " + query, width);
        }
    }

    /** Sent by hand, so that a form with faults is on the screen. */
    @Test
    void faultsAreToldAtTheFieldAndAtTheTop() {
        var plain = withoutScripts();
        faults.clear();
        plain.navigate("/henvendelse");
        plain.getByLabel("Navn").fill("Ingrid");
        plain.getByLabel("Virksomhet").fill("Nordlager");
        plain.getByLabel("E-post").fill("ingrid@nordlager");
        plain.getByLabel("Hva vil du vite?").fill("Hei");
        plain.getByLabel("Regionen kan lagre").check();
        clock.pass(Duration.ofSeconds(20));
        press(plain, "Send henvendelsen");
        assertThat(plain.getByRole(AriaRole.ALERT)).containsText("ikke sendt");
        assertThat(plain.getByLabel("E-post")).hasAttribute("aria-invalid", "true");
        assertThat(plain.getByLabel("Navn")).hasValue("Ingrid");
        assertThat(faults).allMatch(fault -> fault.contains("422"));
        faults.clear();
    }

    private Page withoutScripts() {
        return newPage(390, 844, new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private void anEnquiry() {
        jdbc.sql("""
                        insert into enquiry (id, received_at, language, origin, sites, municipalities, receipt, state, due_on, version)
                        values (gen_random_uuid(), '2026-11-02T10:00:00Z', 'nb', 'SITE', '{granerud-nord}', '{3401}', false, 'NEW',
                          '2026-11-04', 1)
                        """).update();
        jdbc.sql("""
                        insert into enquiry_person select id, 'Kari', 'Firma', 'kari@firma.example', '+47 12 34 56 78', 'Hei'
                        from enquiry where not exists (select from enquiry_person where enquiry_id = id)
                        """).update();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void check(Page page, String where, int width) {
        var violations = new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
        assertThat(violations).as(where).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
                .as(where + " is not scrolled sideways")
                .isEqualTo(width);
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import no.arealkompass.TestPlans;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Progress;
import no.arealkompass.intake.Intake;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** Reasons and followed plans as people see them: written by some, read by all, and told when something changes. */
@DirtiesContext
class PageFollowTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    private static final String REASON = "Kommunestyret vil ha kontorer ved stasjonen.";

    @Autowired
    Intake intake;

    @Test
    void aReasonIsWrittenAtItsFindingAndReadByEverybody() {
        version("B1", 1, "F1");
        var address = "?v=1&tab=plan&sjekk=3401-B1@1&funn=PL07/3401-B1/F1";
        var admin = newAdministratorsPage(360, 800);
        login(admin);
        open(admin, address);
        var block = admin.locator(".plan-reason");
        assertThat(block).containsText("Kommunen har ikke skrevet noen begrunnelse.");
        button(block, "Skriv en begrunnelse").click();
        assertThat(admin.getByLabel("Hvorfor planen avviker")).isFocused();

        button(block, "Lagre begrunnelsen").click();
        var reason = admin.getByLabel("Hvorfor planen avviker");
        assertThat(reason).hasAttribute("aria-invalid", "true");
        assertThat(reason).isFocused();
        assertThat(reason).hasAccessibleDescription(Pattern.compile("Begrunnelsen mangler\\."));
        assertThat(admin.getByLabel("Dag for vedtaket"))
                .hasAccessibleDescription(Pattern.compile("skriv den som 2026-11-25\\."));
        faults.removeIf(fault -> fault.contains("422"));
        nothingToRepair(admin, 360);

        reason.fill(REASON);
        admin.getByLabel("Vedtaket det følger av").fill("PS 41/24");
        admin.getByLabel("Hvem som vedtok").fill("Kommunestyret i Kongsvinger");
        admin.getByLabel("Dag for vedtaket").fill("2024-06-20");
        button(block, "Lagre begrunnelsen").click();
        assertThat(block).containsText(REASON);
        assertThat(block).isFocused();

        open(address);
        var read = page.locator(".plan-reason");
        assertThat(read).containsText(REASON);
        assertThat(read).containsText("Vedtak: PS 41/24, Kommunestyret i Kongsvinger, 20. juni 2024.");
        assertThat(read.getByRole(AriaRole.BUTTON)).hasCount(0);

        button(block, "Trekk begrunnelsen").click();
        assertThat(block).containsText("Tidligere begrunnelser (1)");
        assertThat(block.locator("summary")).hasCount(1);
        assertThat(button(block, "Trekk begrunnelsen")).hasCount(0);
    }

    @Test
    void whoFollowsSeesWhatChangedAndWhyAndSoDoesEverybody() {
        version("B2", 1, "F1");
        var admin = newAdministratorsPage(1440, 900);
        login(admin);
        open(admin, "?v=1&tab=plan&sjekk=3401");
        var box = admin.locator("#plan-follow");
        assertThat(page.locator("#plan-follow")).hasCount(0);
        box.getByText("Følg denne plansjekken").click();
        assertThat(box).containsText("E-post er ikke satt opp i denne tjenesten ennå.");
        admin.getByLabel("E-postadresse (valgfritt)").fill("ingen adresse");
        button(box, "Følg").click();
        assertThat(admin.getByLabel("E-postadresse (valgfritt)"))
                .hasAccessibleDescription(Pattern.compile("Dette er ikke én e-postadresse\\."));
        faults.removeIf(fault -> fault.contains("422"));
        admin.getByLabel("E-postadresse (valgfritt)").fill("");
        button(box, "Følg").click();
        assertThat(box).containsText("Bare her på siden (fra");

        version("B2", 2, "F1", "F2", "F3");
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
        untilTold();
        open("?v=1&tab=plan&sjekk=3401");
        var told = page.locator("#plan-follow");
        assertThat(told).containsText(Pattern.compile("Sist endret .*: .*\\d+ nye avvik"));
        told.getByText("Hva er endret, og hvorfor?").click();
        assertThat(told).containsText("Ny versjon 2 av planen Plan 3401-B2 (3401-B2). Før gjaldt versjon 1.");
        assertThat(told.locator("li").filter(new Locator.FilterOptions().setHasText("F2")))
                .hasCount(1);
        nothingToRepair(page, 1440);
        open(admin, "?v=1&lang=en&tab=plan&sjekk=3401");
        assertThat(box).containsText(Pattern.compile("Last changed .*\\d+ new deviations"));
        button(box, "Stop following: Only here on the page").click();
        assertThat(box).not().containsText("You follow this");
    }

    @Test
    void thePageThatEndsFollowingIsPlainAndAsksFirst() {
        page.navigate("/api/plan-follows/unsubscribe?token=noe");
        assertThat(page.locator("h1")).hasText("Slutt å følge planen?");
        nothingToRepair(page, 1440);
        button("Slutt å følge").click();
        assertThat(page.locator("h1")).hasText("Du følger ikke lenger planen");
        nothingToRepair(page, 1440);
    }

    /** Zones for which the strategy has no purpose, side by side in Kongsvinger. */
    private void version(String plan, int version, String... zones) {
        double north = plan.equals("B1") ? 6_680_000 : 6_684_000;
        long id = TestPlans.version(
                jdbc,
                "3401",
                plan,
                version,
                "AREA_ZONING",
                "ADOPTED",
                "3",
                "2024-07-01",
                TestPlans.rectangle(340_000, north, 3000, 200));
        for (var zone : zones) {
            double west = 340_000 + 300 * Integer.parseInt(zone.substring(1));
            TestPlans.zone(jdbc, id, zone, "1310", "2", TestPlans.rectangle(west, north, 90, 90));
        }
    }

    private void untilTold() {
        var path = "/api/plan-follows/changes?subject=3401&strategy=kongsvingerregionen-2017";
        for (int i = 0; i < 240 && json(path).path("items").isEmpty(); i++) {
            page.waitForTimeout(250);
        }
    }

    private static void login(Page page) {
        page.navigate("/login");
    }

    private static void nothingToRepair(Page page, int width) {
        var violations = new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                        .toList();
        assertThat(violations).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** "Hva om": choosing, reading, making and removing a scenario, and that no number of one is without its name. */
@DirtiesContext
@TestPropertySource(properties = "areal.sample-scenarios=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageScenarioTest extends BrowserTest {
    private static final String E16 = "e16-anbefalt-alle-etapper";
    private static final String BANNER = "Scenario: E16 anbefalt, alle etapper – ikke vedtatt";

    private Locator banner() {
        return page.locator("#scenario-banner");
    }

    @Test
    @Order(1)
    void whoChoosesAScenarioSeesWhatItAssumesAndWhatItChanges() {
        open("?v=1&tab=scenarios");
        assertThat(page.locator(".scenario")).hasCount(8);
        assertThat(banner()).hasCount(0);
        page.locator("#scenario-works-" + E16 + " summary").click();
        assertThat(page.locator("#scenario-works-" + E16)).containsText("Etappe 1: E16 Nybakk–Herbergåsen");
        assertThat(page.locator("#scenario-works-" + E16)).containsText("Ingen kommunedelplan er vedtatt");
        assertThat(page.locator("#scenario-works-" + E16)).containsText("Nye Veier");
        page.locator("#scenario-show-" + E16).click();
        assertThat(banner()).containsText(BANNER);
        Assertions.assertThat(page.url()).contains("scenario=" + E16);
        assertThat(page.locator("#scenario-minutes caption")).containsText("ikke vedtatt");
        var magnor =
                page.locator("#scenario-minutes tbody tr").filter(new Locator.FilterOptions().setHasText("Magnor"));
        assertThat(magnor).containsText(Pattern.compile("\\d+,?\\d* → \\d+,?\\d* \\(−\\d,?\\d?\\)"));
        assertThat(page.locator("#scenario-ranks tbody tr").first()).containsText("Logistikk på veg");
        assertThat(page.locator(".scenario-map .leaflet-overlay-pane path").first())
                .isAttached();
        page.locator("#scenario-today").click();
        assertThat(banner()).hasCount(0);
        Assertions.assertThat(page.url()).doesNotContain("scenario=" + E16);
    }

    @Test
    @Order(2)
    void everyPageAndEverySheetSaysThatItIsNotAdopted() {
        for (var tab : List.of("map", "table", "compare", "strategy", "data", "scenarios")) {
            open("?v=1&purpose=logistikk&compare=magnor,kirkenaer&scenario=" + E16 + "&tab=" + tab);
            assertThat(banner()).containsText(BANNER);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(banner()).isVisible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
        }
        open("?v=1&purpose=logistikk&scenario=" + E16);
        assertThat(row("Magnor (Vestre, The Plus)").locator(".badge--scenario")).isVisible();
        assertThat(symbol("Magnor (Vestre, The Plus)").first())
                .hasAttribute("aria-label", Pattern.compile(".*endret i scenarioet.*min.*"));
        assertThat(page.locator("#layer-panel .legend")).containsText(new String[] {"Planlagt, ikke vedtatt"});
        open("?v=1&purpose=logistikk&site=magnor&scenario=" + E16);
        assertThat(panel().locator(".score-sum .badge--scenario")).isVisible();
        open("?v=1&purpose=logistikk&tab=table&scenario=" + E16);
        var file = page.waitForDownload(() -> page.locator("#table-csv").click());
        Assertions.assertThat(file.suggestedFilename()).contains(E16);
        Assertions.assertThat(file.path())
                .content()
                .contains("Scenario (ikke vedtatt)")
                .contains("E16 anbefalt");
    }

    @Test
    @Order(3)
    void aScenarioThatIsGoneIsSaidAndTodayIsShown() {
        page.onResponse(answer -> {});
        faults.clear();
        open("?v=1&scenario=finnes-ikke");
        assertThat(alert()).containsText("Scenarioet «finnes-ikke» er fjernet");
        assertThat(banner()).hasCount(0);
        Assertions.assertThat(faults).allMatch(fault -> fault.contains("404"));
        faults.clear(); // the 404 is the server's answer that it is gone
    }

    @Test
    @Order(4)
    void axeFindsNothingAndNothingIsTooWide() {
        for (var width : List.of(390, 1440)) {
            for (var language : List.of("nb", "en")) {
                page.setViewportSize(width, 900);
                open("?v=1&tab=scenarios&scenario=" + E16 + "&lang=" + language);
                assertThat(page.locator("#scenario-minutes")).isVisible();
                var found = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .analyze();
                Assertions.assertThat(found.getViolations()).isEmpty();
                Assertions.assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
                        .isEqualTo(width);
            }
        }
    }

    @Test
    @Order(5)
    void theAdministratorMakesChangesAndRemovesOneWithTheKeyboardAlone() {
        page = newAdministratorsPage(1440, 900);
        page.navigate("/login?back=%3Fv%3D1%26tab%3Dscenarios");
        assertThat(page.locator(".scenario")).hasCount(8);
        page.locator("#scenario-form summary").press("Enter");
        takeFile("tekst.geojson", "dette er ikke GeoJSON");
        assertThat(page.locator("#works-file-said")).containsText("tekst.geojson er ikke GeoJSON");
        takeFile(
                "tiltak.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"kind\":\"note\","
                        + "\"name\":\"Fra fil\",\"assumption\":\"a\",\"source\":\"b\",\"statedBy\":\"c\",\"on\":\"2026-11\"},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[12.1,60.1]}}]}");
        assertThat(page.locator("#works-file-said")).containsText("1 tiltak fra tiltak.geojson");
        assertThat(page.locator("#scenario-form .check").getByText("Fra fil")).isVisible();
        page.locator("#scenario-name").fill("Omkjøring Magnor");
        page.locator("#work-name").fill("Ny riksveg");
        page.locator("#work-objectClass").fill("R");
        page.locator("#work-speedKmh").fill("90");
        page.locator("#work-withinM").fill("3000");
        page.locator("#work-assumption").fill("90 km/t");
        page.locator("#work-add").press("Enter");
        assertThat(page.locator("#work-fault")).containsText("Fyll ut «Kilde»");
        page.locator("#work-source").fill("Prøve");
        page.locator("#work-statedBy").fill("Prøve kommune");
        page.locator("#work-on").fill("2026-11");
        page.locator("#work-add").press("Enter");
        assertThat(page.locator("#work-fault")).containsText("Tegn tiltaket");
        page.locator("#work-shape").fill("12.2 59.95\n11.99772 60.19049");
        page.locator("#work-add").press("Enter");
        assertThat(page.locator("#pending-0")).isVisible();
        button("Lagre og regn ut").press("Enter");
        assertThat(page.locator("#scenario-said")).containsText("Scenarioet er lagret");
        assertThat(banner()).containsText("Scenario: Omkjøring Magnor – ikke vedtatt");
        assertThat(page.locator(".scenario.is-current")).containsText("En ende er knyttet til vegnettet");
        page.locator("#scenario-remove-omkjoring-magnor").press("Enter");
        assertThat(page.locator("#scenario-said")).containsText("Scenarioet er fjernet");
        assertThat(banner()).hasCount(0);
        assertThat(page.locator(".scenario")).hasCount(8);
    }

    private void takeFile(String name, String content) {
        page.locator("#works-file")
                .setInputFiles(new FilePayload(name, "application/geo+json", content.getBytes(StandardCharsets.UTF_8)));
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;

/** What keeps a site true, as people see it: its age, its parts and plots, its history, and the forms that change it. */
@DirtiesContext
class PageUpkeepTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    private static final String ADMIN = "?v=1&purpose=logistikk&site=";

    @BeforeEach
    void aSiteWithPlots() {
        if (get("/api/sites/plassen").statusCode() == 404) {
            change("POST", "/api/sites", site(300, "nytt område"), null);
            change("PUT", "/api/sites/plassen", site(250, "ny prisliste"), "\"1\"");
        }
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void thePanelShowsPartsAndPlotsWithStatusInWordsAndNamesTheScoredOne() {
        open(ADMIN + "plassen");
        var parts = panel().locator(".parts");
        assertThat(parts).containsText("2 tomter: 1 ledig, 1 solgt");
        assertThat(parts.locator(".part").filter(text("Tomt 1"))).containsText("tomt · ledig");
        assertThat(parts.locator(".part").filter(text("Felt BN1"))).containsText("vurdert");
        assertThat(panel()).containsText("Vurdert: regulert areal «Felt BN1»");
        assertThat(page.locator("#map .part-label").filter(text("Tomt 2: solgt")))
                .hasCount(1);
        open("?v=1&site=norsenga");
        assertThat(page.locator("#map .part-label")).hasCount(0);
    }

    @Test
    void whatNobodyHasConfirmedForLongIsMarkedInWordsEverywhere() {
        clock.setDay("2027-08-01");
        open("?v=1&site=norsenga");
        assertThat(panel().locator("#site-freshness")).containsText("Utdatert. Aldri bekreftet av eier.");
        assertThat(row("Norsenga tømmerterminal").locator(".mark--outdated")).containsText("utdatert");
        assertThat(symbol("Norsenga tømmerterminal")).hasAccessibleName(Pattern.compile(", utdatert$"));
        open("?v=1&tab=table");
        assertThat(page.locator(".big-table tbody tr").filter(text("Norsenga"))).containsText("aldri (⚠ utdatert)");
        open("?v=1&tab=compare&compare=norsenga,plassen");
        assertThat(page.locator(".compare-table")).containsText("aldri (⚠ utdatert)");
        clock.reset();
        open("?v=1&site=plassen");
        assertThat(panel().locator("#site-freshness"))
                .hasText(Pattern.compile("Aldri bekreftet av eier\\. Nyeste opplysning er fra.*"));
        assertThat(row("Plassen").locator(".mark--outdated")).hasCount(0);
    }

    @Test
    void theAdministratorConfirmsByRoleAndEverybodySeesWhen() {
        var admin = login();
        open(admin, ADMIN + "granerud-nord");
        button(panel(admin), "Bekreft opplysningene").click();
        admin.getByLabel("Bekreftet av (rolle)").fill("Næringssjef, Nord-Odal kommune");
        admin.getByLabel("Dato").fill("2026-11-25");
        button(panel(admin), "Bekreft").and(admin.locator("#confirm-send")).click();
        assertThat(admin.locator("#live")).hasText("Bekreftelsen er lagret.");
        assertThat(panel(admin).locator("#site-freshness"))
                .hasText("Bekreftet av eier 25. november 2026 (Næringssjef, Nord-Odal kommune).");
        open("?v=1&site=granerud-nord");
        assertThat(panel().locator("#site-freshness")).containsText("25. november 2026");
        assertThat(page.locator("#site-confirm")).hasCount(0);
    }

    @Test
    void theHistorySaysWhyAndAnOldVersionIsTakenBack() {
        open(ADMIN + "plassen");
        page.locator("#site-history summary").click();
        var history = page.locator(".history");
        assertThat(history).containsText("ny prisliste");
        assertThat(history).containsText(Pattern.compile("Pris: 300\\s*kr/m² → 250\\s*kr/m²"));
        assertThat(history).containsText("Administrator");
        assertThat(history).not().containsText("admin ");
        assertThat(page.locator("#revert-1")).hasCount(0);
        page.locator("#version-1").click();
        assertThat(page.locator(".history .version")).containsText(Pattern.compile("Pris: 300"));
        page.locator("#history-day").fill("2020-01-01");
        assertThat(page.locator("#site-history")).containsText("Området var ikke lagt inn da.");

        var admin = login();
        open(admin, ADMIN + "plassen");
        admin.locator("#site-history summary").click();
        admin.locator("#revert-1").click();
        admin.getByLabel("Hvorfor?").fill("prislisten var feil");
        admin.locator("#revert-send").click();
        assertThat(admin.locator("#live")).hasText("Den gamle versjonen gjelder igjen.");
        assertThat(admin.locator(".history")).containsText("prislisten var feil");
        assertThat(json("/api/sites/plassen").path("version").asInt()).isEqualTo(3);
        change("PUT", "/api/sites/plassen", site(250, "ny prisliste"), "\"3\"");
    }

    @ParameterizedTest
    @CsvSource({"nb, 1440", "nb, 390", "en, 1440", "en, 390"})
    void axeFindsNothingAndNothingScrollsSideways(String language, int width) {
        clock.setDay("2027-08-01");
        var admin = login();
        admin.setViewportSize(width, 900);
        open(admin, ADMIN + "plassen&lang=" + language);
        admin.locator("#site-history summary").click();
        assertThat(admin.locator(".history li").first()).isVisible();
        admin.locator("#version-1").click();
        admin.locator("#site-confirm").click();
        assertThat(admin.locator("#form-confirm")).isVisible();
        var violations = new AxeBuilder(admin)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                        .toList();
        assertThat(violations).as(language + " " + width).isEmpty();
        assertThat(admin.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }

    /** Pictures to look at: {@code -Dareal.screenshots=FOLDER}, seen from the top folder. */
    @Test
    @Tag("screenshots")
    @EnabledIfSystemProperty(named = "areal.screenshots", matches = ".+")
    void pictures() {
        clock.setDay("2027-08-01");
        for (int width : new int[] {1440, 390}) {
            var admin = login();
            admin.setViewportSize(width, 900);
            open(admin, ADMIN + "plassen&view=60.1995,12.004,15");
            admin.locator("#site-history summary").click();
            assertThat(admin.locator(".history li").first()).isVisible();
            var folder = Path.of("..", System.getProperty("areal.screenshots"));
            admin.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("upkeep-" + width + ".png")));
            admin.locator("#site-history").scrollIntoViewIfNeeded();
            admin.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("history-" + width + ".png")));
        }
    }

    /** Only what needs the login carries it: checking a password is slow on purpose. */
    private Page login() {
        var admin = newPage(1440, 900);
        var login = administrator();
        admin.context().route(Pattern.compile(".*/api/.*"), route -> {
            var headers = new HashMap<>(route.request().headers());
            headers.put("authorization", login);
            route.resume(new Route.ResumeOptions().setHeaders(headers));
        });
        return admin;
    }

    private static Locator panel(Page page) {
        return page.getByRole(AriaRole.COMPLEMENTARY);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void change(String method, String path, String body, String ifMatch) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", administrator())
                .header("Prefer", "wait=60")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        var answer = send(ifMatch == null ? request : request.header("If-Match", ifMatch));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private static String site(int price, String why) {
        var fact = """
                {"fact": "priceNokPerM2", "value": %d, "unit": "krPerM2", "statedBy": "Kongsvinger kommune", "on": "2026-11-20",
                 "basis": "stated", "source": "Prisliste", "url": ""}""".formatted(price);
        return """
                {"id": "plassen", "name": "Plassen", "kind": "land", "publication": "published", "footprint": null,
                 "schematic": false, "areaKnown": true, "accuracyM": 2, "source": "Målt i felt", "facts": [%s],
                 "parts": [
                  {"id": "plan", "kind": "planArea", "name": "Planområdet", "facts": [], "footprint": %s},
                  {"id": "bn1", "kind": "zoned", "name": "Felt BN1", "facts": [], "footprint": %s},
                  {"id": "t1", "kind": "plot", "name": "Tomt 1", "status": "free", "facts": [], "footprint": %s},
                  {"id": "t2", "kind": "plot", "name": "Tomt 2", "status": "sold", "facts": [], "footprint": %s}],
                 "scoredPart": "bn1", "media": [{"kind": "film", "url": "https://film.example/plassen", "text": "Flytur over Plassen"}],
                 "why": "%s"}
                """.formatted(
                        fact,
                        square(12.0, 60.198, 0.01, 0.004),
                        square(12.0, 60.198, 0.006, 0.004),
                        square(12.0, 60.198, 0.002, 0.002),
                        square(12.003, 60.198, 0.002, 0.002),
                        why);
    }

    private static String square(double x, double y, double width, double height) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(x, y, x + width, y + height);
    }
}

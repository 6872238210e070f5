package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The page "Datagrunnlag": what is not mapped cannot be overlooked, and the administrator can fetch. */
class PageDataTest extends BrowserTest {
    @Test
    void whatIsNotMappedIsInTheTableOnTheMapAndInWords() {
        open("?v=1&tab=data");
        var myr = gapRow("Myr");
        assertThat(myr.locator("td.gap--all")).hasCount(7);
        assertThat(myr).containsText("100 % mangler");
        assertThat(myr).containsText("km²");
        assertThat(gapRow("Kommuner")).containsText("alt kartlagt");
        assertThat(gapRow("Kommuner").locator("td.gap")).hasCount(0);
        page.getByLabel("Vis dekningen for").selectOption("myr");
        var drawing = page.locator(".coverage__map");
        assertThat(drawing)
                .hasAttribute(
                        "aria-label", java.util.regex.Pattern.compile("Myr: 100.% av regionen er ikke kartlagt.*"));
        assertThat(drawing.locator("path.coverage__gap")).hasCount(6);
        assertThat(drawing.locator("text"))
                .containsText(new String[] {"Kongsvinger", "Nord-Odal", "Sør-Odal", "Eidskog", "Grue", "Åsnes"});
        assertThat(page.locator(".coverage__sum--gap")).isVisible();
        button("Kommuner").press("Enter");
        assertThat(page.locator(".coverage__sum")).containsText("Kommuner: 0 %");
        assertThat(drawing.locator("path.coverage__gap")).hasCount(0);
        assertThat(button("Kommuner")).isFocused();
    }

    @Test
    void theTableAgreesWithTheServer() {
        open("?v=1&tab=data");
        for (var dataset : List.of("veger", "kjoretid", "myr")) {
            var gaps = json("/api/datasets/" + dataset + "/gaps");
            org.assertj.core.api.Assertions.assertThat(gaps.path("items").size())
                    .isEqualTo(6);
            double sum = gaps.path("items")
                    .valueStream()
                    .mapToDouble(g -> g.path("notCoveredM2").asDouble())
                    .sum();
            org.assertj.core.api.Assertions.assertThat(sum)
                    .isEqualTo(gaps.path("notCoveredM2").asDouble());
        }
        assertThat(gapRow("Veger").locator("td").first())
                .containsText(
                        json("/api/datasets/veger/gaps").path("share").asDouble() == 0 ? "alt kartlagt" : "mangler");
    }

    @Test
    void onlyTheAdministratorHasTheButtonAndSeesHowItGoes() {
        open("?v=1&tab=data");
        assertThat(page.locator(".fetch")).hasCount(0);
        logIn();
        open("?v=1&tab=data");
        var fetch = page.locator("#fetch-kommuner");
        assertThat(fetch).hasAccessibleName("Hent Kommuner");
        fetch.press("Enter");
        // No publisher is reached from the test machine: the attempt fails, and says so with the address and a remedy.
        assertThat(page.locator("#fetch-state-kommuner")).containsText("Kunne ikke hentes");
        assertThat(page.locator("#fetch-state-kommuner")).containsText("importer den");
        assertThat(page.locator("#fetch-kommuner")).isFocused();
    }

    @DynamicPropertySource
    static void quickly(DynamicPropertyRegistry registry) {
        registry.add("areal.fetch.attempts", () -> "1");
        registry.add("areal.fetch.connect", () -> "1s");
        registry.add("areal.fetch.answer", () -> "1s");
    }

    @ParameterizedTest
    @CsvSource({"nb, 390", "en, 390", "nb, 1440", "en, 1440"})
    void axeFindsNothingAndNothingIsTooWide(String language, int width) {
        page.setViewportSize(width, 900);
        logIn();
        open("?v=1&tab=data&lang=" + language);
        page.locator("#coverage-theme").selectOption("myr");
        assertThat(page.locator(".coverage__map")).isVisible();
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze();
        org.assertj.core.api.Assertions.assertThat(found.getViolations()).isEmpty();
        org.assertj.core.api.Assertions.assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
                .isEqualTo(width);
        Optional.ofNullable(System.getenv("AREAL_PICTURES"))
                .ifPresent(folder -> page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(Path.of(folder, "data-" + language + "-" + width + ".png"))
                        .setFullPage(true)));
    }

    /** Only where it matters: checking a password is slow on purpose, and a page is many files. */
    private void logIn() {
        var login = administrator();
        page.route("**/api/**", route -> {
            var headers = new java.util.HashMap<>(route.request().headers());
            headers.put("Authorization", login);
            route.resume(new com.microsoft.playwright.Route.ResumeOptions().setHeaders(headers));
        });
    }

    private Locator gapRow(String theme) {
        return page.locator(".big-table--gaps tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.BUTTON,
                                new com.microsoft.playwright.Page.GetByRoleOptions()
                                        .setName(theme)
                                        .setExact(true))));
    }
}

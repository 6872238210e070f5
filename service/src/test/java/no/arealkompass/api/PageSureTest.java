package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** "Hvor sikkert": the numbers of the certificate, under the weights that are chosen, and nothing that only colour says. */
class PageSureTest extends BrowserTest {

    @Test
    void thePageHoldsTheNumbersOfTheCertificateThatIsChosen() {
        open("?v=1&tab=certificate");
        compare(json(certificate("gods_terminal", "")));
        assertThat(page.locator("#page")).containsText("10 000 trekk: 95 % av tallene er innenfor ett prosentpoeng");
        page.getByLabel("Så mye som strategien åpner for").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page).hasURL(Pattern.compile("spredning=all"));
        assertThat(page.getByLabel("Helt fritt: alle vekter")).isFocused();
        page.getByLabel("Startall for trekningen").fill("42");
        page.getByLabel("Startall for trekningen").press("Enter");
        assertThat(page).hasURL(Pattern.compile("startall=42"));
        compare(json(certificate("gods_terminal", "?spread=all&seed=42")));
        assertThat(page.locator("#page")).not().containsText("Egne vekter");
    }

    @Test
    void ownWeightsAreUsedAndSaidNotToBeAdopted() {
        var purpose = json("/api/strategies/kongsvingerregionen-2017/2")
                .path("purposes")
                .valueStream()
                .filter(p -> p.path("id").asString().equals("logistikk"))
                .findFirst()
                .orElseThrow();
        var weights = purpose.path("weights").propertyNames().stream()
                .map(id -> id + (id.equals("C06") ? ":60" : id.equals("C04") ? ":40" : ":0"))
                .collect(Collectors.joining(","));
        open("?v=1&tab=certificate&purpose=logistikk&vekter=" + weights + "&vektnavn=Nær%20flyplassen");
        assertThat(page.locator("#page")).containsText("Egne vekter: Nær flyplassen. De er ikke vedtatt.");
        compare(json(certificate("logistikk", "?weights=C06:60,C04:40")));
        button("Bruk strategiens vekter").click();
        assertThat(page).not().hasURL(Pattern.compile("vekter="));
        compare(json(certificate("logistikk", "")));
    }

    @Test
    void theSurveyThatMattersMostIsFoundFromTheSite() {
        open("?v=1&purpose=logistikk&site=granerud-nord");
        panel().getByText("Hvilken undersøkelse betyr mest?").click();
        var part = page.locator("#sure-information");
        assertThat(part.getByLabel("Område")).hasValue("granerud-nord");
        assertThat(part).isInViewport();
        var information = json("/api/runs/" + latestRun() + "/scores/logistikk/granerud-nord/information");
        assertThat(part.locator("tbody tr")).hasCount(information.path("items").size());
        for (int i = 0; i < 3; i++) {
            var cells = part.locator("tbody tr").nth(i).getByRole(AriaRole.CELL);
            assertThat(cells.first())
                    .hasText(percent(information.path("items").get(i).path("probability")));
        }
        part.getByLabel("Område").selectOption("");
        assertThat(part.locator("tbody tr")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"nb, 390", "en, 1440"})
    void axeFindsNothingAndNothingScrollsSideways(String language, int width) {
        page.setViewportSize(width, 900);
        open("?v=1&tab=certificate&site=granli&lang=" + language);
        assertThat(page.locator(".sure-table")).isVisible();
        assertThat(page.locator("#sure-information tbody tr")).not().hasCount(0);
        page.evaluate("document.querySelectorAll('#page details').forEach(d => (d.open = true))");
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations).as(violations.toString()).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }

    private String certificate(String purpose, String query) {
        return "/api/runs/" + latestRun() + "/certificates/" + purpose + query;
    }

    /** The first columns are ranks: the sample has fewer than eleven sites for any purpose. */
    private void compare(JsonNode certificate) {
        var rows = page.locator(".sure-table tbody tr");
        assertThat(rows).hasCount(certificate.path("sites").size());
        for (int i = 0; i < certificate.path("sites").size(); i++) {
            var site = certificate.path("sites").get(i);
            Locator row = rows.nth(i);
            assertThat(row.getByRole(AriaRole.ROWHEADER))
                    .hasText((i + 1) + ". " + site.path("name").asString());
            for (var rank : site.path("ranks")) {
                assertThat(row.getByRole(AriaRole.CELL).nth(rank.path("rank").asInt() - 1))
                        .hasText(percent(rank.path("probability")));
            }
        }
    }

    private static String percent(JsonNode share) {
        double percent = share.asDouble() * 100;
        return percent > 0 && percent < 0.5
                ? "<\u00a01\u00a0%"
                : String.format(Locale.ROOT, "%d\u00a0%%", Math.round(percent));
    }
}

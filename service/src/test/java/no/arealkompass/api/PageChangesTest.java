package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Two strategies on the same ground, how far the region is from its goals, and a candidate that is only tried. */
class PageChangesTest extends BrowserTest {
    private static final String DRAFT = "kongsvingerregionen-2026-utkast";
    private static final String SQUARE = "POLYGON ((12.30 60.30, 12.32 60.30, 12.32 60.31, 12.30 60.31, 12.30 60.30))";

    @Test
    void theDraftStandsBesideTheAdoptedStrategyWithTheNumbersOfBothRuns() {
        open("?v=1&tab=changes&purpose=industri_stor");
        assertThat(page.locator("#changes-ground")).containsText("de samme versjonene");
        var left = ranking(latest("kongsvingerregionen-2017"));
        var right = ranking(latest(DRAFT));
        var rows = page.locator("#changes-table tbody tr");
        assertThat(rows).hasCount(right.size());
        for (int i = 0; i < right.size(); i++) {
            assertThat(rows.nth(i).locator("td").nth(1)).containsText(points(right.get(i)));
            assertThat(rows.nth(i).locator("td").nth(0)).containsText(points(entry(left, right.get(i))));
        }
        var municipalities =
                page.locator("#changes-municipality-table tbody th").allInnerTexts();
        assertThat(municipalities).hasSize(6).isSorted();
        assertThat(page.locator("#changes-rule-table tbody tr"))
                .hasCount(json("/api/strategies/" + DRAFT + "/2")
                        .path("portfolio")
                        .size());
        whatMakesTheDifference();

        page.locator("#changes-purpose").selectOption("bio_tre");
        assertThat(page).hasURL(Pattern.compile("purpose=bio_tre"));
        page.locator("#changes-graph > summary").click();
        assertThat(page.locator("#changes-graph .slope__drawing")).isVisible();
        page.locator("#changes-table").getByText("Magnor").click();
        assertThat(panel()).containsText("Magnor");
    }

    /** A criterion whose weight and curve the draft changes, with what both sides say. */
    private void whatMakesTheDifference() {
        var mire = page.locator("#changes-criteria tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.getByText("Myr", exact())));
        assertThat(mire.locator("td").nth(0)).containsText("vekt, spenn for vekten, poengkurve");
        assertThat(mire.locator("td").nth(1)).containsText("Vekt " + weight("kongsvingerregionen-2017"));
        assertThat(mire.locator("td").nth(2)).containsText("Vekt " + weight(DRAFT));
        assertThat(mire.locator("td").nth(2).locator(".badge"))
                .hasText(Pattern.compile("forslag", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator("#changes-checks")).containsText("lagt til");
    }

    private String weight(String strategy) {
        var document = json("/api/strategies/" + strategy + "/2");
        var mire = document.path("criteria")
                .valueStream()
                .filter(c -> c.path("name").path("nb").asString().equals("Myr"))
                .findFirst()
                .orElseThrow();
        return document.path("purposes")
                .valueStream()
                .filter(p -> p.path("id").asString().equals("industri_stor"))
                .findFirst()
                .orElseThrow()
                .path("weights")
                .path(mire.path("id").asString())
                .asString();
    }

    @Test
    void aPurposeOfOneSideIsNamedAndTheOthersAreAtHand() {
        var purposes = json("/api/strategies/" + DRAFT + "/2").path("purposes");
        var lone = purposes.get(purposes.size() - 1).path("id").asString();
        open("?v=1&tab=changes&strategy=" + DRAFT + "/2&mot=strategy:kongsvingerregionen-2017/2&purpose=" + lone);
        assertThat(page.locator("#page .caveat").first()).containsText("finnes bare i");
        page.locator("#changes-purpose-logistikk").click();
        assertThat(page.locator("#changes-table tbody tr")).hasCount(3);
        assertThat(page).hasURL(Pattern.compile("mot=strategy:kongsvingerregionen-2017/2"));
    }

    @Test
    void ownWeightsStandBesideTheAdoptedOnesAsTheServerRanksThem() {
        var run = latestRun();
        var weights = json("/api/strategies/kongsvingerregionen-2017/2")
                .path("purposes")
                .get(0)
                .path("weights");
        var ids = List.copyOf(weights.propertyNames());
        int moved = weights.path(ids.get(0)).asInt();
        var own = new HashMap<String, Integer>();
        ids.forEach(id -> own.put(id, weights.path(id).asInt()));
        own.put(ids.get(0), 0);
        own.merge(ids.get(1), moved, Integer::sum);
        var query =
                String.join(",", ids.stream().map(id -> id + ":" + own.get(id)).toList());
        open("?v=1&tab=changes&mot=adopted&vekter=" + query);
        var server = json("/api/runs/" + run + "/rankings/gods_terminal?weights=" + query)
                .path("items");
        var rows = page.locator("#changes-table tbody tr");
        assertThat(rows).hasCount(server.size());
        var adopted = json("/api/runs/" + run).path("rankings").path("gods_terminal");
        for (int i = 0; i < adopted.size(); i++) {
            assertThat(rows.nth(i).locator("td").nth(0)).containsText(points(entry(server, adopted.get(i))));
            assertThat(rows.nth(i).locator("td").nth(1)).containsText(points(adopted.get(i)));
        }
        assertThat(page.locator("#changes-sides")).containsText("egne vekter");
        assertThat(page.locator("#changes-why")).hasCount(0);
    }

    @Test
    void theGoalsSayWhatIsMissingWhatTheyRestOnAndLandAgainstNeed() {
        open("?v=1&tab=portfolio");
        var attainment = json("/api/runs/" + latestRun() + "/portfolio");
        var grue =
                page.locator("#attain-table-C45 tbody tr").filter(new Locator.FilterOptions().setHasText("3417 Grue"));
        assertThat(grue).containsText("Kirkenær industriområde (oppfyller 0 av 3)");
        assertThat(grue).containsText("Pris: ikke oppgitt");
        assertThat(page.locator("#attain-table-C45 tbody tr").first()).containsText("Ingen områder registrert");
        assertThat(page.locator("#attain-table-C45 tbody th").allInnerTexts()).isSorted();
        assertThat(page.locator("#attain-coverage-table tbody tr")).hasCount(6);
        assertThat(page.locator("#reserve-total")).containsText("5 områder har ukjent areal");
        assertThat(page.locator("#reserve-total"))
                .containsText(
                        Math.round(attainment.path("reserve").path("areaM2").asDouble() / 1000) + "\u00a0daa");
        assertThat(page.locator("#need-table tbody tr"))
                .hasCount(attainment.path("reserve").path("densities").size());
        assertThat(page.locator("#need-table")).containsText("forslag");
        grue.getByText("Kirkenær industriområde").click();
        assertThat(panel()).containsText("Kirkenær");
    }

    @Test
    void aCandidateIsComparedAndHeldAgainstTheRulesAndNothingIsStored() {
        logIn(page);
        open("?v=1&view=60.305,12.31,13&layers=-");
        var before =
                jdbc.sql("select count(*) from site_version").query(Long.class).single();
        page.locator("#edit-candidate-button").click();
        assertThat(page.locator("#edit-title")).hasText("Tegn en kandidat");
        page.locator("#edit-vertices > summary").click();
        page.locator("#edit-paste").fill(SQUARE);
        button("Bruk som flate").click();
        var best = page.locator("#candidate-best li");
        page.locator("#edit-kind").selectOption("terminal");
        assertThat(best).hasCount(3);
        assertThat(best.first()).containsText("Kan gå begge veier");
        var effect = page.locator("#candidate-effect tbody tr");
        assertThat(effect)
                .hasCount(2 * json("/api/runs/" + latestRun()).path("portfolio").size());
        assertThat(effect.nth(1)).containsText("Kandidaten (oppfyller 0 av 3)");
        assertThat(effect.nth(3)).containsText("ser ikke på denne typen");
        page.locator("#edit-kind").selectOption("land");
        assertThat(effect.nth(3)).containsText("Kandidaten");
        assertThat(page.locator("#edit-save")).isHidden();
        page.locator("#candidate-save > summary").click();
        assertThat(page.locator("#edit-save")).isVisible();
        page.locator("#edit-close").click();
        assertThat(page).not().hasURL(Pattern.compile("edit="));
        assertThat(jdbc.sql("select count(*) from site_version")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"changes, nb, 390", "portfolio, en, 390", "changes, en, 1440", "portfolio, nb, 1440"})
    void axeFindsNothingAndNothingIsTooWide(String tab, String language, int width) {
        page.setViewportSize(width, 900);
        open("?v=1&purpose=industri_stor&tab=" + tab + "&lang=" + language);
        assertThat(page.locator(tab.equals("changes") ? "#changes-criteria" : "#need-table"))
                .isVisible();
        page.evaluate("document.querySelectorAll('#page details').forEach(d => d.open = true)");
        picture(page, tab + "-" + width);
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze();
        assertThat(found.getViolations()).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }

    @Test
    void theCandidatesTablesFitANarrowScreen() {
        page.setViewportSize(390, 844);
        logIn(page);
        open("?v=1&edit=_kandidat&view=60.305,12.31,13&layers=-&pane=list");
        page.locator("#edit-vertices > summary").click();
        page.locator("#edit-paste").fill(SQUARE);
        button("Bruk som flate").click();
        assertThat(page.locator("#candidate-effect tbody tr").first()).isVisible();
        page.locator("#candidate-best").scrollIntoViewIfNeeded();
        picture(page, "candidate-390");
        assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(390);
        var found = new AxeBuilder(page)
                .include("#edit")
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze();
        assertThat(found.getViolations()).isEmpty();
    }

    private static void picture(Page page, String name) {
        Optional.ofNullable(System.getenv("AREAL_PICTURES"))
                .ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(folder, name + ".png"))
                        .setFullPage(true)));
    }

    /** Only what needs the login carries it: checking a password is slow on purpose. */
    private void logIn(Page page) {
        var login = administrator();
        page.context().route(Pattern.compile(".*/(api|collections/sites)(/.*)?"), route -> {
            var headers = new HashMap<>(route.request().headers());
            headers.put("authorization", login);
            route.resume(new Route.ResumeOptions().setHeaders(headers));
        });
    }

    private JsonNode latest(String strategy) {
        var answer = get("/api/runs/latest?strategy=" + strategy);
        return json(answer.headers().firstValue("location").orElseThrow());
    }

    private static JsonNode ranking(JsonNode run) {
        return run.path("rankings").path("industri_stor");
    }

    private static JsonNode entry(JsonNode ranking, JsonNode other) {
        return ranking.valueStream()
                .filter(one -> one.path("site").equals(other.path("site")))
                .findFirst()
                .orElseThrow();
    }

    /** "17–96 poeng", as the page writes it. */
    private static String points(JsonNode entry) {
        long low = Math.round(entry.path("low").asDouble());
        long high = Math.round(entry.path("high").asDouble());
        return (low == high ? String.valueOf(low) : low + "–" + high) + " poeng";
    }
}

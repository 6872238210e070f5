package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Comparison, table, portfolio, strategy and data: the same numbers as the API's, and where they come from. */
class PageTablesTest extends BrowserTest {
    private static final Map<String, String> OUTCOME =
            Map.of("kept", "oppfylt", "broken", "ikke oppfylt", "notCheckable", "kan ikke avgjøres");
    private static final Map<String, String> BASIS = Map.of("rule", "regel", "value", "verdi", "proposal", "forslag");

    @Test
    void twoSitesAreComparedWithTheLargestDifferenceFirst() {
        open("");
        row("Granli godsterminal").getByRole(AriaRole.CHECKBOX).check();
        assertThat(button("Velg ett til for å sammenligne")).isDisabled();
        row("Norsenga tømmerterminal").getByRole(AriaRole.CHECKBOX).check();
        button("Sammenlign 2 områder").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Sammenligning: Godsterminal")))
                .isVisible();
        assertThat(page).hasURL(Pattern.compile("compare=granli,norsenga"));
        var columns = page.locator(".compare-table thead th");
        assertThat(columns).hasCount(2);

        var criteria = page.locator(".compare-table tbody").last().locator("tr:not(.compare-section)");
        var strategy = strategy();
        var weights = strategy.path("purposes").path(0).path("weights");
        assertThat(criteria).hasCount(weights.size());
        assertThat(criteria.first().locator("td").first()).containsText("poeng");
        var spreads = new ArrayList<Double>();
        for (var heading : criteria.locator("th").allInnerTexts()) {
            spreads.add(spread(criterion(strategy, heading.lines().findFirst().orElseThrow())));
        }
        assertThat(spreads).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(spreads.getFirst()).isPositive();

        button("Ta ut Granli godsterminal").click();
        assertThat(columns).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("compare=norsenga"));
        page.getByLabel("Legg til område").selectOption("Granerud nord");
        assertThat(columns).hasCount(2);
    }

    @Test
    void aSeventhSiteIsRefusedWithAMessageThatCanBeSeen() {
        open("?v=1&compare=granli,norsenga,brandval,roverud,magnor,kirkenaer");
        var seventh = row("Granerud nord").getByRole(AriaRole.CHECKBOX);
        seventh.click();
        assertThat(page.locator("#list").getByText("Du kan sammenligne høyst 6 områder."))
                .isInViewport();
        assertThat(page.locator("#live")).hasText("Du kan sammenligne høyst 6 områder.");
        assertThat(seventh).not().isChecked();
        assertThat(page).hasURL(Pattern.compile("compare=granli,norsenga,brandval,roverud,magnor,kirkenaer$"));
    }

    @Test
    void theTableIsSortedByKeyboardAndHoldsTheNumbersOfTheRun() {
        open("?v=1&tab=table");
        var header = columnHeader("Areal");
        assertThat(header).hasAttribute("aria-sort", "none");
        header.getByRole(AriaRole.BUTTON).focus();
        page.keyboard().press("Enter");
        assertThat(header).hasAttribute("aria-sort", "ascending");
        assertThat(header.getByRole(AriaRole.BUTTON)).isFocused();
        var rising = areas();
        assertThat(rising).hasSizeGreaterThan(1).isSorted();
        var last = page.locator(".big-table tbody tr").last();
        assertThat(last).containsText("ikke oppgitt");
        page.keyboard().press("Enter");
        assertThat(header).hasAttribute("aria-sort", "descending");
        assertThat(areas()).isEqualTo(rising.reversed());
        assertThat(last).containsText("ikke oppgitt");
        assertThat(page.locator("th[aria-sort='none']"))
                .hasCount(page.getByRole(AriaRole.COLUMNHEADER).count() - 1);

        var run = json("/api/runs/" + latestRun());
        for (var entry : run.path("rankings").path("gods_terminal")) {
            var cells = tableRow(entry).getByRole(AriaRole.CELL);
            assertThat(cells.nth(2)).hasText(points(entry, "low"));
            assertThat(cells.nth(3)).hasText(points(entry, "high"));
        }
    }

    @Test
    void aSiteThatIsNotJudgedHasNoCountThatLooksLikeAllIsWell() {
        open("?v=1&tab=table");
        var header = columnHeader("Ikke kontrollert");
        header.getByRole(AriaRole.BUTTON).click();
        assertThat(header).hasAttribute("aria-sort", "ascending");
        var cells = page.locator(".big-table tr")
                .filter(new Locator.FilterOptions().setHasText("vurderes ikke"))
                .getByRole(AriaRole.CELL);
        assertThat(cells.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^0$"))))
                .hasCount(0);
        columnHeader("Plass").getByRole(AriaRole.BUTTON).dblclick();
        assertThat(columnHeader("Plass")).hasAttribute("aria-sort", "descending");
        assertThat(page.locator(".big-table tbody tr").last()).containsText("vurderes ikke");
    }

    @Test
    void theTableIsFilteredAfterTheMapHasBeenOpen() {
        open("");
        openTab("Tabell");
        var search = page.getByLabel("Søk i navn eller kommune");
        search.click();
        search.pressSequentially("granli");
        assertThat(search).hasValue("granli");
        assertThat(page.locator(".big-table tbody tr")).hasCount(1);
        assertThat(page.locator("#page").getByText("1 av 7 områder vises")).isVisible();
        openTab("Kart");
        assertThat(rows()).hasCount(1);
    }

    @Test
    void theTableCanBeTakenAlongAsCsv() throws IOException {
        open("?v=1&tab=table");
        var file = page.waitForDownload(() -> button("Last ned som CSV").click());
        assertThat(file.suggestedFilename()).isEqualTo("arealkompass-gods_terminal.csv");
        var lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(1 + json("/api/sites").path("total").asInt());
        assertThat(lines.getFirst()).startsWith("\uFEFFOmråde;Plass;");
        var first = json("/api/runs/" + latestRun())
                .path("rankings")
                .path("gods_terminal")
                .path(0);
        var tenth = Math.round(first.path("low").asDouble() * 10) / 10.0;
        assertThat(lines.get(1)).contains(";" + decimal(tenth) + ";");
    }

    @Test
    void thePortfolioSaysInWordsWhatIsKeptAndWhy() {
        open("");
        var strip = page.getByRole(AriaRole.REGION, named("Strategien samlet"));
        var strategy = strategy();
        var portfolio = json("/api/runs/" + latestRun()).path("portfolio");
        assertThat(strip.locator("details.rule")).hasCount(portfolio.size());
        for (var result : portfolio) {
            var rule = byId(strategy.path("portfolio"), result.path("rule").asString());
            var chip = strip.locator("details.rule")
                    .filter(new Locator.FilterOptions()
                            .setHasText(rule.path("name").path("nb").asString()));
            assertThat(chip.locator(".rule__outcome"))
                    .hasText(OUTCOME.get(result.path("outcome").asString()));
            chip.locator("summary").press("Enter");
            assertThat(chip.getByText("Kilde:")).isVisible();
            assertThat(chip.locator(".groups > li"))
                    .hasCount(result.path("groups").size());
            chip.locator("summary").press("Escape");
            assertThat(chip.getByText("Kilde:")).isHidden();
        }
    }

    @Test
    void theStrategyPageGivesBasisAndSourceOfEveryCriterion() {
        open("?v=1&tab=strategy");
        var strategy = strategy();
        var criteria = strategy.path("criteria");
        assertThat(page.locator("article[id^='criterion-']")).hasCount(criteria.size());
        for (var criterion : criteria) {
            var card = page.locator(
                    "[id='criterion-%s']".formatted(criterion.path("id").asString()));
            var text = card.innerText();
            assertThat(text).contains(criterion.path("name").path("nb").asString());
            assertThat(text)
                    .containsIgnoringCase(BASIS.get(criterion.path("basis").asString()));
            assertThat(text).contains(criterion.path("source").path("document").asString());
        }
        for (var part : strategy.path("parts")) {
            assertThat(page.getByRole(AriaRole.HEADING, named(part.path("id").asString() + " ·")))
                    .isVisible();
        }
    }

    @Test
    void theDataPageNamesSourcesAndWhatIsNotMapped() {
        open("?v=1&tab=data");
        var loaded = page.getByRole(AriaRole.TABLE, named("Lastede datasett"));
        var missing = page.getByRole(AriaRole.TABLE, named("Ikke kartlagt"));
        for (var dataset : json("/api/datasets").path("items")) {
            if (dataset.path("role").asString().equals("plans")) {
                continue; // they stand on the page of plan checks
            }
            var inUse = dataset.path("inUse");
            var table = inUse.isObject() ? loaded : missing;
            var row = table.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByRole(
                                    AriaRole.ROWHEADER,
                                    named(dataset.path("name").path("nb").asString()))));
            assertThat(row.first())
                    .containsText(
                            inUse.isObject()
                                    ? inUse.path("source").path("licence").asString()
                                    : "ingen data lastet");
        }
    }

    private JsonNode strategy() {
        var config = json("/api/config").path("defaultStrategy");
        return json("/api/strategies/" + config.path("id").asString() + "/"
                + config.path("version").asString());
    }

    /** Difference between Granli's and Norsenga's points for a criterion, by the middle of the ranges. */
    private double spread(String criterion) {
        var run = "/api/runs/" + latestRun() + "/scores/gods_terminal/";
        return Math.abs(middle(json(run + "granli"), criterion) - middle(json(run + "norsenga"), criterion));
    }

    private static double middle(JsonNode score, String criterion) {
        for (var line : score.path("lines")) {
            if (line.path("criterion").asString().equals(criterion))
                return (line.path("pointsLow").asDouble()
                                + line.path("pointsHigh").asDouble())
                        / 2;
        }
        throw new AssertionError(criterion);
    }

    private static String criterion(JsonNode strategy, String name) {
        for (var criterion : strategy.path("criteria")) {
            boolean used = strategy.path("purposes")
                    .path(0)
                    .path("weights")
                    .has(criterion.path("id").asString());
            if (used && criterion.path("name").path("nb").asString().equals(name))
                return criterion.path("id").asString();
        }
        throw new AssertionError(name);
    }

    private static JsonNode byId(JsonNode nodes, String id) {
        for (var node : nodes) if (node.path("id").asString().equals(id)) return node;
        throw new AssertionError(id);
    }

    private Locator columnHeader(String name) {
        return page.getByRole(AriaRole.COLUMNHEADER, named(name));
    }

    /** The areas as shown, top to bottom, without those that nobody has stated. */
    private List<Integer> areas() {
        return page.locator(".big-table tbody td:nth-of-type(7)").allInnerTexts().stream()
                .map(text -> text.replaceAll("\\D", ""))
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private Locator tableRow(JsonNode entry) {
        return page.locator(".big-table tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("#row-" + entry.path("site").asString())));
    }

    private static String points(JsonNode entry, String end) {
        return entry.path("verdict").asString().equals("scored")
                ? String.valueOf(Math.round(entry.path(end).asDouble()))
                : "";
    }

    private static String decimal(double value) {
        var text = String.valueOf(value).replace('.', ',');
        return text.endsWith(",0") ? text.substring(0, text.length() - 2) : text;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}

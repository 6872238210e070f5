package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import no.arealkompass.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Map, ranked list and site panel as a planner uses them, over the sample region. */
class PageTest extends BrowserTest {
    private JsonNode run;

    @BeforeEach
    void readRun() {
        run = json("/api/runs/" + latestRun());
    }

    @Test
    void theSampleRegionOpensRankedAndOnTheMap() {
        open("");
        assertThat(page.getByText("Skjematiske eksempeldata.")).isVisible();
        assertThat(page).hasTitle("Kart – Arealkompass");
        var ranking = run.path("rankings").path("gods_terminal");
        assertThat(ranking.size()).isEqualTo(4);
        assertThat(page.getByRole(AriaRole.HEADING, heading("Rangering: Godsterminal")))
                .isVisible();
        assertThat(names(rows()).subList(0, 4)).isEqualTo(names(ranking));
        for (var entry : ranking) {
            assertThat(row(name(entry))).containsText(range(entry) + " poeng");
        }
        int all = json("/api/sites").path("total").asInt();
        assertThat(symbols()).hasCount(all);
        assertThat(page.locator(".leaflet-sites-pane path.leaflet-interactive")).hasCount(all);
    }

    @Test
    void aPurposeRanksListAndMapAnewAndBackAndForwardFollow() {
        open("");
        page.getByLabel("Formål").selectOption("Logistikk på veg");
        var logistics = page.getByRole(AriaRole.HEADING, heading("Rangering: Logistikk på veg"));
        assertThat(logistics).isVisible();
        assertThat(page).hasURL(Pattern.compile("[?&]purpose=logistikk\\b"));
        var ranking = run.path("rankings").path("logistikk");
        assertThat(names(rows()).subList(0, ranking.size())).isEqualTo(names(ranking));
        var first = ranking.path(0);
        assertThat(symbol(name(first))).hasAccessibleName(Pattern.compile(" " + range(first) + " poeng,"));
        assertThat(symbols().locator(".site-marker__label > span").allTextContents())
                .as("in the order of the Tab key")
                .isEqualTo(names(rows()));

        page.goBack();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Rangering: Godsterminal")))
                .isVisible();
        assertThat(page.getByLabel("Formål")).hasValue("gods_terminal");
        page.goForward();
        assertThat(logistics).isVisible();
        assertThat(page.getByLabel("Formål")).hasValue("logistikk");
    }

    @Test
    void theAddressCarriesTheWholeStateToReloadAndToAnotherBrowser() {
        open("");
        page.getByLabel("Formål").selectOption("logistikk");
        openFilters();
        page.locator("#filter-kind").selectOption("næringsareal");
        button("Zoom inn").click();
        page.getByText("Tegnforklaring og kartlag").click();
        page.getByRole(AriaRole.CHECKBOX, exactly("Jernbane")).click();
        row("Granerud nord").getByRole(AriaRole.CHECKBOX).check();
        row("Magnor (Vestre, The Plus)").getByRole(AriaRole.CHECKBOX).check();
        rowButton("Granerud nord").click();
        button("English").click();
        assertThat(panel()).containsText("Decisive facts");
        assertThat(page).hasURL(Pattern.compile("view=[\\d.]+,[\\d.]+,[\\d.]+"));
        var seen = fingerprint(page);

        page.reload();
        assertThat(panel()).containsText("Decisive facts");
        assertThat(fingerprint(page)).as("after reload").isEqualTo(seen);
        assertThat(page.getByRole(AriaRole.CHECKBOX, exactly("Compare Granerud nord")))
                .isChecked();

        var other = newPage(1440, 900);
        open(other, page.url().substring(base().length() + 1));
        assertThat(other.getByRole(AriaRole.COMPLEMENTARY)).containsText("Decisive facts");
        assertThat(fingerprint(other)).as("in another browser").isEqualTo(seen);
        var here = page.locator("[aria-label^='Granerud nord']").boundingBox();
        var there = other.locator("[aria-label^='Granerud nord']").boundingBox();
        assertThat(there.x).as("same extent").isCloseTo(here.x, within(2.0));
        assertThat(there.y).isCloseTo(here.y, within(2.0));
    }

    @Test
    void theSitePanelSaysWhatKnocksOutFirstThenWhyEachPoint() {
        open("?v=1&purpose=logistikk");
        rowButton("Granerud nord").click();
        var panel = panel();
        assertThat(panel.getByRole(AriaRole.HEADING).nth(0)).hasText("Granerud nord");
        assertThat(panel.getByRole(AriaRole.HEADING).nth(1)).hasText("Avgjørende opplysninger");
        var facts = panel.locator(".facts");
        assertThat(facts).containsText("oppgitt av Odalsportalen, november 2026");
        assertThat(facts.locator("dt:text-is('Oppgitt kraft') + dd")).hasText("ikke oppgitt");
        assertThat(facts.locator("dt:text-is('Kjøretid') + dd")).containsText(Pattern.compile("\\d+\\s*min"));

        var lines = panel.locator(".line");
        var score = json("/api/runs/" + run.path("id").asString() + "/scores/logistikk/granerud-nord");
        assertThat(lines).hasCount(score.path("lines").size());
        assertThat(lines.locator("h4").allInnerTexts()).isEqualTo(sortedCriteria(score));
        for (var points : lines.locator(".points").allInnerTexts()) {
            assertThat(points).matches("\\d+(–\\d+)? av \\d+ poeng");
        }
        assertThat(lines.getByText(Pattern.compile("^forslag$", Pattern.CASE_INSENSITIVE))
                        .first())
                .isVisible();
        var missing = panel.locator(".line--missing").first();
        assertThat(missing).containsText(Pattern.compile("Ikke kartlagt|Ikke oppgitt|Ingen innen|ingen verdi"));
        var measured = lines.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Brukbart"))
                .first();
        measured.getByText("Kilde og grunnlag").click();
        assertThat(panel.getByText(Pattern.compile("versjon \\d+ \\(")).first()).isVisible();
    }

    @Test
    void aSymbolOnTheMapIsReachedAndSelectedByKeyboard() {
        open("");
        var map = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Kart over områdene"));
        map.focus();
        page.keyboard().press("Tab");
        var focused = page.locator(".site-marker:focus");
        assertThat(focused).hasAccessibleName(Pattern.compile(".+, (terminal|næringsareal)"));
        var label = focused.getAttribute("aria-label");
        page.keyboard().press("Enter");
        var title = panel().getByRole(AriaRole.HEADING).first();
        assertThat(title).isVisible();
        assertThat(title).isFocused();
        var name = title.innerText();
        assertThat(label).startsWith(name);
        assertThat(rowButton(name)).hasAttribute("aria-pressed", "true");
        assertThat(row(name)).hasClass(cssClass("is-selected"));
        assertThat(symbol(name)).hasAttribute("aria-pressed", "true");
        button("Lukk").click();
        assertThat(panel()).isHidden();
        assertThat(rowButton(name)).hasAttribute("aria-pressed", "false");
    }

    @Test
    void pointingAtOneHighlightsBoth() {
        open("");
        row("Granli godsterminal").hover();
        assertThat(symbol("Granli godsterminal")).hasClass(cssClass("is-hovered"));
        symbol("Kirkenær industriområde").hover();
        assertThat(row("Kirkenær industriområde")).hasClass(cssClass("is-hovered"));
        assertThat(symbol("Granli godsterminal")).not().hasClass(cssClass("is-hovered"));
    }

    @ParameterizedTest
    @CsvSource({
        "text, gran",
        "kind, land",
        "municipality, Kongsvinger",
        "plan, regulert",
        "verdict, scored",
        "area, 100"
    })
    void aFilterHoldsForListAndMapAndSaysHowMany(String filter, String value) {
        open("");
        openFilters();
        switch (filter) {
            case "text" -> page.getByPlaceholder("Søk i navn eller kommune").fill(value);
            case "kind" -> page.locator("#filter-kind").selectOption(value);
            case "verdict" -> page.getByLabel("Vurdering").selectOption(value);
            case "area" -> {
                page.getByLabel("Minste areal (daa)").fill(value);
                page.keyboard().press("Enter");
            }
            default -> page.locator("#filters").getByLabel(value).check();
        }
        var expected = new ArrayList<String>();
        var sites = json("/api/sites?limit=100").path("items");
        for (var site : sites) if (passes(site, filter, value)) expected.add(name(site));
        assertThat(expected).as("a filter that separates").hasSizeBetween(1, sites.size() - 1);
        assertThat(page.locator("#list").getByText(expected.size() + " av " + sites.size() + " områder vises"))
                .isVisible();
        assertThat(names(rows())).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(symbols()).hasCount(expected.size());
        for (var name : expected) assertThat(symbol(name)).isVisible();
    }

    private boolean passes(JsonNode site, String filter, String value) {
        return switch (filter) {
            case "text" -> name(site).toLowerCase(java.util.Locale.ROOT).contains(value);
            case "kind" -> site.path("kind").asString().equalsIgnoreCase(value);
            case "municipality" ->
                stream(run.path("shares").path(site.path("id").asString()))
                        .anyMatch(s -> s.path("municipality").asString().equals("3401")
                                && s.path("share").asDouble() > 0);
            case "plan" ->
                stream(site.path("facts"))
                        .anyMatch(f -> f.path("fact").asString().equals("planStatus")
                                && f.path("value").asString().equals(value));
            case "verdict" ->
                stream(run.path("rankings").path("gods_terminal"))
                        .anyMatch(e ->
                                e.path("site").asString().equals(site.path("id").asString())
                                        && e.path("verdict").asString().equals(value));
            default -> site.path("areaDaa").asDouble() >= Double.parseDouble(value);
        };
    }

    /**
     * The pictures of the documentation, on demand: {@code -Dareal.screenshots=FOLDER}, seen from the top folder.
     */
    @Test
    @Tag("screenshots")
    @EnabledIfSystemProperty(named = "areal.screenshots", matches = ".+")
    void picturesOfTheSampleRegion() {
        picture("map-1440", 1440, "?v=1");
        picture("map-390", 390, "?v=1&pane=map");
        picture("site-1440", 1440, "?v=1&purpose=logistikk&site=granerud-nord");
        picture("compare-1440", 1440, "?v=1&tab=compare&compare=granli,norsenga,roverud");
        picture("table-1440", 1440, "?v=1&tab=table");
    }

    private void picture(String name, int width, String query) {
        page.setViewportSize(width, width < 700 ? 844 : 900);
        open(query);
        var folder = TestDatabase.buildFolder().resolve("../..").resolve(System.getProperty("areal.screenshots"));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    private void openFilters() {
        page.getByText("Filtrer", exact()).click();
    }

    /** What a user sees of the state, in words. */
    private static String fingerprint(Page page) {
        assertThat(page.locator("#site").getByText("Fetching data …")).hasCount(0);
        var seen = new ArrayList<String>();
        seen.add((String) page.evaluate("document.documentElement.lang"));
        seen.add(page.title());
        seen.add(page.locator("#purpose").inputValue());
        for (var part : List.of("#list", "#site", "#map .site-marker", ".leaflet-control-scale")) {
            seen.addAll(page.locator(part).allInnerTexts().stream().sorted().toList());
        }
        seen.add(page.locator("#layer-panel input:checked")
                .evaluateAll("boxes => boxes.map(b => b.id).join()")
                .toString());
        return String.join("\n", seen);
    }

    /** Names of the criteria as the panel must sort them: most points (middle of the range) first, then by weight. */
    private static List<String> sortedCriteria(JsonNode score) {
        Comparator<JsonNode> points = Comparator.comparingDouble(
                l -> -l.path("pointsLow").asDouble() - l.path("pointsHigh").asDouble());
        return stream(score.path("lines"))
                .sorted(points.thenComparing(l -> -l.path("weight").asDouble()))
                .map(l -> l.path("name").path("nb").asString())
                .toList();
    }

    private List<String> names(JsonNode ranking) {
        return stream(ranking).map(this::name).toList();
    }

    /** Name of a site, also of one that a ranking names by id. */
    private String name(JsonNode site) {
        if (site.has("name")) return site.path("name").asString();
        return stream(run.path("sites"))
                .filter(s -> s.path("id").asString().equals(site.path("site").asString()))
                .findFirst()
                .orElseThrow()
                .path("name")
                .asString();
    }

    private static String range(JsonNode entry) {
        long low = Math.round(entry.path("low").asDouble());
        long high = Math.round(entry.path("high").asDouble());
        return low == high ? String.valueOf(low) : low + "–" + high;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return heading(name).setExact(true);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Own weights: the browser counts as the server does, says everywhere that they are not adopted, and shares them whole. */
class PageWeighTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    private static final String NOT_ADOPTED = "Egne vekter, ikke vedtatt";

    /** Ranks every purpose under seeded weights in the browser and by request; answers with what is not equal. */
    private static final String BOTH_WAYS = """
            async (run) => {
              const { rank, ranker, rankedEntries } = await import('/app/ranking.js');
              const json = async (address) => (await fetch(address)).json();
              const { rankings, strategy } = await json(`/api/runs/${run}`);
              const { trust } = await json(`/api/strategies/${strategy.id}/${strategy.version}`);
              let seed = 4;
              const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
              const draw = (ids) => {
                const cuts = [0, 100, ...ids.slice(1).map(() => random(101))].sort((a, b) => a - b);
                return Object.fromEntries(ids.map((id, i) => [id, cuts[i + 1] - cuts[i]]));
              };
              const wrong = [];
              let compared = 0;
              for (const [purpose, adopted] of Object.entries(rankings)) {
                const matrix = await json(`/api/runs/${run}/matrix/${purpose}`);
                const known = ranker(matrix);
                const ids = matrix.criteria.map(({ id }) => id);
                const ours = Object.fromEntries(matrix.criteria.map(({ id, weight }) => [id, weight]));
                const alone = Object.fromEntries(ids.map((id, i) => [id, i ? 0 : 100]));
                for (const weights of [ours, alone, draw(ids), draw(ids), draw(ids), draw(ids)]) {
                  const text = ids.map((id) => `${id}:${weights[id]}`).join(',');
                  const { items } = await json(`/api/runs/${run}/rankings/${purpose}?weights=${text}`);
                  const found = rankedEntries(known, rank(known, weights), adopted, trust);
                  items.forEach((item, i) => {
                    for (const [key, value] of Object.entries(item)) {
                      compared++;
                      const same = key === 'excludedBy' ? value.join() === found[i][key].join() : value === found[i][key];
                      if (!same) wrong.push(`${purpose} ${text} ${item.site} ${key}: ${value}, ${found[i][key]}`);
                    }
                  });
                  if (items.length !== found.length) wrong.push(`${purpose} ${text}: ${items.length}, ${found.length}`);
                }
              }
              return { wrong, compared };
            }""";

    @Test
    @SuppressWarnings("unchecked")
    void theBrowserAndTheServerAgreeToTheLastDigit() {
        open("?v=1&tab=data");
        var answer = (java.util.Map<String, Object>) page.evaluate(BOTH_WAYS, latestRun());
        assertThat((List<String>) answer.get("wrong")).isEmpty();
        assertThat(((Number) answer.get("compared")).intValue()).isGreaterThan(1000);
    }

    @Test
    void aWeightIsDraggedAndEverythingFollowsWithoutARequest() {
        open("?v=1&purpose=logistikk");
        page.getByText("Egne vekter", exact()).click();
        var weight = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Kjøretid til Gardermoen"));
        assertThat(weight).hasAttribute("aria-valuetext", "12 av 100 poeng");
        assertThat(meaning(weight))
                .hasText("Fra 75 min til 30 min er hele vekten, 12 poeng. 10 poeng svarer til om lag 38 min kortere.");
        var asked = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().matches(".*/(api|collections)/.*")) asked.add(request.url());
        });
        weight.focus();
        for (int i = 0; i < 3; i++) page.keyboard().press("ArrowRight");
        assertThat(weight).hasAttribute("aria-valuetext", "15 av 100 poeng");
        assertThat(weight).isFocused();
        assertThat(page).hasURL(Pattern.compile("vekter=.*C06:15"));
        assertThat(asked).isEmpty();
        assertThat(page.locator("#context")).containsText(NOT_ADOPTED);
        assertThat(page.locator(".list-head")).containsText(NOT_ADOPTED);

        var weights = page.url().replaceAll(".*vekter=([^&]*).*", "$1");
        assertThat(sum(weights)).isEqualTo(100);
        var ranking = json("/api/runs/" + latestRun() + "/rankings/logistikk?weights=" + weights)
                .path("items");
        assertThat(names(rows()).subList(0, ranking.size())).isEqualTo(inOrder(ranking));
        var first = ranking.path(0);
        assertThat(rows().first()).containsText(points(first));

        page.locator("#weights-moved > summary").click();
        assertThat(page.locator("#weights-moved tbody tr")).hasCount(scored(ranking));
        rows().first().getByRole(AriaRole.BUTTON).click();
        assertThat(panel()).containsText(NOT_ADOPTED);
        assertThat(panel().locator(".score-sum")).containsText(points(first).replace(" poeng", " av 100 poeng"));
        assertThat(panel().locator("tr.is-current")).containsText(points(first));
        assertThat(panel().locator(".line").filter(new Locator.FilterOptions().setHasText("Kjøretid til Gardermoen")))
                .containsText("av 15");

        openTab("Tabell");
        assertThat(page.locator(".page-head")).containsText(NOT_ADOPTED);
        assertThat(page.locator(".big-table tbody tr")
                        .first()
                        .getByRole(AriaRole.CELL)
                        .nth(2))
                .hasText(String.valueOf(Math.round(first.path("low").asDouble())));
        button("Tilbake til strategiens vekter").first().click();
        assertThat(page).hasURL(Pattern.compile("^(?!.*vekter)"));
        assertThat(page.locator("#context")).not().containsText(NOT_ADOPTED);
    }

    @Test
    void sharedWeightsAreComparedAndLeftWhenTheyDoNotFit() {
        var weights = "C11:0,C12:0,C13:0,C14:0,C15:0,C16:0,C02:0,C04:0,C05-terminal:0,C10:100,C41:0,C26:0,C27:0,C29:0,"
                + "C32:0,C33:0,C34:0,C36:0,C37:0";
        open("?v=1&tab=compare&compare=granli,norsenga&vekter=" + weights + "&vektnavn=Bare+adkomst");
        assertThat(page.locator("#context")).containsText(NOT_ADOPTED + " («Bare adkomst»)");
        assertThat(page.locator(".page-head")).containsText(NOT_ADOPTED);
        var criteria = page.locator(".compare-table tbody").last().locator("tr:not(.compare-section)");
        assertThat(criteria).hasCount(19);
        assertThat(criteria.first()).containsText("vekt 100");
        page.getByLabel("Bare forskjeller").check();
        assertThat(page).hasURL(Pattern.compile("forskjeller=only"));
        assertThat(criteria.first()).containsText("vekt 100");
        assertThat(criteria).not().hasCount(19);
        mapsMoveTogether();
        assertThat(violations(page)).isEmpty();

        page.getByLabel("Formål").selectOption("logistikk");
        assertThat(alert()).containsText("De egne vektene er tatt bort");
        assertThat(page).hasURL(Pattern.compile("^(?!.*vekter)"));
        assertThat(page.locator("#context")).not().containsText(NOT_ADOPTED);
    }

    @Test
    void weightsAreSavedUnderANameAndPickedAgain() {
        var admin = newAdministratorsPage(390, 844);
        admin.navigate("/login");
        open(admin, "?v=1&purpose=logistikk");
        admin.getByText("Egne vekter", exactly()).click();
        admin.getByRole(AriaRole.SPINBUTTON, named("Poeng for Kjøretid til Gardermoen"))
                .fill("40");
        admin.getByLabel("Navn på vektene").fill("Nær flyplassen");
        admin.getByLabel("Navn på vektene").press("Tab");
        button(admin.locator("#weights"), "Lagre").click();
        assertThat(admin.locator("#live")).hasText("Vektene er lagret som Nær flyplassen.");
        assertThat(violations(admin)).isEmpty();
        button(admin.locator("#weights"), "Tilbake til strategiens vekter").click();
        assertThat(admin.locator("#context")).not().containsText(NOT_ADOPTED);
        admin.getByLabel("Lagrede vekter for dette formålet").selectOption("Nær flyplassen");
        assertThat(admin.locator("#context")).containsText("«Nær flyplassen»");
        assertThat(admin).hasURL(Pattern.compile("C06:40.*vektnavn="));
        assertThat(admin.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(390);
    }

    /** Zooming by the buttons changes all maps alike; each stays around its own site. */
    private void mapsMoveTogether() {
        var maps = page.locator(".compare-map");
        assertThat(maps).hasCount(2);
        assertThat(maps.first()).hasAttribute("aria-label", "Kart over Granli godsterminal");
        var scales = page.locator(".compare-map .leaflet-control-scale-line");
        var before = scales.first().innerText();
        button("Zoom inn").click();
        assertThat(scales.first()).not().hasText(before);
        assertThat(scales.last()).hasText(scales.first().innerText());
        assertThat(maps.locator("[tabindex='0']")).hasCount(0);
    }

    private Locator meaning(Locator slider) {
        return page.locator("[id='" + slider.getAttribute("aria-describedby") + "']");
    }

    private List<String> inOrder(JsonNode ranking) {
        var sites = json("/api/sites?limit=200").path("items");
        var names = new ArrayList<String>();
        for (var entry : ranking)
            for (var site : sites)
                if (site.path("id").equals(entry.path("site")))
                    names.add(site.path("name").asString());
        return names;
    }

    private static int scored(JsonNode ranking) {
        int n = 0;
        for (var entry : ranking) if (entry.path("verdict").asString().equals("scored")) n++;
        return n;
    }

    private static int sum(String weights) {
        return Pattern.compile(":(\\d+)")
                .matcher(weights)
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .sum();
    }

    private static String points(JsonNode entry) {
        long low = Math.round(entry.path("low").asDouble());
        long high = Math.round(entry.path("high").asDouble());
        return low == high ? low + " poeng" : low + "–" + high + " poeng";
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a score is what it is, as people see it: the chain, the objects on the map, what would change a place, data confidence. */
class PageWhyTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    private static final String SITE = "?v=1&purpose=logistikk&site=kirkenaer";

    @Test
    void everyPointIsFollowedFromTheSiteToTheImport() {
        open(SITE);
        var chain = openChain(page, "C06").locator("> li");
        assertThat(chain).hasCount(7);
        assertThat(chain.nth(0)).hasText("Område: Kirkenær industriområde, versjon 1");
        assertThat(chain.nth(1)).containsText(Pattern.compile("Formål: Logistikk.*Vekt \\d+ av 100 poeng"));
        assertThat(chain.nth(3))
                .containsText("Arealstrategi for næringsområder i Kongsvingerregionen (2017), versjon 2, vedtatt 2017");
        assertThat(chain.nth(3)).containsText("S2 «Ett stort område for bilbasert næring»");
        assertThat(chain.nth(4))
                .containsText(
                        Pattern.compile("\\d+\\smin gir [0-9,]+ av 1\\. \\d+ poeng × [0-9,]+ = [0-9,]+ poeng\\."));
        assertThat(chain.nth(4)).containsText(Pattern.compile("30\\smin: 1; 45\\smin: 0,7; 75\\smin: 0"));
        assertThat(chain.nth(4).locator("svg .why-curve__place")).hasCount(1);
        assertThat(chain.nth(6))
                .containsText(Pattern.compile(
                        "Beregnet av tjenesten \\d+\\. \\S+ \\d{4} fra .*versjon 1 \\(import nr\\. \\d+\\).*Lisens:"));
        var stated = openChain(page, "C04").locator("> li").last();
        assertThat(stated).containsText(Pattern.compile("Data: (oppgitt for området|ingen data lest)"));
    }

    @Test
    void theDecidingObjectIsShownInWordsAndOnTheMapUntilEscape() {
        open("?v=1&purpose=tommer_terminal&site=norsenga");
        var found = openChain(page, "C11").locator("> li").nth(5);
        var show = page.locator("#objects-C11");
        assertThat(show).hasAccessibleName(Pattern.compile("^Vis på kartet ?: Avstand til jernbanespor$"));
        show.click();
        assertThat(show).hasAttribute("aria-pressed", "true");
        assertThat(found.locator("li")).hasText(new String[] {
            "Jernbane, Kongsvingerbanen: berører området",
            "Jernbane, Kongsvingerbanen: berører området",
            "Jernbane, Solørbanen: berører området"
        });
        assertThat(drawn()).hasCount(6); // each with a white edge below
        assertThat(page.locator("#map-note")).containsText("På kartet: det som avgjør «Avstand til");
        page.keyboard().press("Escape");
        assertThat(drawn()).hasCount(0);
        assertThat(show).isFocused();
        assertThat(show).hasAttribute("aria-pressed", "false");
        show.click();
        assertThat(drawn()).hasCount(6);
        button("Fjern fra kartet").click();
        assertThat(drawn()).hasCount(0);
        assertThat(page.locator("#live")).hasText("Objektene er fjernet fra kartet.");
    }

    private Locator drawn() {
        return page.locator(
                "#map .leaflet-sites-pane path[stroke='#a3145e'], #map .leaflet-sites-pane path[stroke='#ffffff']");
    }

    @Test
    void onASmallScreenTheMapComesForwardAndGoesAgain() {
        var phone = newPage(390, 844);
        open(phone, SITE);
        openChain(phone, "C06");
        phone.locator("#objects-C06").click();
        assertThat(phone.locator("#map")).isInViewport();
        assertThat(phone.locator("#site")).isHidden();
        assertThat(phone.locator("#map-note"))
                .containsText(Pattern.compile("lest i nærmeste punkt, [0-9,]+\\sk?m unna"));
        button(phone.locator("#map-note"), "Fjern fra kartet").click();
        assertThat(phone.locator("#objects-C06")).isFocused();
        assertThat(phone.locator("#map")).isHidden();
    }

    @Test
    void whatItWouldTakeIsASumAndNoPromise() {
        open(SITE);
        var part = panel().locator(".improvements");
        assertThat(part.getByRole(AriaRole.HEADING)).hasText("Hva må til for å gå opp en plass?");
        assertThat(part)
                .containsText(Pattern.compile("For å stå på plass 2 må midten .* opp [0-9,]+ poeng, forbi Magnor"));
        assertThat(part.locator("> ul li").first())
                .hasText(Pattern.compile(
                        ".+: med .+ ville området gå fra plass 3 til plass [12] \\(\\+[0-9,]+ poeng\\)\\."));
        assertThat(part).containsText("Alt annet likt");
        assertThat(part).containsText("ikke et løfte");
        open("?v=1&purpose=logistikk&site=granerud-nord");
        assertThat(panel().locator(".lines")).isVisible();
        assertThat(panel().locator(".improvements")).hasCount(0);
    }

    @Test
    void dataConfidenceIsALayerOfItsOwnInTheAddress() {
        open("?v=1&purpose=logistikk&site=kirkenaer");
        var points = names(page.locator("#list"));
        assertThat(page.locator(".sure-badge")).hasCount(0);
        page.locator("#layer-panel > summary").click();
        page.locator("#confidence-layer").selectOption("C06");
        assertThat(page.locator("#map .site-marker .sure-badge")).hasCount(3);
        assertThat(symbol("Kirkenær industriområde")).hasAccessibleName(Pattern.compile(", datatillit: lav$"));
        assertThat(row("Kirkenær industriområde").locator(".mark--sureness")).hasText("datatillit: lav");
        assertThat(page.locator("#layer-panel")).containsText("Mangler: ingen verdi er funnet");
        assertThat(page.locator("#layer-panel")).containsText("aldri en del av dem");
        var current = panel().locator(".sureness tr.is-current");
        assertThat(current).containsText("lav");
        assertThat(current).containsText("skjematiske eksempeldata");
        assertThat(page.url()).contains("tillit=C06");
        assertThat(names(page.locator("#list"))).isEqualTo(points);
        openTab("Tabell");
        assertThat(page.locator(".big-table thead")).containsText("Datatillit");
        openTab("Kart");
        page.locator("#confidence-layer").selectOption("");
        assertThat(page.locator(".sure-badge")).hasCount(0);
        assertThat(page.url()).doesNotContain("tillit");
    }

    @ParameterizedTest
    @CsvSource({"nb, 1440", "en, 390"})
    void axeFindsNothingAndNothingScrollsSideways(String language, int width) {
        var page = newPage(width, 900);
        open(page, SITE + "&tillit=all&lang=" + language);
        openChain(page, "C06");
        openChain(page, "C04");
        page.locator("#improvements-all summary").click();
        if (width > 1000) {
            page.locator("#layer-panel > summary").click();
            page.locator("#objects-C06").click();
            assertThat(page.locator("#map-note button")).isVisible();
        }
        var violations = new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                        .toList();
        assertThat(violations).as(language + " " + width).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }

    /** Pictures to look at: {@code -Dareal.screenshots=FOLDER}, seen from the top folder. */
    @Test
    @Tag("screenshots")
    @EnabledIfSystemProperty(named = "areal.screenshots", matches = ".+")
    void pictures() {
        for (int width : new int[] {1440, 390}) {
            var page = newPage(width, 900);
            open(page, SITE + "&tillit=all");
            openChain(page, "C06");
            page.locator("#line-C06").scrollIntoViewIfNeeded();
            picture(page, "why-chain-" + width);
            page.locator("#objects-C06").click();
            assertThat(page.locator("#map-note button")).isVisible();
            picture(page, "why-objects-" + width);
            page.keyboard().press("Escape");
            page.locator(".improvements").scrollIntoViewIfNeeded();
            picture(page, "why-improvements-" + width);
            page.locator(".sureness").scrollIntoViewIfNeeded();
            picture(page, "why-confidence-" + width);
        }
    }

    private static void picture(Page page, String name) {
        var folder = Path.of("..", System.getProperty("areal.screenshots"));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    /** Opens what stands behind a line. */
    private static Locator openChain(Page page, String criterion) {
        var line = page.locator("#line-" + criterion);
        line.locator("> summary").click();
        return line.locator(".chain");
    }
}

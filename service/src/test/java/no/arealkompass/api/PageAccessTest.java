package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for everyone: narrow screens, large text, screen readers, both languages. */
class PageAccessTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    /** Every page, the map also with the panel of a site, and the comparison with something in it. */
    private static final List<String> PAGES = List.of(
            "tab=map",
            "tab=map&site=granerud-nord&purpose=logistikk",
            "tab=table&sort=area",
            "tab=compare",
            "tab=compare&compare=granli,norsenga,magnor",
            "tab=strategy",
            "tab=data");

    @ParameterizedTest
    @CsvSource({"nb, 360", "en, 1440"})
    void axeFindsNothing(String language, int width) {
        page.setViewportSize(width, 900);
        for (var query : PAGES) {
            openWhole(query + "&lang=" + language);
            assertThat(violations()).as(language + " " + width + " " + query).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 720})
    void noPageScrollsSideways(int width) {
        page.setViewportSize(width, 800);
        for (var language : List.of("nb", "en")) {
            for (var query : PAGES) {
                openWhole(query + "&lang=" + language);
                assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
                        .as(language + " " + query + tooWide(width))
                        .isEqualTo(width);
            }
        }
    }

    @Test
    void onAPhoneListAndMapTakeTurns() {
        page.setViewportSize(390, 844);
        open("");
        assertThat(page.locator("#list")).isVisible();
        assertThat(page.locator("#map")).isHidden();
        button("Kart").click();
        assertThat(page.locator("#map")).isVisible();
        assertThat(page.locator("#list")).isHidden();
        assertThat(symbols()).hasCount(7);
        symbol("Granerud nord").press("Enter");
        assertThat(panel()).isVisible();
        button("Lukk").click();
        button("Liste").click();
        assertThat(page.locator("#list")).isVisible();
    }

    @Test
    void atTwiceTheTextSizeEverythingIsWithinReach() {
        page.setViewportSize(720, 450);
        open("");
        page.getByLabel("Formål").selectOption("logistikk");
        rowButton("Granerud nord").click();
        assertThat(panel()).containsText("Avgjørende opplysninger");
        button("Lukk").click();
        for (var tab : List.of("Tabell", "Sammenlign", "Strategi", "Data", "Kart")) {
            openTab(tab);
            assertThat(page.locator("a[aria-current='page']")).containsText(tab);
        }
    }

    @Test
    void englishIsEnglishThroughout() {
        open("");
        button("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page).hasTitle("Map – Arealkompass");
        for (var query : PAGES) {
            openWhole(query + "&lang=en");
            assertThat(norwegianTexts()).as(query).asString().isEqualTo("[]");
        }
        button("Norsk").click();
        assertThat(page.locator("html")).hasAttribute("lang", "nb");
        assertThat(page).hasTitle("Data – Arealkompass");
    }

    /** The first stop of the keyboard leads past the header. */
    @Test
    void theFirstTabStopLeadsToTheContent() {
        open("");
        page.keyboard().press("Tab");
        var skip = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hopp til innholdet"));
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
    }

    /** Opens a page with everything that folds unfolded, since hidden parts are not checked. */
    private void openWhole(String query) {
        open("?v=1&" + query);
        page.evaluate("document.querySelectorAll('#page details, #page-map details')"
                + ".forEach(details => { details.open = true; })");
    }

    /** Rule, element and what to do, for each violation. */
    private List<String> violations() {
        return new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> "%s: %s%n  %s%n  %s"
                                        .formatted(
                                                rule.getId(),
                                                node.getTarget(),
                                                node.getHtml(),
                                                node.getFailureSummary())))
                        .toList();
    }

    /** Elements that reach beyond the page, for the message of a failing test. */
    private String tooWide(int width) {
        return " " + page.evaluate("""
                width => [...document.querySelectorAll('body *')]
                  .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.table-scroll, #map'))
                  .slice(0, 5).map(e => e.outerHTML.slice(0, 120))
                """, width);
    }

    /** Text on the page that is one of the Norwegian texts of the front end and not also an English one. */
    private Object norwegianTexts() {
        return page.evaluate("""
                async () => {
                  const { nb } = await import('/app/texts/nb.js');
                  const { en } = await import('/app/texts/en.js');
                  const english = new Set(Object.values(en));
                  const norwegian = new Set(Object.values(nb).filter(text => text && !english.has(text)));
                  const found = [];
                  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (texts.nextNode()) found.push(texts.currentNode.data.trim());
                  for (const e of document.querySelectorAll('[aria-label], [title], [placeholder]'))
                    found.push(e.ariaLabel, e.title, e.placeholder);
                  return found.filter(text => norwegian.has(text));
                }
                """);
    }
}

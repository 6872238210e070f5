package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken links and broken lines: the page says what is wrong and goes on working. */
class PageFaultsTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?v=99&purpose=logistikk      | nyere versjon
            ?v=0&purpose=logistikk       | eldre versjon
            ?v=1&tab=tull                | Delen «tab» av lenken kunne ikke leses
            ?v=1&view=nord,ost,9         | Delen «view» av lenken kunne ikke leses
            ?v=1&daa=-5                  | Delen «daa» av lenken kunne ikke leses
            ?v=1&lang=sv                 | Delen «lang» av lenken kunne ikke leses
            ?v=1&site=%3Cscript%3E       | Delen «site» av lenken kunne ikke leses
            ?v=1&site=finnes-ikke        | området «finnes-ikke», som ikke finnes
            ?v=1&compare=granli,borte    | området «borte», som ikke finnes
            ?v=1&purpose=romfart         | formålet «romfart», som ikke finnes
            ?v=1&layers=veger,atlantis   | kartlaget «atlantis», som ikke finnes
            ?v=1&layers=%3Cscript%3E     | Delen «layers» av lenken kunne ikke leses
            ?v=1&compare=granli,%3Ci%3E  | Noe i delen «compare» av lenken kunne ikke leses
            ?v=1&kommune=9999            | kommunen «9999», som ikke er med i denne regionen
            ?v=1&plan=tull               | planstatusen «tull», som ingen områder har
            ?v=1&strategy=borte/1.0      | Strategien i lenken finnes ikke
            """)
    void aBrokenLinkSaysWhatIsLostAndTheRestWorks(String query, String notice) {
        open(query);
        assertThat(alert()).containsText(notice);
        assertThat(rows()).hasCount(7);
        rowButton("Granli godsterminal").click();
        assertThat(panel().getByRole(AriaRole.HEADING).first()).hasText("Granli godsterminal");
        button("Lukk meldingen").click();
        assertThat(alert()).hasCount(0);
    }

    @Test
    void aClosedNoticeStaysClosedAndALinkGoneBackToIsReadAnew() {
        open("?v=1&compare=granli,borte");
        assertThat(page.locator("#tab-compare")).hasText("Sammenlign1");
        page.evaluate("history.pushState(null, '', '?v=1&site=ogsaa-borte')");
        page.evaluate("history.pushState(null, '', '?v=1')");
        page.goBack();
        assertThat(alert()).containsText("området «ogsaa-borte», som ikke finnes");
        button("Lukk meldingen").click();
        assertThat(alert()).hasCount(0);
        button("Fest lenken").click();
        assertThat(button("Vis den nyeste")).isVisible();
        assertThat(alert()).hasCount(0);
    }

    @Test
    void aRunThatDoesNotExistGivesTheNewestAndSaysSo() {
        open("?v=1&run=00000000-0000-4000-8000-000000000000");
        assertThat(alert()).containsText("Beregningen i lenken finnes ikke");
        assertThat(rows()).hasCount(7);
        // The browser itself writes the 404 to its console.
        assertThat(faults).allMatch(fault -> fault.contains("404"));
        faults.clear();
    }

    /** Where the line breaks, what the page says, and what is there after trying again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **/api/config            |                          | Siden kunne ikke lastes
            **/api/runs/*            |                          | Siden kunne ikke lastes
            **/scores/**             | &site=granli             | Fikk ikke svar fra tjenesten
            **/scores?**             | &tab=table               | Fikk ikke svar fra tjenesten
            **/scores/**             | &tab=compare&compare=granli,norsenga | Fikk ikke svar fra tjenesten
            **/sites/items?limit*    |                          | Omrissene kunne ikke hentes
            **/veger/items?**        |                          | Kunne ikke hentes.
            """)
    void aBrokenLineIsNamedAndTryingAgainHelps(String address, String query, String said) {
        page.route(address, Route::abort);
        page.navigate("/?v=1" + (query == null ? "" : query));
        if (address.contains("veger"))
            page.getByText("Tegnforklaring og kartlag").click();
        assertThat(page.locator("body")).containsText(said);
        var again = button("Prøv igjen");
        assertThat(again).isVisible();
        page.unroute(address);
        again.click();
        assertThat(again).hasCount(0);
        assertThat(page.getByText(said)).hasCount(0);
        assertThat(page.locator("#footer")).containsText("Beregning nr.");
        assertThat(faults).isNotEmpty().allMatch(fault -> fault.contains("ERR_FAILED"));
        faults.clear();
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import no.arealkompass.TestPlans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;

/** From the page of a check to a file in a case folder, and from the file back to the page that says whether it holds. */
@DirtiesContext
class PageVerifyTest extends BrowserTest {
    private static final String PLAN = "?v=1&tab=plan&sjekk=3414-201803@1";

    @BeforeEach
    void plan() {
        if (jdbc.sql("select count(*) from plan_version").query(Integer.class).single() > 0) {
            return;
        }
        var middle = jdbc.sql("""
                select st_x(p) as x, st_y(p) as y from (select st_pointonsurface(geom) as p
                  from feature f join dataset_version v on v.id = f.dataset_version_id
                  where v.dataset = 'kommuner' and class = '3414') q
                """).query().singleRow();
        double east = Math.round((Double) middle.get("x"));
        double north = Math.round((Double) middle.get("y"));
        long version = TestPlans.version(
                jdbc,
                "3414",
                "201803",
                1,
                "MUNICIPAL",
                "ADOPTED",
                "3",
                "2018-06-20",
                TestPlans.rectangle(east, north, 5000, 5000));
        TestPlans.zone(jdbc, version, "N1", "1310", "2", TestPlans.rectangle(east, north, 800, 500));
    }

    /** Freezes the check of the plan on its page, as the administrator; the id it got. */
    private String freeze() {
        var admin = newAdministratorsPage(1280, 900);
        admin.navigate("/login");
        open(admin, PLAN);
        admin.locator("#paper-freeze").click();
        var said = admin.locator("#paper-said");
        assertThat(said).containsText(Pattern.compile("Frosset med id [0-9a-f-]{36}"));
        assertThat(admin.locator("#paper-list")).containsText("Frosne utskrifter av denne plansjekken");
        return said.innerText().replaceAll("(?s).*Frosset med id ([0-9a-f-]{36}).*", "$1");
    }

    private byte[] download(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private void handIn(Page page, String name, byte[] bytes) {
        page.locator("#verify-file").setInputFiles(new FilePayload(name, "application/pdf", bytes));
    }

    @Test
    void whatIsFrozenOnThePageIsValidForAStrangerAndAlteredWithOneByteChanged() throws Exception {
        var id = freeze();
        open("?v=1&tab=verify&utskrift=" + id);
        var result = page.locator("#verify-result");
        assertThat(result).containsText("Gyldig");
        assertThat(result).containsText("Plansjekk");
        assertThat(result).containsText("Arealstrategi for næringsområder i Kongsvingerregionen");
        var pdf = download("/api/snapshots/" + id + "/document.pdf");
        handIn(page, "utskrift.pdf", pdf);
        assertThat(result).containsText("utskrift.pdf");
        assertThat(result).containsText("Gyldig");
        assertThat(page).not().hasURL(Pattern.compile("utskrift="));
        pdf[pdf.length / 2] ^= 1;
        handIn(page, "endret.pdf", pdf);
        assertThat(result).containsText("Endret – ikke gyldig");
        handIn(page, "annet.pdf", "noe helt annet".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(result).containsText("Ukjent");
        page.getByLabel("Eller id-en som står nederst på hver side").fill("utskrift " + id);
        page.keyboard().press("Enter");
        assertThat(result).containsText("Gyldig");
        assertThat(page).hasURL(Pattern.compile("utskrift=" + id));
    }

    @Test
    void aBrowserThatCannotHashHandsTheFileIn() throws Exception {
        var id = freeze();
        page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
        open("?v=1&tab=verify");
        handIn(page, "utskrift.json", download("/api/snapshots/" + id + "/document.json"));
        assertThat(page.locator("#verify-result")).containsText("Gyldig");
        assertThat(page.locator("#verify-result")).containsText("Data (JSON)");
    }

    @Test
    void aStrangerCanPrintButNotFreeze() throws Exception {
        open(PLAN);
        var box = page.locator("#paper");
        assertThat(box.getByText("Rapport som PDF (bokmål)")).isVisible();
        assertThat(page.locator("#paper-freeze")).hasCount(0);
        for (var link : box.locator(".paper__files a").all()) {
            var file = download(link.getAttribute("href"));
            assertThat(new String(file, 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .isIn("%PDF", "\u0089PNG");
        }
    }

    @ParameterizedTest
    @CsvSource({"nb, 360", "en, 1440"})
    void axeFindsNothingAndNothingScrollsSideways(String language, int width) {
        var id = freeze();
        page.setViewportSize(width, 900);
        open("?v=1&tab=verify&utskrift=" + id + "&lang=" + language);
        assertThat(page.locator("#verify-result")).isVisible();
        page.evaluate("document.querySelectorAll('#page details').forEach(d => (d.open = true))");
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations).as(violations.toString()).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import no.arealkompass.access.Role;
import no.arealkompass.present.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The investor's page in a browser: both languages, a telephone and a large screen, one site and several. */
class PageRoomTest extends BrowserTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private String link(String... sites) {
        var draft = LinkGround.draft(sites);
        draft.put("watermark", "Prøveutgave").put("comparison", sites.length > 1);
        draft.putArray("fields");
        Arrays.stream(Field.values()).map(Field::key).forEach(draft.withArrayProperty("fields")::add);
        var made = send(HttpRequest.newBuilder(URI.create(base() + "/api/links"))
                .header("Content-Type", "application/json")
                .header("Authorization", login(Role.RECRUITER))
                .POST(BodyPublishers.ofString(draft.toString())));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body()).path("address").asString().replaceAll("^https?://[^/]+", "");
    }

    @ParameterizedTest
    @CsvSource({"nb, 360", "nb, 1440", "en, 360", "en, 1440"})
    void axeFindsNothingAndNothingScrollsSideways(String language, int width) {
        page.setViewportSize(width, 900);
        for (var path : List.of(link("granerud-nord"), link("granerud-nord", "kirkenaer", "norsenga"))) {
            page.navigate(path + "?lang=" + language);
            assertThat(page.locator("h1")).isVisible();
            page.locator("details").all().forEach(details -> details.evaluate("one => (one.open = true)"));
            assertThat(violations(page)).as(language + " " + width).isEmpty();
            assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
            assertThat(
                            page.evaluate(
                                    "[...document.images].filter((one) => one.loading !== 'lazy').every((one) => one.naturalWidth > 0)"))
                    .isEqualTo(true);
        }
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}

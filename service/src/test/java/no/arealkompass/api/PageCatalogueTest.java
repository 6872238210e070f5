package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The public catalogue in a real browser: for everyone, in both languages, on any screen, and inside other pages. */
class PageCatalogueTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    /** A municipality's own pages, and somebody else's. */
    private static final HttpServer ALLOWED = server();

    private static final HttpServer REFUSED = server();

    @DynamicPropertySource
    static void embedders(DynamicPropertyRegistry registry) {
        registry.add("areal.embed.origins", () -> origin(ALLOWED));
    }

    @AfterAll
    static void stopServers() {
        ALLOWED.stop(0);
        REFUSED.stop(0);
    }

    /** Pages that show whatever their address asks for in a frame. */
    private static HttpServer server() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var inside = exchange.getRequestURI().getQuery();
                var html =
                        "<!doctype html><html lang=\"nb\"><head><title>Kommunen</title><link rel=\"icon\" href=\"data:,\">"
                                + "</head><body><h1>Kommunen</h1><iframe title=\"Arealer\" width=\"900\" height=\"700\" src=\""
                                + inside + "\"></iframe></body></html>";
                var bytes = html.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, bytes.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(bytes);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String origin(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @ParameterizedTest
    @CsvSource({"nb, 360", "nb, 1440", "en, 360", "en, 1440"})
    void axeFindsNothingAndNothingScrollsSideways(String language, int width) {
        page.setViewportSize(width, 900);
        var list = language.equals("nb") ? "/omrader" : "/en/sites";
        for (var path : List.of(
                list,
                list + "?mw=1&min=x",
                list + "?vis=tabell&mw=1",
                list + "/granerud-nord",
                "/innebygd/omrader?lang=" + language)) {
            page.navigate(path);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(violations()).as(path + " " + width).isEmpty();
            assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(width);
        }
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
    }

    @Test
    void filtersAndPagesWorkWithTheKeyboardAlone() {
        page.navigate("/omrader");
        page.getByLabel("Kraft, minst MW").fill("1");
        page.getByLabel("Kraft, minst MW").press("Enter");
        assertThat(page.locator("#count")).containsText("mangler opplysninger");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ikke oppgitt")))
                .isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .press("Enter");
        assertThat(page.getByLabel("Power, at least MW")).hasValue("1");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Granerud nord"))
                .press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Granerud nord");
        assertThat(page.getByText("Deciding facts")).isVisible();
    }

    /** The data block is there and the policy has nothing against it: a breach would be in the console. */
    @Test
    void theDataBlockIsNotBlocked() {
        page.navigate("/omrader/granerud-nord");
        assertThat(
                        page.evaluate(
                                "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@type']"))
                .isEqualTo("Place");
    }

    @Test
    void theListStandsInsideThePagesThatMayShowIt() {
        page.navigate(origin(ALLOWED) + "/?" + base() + "/innebygd/omrader?kommune=3414");
        var inside = page.frameLocator("iframe");
        assertThat(inside.getByRole(
                        AriaRole.HEADING, new com.microsoft.playwright.FrameLocator.GetByRoleOptions().setLevel(1)))
                .hasText("Ledige næringsarealer i Nord-Odal");
        Locator site = inside.getByText("Granerud nord");
        assertThat(site).hasAttribute("target", "_blank");
    }

    @Test
    void anybodyElseIsRefused() {
        page.navigate(origin(REFUSED) + "/?" + base() + "/innebygd/omrader?kommune=3414");
        assertThat(page.frameLocator("iframe").getByText("Granerud nord")).hasCount(0);
        page.navigate(origin(ALLOWED) + "/?" + base() + "/omrader");
        assertThat(page.frameLocator("iframe").getByText("Granerud nord")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(faults)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(fault -> fault.contains("frame-ancestors") || fault.contains("ERR_BLOCKED_BY_RESPONSE"));
        faults.clear();
    }
}

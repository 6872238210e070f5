package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Sites drawn and changed in the page, with the mouse and without it. */
@DirtiesContext
class PageEditTest extends BrowserTest {
    private static final String SQUARE = "POLYGON ((12.30 60.30, 12.32 60.30, 12.32 60.31, 12.30 60.31, 12.30 60.30))";

    @BeforeEach
    void loggedIn() {
        logIn(page);
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

    @Test
    void drawnWithTheMouseItIsMeasuredAtOnceAndSaved() {
        openEditor("new");
        draw(new double[][] {{0.35, 0.35}, {0.6, 0.35}, {0.6, 0.6}, {0.35, 0.6}});
        assertThat(live()).containsText(Pattern.compile("\\d\\s*daa · .*poeng, plass .* av \\d+"));
        assertThat(page.locator("#edit-scores tbody tr").first()).isVisible();
        section("Om området");
        page.locator("#edit-name").fill("Tegnet med mus");
        assertThat(page.locator("#edit-id")).hasValue("tegnet-med-mus");
        page.locator("#edit-source").fill("Skisse på møte");
        page.locator("#edit-publication").selectOption("published");
        page.locator("#edit-why").fill("Nytt innspill");
        var area = page.locator("#edit-area").innerText();
        button("Lagre").click();
        assertThat(panel()).containsText("Tegnet med mus");
        assertThat(page.locator("#edit")).isHidden();
        assertThat(page).not().hasURL(Pattern.compile("edit="));
        var stored = json("/api/sites/tegnet-med-mus");
        assertThat(stored.path("footprint").path("coordinates").path(0).path(0).size())
                .isEqualTo(5);
        assertThat(area)
                .startsWith(String.valueOf(Math.round(stored.path("areaDaa").asDouble()))
                        .substring(0, 1));
        assertThat(kept("new")).isNull();
    }

    @Test
    void theTableOfVerticesDoesWhatTheMouseDoes() {
        openEditor("new");
        paste(SQUARE);
        assertThat(page.locator(".edit-vertices tbody tr")).hasCount(4);
        vertex(0, 0).fill("12,29");
        vertex(0, 0).press("Tab");
        assertThat(page.locator("#edit-status")).containsText("flyttet");
        page.getByLabel("Nytt punkt etter punkt 2").click();
        assertThat(page.locator(".edit-vertices tbody tr")).hasCount(5);
        page.getByLabel("Slett punkt 3").click();
        assertThat(page.locator(".edit-vertices tbody tr")).hasCount(4);
        page.locator("#edit-crs").selectOption("25833");
        assertThat(vertex(0, 0)).hasValue(Pattern.compile("3\\d{5}\\.\\d{2}"));
        double east = Double.parseDouble(vertex(0, 0).inputValue());
        vertex(0, 0).fill(String.valueOf(east + 100));
        vertex(0, 0).press("Tab");
        assertThat(page.locator("#edit-status")).containsText("flyttet");
        assertThat(vertex(0, 0)).hasValue(Pattern.compile((long) (east + 100) + "[.]\\d\\d"));
        vertex(0, 0).fill("nord");
        vertex(0, 0).press("Tab");
        assertThat(page.locator("#edit-status")).containsText("«nord» er ikke et tall");
        undo(4);
        page.locator("#edit-crs").selectOption("4326");
        assertThat(vertex(0, 0)).hasValue("12.3000000");
        button("Gjør om").click();
        assertThat(vertex(0, 0)).hasValue("12.2900000");
    }

    @Test
    void aCrossingIsToldInWordsWithItsPlaceAndIsNotSaved() {
        openEditor("new");
        paste("POLYGON ((12.30 60.30, 12.32 60.31, 12.32 60.30, 12.30 60.31, 12.30 60.30))");
        assertThat(live()).containsText("krysser seg selv");
        assertThat(page.locator(".edit-faults")).containsText("12.31");
        assertThat(page.locator(".edit-fault")).hasCount(1);
        button("Lagre").click();
        assertThat(page.locator("#edit-faults")).isFocused();
        assertThat(page.locator("#edit-faults")).containsText("krysser seg selv");
        assertThat(page.locator("#edit-faults")).containsText("Navn: må fylles ut");
        page.locator("#edit-faults").getByText("Navn: må fylles ut").click();
        assertThat(page.locator("#edit-name")).isFocused();
        undo(1);
        assertThat(live()).containsText("Ingen flate");
    }

    @Test
    void holesAreCutAndShapesSplitAndMergedAndAllOfItUndone() {
        openEditor("new");
        paste(SQUARE);
        var whole = daa();
        tool("Skjær hull");
        click(new double[][] {{0.45, 0.45}, {0.55, 0.45}, {0.5, 0.55}});
        button("Fullfør").click();
        assertThat(page.locator("#edit-status")).containsText("skåret ut");
        assertThat(page.locator(".edit-vertices tbody tr")).hasCount(7);
        assertThat(daa()).isLessThan(whole);
        undo(1);
        tool("Del");
        click(new double[][] {{0.5, 0.02}, {0.5, 0.98}});
        button("Fullfør").click();
        assertThat(page.locator("#edit-split")).containsText("Hva skal beholdes?");
        button("Bare bit 1").click();
        assertThat(daa()).isBetween(whole * 0.3, whole * 0.7);
        undo(1);
        assertThat(daa()).isEqualTo(whole);
        page.locator("#edit-merge > summary").click();
        page.locator("#edit-merge-with").selectOption("granli");
        button("Slå sammen nå").click();
        assertThat(page.locator("#edit-status")).containsText("m fra de andre");
        faults.removeIf(fault -> fault.contains("422"));
    }

    @Test
    void mergedWithANeighbourThatTouches() {
        store("nabo-en", "POLYGON ((12.32 60.30, 12.34 60.30, 12.34 60.31, 12.32 60.31, 12.32 60.30))");
        openEditor("new");
        paste(SQUARE);
        var before = daa();
        page.locator("#edit-merge > summary").click();
        page.locator("#edit-merge-with").selectOption("nabo-en");
        button("Slå sammen nå").click();
        assertThat(page.locator("#edit-status")).containsText("Slått sammen med nabo-en");
        assertThat(daa()).isCloseTo(2 * before, within(before * 0.01));
    }

    @Test
    void whatIsNotSavedIsOfferedAgainAfterAReload() {
        store("kladd", WKT2);
        openEditor("kladd");
        section("Om området");
        page.locator("#edit-name").fill("Kladd med nytt navn");
        openVertices();
        page.getByLabel("Slett punkt 1").click();
        assertThat(page.locator(".edit-vertices tbody tr")).hasCount(3);
        page.reload();
        assertThat(page.locator(".edit-box")).containsText("ulagret utkast");
        assertThat(page.locator("#edit-name")).hasValue("kladd");
        button("Fortsett på utkastet").click();
        assertThat(page.locator("#edit-name")).hasValue("Kladd med nytt navn");
        openVertices();
        assertThat(page.locator(".edit-vertices tbody tr")).hasCount(3);
        button(page.locator("#edit"), "Lukk").click();
        assertThat(kept("kladd")).isNotNull();
        button("Rediger").click();
        button("Forkast utkastet").click();
        assertThat(kept("kladd")).isNull();
    }

    private static final String WKT2 = "POLYGON ((12.40 60.40, 12.42 60.40, 12.42 60.41, 12.40 60.41, 12.40 60.40))";

    @Test
    void whoComesSecondIsToldWhatTheFirstChangedAndLosesNothing() {
        store("omstridt", "POLYGON ((12.50 60.40, 12.52 60.40, 12.52 60.41, 12.50 60.41, 12.50 60.40))");
        openEditor("omstridt");
        var other = newPage(1440, 900);
        logIn(other);
        open(other, "?v=1&edit=omstridt");
        section(other, "Om området");
        other.locator("#edit-name").fill("Omstridt, deres");
        other.locator("#edit-why").fill("Rettet navn");
        button(other.locator("#edit"), "Lagre").click();
        assertThat(other.locator("#site-title")).hasText("Omstridt, deres");

        section("Om området");
        page.locator("#edit-source").fill("Min kilde");
        page.locator("#edit-why").fill("Bedre kilde");
        button("Lagre").click();
        var conflict = page.locator("#edit-conflict");
        assertThat(conflict).isFocused();
        assertThat(conflict).containsText("Rettet navn");
        assertThat(conflict).containsText("admin");
        button("Sammenlign").last().click();
        assertThat(conflict.locator("table")).containsText("Omstridt, deres");
        assertThat(conflict.locator("table")).containsText("Min kilde");
        button("Last inn deres (utkastet beholdes)").click();
        assertThat(page.locator("#edit-name")).hasValue("Omstridt, deres");
        button("Fortsett på utkastet").click();
        assertThat(page.locator("#edit-source")).hasValue("Min kilde");
        button("Lagre").click();
        button("Behold mitt og lagre over").click();
        button("Lagre").click();
        assertThat(page.locator("#site-title")).hasText("omstridt");
        var stored = json("/api/sites/omstridt");
        assertThat(stored.path("version").asInt()).isEqualTo(3);
        assertThat(stored.path("source").asString()).isEqualTo("Min kilde");
        faults.removeIf(fault -> fault.contains("412"));
    }

    @Test
    void factsPartsAndLinksAreSavedWithTheSite() {
        store("med-deler", "POLYGON ((12.60 60.40, 12.62 60.40, 12.62 60.41, 12.60 60.41, 12.60 60.40))");
        openEditor("med-deler");
        section("Fakta");
        button("Legg til faktum").click();
        page.locator("#edit-fact-0-fact").selectOption("planStatus");
        page.locator("#edit-fact-0-value").selectOption("regulert");
        page.locator("#edit-fact-0-statedBy").fill("Kommunen");
        page.locator("#edit-fact-0-on").fill("2025-03");
        page.locator("#edit-fact-0-source").fill("Plan 12");
        section("Deler og tomter");
        button("Legg til del").click();
        page.locator("#edit-part-0-name").fill("Tomt A");
        button("Lagre").click();
        assertThat(page.locator("#edit-faults")).containsText("Delen har ingen flate");
        page.locator("#edit-part-0-draw").click();
        openVertices();
        paste("POLYGON ((12.605 60.402, 12.61 60.402, 12.61 60.405, 12.605 60.405, 12.605 60.402))");
        page.locator("#edit-scoredPart").selectOption("del-1");
        section("Bilder og film");
        button("Legg til lenke").click();
        page.locator("#edit-media-0-url").fill("https://example.org/bilde.jpg");
        page.locator("#edit-media-0-text").fill("Tomten fra sør");
        page.locator("#edit-why").fill("Tomt lagt ut");
        button("Lagre").click();
        assertThat(page.locator("#site-title")).hasText("med-deler");
        var stored = json("/api/sites/med-deler");
        assertThat(stored.path("parts").path(0).path("name").asString()).isEqualTo("Tomt A");
        assertThat(stored.path("scoredPart").asString()).isEqualTo("del-1");
        assertThat(stored.path("facts").path(0).path("value").asString()).isEqualTo("regulert");
        assertThat(stored.path("media").path(0).path("url").asString()).isEqualTo("https://example.org/bilde.jpg");
        assertThat(stored.path("why").asString()).isEqualTo("Tomt lagt ut");
    }

    @Test
    void onlyTheAdministratorSeesTheWayIn() {
        page.context().unrouteAll();
        open("?v=1&site=granli");
        assertThat(page.getByText("Tegn nytt areal")).hasCount(0);
        assertThat(page.locator("#site-edit")).hasCount(0);
        open("?v=1&edit=granli");
        assertThat(page.locator("#edit")).containsText("Bare administratoren");
        assertThat(page.locator(".edit-tools")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"nb, 390", "nb, 1440", "en, 390", "en, 1440"})
    void axeFindsNothingAndNothingIsWiderThanTheScreen(String language, int width) {
        page.setViewportSize(width, 900);
        for (var pane : List.of("list", "map")) {
            open("?v=1&edit=granli&lang=" + language + "&pane=" + pane);
            assertThat(page.locator("#edit-area:visible, .edit-live strong:visible")
                            .first())
                    .isVisible();
            page.evaluate("document.querySelectorAll('#edit details').forEach(d => { d.open = true; })");
            assertThat(page.locator(".edit-busy")).hasCount(0);
            var found = new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                            .setLegacyMode(true)
                            .analyze()
                            .getViolations()
                            .stream()
                            .flatMap(rule -> rule.getNodes().stream().map(n -> rule.getId() + " " + n.getHtml()))
                            .toList();
            assertThat(found).as(language + " " + width + " " + pane).isEmpty();
            assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
        }
    }

    private void openEditor(String id) {
        open("?v=1&edit=" + id + "&view=60.305,12.31,13&layers=-");
        assertThat(page.locator(".edit-tools")).isVisible();
    }

    /** Clicks at shares of the map's width and height. */
    private void click(double[][] places) {
        BoundingBox map = page.locator("#map").boundingBox();
        for (var place : places) {
            page.mouse().move(map.x + place[0] * map.width, map.y + place[1] * map.height);
            page.mouse().click(map.x + place[0] * map.width, map.y + place[1] * map.height);
            page.waitForTimeout(250);
        }
    }

    private void draw(double[][] places) {
        click(places);
        click(new double[][] {places[0]});
        assertThat(page.locator("#edit-status")).containsText("tegnet");
    }

    private void tool(String name) {
        button(page.locator("#edit-tools"), name).click();
    }

    private void undo(int times) {
        for (int i = 0; i < times; i++) {
            button("Angre").click();
        }
    }

    private Locator live() {
        return page.locator(".edit-live");
    }

    /** The area as it is shown once it has been measured. */
    private double daa() {
        assertThat(live().locator("em")).hasCount(0);
        return Double.parseDouble(
                page.locator("#edit-area").innerText().replaceAll("[^0-9,]", "").replace(',', '.'));
    }

    private void section(String name) {
        section(page, name);
    }

    private static void section(Page page, String name) {
        var section = page.locator(".edit-section")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        if (section.getAttribute("open") == null) {
            section.locator("summary").first().click();
        }
    }

    private void openVertices() {
        if (page.locator("#edit-vertices").getAttribute("open") == null) {
            page.locator("#edit-vertices > summary").click();
        }
    }

    private void paste(String wkt) {
        openVertices();
        page.locator("#edit-paste").fill(wkt);
        button("Bruk som flate").click();
        assertThat(page.locator("#edit-status")).containsText("lest i EPSG:4326");
    }

    private Locator vertex(int row, int axis) {
        return page.locator("#edit-vertex-" + row + "-" + axis);
    }

    private Object kept(String id) {
        return page.evaluate("id => sessionStorage.getItem('arealkompass.draft.' + id)", id);
    }

    private JsonNode store(String id, String wkt) {
        var ring = wkt.replaceAll("^POLYGON \\(\\(|\\)\\)$", "").replaceAll("([\\d.]+) ([\\d.]+)", "[$1,$2]");
        var body = """
                {"id":"%1$s","name":"%1$s","kind":"land","publication":"published","source":"test","accuracyM":1,"schematic":false,
                "areaKnown":true,"facts":[],"footprint":{"type":"Polygon","coordinates":[[%2$s]]},"parts":[],"media":[],"why":"test"}
                """.formatted(id, ring);
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/sites"))
                .headers("Authorization", administrator(), "Content-Type", "application/json", "Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }
}

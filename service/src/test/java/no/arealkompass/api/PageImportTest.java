package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.arealkompass.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The import page as an administrator uses it: real files through the real door. What is imported are drafts of sites,
 * which nobody else sees, since other tests look at the same database.
 */
class PageImportTest extends BrowserTest {
    private static final String IMPORT = "?v=1&tab=import";
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    @BeforeEach
    void logIn() {
        page = newAdministratorsPage(1440, 900);
        // What the browser is told by the address that asks for a login it keeps for the whole service.
        page.navigate("/login?back=" + IMPORT.replace("&", "%26"));
        assertThat(page.locator("#footer")).containsText("Beregning nr.");
        assertThat(page.locator("#import-files")).isAttached();
    }

    @AfterEach
    void leaveNothingBehind() {
        jdbc.sql("delete from delivery where state not in ('READING', 'IMPORTING')")
                .update();
    }

    @Test
    void whoMayNotImportIsToldSoAndLedToTheLogin() {
        var stranger = newPage(1440, 900);
        open(stranger, "?v=1");
        assertThat(stranger.locator("#tab-import")).hasCount(0);
        open(stranger, IMPORT);
        assertThat(stranger.locator("#page")).containsText("Bare administratoren kan importere filer");
        assertThat(stranger.locator("#import-files")).hasCount(0);
        var login =
                stranger.locator("#page").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Logg inn"));
        assertThat(login).hasAttribute("href", Pattern.compile("/login\\?back=.*tab%3Dimport"));
        assertThat(page.locator("#tab-import")).hasAttribute("aria-current", "page");
    }

    @Test
    void aGoodFileIsShownFirstAndThenImported() {
        upload("gode-omraader.geojson", sites(3, SQUARE));
        asSites();
        assertThat(verdict())
                .containsText(Pattern.compile("Klar til import: 3 flater, [\\d ,\\u00a0]+daa, i EPSG:4326"));
        assertThat(page.locator("#live")).containsText("gode-omraader.geojson: Klar til import");
        assertThat(page).hasURL(Pattern.compile("delivery=[0-9a-f-]{36}"));
        assertThat(part("Hva filen inneholder")).containsText("GeoJSON");
        assertThat(page.locator("#import-dataset")).hasValue("naeringsarealer");
        assertThat(page.locator("#map-name")).hasValue("name");
        assertThat(json("/api/imports?limit=1", administrator())
                        .path("items")
                        .path(0)
                        .path("fileName")
                        .asString())
                .as("nothing is stored yet")
                .isNotEqualTo("gode-omraader.geojson");

        button(page.locator(".verdict"), "Importer").click();
        assertThat(verdict()).containsText("Importert: 3 flater");
        assertThat(page.locator("#import-log tbody tr").first()).containsText("gode-omraader.geojson");
        assertThat(page.locator("#import-log tbody tr").first()).containsText("importert");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Se den nye versjonen"))
                .click();
        assertThat(page.locator("#tab-data")).hasAttribute("aria-current", "page");
    }

    /** It is not imported: plans would show up in other tests. */
    @Test
    void aPlanIsAskedAboutWithSuggestionsThatCountOnceTheyAreUsed() {
        upload(
                "plan_3414_2024-7.geojson",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {"
                        + "\"objtype\": \"RpArealformålOmråde\", \"arealformål\": 1340, \"feltnavn\": \"BI1\"},"
                        + " \"geometry\": {\"type\": \"Polygon\", \"coordinates\": ["
                        + "[[11.70, 60.44], [11.71, 60.44], [11.71, 60.445], [11.70, 60.44]]]}}]}");
        assertThat(page.locator("#import-dataset")).hasValue("arealplaner");
        assertThat(verdict()).containsText("Hvilken plan er det?");
        var plan = part("Planen");
        assertThat(plan).containsText("kommunenummer, planidentifikasjon, plannavn, stadium, avsender");
        assertThat(page.locator("#import-plan-municipality")).hasValue("3414");
        assertThat(page.locator("#import-plan-planId")).hasValue("2024-7");
        assertThat(page.locator("#import-plan-sender")).hasValue("Nord-Odal kommune");
        page.locator("#import-plan-planName").fill("Skog industri");
        page.locator("#import-plan-stage").selectOption("proposal");
        page.setViewportSize(360, 900);
        check("a plan that is asked about", 360);
        button(plan, "Bruk opplysningene").click();
        assertThat(verdict()).containsText("Klar til import: 1 flate");
        assertThat(verdict()).not().containsText("daa");
        assertThat(part("Planen")).containsText("Skog industri (3414-2024-7): flater: 1, forslag");
        assertThat(page.locator("#map-purposeCode")).hasValue("arealformål");
    }

    @Test
    void whatIsWrongStandsInTheTableAndOnTheMapAndEachLeadsToTheOther() {
        upload(
                "med-feil.geojson",
                collection(
                        site("rett", "\"name\": \"Rett\",", SQUARE, 0),
                        site("uten-navn", "", SQUARE, 1),
                        site("sloeyfe", "\"name\": \"Sløyfe\",", BOW_TIE, 2)));
        asSites();
        assertThat(verdict()).containsText("Kan ikke importeres: 2 feil");
        var rows = page.locator("#issues tbody tr:not(.issue-group)");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("uten-navn")))
                .containsText("name");
        var loop = rows.filter(new Locator.FilterOptions().setHasText("sloeyfe"));
        assertThat(loop).containsText("stopper importen");
        var marks = page.locator("#issues .place-mark-holder");
        assertThat(marks).not().hasCount(0);

        button(loop, "sloeyfe").click();
        assertThat(loop).hasClass(cssClass("is-current"));
        assertThat(page.locator("#issues .place-mark-holder.is-selected")).hasCount(1);
        page.locator("#issue-filter").selectOption(new SelectOption().setLabel("Ugyldige omriss (1)"));
        assertThat(rows).hasCount(1);
        assertThat(loop).not().hasClass(cssClass("is-current"));
        marks.first().click();
        assertThat(loop).hasClass(cssClass("is-current"));
        assertThat(button(loop, "sloeyfe")).isFocused();
        var links = page.locator("#issues a[download]");
        assertThat(links).hasCount(2);
        for (var link : links.all()) {
            assertThat(get(link.getAttribute("href"), "Authorization", administrator())
                            .body())
                    .contains("sloeyfe");
        }
    }

    @Test
    void withoutACoordinateSystemTheUserIsAskedAndSeesEachCandidate() {
        upload("uten-crs.geojson", sites(3, UTM33));
        assertThat(verdict()).containsText("Hvilket koordinatsystem er den i?");
        assertThat(button(page.locator(".verdict"), "Importer")).isDisabled();
        var candidates = page.locator(".crs-option");
        var right = candidates
                .filter(new Locator.FilterOptions().setHasText("EPSG:25833"))
                .first();
        assertThat(right).containsText("3 av 3 objekter ligger i regionen");
        var preview = page.locator(".crs-choice .preview-map");
        assertThat(preview.locator("path.leaflet-interactive, path")).not().hasCount(0);
        page.locator("#import-dataset").selectOption("naeringsarealer");
        page.locator("#import-source").selectOption("sample");
        right.getByRole(AriaRole.RADIO).check();
        assertThat(page.locator("#live")).containsText("EPSG:25833: 3 av 3 objekter");
        button(page.locator(".verdict"), "Undersøk på nytt").click();
        assertThat(verdict()).containsText("i EPSG:25833 slik du valgte");
    }

    @Test
    void aBowTieIsRepairedOnlyWhenItIsTicked() {
        upload("sloeyfe.geojson", collection(site("sloeyfe", "\"name\": \"Sløyfe\",", BOW_TIE, 0)));
        asSites();
        assertThat(verdict()).containsText("Kan ikke importeres: 1 feil");
        var repair = page.locator(".repair");
        assertThat(repair).hasCount(1);
        assertThat(repair.locator("svg path")).hasCount(2);
        assertThat(repair).containsText(Pattern.compile("Areal: .+ → .+m²\\. Endring: "));
        assertThat(repair.getByRole(AriaRole.CHECKBOX)).not().isChecked();
        repair.getByRole(AriaRole.CHECKBOX).check();
        assertThat(page.locator("#repairs")).containsText("1 reparasjon er valgt");
        button(page.locator(".verdict"), "Undersøk på nytt").click();
        assertThat(verdict()).containsText("Klar til import: 1 flate");
        assertThat(repair.getByRole(AriaRole.CHECKBOX)).isChecked();
        repair.getByRole(AriaRole.CHECKBOX).uncheck();
        assertThat(button(page.locator(".verdict"), "Importer")).isDisabled();
        button(page.locator(".verdict"), "Angre endringene").click();
        assertThat(button(page.locator(".verdict"), "Importer")).isEnabled();
    }

    @Test
    void aCancelledFileIsGoneFromTheServer() {
        upload("angret.geojson", sites(1, SQUARE));
        asSites();
        assertThat(verdict()).containsText("Klar til import");
        var id = page.url().replaceAll(".*delivery=([0-9a-f-]+).*", "$1");
        assertThat(get("/api/deliveries/" + id, "Authorization", administrator())
                        .statusCode())
                .isEqualTo(200);
        button(page.locator(".verdict"), "Avbryt og slett filen").click();
        assertThat(page.locator(".delivery-line")).hasCount(0);
        assertThat(page.locator("#live")).containsText("angret.geojson er avbrutt. Ingenting er lagret.");
        assertThat(page.locator("#import-files")).isFocused();
        assertThat(get("/api/deliveries/" + id, "Authorization", administrator())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReloadAndALinkShowTheSameDelivery() {
        upload("omlastet.geojson", sites(2, SQUARE));
        asSites();
        assertThat(verdict()).containsText("Klar til import: 2 flater");
        page.reload();
        assertThat(verdict()).containsText("Klar til import: 2 flater");
        assertThat(page.locator(".delivery-line")).hasCount(1);
        openTab("Tabell");
        openTab("Importer");
        assertThat(verdict()).containsText("Klar til import: 2 flater");
    }

    @Test
    void severalDroppedFilesBecomeSeveralDeliveries() {
        page.evaluate("""
                files => {
                  const data = new DataTransfer();
                  files.forEach(([name, text]) => data.items.add(new File([text], name)));
                  const zone = document.querySelector('.drop-zone');
                  zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
                }
                """, List.of(List.of("en.geojson", sites(1, SQUARE)), List.of("to.geojson", sites(2, SQUARE))));
        var lines = page.locator(".delivery-line");
        assertThat(lines).hasCount(2);
        assertThat(lines.getByText("Hva skal den bli?")).hasCount(2);
        assertThat(page.locator("#delivery-title")).hasText("en.geojson");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("to.geojson"))
                .click();
        assertThat(page.locator("#delivery-title")).hasText("to.geojson");
    }

    @Test
    void aFileThatIsNoGeodataIsRefusedInWords() {
        upload("notat.geojson", "dette er ikke JSON");
        assertThat(verdict()).containsText("Kan ikke importeres");
        assertThat(page.locator("#issues")).containsText("hele filen");
    }

    @Test
    void everythingIsDoneWithTheKeyboard() {
        page.locator("#import-files").focus();
        page.locator("#import-files").setInputFiles(payload("tastatur.geojson", sites(1, SQUARE)));
        assertThat(verdict()).containsText("Hva skal den bli?");
        var cancel = button(page.locator(".verdict"), "Avbryt og slett filen");
        for (int i = 0; i < 20 && !(boolean) cancel.evaluate("e => e === document.activeElement"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(cancel).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".delivery-line")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"nb, 390", "nb, 1440", "en, 390", "en, 1440"})
    void axeFindsNothingAndNothingScrollsSideways(String language, int width) {
        page.setViewportSize(width, 900);
        button(language.equals("en") ? "English" : "Norsk").click();
        check(language + " " + width + " empty", width);
        upload(
                "feil.geojson",
                collection(site("uten-navn", "", SQUARE, 1), site("sloeyfe", "\"name\": \"Sløyfe\",", BOW_TIE, 2)));
        asSites();
        assertThat(page.locator(".repair")).hasCount(1);
        check(language + " " + width + " faults", width);
        upload("uten-crs.geojson", sites(3, UTM33));
        assertThat(page.locator(".crs-option")).not().hasCount(0);
        check(language + " " + width + " asking", width);
    }

    private void check(String where, int width) {
        page.evaluate("document.querySelectorAll('#page details').forEach(details => { details.open = true; })");
        var violations = new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                        .toList();
        assertThat(violations).as(where).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
                .as(where)
                .isEqualTo(width);
    }

    /** The pictures of the guide, on demand: {@code -Dareal.screenshots=FOLDER}, seen from the top folder. */
    @Test
    @Tag("screenshots")
    @EnabledIfSystemProperty(named = "areal.screenshots", matches = ".+")
    void picturesOfImports() {
        upload("bedriftsområder.geojson", sites(5, SQUARE));
        asSites();
        assertThat(verdict()).containsText("Klar til import");
        picture("import-1440", 1440, "#delivery-title");
        picture("import-390", 390, "#delivery-title");
        upload(
                "med-feil.geojson",
                collection(
                        site("rett", "\"name\": \"Rett\",", SQUARE, 0),
                        site("uten-navn", "", SQUARE, 1),
                        site("krysser-seg-selv", "\"name\": \"Sløyfe\",", BOW_TIE, 2)));
        asSites();
        assertThat(page.locator(".repair")).hasCount(1);
        picture("import-issues-1440", 1440, "#issues");
        picture("import-issues-390", 390, "#issues");
        upload("uten-koordinatsystem.geojson", sites(5, UTM33));
        assertThat(page.locator(".crs-option")).not().hasCount(0);
        picture("import-crs-1440", 1440, ".crs-choice");
        picture("import-crs-390", 390, ".crs-choice");
    }

    private void picture(String name, int width, String top) {
        page.setViewportSize(width, width < 700 ? 844 : 900);
        assertThat(page.locator("#progress")).isEmpty();
        assertThat(page.locator("#import-log table")).isVisible();
        page.locator(top).evaluate("element => element.scrollIntoView({ block: 'start' })");
        var folder = TestDatabase.buildFolder().resolve("../..").resolve(System.getProperty("areal.screenshots"));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    private void upload(String name, String content) {
        page.locator("#import-files").setInputFiles(payload(name, content));
        assertThat(page.locator("#delivery-title")).hasText(name);
        assertThat(page.locator("#import-delivery > [aria-busy='false']")).isAttached();
    }

    /** Answers what the file is to become, and has it examined with that. */
    private void asSites() {
        page.locator("#import-dataset").selectOption("naeringsarealer");
        page.locator("#import-source").selectOption("sample");
        page.locator("#delivery-examine-top").click();
        assertThat(page.locator("#mapping-scroll")).isVisible();
        assertThat(page.locator("#import-delivery > [aria-busy='false']")).isAttached();
    }

    private static FilePayload payload(String name, String content) {
        return new FilePayload(name, "application/geo+json", content.getBytes(StandardCharsets.UTF_8));
    }

    private Locator verdict() {
        return page.locator("#verdict");
    }

    private Locator part(String heading) {
        return page.locator("#import-delivery section.card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))));
    }

    private tools.jackson.databind.JsonNode json(String path, String login) {
        return JSON.readTree(get(path, "Authorization", login).body());
    }

    /** Rings round a corner: longitude and latitude 11.6, 60.4, or metres in UTM 33; each site a step further east. */
    private static final String SQUARE =
            "[[%1$s, 60.44], [%2$s, 60.44], [%2$s, 60.445], [%1$s, 60.445], [%1$s, 60.44]]";

    private static final String BOW_TIE =
            "[[%1$s, 60.44], [%2$s, 60.445], [%2$s, 60.44], [%1$s, 60.445], [%1$s, 60.44]]";
    private static final String UTM33 =
            "[[%3$s, 6707000], [%4$s, 6707000], [%4$s, 6707400], [%3$s, 6707400], [%3$s, 6707000]]";

    private static String sites(int count, String ring) {
        return collection(IntStream.range(0, count)
                .mapToObj(i -> site("utkast-" + i, "\"name\": \"Utkast " + i + "\",", ring, i))
                .toArray(String[]::new));
    }

    private static String collection(String... features) {
        return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",\n", features) + "]}";
    }

    private static String site(String id, String name, String ring, int step) {
        double west = 11.60 + step * 0.03;
        double eastM = 313_000 + step * 1600;
        var coordinates = String.format(Locale.ROOT, ring, west, west + 0.01, eastM, eastM + 600);
        return """
                {"type": "Feature", "properties": {"id": "%s", %s "kind": "LAND", "publication": "DRAFT", "schematic": false,
                "areaKnown": true, "accuracyM": 5, "source": "prøve", "facts": []},
                "geometry": {"type": "Polygon", "coordinates": [%s]}}""".formatted(id, name, coordinates);
    }
}

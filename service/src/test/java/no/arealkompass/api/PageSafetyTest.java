package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Data that try to be more than data: names with markup and with a formula stay names. The sites are withdrawn again,
 * since other tests look at the same database.
 */
class PageSafetyTest extends BrowserTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String FORMULA = "=1+1\"; drop";

    @BeforeEach
    void publishHostileNames() {
        bring("PUBLISHED");
    }

    @AfterEach
    void withdrawThem() {
        bring("WITHDRAWN");
        assertThat(get("/api/sites/fiendtlig").statusCode()).isEqualTo(404);
    }

    @Test
    void aNameWithMarkupIsShownAsTextEverywhere() {
        open("?v=1&purpose=logistikk");
        assertThat(row(MARKUP)).isVisible();
        assertThat(symbol(MARKUP)).isVisible();
        assertThat(symbol(MARKUP).locator(".site-marker__label")).containsText(MARKUP);
        rowButton(MARKUP).click();
        assertThat(panel().getByRole(AriaRole.HEADING).first()).hasText(MARKUP);
        assertThat(page).hasTitle(MARKUP + " – Arealkompass");
        openTab("Tabell");
        assertThat(button(page.locator("#page"), MARKUP)).isVisible();
        open("?v=1&tab=compare&purpose=logistikk&compare=fiendtlig,granerud-nord");
        assertThat(page.locator(".compare-table thead")).containsText(MARKUP);
        assertThat(page.locator("img[src='x']")).hasCount(0);
    }

    @Test
    void aNameLikeAFormulaIsQuotedInTheCsvFile() throws IOException {
        open("?v=1&tab=table&purpose=logistikk");
        var file = page.waitForDownload(() -> button("Last ned som CSV").click());
        assertThat(Files.readString(file.path()))
                .contains("\r\n\"'=1+1\"\"; drop\";")
                .contains("\r\n" + MARKUP + ";");
    }

    private void bring(String publication) {
        var file = JSON.writeValueAsString(Map.of(
                "type",
                "FeatureCollection",
                "features",
                List.of(site("fiendtlig", MARKUP, 11.60, publication), site("formel", FORMULA, 11.70, publication))));
        var part = "--grense\r\nContent-Disposition: form-data; name=\"";
        var body = part + "source\"\r\n\r\nsample\r\n" + part
                + "file\"; filename=\"naeringsarealer.geojson\"\r\nContent-Type: application/geo+json\r\n\r\n" + file
                + "\r\n--grense--\r\n";
        var answer = send(HttpRequest.newBuilder(URI.create(base() + "/api/datasets/naeringsarealer/imports"))
                .header("Content-Type", "multipart/form-data; boundary=grense")
                .header("Authorization", administrator())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static Map<String, Object> site(String id, String name, double west, String publication) {
        var ring = List.of(
                List.of(west, 60.44),
                List.of(west + 0.01, 60.44),
                List.of(west + 0.01, 60.45),
                List.of(west, 60.45),
                List.of(west, 60.44));
        return Map.of(
                "type",
                "Feature",
                "properties",
                Map.of(
                        "id",
                        id,
                        "name",
                        name,
                        "kind",
                        "LAND",
                        "publication",
                        publication,
                        "source",
                        "test",
                        "accuracyM",
                        5,
                        "schematic",
                        false,
                        "areaKnown",
                        true,
                        "facts",
                        List.of()),
                "geometry",
                Map.of("type", "Polygon", "coordinates", List.of(ring)));
    }
}

package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Progress;
import no.arealkompass.intake.Intake;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** The recruiter's question in a browser: paste, confirm, read the gaps, save and share. */
@DirtiesContext
class PageFindTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    private static final String WISH = "preparedArea:100,price:250,driveAirport:60";

    @Autowired
    Intake intake;

    @Test
    void aPastedListIsConfirmedRowByRowAndAnsweredInGaps() {
        open("?v=1&tab=find");
        page.getByLabel("Lim inn kravlisten")
                .fill("byggeklart areal 100 daa, maks 250 kr/m², jernbanespor, utsikt til fjorden");
        button("Les kravene").click();
        var rows = page.locator(".find-row");
        assertThat(rows).hasCount(3);
        assertThat(page.locator("#find-rows-title")).isFocused();
        assertThat(page.locator("#find-lost")).containsText("«utsikt til fjorden»");
        assertThat(field("Byggeklart areal")).hasValue("100");
        assertThat(rows.filter(text("Avstand til jernbanespor"))).containsText("Antatt: «Jernbanespor» uten tall");
        noViolations(page);

        button("Fjern kravet Avstand til jernbanespor").click();
        assertThat(rows).hasCount(2);
        field("Pris").fill("mye");
        button("Kravene stemmer. Finn områder").click();
        assertThat(field("Pris")).isFocused();
        assertThat(rows.filter(text("Pris"))).containsText("⚠ Skriv et tall fra");
        field("Pris").fill("260,5");
        page.getByLabel("Legg til krav").selectOption("driveAirport");
        field("Kjøretid til Gardermoen").fill("60");
        button("Kravene stemmer. Finn områder").click();
        assertThat(page.locator("#find-answer-title")).isFocused();
        assertThat(page).hasURL(Pattern.compile("krav=preparedArea:100,price:260.5,driveAirport:60"));

        var granerud = placeRow(page, "Granerud nord");
        assertThat(granerud).containsText(Pattern.compile("mangler 30\\s*daa"));
        assertThat(granerud).containsText(Pattern.compile("35\\s*kr/m² for dyrt"));
        assertThat(granerud).containsText("Oppgitt av Odalsportalen");
        assertThat(granerud).containsText("1 oppfylt · 2 mangler · 0 ukjent");
        assertThat(placeRow(page, "Kirkenær industriområde")).containsText("Ukjent");
        assertThat(page.locator("#find-unknown")).containsText("Be eieren oppgi prisen, med dato.");
        assertThat(page.locator("#find-together")).containsText("Forslag, ikke vedtatt:");
        noViolations(page);

        button(granerud, "Granerud nord (vis på kartet)").click();
        assertThat(panel()).containsText("Granerud nord");
        page.goBack();
        page.locator("#find-compare").click();
        assertThat(page.locator(".compare-table thead th")).hasCount(6);
    }

    @Test
    void aSharedAddressIsReadOnATelephoneInEnglish() {
        var phone = newPage(390, 844);
        open(phone, "?v=1&lang=en&tab=find&krav=" + WISH);
        assertThat(placeRow(phone, "Granerud nord")).containsText(Pattern.compile("30\\s*daa short"));
        assertThat(phone.locator(".need__name").first()).isVisible();
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        noViolations(phone);
    }

    @Test
    void aSavedAnswerStaysAndSaysWhenTheNewestRunAnswersOtherwise() {
        var admin = newAdministratorsPage(1440, 900);
        admin.navigate("/login");
        open(admin, "?v=1&tab=find&krav=" + WISH);
        admin.getByLabel("Navn på svaret").fill("Batterifabrikk");
        button(admin.locator("body"), "Lagre svaret").click();
        assertThat(admin.locator("#find-said")).hasText("«Batterifabrikk» er lagret. Adressen kan deles.");
        assertThat(admin).hasURL(Pattern.compile("svar=[0-9a-f-]{36}"));
        assertThat(admin.locator("#find-own")).containsText("Dine lagrede svar (1)");
        var address = admin.url().replaceFirst(".*/\\?", "?");

        open(address);
        assertThat(page.locator("#find-saved")).containsText("Batterifabrikk");
        assertThat(page.locator("#find-saved")).containsText("Dette er den beregningen som vises nå.");
        assertThat(placeRow(page, "Magnor")).not().containsText("200");
        assertThat(page.locator("#find-save")).hasCount(0);

        priced();
        open(address);
        assertThat(page.locator("#find-newest")).containsText("gir et annet svar");
        assertThat(placeRow(page, "Magnor")).not().containsText("200"); // the saved answer is as it was
        noViolations(page);
        page.locator("#find-again").click();
        assertThat(placeRow(page, "Magnor")).containsText(Pattern.compile("Oppfylt200\\s*kr/m²"));
        assertThat(field("Pris")).hasValue("250");
    }

    /** Pictures to look at: {@code -Dareal.screenshots=FOLDER}, seen from the top folder. */
    @Test
    @Tag("screenshots")
    @EnabledIfSystemProperty(named = "areal.screenshots", matches = ".+")
    void pictures() {
        for (int width : new int[] {1440, 390}) {
            var shown = newPage(width, 900);
            open(shown, "?v=1&tab=find");
            shown.getByLabel("Lim inn kravlisten")
                    .fill(
                            "1 000 daa, 100 MW, 45 min til flyplass, jernbanespor, regulert innen 2 år, 3 000 m³ vann i døgnet");
            button(shown.locator("body"), "Les kravene").click();
            assertThat(shown.locator("#find-lost")).isVisible();
            button(shown.locator("body"), "Kravene stemmer. Finn områder").click();
            assertThat(shown.locator("#find-share")).isVisible();
            var folder = Path.of("..", System.getProperty("areal.screenshots"));
            var whole = new Page.ScreenshotOptions().setFullPage(true);
            shown.screenshot(whole.setPath(folder.resolve("find-" + width + ".png")));
        }
    }

    /** Somebody states a price, and the runs follow. */
    private void priced() {
        jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                          accuracy_m, source, facts, by)
                        select site_id, version + 1, name, kind, publication, footprint, schematic, area_known, accuracy_m, source,
                          facts || cast('[{"fact":"priceNokPerM2","value":200,"unit":"krPerM2","statedBy":"Eidskog kommune",
                            "on":"2026-11-20","basis":"stated","source":"vedtak"}]' as jsonb), 'test'
                        from site_in_use where site_id = 'magnor'
                        """).update();
        intake.bringUpToDate(Caller.administrator("test"), Progress.NONE);
    }

    /** The button that removes a requirement carries its name too, so the whole label counts. */
    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator placeRow(Page page, String name) {
        return page.locator(".find-table").first().locator("tbody tr").filter(text(name));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void noViolations(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(RULES)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations())
                .as("axe")
                .isEmpty();
    }
}

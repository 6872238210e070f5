package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** A recruiter shares sites in the page: from where they are looked at, to an address, to the list, to the end of it. */
@DirtiesContext
class PageLinksTest extends BrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    /** The newest link's contact is filled in for the next one. */
    @BeforeEach
    void noLinksYet() {
        jdbc.sql("truncate link cascade").update();
    }

    @Test
    void aSiteIsSharedFromItsPanelByKeyboardAndTheLinkIsEndedInTheList() {
        var recruiter = recruiter(1440);
        open(recruiter, "?v=1&site=granli");
        button(recruiter.locator("#site"), "Del med investor").press("Enter");
        assertThat(recruiter.locator("#link-title")).isFocused();
        var form = recruiter.locator("#link-form");
        assertThat(form.locator(".link-sites")).containsText("Granli");
        assertThat(form).containsText(Pattern.compile("\\d+ av \\d+ valgt"));
        assertThat(recruiter.getByLabel("Be om en kode på e-post før noe vises"))
                .isDisabled();

        button(form, "Lag lenken").press("Enter");
        var recipient = recruiter.getByLabel("Mottaker", new Page.GetByLabelOptions().setExact(true));
        assertThat(recipient).isFocused();
        assertThat(recipient).hasAccessibleDescription(Pattern.compile("Mottakeren mangler\\."));
        assertThat(recruiter.locator("#link-contact-name")).hasAttribute("aria-invalid", "true");
        faults.removeIf(fault -> fault.contains("422"));
        nothingToRepair(recruiter, 1440);

        recipient.fill("Hemmelig Holding");
        recruiter
                .getByLabel("Navn", new Page.GetByLabelOptions().setExact(true))
                .fill("Kari Kontakt");
        recruiter.getByLabel("Telefon").fill("+47 62 81 00 00");
        recruiter.locator("#link-group-price summary").click();
        recruiter.getByLabel(Pattern.compile("^Pris og vilkår")).uncheck();
        assertThat(recruiter.locator("#link-group-price summary")).containsText("0 av 2 valgt");
        picture(recruiter, "links-form-1440");
        var seen = recruiter.waitForPopup(() -> button(form, "Se som mottaker").click());
        assertThat(seen.locator("h1")).containsText("Granli");
        seen.close();

        button(form, "Lag lenken").click();
        var made = recruiter.locator("#link-made");
        assertThat(recruiter.locator("#link-made-title")).isFocused();
        var address = made.getByLabel("Adressen").inputValue();
        assertThat(address).matches(Pattern.compile("http://127\\.0\\.0\\.1:\\d+/i/[\\w-]{22}"));
        assertThat(made.getByLabel("Forslag til e-post").inputValue()).contains(address, "Kari Kontakt");
        assertThat(recruiter.url()).doesNotContain("Hemmelig", "/i/");
        nothingToRepair(recruiter, 1440);
        picture(recruiter, "links-made-1440");

        page.navigate(address);
        assertThat(page.locator("h1")).containsText("Granli");
        assertThat(page.content()).doesNotContain("Hemmelig Holding");
        open(recruiter, "?v=1&tab=links");
        var item = recruiter.locator(".link-item");
        assertThat(item).containsText("Åpnet én gang");
        button(item, "Trekk: Hemmelig Holding").press("Enter");
        assertThat(button(item, "Ja, trekk lenken")).isFocused();
        button(item, "Ja, trekk lenken").press("Enter");
        assertThat(item).containsText("Trukket");
        assertThat(button(item, "Trekk: Hemmelig Holding")).hasCount(0);
        page.reload();
        assertThat(page.locator("h1")).containsText("Denne lenken viser ikke noe");
        nothingToRepair(page, 1440);
        faults.removeIf(fault -> fault.contains("404"));
    }

    @Test
    void aComparisonIsSharedOnAPhoneInEnglish() {
        var recruiter = recruiter(360);
        open(recruiter, "?v=1&lang=en&tab=compare&compare=granli,norsenga");
        button(recruiter.locator("#page"), "Share with investor").click();
        assertThat(recruiter.getByLabel("Show the sites side by side")).isChecked();
        recruiter.locator("#link-group-area summary").click();
        nothingToRepair(recruiter, 360);
        picture(recruiter, "links-form-360");
        recruiter
                .getByLabel("Recipient", new Page.GetByLabelOptions().setExact(true))
                .fill("A company");
        recruiter.locator("#link-contact-name").fill("Kari Kontakt");
        recruiter.locator("#link-contact-mail").fill("kari@region.example");
        button(recruiter.locator("body"), "Make the link").click();
        assertThat(recruiter.getByLabel("Suggested e-mail")).hasValue(Pattern.compile("^Hello,"));
        nothingToRepair(recruiter, 360);
        theCodeIsAskedFor(recruiter.locator("#link-address").inputValue());
        button(recruiter.locator("body"), "Done").click();
        var item = recruiter.locator(".link-item");
        assertThat(item.first()).containsText("Not opened yet.");
        button(item.first(), "New address: A company").click();
        nothingToRepair(recruiter, 360);
        picture(recruiter, "links-list-360");
        button(item.first(), "Yes, make a new address").click();
        assertThat(recruiter.locator("#link-made-title")).isFocused();
        assertThat(recruiter.locator("#link-list")).isVisible();
    }

    /** As if the link had been made where mail is set up. */
    private void theCodeIsAskedFor(String address) {
        jdbc.sql("update link set code_mail = 'investor@firma.example'").update();
        page.setViewportSize(360, 800);
        page.navigate(address);
        assertThat(page.locator("h1")).hasText("Confirm that the link is for you");
        page.getByLabel("Code (six digits)").fill("000000");
        picture(page, "links-code-360");
        nothingToRepair(page, 360);
        button("Open").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The code is wrong");
        jdbc.sql("update link set code_mail = null").update();
    }

    private Page recruiter(int width) {
        login(Role.RECRUITER);
        var recruiter = newPage(width, 900);
        recruiter.clock().setFixedTime(TestClock.TODAY.toString()); // the last day is reckoned in the browser
        logIn(recruiter, "recruiter", PASSWORD);
        return recruiter;
    }

    private static void picture(Page shown, String name) {
        if (System.getProperty("areal.screenshots") != null) {
            var folder = Path.of("..", System.getProperty("areal.screenshots"));
            shown.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
        }
    }

    private static void nothingToRepair(Page page, int width) {
        var violations = new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                        .toList();
        assertThat(violations).isEmpty();
        assertThat(page.evaluate("document.scrollingElement.scrollWidth")).isEqualTo(width);
    }
}

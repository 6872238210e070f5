package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.arealkompass.Programs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A real browser before the whole service: one browser per class, a fresh profile per test. Whatever a user would not
 * see (console errors, failed requests, breaches of the content security policy, dialogs) fails the test at its end.
 */
abstract class BrowserTest extends ServiceTest {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    // Generous, since the build machines are small; a waiting assertion ends as soon as it holds.
    private static final int PATIENCE_MS = 20_000;

    private static Playwright playwright;
    private static Browser browser;

    final List<String> faults = new ArrayList<>();
    private final List<BrowserContext> profiles = new ArrayList<>();
    Page page;

    @BeforeAll
    static void startBrowser() {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Playwright.create(options);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Programs.chromium())
                        .setArgs(FLAGS));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterAll
    static void stopBrowser() {
        playwright.close();
    }

    @BeforeEach
    void newProfile() {
        page = newPage(1440, 900);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        profiles.forEach(BrowserContext::close);
        assertThat(faults).as("console, network and dialogs").isEmpty();
    }

    /** A page in a profile of its own, as another user has it. */
    Page newPage(int width, int height) {
        return newPage(width, height, new Browser.NewContextOptions());
    }

    /** A page of the administrator, who has logged in. */
    Page newAdministratorsPage(int width, int height) {
        administrator();
        var opened = newPage(width, height, new Browser.NewContextOptions());
        logIn(opened, "admin", PASSWORD);
        return opened;
    }

    /** Logs in as a person does; the page then shows the map. */
    static void logIn(Page page, String name, String password) {
        page.navigate("/login");
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("form button[type='submit']").click();
        page.waitForURL("**/");
    }

    Page newPage(int width, int height, Browser.NewContextOptions options) {
        var profile = browser.newContext(options.setBaseURL(base())
                .setViewportSize(width, height)
                .setLocale("nb-NO")
                .setTimezoneId("Europe/Oslo")
                .setReducedMotion(ReducedMotion.REDUCE));
        profile.setDefaultTimeout(PATIENCE_MS);
        profiles.add(profile);
        var opened = profile.newPage();
        opened.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) faults.add("console: " + message.text());
        });
        opened.onPageError(error -> faults.add("script: " + error));
        opened.onRequestFailed(request -> {
            // The page itself ends requests for layers that are no longer in view.
            if (!"net::ERR_ABORTED".equals(request.failure()))
                faults.add("request: " + request.url() + " " + request.failure());
        });
        opened.onResponse(answer -> {
            if (answer.status() >= 400) faults.add("answer: " + answer.status() + " " + answer.url());
        });
        opened.onDialog(dialog -> {
            faults.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return opened;
    }

    /** Opens an address of the service and waits until the data are drawn. */
    void open(String query) {
        open(page, query);
    }

    static void open(Page page, String query) {
        page.navigate("/" + query);
        assertThat(page.locator("#footer")).containsText(Pattern.compile("(Beregning nr|Run no)\\. \\d+"));
        assertThat(page.locator("#progress")).isEmpty();
    }

    void openTab(String name) {
        page.getByRole(AriaRole.NAVIGATION).getByText(name).click();
    }

    Locator button(String name) {
        return button(page.locator("body"), name);
    }

    static Locator button(Locator inside, String name) {
        return inside.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    /** The rows of the ranked list. */
    Locator rows() {
        return page.locator("#list .site-row");
    }

    Locator row(String name) {
        return rows().filter(new Locator.FilterOptions().setHas(page.getByText(name, exact())));
    }

    /** The button that selects a site in the list. */
    Locator rowButton(String name) {
        return row(name).getByRole(AriaRole.BUTTON);
    }

    /** The symbols of the sites on the map. */
    Locator symbols() {
        return page.locator("#map").getByRole(AriaRole.BUTTON).and(page.locator(".site-marker"));
    }

    Locator symbol(String name) {
        return symbols().and(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)));
    }

    Locator panel() {
        return page.getByRole(AriaRole.COMPLEMENTARY);
    }

    static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    static List<String> names(Locator rows) {
        return rows.locator(".site-row__name").allInnerTexts();
    }

    static Pattern cssClass(String name) {
        return Pattern.compile("(^|\\s)" + name + "(\\s|$)");
    }
}

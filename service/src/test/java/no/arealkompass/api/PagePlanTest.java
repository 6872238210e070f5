package no.arealkompass.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.arealkompass.TestPlans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** "Plansjekk": the page says what the stored check says, on screen, in print, on a phone and by keyboard. */
class PagePlanTest extends BrowserTest {
    private static final String SUBJECT = "3401-sideprove@1";
    /** A4 without the margins of the print rules, in CSS pixels. */
    private static final int SHEET_WIDTH = 702;

    private static final int SHEET_HEIGHT = 1043;

    /** Once per database: zones whose codes open for none of the strategy's purposes, and one that does. */
    @BeforeEach
    void plans() {
        if (jdbc.sql("select count(*) from plan").query(Integer.class).single() > 0) return;
        var at = jdbc.sql(
                        "select st_x(p) as x, st_y(p) as y from (select st_transform(st_setsrid(st_point(12.1, 60.2), 4326),"
                                + " find_srid('public', 'plan_version', 'outline')) as p) q")
                .query((row, i) -> new double[] {row.getDouble("x"), row.getDouble("y")})
                .single();
        var outline = TestPlans.rectangle(at[0], at[1], 4000, 3000);
        var hearing = TestPlans.version(jdbc, "3401", "sideprove", 1, "MUNICIPAL", "HEARING", "2", null, outline);
        zones(hearing, at[0], at[1]);
        var adopted = TestPlans.version(
                jdbc, "3414", "vedtatt", 1, "MUNICIPAL", "ADOPTED", "3", "2020-01-01", elsewhere(11.5, 60.4));
        var corner = corner(11.5, 60.4);
        TestPlans.zone(jdbc, adopted, "B1", "1340", "2", TestPlans.rectangle(corner[0], corner[1], 300, 300));
        TestPlans.version(jdbc, "0301", "utenfor", 1, "DETAILED", "HEARING", "2", null, elsewhere(10.75, 59.91));
    }

    private void zones(long version, double x, double y) {
        for (int i = 0; i < 4; i++) {
            var code = List.of("1310", "1320", "1360", "1300").get(i);
            TestPlans.zone(jdbc, version, "N" + (i + 1), code, "2", TestPlans.rectangle(x + i * 700, y, 300, 200));
        }
        TestPlans.zone(jdbc, version, "B9", "1110", "1", TestPlans.rectangle(x, y + 1500, 500, 500));
    }

    private double[] corner(double lon, double lat) {
        return jdbc.sql(
                        "select st_x(p) as x, st_y(p) as y from (select st_transform(st_setsrid(st_point(:lon, :lat), 4326),"
                                + " find_srid('public', 'plan_version', 'outline')) as p) q")
                .param("lon", lon)
                .param("lat", lat)
                .query((row, i) -> new double[] {row.getDouble("x"), row.getDouble("y")})
                .single();
    }

    private String elsewhere(double lon, double lat) {
        var at = corner(lon, lat);
        return TestPlans.rectangle(at[0], at[1], 2000, 2000);
    }

    private JsonNode check(String subject) {
        return json("/api/plan-checks/latest?subject=" + subject + "&strategy=kongsvingerregionen-2017");
    }

    private void openCheck(Page page, String subject, String more) {
        open(page, "?v=1&tab=plan&sjekk=" + subject + more);
        assertThat(page.locator("#plan-verdict")).isVisible();
    }

    @Test
    void thePageSaysWhatTheCheckSaysAndALinkOpensTheSameFinding() {
        var check = check(SUBJECT);
        openCheck(page, SUBJECT, "");
        var verdict = check.path("verdict");
        assertThat(page.locator(".plan-verdict__sentence")).hasText(nb(verdict.path("sentence")));
        assertThat(page.locator(".plan-verdict__sign")).hasText("✕");
        assertThat(page.locator("#plan-outcome")).hasText("Avviker fra strategien");
        assertThat(page.locator("#plan-page")).containsText("3401-sideprove · versjon 1");
        assertThat(page.locator("#plan-page")).containsText("på høring");
        var top = texts(check.path("top"));
        assertThat(top).hasSize(3);
        assertThat(page.locator(".plan-card")).hasCount(top.size());
        assertThat(page.locator(".plan-number-holder")).hasCount(top.size());
        for (int i = 0; i < top.size(); i++) {
            var card = page.locator(".plan-card").nth(i);
            assertThat(card.locator(".plan-number")).hasText(String.valueOf(i + 1));
            assertThat(card).containsText(nb(finding(check, top.get(i)).path("sentence")));
        }
        assertThat(page.locator(".plan-parts li")).hasCount(4);
        for (int i = 0; i < 4; i++)
            assertThat(page.locator(".plan-parts li").nth(i))
                    .containsText(nb(check.path("parts").get(i).path("sentence")));
        assertThat(page.locator("#plan-page .plan-sure"))
                .containsText(nb(check.path("confidence").path("sentence")));
        findings(check);
    }

    private void findings(JsonNode check) {
        var rows = page.locator("#plan-findings tbody tr");
        assertThat(rows).hasCount(check.path("findings").size());
        var kinds = page.locator("#plan-filter-kind");
        kinds.selectOption("deviation");
        int deviations =
                check.path("verdict").path("findings").path("deviation").asInt();
        assertThat(rows).hasCount(deviations);
        assertThat(page.locator("#plan-findings-count")).containsText(deviations + " av");
        var first = finding(check, check.path("top").get(0).asString());
        page.locator(".plan-card").first().getByText("Åpne funnet").click();
        var details = page.locator("#plan-finding");
        assertThat(details).containsText(nb(first.path("guidance")));
        assertThat(details).containsText(nb(first.path("actions").get(0)));
        assertThat(page).hasURL(Pattern.compile("funn="));
        var shared = newPage(390, 844);
        shared.navigate(page.url());
        assertThat(shared.locator("#plan-finding")).isInViewport();
        assertThat(shared.locator("#plan-finding")).containsText(nb(first.path("sentence")));
    }

    /** The table of rules holds every judged rule, and one that could not run says why and what it takes. */
    @Test
    void whatIsNotMappedNeverLooksClear() {
        var check = check(SUBJECT);
        openCheck(page, SUBJECT, "");
        var rules = check.path("rules");
        assertThat(page.locator("[id^='plan-rule-PL']")).hasCount(rules.size());
        var undecided = rules.valueStream()
                .filter(rule -> rule.path("outcome").asString().equals("undecided"))
                .toList();
        assertThat(undecided).isNotEmpty();
        for (var rule : undecided) {
            var row = page.locator("#plan-rule-" + rule.path("id").asString());
            assertThat(row).containsText("? kan ikke avgjøres");
            assertThat(row).containsText(nb(rule.path("reason")));
            assertThat(row).containsText(nb(rule.path("remedy")));
        }
        for (var gap : check.path("confidence").path("notCovered"))
            assertThat(page.locator(".plan-sure .plan-gaps").first()).containsText(nb(gap.path("name")));
    }

    @Test
    void fromTheListToTheMunicipalityToThePlanAndBackByKeyboard() {
        open("?v=1&tab=plan");
        page.locator("#planlist-hearing").focus();
        page.keyboard().press("Space");
        press("#planlist-region-hearing");
        assertThat(page).hasURL(Pattern.compile("sjekk=region(~|%7E)"));
        var members = page.locator("#plan-members tbody tr");
        assertThat(members).hasCount(6);
        assertThat(members.locator("th").allInnerTexts()).isSorted();
        assertThat(page.locator("#plan-missing")).containsText("ingenting er klarert");
        assertThat(members.filter(new Locator.FilterOptions().setHasText("3401")))
                .containsText("avviker");
        press("#plan-member-3401");
        assertThat(page.locator("#plan-title")).containsText("Kongsvinger");
        assertThat(page).hasURL(Pattern.compile("sjekk=3401(~|%7E)"));
        press("[id='plan-open-" + SUBJECT + "']");
        assertThat(page).hasURL(Pattern.compile("sjekk=3401-sideprove(@|%40)1"));
        assertThat(page.locator(".plan-number-holder")).hasCount(3);
        page.waitForLoadState(LoadState.NETWORKIDLE); // each answer draws the map anew, and its numbers with it
        press(".plan-number-holder >> nth=1");
        assertThat(page.locator(".plan-card").nth(1)).isFocused();
        press(".plan-card >> nth=1 >> text=Vis på kartet");
        assertThat(page.locator(".plan-number-holder.is-selected")).hasText("2");
        press(".plan-card >> nth=1 >> text=Åpne funnet");
        var opener = page.locator("#plan-findings button[aria-expanded='true']");
        assertThat(opener).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#plan-finding")).hasCount(0);
        page.goBack();
        assertThat(page.locator("#plan-finding")).isVisible();
    }

    private void press(String selector) {
        page.locator(selector).focus();
        page.keyboard().press("Enter");
    }

    /** The first sheet holds everything down to how sure it is, and the map fills its place on it. */
    @Test
    void onPaperTheFirstSheetHoldsTheAnswer() {
        page.setViewportSize(SHEET_WIDTH, SHEET_HEIGHT);
        openCheck(page, SUBJECT, "");
        assertThat(page.locator(".plan-number-holder")).hasCount(3);
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#plan-findings")).isVisible();
        assertThat(page.locator("#plan-filter-kind")).isHidden();
        var sheet = page.locator("#plan-page").boundingBox();
        assertThat(sheet.y + sheet.height).isLessThan(SHEET_HEIGHT);
        var map = page.locator(".plan-figure .plan-map").boundingBox();
        assertThat(map.width).isCloseTo(292, within(6.0));
        for (var number : page.locator(".plan-number-holder").all()) {
            var mark = number.boundingBox();
            assertThat(mark.x).isBetween(map.x, map.x + map.width);
            assertThat(mark.y).isBetween(map.y, map.y + map.height);
        }
        assertThat(page.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void outsideTheRegionThereIsNoVerdictAndWhatIsGoneIsSaid() {
        open("?v=1&tab=plan&sjekk=0301-utenfor@1");
        assertThat(page.locator("#plan-outside")).containsText("Utenfor regionen");
        assertThat(page.locator("#plan-verdict")).hasCount(0);
        openCheck(page, SUBJECT, "&funn=" + URLEncoder.encode("PL99/x", StandardCharsets.UTF_8));
        assertThat(page.locator("#plan-finding-gone")).containsText("PL99/x");
        open("?v=1&tab=plan&sjekk=3401-finnesikke@1");
        assertThat(alert().first()).containsText("3401-finnesikke");
        assertThat(button("Prøv igjen").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE); // every part of the page asks for itself
        assertThat(faults).isNotEmpty().allMatch(fault -> fault.contains("404"));
        faults.clear();
    }

    @ParameterizedTest
    @CsvSource({"nb, 360", "en, 1440"})
    void axeFindsNothingAndNothingScrollsSideways(String language, int width) {
        page.setViewportSize(width, 900);
        var id = URLEncoder.encode(check(SUBJECT).path("top").get(0).asString(), StandardCharsets.UTF_8);
        for (var query : List.of(SUBJECT + "&funn=" + id, "region~", "0301-utenfor@1")) {
            open("?v=1&tab=plan&sjekk=" + query + "&lang=" + language);
            assertThat(page.locator("#plan-verdict, #plan-outside")).isVisible();
            page.evaluate("document.querySelectorAll('#page details').forEach(d => (d.open = true))");
            var violations = new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                            .analyze()
                            .getViolations()
                            .stream()
                            .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                            .toList();
            assertThat(violations).as(query).isEmpty();
            assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
                    .as(query)
                    .isEqualTo(width);
        }
        if (language.equals("en"))
            assertThat(page.getByRole(AriaRole.NAVIGATION).first()).containsText("Plan check");
    }

    private static JsonNode finding(JsonNode check, String id) {
        return check.path("findings")
                .valueStream()
                .filter(finding -> finding.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String nb(JsonNode text) {
        return text.path("nb").asString();
    }

    private static List<String> texts(JsonNode array) {
        return Stream.of(array)
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asString)
                .toList();
    }
}

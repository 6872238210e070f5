package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** The public catalogue as everyone is answered: filters, what is not stated, what is hidden, and what machines read. */
@DirtiesContext
class CatalogueOverHttpTest extends ServiceTest {
    private static final int MOST_BYTES = 300_000;
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    private String page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body().length()).as(path).isLessThan(MOST_BYTES);
        return answer.body();
    }

    /** Ids of the sites a page leads to, in reading order, before or after a mark. */
    private static List<String> sites(String html, String prefix) {
        List<String> ids = new ArrayList<>();
        var found =
                Pattern.compile("<h3><a href=\"" + prefix + "([a-z0-9-]+)\"").matcher(html);
        while (found.find()) {
            ids.add(found.group(1));
        }
        return ids;
    }

    private static String fitting(String html) {
        return html.split("id=\"unsure-title\"", 2)[0];
    }

    private static String unsure(String html) {
        var parts = html.split("id=\"unsure-title\"", 2);
        return parts.length < 2 ? "" : parts[1];
    }

    @Test
    void everyPublishedSiteIsInTheListInBothLanguages() {
        var ids = new ArrayList<String>();
        json("/api/sites").path("items").forEach(site -> ids.add(site.path("id").asString()));
        assertThat(ids).hasSizeGreaterThan(5);
        assertThat(sites(page("/omrader"), "/omrader/")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(sites(page("/en/sites"), "/en/sites/")).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aSiteWithoutAStatedValueIsKeptApartAndNeverHidden() {
        var all = sites(page("/omrader"), "/omrader/");
        var html = page("/omrader?mw=1");
        var yes = sites(fitting(html), "/omrader/");
        var unknown = sites(unsure(html), "/omrader/");
        assertThat(unknown).isNotEmpty().allSatisfy(id -> assertThat(power(id)).isNull());
        assertThat(yes).allSatisfy(id -> assertThat(power(id)).isGreaterThanOrEqualTo(1));
        var no = new ArrayList<>(all);
        no.removeAll(yes);
        no.removeAll(unknown);
        assertThat(no).allSatisfy(id -> assertThat(power(id)).isLessThan(1));
        assertThat(html)
                .contains(yes.size() + " av " + all.size() + " områder passer")
                .contains("Ikke oppgitt: kraft");
        assertThat(unsure(page("/en/sites?mw=1"))).contains("Not stated: power");
    }

    private Double power(String id) {
        for (var fact : json("/api/sites/" + id).path("facts")) {
            if (fact.path("fact").asString().equals("powerMW")) {
                return fact.path("value").asDouble();
            }
        }
        return null;
    }

    @Test
    void theFiltersKeepWhatTheySay() {
        var all = sites(page("/omrader"), "/omrader/");
        var kongsvinger = sites(page("/omrader?kommune=3401"), "/omrader/");
        assertThat(kongsvinger).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(all).containsAll(kongsvinger);
        // Who is excluded for a purpose does not fit; terminals are not judged for logistics at all.
        var ranking = json("/api/runs/" + latestRun()).path("rankings").path("logistikk");
        var scored = new ArrayList<String>();
        ranking.forEach(entry -> {
            if (entry.path("verdict").asString().equals("scored")) {
                scored.add(entry.path("site").asString());
            }
        });
        assertThat(sites(page("/omrader?formal=logistikk"), "/omrader/")).containsExactlyInAnyOrderElementsOf(scored);
        var large = page("/omrader?min=100000");
        assertThat(sites(fitting(large), "/omrader/")).isEmpty();
        var near = page("/omrader?til=oslo&minutter=5");
        assertThat(sites(fitting(near), "/omrader/")).isEmpty();
        assertThat(sites(page("/omrader?plan=regulert"), "/omrader/")).isNotEmpty();
    }

    @Test
    void theOrderIsTheOneAskedForAndUnknownComesLast() {
        var html = page("/omrader?sorter=kraft&vis=tabell");
        var ids = new ArrayList<String>();
        var rows = Pattern.compile("<a href=\"/omrader/([a-z0-9-]+)\">").matcher(html);
        while (rows.find()) {
            ids.add(rows.group(1));
        }
        double before = Double.POSITIVE_INFINITY;
        for (var id : ids) {
            var power = power(id);
            double now = power == null ? -1 : power;
            assertThat(now).as(ids.toString()).isLessThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void whatCannotBeReadIsSaidAndSpoilsNothingElse() {
        var html = page("/omrader?min=mange&kommune=9999&mw=1&formal=%3Cscript%3E");
        assertThat(html)
                .contains("«Minst areal» kan ikke leses som et tall", "«Kommune»: valget finnes ikke")
                .doesNotContain("<script>")
                .contains("Ikke oppgitt: kraft");
        assertThat(page("/en/sites?minutter=1e9")).contains("“Minutes” cannot be read");
    }

    @Test
    void bothLanguagesNameEachOtherAndTheAddressForGood() {
        for (var path : List.of("/omrader/granerud-nord", "/en/sites/granerud-nord")) {
            assertThat(page(path))
                    .contains(
                            "<link rel=\"canonical\" href=\"" + base() + path + "\"",
                            "hreflang=\"nb\" href=\"" + base() + "/omrader/granerud-nord\"",
                            "hreflang=\"en\" href=\"" + base() + "/en/sites/granerud-nord\"",
                            "property=\"og:image\"");
        }
        assertThat(page("/omrader?mw=1")).contains("noindex").doesNotContain("canonical");
        assertThat(page("/en/sites/granerud-nord"))
                .contains("<html lang=\"en\"")
                .contains("Deciding facts");
    }

    @Test
    void factsStandWithWhoSaysSoAndTheDataSaysTheSame() {
        var html = page("/omrader/granerud-nord");
        var data = data(html);
        assertThat(data.path("@type").asString()).isEqualTo("Place");
        assertThat(data.path("url").asString()).isEqualTo(base() + "/omrader/granerud-nord");
        assertThat(data.path("additionalProperty")).isNotEmpty();
        for (var fact : data.path("additionalProperty")) {
            assertThat(html).contains(escaped(fact.path("name").asString()));
        }
        assertThat(html).contains("Oppgitt av");
        assertThat(data(page("/en/sites")).path("itemListElement")).isNotEmpty();
    }

    private static JsonNode data(String html) {
        var found = DATA.matcher(html);
        assertThat(found.find()).isTrue();
        return JSON.readTree(found.group(1));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Test
    void draftsAndWithdrawnSitesAreNowhereAndLookLikeWhatNeverWas() {
        var names = List.of("granerud-nord", "granli");
        var never = get("/omrader/har-aldri-vaert-her");
        assertThat(never.statusCode()).isEqualTo(404);
        int all = sites(page("/omrader"), "/omrader/").size();
        for (var state : List.of("DRAFT", "INTERNAL", "WITHDRAWN")) {
            for (var id : names) {
                publish(id, state);
                var site = get("/omrader/" + id);
                assertThat(site.statusCode()).isEqualTo(404);
                assertThat(site.body()).isEqualTo(never.body());
                for (var file : List.of("/kart.png", "/prospekt.pdf", "/lysbilde.png")) {
                    assertThat(get("/omrader/" + id + file).statusCode()).isEqualTo(404);
                    assertThat(get("/omrader/" + id + file).body().replace(id, "har-aldri-vaert-her"))
                            .isEqualTo(
                                    get("/omrader/har-aldri-vaert-her" + file).body());
                }
                var login = administrator();
                for (var path : List.of(
                        "/omrader",
                        "/en/sites",
                        "/omrader?mw=1",
                        "/omrader?vis=tabell",
                        "/innebygd/omrader",
                        "/sitemap.xml",
                        "/omrader/feed.xml",
                        "/en/sites/feed.xml")) {
                    assertThat(get(path).body()).as(path).doesNotContain("/" + id);
                    assertThat(get(path, "Authorization", login).body())
                            .as(path + " for the administrator")
                            .doesNotContain("/" + id);
                }
                assertThat(page("/omrader")).contains((all - 1) + " områder med fakta");
                publish(id, "PUBLISHED");
                assertThat(get("/omrader/" + id).statusCode()).isEqualTo(200);
            }
        }
    }

    /** What is kept of the newest version decides; the version itself is never changed. */
    private void publish(String id, String state) {
        jdbc.sql("update site_state set publication = :state where site_id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    @Test
    void theSitemapHasEverySiteInBothLanguagesAndRobotsKeepOut() throws Exception {
        var map = xml(page("/sitemap.xml"));
        int sites = sites(page("/omrader"), "/omrader/").size();
        assertThat(map.getElementsByTagNameNS("*", "loc").getLength()).isEqualTo(2 * sites + 2);
        assertThat(map.getElementsByTagNameNS("*", "lastmod").getLength()).isEqualTo(2 * sites + 2);
        assertThat(page("/robots.txt")).contains("Disallow: /i/", "Disallow: /api/", "/sitemap.xml");
        var feed = xml(page("/en/sites/feed.xml"));
        assertThat(feed.getElementsByTagNameNS("*", "entry").getLength()).isEqualTo(sites);
    }

    private static Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @Test
    void whatIsNotNewIsNotSentAgain() {
        for (var path :
                List.of("/omrader", "/omrader/granerud-nord", "/sitemap.xml", "/omrader/granerud-nord/kart.png")) {
            var mark = get(path).headers().firstValue("etag").orElseThrow();
            assertThat(get(path, "If-None-Match", mark).statusCode()).as(path).isEqualTo(304);
        }
    }

    @Test
    void theMapsArePicturesOfThePromisedSize() throws Exception {
        for (var path : List.of("/omrader/kart.png", "/omrader/granerud-nord/kart.png")) {
            var image = ImageIO.read(new ByteArrayInputStream(bytes(path)));
            assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(1200, 630));
        }
        assertThat(bytes("/omrader/granerud-nord/kart.png?liten").length).isLessThan(40_000);
    }

    private byte[] bytes(String path) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base() + path)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void whatTheRegionSaysOfItselfStandsOnItsPagesOnlyWhenPublished() {
        var login = administrator();
        text("3414", 0, "Bygda ved Råsen & <b>Storsjøen</b>.\n\nAndre avsnitt.", false, login);
        assertThat(page("/omrader/granerud-nord")).doesNotContain("Bygda ved Råsen");
        text("3414", 1, "Bygda ved Råsen & <b>Storsjøen</b>.\n\nAndre avsnitt.", true, login);
        assertThat(page("/omrader/granerud-nord"))
                .contains(
                        "<p>Bygda ved Råsen &amp; &lt;b&gt;Storsjøen&lt;/b&gt;.</p>",
                        "<p>Andre avsnitt.</p>",
                        "Kilde: SSB");
        assertThat(page("/en/sites/granerud-nord")).doesNotContain("Råsen");
        assertThat(put("3414", 1, "for sent", true, login).statusCode()).isEqualTo(412);
        assertThat(put("3414", 2, "x".repeat(4001), true, login).statusCode()).isEqualTo(422);
        assertThat(put("0301", 0, "Oslo", true, login).statusCode()).isEqualTo(422);
        text("3414", 2, "", true, login);
        assertThat(page("/omrader/granerud-nord")).doesNotContain("Bygda ved Råsen");
        assertThat(jdbc.sql("select count(*) from audit where object = 'region-text/3414/nb'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aTextIsWrittenByThoseWhoActForThePlace() {
        var planner = login(no.arealkompass.access.Role.PLANNER, "3416");
        text("3416", 0, "Eidskog.", true, planner);
        assertThat(put("3415", 0, "Sør-Odal.", true, planner).statusCode()).isEqualTo(403);
        assertThat(put("region", 0, "Regionen.", true, planner).statusCode()).isEqualTo(403);
        var officer = login(no.arealkompass.access.Role.CASE_OFFICER, "3416");
        assertThat(put("3416", 1, "Saksbehandler.", true, officer).statusCode()).isEqualTo(403);
        var recruiter = login(no.arealkompass.access.Role.RECRUITER);
        text("region", 0, "Regionen.", true, recruiter);
        assertThat(put("3416", 1, "Rekrutterer.", true, recruiter).statusCode()).isEqualTo(403);
        assertThat(get("/api/region-texts").statusCode()).isEqualTo(401);
        var own =
                JSON.readTree(get("/api/region-texts", "Authorization", planner).body());
        assertThat(own.path("items"))
                .hasSize(2)
                .allMatch(t -> t.path("place").asString().equals("3416"));
        assertThat(page("/omrader")).contains("<p>Regionen.</p>");
    }

    private void text(String place, int version, String body, boolean published, String login) {
        var answer = put(place, version, body, published, login);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> put(String place, int version, String body, boolean published, String login) {
        var draft = JSON.createObjectNode()
                .put("version", version)
                .put("body", body)
                .put("source", "SSB")
                .put("published", published);
        return send(HttpRequest.newBuilder(URI.create(base() + "/api/region-texts/" + place + "/nb"))
                .header("Authorization", login)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(draft))));
    }
}

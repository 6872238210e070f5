package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What the service says it stores about people is what it does; landowners named in delivered files never get in. */
@DirtiesContext
@TestPropertySource(
        properties = {
            "areal.enquiry.keep-days=123",
            "areal.enquiry.keep-open-days=456",
            "areal.audit.keep-days=789",
            "areal.enquiry.mail=kontakt@regionen.example",
            "areal.enquiry.phone=+47 62 11 22 33"
        })
class PrivacyOverHttpTest extends ServiceTest {
    private static final String PERSON = "Ola Grunneier";
    private static final String PERSONAL = """
            "eier":"%1$s","HJEMMELSHA":"%1$s","gnr":"12","bnr":"7","kontaktperson":"%1$s","tlf":"99887766",
            "annet":{"kvalitet":{"metode":1},"eier":{"navn":"%1$s"}}""".formatted(PERSON);

    @Test
    void thePageTellsTheFiguresTheServiceRunsWith() {
        var nb = get("/personvern");
        assertThat(nb.statusCode()).isEqualTo(200);
        assertThat(nb.body())
                .contains(
                        "lang=\"nb\"",
                        "123 dager",
                        "456 dager",
                        "789 dager",
                        "kontakt@regionen.example",
                        "tel:+4762112233")
                .contains("passordet som en kontrollsum", "Det sendes ingen e-post om henvendelsen")
                .doesNotContain("Bakgrunnskartet hentes");
        var en = get("/en/privacy");
        assertThat(en.body())
                .contains("lang=\"en\"", "123 days", "456 days", "789 days")
                .doesNotContain("dager", "slettes");
        assertThat(en.headers().allValues("set-cookie")).isEmpty();
    }

    @Test
    void everyPublicPageLeadsThere() {
        for (var path : List.of("/omrader", "/omrader/granerud-nord", "/henvendelse", "/personvern")) {
            assertThat(get(path).body()).as(path).contains("href=\"/personvern\"");
        }
        for (var path : List.of("/en/sites", "/en/enquiry", "/en/privacy")) {
            assertThat(get(path).body()).as(path).contains("href=\"/en/privacy\"");
        }
    }

    @Test
    void aLandownerInAPlanOrASiteFileIsStoredNowhereAndShownNowhere() {
        var plan = deliver("arealplaner", "syntetisk", "application/json", """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"z1","municipality":"3414",
                 "planId":"P7","planName":"Prøveplan","objtype":"RpArealformålOmråde","purposeCode":"1300","planType":"35",
                 "planStatus":"3",%s},"geometry":{"type":"Polygon","coordinates":
                 [[[11.5,60.3],[11.51,60.3],[11.51,60.31],[11.5,60.31],[11.5,60.3]]]}}]}""".formatted(PERSONAL));
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(201);
        var site = deliver("naeringsarealer", "sample", "application/json", """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"plantet","name":"Plantet",
                 "kind":"LAND","publication":"published","schematic":false,"areaKnown":true,"accuracyM":1,"source":"prøve",
                 "facts":[{"fact":"powerMW","value":5,"unit":"MW","statedBy":"Nettselskapet","on":"2026","basis":"stated",
                   "source":"s","url":"","eier":"%s"}],%s},
                 "geometry":{"type":"Polygon","coordinates":
                 [[[11.6,60.3],[11.61,60.3],[11.61,60.31],[11.6,60.31],[11.6,60.3]]]}}]}""".formatted(PERSON, PERSONAL));
        assertThat(site.statusCode()).as(site.body()).isEqualTo(201);
        assertThat(jdbc.sql("select count(*) from plan_zone where properties::text like '%\"gnr\"%'")
                        .query(Integer.class)
                        .single())
                .as("the other fields of the plan are there")
                .isPositive();
        assertThat(rows("plan_zone")).doesNotContain(PERSON).doesNotContain("99887766");
        var open = List.of(
                "/api/plans",
                "/api/plans/zones?subject=3414-P7@1",
                "/collections",
                "/collections/sites/items",
                "/api/sites/plantet",
                "/api/sites/export.geojson?facts=all",
                "/api/sites/export.csv?facts=all",
                "/omrader",
                "/omrader/plantet",
                "/en/sites/plantet");
        for (var path : open) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain(PERSON).doesNotContain("99887766");
        }
        for (var table : tables()) {
            assertThat(rows(table)).as(table).doesNotContain("99887766");
        }
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'spatial_ref_sys'
                        """).query(String.class).list();
    }

    private String rows(String table) {
        return jdbc.sql("select coalesce(string_agg(t::text, ' '), '') from " + table
                        + " t where t::text like '%998877%'" + " or t::text like '%" + PERSON + "%'")
                .query(String.class)
                .single();
    }

    private HttpResponse<String> deliver(String dataset, String source, String type, String content) {
        var boundary = "grense";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\n" + source
                + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"crs\"\r\n\r\nEPSG:4326"
                + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"fil.geojson\"\r\nContent-Type: " + type
                + "\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return send(HttpRequest.newBuilder(URI.create(base() + "/api/datasets/" + dataset + "/imports"))
                .header("Authorization", administrator())
                .header("Accept-Language", "nb")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
    }
}

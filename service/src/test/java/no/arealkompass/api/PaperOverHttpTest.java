package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import no.arealkompass.TestDatabase;
import no.arealkompass.TestPlans;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** A real check of a real plan on paper, as a picture, and frozen: from the tables to the bytes that go out. */
@DirtiesContext
class PaperOverHttpTest extends ServiceTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String STRATEGY = "kongsvingerregionen-2017";
    private static final String SUBJECT = "3414-201803@1";

    private double east;
    private double north;

    @BeforeEach
    void plan() {
        var middle = jdbc.sql("""
                select st_x(p) as x, st_y(p) as y from (select st_pointonsurface(geom) as p
                  from feature f join dataset_version v on v.id = f.dataset_version_id
                  where v.dataset = 'kommuner' and class = '3414') q
                """).query().singleRow();
        east = Math.round((Double) middle.get("x"));
        north = Math.round((Double) middle.get("y"));
        if (jdbc.sql("select count(*) from plan_version").query(Integer.class).single() == 0) {
            long version = version("201803", 1, "ADOPTED", "2018-06-20");
            zone(version, "N1", "1340", 100, 100);
            zone(version, "N2", "1310", 1100, 100);
            zone(version, "L1", "5100", 100, 1100);
        }
    }

    private long version(String plan, int version, String stage, String inForce) {
        return TestPlans.version(
                jdbc,
                "3414",
                plan,
                version,
                "MUNICIPAL",
                stage,
                "3",
                inForce,
                TestPlans.rectangle(east, north, 5000, 5000));
    }

    private void zone(long version, String id, String code, double x, double y) {
        TestPlans.zone(jdbc, version, id, code, "2", TestPlans.rectangle(east + x, north + y, 800, 500));
    }

    private JsonNode check(String subject) {
        return json("/api/plan-checks/latest?subject=" + subject + "&strategy=" + STRATEGY);
    }

    private byte[] download(String path, String type) {
        var answer = bytes(HttpRequest.newBuilder(URI.create(base() + path)));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue(type);
        return answer.body();
    }

    private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", "");
        }
    }

    private static String packed(JsonNode text) {
        return text.path("nb").asString().replaceAll("[\\s\u00a0]+", "");
    }

    @Test
    void theReportHoldsEveryFindingAndRuleOfTheStoredCheck() throws Exception {
        var check = check(SUBJECT);
        var address = "/api/plan-checks/" + check.path("id").asString();
        var pdf = download(address + "/report.pdf", "application/pdf");
        Files.write(TestDatabase.buildFolder().resolve("real-report.pdf"), pdf);
        var text = text(pdf);
        assertThat(check.path("findings")).isNotEmpty();
        check.path("findings").forEach(f -> assertThat(text).contains(packed(f.path("sentence"))));
        check.path("rules").forEach(r -> assertThat(text).contains(r.path("id").asString(), packed(r.path("name"))));
        assertThat(text)
                .contains(
                        check.path("id").asString(),
                        packed(check.path("verdict").path("sentence")));
        assertThat(text).contains("Arealregnskap", "Utbygdogledig,daa");
        assertThat(download(address + "/report.pdf", "application/pdf")).isEqualTo(pdf);
        explain(check.path("findings").get(0).path("id").asString());
        assertThat(text(download(address + "/report.pdf", "application/pdf")))
                .contains("Kommunensbegrunnelse:Jernbanenertilforfolk.(PS41/24,Kommunestyret,20.juni2024)");
        assertThat(text(download(address + "/report.pdf?lang=en", "application/pdf")))
                .contains("Allfindings");
    }

    private void explain(String finding) {
        var reason = Map.of(
                "subject", SUBJECT,
                "strategy", STRATEGY,
                "finding", finding,
                "reason", "Jernbanen er til for folk.",
                "decision", "PS 41/24",
                "decidedBy", "Kommunestyret",
                "decidedOn", "2024-06-20");
        var answer = post("/api/plan-reasons", JSON.writeValueAsBytes(reason), administrator());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
    }

    @Test
    void thePictureHasTheZonesWhereTheyAreAndTheSizeAskedFor() throws Exception {
        var address = "/api/plan-checks/" + check(SUBJECT).path("id").asString() + "/map.png";
        var png = download(address, "image/png");
        Files.write(TestDatabase.buildFolder().resolve("real-slide.png"), png);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(1600, 900));
        // The farming zone lies a kilometre north of the two business zones.
        var business = rows(image, 0xCDB3D8);
        var farming = rows(image, 0xE2EFCF);
        assertThat(business.getCount()).isGreaterThan(5_000);
        assertThat(farming.getCount()).isGreaterThan(5_000);
        assertThat(farming.getMax()).isLessThan(business.getMin());
        var small = ImageIO.read(
                new ByteArrayInputStream(download(address + "?width=800&height=450&lang=en", "image/png")));
        assertThat(small.getWidth()).isEqualTo(800);
        for (var bad : List.of("width=20", "width=99999", "height=-1", "width=1e9", "lang=sv")) {
            assertThat(get(address + "?" + bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(get("/api/plan-checks/" + new java.util.UUID(1, 1) + "/map.png")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Where in the map, from its top, a colour is. */
    private static IntSummaryStatistics rows(BufferedImage image, int colour) {
        return IntStream.range(150, 640)
                .flatMap(y -> IntStream.range(60, 950)
                        .filter(x -> (image.getRGB(x, y) & 0xFFFFFF) == colour)
                        .map(x -> y))
                .summaryStatistics();
    }

    @Test
    void whatIsNotForEveryoneIsOnNoPaperAndNoPictureForThem() {
        var login = administrator();
        zone(version("hemmelig", 1, "PROPOSAL", null), "H1", "1340", 2500, 2500);
        var answer =
                get("/api/plan-checks/latest?subject=3414-hemmelig@1&strategy=" + STRATEGY, "Authorization", login);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var id = JSON.readTree(answer.body()).path("id").asString();
        for (var file : List.of("report.pdf", "map.png")) {
            assertThat(get("/api/plan-checks/" + id + "/" + file).statusCode()).isEqualTo(404);
            assertThat(get("/api/plan-checks/" + id + "/" + file, "Authorization", login)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFrozenCheckIsValidAfterThePlanTheDataAndTheViewsHaveChanged() throws Exception {
        var login = administrator();
        var check = check(SUBJECT);
        var made = freeze(
                login, Map.of("kind", "plan-check", "check", check.path("id").asString()));
        var id = made.path("id").asString();
        assertThat(made.path("open").asBoolean()).isTrue();
        var pdf = download("/api/snapshots/" + id + "/document.pdf", "application/pdf");
        assertThat(text(pdf)).contains(id, made.path("documentSha256").asString());
        assertThat(json("/api/snapshots?subject=" + SUBJECT + "&strategy=" + STRATEGY)
                        .path("items"))
                .hasSize(1);
        assertThat(verify(id).path("outcome").asString()).isEqualTo("valid");

        long later = version("201901", 1, "ADOPTED", "2019-01-01");
        zone(later, "B1", "1110", 3000, 3000);
        jdbc.sql("alter table plan_zone disable trigger plan_zone_never_changes")
                .update();
        jdbc.sql("update plan_zone set code = '1110' where zone_id = 'N1'").update();
        jdbc.sql("alter table plan_zone enable trigger plan_zone_never_changes").update();
        var said = verify(id);
        assertThat(said.path("outcome").asString()).as(said.toString()).isEqualTo("superseded");
        assertThat(said.path("newer").path("ref").asString())
                .isEqualTo(check(SUBJECT).path("id").asString());
        assertThat(bytes(HttpRequest.newBuilder(URI.create(base() + "/api/snapshots/" + id + "/document.pdf"))
                                .GET())
                        .body())
                .isEqualTo(pdf);
        jdbc.sql("alter table plan_check_in_use rename to plan_check_gone").update();
        try {
            var whole = JSON.readTree(post("/api/snapshots/verify", pdf, "").body());
            assertThat(whole.path("outcome").asString()).isEqualTo("valid");
            assertThat(whole.path("looked").asBoolean()).isFalse();
        } finally {
            jdbc.sql("alter table plan_check_gone rename to plan_check_in_use").update();
        }
    }

    private JsonNode verify(String id) {
        return json("/api/snapshots/verify?id=" + id);
    }

    private JsonNode freeze(String login, Map<String, ?> wish) {
        var answer = post("/api/snapshots", JSON.writeValueAsBytes(wish), login);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<byte[]> post(String path, byte[] body, String login) {
        var type = login.isEmpty() ? "application/octet-stream" : "application/json";
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return bytes(login.isEmpty() ? request : request.header("Authorization", login));
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import no.arealkompass.TestPlans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Each test has a plan of its own in Kongsvinger, so that none sees another's changes. */
abstract class OwnPlanTest extends ServiceTest {
    static final String STRATEGY = "kongsvingerregionen-2017";

    private static int plans;

    private String plan = "";
    private double west;

    @BeforeEach
    void aPlanOfItsOwn() {
        plan = "H" + ++plans;
        west = 340_000 + 4_000 * plans;
    }

    /** Zones whose code no purpose of the strategy may use, side by side in Kongsvinger. */
    void version(int version, String stage, String... zones) {
        long id = TestPlans.version(
                jdbc,
                "3401",
                plan,
                version,
                "AREA_ZONING",
                stage,
                "3",
                stage.equals("ADOPTED") ? "2024-07-01" : null,
                TestPlans.rectangle(west, 6_680_000, 3000, 200));
        for (var zone : zones) {
            double place = west + 300 * Integer.parseInt(zone.substring(1));
            TestPlans.zone(jdbc, id, zone, "1310", "2", TestPlans.rectangle(place, 6_680_000, 90, 90));
        }
    }

    String subject(int version) {
        return "3401-" + plan + "@" + version;
    }

    String id(String zone) {
        return "PL07/3401-" + plan + "/" + zone;
    }

    /** The id of the finding that a zone serves no purpose, which the check must have. */
    String finding(String subject, String zone) {
        var check = get(
                "/api/plan-checks/latest?subject=" + encoded(subject) + "&strategy=" + STRATEGY,
                "Authorization",
                administrator());
        assertThat(check.statusCode()).as(check.body()).isEqualTo(200);
        assertThat(JSON.readTree(check.body())
                        .path("findings")
                        .valueStream()
                        .map(f -> f.path("id").asString()))
                .contains(id(zone));
        return id(zone);
    }

    HttpResponse<String> post(String path, String body, @Nullable String login) {
        return send(logged(login)
                .uri(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path, @Nullable String login) {
        return send(logged(login).uri(URI.create(base() + path)).DELETE());
    }

    static HttpRequest.Builder logged(@Nullable String login) {
        var request = HttpRequest.newBuilder();
        return login == null ? request : request.header("Authorization", login);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

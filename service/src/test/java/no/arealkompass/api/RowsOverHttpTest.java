package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who sees and changes which sites, through every door that HTTP has. The sample's Kongsvinger is 3401, Nord-Odal 3414. */
@DirtiesContext
class RowsOverHttpTest extends ServiceTest {
    private static final String SQUARE = square(12.00, 60.20);
    private static final String ELSEWHERE = square(11.54, 60.40); // in 3414
    private static final Map<String, String> PUBLICATIONS =
            Map.of("r-draft", "draft", "r-internal", "internal", "r-open", "published", "r-gone", "withdrawn");

    /** Each reader's sites among those this test makes. */
    private Map<String, Set<String>> readers() {
        return Map.of(
                "",
                Set.of("r-open"),
                login(Role.RECRUITER),
                Set.of("r-open", "r-internal"),
                login(Role.CASE_OFFICER, "3401"),
                Set.of("r-open", "r-internal", "r-draft", "r-gone"),
                login(Role.PLANNER, "3401"),
                Set.of("r-open", "r-internal", "r-draft", "r-gone"),
                login(Role.PLANNER, "3414"),
                Set.of("r-open", "r-internal"),
                administrator(),
                Set.of("r-open", "r-internal", "r-draft", "r-gone"));
    }

    @BeforeEach
    void sites() {
        if (get("/api/sites/r-open").statusCode() == 200) {
            return;
        }
        PUBLICATIONS.forEach((id, publication) -> {
            var body = draft(id, SQUARE);
            body.put("publication", publication);
            var made = send("POST", "/api/sites", body, null, administrator());
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        });
    }

    @Test
    void listsCountsAndSingleSitesShowOnlyWhatTheReaderMaySee() {
        readers().forEach((reader, expected) -> {
            var list = read("/api/sites?limit=500", reader);
            assertThat(made(list.path("items"), "/id")).as(reader).isEqualTo(expected);
            assertThat(list.path("total").asInt()).isEqualTo(list.path("items").size());
            var items = read("/collections/sites/items?limit=1000", reader);
            assertThat(made(items.path("features"), "/id")).as(reader).isEqualTo(expected);
            assertThat(items.path("numberMatched").asInt())
                    .isEqualTo(items.path("features").size());
            var boxed = read("/collections/sites/items?bbox=11.999,60.199,12.003,60.202", reader);
            assertThat(boxed.path("numberMatched").asInt()).as(reader).isEqualTo(expected.size());
            for (var id : PUBLICATIONS.keySet()) {
                int status = expected.contains(id) ? 200 : 404;
                for (var path : List.of(
                        "/api/sites/" + id,
                        "/api/sites/" + id + "/history",
                        "/api/sites/" + id + "/versions/1",
                        "/collections/sites/items/" + id)) {
                    assertThat(get(path, headers(reader)).statusCode())
                            .as(path + " " + reader)
                            .isEqualTo(status);
                }
            }
        });
    }

    /** What is hidden answers letter by letter as what never was. */
    @Test
    void aHiddenSiteIsToldOfAsOneThatNeverWas() {
        for (var reader : List.of("", login(Role.RECRUITER), login(Role.PLANNER, "3414"))) {
            var hidden = get("/api/sites/r-draft", headers(reader));
            var never = get("/api/sites/r-never", headers(reader));
            assertThat(hidden.body().replace("r-draft", "r-never")).isEqualTo(never.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "csv"})
    void exportsHoldWhatTheReaderMaySee(String form) {
        readers().forEach((reader, expected) -> {
            var file = get("/api/sites/export." + form, headers(reader)).body();
            PUBLICATIONS
                    .keySet()
                    .forEach(id -> assertThat(file.contains(id + "\"") || file.contains(id + ";"))
                            .as(id + " " + reader)
                            .isEqualTo(expected.contains(id)));
        });
    }

    @Test
    void theCountOfDeliveredSitesHidesDrafts() {
        int all = delivered(administrator());
        jdbc.sql("""
                insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known, accuracy_m,
                  source, facts, by)
                select site_id, version + 1, name, kind, 'DRAFT', footprint, schematic, area_known, accuracy_m, source, facts, 'test'
                from site_in_use where site_id = 'granerud-nord'
                """).update();
        assertThat(delivered(administrator())).isEqualTo(all);
        assertThat(delivered("")).isEqualTo(all - 1);
        assertThat(delivered(login(Role.PLANNER, "3414"))).isEqualTo(all);
        var dataset = read("/api/datasets/naeringsarealer", "");
        assertThat(dataset.path("coverage").isNull() || dataset.path("coverage").isMissingNode())
                .isTrue();
        jdbc.sql("""
                insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known, accuracy_m,
                  source, facts, by)
                select site_id, version + 1, name, kind, 'PUBLISHED', footprint, schematic, area_known, accuracy_m, source, facts, 'test'
                from site_in_use where site_id = 'granerud-nord'
                """).update();
    }

    @Test
    void aPlannerChangesTheOwnGroundAndNobodyElses() {
        var own = login(Role.PLANNER, "3401");
        var neighbour = login(Role.PLANNER, "3414");
        var body = draft("r-own", SQUARE);
        body.put("publication", "draft");
        assertThat(send("POST", "/api/sites", body, null, own).statusCode()).isEqualTo(201);
        assertThat(send("PUT", "/api/sites/r-own", body, "\"1\"", neighbour).statusCode())
                .isEqualTo(404);
        body.put("publication", "published");
        assertThat(send("PUT", "/api/sites/r-own", body, "\"1\"", own).statusCode())
                .isEqualTo(200);
        var refused = send("PUT", "/api/sites/r-own", draft("r-own", ELSEWHERE), "\"2\"", neighbour);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("kommune 3401").contains("planlegger der");
        var moved = send("PUT", "/api/sites/r-own", draft("r-own", ELSEWHERE), "\"2\"", own);
        assertThat(moved.statusCode()).isEqualTo(403);
        assertThat(moved.body()).contains("kommune 3414");
        assertThat(send("POST", "/api/sites", draft("r-new", ELSEWHERE), null, own)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/api/sites", draft("r-draft", ELSEWHERE), null, neighbour)
                        .statusCode())
                .as("an id that is in use where the caller does not see it")
                .isEqualTo(422);
        assertThat(send("POST", "/api/sites", draft("r-both", SQUARE), null, login(Role.CASE_OFFICER, "3401"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(jdbc.sql("select action || ' ' || coalesce(before, '') || ' > ' || after from audit"
                                + " where object = 'site/r-own' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("site.create  > 1 DRAFT", "site.publish 1 DRAFT > 2 PUBLISHED");
        assertThat(jdbc.sql("select distinct by || ' ' || by_role || ' ' || municipalities[1] from audit"
                                + " where object = 'site/r-own'")
                        .query(String.class)
                        .list())
                .containsExactly("planner3401 PLANNER 3401");
    }

    @Test
    void revertingAndConfirmingAskTheSame() {
        var own = login(Role.PLANNER, "3401");
        var neighbour = login(Role.PLANNER, "3414");
        var body = draft("r-revert", SQUARE);
        assertThat(send("POST", "/api/sites", body, null, own).statusCode()).isEqualTo(201);
        body.put("name", "Et annet navn");
        assertThat(send("PUT", "/api/sites/r-revert", body, "\"1\"", own).statusCode())
                .isEqualTo(200);
        var revert = JSON.createObjectNode().put("version", 1).put("why", "feil navn");
        assertThat(send("POST", "/api/sites/r-revert/revert", revert, "\"2\"", neighbour)
                        .statusCode())
                .isEqualTo(403);
        var confirm = JSON.createObjectNode()
                .put("by", "næringssjef")
                .put("on", "2026-01-02")
                .put("note", "");
        assertThat(send("POST", "/api/sites/r-revert/confirmations", confirm, null, neighbour)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/api/sites/r-revert/revert", revert, "\"2\"", own)
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/sites/r-revert/confirmations", confirm, null, own)
                        .statusCode())
                .isEqualTo(201);
    }

    private int delivered(String reader) {
        return read("/api/datasets/naeringsarealer", reader)
                .path("inUse")
                .path("featureCount")
                .asInt();
    }

    private static Set<String> made(JsonNode items, String id) {
        var ids = new TreeSet<String>();
        items.forEach(item -> ids.add(item.at(id).asString()));
        ids.retainAll(PUBLICATIONS.keySet());
        return ids;
    }

    private JsonNode read(String path, String reader) {
        var answer = get(path, headers(reader));
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String[] headers(String reader) {
        return reader.isEmpty() ? new String[0] : new String[] {"Authorization", reader};
    }

    private HttpResponse<String> send(String method, String path, ObjectNode body, String ifMatch, String reader) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", reader)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "nb")
                .header("Prefer", "wait=30")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private static ObjectNode draft(String id, String footprint) {
        return (ObjectNode) JSON.readTree("""
                {"id": "%s", "name": "Rad %s", "kind": "land", "publication": "published", "footprint": %s,
                 "schematic": false, "areaKnown": true, "accuracyM": 2, "source": "Målt i felt", "facts": [], "parts": [],
                 "scoredPart": null, "media": [], "why": "nytt område"}
                """.formatted(id, id, footprint));
    }

    private static String square(double x, double y) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(x, y, x + 0.002, y + 0.001);
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import no.arealkompass.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Keys of machines: made, used, bounded, ended. */
@DirtiesContext
class KeysOverHttpTest extends ServiceTest {
    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() {
        var made = make(administrator(), "[\"readPublished\",\"readOwn\"]", "[\"3414\"]", "2027-01-31");
        var secret = made.path("secret").asString();
        assertThat(secret).matches("areal_[a-z0-9]{8}_[\\w-]{43}");
        assertThat(get("/api/keys", "Authorization", administrator()).body()).doesNotContain(secret);
        var kept = jdbc.sql("select machine_key::text from machine_key")
                .query(String.class)
                .list();
        assertThat(kept).noneMatch(row -> row.contains(secret.substring(20)));
        var caller = JSON.readTree(use(secret, "/api/config").body()).path("caller");
        assertThat(caller.path("role").asString()).isEqualTo("machine");
        assertThat(caller.path("name").asString()).isEqualTo("key-" + secret.substring(6, 14));
        assertThat(names(caller.path("may"))).containsExactlyInAnyOrder("readPublished", "readOwn");
        var prefix = secret.substring(6, 14);
        var used = jdbc.sql("select last_used_on::text from machine_key where prefix = :prefix")
                .param("prefix", prefix)
                .query(String.class)
                .single();
        assertThat(used).isEqualTo("2026-11-26");
    }

    @Test
    void aKeyDoesWhatItsScopesSayAndNothingElse() {
        var key = make(administrator(), "[\"readPublished\"]", "[\"3414\"]", "2026-12-31")
                .path("secret")
                .asString();
        assertThat(use(key, "/api/sites").statusCode()).isEqualTo(200);
        assertThat(use(key, "/api/imports").statusCode()).isEqualTo(403);
        assertThat(use(key, "/api/accounts").statusCode()).isEqualTo(403);
        assertThat(post(key, "/api/keys", "{}").statusCode())
                .as("a key makes no keys")
                .isIn(403, 422);
    }

    @Test
    void aWrongKeyIsRefusedEverywhere() {
        var key = make(administrator(), "[\"readPublished\"]", "[]", "2026-12-31")
                .path("secret")
                .asString();
        var wrong = key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");
        for (var other : List.of(wrong, "areal_zzzzzzzz_" + key.substring(15), "nonsense", "")) {
            assertThat(use(other, "/api/config").statusCode()).as(other).isEqualTo(401);
        }
        assertThat(get("/api/config?key=" + key).body())
                .as("in an address it is nothing")
                .contains("\"public\"");
    }

    @Test
    void aKeyEndsWithItsLastDayAndWhenItIsRevoked() {
        var made = make(administrator(), "[\"readPublished\"]", "[]", "2026-11-28");
        var key = made.path("secret").asString();
        clock.setDay("2026-11-28");
        assertThat(use(key, "/api/config").statusCode()).isEqualTo(200);
        clock.setDay("2026-11-29");
        assertThat(use(key, "/api/config").statusCode()).isEqualTo(401);
        clock.reset();
        var id = made.path("key").path("id").asString();
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + "/api/keys/" + id))
                                .header("Authorization", administrator())
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(use(key, "/api/config").statusCode()).isEqualTo(401);
    }

    @Test
    void noKeyLivesLongerThanAYearOrMayMoreThanMachinesAndItsMaker() {
        for (var body : List.of(
                body("[\"readPublished\"]", "[]", "2027-11-27"),
                body("[\"readPublished\"]", "[]", "2026-11-25"),
                body("[\"readPublished\"]", "[]", "snart"),
                body("[\"manageAccounts\"]", "[]", "2026-12-31"),
                body("[\"share\"]", "[]", "2026-12-31"),
                body("[]", "[]", "2026-12-31"),
                body("[\"readPublished\"]", "[\"0301\"]", "2026-12-31"))) {
            assertThat(post(administrator(), "/api/keys", body).statusCode())
                    .as(body)
                    .isEqualTo(422);
        }
    }

    @Test
    void aPlannerMakesKeysForTheOwnMunicipalitiesOnlyAndSeesNoOthers() {
        var planner = login(Role.PLANNER, "3414");
        var foreign = make(administrator(), "[\"editSites\"]", "[\"3415\"]", "2026-12-31");
        assertThat(post(planner, "/api/keys", body("[\"editSites\"]", "[\"3415\"]", "2026-12-31"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(planner, "/api/keys", body("[\"editSites\"]", "[]", "2026-12-31"))
                        .statusCode())
                .as("for the region")
                .isEqualTo(422);
        var own = make(planner, "[\"editSites\"]", "[\"3414\"]", "2026-12-31");
        var seen = get("/api/keys", "Authorization", planner).body();
        assertThat(seen)
                .contains(own.path("key").path("prefix").asString())
                .doesNotContain(foreign.path("key").path("prefix").asString());
        var id = foreign.path("key").path("id").asString();
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + "/api/keys/" + id))
                                .header("Authorization", planner)
                                .DELETE())
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(login(Role.RECRUITER), "/api/keys", body("[\"readPublished\"]", "[]", "2026-12-31"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theKeysOfAnAccountGoWithWhatItMay() {
        var planner = login(Role.PLANNER, "3415", "3416");
        var narrow = make(planner, "[\"readPublished\",\"readOwn\"]", "[\"3415\"]", "2026-12-31")
                .path("secret")
                .asString();
        var wide = make(planner, "[\"readPublished\",\"readOwn\"]", "[\"3415\",\"3416\"]", "2026-12-31")
                .path("secret")
                .asString();
        var name = "planner3415-3416";
        put("/api/accounts/" + name, "{\"role\":\"planner\",\"municipalities\":[\"3415\"]}");
        assertThat(use(narrow, "/api/config").statusCode()).isEqualTo(200);
        assertThat(use(wide, "/api/config").statusCode()).isEqualTo(401);
        put("/api/accounts/" + name + "/enabled", "{\"enabled\":false}");
        assertThat(use(narrow, "/api/config").statusCode()).isEqualTo(401);
    }

    private void put(String path, String body) {
        var answer = send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", administrator())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode make(String login, String scopes, String municipalities, String last) {
        var answer = post(login, "/api/keys", body(scopes, municipalities, last));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        return JSON.readTree(answer.body());
    }

    private static String body(String scopes, String municipalities, String last) {
        return "{\"label\":\"Nattlig levering\",\"scopes\":%s,\"municipalities\":%s,\"expiresOn\":\"%s\"}"
                .formatted(scopes, municipalities, last);
    }

    private HttpResponse<String> post(String login, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", login.startsWith("areal_") ? "Bearer " + login : login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> use(String key, String path) {
        return get(path, "Authorization", "Bearer " + key);
    }

    private static List<String> names(JsonNode list) {
        var names = new ArrayList<String>();
        list.forEach(item -> names.add(item.asString()));
        return names;
    }
}

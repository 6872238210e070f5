package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Snapshots as those who keep them see them: made, downloaded, verified years later, and never believed when changed. */
@DirtiesContext
class SnapshotsOverHttpTest extends ServiceTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LAND = "industri_stor";

    private String login = "";

    @BeforeEach
    void login() {
        login = administrator();
    }

    private JsonNode freeze(Map<String, ?> wish) {
        var answer = post("/api/snapshots", JSON.writeValueAsBytes(wish), "application/json", login);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private JsonNode comparison() {
        return freeze(Map.of(
                "kind", "comparison", "run", latestRun(), "purpose", LAND, "sites", List.of("magnor", "kirkenaer")));
    }

    private HttpResponse<byte[]> post(String path, byte[] body, String type, String login) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return bytes(login.isEmpty() ? request : request.header("Authorization", login));
    }

    private byte[] download(String path) {
        var answer = bytes(HttpRequest.newBuilder(URI.create(base() + path)));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
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

    /** What a stranger is told of a file. */
    private JsonNode handIn(byte[] file) {
        var answer = post("/api/snapshots/verify", file, "application/octet-stream", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode verify(String id) {
        return json("/api/snapshots/verify?id=" + id);
    }

    private List<byte[]> files(String id) {
        return List.of(
                download("/api/snapshots/" + id + "/document.json"),
                download("/api/snapshots/" + id + "/document.pdf"),
                download("/api/snapshots/" + id + "/signature"));
    }

    @Test
    void aComparisonIsFrozenDownloadedAndKnownAgainByEachOfItsFiles() throws Exception {
        var made = comparison();
        var id = made.path("id").asString();
        var files = files(id);
        var words = List.of("document", "pdf", "signature");
        for (int i = 0; i < 3; i++) {
            var said = handIn(files.get(i));
            assertThat(said.path("outcome").asString()).isEqualTo("valid");
            assertThat(said.path("file").asString()).isEqualTo(words.get(i));
            assertThat(said.path("id").asString()).isEqualTo(id);
            assertThat(said.path("title").asString()).startsWith("Magnor (Vestre, The Plus), Kirkenær industriområde");
            assertThat(said.path("snapshot").path("madeBy").asString()).isEqualTo("administrator");
        }
        var document = JSON.readTree(files.getFirst());
        assertThat(document.path("content").path("sites")).hasSize(2);
        var frozen = document.path("content").path("sites").get(0).path("score");
        var stored = json("/api/runs/" + latestRun() + "/scores/" + LAND + "/magnor");
        assertThat(frozen.path("lines")).hasSize(stored.path("lines").size()).isNotEmpty();
        assertThat(frozen.path("verdict").path("low").asDouble())
                .isEqualTo(stored.path("verdict").path("low").asDouble());
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(files.get(1))) {
            var text = new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(
                            "Sammenlikning av områder",
                            "Magnor (Vestre, The Plus)",
                            made.path("documentSha256").asString());
        }
        assertThat(post("/api/snapshots/verify", "noe annet".getBytes(StandardCharsets.UTF_8), "text/plain", "")
                        .body())
                .asString()
                .contains("\"outcome\":\"unknown\"");
    }

    @Test
    void aStrangersHandWorkWithOpensslComesToTheSameAnswer(@TempDir Path folder) throws Exception {
        var id = comparison().path("id").asString();
        var files = files(id);
        var signature = JSON.readTree(files.get(2));
        Files.write(folder.resolve("key.pem"), download("/api/snapshots/key"));
        Files.writeString(
                folder.resolve("manifest.json"), signature.path("manifest").asString());
        Files.write(
                folder.resolve("manifest.sig"),
                java.util.Base64.getDecoder().decode(signature.path("signature").asString()));
        var command = List.of(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                "key.pem",
                "-rawin",
                "-in",
                "manifest.json",
                "-sigfile",
                "manifest.sig");
        var openssl = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Signature Verified Successfully");
        var manifest = JSON.readTree(signature.path("manifest").asString());
        assertThat(manifest.path("documentSha256").asString()).isEqualTo(sha256(files.get(0)));
        assertThat(manifest.path("pdfSha256").asString()).isEqualTo(sha256(files.get(1)));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aFileWithOneByteFlippedIsNeverValid() {
        var id = comparison().path("id").asString();
        var random = new Random(5);
        for (var file : files(id)) {
            var places = random.ints(0, file.length).limit(60).boxed().collect(java.util.stream.Collectors.toSet());
            places.addAll(List.of(0, 1, file.length / 2, file.length - 2, file.length - 1));
            for (int place : places) {
                var flipped = file.clone();
                flipped[place] ^= (byte) (1 << random.nextInt(8));
                assertThat(handIn(flipped).path("outcome").asString())
                        .as("byte %s", place)
                        .isIn("altered", "unknown");
            }
        }
        assertThat(verify(id).path("outcome").asString()).isEqualTo("valid");
    }

    @Test
    void aRowChangedBehindOurBackIsAlteredWhereverItWasChanged() {
        var id = comparison().path("id").asString();
        var random = new Random(6);
        jdbc.sql("alter table snapshot disable trigger snapshot_never_changes").update();
        try {
            for (var column : List.of("document", "pdf", "manifest", "signature")) {
                int length = jdbc.sql("select length(" + column + ") from snapshot where id = cast(:id as uuid)")
                        .param("id", id)
                        .query(Integer.class)
                        .single();
                var places = random.ints(0, length).limit(25).boxed().collect(java.util.stream.Collectors.toSet());
                places.addAll(List.of(0, length - 1));
                for (int place : places) {
                    flip(column, id, place);
                    assertThat(verify(id).path("outcome").asString())
                            .as("%s %s", column, place)
                            .isEqualTo("altered");
                    flip(column, id, place);
                }
            }
            jdbc.sql("update snapshot set made_at = made_at - interval '1 year' where id = cast(:id as uuid)")
                    .param("id", id)
                    .update();
            assertThat(verify(id).path("outcome").asString()).as("another date").isEqualTo("altered");
            jdbc.sql("update snapshot set made_at = made_at + interval '1 year' where id = cast(:id as uuid)")
                    .param("id", id)
                    .update();
        } finally {
            jdbc.sql("alter table snapshot enable trigger snapshot_never_changes")
                    .update();
        }
        assertThat(verify(id).path("outcome").asString()).isEqualTo("valid");
    }

    private void flip(String column, String id, int place) {
        jdbc.sql("update snapshot set " + column + " = set_byte(" + column + ", :place, get_byte(" + column
                        + ", :place) # 1) where id = cast(:id as uuid)")
                .param("place", place)
                .param("id", id)
                .update();
    }

    @Test
    void aKeyPutInPlaceOfTheOneThatSignedIsSeen() {
        var id = comparison().path("id").asString();
        jdbc.sql("alter table signing_key disable trigger signing_key_never_changes")
                .update();
        var pem = jdbc.sql("select public_pem from signing_key")
                .query(String.class)
                .list();
        try {
            jdbc.sql("update signing_key set public_pem = :pem")
                    .param(
                            "pem",
                            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n")
                    .update();
            assertThat(verify(id).path("outcome").asString()).isEqualTo("altered");
        } finally {
            jdbc.sql("update signing_key set public_pem = :pem")
                    .param("pem", pem.getFirst())
                    .update();
            jdbc.sql("alter table signing_key enable trigger signing_key_never_changes")
                    .update();
        }
        assertThat(verify(id).path("outcome").asString()).isEqualTo("valid");
    }

    @Test
    void theNewestIsToldAndTheOldOneStaysUnchanged() {
        var made = freeze(Map.of("kind", "score", "run", latestRun(), "purpose", LAND, "sites", List.of("magnor")));
        var id = made.path("id").asString();
        assertThat(verify(id).path("outcome").asString()).isEqualTo("valid");
        makeSite("ny-tomt", "published");
        var said = verify(id);
        assertThat(said.path("outcome").asString()).isEqualTo("superseded");
        assertThat(said.path("newer").path("ref").asString()).isEqualTo(latestRun());
        assertThat(said.path("newer").path("sentence").asString()).isNotBlank();
        assertThat(handIn(files(id).get(1)).path("outcome").asString()).isEqualTo("superseded");
    }

    private void makeSite(String id, String publication) {
        var site = """
                {"id": "%s", "name": "Ny tomt", "kind": "land", "publication": "%s", "schematic": false,
                 "areaKnown": true, "accuracyM": 2, "source": "Målt i felt", "facts": [], "parts": [], "scoredPart": null,
                 "media": [], "why": "nytt område", "footprint": {"type": "Polygon", "coordinates":
                 [[[12.0, 60.2], [12.01, 60.2], [12.01, 60.206], [12.0, 60.206], [12.0, 60.2]]]}}
                """.formatted(id, publication);
        var created = post("/api/sites", site.getBytes(StandardCharsets.UTF_8), "application/json", login);
        assertThat(created.statusCode()).isEqualTo(201);
    }

    @Test
    void whatIsNotForEveryoneTellsAStrangerNothingButThatItIsUnchanged() {
        makeSite("utkast", "draft");
        var run = send(HttpRequest.newBuilder(URI.create(base() + "/api/runs/latest"))
                        .header("Authorization", login)
                        .GET())
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceAll(".*/", "");
        var made = freeze(Map.of("kind", "score", "run", run, "purpose", LAND, "sites", List.of("magnor")));
        var id = made.path("id").asString();
        assertThat(made.path("open").asBoolean()).isFalse();
        var said = verify(id);
        assertThat(said.path("outcome").asString()).isEqualTo("valid");
        assertThat(Instant.parse(said.path("madeAt").asString())).isNotNull();
        for (var hidden : List.of("snapshot", "title", "strategy", "strategyName", "newer")) {
            assertThat(said.path(hidden).isNull()).as(hidden).isTrue();
        }
        for (var path : List.of("", "/document.json", "/document.pdf", "/signature")) {
            assertThat(get("/api/snapshots/" + id + path).statusCode()).isEqualTo(404);
        }
        assertThat(get("/api/snapshots/" + id, "Authorization", login).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/snapshots/verify?id=" + id, "Authorization", login).body())
                .contains("Magnor");
    }

    @Test
    void onlyThoseWhoMayFreezeAndOnlyWhatThereIs() {
        var wish = JSON.writeValueAsBytes(
                Map.of("kind", "score", "run", latestRun(), "purpose", LAND, "sites", List.of("magnor")));
        assertThat(post("/api/snapshots", wish, "application/json", "").statusCode())
                .isEqualTo(401);
        for (var bad : List.of(
                Map.of("kind", "noe"),
                Map.of("kind", "score", "run", latestRun(), "purpose", LAND, "sites", List.of()),
                Map.of("kind", "comparison", "run", latestRun(), "purpose", LAND, "sites", List.of("magnor")),
                Map.of("kind", "plan-check"))) {
            assertThat(post("/api/snapshots", JSON.writeValueAsBytes(bad), "application/json", login)
                            .statusCode())
                    .isEqualTo(422);
        }
        var nowhere = Map.of("kind", "score", "run", latestRun(), "purpose", LAND, "sites", List.of("finnes-ikke"));
        assertThat(post("/api/snapshots", JSON.writeValueAsBytes(nowhere), "application/json", login)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/snapshots/verify?sha256=abc").statusCode()).isEqualTo(400);
        assertThat(json("/api/snapshots/verify?id=tull").path("outcome").asString())
                .isEqualTo("unknown");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndAnotherSiteCannotHandIn() {
        var large = new byte[20_000_001];
        assertThat(post("/api/snapshots/verify", large, "application/octet-stream", "")
                        .statusCode())
                .isEqualTo(413);
        var foreign = HttpRequest.newBuilder(URI.create(base() + "/api/snapshots/verify"))
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("x"));
        assertThat(send(foreign).statusCode()).isGreaterThanOrEqualTo(400);
        var beside = HttpRequest.newBuilder(URI.create(base() + "/api/snapshots/verify/x"))
                .POST(HttpRequest.BodyPublishers.ofString("x"));
        assertThat(send(beside).statusCode()).isEqualTo(401);
    }
}

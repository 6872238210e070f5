package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.arealkompass.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests of links share: a recruiter who makes them, people who open them, and a mail server for the codes. */
abstract class LinkGround extends ServiceTest {
    static final String PAGE = "https://areal.example";
    static final String PERSON = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
    static final String MAIL = "investor@firma.example";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final AtomicInteger TESTS = new AtomicInteger();
    /** For all classes with links, as long as the tests run. */
    static final GreenMail SERVER = TestMail.started();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("areal.mail.host", () -> "127.0.0.1");
        registry.add("areal.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("areal.mail.start-tls", () -> "false");
        registry.add("areal.mail.from", () -> "arealkompass@regionen.example");
        registry.add("areal.mail.page", () -> PAGE);
    }

    /** Wrong addresses are counted for ten minutes: no test must suffer for another. */
    @BeforeEach
    void laterThanTheTestBefore() throws Exception {
        clock.reset();
        clock.pass(Duration.ofMinutes(15L * TESTS.incrementAndGet()));
        SERVER.purgeEmailFromAllMailboxes();
    }

    String recruiter() {
        return login(Role.RECRUITER);
    }

    static ObjectNode draft(String... sites) {
        var draft = JSON.createObjectNode()
                .put("comparison", false)
                .put("language", "nb")
                .put("message", "Takk for praten.")
                .put("recipient", "Hemmelig Holding AS")
                .put("until", "2027-03-01")
                .put("watermark", "");
        for (var site : sites) {
            draft.withArrayProperty("sites").add(site);
        }
        draft.withArrayProperty("fields").add("name").add("usableArea");
        draft.withObjectProperty("contact").put("name", "Kari Kontakt").put("phone", "+47 62 81 00 00");
        return draft;
    }

    JsonNode make(ObjectNode draft, String login) {
        var made = post("/api/links", draft, login);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body());
    }

    /** The path of a link that was just made. */
    static String path(JsonNode made) {
        return made.path("address").asString().substring(PAGE.length());
    }

    static String api(JsonNode made) {
        return "/api/links/" + made.path("link").path("id").asString();
    }

    HttpResponse<String> post(String path, JsonNode body, @Nullable String login) {
        return change("POST", path, body.toString(), login);
    }

    HttpResponse<String> change(String method, String path, String body, @Nullable String login) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return send(login == null ? request : request.header("Authorization", login));
    }

    HttpResponse<String> open(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base() + path)).header("User-Agent", PERSON);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> form(String path, String name, String value, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("User-Agent", PERSON)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    int openings(JsonNode made, String login) {
        return JSON.readTree(get(api(made), "Authorization", login).body())
                .path("openings")
                .path("count")
                .asInt();
    }

    /** Asks for a code and reads it from the mail. */
    String code(String path) throws Exception {
        int before = SERVER.getReceivedMessages().length;
        form(path + "/kode", "adresse", MAIL);
        assertThat(SERVER.waitForIncomingEmail(10_000, before + 1)).isTrue();
        var found = CODE.matcher(String.valueOf(SERVER.getReceivedMessages()[before].getContent()));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Name and value of the cookie that an answer sets. */
    static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("set-cookie").orElseThrow().replaceAll(";.*", "");
    }

    /** A new version of a site in another state, as its editor would have made it. */
    void state(String site, String publication) {
        jdbc.sql("""
                        insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                            accuracy_m, source, facts, by, by_role, why)
                        select site_id, version + 1, name, kind, :publication, footprint, schematic, area_known, accuracy_m,
                            source, facts, 'test', 'ADMINISTRATOR', 'test' from site_in_use where site_id = :site
                        """).param("site", site).param("publication", publication).update();
    }

    /** Does the same many times at once. */
    static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException, ExecutionException {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var all = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        return work.call();
                    }))
                    .toList();
            go.countDown();
            var answers = new ArrayList<T>();
            for (var one : all) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}

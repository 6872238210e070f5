package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import no.arealkompass.api.AccessMatrix.Row;
import no.arealkompass.api.AccessMatrix.Thing;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Makes every request of {@code access-matrix.yaml} as every caller, with things in every state of publication, and expects
 * what is written there: who gets through, and that no answer has a word of what the caller may not know of.
 */
@DirtiesContext
@Import(AccessMatrixTest.Witness.class)
class AccessMatrixTest extends ServiceTest {
    private static final Path TABLE = Path.of("..", "docs", "tilganger.md");
    private static final Set<Integer> DENIED = Set.of(401, 403, 404);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([\\w.]+)}");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @DynamicPropertySource
    static void page(DynamicPropertyRegistry registry) {
        registry.add("areal.mail.page", () -> "https://areal.example");
    }

    @Autowired
    private Map<String, RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private Witness witness;

    private final AccessMatrix matrix = AccessMatrix.read();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> covered = new TreeSet<>();

    /** Sees which endpoint a request came to. */
    @TestConfiguration
    static class Witness implements HandlerInterceptor, WebMvcConfigurer {
        final Set<String> reached = new ConcurrentSkipListSet<>();

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod method
                    && request.getDispatcherType().name().equals("REQUEST")) {
                reached.add(name(method));
            }
            return true;
        }

        static String name(HandlerMethod method) {
            return method.getBeanType().getSimpleName().replaceAll("\\$\\$.*", "") + "."
                    + method.getMethod().getName();
        }
    }

    @Test
    void everyRequestComesAsFarAsTheTableSaysAndEveryEndpointIsInIt() {
        var things = new AccessThings(this);
        things.make();
        for (var row : matrix.rows()) {
            witness.reached.clear();
            clock.pass(Duration.ofMinutes(15)); // wrong tokens are counted for ten minutes
            check(row, things);
            if (witness.reached.isEmpty()) {
                faults.add(row + " reaches no endpoint");
            }
            covered.addAll(witness.reached);
        }
        endpoints().stream()
                .filter(endpoint -> !covered.contains(endpoint))
                .forEach(endpoint -> faults.add(endpoint + " has no row in access-matrix.yaml"));
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    /** What Spring would call, apart from its own page for errors. */
    private Set<String> endpoints() {
        var endpoints = new TreeSet<String>();
        mappings.values()
                .forEach(mapping -> mapping.getHandlerMethods().values().stream()
                        .filter(method -> !method.getBeanType().getName().startsWith("org.springframework.boot.webmvc"))
                        .filter(method -> !method.getMethod().getName().equals("openapiYaml")) // behind no door
                        .filter(method -> !method.getBeanType().getName().contains(".actuate."))
                        .forEach(method -> endpoints.add(Witness.name(method))));
        return endpoints;
    }

    private void check(Row row, AccessThings made) {
        var kind = row.of();
        if (kind == null) {
            matrix.callers()
                    .forEach(
                            caller -> check(new Try(row, caller, null, row.who().contains(caller)), made));
            return;
        }
        matrix.things().stream()
                .filter(thing -> thing.kind().equals(kind))
                .forEach(thing -> matrix.callers()
                        .forEach(caller -> check(new Try(row, caller, thing, row.lets(thing, caller)), made)));
    }

    /** A row as one caller about one thing. */
    private record Try(Row row, String caller, @Nullable Thing thing, boolean through) {
        @Override
        public String toString() {
            return row + " as " + caller + (thing == null ? "" : " of " + thing.kind() + "." + thing.name());
        }
    }

    private void check(Try one, AccessThings made) {
        try {
            checked(one, made);
        } catch (RuntimeException e) {
            faults.add(one + " failed: " + e);
        }
    }

    private void checked(Try one, AccessThings made) {
        var thing = one.thing();
        var id = thing == null ? "" : made.id(thing.kind(), thing.name());
        var answer = send(one, id, made);
        var status = answer.statusCode();
        if (one.through()) {
            if (!one.row().answers().contains(status)) {
                faults.add(one + " should get through, answered " + status + " " + start(answer));
            }
        } else if (!DENIED.contains(status) || one.row().answers().contains(status)) {
            faults.add(one + " should be denied, answered " + status + " " + start(answer));
        }
        if (thing != null && !thing.seen().contains(one.caller())) {
            asIfItNeverWas(one, thing, id, answer, made);
        } else {
            marks(one, answer);
        }
    }

    private void asIfItNeverWas(Try one, Thing thing, String id, HttpResponse<byte[]> answer, AccessThings made) {
        var never = AccessThings.never(thing.kind());
        var other = send(one, never, made);
        if (!as(id, never, as(decoded(id), decoded(never), body(answer))).equals(body(other))) {
            faults.add(one + " tells another thing than of what never was: " + start(answer) + " / " + start(other));
        }
    }

    private static String as(String id, String never, String text) {
        return text.replaceAll("(?<!\\w)" + Pattern.quote(id) + "(?!\\w)", never);
    }

    /** What may not be known is nowhere; what is to be shown is there. */
    private void marks(Try one, HttpResponse<byte[]> answer) {
        var said = said(answer);
        for (var thing : matrix.things()) {
            boolean seen = thing.seen().contains(one.caller());
            boolean there = !thing.mark().isEmpty() && said.contains(thing.mark());
            boolean revealed = one.through() && one.row().reveals().contains(thing.mark());
            if (!there && revealed) {
                faults.add(one + " does not reveal " + thing.mark());
            }
            if (there && !seen && !revealed) {
                faults.add(one + " tells of " + thing.kind() + "." + thing.name() + " (" + thing.mark() + ")");
            }
            boolean asked = one.thing() == null || one.thing().name().equals(thing.name());
            if (!there && seen && asked && one.through() && one.row().shows().contains(thing.kind())) {
                faults.add(one + " does not tell of " + thing.kind() + "." + thing.name());
            }
        }
    }

    private HttpResponse<byte[]> send(Try one, String id, AccessThings made) {
        var row = one.row();
        var request = made.request(filled(row.path(), one, id, made), made.login(one.caller()))
                .header("Accept-Language", "nb");
        if (row.file() != null) {
            AccessThings.upload(request, row.file(), Map.of());
        } else {
            var body = row.body();
            request.method(
                    row.method(),
                    body == null
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString(filled(body, one, decoded(id), made)));
        }
        row.headers().forEach(request::setHeader);
        return sent(request.build());
    }

    private static HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String filled(String text, Try one, String id, AccessThings made) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            var name = found.group(1);
            var value = name.equals(one.row().of())
                    ? id
                    : made.ids()
                            .get(
                                    name.startsWith("callers.") || name.equals("token")
                                            ? name + "." + one.caller()
                                            : name);
            return java.util.regex.Matcher.quoteReplacement(Objects.requireNonNull(value, () -> name + " in " + one));
        });
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String body(HttpResponse<byte[]> answer) {
        return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String start(HttpResponse<byte[]> answer) {
        var body = body(answer);
        return body.substring(0, Math.min(200, body.length())).replaceAll("\\s+", " ");
    }

    /** Everything an answer says, headers too, whatever it is packed in. */
    private static String said(HttpResponse<byte[]> answer) {
        var said = new StringBuilder(answer.headers().map().toString());
        said.append(new String(answer.body(), StandardCharsets.ISO_8859_1));
        try {
            if (said.indexOf("%PDF") >= 0) {
                try (var pdf = Loader.loadPDF(answer.body())) {
                    said.append(new PDFTextStripper().getText(pdf));
                }
            }
            var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()));
            while (zip.getNextEntry() != null) {
                said.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return said.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void theCommittedTableIsWhatTheRowsSay() throws IOException {
        var table = AccessTable.write(matrix);
        if (System.getenv("AREAL_BLESS") != null) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).as("written with AREAL_BLESS=1").isEqualTo(Files.readString(TABLE));
    }
}

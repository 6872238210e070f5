package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Every kind of answer says what the browser may do with it, once. */
class HeadersTest extends ServiceTest {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "strict-origin-when-cross-origin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 /", // page
                "200 /app/main.js", // static
                "200 /favicon.svg", // picture
                "200 /webjars/leaflet/1.9.4/dist/leaflet.css",
                "200 /api/config", // API
                "200 /collections/sites/items", // GeoJSON
                "200 /api/sites/export.csv",
                "200 /actuator/health/liveness",
                "200 /v3/api-docs",
                "400 /collections/sites/items?bbox=1,2,3", // refused by a controller
                "400 /app/x;y=z", // refused before Spring Security's own headers
                "400 /app/%2e%2e/x",
                "404 /nothing/here",
                "404 /api/sites/nowhere",
                "404 /app/nothing.js",
                "406 /api/config?accept=image/png"
            })
    void everyKindOfAnswerHasThem(String line) {
        var parts = line.split(" ", 2);
        var path = parts[1].replaceFirst("\\?accept=.*", "");
        var answer = parts[1].contains("?accept=") ? get(path, "Accept", "image/png") : get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(parts[0]));
        has(answer);
    }

    @Test
    void refusedAndFailedChangesHaveThem() {
        var to = URI.create(base() + "/api/sites");
        var nobody = send(HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(nobody.statusCode()).isEqualTo(401);
        has(nobody);
        var wrong = send(HttpRequest.newBuilder(to)
                .header("Authorization", administrator())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{")));
        assertThat(wrong.statusCode()).isEqualTo(400);
        has(wrong);
        var method = send(HttpRequest.newBuilder(to)
                .header("Authorization", administrator())
                .method("PATCH", HttpRequest.BodyPublishers.noBody()));
        assertThat(method.statusCode()).isEqualTo(405);
        has(method);
    }

    private static void has(HttpResponse<?> answer) {
        ALWAYS.forEach((name, value) -> assertThat(answer.headers().allValues(name))
                .as("%s of %s", name, answer.uri())
                .containsExactly(value));
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().allValues("Permissions-Policy")).hasSize(1);
        assertThat(answer.headers().allValues("Cache-Control")).hasSizeLessThanOrEqualTo(1);
        assertThat(answer.headers().map())
                .as("says nothing of what it is made of")
                .doesNotContainKeys("server", "x-powered-by", "strict-transport-security", "set-cookie");
    }

    @Test
    void whatIsPersonalIsKeptByNobody() {
        var sites = get("/api/sites", "Authorization", administrator());
        assertThat(sites.headers().firstValue("Cache-Control").orElse(""))
                .containsAnyOf("no-store", "private", "no-cache")
                .doesNotContain("public");
        assertThat(get("/api/config").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    @Test
    void linksTellNobodyWhereOneCameFrom() {
        var link = get("/i/AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(link.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(link.headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");
        var disguised = get("/%69/AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(disguised.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    }

    @Test
    void onlyTheCatalogueMayBeFramedAndOnlyByThoseNamed() throws Exception {
        var named = headers(List.of("https://www.kongsvinger.kommune.no", "http://localhost:3000"));
        var framed = answer(named, "/innebygd/omrader", false);
        assertThat(framed.getHeader("Content-Security-Policy"))
                .endsWith("frame-ancestors https://www.kongsvinger.kommune.no http://localhost:3000");
        assertThat(framed.getHeader("X-Frame-Options")).isNull();
        assertThat(answer(named, "/omrader", false).getHeader("Content-Security-Policy"))
                .endsWith("frame-ancestors 'none'");
        assertThat(answer(headers(List.of()), "/innebygd/omrader", false).getHeader("Content-Security-Policy"))
                .endsWith("frame-ancestors 'none'");
        for (var wrong : List.of("*", "https://*.no", "https://a.no/path", "http://a.no", "a.no; script-src *")) {
            assertThatThrownBy(() -> headers(List.of(wrong))).hasMessageContaining("AREAL_EMBED_ORIGINS");
        }
    }

    @Test
    void overTlsTheBrowserStaysWithTls() throws Exception {
        assertThat(answer(headers(List.of()), "/", true).getHeader("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(answer(headers(List.of()), "/", false).getHeader("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void theMapsBackgroundIsTheOnlyForeignHost() throws Exception {
        var map = new Settings.BaseMap("https://cache.kartverket.no/v1/{z}/{y}/{x}.png", "© Kartverket", 18);
        var policy =
                answer(new Headers(new Settings(map), List.of()), "/", false).getHeader("Content-Security-Policy");
        assertThat(policy).contains("img-src 'self' data: https://cache.kartverket.no;");
        assertThat(policy.split("https:", -1)).hasSize(2);
    }

    private static Headers headers(List<String> embedders) {
        return new Headers(new Settings((Settings.@Nullable BaseMap) null), embedders);
    }

    private static MockHttpServletResponse answer(Headers headers, String path, boolean secure)
            throws IOException, jakarta.servlet.ServletException {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSecure(secure);
        var response = new MockHttpServletResponse();
        headers.doFilter(request, response, new MockFilterChain());
        return response;
    }
}

package no.arealkompass.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser it may do, whoever writes the answer: page, file, picture, refusal before the login
 * is looked at. One place, since two lines of one header contradict each other.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Headers extends OncePerRequestFilter {
    private static final String EMBEDDED = "/innebygd/";
    private static final String LINKS = "/i/";

    /** Nothing of this is used, so nothing that gets into a page may use it. */
    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private static final String ONE_YEAR = "max-age=31536000";

    private final String pages;
    private final String embedded;

    Headers(Settings settings, @Value("${areal.embed.origins:}") List<String> embedders) {
        var policy = policy(settings.baseMap());
        pages = policy + "; frame-ancestors 'none'";
        embedded = policy + "; frame-ancestors " + ancestors(embedders);
    }

    /** Spring Security's own part: what does not say otherwise is kept by nobody. */
    static void onlyCaching(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled().cacheControl(Customizer.withDefaults());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = Operations.path(request);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (path.startsWith(EMBEDDED)) {
            response.setHeader("Content-Security-Policy", embedded);
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        } else {
            response.setHeader("Content-Security-Policy", pages);
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
        // A link's address is its key: it goes along nowhere, and into no search engine.
        boolean link = path.startsWith(LINKS);
        response.setHeader("Referrer-Policy", link ? "no-referrer" : "strict-origin-when-cross-origin");
        if (link) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        chain.doFilter(request, response);
    }

    private static String policy(Settings.@Nullable BaseMap baseMap) {
        var tiles = baseMap == null ? "" : " " + origin(baseMap.url());
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self';"
                + " img-src 'self' data:" + tiles + "; base-uri 'none'; form-action 'self'";
    }

    /** Addresses of the operator, each looked at: a stray word must not open the page to everybody. */
    private static String ancestors(List<String> embedders) {
        var origins = embedders.stream()
                .map(String::strip)
                .filter(o -> !o.isEmpty())
                .map(Headers::exactOrigin)
                .toList();
        return origins.isEmpty() ? "'none'" : String.join(" ", origins);
    }

    private static String exactOrigin(String text) {
        if (!text.matches("(https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:\\d{1,5})?")) {
            throw new IllegalArgumentException("AREAL_EMBED_ORIGINS: “" + text
                    + "” is not an origin such as https://www.kongsvinger.kommune.no (no path, no *)");
        }
        return text;
    }

    private static String origin(String template) {
        var address = URI.create(template.replaceAll("[{}]", ""));
        return address.getScheme() + "://" + address.getAuthority();
    }
}

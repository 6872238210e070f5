package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Tokens against forged requests. Forms carry one that is another each time, so that a compressed page does not give it away;
 * the page sends the cookie's as a header. Who has no session gets no cookie: there is nothing a forged request could ride on.
 */
final class FormTokens implements CsrfTokenRequestHandler {
    private static final List<String> HARMLESS = List.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final CsrfTokenRequestHandler plain = new CsrfTokenRequestAttributeHandler();
    private final CsrfTokenRequestHandler masked = new XorCsrfTokenRequestAttributeHandler();

    /** Which requests must have one. */
    static boolean asked(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod())
                && (request.getRequestURI().equals("/login") || request.getSession(false) != null);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
        if (request.getSession(false) != null) {
            send(request);
        }
    }

    /** Asking for the token sets its cookie, which is possible only as long as nothing of the answer has left. */
    static void send(HttpServletRequest request) {
        var unused = request.getAttribute("_csrf") instanceof CsrfToken token ? token.getToken() : "";
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return (request.getHeader(token.getHeaderName()) != null ? plain : masked)
                .resolveCsrfTokenValue(request, token);
    }
}

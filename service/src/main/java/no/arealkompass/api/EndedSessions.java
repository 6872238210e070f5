package no.arealkompass.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells a page that thinks it is logged in that its session has ended; it would get the public's answers without a word. */
final class EndedSessions extends OncePerRequestFilter {
    static final String HEADER = "Session-Ended";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/api/")
                && request.getRequestedSessionId() != null
                && LoggedIn.of(SecurityContextHolder.getContext().getAuthentication()) == null) {
            response.setHeader(HEADER, "true");
        }
        chain.doFilter(request, response);
    }
}

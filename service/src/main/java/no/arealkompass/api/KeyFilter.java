package no.arealkompass.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.arealkompass.access.MachineKeys;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** A machine shows its key as {@code Authorization: Bearer …}; a key in an address would end in logs and is not looked for. */
final class KeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final MachineKeys keys;

    KeyFilter(MachineKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            keys.caller(header.substring(SCHEME.length()).strip())
                    .ifPresent(caller ->
                            SecurityContextHolder.setContext(new SecurityContextImpl(new LoggedIn(caller, null))));
        }
        chain.doFilter(request, response);
    }
}

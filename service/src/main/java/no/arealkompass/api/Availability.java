package no.arealkompass.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.arealkompass.connection.Connections;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away, everything that needs it is answered at once, before a login is looked up in it. Files of the
 * page and the health of the service need none.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Availability extends OncePerRequestFilter {
    private final Connections connections;
    private final ProblemWriter writer;

    Availability(Connections connections, ProblemWriter writer) {
        this.connections = connections;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean free = Operations.of(request) == Limits.Kind.FREE;
        if (connections.away() && !free) {
            writer.write(request, response, Troubles.AWAY);
        } else {
            chain.doFilter(request, response);
        }
    }
}

package no.arealkompass.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.arealkompass.api.Limits.Kind;
import no.arealkompass.api.ProblemWriter.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the login and before every controller: how often this client has asked, whether there is a place for what costs
 * much, and how long its statements may take.
 */
@Component
@ConditionalOnWebApplication
@Order(Gate.AFTER_THE_LOGIN)
class Gate extends OncePerRequestFilter {
    /** Spring Security's chain stands at -100. */
    static final int AFTER_THE_LOGIN = -50;

    private final Limits limits;
    private final Bulkhead bulkhead;
    private final Bounds bounds;
    private final ProblemWriter writer;

    Gate(Limits limits, Bulkhead bulkhead, Bounds bounds, ProblemWriter writer) {
        this.limits = limits;
        this.bulkhead = bulkhead;
        this.bounds = bounds;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = Operations.of(request);
        long wait = ask(request, kind);
        if (wait > 0) {
            writer.write(request, response, tooOften(wait));
            return;
        }
        var received = bounds.received(request, response);
        if (received == null) {
            return;
        }
        var turn = kind.work().begin();
        try (turn) {
            if (kind.costly()) {
                inside(received, response, chain);
            } else {
                chain.doFilter(received, response);
            }
        }
    }

    private long ask(HttpServletRequest request, Kind kind) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || login instanceof AnonymousAuthenticationToken
                ? limits.ask(client(request.getRemoteAddr()), false, kind)
                : limits.ask(login.getName(), true, kind);
    }

    /** An address; of IPv6 the half that names the network, since whoever has one has all of it. */
    static String client(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
        int gap = address.indexOf("::");
        var front = List.of((gap < 0 ? address : address.substring(0, gap)).split(":", -1));
        return IntStream.range(0, 4)
                        .mapToObj(i -> i < front.size() && !front.get(i).isEmpty() ? front.get(i) : "0")
                        .collect(Collectors.joining(":"))
                + "::/64";
    }

    private void inside(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!bulkhead.enter()) {
            writer.write(request, response, BUSY);
            return;
        }
        var place = new Place(response);
        try {
            chain.doFilter(request, place);
        } finally {
            place.leave();
        }
    }

    /** Left when the first byte of the answer is there: whoever reads slowly keeps nobody out. */
    private final class Place extends HttpServletResponseWrapper {
        private final AtomicBoolean left = new AtomicBoolean();

        Place(HttpServletResponse response) {
            super(response);
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                bulkhead.leave();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new Leaving(super.getOutputStream(), this::leave);
        }
    }

    private static final class Leaving extends ServletOutputStream {
        private final ServletOutputStream out;
        private final Runnable leave;

        Leaving(ServletOutputStream out, Runnable leave) {
            this.out = out;
            this.leave = leave;
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }

        @Override
        public void write(int b) throws IOException {
            leave.run();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            leave.run();
            out.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static Problem tooOften(long seconds) {
        return new Problem(
                429,
                "too-often",
                seconds,
                new Said("For mange forespørsler", "Too many requests"),
                new Said(
                        "Det er spurt oftere om dette enn tjenesten svarer på.",
                        "This was asked for more often than the service answers."),
                new Said("Prøv igjen om " + seconds + " s.", "Try again in " + seconds + " s."));
    }

    private static final Problem BUSY = new Problem(
            503,
            "busy",
            5,
            new Said("Tjenesten har mye å gjøre", "The service is busy"),
            new Said(
                    "Det er mange tunge forespørsler samtidig. Kart og lister svarer som før.",
                    "There are many heavy requests at once. Maps and lists answer as before."),
            new Said("Prøv igjen om noen sekunder.", "Try again in a few seconds."));
}

package no.arealkompass.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import no.arealkompass.api.ProblemWriter.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How long an address and how large a body may be, before anybody looks into them. Files handed in have a bound of their own
 * (multipart, in application.yaml); forms have the server's.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Bounds extends OncePerRequestFilter {
    static final int LONGEST_ADDRESS = 6_000;

    /** A site of the largest number of vertices is a twentieth of it. */
    static final int LARGEST_BODY = 5_000_000;

    /** A snapshot that comes to be verified is hashed as it comes, with a bound of its own. */
    private static final String STREAMED = "/api/snapshots/verify";

    private static final Duration LONGEST_SENDING = Duration.ofSeconds(60);

    private final ProblemWriter writer;

    Bounds(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            writer.write(request, response, TOO_LONG);
        } else if (!streams(request) && request.getContentLengthLong() > LARGEST_BODY) {
            writer.write(request, response, TOO_LARGE);
        } else if (!isOfType(request, "multipart/") && !hasReadableParameters(request)) {
            writer.write(request, response, UNREADABLE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Too many, a form that is too long, or not written as parameters are: the server says so when they are read first. */
    private static boolean hasReadableParameters(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static boolean streams(HttpServletRequest request) {
        return isOfType(request, "multipart/") || Operations.path(request).equals(STREAMED);
    }

    private static boolean isOfType(HttpServletRequest request, String start) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(start);
    }

    /**
     * The request with its body read, so that whoever sends slowly holds a connection and nothing else; null when it was
     * too large or came too slowly, which has been answered then.
     */
    @Nullable
    HttpServletRequest received(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean empty = request.getContentLengthLong() == 0
                || (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null);
        if (empty || streams(request) || isOfType(request, "application/x-www-form-urlencoded")) {
            return request;
        }
        long until = System.nanoTime() + LONGEST_SENDING.toNanos();
        var body = new ByteArrayOutputStream();
        var in = request.getInputStream();
        var buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            body.write(buffer, 0, n);
            if (body.size() > LARGEST_BODY) {
                writer.write(request, response, TOO_LARGE);
                return null;
            }
            if (System.nanoTime() > until) {
                writer.write(request, response, TOO_SLOW);
                return null;
            }
        }
        return new Received(request, body.toByteArray());
    }

    private static final class Received extends HttpServletRequestWrapper {
        private final byte[] body;

        Received(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Stream(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Stream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Stream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body has been read");
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }
    }

    private static final Problem TOO_LONG = new Problem(
            414,
            "address-too-long",
            0,
            new Said("Adressen er for lang", "The address is too long"),
            new Said(
                    "En adresse kan ha høyst " + LONGEST_ADDRESS + " tegn.",
                    "An address may have at most " + LONGEST_ADDRESS + " characters."),
            new Said("Spør om færre ting om gangen.", "Ask for fewer things at a time."));

    private static final Problem TOO_LARGE = new Problem(
            413,
            "body-too-large",
            0,
            new Said("Forespørselen er for stor", "The request is too large"),
            new Said(
                    "Det som sendes, kan være høyst " + LARGEST_BODY / 1_000_000 + " MB.",
                    "What is sent may be at most " + LARGEST_BODY / 1_000_000 + " MB."),
            new Said("Del det opp, eller lever det som fil.", "Split it, or hand it in as a file."));

    private static final Problem UNREADABLE = new Problem(
            400,
            "parameters",
            0,
            new Said("Parametrene kan ikke leses", "The parameters cannot be read"),
            new Said("Det er for mange, eller de er feil skrevet.", "There are too many, or they are written wrongly."),
            new Said("Se /v3/api-docs for adresser og parametre.", "See /v3/api-docs for addresses and parameters."));

    private static final Problem TOO_SLOW = new Problem(
            408,
            "body-too-slow",
            0,
            new Said("Forespørselen kom for langsomt", "The request came too slowly"),
            new Said(
                    "Det som sendes, må være fremme innen ett minutt.",
                    "What is sent must have arrived within a minute."),
            new Said("Prøv igjen på en bedre forbindelse.", "Try again on a better connection."));
}

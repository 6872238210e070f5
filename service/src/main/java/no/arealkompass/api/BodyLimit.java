package no.arealkompass.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Bodies of JSON are refused when they are longer than any form can be, before anybody parses them. */
@Component
@ConditionalOnWebApplication
class BodyLimit extends OncePerRequestFilter {
    private final long maxBytes;
    private final LocaleResolver languages;
    private final HandlerExceptionResolver problems;

    BodyLimit(
            @Value("${areal.drawing.max-body-kb:4096}") long maxKb,
            LocaleResolver languages,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.maxBytes = maxKb * 1024;
        this.languages = languages;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || type.startsWith("multipart/") || request.getContentLengthLong() == 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > maxBytes) {
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
            problems.resolveException(request, response, null, tooLong());
            return;
        }
        chain.doFilter(new Counted(request), response);
    }

    private Refusal tooLong() {
        long kb = maxBytes / 1024;
        return new Refusal(
                413,
                new Said("Innholdet er større enn " + kb + " kB.", "The content is larger than " + kb + " kB."),
                new Said("Send mindre: forenkle formen.", "Send less: simplify the shape."));
    }

    /** A length that was not announced is counted while it is read. */
    private final class Counted extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream in;

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (in == null) {
                in = new CountedStream(super.getInputStream());
            }
            return in;
        }
    }

    private final class CountedStream extends ServletInputStream {
        private final ServletInputStream in;
        private long read;

        CountedStream(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = in.read(bytes, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > maxBytes) {
                throw tooLong();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}

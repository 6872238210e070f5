package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer of RFC 9457 where no controller is: in filters, and when the database is away. */
@Component
@ConditionalOnWebApplication
class ProblemWriter {
    private final LocaleResolver languages;

    ProblemWriter(LocaleResolver languages) {
        this.languages = languages;
    }

    /**
     * A problem in both languages.
     *
     * @param retryAfterSeconds when to come back; zero says nothing
     */
    record Problem(int status, String type, long retryAfterSeconds, Said title, Said detail, Said remedy) {}

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        var locale = languages.resolveLocale(request);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage().equals("en") ? "en" : "nb");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.retryAfterSeconds() > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfterSeconds()));
        }
        var html = wantsPage(request);
        var body = (html ? page(problem, locale) : json(problem, locale)).getBytes(StandardCharsets.UTF_8);
        response.setContentType(html ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    /** A person whose browser opens an address gets a page to read. */
    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith(MediaType.TEXT_HTML_VALUE);
    }

    private static String json(Problem problem, Locale locale) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", "urn:arealkompass:problem:" + problem.type());
        fields.put("title", problem.title().in(locale));
        fields.put("status", problem.status());
        fields.put("detail", problem.detail().in(locale));
        fields.put("remedy", problem.remedy().in(locale));
        return JsonMapper.shared().writeValueAsString(fields);
    }

    private static String page(Problem problem, Locale locale) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8" /><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1" /></head>
                <body><main><h1>%s</h1><p>%s</p><p>%s</p></main></body></html>
                """.formatted(
                        locale.getLanguage().equals("en") ? "en" : "nb",
                        HtmlUtils.htmlEscape(problem.title().in(locale), "UTF-8"),
                        HtmlUtils.htmlEscape(problem.title().in(locale), "UTF-8"),
                        HtmlUtils.htmlEscape(problem.detail().in(locale), "UTF-8"),
                        HtmlUtils.htmlEscape(problem.remedy().in(locale), "UTF-8"));
    }
}

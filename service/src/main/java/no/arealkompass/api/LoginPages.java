package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.paper.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The page with name and password, and the pages that say why a login came to nothing. No scripts. */
@Component
@ConditionalOnWebApplication
class LoginPages {
    private static final int NAME_LENGTH = 40;

    private final Pages pages;
    private final LocaleResolver languages;

    LoginPages(Pages pages, LocaleResolver languages) {
        this.pages = pages;
        this.languages = languages;
    }

    /** The form; with a message when it is shown again. */
    void form(HttpServletRequest request, HttpServletResponse response, int status, @Nullable Said wrong)
            throws IOException {
        var back = parameter(request, "back");
        var language = language(request, back);
        var model = new HashMap<String, Object>();
        model.put("wrong", wrong == null ? "" : Pages.said(wrong, language));
        model.put("back", back);
        model.put("name", shortened(parameter(request, "name")));
        model.put(
                "csrf",
                Objects.requireNonNull((CsrfToken) request.getAttribute("_csrf"))
                        .getToken());
        var title = new Said("Logg inn", "Log in");
        write(response, status, "login", frame(language, title, new Said("", ""), back), model);
    }

    /**
     * Why a login came to nothing and what to do.
     *
     * @param logout where to log out at the provider, to come back as somebody else; empty where that would not help
     */
    void refused(
            HttpServletRequest request, HttpServletResponse response, int status, Said title, Said what, String logout)
            throws IOException {
        var language = language(request, "");
        var frame = frame(language, title, what, "");
        write(response, status, "loginrefused", frame, Map.of("logout", logout));
    }

    private static Frame frame(Language language, Said title, Said what, String back) {
        var query = back.isEmpty() ? "" : "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        var other = language == Language.EN ? "nb" : "en";
        return Frame.unlisted(
                        language,
                        Pages.said(title, language),
                        Pages.said(what, language),
                        "/login?lang=" + language.code() + query,
                        "/login?lang=" + other + query)
                .dressed(List.of("/pages/login.css"), List.of());
    }

    private void write(HttpServletResponse response, int status, String template, Frame frame, Map<String, ?> model)
            throws IOException {
        var html = pages.render(template, frame, model);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter().write(html);
    }

    /** As asked for, else as the page that is come back to, else as the browser likes it. */
    private Language language(HttpServletRequest request, String back) {
        var asked = parameter(request, "lang");
        if (!asked.isEmpty()) {
            return Language.of(asked);
        }
        if (!back.isEmpty()) {
            return Language.of(back.contains("lang=en") ? "en" : "nb");
        }
        return Language.of(languages.resolveLocale(request).getLanguage().toLowerCase(Locale.ROOT));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(NAME_LENGTH, name.length()));
    }
}

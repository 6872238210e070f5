package no.arealkompass.api;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** What is refused before a controller is reached is told like every other problem. */
@Component
@ConditionalOnWebApplication
class Strangers {
    private static final Said REMEDY = new Said(
            "Se /v3/api-docs for adresser. Logg inn på /login, eller send en nøkkel med forespørselen.",
            "See /v3/api-docs for addresses. Log in at /login, or send a key with the request.");

    private final LocaleResolver languages;
    private final HandlerExceptionResolver problems;

    Strangers(LocaleResolver languages, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.languages = languages;
        this.problems = problems;
    }

    /**
     * A stranger is asked to log in only where that would help; every other address does not exist for it. The browser is never
     * told to ask for name and password.
     */
    void meet(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        if (e instanceof Guesses.TooMany many) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.seconds()));
            tell(request, response, new Refusal(429, LoginAnswers.tooMany(many), REMEDY));
        } else if (request.getHeader(HttpHeaders.AUTHORIZATION) != null || Security.changes(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Arealkompass\"");
            tell(request, response, 401, new Said("Dette krever innlogging.", "This needs a login."));
        } else {
            tell(request, response, 404, new Said("Adressen finnes ikke.", "There is no such address."));
        }
    }

    /** Refused to somebody who is known, or for a reason that a login would not change. */
    void forbid(HttpServletRequest request, HttpServletResponse response) {
        tell(request, response, 403, new Said("Dette er ikke tillatt.", "This is not allowed."));
    }

    /** Whoever is looked up while the database is away hears that, and not that the password is wrong. */
    Filter databaseAway() {
        return (request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
                if (response.isCommitted()) {
                    throw e;
                }
                tell((HttpServletRequest) request, (HttpServletResponse) response, e);
            }
        };
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, int status, Said what) {
        tell(request, response, new Refusal(status, what, REMEDY));
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, Exception problem) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        problems.resolveException(request, response, null, problem);
    }
}

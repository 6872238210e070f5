package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import no.arealkompass.access.Accounts;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What comes after a login and a logout: back to where the person was, or a page that says why not. */
@Component
@ConditionalOnWebApplication
class LoginAnswers {
    static final String BACK = "back";
    private static final Logger LOG = LoggerFactory.getLogger(LoginAnswers.class);

    private final LoginPages pages;
    private final Pages addresses;
    private final Provider provider;
    private final Accounts accounts;
    private final Audit audit;

    LoginAnswers(LoginPages pages, Pages addresses, Provider provider, Accounts accounts, Audit audit) {
        this.pages = pages;
        this.addresses = addresses;
        this.provider = provider;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** After a 303 the browser asks with GET. */
    static void go(HttpServletResponse response, String path) {
        response.setStatus(303);
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    void loggedIn(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        audit.record(caller(login), "login", object(login), null, null, "");
        var session = request.getSession();
        var kept = session.getAttribute(BACK);
        session.removeAttribute(BACK);
        FormTokens.send(request); // the one from before the login is void
        go(response, kept instanceof String path ? path : BackTo.path(given(request)));
    }

    private static String given(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(BACK), "");
    }

    /** A wrong name or password: the form again. */
    void wrong(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        if (e instanceof Guesses.TooMany many) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.seconds()));
            pages.form(request, response, 429, tooMany(many));
        } else {
            pages.form(
                    request,
                    response,
                    401,
                    new Said("Navnet eller passordet er feil.", "The name or the password is wrong."));
        }
    }

    static Said tooMany(Guesses.TooMany many) {
        return new Said(
                "For mange forsøk. Prøv igjen om " + many.seconds() + " sekunder.",
                "Too many attempts. Try again in " + many.seconds() + " seconds.");
    }

    /** A form that lay open so long that its token is gone. */
    void stale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.form(
                request,
                response,
                403,
                new Said("Siden var for gammel. Prøv igjen.", "The page was too old. Try again."));
    }

    /** The provider said no, or what came from there is not what we asked for. */
    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var code = e instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : "";
        switch (code) {
            case Provider.NO_ROLE, Provider.CLOSED -> {
                audit.record(Caller.PUBLIC, "login.refused", "account/?", null, null, code);
                withoutRole(request, response);
            }
            case "invalid_token_response" -> {
                LOG.warn("The login provider gave no token");
                away(pages, request, response);
            }
            default -> {
                LOG.warn("A login was not completed: {}", code.replaceAll("[^a-z_]", "?"));
                pages.refused(
                        request,
                        response,
                        400,
                        new Said("Innloggingen ble ikke fullført", "The login was not completed"),
                        new Said(
                                "Svaret fra innloggingstjenesten hører ikke til dette forsøket, eller du avbrøt. Start på nytt.",
                                "The answer from the login service does not belong to this attempt, or you cancelled. Start again."),
                        "");
            }
        }
    }

    private void withoutRole(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        pages.refused(
                request,
                response,
                403,
                new Said("Logget inn, men uten rolle her", "Logged in, but without a role here"),
                new Said(
                        "Innloggingen gikk bra, men du har ingen rolle i Arealkompass. Be den som styrer tilganger i din organisasjon, eller regionens kontakt nedenfor, om å gi deg en. Alt som er åpent for alle, kan du se nå.",
                        "The login went well, but you have no role in Arealkompass. Ask whoever manages access in your organisation, or the region's contact below, to give you one. All that is open to everyone you can see now."),
                Objects.requireNonNullElse(provider.logout(addresses.base() + "/"), ""));
    }

    static void away(LoginPages pages, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        pages.refused(
                request,
                response,
                503,
                new Said("Innloggingstjenesten svarer ikke", "The login service does not answer"),
                new Said(
                        "Prøv igjen om litt. Alt som er åpent for alle, virker uten innlogging.",
                        "Try again in a while. All that is open to everyone works without a login."),
                "");
    }

    /** Before the session goes: with {@code everywhere} all others of the account go too. */
    void loggingOut(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
        var caller = caller(login);
        if (caller.role() == Role.PUBLIC) {
            return;
        }
        audit.record(caller, "logout", object(login), null, null, "");
        if (request.getParameter("everywhere") != null) {
            accounts.endSessions(caller, caller.name());
        }
    }

    /** The page is told where to go on, since only it can leave for the provider's address. */
    void loggedOut(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login)
            throws IOException {
        var next = provider.configured() && caller(login).role() != Role.PUBLIC
                ? provider.logout(addresses.base() + "/")
                : null;
        response.setContentType("application/json");
        response.getWriter().write(JsonMapper.shared().writeValueAsString(new Next(next)));
    }

    private record Next(@Nullable String next) {}

    private static Caller caller(@Nullable Authentication login) {
        var known = LoggedIn.of(login);
        return known == null ? Caller.PUBLIC : known.caller();
    }

    private static String object(@Nullable Authentication login) {
        return "account/" + caller(login).name();
    }
}

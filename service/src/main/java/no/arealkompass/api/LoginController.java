package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a person logs in: a form, or the way to the organisation's own provider. */
@RestController
@ConditionalOnWebApplication
class LoginController {
    private static final Logger LOG = LoggerFactory.getLogger(LoginController.class);

    private final Provider provider;
    private final LoginPages pages;

    LoginController(Provider provider, LoginPages pages) {
        this.provider = provider;
        this.pages = pages;
    }

    /** @param back the page's state to return to, as a query that begins with "?"; anything else leads to the front page */
    @GetMapping("/login")
    void login(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String back)
            throws IOException {
        if (caller.role() != Role.PUBLIC) {
            LoginAnswers.go(response, BackTo.path(back));
        } else if (provider.configured()) {
            toProvider(request, response, back);
        } else {
            pages.form(request, response, 200, null);
        }
    }

    private void toProvider(HttpServletRequest request, HttpServletResponse response, String back) throws IOException {
        try {
            provider.registration();
        } catch (Provider.Away e) {
            LOG.warn("The login provider {}", e.getMessage());
            LoginAnswers.away(pages, request, response);
            return;
        }
        var session = request.getSession();
        session.setMaxInactiveInterval(LoginRequests.SECONDS);
        session.setAttribute(LoginAnswers.BACK, BackTo.path(back));
        LoginAnswers.go(response, "/oauth2/authorization/" + Provider.ID);
    }
}

package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import no.arealkompass.access.Accounts;
import no.arealkompass.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps a login in a session and finds it again. A session ends two hours after it was last used, twelve hours after the
 * login, and at once when its account is closed or its sessions are ended.
 */
@Component
@ConditionalOnWebApplication
class SessionLogins implements SecurityContextRepository {
    static final Duration IDLE = Duration.ofHours(2);
    static final Duration WHOLE = Duration.ofHours(12);
    private static final String LOGIN = "login";

    private final Accounts accounts;
    private final Clock clock;

    SessionLogins(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Late(request);
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var login = LoggedIn.of(context.getAuthentication());
        if (login != null && login.mark() != null) {
            var session = request.getSession();
            session.setAttribute(LOGIN, login.mark().text());
            session.setMaxInactiveInterval((int) IDLE.toSeconds());
        } else if (request.getSession(false) != null) {
            request.getSession(false).removeAttribute(LOGIN);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(LOGIN) != null;
    }

    private @Nullable LoggedIn find(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : find(session);
    }

    private @Nullable LoggedIn find(HttpSession session) {
        var mark = SessionMark.read(session.getAttribute(LOGIN));
        if (mark == null) {
            return null;
        }
        var caller = clock.instant().isBefore(mark.since().plus(WHOLE))
                ? accounts.session(mark.kind(), mark.id(), mark.stamp())
                : Optional.<Caller>empty();
        if (caller.isEmpty()) {
            session.invalidate();
            return null;
        }
        return new LoggedIn(caller.get(), mark);
    }

    /** Looked for when somebody asks: what is open to everyone costs no look-up. */
    private final class Late implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Late(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                var login = find(request);
                context = login == null ? new SecurityContextImpl() : new SecurityContextImpl(login);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}

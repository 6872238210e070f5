package no.arealkompass.api;

import java.util.List;
import no.arealkompass.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** A login that knows its caller; controllers see nothing else of it. */
final class LoggedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient @Nullable SessionMark mark;

    /** @param mark what a session is to keep of it; null for what has none */
    LoggedIn(Caller caller, @Nullable SessionMark mark) {
        super(List.of());
        this.caller = caller;
        this.mark = mark;
        setAuthenticated(true);
    }

    /** What any of our ways to log in came to; null for a stranger. */
    static @Nullable LoggedIn of(@Nullable Authentication login) {
        if (login instanceof OAuth2AuthenticationToken provider
                && provider.getPrincipal() instanceof ProviderPerson person) {
            return person.login();
        }
        return login instanceof LoggedIn known ? known : null;
    }

    Caller caller() {
        return caller;
    }

    @Nullable
    SessionMark mark() {
        return mark;
    }

    @Override
    public String getName() {
        return caller.name();
    }

    @Override
    public Object getPrincipal() {
        return caller.name();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}

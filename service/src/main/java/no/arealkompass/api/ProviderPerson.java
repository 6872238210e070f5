package no.arealkompass.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Whom the provider vouched for, with what that came to here; lives as long as the request in which the person came. */
final class ProviderPerson extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;

    private final transient LoggedIn login;

    ProviderPerson(OidcIdToken token, LoggedIn login) {
        super(List.of(), token);
        this.login = login;
    }

    LoggedIn login() {
        return login;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

package no.arealkompass.api;

import java.time.Clock;
import java.util.Optional;
import no.arealkompass.access.Accounts;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.TrialAccounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Name and password of a trial account. An unknown name, a closed account and a wrong password take as long and are told in
 * the same words.
 */
@Component
@ConditionalOnWebApplication
class TrialLogin implements AuthenticationProvider {
    private static final int NAME_LENGTH = 40;
    private static final int PASSWORD_LENGTH = 72; // more bcrypt does not look at

    private final TrialAccounts accounts;
    private final Guesses guesses;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;
    private final String nobody;

    TrialLogin(TrialAccounts accounts, Guesses guesses, PasswordEncoder passwords, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.guesses = guesses;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.nobody = String.valueOf(passwords.encode("nobody has this password"));
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var name = given.getName().strip();
        var password = String.valueOf(given.getCredentials());
        if (name.length() > NAME_LENGTH || password.length() > PASSWORD_LENGTH) {
            throw new BadCredentialsException("too long");
        }
        var guess = guesses.begin(name, address(given));
        var account = accounts.find(name);
        boolean right = passwords.matches(
                password, account.map(TrialAccounts.Account::hash).orElse(nobody));
        var found = account.filter(known -> right && known.enabled());
        if (found.isEmpty()) {
            audit.record(Caller.PUBLIC, "login.refused", "account/" + named(account), null, null, "");
            throw new BadCredentialsException("wrong");
        }
        guess.right();
        var mark = new SessionMark(Accounts.Kind.TRIAL, name, found.get().stamp(), clock.instant());
        return new LoggedIn(found.get().caller(), mark);
    }

    /** What somebody typed as a name may be a password: only a name that exists is written down. */
    private static String named(Optional<TrialAccounts.Account> account) {
        return account.map(TrialAccounts.Account::name).orElse("?");
    }

    private static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                ? details.getRemoteAddress()
                : "";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

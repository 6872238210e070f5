package no.arealkompass.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The account of a trial installation: one administrator whose generated password is shown once and kept as a hash only. */
@Component
public class TrialAccounts {
    /** No letters that look alike: the password is read off a console. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 22;
    private static final String NAME = "admin";
    private static final PasswordEncoder PASSWORDS = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    private final TrialAccountRepository repository;

    TrialAccounts(TrialAccountRepository repository) {
        this.repository = repository;
    }

    /** The account of this name, if there is one. */
    public Optional<Account> find(String name) {
        return repository.find(name);
    }

    /** Creates the administrator on the first start; the password is returned then and never again. */
    public Optional<Created> createOnce() {
        if (repository.find(NAME).isPresent()) {
            return Optional.empty();
        }
        var password = new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
        return repository.create(NAME, PASSWORDS.encode(password))
                ? Optional.of(new Created(NAME, password))
                : Optional.empty();
    }

    /**
     * An account.
     *
     * @param hash of its password
     * @param municipalities numbers of those it acts for
     */
    public record Account(String name, String hash, Role role, Set<String> municipalities) {
        /** The account as the one who asks. */
        public Caller caller() {
            return new Caller(name, role, municipalities);
        }
    }

    /** A new account with its password in clear, to be shown and forgotten. */
    public record Created(String name, String password) {}
}

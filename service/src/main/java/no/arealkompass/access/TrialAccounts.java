package no.arealkompass.access;

import java.security.SecureRandom;
import java.util.Optional;
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

    /** The hash of this account's password, if there is such an account. */
    public Optional<String> passwordHash(String name) {
        return repository.passwordHash(name);
    }

    /** Creates the administrator on the first start; the password is returned then and never again. */
    public Optional<Created> createOnce() {
        if (repository.passwordHash(NAME).isPresent()) {
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

    /** A new account with its password in clear, to be shown and forgotten. */
    public record Created(String name, String password) {}
}

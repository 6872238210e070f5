package no.arealkompass.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The accounts of an installation without a provider: generated passwords are shown once and kept as hashes only. */
@Component
public class TrialAccounts {
    private static final String NAME = "admin";

    private final AccountRepository repository;

    TrialAccounts(AccountRepository repository) {
        this.repository = repository;
    }

    /** The account of this name, if there is one. */
    public Optional<Account> find(String name) {
        return repository.withHash(name);
    }

    /** Creates the administrator on the first start; the password is returned then and never again. */
    public Optional<Created> createOnce() {
        if (repository.withHash(NAME).isPresent()) {
            return Optional.empty();
        }
        return create(NAME, Role.ADMINISTRATOR, Set.of());
    }

    /**
     * Creates one account for each role, to try out what it sees: for installations with sample data.
     *
     * @param municipalities numbers of the region's municipalities; planner and case officer act for the first
     */
    public List<Created> createSamples(List<String> municipalities) {
        var first = municipalities.stream().limit(1).toList();
        var made = new ArrayList<Created>();
        create("planlegger", Role.PLANNER, Set.copyOf(first)).ifPresent(made::add);
        create("saksbehandler", Role.CASE_OFFICER, Set.copyOf(first)).ifPresent(made::add);
        create("rekrutterer", Role.RECRUITER, Set.of()).ifPresent(made::add);
        return made;
    }

    private Optional<Created> create(String name, Role role, Set<String> municipalities) {
        var password = Passwords.fresh();
        return repository.create(name, Passwords.hash(password), role, municipalities)
                ? Optional.of(new Created(name, password))
                : Optional.empty();
    }

    /**
     * An account.
     *
     * @param hash of its password
     * @param municipalities numbers of those it acts for
     * @param enabled false when it is closed
     * @param stamp goes up when all its sessions are ended
     */
    public record Account(String name, String hash, Role role, Set<String> municipalities, boolean enabled, int stamp) {
        /** The account as the one who asks. */
        public Caller caller() {
            return new Caller(name, role, municipalities);
        }
    }

    /** A new account with its password in clear, to be shown and forgotten. */
    public record Created(String name, String password) {}
}

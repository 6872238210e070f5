package no.arealkompass.access;

import static no.arealkompass.access.AccountFault.Code.LAST_ADMINISTRATOR;
import static no.arealkompass.access.AccountFault.Code.MUNICIPALITY;
import static no.arealkompass.access.AccountFault.Code.NAME;
import static no.arealkompass.access.AccountFault.Code.PROVIDER;
import static no.arealkompass.access.AccountFault.Code.ROLE;
import static no.arealkompass.access.AccountFault.Code.TAKEN;
import static no.arealkompass.access.AccountFault.Code.UNKNOWN;
import static no.arealkompass.access.Operation.MANAGE_ACCOUNTS;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who can log in: trial accounts, or, when a provider is configured, the persons it has vouched for. What an account may is
 * looked up for every request, so a change, a closed account and ended sessions count at once.
 */
@Component
public class Accounts {
    private static final Pattern NAMES = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");
    private static final Set<Role> PERSONS =
            Set.of(Role.RECRUITER, Role.CASE_OFFICER, Role.PLANNER, Role.ADMINISTRATOR);
    private static final int KEPT_DAYS = 365;

    private final AccountRepository repository;
    private final MachineKeyRepository keys;
    private final Audit audit;
    private final Clock clock;
    private final Kind kind;

    Accounts(
            AccountRepository repository,
            MachineKeyRepository keys,
            Audit audit,
            Clock clock,
            @Value("${areal.oidc.issuer:}") String issuer) {
        this.repository = repository;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.kind = issuer.isBlank() ? Kind.TRIAL : Kind.PROVIDER;
    }

    /** Where accounts live. */
    public enum Kind {
        /** Here, with a password. */
        TRIAL("trial_account", "name"),
        /** At the organisation's own provider. */
        PROVIDER("provider_account", "subject");

        final String table;
        final String key;

        Kind(String table, String key) {
            this.table = table;
            this.key = key;
        }
    }

    /**
     * An account.
     *
     * @param municipalities numbers of those it acts for
     * @param enabled false when it is closed
     * @param stamp goes up when all its sessions are ended
     */
    public record Account(String name, Role role, Set<String> municipalities, boolean enabled, int stamp) {
        public Account {
            municipalities = Set.copyOf(municipalities);
        }

        /** The account as the one who asks. */
        public Caller caller() {
            return new Caller(name, role, municipalities);
        }
    }

    /** Which kind of accounts is in use; those of the other kind cannot log in. */
    public Kind kind() {
        return kind;
    }

    /** What the account of this name may now; empty when there is none any more, or it is closed. */
    public Optional<Caller> current(String name) {
        return repository.find(kind, name).filter(Account::enabled).map(Account::caller);
    }

    /**
     * The caller of a session; empty when the session no longer counts.
     *
     * @param of where its account lives
     * @param id the account's name, or the provider's id of the person
     * @param stamp the account's when the session was begun
     */
    public Optional<Caller> session(Kind of, String id, int stamp) {
        return of == kind
                ? repository
                        .ofSession(kind, id)
                        .filter(account -> account.enabled() && account.stamp() == stamp)
                        .map(Account::caller)
                : Optional.empty();
    }

    /**
     * Keeps what the provider said of a person at login. Two persons never share a name here: saved things and the trail go
     * by it.
     */
    @Transactional
    public Account seen(String subject, String name, Role role, Set<String> municipalities) {
        var today = LocalDate.now(clock);
        repository.forgetUnseen(today.minusDays(KEPT_DAYS));
        var own = repository.nameTaken(name, subject) ? name + "~" + shortened(subject) : name;
        var account = repository.seen(subject, own, role, municipalities, today);
        keys.revokeBeyond(account.caller(), clock.instant());
        return account;
    }

    private static String shortened(String subject) {
        return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }

    /** All accounts of the kind in use. */
    public List<Account> list(Caller caller) {
        Access.require(caller, MANAGE_ACCOUNTS);
        return repository.list(kind);
    }

    /**
     * Makes a trial account; its password is returned now and never again.
     *
     * @throws AccountFault when it cannot be made so
     */
    @Transactional
    public TrialAccounts.Created create(Caller caller, String name, Role role, Set<String> municipalities) {
        requireTrial(caller);
        check(NAMES.matcher(name).matches(), NAME);
        checkRole(role, municipalities);
        var password = Passwords.fresh();
        check(repository.create(name, Passwords.hash(password), role, municipalities), TAKEN);
        audit.record(caller, "account.create", object(name), null, words(role, municipalities, true), "");
        return new TrialAccounts.Created(name, password);
    }

    /**
     * Gives a trial account another role, other municipalities; keys it made that go beyond are revoked.
     *
     * @throws AccountFault when it cannot be done
     */
    @Transactional
    public Account change(Caller caller, String name, Role role, Set<String> municipalities) {
        requireTrial(caller);
        checkRole(role, municipalities);
        var administrators = repository.lockedAdministrators();
        var before = get(name);
        check(role == Role.ADMINISTRATOR || !administrators.equals(List.of(name)), LAST_ADMINISTRATOR);
        repository.change(name, role, municipalities);
        var after = get(name);
        keys.revokeBeyond(after.caller(), clock.instant());
        audit.record(caller, "account.change", object(name), words(before), words(after), "");
        return after;
    }

    /**
     * Closes an account or opens it again. A closed one is out at once, and so are the keys it made.
     *
     * @throws AccountFault when it cannot be done
     */
    @Transactional
    public Account enable(Caller caller, String name, boolean enabled) {
        Access.require(caller, MANAGE_ACCOUNTS);
        var administrators = repository.lockedAdministrators();
        var before = get(name);
        check(enabled || kind == Kind.PROVIDER || !administrators.equals(List.of(name)), LAST_ADMINISTRATOR);
        repository.enable(kind, name, enabled);
        if (!enabled) {
            keys.revokeAll(name, clock.instant());
        }
        var after = get(name);
        audit.record(caller, "account.change", object(name), words(before), words(after), "");
        return after;
    }

    /**
     * Makes a new password for a trial account and ends its sessions.
     *
     * @throws AccountFault when there is no such account
     */
    @Transactional
    public TrialAccounts.Created newPassword(Caller caller, String name) {
        requireTrial(caller);
        get(name);
        var password = Passwords.fresh();
        repository.setPassword(name, Passwords.hash(password));
        audit.record(caller, "account.password", object(name), null, null, "");
        return new TrialAccounts.Created(name, password);
    }

    /**
     * Ends all sessions of an account; everybody may end the own ones.
     *
     * @throws AccountFault when there is no such account
     */
    @Transactional
    public void endSessions(Caller caller, String name) {
        if (!name.equals(caller.name())) {
            Access.require(caller, MANAGE_ACCOUNTS);
        }
        get(name);
        repository.endSessions(kind, name);
        audit.record(caller, "account.end-sessions", object(name), null, null, "");
    }

    /** Ends all sessions of everybody, the caller's too. */
    @Transactional
    public void endAllSessions(Caller caller) {
        Access.require(caller, MANAGE_ACCOUNTS);
        repository.endAllSessions();
        audit.record(caller, "account.end-sessions", "account/*", null, null, "");
    }

    private void requireTrial(Caller caller) {
        Access.require(caller, MANAGE_ACCOUNTS);
        check(kind == Kind.TRIAL, PROVIDER);
    }

    private Account get(String name) {
        return repository.find(kind, name).orElseThrow(() -> new AccountFault(UNKNOWN));
    }

    private static void checkRole(Role role, Set<String> municipalities) {
        check(PERSONS.contains(role), ROLE);
        check(municipalities.stream().allMatch(number -> number.matches("\\d{4}")), MUNICIPALITY);
    }

    static void check(boolean right, AccountFault.Code otherwise) {
        if (!right) {
            throw new AccountFault(otherwise);
        }
    }

    private static String object(String name) {
        return "account/" + name;
    }

    private static String words(Account account) {
        return words(account.role(), account.municipalities(), account.enabled());
    }

    private static String words(Role role, Set<String> municipalities, boolean enabled) {
        return (role + " " + String.join(",", new TreeSet<>(municipalities)))
                        .trim()
                        .toLowerCase(Locale.ROOT)
                + (enabled ? "" : " closed");
    }
}

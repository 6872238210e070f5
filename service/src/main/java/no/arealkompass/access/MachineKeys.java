package no.arealkompass.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static no.arealkompass.access.AccountFault.Code.EXPIRY;
import static no.arealkompass.access.AccountFault.Code.LABEL;
import static no.arealkompass.access.AccountFault.Code.MUNICIPALITY;
import static no.arealkompass.access.AccountFault.Code.SCOPE;
import static no.arealkompass.access.AccountFault.Code.UNKNOWN;
import static no.arealkompass.access.Accounts.check;
import static no.arealkompass.access.Operation.MANAGE_ACCOUNTS;
import static no.arealkompass.access.Operation.MANAGE_KEYS;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys of machines: 256 random bits each, shown once, kept as a hash. A key may no more than machines may and no more than
 * its maker; it ends within a year.
 */
@Component
public class MachineKeys {
    private static final Pattern FORM = Pattern.compile("areal_([a-z0-9]{8})_[\\w-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NOBODY = "0".repeat(64);
    private static final int LABEL_LENGTH = 80;

    private final MachineKeyRepository repository;
    private final Audit audit;
    private final Clock clock;

    MachineKeys(MachineKeyRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new key in clear, to be shown and forgotten. */
    public record Created(MachineKey key, String secret) {}

    /** Who asks with this key; empty when it is none of ours, or ended. Takes as long for an unknown key as for a wrong one. */
    public Optional<Caller> caller(String secret) {
        var form = FORM.matcher(secret);
        if (!form.matches()) {
            return Optional.empty();
        }
        var found = repository.byPrefix(form.group(1));
        var kept = found.map(MachineKeyRepository.Hashed::hash).orElse(NOBODY);
        var right = MessageDigest.isEqual(kept.getBytes(US_ASCII), hash(secret).getBytes(US_ASCII));
        var today = LocalDate.now(clock);
        return found.map(MachineKeyRepository.Hashed::key)
                .filter(key -> right && key.good(today))
                .map(key -> {
                    if (!today.equals(key.lastUsedOn())) {
                        repository.used(key.id(), today);
                    }
                    return key.caller();
                });
    }

    /** What a key made by this caller could be allowed. */
    public Set<Operation> scopes(Caller caller) {
        Access.require(caller, MANAGE_KEYS);
        return grantable(caller);
    }

    /**
     * Makes a key; it is returned now and never again.
     *
     * @param municipalities numbers of those it acts for; some of the caller's own, unless the caller acts for the region
     * @throws AccountFault when it cannot be made so
     */
    @Transactional
    public Created create(
            Caller caller, String label, Set<Operation> scopes, Set<String> municipalities, LocalDate expiresOn) {
        Access.require(caller, MANAGE_KEYS);
        check(
                !label.isBlank()
                        && label.length() <= LABEL_LENGTH
                        && label.chars().noneMatch(Character::isISOControl),
                LABEL);
        check(!scopes.isEmpty() && grantable(caller).containsAll(scopes), SCOPE);
        check(
                municipalities.stream().allMatch(number -> number.matches("\\d{4}"))
                        && (Access.may(caller, MANAGE_ACCOUNTS)
                                || (!municipalities.isEmpty()
                                        && caller.municipalities().containsAll(municipalities))),
                MUNICIPALITY);
        var today = LocalDate.now(clock);
        check(!expiresOn.isBefore(today) && !expiresOn.isAfter(today.plusYears(1)), EXPIRY);
        var prefix = prefix();
        var secret = "areal_" + prefix + "_" + random();
        var key = repository.add(
                prefix, hash(secret), label, scopes, municipalities, caller.name(), clock.instant(), expiresOn);
        audit.record(caller, "key.create", "key/" + prefix, null, words(key), "");
        return new Created(key, secret);
    }

    /** The keys the caller may revoke: an administrator all, a planner those that act within the own municipalities. */
    public List<MachineKey> list(Caller caller) {
        Access.require(caller, MANAGE_KEYS);
        return repository.list().stream().filter(key -> mayRevoke(caller, key)).toList();
    }

    /**
     * Ends a key at once.
     *
     * @throws AccountFault when there is no such key for this caller
     */
    @Transactional
    public void revoke(Caller caller, UUID id) {
        Access.require(caller, MANAGE_KEYS);
        var key = repository
                .get(id)
                .filter(found -> mayRevoke(caller, found))
                .orElseThrow(() -> new AccountFault(UNKNOWN));
        if (repository.revoke(id, clock.instant())) {
            audit.record(caller, "key.revoke", "key/" + key.prefix(), words(key), null, "");
        }
    }

    /** Whether the maker could make such a key now. */
    static boolean within(Caller maker, MachineKey key) {
        return Access.may(maker, MANAGE_KEYS)
                && grantable(maker).containsAll(key.scopes())
                && (Access.may(maker, MANAGE_ACCOUNTS) || maker.municipalities().containsAll(key.municipalities()));
    }

    private static boolean mayRevoke(Caller caller, MachineKey key) {
        return Access.may(caller, MANAGE_ACCOUNTS)
                || (!key.municipalities().isEmpty() && caller.municipalities().containsAll(key.municipalities()));
    }

    private static Set<Operation> grantable(Caller caller) {
        var machine = Caller.machine("any", Set.of(), Set.of(Operation.values()));
        var both = Access.granted(machine);
        both.retainAll(Access.granted(caller));
        return both;
    }

    private static String words(MachineKey key) {
        return "%s %s until %s"
                .formatted(
                        String.join(
                                ",",
                                new TreeSet<>(
                                        key.scopes().stream().map(Enum::name).toList())),
                        String.join(",", new TreeSet<>(key.municipalities())),
                        key.expiresOn())
                .toLowerCase(Locale.ROOT);
    }

    private static String prefix() {
        return RANDOM.ints(8, 0, 36)
                .mapToObj(i -> Character.toString("abcdefghijklmnopqrstuvwxyz0123456789".charAt(i)))
                .reduce("", String::concat);
    }

    private static String random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

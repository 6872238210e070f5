package no.arealkompass.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key of a machine, without the key itself.
 *
 * @param prefix the part of the key that tells it from others; no secret
 * @param label what it is for
 * @param scopes what it may, within what machines may
 * @param municipalities numbers of those it acts for
 * @param madeBy account that made it
 * @param expiresOn the last day it is good for
 * @param lastUsedOn the day it was last used
 * @param revokedAt when it was revoked
 */
public record MachineKey(
        UUID id,
        String prefix,
        String label,
        Set<Operation> scopes,
        Set<String> municipalities,
        String madeBy,
        Instant madeAt,
        LocalDate expiresOn,
        @Nullable LocalDate lastUsedOn,
        @Nullable Instant revokedAt) {
    public MachineKey {
        scopes = Set.copyOf(scopes);
        municipalities = Set.copyOf(municipalities);
    }

    /** The one who asks with it. */
    public Caller caller() {
        return Caller.machine("key-" + prefix, municipalities, scopes);
    }

    boolean good(LocalDate today) {
        return revokedAt == null && !expiresOn.isBefore(today);
    }
}

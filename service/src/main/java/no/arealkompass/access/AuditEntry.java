package no.arealkompass.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param id counted up; newer ones have greater ones
 * @param by account, key or link
 * @param municipalities numbers of those the caller acted for
 * @param object what it was done to, as {@code kind/id}
 * @param before null when there was nothing
 * @param after null when there is nothing any more
 */
public record AuditEntry(
        long id,
        Instant at,
        String by,
        String byRole,
        List<String> municipalities,
        String action,
        String object,
        @Nullable String before,
        @Nullable String after,
        String why) {}

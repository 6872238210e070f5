package no.arealkompass.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are asked for; null is no limit.
 *
 * @param object how the object begins, such as {@code site/granerud-nord} or {@code site/}
 * @param action how the action begins, such as {@code site.}
 * @param by account, key or link
 * @param municipality number of one the caller acted for
 * @param from this moment or later
 * @param to before this moment
 */
public record AuditQuery(
        @Nullable String object,
        @Nullable String action,
        @Nullable String by,
        @Nullable Role role,
        @Nullable String municipality,
        @Nullable Instant from,
        @Nullable Instant to) {}

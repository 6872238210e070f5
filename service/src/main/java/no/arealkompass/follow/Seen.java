package no.arealkompass.follow;

import java.time.Instant;
import java.util.UUID;
import no.arealkompass.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A check that was seen to be another than the one before it.
 *
 * @param check id of the stored check
 * @param earlier the one before; null for the first
 * @param changes null for the first
 */
public record Seen(
        long id,
        String subject,
        String strategy,
        Scope scope,
        UUID check,
        @Nullable Long earlier,
        @Nullable CheckChange changes,
        Instant at) {}

package no.arealkompass.follow;

import java.time.Instant;
import java.util.UUID;
import no.arealkompass.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Somebody follows a plan, a municipality or the region.
 *
 * @param subject {@code region}, a municipality number, either with {@code ~} for what is on hearing too, or a plan version
 * @param strategy id of the strategy it is held against
 * @param language nb or en, of the mail
 * @param scope what the one who made it might read; the mail never tells more
 * @param since the check seen last when it began; what came later is told
 * @param mail null for the page only
 */
public record Follow(
        UUID id,
        String subject,
        String strategy,
        String language,
        Scope scope,
        long since,
        @Nullable String mail,
        String madeBy,
        Instant madeAt) {}

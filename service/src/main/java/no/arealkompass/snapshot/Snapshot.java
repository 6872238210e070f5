package no.arealkompass.snapshot;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import no.arealkompass.access.Role;
import no.arealkompass.access.Scope;

/**
 * A frozen result, without its files.
 *
 * @param about what it is of: subject and strategy of a plan check, or run, purpose and sites
 * @param madeBy what the one who froze it is to the service; never a name
 * @param scope how far what is frozen looked
 * @param keyId the key that signed it
 */
public record Snapshot(
        UUID id,
        Kind kind,
        String about,
        Instant madeAt,
        Role madeBy,
        Scope scope,
        String documentSha256,
        String pdfSha256,
        String keyId) {

    /** Whether everyone may read it. */
    public boolean open() {
        return scope.equals(Scope.PUBLISHED);
    }

    /** What can be frozen. */
    public enum Kind {
        PLAN_CHECK,
        SCORE,
        COMPARISON;

        /** As it is written in addresses and documents. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As the files of a snapshot name it. */
    static String identifier(UUID id) {
        return "urn:uuid:" + id;
    }
}

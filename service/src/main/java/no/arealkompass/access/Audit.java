package no.arealkompass.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who did what to which object, from which state to which, and why. Entries are only ever added; the database lets nobody
 * change them, the service's own role not either.
 */
@Component
public class Audit {
    private final AuditRepository repository;

    Audit(AuditRepository repository) {
        this.repository = repository;
    }

    /**
     * Adds an entry, inside the transaction of what it tells of: the one does not happen without the other.
     *
     * @param action a short word of ours in lower case with dots, such as {@code site.save} or {@code link.withdraw}
     * @param object what it was done to, as {@code kind/id}; never a name, address or telephone number of a person
     * @param before state before, such as a version number or DRAFT; null when there was nothing
     * @param after state after; null when there is nothing any more
     * @param why the reason that was given; empty when none was asked for
     */
    public void record(
            Caller caller, String action, String object, @Nullable String before, @Nullable String after, String why) {
        repository.add(caller, action, object, before, after, why);
    }
}

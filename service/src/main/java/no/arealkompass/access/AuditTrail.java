package no.arealkompass.access;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what {@link Audit} wrote down, and has what is old enough deleted by the one function of the database that may. */
@Component
public class AuditTrail {
    /** More than this is asked for in parts. */
    public static final int MOST_EXPORTED = 100_000;

    private static final int PART = 1_000;

    private final AuditTrailRepository repository;
    private final Audit audit;
    private final AuditSettings settings;

    AuditTrail(AuditTrailRepository repository, Audit audit, AuditSettings settings) {
        this.repository = repository;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * Entries, newest first.
     *
     * @param olderThan id of the last one on the page before; {@link Long#MAX_VALUE} for the first page
     */
    public List<AuditEntry> read(Caller caller, AuditQuery query, long olderThan, int limit) {
        Access.require(caller, Operation.READ_AUDIT);
        return repository.read(query, olderThan, limit);
    }

    /** How many there are, counted up to one more than {@link #MOST_EXPORTED}. */
    public int count(Caller caller, AuditQuery query) {
        Access.require(caller, Operation.READ_AUDIT);
        return repository.count(query, MOST_EXPORTED + 1);
    }

    /** Hands out every entry, newest first, up to {@link #MOST_EXPORTED}; that it was exported is an entry itself. */
    public void export(Caller caller, AuditQuery query, String form, Consumer<AuditEntry> to) {
        Access.require(caller, Operation.READ_AUDIT);
        audit.record(caller, "audit.export", "audit/" + form, null, null, "");
        long last = Long.MAX_VALUE;
        for (int done = 0; done < MOST_EXPORTED; ) {
            var part = repository.read(query, last, PART);
            part.forEach(to);
            if (part.size() < PART) {
                return;
            }
            done += part.size();
            last = part.getLast().id();
        }
    }

    /** The kinds of action that are on record, by name. */
    public List<String> actions(Caller caller) {
        Access.require(caller, Operation.READ_AUDIT);
        return repository.actions();
    }

    /** How many days entries are kept. */
    public int keepDays(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return settings.keepDays();
    }

    /**
     * Deletes what is older than the setting allows. For the service itself.
     *
     * @return how many entries
     */
    @Transactional
    public long forgetOld(Caller caller) {
        Access.require(caller, Operation.READ_ALL);
        return repository.forget(settings.keepDays());
    }
}

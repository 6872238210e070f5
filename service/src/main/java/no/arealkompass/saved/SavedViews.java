package no.arealkompass.saved;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Scope;
import no.arealkompass.saved.SavedView.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves views and finds them again. Whoever has the address may open one; only those who made them see them in a list. */
@Component
public class SavedViews {
    private final SavedViewRepository repository;
    private final Audit audit;

    SavedViews(SavedViewRepository repository, Audit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /**
     * Saves a view.
     *
     * @param content JSON of at most {@link SavedView#CONTENT_BYTES}
     * @param scope how far what it tells of looked
     * @param run the run it was made over, where there is one
     */
    @Transactional
    public SavedView save(Caller caller, Kind kind, String name, String content, Scope scope, @Nullable UUID run) {
        Access.require(caller, Operation.SAVE_VIEWS);
        var view = new SavedView(
                UUID.randomUUID(),
                kind,
                name,
                content,
                scope,
                run,
                caller.name(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        repository.add(view);
        audit.record(caller, "view.save", object(view.id()), null, kind.name(), "");
        return view;
    }

    /** One view. @throws NoSuchView when there is none, it is withdrawn, or the caller may not see all it tells of */
    public SavedView get(Caller caller, UUID id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository
                .find(id)
                .filter(view -> view.scope().within(Scope.of(caller)))
                .orElseThrow(() -> new NoSuchView(id.toString()));
    }

    /** The caller's own views of a kind that stand, newest first, at most 200. */
    public List<SavedView> own(Caller caller, Kind kind) {
        Access.require(caller, Operation.SAVE_VIEWS);
        return repository.madeBy(caller.name(), kind);
    }

    /** Takes one of the caller's own views away. @throws NoSuchView when there is none */
    @Transactional
    public void withdraw(Caller caller, UUID id) {
        Access.require(caller, Operation.SAVE_VIEWS);
        if (!repository.withdraw(id, caller.name())) {
            throw new NoSuchView(id.toString());
        }
        audit.record(caller, "view.withdraw", object(id), "saved", "withdrawn", "");
    }

    private static String object(UUID id) {
        return "view/" + id;
    }
}

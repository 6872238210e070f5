package no.arealkompass.saved;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.saved.SavedView.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves views and finds them again. Whoever has the address may open one; only those who made them see them in a list. */
@Component
public class SavedViews {
    private final SavedViewRepository repository;

    SavedViews(SavedViewRepository repository) {
        this.repository = repository;
    }

    /**
     * Saves a view.
     *
     * @param content JSON of at most {@link SavedView#CONTENT_BYTES}
     * @param drafts whether it tells of what is not published
     * @param run the run it was made over, where there is one
     */
    public SavedView save(Caller caller, Kind kind, String name, String content, boolean drafts, @Nullable UUID run) {
        Access.require(caller, Operation.SAVE_VIEWS);
        var view = new SavedView(
                UUID.randomUUID(),
                kind,
                name,
                content,
                drafts,
                run,
                caller.name(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        repository.add(view);
        return view;
    }

    /** One view. @throws NoSuchView when there is none, it is withdrawn, or the caller may not see drafts it tells of */
    public SavedView get(Caller caller, UUID id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository
                .find(id)
                .filter(view -> !view.drafts() || Access.may(caller, Operation.READ_ALL))
                .orElseThrow(() -> new NoSuchView(id.toString()));
    }

    /** The caller's own views of a kind that stand, newest first, at most 200. */
    public List<SavedView> own(Caller caller, Kind kind) {
        Access.require(caller, Operation.SAVE_VIEWS);
        return repository.madeBy(caller.name(), kind);
    }

    /** Takes one of the caller's own views away. @throws NoSuchView when there is none */
    public void withdraw(Caller caller, UUID id) {
        Access.require(caller, Operation.SAVE_VIEWS);
        if (!repository.withdraw(id, caller.name())) {
            throw new NoSuchView(id.toString());
        }
    }
}

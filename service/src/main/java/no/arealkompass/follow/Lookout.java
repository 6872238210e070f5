package no.arealkompass.follow;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.arealkompass.access.Scope;
import no.arealkompass.follow.Follows.State;
import no.arealkompass.plan.NoSuchPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at every followed subject anew when plans, data or strategies may have changed, and writes down what came out
 * otherwise. A subject that cannot be checked stops no other.
 */
@Component
class Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final FollowRepository follows;
    private final SeenRepository repository;
    private final StoredChecks checks;
    private final Present present;
    private final Clock clock;
    private final Map<Watched, State> states = new ConcurrentHashMap<>();

    Lookout(FollowRepository follows, SeenRepository repository, StoredChecks checks, Present present, Clock clock) {
        this.follows = follows;
        this.repository = repository;
        this.checks = checks;
        this.present = present;
        this.clock = clock;
    }

    State state(Watched key) {
        return states.getOrDefault(key, State.NOT_FOLLOWED);
    }

    /** Has all checks made again, then looks at what is followed; also as everyone may read it, since the page tells changes to everyone. */
    void lookAtAll() {
        Set<Watched> keys = new LinkedHashSet<>();
        for (var follow : follows.standing()) {
            keys.add(new Watched(follow.subject(), follow.strategy(), present.scope(follow)));
            keys.add(new Watched(follow.subject(), follow.strategy(), Scope.PUBLISHED));
        }
        states.keySet().retainAll(keys);
        keys.forEach(key -> states.put(key, State.WORKING));
        try {
            checks.refresh();
        } catch (RuntimeException e) {
            LOG.error("Plan checks could not be made again; those that are followed are tried one by one", e);
        }
        keys.forEach(this::lookOrTell);
    }

    private void lookOrTell(Watched key) {
        try {
            look(key);
        } catch (NoSuchPlan e) {
            states.remove(key); // not for everyone, or no longer there: nothing to tell
        } catch (RuntimeException e) {
            states.put(key, State.FAILED);
            LOG.error("The check of {} against {} could not be made again", key.subject(), key.strategy(), e);
        }
    }

    /**
     * Where following begins: the check as it is now, also as everyone may read it.
     *
     * @throws NoSuchPlan when there is no such subject in that scope
     */
    Seen begin(Watched key) {
        var begun = look(key);
        if (!key.scope().equals(Scope.PUBLISHED)) {
            lookOrTell(new Watched(key.subject(), key.strategy(), Scope.PUBLISHED));
        }
        return begun;
    }

    /**
     * Looks at one subject; what is seen now is stored when it is another check than last time.
     *
     * @throws NoSuchPlan when there is no such subject in that scope
     */
    Seen look(Watched key) {
        var last = repository.newest(key);
        var now = checks.latest(key.scope().reader(), key.subject(), key.strategy());
        var id = UUID.fromString(now.path("id").asString());
        if (last.isEmpty()) {
            repository.add(key, id, null, null, clock.instant());
        } else if (!last.get().check().equals(id)) {
            var before = checks.stored(key.scope().reader(), last.get().check());
            repository.add(key, id, last.get().id(), CheckChanges.between(before, now), clock.instant());
        }
        states.put(key, State.CURRENT);
        return repository.newest(key).orElseThrow();
    }
}

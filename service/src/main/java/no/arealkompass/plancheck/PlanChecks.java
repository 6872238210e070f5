package no.arealkompass.plancheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Role;
import no.arealkompass.plan.NoSuchPlan;
import no.arealkompass.plancheck.PlanCheckRepository.Asked;
import no.arealkompass.plancheck.PlanCheckRepository.NewCheck;
import no.arealkompass.plancheck.PlanCheckRepository.Scope;
import no.arealkompass.score.NoSuchRun;
import org.springframework.stereotype.Service;

/**
 * Plans held against a strategy. A check is stored when it is made and never changed; the one that answers for the present
 * state is made when somebody asks for it. Whoever may not read all gets a check of what everyone may see: nothing of
 * inputs, proposals or draft sites is in it, in counts and sums neither.
 */
@Service
public class PlanChecks {
    private final InputReader inputs;
    private final CheckMaker maker;
    private final PlanCheckRepository repository;

    /** One check of a subject is made at a time; whoever asks meanwhile gets it when it is there. */
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    PlanChecks(InputReader inputs, CheckMaker maker, PlanCheckRepository repository) {
        this.inputs = inputs;
        this.maker = maker;
        this.repository = repository;
    }

    /**
     * A check that came out otherwise than the one before it.
     *
     * @param all whether it is the one for those who may read all, else the one for everyone
     */
    public record Changed(String subject, String strategy, boolean all, UUID before, UUID after) {}

    /**
     * The check that answers for the present state of a subject; made and stored when it is not there yet.
     *
     * @param subject {@code region}, {@code 3414~}, {@code 3414-201803@2}, see {@link no.arealkompass.plan.Subject#id()}
     * @param strategy id of one of the region's strategies
     * @throws NoSuchPlan when there is no such subject that the caller may see
     * @throws NoSuchRun when the region does not follow the strategy, or nothing is judged by it yet
     */
    public StoredCheck latest(Caller caller, String subject, String strategy) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var scope = scope(caller);
        return latest(reader(caller, scope), subject, strategy, scope);
    }

    /**
     * A check as it was stored.
     *
     * @throws NoSuchPlan when there is none that the caller may see
     */
    public StoredCheck get(Caller caller, UUID id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository
                .find(id, Access.may(caller, Operation.READ_ALL))
                .orElseThrow(() -> new NoSuchPlan("plan check " + id));
    }

    /**
     * Makes anew every check that was ever asked for and no longer answers for the present state.
     *
     * @return those that came out otherwise
     */
    public List<Changed> refresh(Caller caller) {
        Access.require(caller, Operation.CHECK_PLANS);
        List<Changed> changed = new ArrayList<>();
        for (var asked : repository.asked()) {
            refresh(caller, asked, changed);
        }
        return changed;
    }

    private void refresh(Caller caller, Asked asked, List<Changed> changed) {
        try {
            var now = latest(reader(caller, asked.scope()), asked.subject(), asked.strategyId(), asked.scope());
            if (!now.id().equals(asked.check())) {
                changed.add(new Changed(
                        asked.subject(), asked.strategyId(), asked.scope() == Scope.ALL, asked.check(), now.id()));
            }
        } catch (NoSuchPlan | NoSuchRun gone) {
            repository.forget(asked); // the check stays; only nobody's present state is answered by it any more
        }
    }

    private static Scope scope(Caller caller) {
        return Access.may(caller, Operation.READ_ALL) ? Scope.ALL : Scope.PUBLISHED;
    }

    /** Who reads for a check: for everyone's only what everyone may see, whoever asks for it. */
    private static Caller reader(Caller caller, Scope scope) {
        return scope == Scope.PUBLISHED || caller.role() == Role.PUBLIC ? Caller.PUBLIC : caller;
    }

    private StoredCheck latest(Caller reader, String subject, String strategy, Scope scope) {
        var state = inputs.state(reader, subject, strategy);
        var key = state.key(maker.software(), scope.name());
        var lock = locks.computeIfAbsent(scope + " " + strategy + " " + subject, k -> new Object());
        synchronized (lock) {
            var check = repository.withState(key).orElseGet(() -> make(reader, state, key, scope));
            repository.use(subject, strategy, scope, check.id());
            return check;
        }
    }

    private StoredCheck make(Caller reader, InputReader.State state, String key, Scope scope) {
        var document = maker.make(inputs.inputs(reader, state, scope == Scope.ALL ? "all" : "published"));
        return repository.store(new NewCheck(
                document.id(),
                key,
                state.subject().id(),
                state.strategy().id(),
                state.strategy().version(),
                scope,
                Instant.parse(document.madeAt()),
                document.write()));
    }
}

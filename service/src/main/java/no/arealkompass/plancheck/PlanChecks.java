package no.arealkompass.plancheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Scope;
import no.arealkompass.plan.NoSuchPlan;
import no.arealkompass.plancheck.PlanCheckRepository.Asked;
import no.arealkompass.plancheck.PlanCheckRepository.NewCheck;
import no.arealkompass.score.NoSuchRun;
import org.springframework.stereotype.Service;

/**
 * Plans held against a strategy. A check is stored when it is made and never changed; the one that answers for the present
 * state is made when somebody asks for it. Everyone gets a check of exactly what they may see: nothing of other inputs,
 * proposals or draft sites is in it, in counts and sums neither.
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
     * @param scope how far it looked
     */
    public record Changed(String subject, String strategy, Scope scope, UUID before, UUID after) {}

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
        return latest(Scope.of(caller), subject, strategy);
    }

    /**
     * A check as it was stored.
     *
     * @throws NoSuchPlan when there is none that the caller may see
     */
    public StoredCheck get(Caller caller, UUID id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.find(id, Scope.of(caller)).orElseThrow(() -> new NoSuchPlan("plan check " + id));
    }

    /**
     * Makes anew every check that everyone or the administrator ever asked for and that no longer answers for the present
     * state. Those of other readers are made when they ask.
     *
     * @return those that came out otherwise
     */
    public List<Changed> refresh(Caller caller) {
        Access.require(caller, Operation.CHECK_PLANS);
        Access.require(caller, Operation.READ_ALL);
        List<Changed> changed = new ArrayList<>();
        for (var asked : repository.asked()) {
            refresh(asked, changed);
        }
        return changed;
    }

    private void refresh(Asked asked, List<Changed> changed) {
        try {
            var now = latest(asked.scope(), asked.subject(), asked.strategyId());
            if (!now.id().equals(asked.check())) {
                changed.add(new Changed(asked.subject(), asked.strategyId(), asked.scope(), asked.check(), now.id()));
            }
        } catch (NoSuchPlan | NoSuchRun gone) {
            repository.forget(asked); // the check stays; only nobody's present state is answered by it any more
        }
    }

    private StoredCheck latest(Scope asked, String subject, String strategy) {
        var state = inputs.state(asked.reader(), subject, strategy);
        var scope = narrowest(asked, state);
        var key = state.key(maker.software(), scope.key());
        var lock = locks.computeIfAbsent(scope.key() + " " + strategy + " " + subject, k -> new Object());
        synchronized (lock) {
            var check = repository.withState(key).orElseGet(() -> make(state, key, scope));
            if (asked.equals(Scope.PUBLISHED) || asked.equals(Scope.ALL)) {
                repository.use(subject, strategy, asked, check.id());
            }
            return check;
        }
    }

    /** How far one must see to see this state: whoever sees it reads the same check, and one without drafts is everyone's. */
    private Scope narrowest(Scope asked, InputReader.State state) {
        if (asked.equals(Scope.ALL)) {
            return asked;
        }
        var run = inputs.scopeOfRun(asked.reader(), state);
        Set<String> municipalities = new HashSet<>(run.municipalities());
        Stream.of(state.subject(), state.around(), state.without())
                .flatMap(subject -> subject.versions().stream())
                .filter(version -> !version.stage().isPublic())
                .forEach(version -> municipalities.add(version.municipality()));
        return new Scope(false, run.internal(), municipalities);
    }

    private StoredCheck make(InputReader.State state, String key, Scope scope) {
        var document = maker.make(inputs.inputs(scope.reader(), state, scope.code()));
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

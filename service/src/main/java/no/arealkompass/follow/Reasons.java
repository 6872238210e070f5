package no.arealkompass.follow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.arealkompass.access.Access;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.follow.FollowFault.Code;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What municipalities say about findings of the plan check: why the plan deviates, and the decision that follows from. A
 * reason belongs to the finding and follows it through versions of the plan, the data and the strategy; nothing is erased.
 */
@Component
public class Reasons {
    private static final ZoneId HERE = ZoneId.of("Europe/Oslo");

    private final StoredChecks checks;
    private final ReasonRepository repository;
    private final Clock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Reasons(
            StoredChecks checks,
            ReasonRepository repository,
            Clock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.checks = checks;
        this.repository = repository;
        this.clock = clock;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes why a finding is there. It takes the place of an earlier one, which stays in the history.
     *
     * @throws FollowFault when a field is wrong, or the check has no such finding
     */
    public Reason write(Caller caller, ReasonDraft draft) {
        Access.require(caller, Operation.EXPLAIN_DEVIATIONS);
        var written = draft.checked(LocalDate.ofInstant(clock.instant(), HERE));
        var subject = written.subject();
        var finding = finding(checks.latest(caller, subject, written.strategy()), written.finding())
                .orElseThrow(() -> FollowFault.of(
                        Code.NO_SUCH_FINDING,
                        new Text("Plansjekken av %s har ikke funnet «%s».", "The plan check of %s has no finding '%s'.")
                                .filled(subject, written.finding()),
                        new Text(
                                "Last siden på nytt, og skriv begrunnelsen ved et funn som står der.",
                                "Reload the page, and write the reason at a finding that stands there.")));
        var municipality = text(finding, "municipality");
        Access.require(caller, Operation.EXPLAIN_DEVIATIONS, municipality(municipality));
        var said = finding.path("sentence");
        return add(
                caller,
                new Reason(
                        0,
                        written.strategy(),
                        written.finding(),
                        municipality,
                        text(finding, "plan"),
                        written.reason(),
                        written.decision(),
                        written.decidedOn(),
                        written.decidedBy(),
                        new Text(said.path("nb").asString(""), said.path("en").asString("")),
                        checks.publicLatest(subject, written.strategy())
                                .flatMap(check -> finding(check, written.finding()))
                                .isPresent(),
                        clock.instant(),
                        caller.role(),
                        null));
    }

    private Reason add(Caller caller, Reason reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var added = repository.add(reason, caller);
            audit.record(caller, "reason.write", object(added.id()), null, added.decision(), "");
            return added;
        }));
    }

    private static String object(long id) {
        return "plan-reason/" + id;
    }

    /**
     * Takes back the reason that stands; it can still be read, as withdrawn.
     *
     * @throws FollowFault when there is no such reason, or it no longer stands
     */
    public Reason withdraw(Caller caller, long id) {
        Access.require(caller, Operation.EXPLAIN_DEVIATIONS);
        var reason = repository
                .find(id)
                .filter(one -> one.published() || sees(caller, one))
                .orElseThrow(() -> FollowFault.of(
                        Code.NO_SUCH_REASON,
                        new Text("Det finnes ingen begrunnelse %s.", "There is no reason %s.").filled(id),
                        new Text("Se listen på /api/plan-reasons.", "See the list at /api/plan-reasons.")));
        Access.require(caller, Operation.EXPLAIN_DEVIATIONS, municipality(reason.municipality()));
        boolean newest = repository
                .newest(reason.strategy(), reason.finding())
                .filter(r -> r.id() == id)
                .isPresent();
        if (!newest || !withdrawn(caller, id)) {
            throw FollowFault.of(
                    Code.NO_LONGER_STANDS,
                    new Text(
                            "Begrunnelsen er trukket eller erstattet allerede.",
                            "The reason is withdrawn or replaced already."),
                    new Text("Last siden på nytt, og se historikken.", "Reload the page, and see the history."));
        }
        return repository.find(id).orElseThrow();
    }

    private boolean withdrawn(Caller caller, long id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean done = repository.withdraw(id, clock.instant(), caller);
            if (done) {
                audit.record(caller, "reason.withdraw", object(id), "written", "withdrawn", "");
            }
            return done;
        }));
    }

    /**
     * All that is written about findings of a subject the caller may read, also about findings that are gone.
     *
     * @param subject see {@link ReasonDraft#subject()}
     */
    public List<Explained> of(Caller caller, String subject, String strategy) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var check = checks.latest(caller, subject, strategy);
        var found = stream(check.path("findings"))
                .map(f -> f.path("id").asString(""))
                .collect(Collectors.toSet());
        Map<String, List<Reason>> byFinding = everyReason(strategy).stream()
                .filter(r -> found.contains(r.finding())
                        || (belongs(check.path("subject"), r) && (r.published() || sees(caller, r))))
                .collect(Collectors.groupingBy(Reason::finding, LinkedHashMap::new, Collectors.toList()));
        return byFinding.entrySet().stream()
                .map(e -> new Explained(e.getKey(), found.contains(e.getKey()), e.getValue()))
                .toList();
    }

    /** Also those of what was not public when they were written: whoever sees the finding now reads its reason. */
    private List<Reason> everyReason(String strategy) {
        return Acting.as(Caller.service("reasons"), () -> repository.of(strategy));
    }

    /** Whether a reason whose finding is gone was about this subject. */
    private static boolean belongs(JsonNode subject, Reason reason) {
        boolean ofPlan = stream(subject.path("plans"))
                .anyMatch(p -> p.path("plan").asString("").equals(reason.plan()));
        return switch (subject.path("kind").asString("")) {
            case "region" -> true;
            case "municipality" ->
                ofPlan || subject.path("municipality").asString("").equals(reason.municipality());
            default -> ofPlan;
        };
    }

    private static Optional<JsonNode> finding(JsonNode check, String id) {
        return stream(check.path("findings"))
                .filter(f -> f.path("id").asString("").equals(id))
                .findFirst();
    }

    /** Whoever acts for some municipalities explains theirs only; what belongs to none is the region's. */
    private static Set<String> municipality(@Nullable String number) {
        return number == null ? Set.of() : Set.of(number);
    }

    /** Whether the caller sees what is not public of the reason's municipality. */
    private static boolean sees(Caller caller, Reason reason) {
        var reach = Access.reach(caller);
        var municipality = reason.municipality();
        return reach.everything()
                || (municipality != null && reach.municipalities().contains(municipality));
    }

    private static @Nullable String text(JsonNode node, String key) {
        var value = node.path(key);
        return value.isString() && !value.asString().isEmpty() ? value.asString() : null;
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

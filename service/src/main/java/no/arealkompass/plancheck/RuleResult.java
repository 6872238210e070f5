package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.plancheck.PlanJudge.Judged;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.PlanRule;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one rule.
 *
 * @param amount in the rule's unit: of the one thing looked at, or dekar of all that breaks it together; else null
 * @param why whenever it is undecided
 * @param findings what broke it or could not be decided, in the order looked at
 */
record RuleResult(
        PlanRule rule,
        @Nullable Bounds bound,
        Outcome outcome,
        int looked,
        int broken,
        int undecided,
        int ignored,
        double ignoredM2,
        @Nullable Double amount,
        @Nullable Unknown why,
        List<Finding> findings,
        List<Long> datasets) {

    /** One thing that breaks a rule or cannot be decided. */
    record Finding(PlanRule rule, @Nullable Bounds bound, Judged judged, Looked looked) {}

    /**
     * Judges all that a rule looked at.
     *
     * @param noPlan why the rule cannot follow even when all it looked at does; null when it can
     */
    static RuleResult of(PlanRule rule, Answers answers, double ignoreBelowM2, @Nullable Unknown noPlan) {
        var bound = answers.bound();
        var couldNotRun = answers.couldNotRun();
        if (couldNotRun != null || bound == null) {
            return notRun(rule, answers, couldNotRun == null ? Reasons.NOT_ANSWERED : couldNotRun);
        }
        List<Finding> findings = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        int ignored = 0;
        double ignoredM2 = 0;
        Double sum = null;
        for (var one : answers.looked()) {
            var judged = PlanJudge.judge(rule, bound, ignoreBelowM2, one.observed());
            outcomes.add(judged.outcome());
            ignored += judged.ignoredM2() > 0 ? 1 : 0;
            ignoredM2 += judged.ignoredM2();
            if (judged.kind() != null) {
                findings.add(new Finding(rule, bound, judged, one));
            }
            sum = plus(rule, sum, judged, one, answers.looked().size());
        }
        var outcome = PlanJudge.together(outcomes);
        var why = outcome == Outcome.UNDECIDED ? firstReason(findings) : null;
        if (outcome == Outcome.FOLLOWS && noPlan != null) {
            outcome = Outcome.UNDECIDED;
            why = noPlan;
        }
        return new RuleResult(
                rule,
                bound,
                outcome,
                answers.looked().size(),
                count(outcomes, Outcome.DEVIATES),
                count(outcomes, Outcome.UNDECIDED),
                ignored,
                ignoredM2,
                sum,
                why,
                findings,
                answers.datasets());
    }

    /** Dekar are added up; another amount is said where one thing only was looked at. */
    private static @Nullable Double plus(PlanRule rule, @Nullable Double sum, Judged judged, Looked one, int of) {
        if (rule instanceof PlanRule.Each) {
            Double amount = judged.amount();
            if (amount == null || !rule.head().unit().equals("daa")) {
                return sum;
            }
            return sum == null ? amount : Double.valueOf(sum + amount);
        }
        return of == 1 ? single(rule, judged, one.observed()) : sum;
    }

    /** The number that decides: the known one, or the end of the range that keeps the bound. */
    private static @Nullable Double single(PlanRule rule, Judged judged, Observed observed) {
        if (observed.low() == observed.high()) {
            return observed.low();
        }
        if (judged.outcome() == Outcome.FOLLOWS) {
            return rule.bound() instanceof Bounds.AtMost ? observed.high() : observed.low();
        }
        return judged.amount();
    }

    private static RuleResult notRun(PlanRule rule, Answers answers, Unknown why) {
        var judged = new Judged(Outcome.UNDECIDED, PlanJudge.Kind.UNDECIDED, null, 0);
        var whole = Looked.whole(null, Observed.nothing(why), null, answers.datasets());
        return new RuleResult(
                rule,
                answers.bound(),
                Outcome.UNDECIDED,
                answers.of(),
                0,
                answers.of(),
                0,
                0,
                null,
                why,
                List.of(new Finding(rule, answers.bound(), judged, whole)),
                answers.datasets());
    }

    /** Whether nothing at all could be found out about the zones or sites it looks at. */
    boolean blind() {
        return rule instanceof PlanRule.Each
                && findings.size() == 1
                && findings.getFirst().looked().zone() == null
                && findings.getFirst().looked().site() == null;
    }

    private static @Nullable Unknown firstReason(List<Finding> findings) {
        return findings.stream()
                .filter(one -> one.judged().outcome() == Outcome.UNDECIDED)
                .map(one -> one.looked().observed().why())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static int count(List<Outcome> outcomes, Outcome outcome) {
        return (int) outcomes.stream().filter(outcome::equals).count();
    }
}

package no.arealkompass.plancheck;

import java.util.Collection;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.PlanRule;
import no.arealkompass.strategy.Severity;
import org.jspecify.annotations.Nullable;

/** Holds what was found out against a bound. Pure: the same input gives the same answer. */
final class PlanJudge {
    /** Square metres of a dekar. */
    static final double DAA = 1000;

    private PlanJudge() {}

    /** What a finding is. */
    enum Kind {
        DEVIATION,
        MISSING,
        UNDECIDED,
        NOTE
    }

    /**
     * The answer for one thing looked at.
     *
     * @param kind null when it follows
     * @param amount in the rule's unit; null when it follows or cannot be decided
     * @param ignoredM2 an overlap so small that it comes from digitising; 0 when there is none
     */
    record Judged(
            Outcome outcome, @Nullable Kind kind, @Nullable Double amount, double ignoredM2) {}

    /**
     * Judges one thing.
     *
     * @param ignoreBelowM2 areas smaller than this break no rule that counts dekar
     */
    static Judged judge(PlanRule rule, Bounds bound, double ignoreBelowM2, Observed observed) {
        double low = observed.low();
        double high = observed.high();
        double ignored = 0;
        if (rule.head().unit().equals("daa") && bound instanceof Bounds.AtMost) {
            ignored = low > 0 && low * DAA < ignoreBelowM2 ? low * DAA : 0;
            low = noise(low, ignoreBelowM2);
            high = noise(high, ignoreBelowM2);
        }
        return switch (outcome(bound, low, high)) {
            case FOLLOWS -> new Judged(Outcome.FOLLOWS, null, null, ignored);
            case UNDECIDED -> new Judged(Outcome.UNDECIDED, Kind.UNDECIDED, null, ignored);
            case DEVIATES ->
                new Judged(Outcome.DEVIATES, broken(rule), bound instanceof Bounds.AtLeast ? high : low, ignored);
        };
    }

    private static double noise(double daa, double ignoreBelowM2) {
        return daa * DAA < ignoreBelowM2 ? Math.min(daa, 0) : daa;
    }

    private static Kind broken(PlanRule rule) {
        if (rule.head().severity() == Severity.NOTE) {
            return Kind.NOTE;
        }
        return rule.head().missing() ? Kind.MISSING : Kind.DEVIATION;
    }

    /** Whether every, no or some value of a range keeps the bound. */
    static Outcome outcome(Bounds bound, double low, double high) {
        boolean all = bound.holds(low) && bound.holds(high);
        boolean none = switch (bound) {
            case Bounds.AtMost(double limit) -> low > limit;
            case Bounds.AtLeast(double limit) -> high < limit;
            case Bounds.Between(double least, double most) -> low > most || high < least;
        };
        return all ? Outcome.FOLLOWS : none ? Outcome.DEVIATES : Outcome.UNDECIDED;
    }

    /** The outcome of many: a broken one decides, else one that cannot be decided. */
    static Outcome together(Collection<Outcome> outcomes) {
        if (outcomes.contains(Outcome.DEVIATES)) {
            return Outcome.DEVIATES;
        }
        return outcomes.contains(Outcome.UNDECIDED) ? Outcome.UNDECIDED : Outcome.FOLLOWS;
    }
}

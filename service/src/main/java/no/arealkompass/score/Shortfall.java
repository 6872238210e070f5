package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import no.arealkompass.measure.Measurement;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.score.Portfolio.Member;
import no.arealkompass.strategy.Condition;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.PortfolioRule;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Utility;
import no.arealkompass.strategy.Utility.Point;
import org.jspecify.annotations.Nullable;

/** What one site lacks to count in a rule over many sites, said in the unit of what was found. Pure. */
final class Shortfall {

    private Shortfall() {}

    /** Best first. */
    enum State {
        MET,
        UNKNOWN,
        FAILED
    }

    /**
     * One site against one rule.
     *
     * @param usable false when it is excluded for every purpose that counts
     */
    record Candidate(String site, boolean usable, List<Checked> conditions) {
        Candidate {
            conditions = List.copyOf(conditions);
        }

        boolean meets() {
            return usable && conditions.stream().allMatch(one -> one.is(State.MET));
        }

        private long count(State state) {
            return conditions.stream().filter(one -> one.is(state)).count();
        }
    }

    /** A condition held against what was found. */
    record Checked(String criterion, String unit, String state, RunDocument.Found found, Needed needed) {
        boolean is(State other) {
            return state.equals(RunDocument.name(other));
        }
    }

    /**
     * What the found value must be.
     *
     * @param kind atLeast or atMost {@code value}, one of {@code classes}, known (any value will do), or never
     */
    record Needed(String kind, @Nullable Double value, List<String> classes) {
        static final Needed KNOWN = new Needed("known", null, List.of());
        static final Needed NEVER = new Needed("never", null, List.of());
    }

    /** The nearest to counting first: the fewest conditions failed, then the fewest unknown, then as they came. */
    static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparing((Candidate one) -> !one.usable())
            .thenComparingLong(one -> one.count(State.FAILED))
            .thenComparingLong(one -> one.count(State.UNKNOWN));

    static Candidate of(Strategy strategy, PortfolioRule rule, Member member) {
        var conditions = new ArrayList<Checked>();
        for (Condition condition : rule.conditions()) {
            conditions.add(check(strategy.criterion(condition.criterion()), condition.atLeast(), member));
        }
        return new Candidate(member.site(), Portfolio.usable(strategy, rule, member), conditions);
    }

    private static Checked check(Criterion criterion, double atLeast, Member member) {
        double utility = Judge.utility(criterion, member.measured());
        var found = Objects.requireNonNull(member.measured().get(criterion.metric()))
                .found();
        State state = Double.isNaN(utility) ? State.UNKNOWN : utility < atLeast ? State.FAILED : State.MET;
        return new Checked(
                criterion.id(),
                criterion.unit(),
                RunDocument.name(state),
                RunDocument.found(found),
                needed(criterion, atLeast, found));
    }

    /** What would fulfil the condition; for curves that rise and fall, the nearest such value to the one found. */
    static Needed needed(Criterion criterion, double atLeast, Measurement found) {
        return switch (criterion.utility()) {
            case Utility.ByClass byClass -> {
                var good = byClass.classes().stream()
                        .filter(c -> byClass.of(c).orElse(-1) >= atLeast)
                        .toList();
                boolean all = good.size() == byClass.classes().size();
                yield all ? Needed.KNOWN : good.isEmpty() ? Needed.NEVER : new Needed("oneOf", null, good);
            }
            case Utility.Linear linear -> needed(linear, atLeast, found, criterion.unit());
        };
    }

    private static Needed needed(Utility.Linear linear, double atLeast, Measurement found, String unit) {
        var crossings = crossings(linear.points(), atLeast);
        if (crossings.isEmpty()) {
            return linear.min() >= atLeast ? Needed.KNOWN : Needed.NEVER;
        }
        double from = found instanceof Amount(double value) ? value : Double.NEGATIVE_INFINITY;
        var nearest = crossings.stream()
                .min(Comparator.comparingDouble(
                        c -> Math.abs(Objects.requireNonNull(c.value()) - Math.max(from, -1e12))))
                .orElseThrow();
        return unit.equals("count") ? whole(nearest) : nearest;
    }

    /** Where the curve passes the level: upwards "at least", downwards "at most". */
    private static List<Needed> crossings(List<Point> points, double level) {
        var crossings = new ArrayList<Needed>();
        Point left = points.getFirst();
        for (Point right : points) {
            boolean up = left.u() < level && right.u() >= level;
            boolean down = left.u() >= level && right.u() < level;
            if (up || down) {
                double x = left.x() + (level - left.u()) / (right.u() - left.u()) * (right.x() - left.x());
                crossings.add(new Needed(up ? "atLeast" : "atMost", x + 0.0, List.of()));
            }
            left = right;
        }
        return crossings;
    }

    /** Nothing is counted in parts; the hair's breadth is for levels that were themselves rounded. */
    private static Needed whole(Needed needed) {
        double value = Objects.requireNonNull(needed.value());
        double whole = needed.kind().equals("atLeast") ? Math.ceil(value - 1e-9) : Math.floor(value + 1e-9);
        return new Needed(needed.kind(), whole, List.of());
    }
}

package no.arealkompass.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.score.Confidence.Code;
import no.arealkompass.score.Confidence.Level;
import no.arealkompass.score.Confidence.Reason;
import no.arealkompass.score.Flag.Outcome;
import no.arealkompass.strategy.Check;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Effect;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Trust;
import no.arealkompass.strategy.Utility;

/**
 * Holds measured values against a strategy. Pure: the same input gives the same judgement, whatever the order of the
 * criteria, the other sites, the locale or the day.
 */
final class Judge {

    /** Points are counted in whole millionths, so that sums are exact and do not depend on the order. */
    private static final double MICRO = 1e6;

    private Judge() {}

    /**
     * Judges one site for one purpose.
     *
     * @param schematic whether the site's outline is schematic, which lowers the confidence and nothing else
     * @param measured an answer for every metric of the purpose's criteria and checks; what is missing is said by
     *     {@link NotCovered}
     * @throws IllegalArgumentException when a metric has no answer at all
     */
    static Judgement judge(Strategy strategy, Purpose purpose, boolean schematic, Map<Metric, Measured> measured) {
        List<String> excludedBy = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        for (Check check : strategy.checksOf(purpose)) {
            Measured found = answer(measured, check.metric());
            if (!(found.found() instanceof Amount amount)) {
                flags.add(new Flag(check.id(), Outcome.NOT_CHECKED, numberOnly(found)));
            } else if (!check.bound().holds(amount.value())) {
                flags.add(new Flag(check.id(), Outcome.BROKEN, found));
                if (check.effect() == Effect.EXCLUDE) {
                    excludedBy.add(check.id());
                }
            }
        }
        List<Line> lines = purpose.weights().entrySet().stream()
                .map(weight -> line(strategy.criterion(weight.getKey()), weight.getValue(), measured))
                .toList();
        Verdict verdict = excludedBy.isEmpty()
                ? new Verdict.Scored(
                        sum(lines.stream().mapToDouble(Line::pointsLow).toArray()),
                        sum(lines.stream().mapToDouble(Line::pointsHigh).toArray()))
                : new Verdict.Excluded(excludedBy);
        return new Judgement(verdict, flags, lines, confidence(strategy, lines, schematic));
    }

    private static Line line(Criterion criterion, int weight, Map<Metric, Measured> measured) {
        Measured known = known(criterion.utility(), answer(measured, criterion.metric()));
        double low = uLow(criterion.utility(), known.found());
        double high = known.found() instanceof NotCovered ? criterion.utility().max() : low;
        return new Line(criterion.id(), weight, known, low, high, points(weight, low), points(weight, high));
    }

    /**
     * What the criterion is worth to a portfolio rule: the utility of the found value, or NaN when there is none.
     */
    static double utility(Criterion criterion, Map<Metric, Measured> measured) {
        Measured known = known(criterion.utility(), answer(measured, criterion.metric()));
        return known.found() instanceof NotCovered ? Double.NaN : uLow(criterion.utility(), known.found());
    }

    private static double uLow(Utility utility, Measurement found) {
        return switch (found) {
            case Amount(double value) when utility instanceof Utility.Linear linear -> linear.of(value);
            case Category(String value)
            when utility instanceof Utility.ByClass byClass -> byClass.of(value).orElse(utility.min());
            case Amount a -> utility.min();
            case Category c -> utility.min();
            case NotCovered n -> utility.min();
        };
    }

    /** The answer, or "not covered" when the strategy does not say what such an answer is worth: never zero points. */
    private static Measured known(Utility utility, Measured measured) {
        boolean known = switch (measured.found()) {
            case Amount a -> utility instanceof Utility.Linear;
            case Category(String value) ->
                utility instanceof Utility.ByClass byClass && byClass.of(value).isPresent();
            case NotCovered n -> true;
        };
        return known ? measured : unknownClass(measured);
    }

    private static Measured numberOnly(Measured measured) {
        return measured.found() instanceof Category ? unknownClass(measured) : measured;
    }

    private static Measured unknownClass(Measured measured) {
        String value = switch (measured.found()) {
            case Amount(double number) -> String.valueOf(number);
            case Category(String category) -> category;
            case NotCovered n -> "";
        };
        return measured.with(new NotCovered(Measurement.Reason.UNKNOWN_CLASS, Map.of("value", value)));
    }

    private static Measured answer(Map<Metric, Measured> measured, Metric metric) {
        Measured answer = measured.get(metric);
        if (answer == null) {
            throw new IllegalArgumentException("No answer for " + metric.key());
        }
        return answer;
    }

    static double points(int weight, double utility) {
        return Math.round(weight * utility * MICRO) / MICRO;
    }

    static double sum(double[] points) {
        long micro = 0;
        for (double one : points) {
            micro += Math.round(one * MICRO);
        }
        return micro / MICRO;
    }

    private static Confidence confidence(Strategy strategy, List<Line> lines, boolean schematic) {
        Trust trust = strategy.trust();
        Map<Code, List<String>> reasons = new EnumMap<>(Code.class);
        double[] known = new double[lines.size()];
        for (int i = 0; i < known.length; i++) {
            Line line = lines.get(i);
            boolean found = !(line.measured().found() instanceof NotCovered);
            boolean stated = strategy.criterion(line.criterion()).metric() instanceof Metric.Own;
            boolean coarse = found && line.measured().coarse();
            boolean drawn = found && schematic && !stated;
            if (!found) {
                note(reasons, Code.MISSING, line);
            }
            if (coarse) {
                note(reasons, Code.COARSE_DATA, line);
            }
            if (drawn) {
                note(reasons, Code.SCHEMATIC_SITE, line);
            }
            known[i] = points(line.weight(), share(trust, found, coarse, drawn));
        }
        double sum = sum(known) / 100;
        return new Confidence(
                sum,
                level(trust, sum),
                reasons.entrySet().stream()
                        .map(reason -> new Reason(reason.getKey(), reason.getValue()))
                        .toList());
    }

    /** What a value counts in the confidence, 0..1. */
    static double share(Trust trust, boolean found, boolean coarse, boolean schematic) {
        double share = found ? 1 : 0;
        share = coarse ? Math.min(share, trust.coarse()) : share;
        return schematic ? Math.min(share, trust.schematic()) : share;
    }

    static Level level(Trust trust, double known) {
        return known >= trust.highFrom() ? Level.HIGH : known >= trust.mediumFrom() ? Level.MEDIUM : Level.LOW;
    }

    private static void note(Map<Code, List<String>> reasons, Code code, Line line) {
        reasons.computeIfAbsent(code, c -> new ArrayList<>()).add(line.criterion());
    }
}

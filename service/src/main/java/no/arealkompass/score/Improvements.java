package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.arealkompass.score.SiteCompleteness.Place;
import no.arealkompass.score.SiteImprovements.Improvement;
import no.arealkompass.score.SiteImprovements.Together;
import no.arealkompass.score.Verdict.Scored;
import no.arealkompass.strategy.Utility;
import no.arealkompass.strategy.Utility.Point;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the smallest change of one value that takes a site past another. Pure; counts in whole millionths as judging
 * does, so that what is said to be enough is enough to the last digit.
 */
final class Improvements {
    private static final double MICRO = 1e6;

    private final List<Ranking.Entry> entries;
    private final String site;
    private final Scored own;
    private final double marginPoints;
    private final int position;

    /** Twice the millionths that the middle must rise to lie past the target's: twice, as a middle may be half a one. */
    private final long needed;

    /**
     * @param entries all sites ranked for the purpose
     * @param own the verdict of the site among them
     * @param target the verdict to be passed
     * @param position its place, which is what is wished for
     */
    Improvements(
            List<Ranking.Entry> entries, String site, Scored own, double marginPoints, Scored target, int position) {
        this.entries = entries;
        this.site = site;
        this.own = own;
        this.marginPoints = marginPoints;
        this.position = position;
        needed = micro(target.low()) + micro(target.high()) - micro(own.low()) - micro(own.high()) + 1;
    }

    /** Points that the middle must rise. */
    double pointsNeeded() {
        return needed / 2.0 / MICRO;
    }

    /**
     * A line of the site's score that may become another.
     *
     * @param value the number found; null when it is a class or missing
     */
    record Choice(
            String criterion,
            int weight,
            String unit,
            JsonNode found,
            @Nullable Double value,
            Utility utility,
            double uLow,
            double uHigh,
            double pointsLow,
            double pointsHigh) {

        long ends() {
            return micro(pointsLow) + micro(pointsHigh);
        }

        long best() {
            return micro(Judge.points(weight, utility.max()));
        }
    }

    /** A value and what it is worth. */
    private record Needed(
            @Nullable Double value,
            @Nullable String direction,
            @Nullable String type,
            double utility) {}

    List<Improvement> single(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> 2 * choice.best() > choice.ends())
                .map(this::improvement)
                .sorted(Comparator.comparing((Improvement i) -> !i.enough())
                        .thenComparingDouble(i -> i.enough() ? i.utilityGain() : -i.points())
                        .thenComparing(Improvement::criterion))
                .toList();
    }

    private Improvement improvement(Choice choice) {
        // Both ends come to lie on the new points, so twice these less both ends is what the middle rises, twice.
        long points = Math.ceilDiv(needed + choice.ends(), 2);
        Needed value = value(
                choice,
                points <= choice.best()
                        ? points / MICRO / choice.weight()
                        : choice.utility().max());
        long given = micro(Judge.points(choice.weight(), value.utility()));
        var place = place(given - micro(choice.pointsLow()), given - micro(choice.pointsHigh()));
        return new Improvement(
                choice.criterion(),
                choice.weight(),
                choice.unit(),
                choice.found(),
                value.value(),
                value.direction(),
                value.type(),
                value.utility() - (choice.uLow() + choice.uHigh()) / 2,
                (2 * given - choice.ends()) / 2.0 / MICRO,
                place.position() <= position,
                place);
    }

    /** The two that would give most, when they pass the target together. */
    @Nullable
    Together together(List<Choice> choices) {
        var most = choices.stream()
                .sorted(Comparator.comparingLong((Choice c) -> c.ends() - 2 * c.best())
                        .thenComparing(Choice::criterion))
                .limit(2)
                .toList();
        long twice = most.stream().mapToLong(c -> 2 * c.best() - c.ends()).sum();
        long low = most.stream().mapToLong(c -> c.best() - micro(c.pointsLow())).sum();
        long high =
                most.stream().mapToLong(c -> c.best() - micro(c.pointsHigh())).sum();
        var place = place(low, high);
        return most.size() == 2 && place.position() <= position
                ? new Together(most.stream().map(Choice::criterion).toList(), twice / 2.0 / MICRO, place)
                : null;
    }

    private static Needed value(Choice choice, double utility) {
        return switch (choice.utility()) {
            case Utility.ByClass byClass -> type(byClass, utility);
            case Utility.Linear linear -> number(linear, utility, choice.value());
        };
    }

    /** The class that is worth least of those that are worth enough. */
    private static Needed type(Utility.ByClass byClass, double utility) {
        return byClass.utilities().entrySet().stream()
                .filter(one -> one.getValue() >= utility)
                .min(java.util.Map.Entry.comparingByValue())
                .map(one -> new Needed(null, null, one.getKey(), one.getValue()))
                .orElseThrow();
    }

    /** The number nearest to the found one (to the worst, when none is found) from which the curve is worth enough. */
    private static Needed number(Utility.Linear linear, double utility, @Nullable Double found) {
        double from = found == null ? worst(linear) : found;
        return crossings(linear, utility).stream()
                .min(Comparator.comparingDouble(one -> Math.abs(one.number() - from)))
                .map(one -> new Needed(one.number(), one.direction(), null, utility))
                .orElseThrow();
    }

    private static double worst(Utility.Linear linear) {
        return linear.points().stream()
                .min(Comparator.comparingDouble(Point::u))
                .orElseThrow()
                .x();
    }

    private record Crossing(double number, String direction) {}

    /** Where the curve comes up to a utility: from the left (at least that number helps) or from the right (at most). */
    private static List<Crossing> crossings(Utility.Linear linear, double utility) {
        var crossings = new ArrayList<Crossing>();
        var left = linear.points().getFirst();
        for (var right : linear.points()) {
            boolean rises = left.u() < utility && utility <= right.u();
            if (rises || (right.u() < utility && utility <= left.u())) {
                double share = (utility - left.u()) / (right.u() - left.u());
                crossings.add(new Crossing(
                        share == 1 ? right.x() : left.x() + share * (right.x() - left.x()),
                        rises ? "atLeast" : "atMost"));
            }
            left = right;
        }
        return crossings;
    }

    /** The site's place when its range is raised at both ends, all others where they are. */
    private Place place(long low, long high) {
        var moved = new Scored((micro(own.low()) + low) / MICRO, (micro(own.high()) + high) / MICRO);
        var others = entries.stream()
                .map(entry -> entry.site().equals(site) ? new Ranking.Entry(site, entry.name(), moved) : entry)
                .toList();
        return Ranking.rank(others, marginPoints).stream()
                .filter(ranked -> ranked.site().equals(site))
                .findFirst()
                .map(Completeness::place)
                .map(CompletenessReader::written)
                .orElseThrow();
    }

    private static long micro(double points) {
        return Math.round(points * MICRO);
    }
}

package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.score.Verdict.Excluded;
import no.arealkompass.score.Verdict.Scored;
import no.arealkompass.strategy.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What is not known of a site for one purpose, and what it would be worth to find out: for each thing that can be found
 * out, the place the site gets when it turns out at its best and at its worst, all other sites at the ranges they have.
 * Pure, like the judging it repeats; reference points are fixed, so no other site's points move.
 */
final class Completeness {
    private static final double MICRO = 1e6;

    private Completeness() {}

    /**
     * A criterion without a value.
     *
     * @param lack what would give the value
     * @param pointsLow the points it gives at worst, 0..100
     * @param pointsHigh the points it gives at best, 0..100
     */
    record Missing(String criterion, Lack lack, double pointsLow, double pointsHigh) {}

    /**
     * One thing that can be found out or loaded; it may settle several criteria at once.
     *
     * @param kind a fact somebody must state, or datasets that must be loaded or made better
     * @param ids ids of the fact or of the datasets, in alphabetical order
     */
    record Lack(Kind kind, List<String> ids) {
        Lack {
            ids = List.copyOf(ids);
        }

        enum Kind {
            FACT,
            DATASET
        }
    }

    /**
     * A place in the ranking of the purpose.
     *
     * @param position from 1, by the middle of the range
     * @param rankBest the best rank that cannot be ruled out
     * @param rankWorst the worst rank that cannot be ruled out
     */
    record Place(int position, int rankBest, int rankWorst, double low, double high) {}

    /**
     * What one thing would change.
     *
     * @param criteria the criteria it settles, in the purpose's order
     * @param points how far apart its best and its worst are, points
     * @param best the site's place when all of them turn out at their best; null for an excluded site
     * @param worst the same at their worst
     */
    record Gain(
            Lack lack,
            List<String> criteria,
            double points,
            @Nullable Place best,
            @Nullable Place worst) {
        Gain {
            criteria = List.copyOf(criteria);
        }

        /** Places between best and worst. */
        int places() {
            return best == null || worst == null ? 0 : worst.position() - best.position();
        }

        /** Changes in what cannot be ruled out, which tell gains with the same places apart. */
        int ranks() {
            return best == null || worst == null
                    ? 0
                    : worst.rankBest() - best.rankBest() + worst.rankWorst() - best.rankWorst();
        }
    }

    /** What would settle a criterion whose value is missing for a reason. */
    static Lack lack(Metric metric, Reason reason, Map<String, String> args, Collection<String> loaded) {
        String fact = metric instanceof Metric.Own own ? own.fact() : args.get("fact");
        if (fact != null) {
            return new Lack(Lack.Kind.FACT, List.of(fact));
        }
        var datasets = new TreeSet<>(metric.datasets());
        if (reason == Reason.NO_DATA) {
            datasets.removeAll(loaded);
        } else if (args.containsKey("dataset")) {
            datasets.retainAll(List.of(args.get("dataset")));
        }
        return new Lack(Lack.Kind.DATASET, List.copyOf(datasets));
    }

    /**
     * What finding out each thing would change, the largest change in place first, then in points.
     *
     * @param entries all sites ranked for the purpose, the site among them
     * @param missing the criteria of the purpose without a value at this site
     */
    static List<Gain> gains(List<Ranking.Entry> entries, String site, List<Missing> missing, double marginPoints) {
        Map<Lack, List<Missing>> byLack = new LinkedHashMap<>();
        missing.forEach(one ->
                byLack.computeIfAbsent(one.lack(), lack -> new ArrayList<>()).add(one));
        return byLack.entrySet().stream()
                .map(group -> gain(entries, site, group.getKey(), group.getValue(), marginPoints))
                .sorted(Comparator.comparingInt(Gain::places)
                        .thenComparingInt(Gain::ranks)
                        .thenComparingDouble(Gain::points)
                        .reversed()
                        .thenComparing(gain -> String.join(",", gain.lack().ids())))
                .toList();
    }

    private static Gain gain(
            List<Ranking.Entry> entries, String site, Lack lack, List<Missing> settled, double marginPoints) {
        long micro = settled.stream()
                .mapToLong(one -> micro(one.pointsHigh()) - micro(one.pointsLow()))
                .sum();
        return new Gain(
                lack,
                settled.stream().map(Missing::criterion).toList(),
                micro / MICRO,
                place(entries, site, micro, 0, marginPoints),
                place(entries, site, 0, micro, marginPoints));
    }

    /** The site's place when its range is raised at the low end, or lowered at the high end. */
    private static @Nullable Place place(
            List<Ranking.Entry> entries, String site, long raised, long lowered, double marginPoints) {
        var others = entries.stream()
                .map(entry -> entry.site().equals(site)
                        ? new Ranking.Entry(site, entry.name(), moved(entry.verdict(), raised, lowered))
                        : entry)
                .toList();
        return Ranking.rank(others, marginPoints).stream()
                .filter(ranked -> ranked.site().equals(site))
                .findFirst()
                .map(Completeness::place)
                .orElse(null);
    }

    private static Verdict moved(Verdict verdict, long raised, long lowered) {
        return switch (verdict) {
            case Excluded excluded -> excluded;
            case Scored(double low, double high) ->
                new Scored((micro(low) + raised) / MICRO, (micro(high) - lowered) / MICRO);
        };
    }

    static @Nullable Place place(Ranking.RankedSite ranked) {
        var rank = ranked.rank();
        return rank != null && ranked.verdict() instanceof Scored(double low, double high)
                ? new Place(ranked.position(), rank.best(), rank.worst(), low, high)
                : null;
    }

    private static long micro(double points) {
        return Math.round(points * MICRO);
    }
}

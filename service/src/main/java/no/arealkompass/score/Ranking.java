package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import no.arealkompass.score.Verdict.Excluded;
import no.arealkompass.score.Verdict.Scored;
import org.jspecify.annotations.Nullable;

/**
 * Orders the sites of one purpose. Two sites can be told apart only when their ranges are farther from each other than
 * the strategy's margin; a difference below that is not a ranking.
 */
final class Ranking {

    private static final Comparator<Entry> ORDER = Comparator.comparingDouble((Entry entry) -> -middle(entry.verdict()))
            .thenComparing(Entry::name)
            .thenComparing(Entry::site);

    /** Scored verdicts, the highest end first. */
    private final List<Scored> byHigh;

    /** The same verdicts, the highest low end first. */
    private final List<Scored> byLow;

    private final double margin;

    private Ranking(List<Scored> scored, double margin) {
        this.byHigh = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::high).reversed())
                .toList();
        this.byLow = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::low).reversed())
                .toList();
        this.margin = margin;
    }

    /** A site to be ranked. */
    record Entry(String site, String name, Verdict verdict) {}

    /**
     * A site's place.
     *
     * @param position from 1, in the order of the list
     * @param rank what can be said of its rank; {@code null} for an excluded site
     */
    record RankedSite(
            String site,
            Verdict verdict,
            int position,
            @Nullable Rank rank) {}

    /**
     * What can be said of a rank.
     *
     * @param best from 1: one more than the number of sites that are certainly better
     * @param worst the number of sites that are not certainly worse, itself included
     * @param band from 1: sites in the same band are linked, neighbour by neighbour, by ranges that cannot be told apart
     */
    record Rank(int best, int worst, int band) {}

    /**
     * Scored sites by the middle of their range, best first, then by name and id; excluded sites last, by name and id.
     *
     * @param marginPoints points 0..100
     */
    static List<RankedSite> rank(List<Entry> entries, double marginPoints) {
        List<Entry> ordered = entries.stream().sorted(ORDER).toList();
        List<Scored> scored = new ArrayList<>();
        ordered.forEach(entry -> {
            if (entry.verdict() instanceof Scored one) {
                scored.add(one);
            }
        });
        Ranking ranking = new Ranking(scored, marginPoints);
        Map<Scored, Integer> bands = ranking.bands();
        List<RankedSite> ranked = new ArrayList<>();
        for (Entry entry : ordered) {
            Rank rank = switch (entry.verdict()) {
                case Excluded excluded -> null;
                case Scored own -> ranking.rank(own, bands.getOrDefault(own, 1));
            };
            ranked.add(new RankedSite(entry.site(), entry.verdict(), ranked.size() + 1, rank));
        }
        return ranked;
    }

    private Rank rank(Scored own, int band) {
        int better = countFirst(byLow, other -> certainlyBetter(other, own));
        int notWorse = countFirst(byHigh, other -> !certainlyBetter(own, other));
        return new Rank(better + 1, notWorse, band);
    }

    private boolean certainlyBetter(Scored a, Scored b) {
        return a.low() - b.high() > margin;
    }

    /** A new band begins wherever everything above lies farther up than the margin. */
    private Map<Scored, Integer> bands() {
        Map<Scored, Integer> bands = new HashMap<>();
        int band = 1;
        double lowest = Double.POSITIVE_INFINITY;
        for (Scored one : byHigh) {
            if (!bands.isEmpty() && lowest - one.high() > margin) {
                band++;
            }
            lowest = Math.min(lowest, one.low());
            bands.putIfAbsent(one, band);
        }
        return bands;
    }

    /** How many at the head of the list fulfil a condition that, once broken, stays broken; by halving. */
    private static int countFirst(List<Scored> list, Predicate<Scored> condition) {
        int from = 0;
        int to = list.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (condition.test(list.get(middle))) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double middle(Verdict verdict) {
        return switch (verdict) {
            case Scored(double low, double high) -> (low + high) / 2;
            case Excluded excluded -> -1;
        };
    }
}

package no.arealkompass.score;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether what is known of the sites is enough to say that one of them comes first: how often it does so under the one
 * set of weights that speaks most typically for it, only uncertain values being drawn.
 */
final class ConfidenceFactor {
    private final Contest contest;
    private final int draws;
    /** By site: the criteria whose values are uncertain, and the seeds of those. */
    private final int[][] uncertain;

    private final long[][] seeds;

    ConfidenceFactor(Contest contest, int draws, long seed) {
        this.contest = contest;
        this.draws = draws;
        this.uncertain = IntStream.range(0, contest.sites.size())
                .mapToObj(i -> IntStream.range(0, contest.criteria.size())
                        .filter(k -> !contest.doubts[k][i].isNone())
                        .toArray())
                .toArray(int[][]::new);
        this.seeds = IntStream.range(0, uncertain.length)
                .mapToObj(i -> IntStream.of(uncertain[i])
                        .mapToLong(k -> Contest.seed(seed, contest.sites.get(i), contest.criteria.get(k)))
                        .toArray())
                .toArray(long[][]::new);
    }

    /** A share of the draws. @param weights the central weights of the site */
    double of(int site, double[] weights) {
        double[] worst = points(weights, Doubt::lowest);
        double[] best = points(weights, Doubt::highest);
        // Most sites cannot come before this one whatever is drawn; those that may are asked strongest first.
        int[] rivals = IntStream.range(0, best.length)
                .filter(i -> i != site && best[i] >= worst[site])
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -(best[i] + worst[i]))
                        .thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        if (IntStream.of(rivals).anyMatch(i -> worst[i] > best[site])) {
            return 0;
        }
        double[] certain = points(weights, doubt -> doubt.isNone() ? doubt.start() : 0);
        int first = 0;
        for (int draw = 0; draw < draws; draw++) {
            first += isFirst(site, rivals, weights, certain, draw) ? 1 : 0;
        }
        return (double) first / draws;
    }

    private boolean isFirst(int site, int[] rivals, double[] weights, double[] certain, int draw) {
        double own = certain[site] + drawn(site, weights, draw);
        for (int rival : rivals) {
            if (certain[rival] + drawn(rival, weights, draw) > own) {
                return false;
            }
        }
        return true;
    }

    private double drawn(int site, double[] weights, int draw) {
        double points = 0;
        int[] criteria = uncertain[site];
        for (int j = 0; j < criteria.length; j++) {
            int k = criteria[j];
            points += weights[k] * contest.doubts[k][site].at(SplitMix.unit(seeds[site][j], draw));
        }
        return points;
    }

    private double[] points(double[] weights, ToDoubleFunction<Doubt> of) {
        double[] points = new double[contest.sites.size()];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < points.length; i++) {
                points[i] += weights[k] * of.applyAsDouble(contest.doubts[k][i]);
            }
        }
        return points;
    }
}

package no.arealkompass.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whether what is known of the sites is enough to say that one of them comes first: how often it does so under the one set
 * of weights that speaks most typically for it, only uncertain values being drawn.
 */
final class ConfidenceFactor {
    private final Contest contest;
    /** By site, then weight: the central weights; empty for a site that never comes first. */
    private final double[][] central;
    /** By site: those that may come before it under its central weights, the strongest first. */
    private final int[][] rivals;

    private final Values[] values;

    private ConfidenceFactor(Contest contest, double[][] central, long seed) {
        this.contest = contest;
        this.central = central;
        this.rivals = IntStream.range(0, central.length)
                .mapToObj(i -> central[i].length == 0 ? new int[0] : rivals(i))
                .toArray(int[][]::new);
        this.values = IntStream.range(0, central.length)
                .mapToObj(i -> new Values(contest, i, seed))
                .toArray(Values[]::new);
    }

    /**
     * By site: a share of the draws.
     *
     * @param central by site, then criterion; no weights for a site that never comes first
     */
    static double[] of(Contest contest, double[][] central, int draws, long seed) {
        return new ConfidenceFactor(contest, central, seed).of(draws);
    }

    private double[] of(int draws) {
        int[] candidates = IntStream.range(0, central.length)
                .filter(i -> central[i].length > 0)
                .toArray();
        int[] first = new int[central.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int candidate : candidates) {
                first[candidate] += isFirst(candidate, draw) ? 1 : 0;
            }
        }
        return Arrays.stream(first).mapToDouble(hits -> (double) hits / draws).toArray();
    }

    /** The values of one site; they are drawn when somebody asks, for most rivals are never asked. */
    private static final class Values {
        private final double[] values;
        private final int[] criteria;
        private final Doubt[] doubts;
        private final long[] seeds;
        private int drawn = -1;

        Values(Contest contest, int site, long seed) {
            this.values = Arrays.stream(contest.doubts)
                    .mapToDouble(of -> of[site].start())
                    .toArray();
            this.criteria = IntStream.range(0, values.length)
                    .filter(k -> !contest.doubts[k][site].isNone())
                    .toArray();
            this.doubts = IntStream.of(criteria)
                    .mapToObj(k -> contest.doubts[k][site])
                    .toArray(Doubt[]::new);
            this.seeds = IntStream.of(criteria)
                    .mapToLong(k -> Contest.seed(seed, contest.sites.get(site), contest.criteria.get(k)))
                    .toArray();
        }

        double[] of(int draw) {
            if (drawn != draw) {
                drawn = draw;
                for (int j = 0; j < criteria.length; j++) {
                    values[criteria[j]] = doubts[j].at(SplitMix.unit(seeds[j], draw));
                }
            }
            return values;
        }
    }

    private boolean isFirst(int site, int draw) {
        double own = points(central[site], values[site].of(draw));
        for (int rival : rivals[site]) {
            if (points(central[site], values[rival].of(draw)) > own) {
                return false;
            }
        }
        return true;
    }

    private static double points(double[] weights, double[] values) {
        double points = 0;
        for (int k = 0; k < weights.length; k++) {
            points += weights[k] * values[k];
        }
        return points;
    }

    /** Most sites cannot come before this one whatever is drawn. */
    private int[] rivals(int site) {
        double[] most = new double[central.length];
        double[] sum = new double[central.length];
        double least = 0;
        for (int k = 0; k < contest.criteria.size(); k++) {
            double weight = central[site][k];
            least += weight * contest.doubts[k][site].lowest();
            for (int i = 0; i < most.length; i++) {
                most[i] += weight * contest.doubts[k][i].highest();
                sum[i] += weight * (contest.doubts[k][i].highest() + contest.doubts[k][i].lowest());
            }
        }
        double enough = least;
        return IntStream.range(0, most.length)
                .filter(i -> i != site && most[i] >= enough)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -sum[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

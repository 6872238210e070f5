package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ranks a contest many times, with weights and uncertain values drawn anew each time, and counts (stochastic
 * multicriteria acceptability analysis, SMAA-2). Made for speed: arrays by criterion, so that the inner loops run over
 * sites; values that are certain are summed without drawing; a ranking is one sort of whole numbers. What it counts is
 * what {@link PlainAcceptability} counts.
 */
final class Acceptability {
    /** Points are compared in steps of 2^-42; what is nearer than that is equal. */
    private static final int STEPS = 42;

    /** So many bits are left for the number of a site. */
    private static final int SITE_BITS = 14;

    static final int MOST_SITES = 1 << SITE_BITS;

    private final Contest contest;
    private final long seed;
    private final int count;
    /** By criterion, then site: the utility, or where a straight line of them starts. */
    private final double[][] starts;

    private final List<Column> straight = new ArrayList<>();
    private final List<Bent> bent = new ArrayList<>();

    private final double[] sums;
    private final long[] keys;
    private final int[] places;

    /** The values of one criterion that are drawn from a straight line. */
    private record Column(int criterion, int[] site, double[] rise, long[] seed) {
        Column(int criterion, int size) {
            this(criterion, new int[size], new double[size], new long[size]);
        }
    }

    /** A value that is drawn from a line with a bend. */
    private record Bent(int criterion, int site, Doubt doubt, long seed) {}

    private Acceptability(Contest contest, long seed) {
        this.contest = contest;
        this.seed = seed;
        this.count = contest.sites.size();
        this.starts = new double[contest.criteria.size()][count];
        this.sums = new double[count];
        this.keys = new long[count];
        this.places = new int[count];
        for (int k = 0; k < starts.length; k++) {
            prepare(k);
        }
    }

    private void prepare(int k) {
        Doubt[] doubts = contest.doubts[k];
        int size = (int)
                Arrays.stream(doubts).filter(d -> d.isStraight() && !d.isNone()).count();
        var column = new Column(k, size);
        int filled = 0;
        for (int i = 0; i < count; i++) {
            long own = Contest.seed(seed, contest.sites.get(i), contest.criteria.get(k));
            if (doubts[i].isNone()) {
                starts[k][i] = doubts[i].start();
            } else if (doubts[i].isStraight()) {
                starts[k][i] = doubts[i].start();
                column.site()[filled] = i;
                column.rise()[filled] = doubts[i].rise();
                column.seed()[filled++] = own;
            } else {
                bent.add(new Bent(k, i, doubts[i], own));
            }
        }
        if (size > 0) {
            straight.add(column);
        }
    }

    /** What was counted over all draws. */
    static final class Counts {
        /** By site, then place from 0: how often. */
        final int[][] at;
        /** By site: how often it came before the next one. */
        final int[] beforeNext;
        /** By site, then criterion: the weights that put it first, added up. */
        final double[][] first;

        Counts(int sites, int criteria) {
            this.at = new int[sites][sites];
            this.beforeNext = new int[sites];
            this.first = new double[sites][criteria];
        }
    }

    /** Ranks the contest so many times; the same seed gives the same counts. */
    static Counts count(Contest contest, int draws, long seed) {
        var counts = new Counts(contest.sites.size(), contest.criteria.size());
        var one = new Acceptability(contest, seed);
        var weights = new WeightDraws(contest.weights, contest.low, contest.high, seed);
        long ties = SplitMix.seed(seed, "ties");
        for (int draw = 0; draw < draws; draw++) {
            double[] drawn = weights.next();
            one.add(drawn, draw);
            one.rank((int) (SplitMix.at(ties, draw) >>> (64 - SITE_BITS)));
            one.note(counts, drawn);
        }
        return counts;
    }

    /** Adds up every site's points. */
    private void add(double[] weights, int draw) {
        Arrays.fill(sums, 0);
        for (int k = 0; k < weights.length; k++) {
            double weight = weights[k];
            double[] start = starts[k];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * start[i];
            }
        }
        for (Column column : straight) {
            double weight = weights[column.criterion()];
            int[] site = column.site();
            double[] rise = column.rise();
            long[] own = column.seed();
            for (int j = 0; j < site.length; j++) {
                sums[site[j]] += weight * rise[j] * SplitMix.unit(own[j], draw);
            }
        }
        for (Bent one : bent) {
            sums[one.site()] += weights[one.criterion()] * one.doubt().at(SplitMix.unit(one.seed(), draw));
        }
    }

    /** @param tie turns the order of sites with equal points round at random, two of them with even chances */
    private void rank(int tie) {
        for (int i = 0; i < count; i++) {
            keys[i] = key(sums[i], i, tie);
        }
        Arrays.sort(keys);
        for (int place = 0; place < count; place++) {
            places[site(keys[count - 1 - place], tie)] = place;
        }
    }

    /** Larger for more points; points and number of a site in one whole number, which sorts faster than an object. */
    static long key(double points, int site, int tie) {
        return ((long) (points * (1L << STEPS)) << SITE_BITS) | (site ^ tie);
    }

    static int site(long key, int tie) {
        return (int) (key & (MOST_SITES - 1)) ^ tie;
    }

    private void note(Counts counts, double[] weights) {
        for (int i = 0; i < count; i++) {
            counts.at[i][places[i]]++;
            if (i + 1 < count && places[i] < places[i + 1]) {
                counts.beforeNext[i]++;
            }
            if (places[i] == 0) {
                for (int k = 0; k < weights.length; k++) {
                    counts.first[i][k] += weights[k];
                }
            }
        }
    }
}

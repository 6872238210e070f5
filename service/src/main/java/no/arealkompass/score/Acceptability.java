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
    /** Points are compared in steps of 2^-28, four thousand-millionths; what is nearer than that is equal. */
    private static final int STEPS = 28;

    /** So many bits of a lot decide between sites with equal points … */
    private static final int LOT_BITS = 15;

    /** … and so many are left for the number of the site. */
    private static final int SITE_BITS = 13;

    static final int MOST_SITES = 1 << SITE_BITS;

    private final Contest contest;
    private final long seed;
    private final int count;
    /** By criterion, then site: the utility, or where the line of what it may be starts. */
    private final double[][] starts;

    private final List<Column> columns = new ArrayList<>();

    /** By site: the seed of its lots. */
    private final long[] lots;

    private final double[] sums;
    private final long[] keys;
    private final int[] places;

    /** What is drawn for one criterion: every turn of the lines of its uncertain values. */
    private static final class Column {
        private final int criterion;
        private final int[] site;
        private final double[] from;
        private final double[] rise;
        private final long[] seed;

        Column(int criterion, int size) {
            this.criterion = criterion;
            this.site = new int[size];
            this.from = new double[size];
            this.rise = new double[size];
            this.seed = new long[size];
        }
    }

    private Acceptability(Contest contest, long seed) {
        this.contest = contest;
        this.seed = seed;
        this.count = contest.sites.size();
        this.starts = new double[contest.criteria.size()][count];
        this.lots = contest.sites.stream()
                .mapToLong(site -> SplitMix.seed(seed, site))
                .toArray();
        this.sums = new double[count];
        this.keys = new long[count];
        this.places = new int[count];
        for (int k = 0; k < starts.length; k++) {
            prepare(k);
        }
    }

    private void prepare(int k) {
        Doubt[] doubts = contest.doubts[k];
        var column = new Column(k, Arrays.stream(doubts).mapToInt(Doubt::turns).sum());
        int filled = 0;
        for (int i = 0; i < count; i++) {
            starts[k][i] = doubts[i].start();
            for (int turn = 0; turn < doubts[i].turns(); turn++) {
                column.site[filled] = i;
                column.from[filled] = doubts[i].from(turn);
                column.rise[filled] = doubts[i].rise(turn);
                column.seed[filled++] = Contest.seed(seed, contest.sites.get(i), contest.criteria.get(k));
            }
        }
        columns.add(column);
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
        for (int draw = 0; draw < draws; draw++) {
            double[] drawn = weights.next();
            one.add(drawn, draw);
            one.rank(draw);
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
        for (Column column : columns) {
            double weight = weights[column.criterion];
            int[] site = column.site;
            double[] from = column.from;
            double[] rise = column.rise;
            long[] own = column.seed;
            for (int j = 0; j < site.length; j++) {
                double beyond = SplitMix.unit(own[j], draw) - from[j];
                if (beyond > 0) {
                    sums[site[j]] += weight * rise[j] * beyond;
                }
            }
        }
    }

    private void rank(int draw) {
        for (int i = 0; i < count; i++) {
            keys[i] = key(sums[i], lots[i], draw, i);
        }
        Arrays.sort(keys);
        for (int place = 0; place < count; place++) {
            places[(int) (keys[count - 1 - place] & (MOST_SITES - 1))] = place;
        }
    }

    /**
     * Larger for more points, and by lot where they are equal: points, lot and number of a site in one whole number, which
     * sorts faster than an object.
     */
    static long key(double points, long lots, int draw, int site) {
        long steps = (long) (points * (1L << STEPS));
        long lot = SplitMix.at(lots, draw) >>> (64 - LOT_BITS);
        return (steps << LOT_BITS | lot) << SITE_BITS | site;
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

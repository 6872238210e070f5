package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.arealkompass.score.Certificate.Next;
import no.arealkompass.score.Certificate.Rank;
import no.arealkompass.score.Certificate.Site;
import no.arealkompass.score.Precision.Band;

/** Makes the entries of a certificate's sites, in ranking order, out of what was counted. */
final class CertifiedSites {
    private final List<Matrix.Row> rows;
    private final int[] points;
    private final Contest contest;
    private final Acceptability.Counts counts;
    private final int draws;
    private final long seed;

    CertifiedSites(
            List<Matrix.Row> rows, int[] points, Contest contest, Acceptability.Counts counts, int draws, long seed) {
        this.rows = rows;
        this.points = points;
        this.contest = contest;
        this.counts = counts;
        this.draws = draws;
        this.seed = seed;
    }

    /** Neighbours are told apart from this probability on. */
    private static final double TOLD_APART = 0.95;

    List<Site> all() {
        var sites = new ArrayList<Site>();
        double[][] central =
                IntStream.range(0, rows.size()).mapToObj(this::central).toArray(double[][]::new);
        double[] factors = ConfidenceFactor.of(contest, central, draws, seed);
        int group = 1;
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && counts.beforeNext[i - 1] >= TOLD_APART * draws) {
                group++;
            }
            sites.add(site(i, group, central[i], factors[i]));
        }
        return sites;
    }

    private Site site(int i, int group, double[] central, double factor) {
        var row = rows.get(i);
        var verdict = (Verdict.Scored) row.verdict(points);
        int[] at = counts.at[i];
        boolean everFirst = at[0] > 0;
        return new Site(
                row.site(),
                row.name(),
                i + 1,
                verdict.low(),
                verdict.high(),
                group,
                likeliest(at),
                expected(at),
                quantile(at, 0.025),
                quantile(at, 0.975),
                ranks(at),
                everFirst ? named(central) : null,
                everFirst ? Precision.rounded(factor) : null,
                i + 1 < rows.size() ? next(i) : null);
    }

    /** The mean of the weights that put a site first; empty when none does. */
    private double[] central(int i) {
        double[] central = counts.at[i][0] > 0 ? counts.first[i].clone() : new double[0];
        for (int k = 0; k < central.length; k++) {
            central[k] /= counts.at[i][0];
        }
        return central;
    }

    private SortedMap<String, Double> named(double[] central) {
        var named = new TreeMap<String, Double>();
        for (int k = 0; k < central.length; k++) {
            named.put(contest.criteria.get(k), Precision.rounded(central[k]));
        }
        return named;
    }

    private static int likeliest(int[] at) {
        int likeliest = 0;
        for (int place = 1; place < at.length; place++) {
            likeliest = at[place] > at[likeliest] ? place : likeliest;
        }
        return likeliest + 1;
    }

    private double expected(int[] at) {
        long sum = 0;
        for (int place = 0; place < at.length; place++) {
            sum += (long) at[place] * (place + 1);
        }
        return Precision.rounded((double) sum / draws);
    }

    private int quantile(int[] at, double share) {
        long sum = 0;
        int place = 0;
        while (place < at.length - 1 && sum + at[place] < share * draws) {
            sum += at[place++];
        }
        return place + 1;
    }

    private List<Rank> ranks(int[] at) {
        var ranks = new ArrayList<Rank>();
        for (int place = 0; place < at.length; place++) {
            if (at[place] > 0) {
                var band = Band.of(at[place], draws);
                ranks.add(new Rank(place + 1, Precision.rounded((double) at[place] / draws), band.low(), band.high()));
            }
        }
        return ranks;
    }

    private Next next(int i) {
        double[] ahead = new double[points.length];
        for (int k = 0; k < ahead.length; k++) {
            ahead[k] = rows.get(i).cells().get(k).middle()
                    - rows.get(i + 1).cells().get(k).middle();
        }
        var band = Band.of(counts.beforeNext[i], draws);
        return new Next(
                rows.get(i + 1).site(),
                Precision.rounded((double) counts.beforeNext[i] / draws),
                band.low(),
                band.high(),
                Swap.equal(contest.weights, ahead),
                Swap.smallest(contest.criteria, contest.weights, ahead));
    }
}

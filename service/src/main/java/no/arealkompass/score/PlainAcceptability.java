package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The same as {@link Acceptability} written down as it is thought: what it is measured and tested against. */
final class PlainAcceptability {
    private PlainAcceptability() {}

    private record Placed(int site, long key) {}

    static Acceptability.Counts count(Contest contest, int draws, long seed) {
        var counts = new Acceptability.Counts(contest.sites.size(), contest.criteria.size());
        var weights = new WeightDraws(contest.weights, contest.low, contest.high, seed);
        for (int draw = 0; draw < draws; draw++) {
            double[] drawn = weights.next();
            List<Placed> ranking = new ArrayList<>();
            for (int site = 0; site < contest.sites.size(); site++) {
                double points = points(contest, drawn, site, draw, seed);
                long lots = SplitMix.seed(seed, contest.sites.get(site));
                ranking.add(new Placed(site, Acceptability.key(points, lots, draw, site)));
            }
            ranking.sort(Comparator.comparingLong(Placed::key).reversed());
            note(counts, ranking.stream().map(Placed::site).toList(), drawn);
        }
        return counts;
    }

    private static double points(Contest contest, double[] weights, int site, int draw, long seed) {
        double points = 0;
        for (int k = 0; k < weights.length; k++) {
            long own = Contest.seed(seed, contest.sites.get(site), contest.criteria.get(k));
            points += weights[k] * contest.doubts[k][site].at(SplitMix.unit(own, draw));
        }
        return points;
    }

    private static void note(Acceptability.Counts counts, List<Integer> ranking, double[] weights) {
        int first = ranking.getFirst();
        for (int k = 0; k < weights.length; k++) {
            counts.first[first][k] += weights[k];
        }
        for (int site = 0; site < ranking.size(); site++) {
            int place = ranking.indexOf(site);
            counts.at[site][place]++;
            if (site + 1 < ranking.size() && place < ranking.indexOf(site + 1)) {
                counts.beforeNext[site]++;
            }
        }
    }
}

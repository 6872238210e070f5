package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import no.arealkompass.score.Matrix.Cell;
import no.arealkompass.score.Precision.Band;
import no.arealkompass.strategy.Metric;
import org.jspecify.annotations.Nullable;

/**
 * How sure a ranking is: what would come out under all the weights that may be discussed and all that the measurements may
 * be. As it is sent; the order of the keys is the order written here.
 *
 * @param adopted whether the weights are the strategy's own
 * @param draws how often the sites were ranked
 * @param errorWanted the largest error a probability may have with 95 % confidence, as a share; it decides the draws
 * @param error95 the largest error with these draws
 * @param neverHigh a place that was never drawn has at most this probability, with 95 % confidence
 * @param weights the chosen ones, and between what they were drawn
 * @param rangesStated how many of the drawn ranges the strategy states itself
 * @param measurements what was taken as uncertain, and what not
 */
record Certificate(
        UUID run,
        String purpose,
        boolean adopted,
        String spread,
        long seed,
        int draws,
        double errorWanted,
        double error95,
        double neverHigh,
        String generator,
        int method,
        int rangesStated,
        List<Weight> weights,
        List<Taken> measurements,
        List<Site> sites,
        List<Excluded> excluded) {

    /** Changes whenever the same seed gives other numbers than before. */
    private static final int METHOD = 1;

    record Weight(String criterion, int points, double low, double high) {}

    /**
     * How the values of one criterion were taken.
     *
     * @param metric kind of the question, which says why certain values are taken as certain
     * @param missing sites whose value is missing: anything the utility allows
     * @param uncertain sites whose length may be off
     * @param certain sites whose value is taken as it was found
     * @param most the most a length may be off, in the criterion's unit
     */
    record Taken(String criterion, String metric, int missing, int uncertain, int certain, double most) {}

    /**
     * What was drawn for one site.
     *
     * @param position in the ranking by the chosen weights
     * @param group sites with the same number are linked, neighbour by neighbour, by a probability under 95 %
     * @param likeliest its most probable rank
     * @param from 95 of 100 draws give a rank from here …
     * @param to … to here
     * @param ranks every rank it was ever given, the best first
     * @param central the mean of the weights that put it first; null when none does
     * @param factor how often it comes first under those weights
     * @param next how it stands to the next one; null for the last
     */
    record Site(
            String site,
            String name,
            int position,
            double low,
            double high,
            int group,
            int likeliest,
            double expected,
            int from,
            int to,
            List<Rank> ranks,
            @Nullable SortedMap<String, Double> central,
            @Nullable Double factor,
            @Nullable Next next) {}

    record Rank(int rank, double probability, double low, double high) {}

    /**
     * A site and the next one.
     *
     * @param before probability that the site comes before it
     * @param equal whether they have the same points now, so that the name decides
     * @param swap null when no single weight changes their places
     */
    record Next(
            String site,
            double before,
            double low,
            double high,
            boolean equal,
            @Nullable Swap swap) {}

    record Excluded(String site, String name, List<String> by) {}

    /** @throws IllegalArgumentException when there are too many sites to be ranked so often */
    static Certificate of(Matrix matrix, Map<String, Integer> weights, Spread spread, long seed, int draws) {
        int[] points = matrix.points(weights);
        var ordered = matrix.ordered(weights);
        var rows = ordered.stream().filter(row -> row.excludedBy().isEmpty()).toList();
        if (rows.size() > Acceptability.MOST_SITES) {
            throw new IllegalArgumentException("Too many sites: " + rows.size());
        }
        var contest = Contest.of(matrix, rows, points, spread);
        var counts = Acceptability.count(contest, draws, seed);
        return new Certificate(
                matrix.run(),
                matrix.purpose().id(),
                matrix.purpose().weights().equals(weights),
                RunDocument.name(spread),
                seed,
                draws,
                Precision.WANTED,
                Precision.rounded(Precision.error(draws)),
                Band.of(0, draws).high(),
                SplitMix.NAME,
                METHOD,
                spread == Spread.STATED ? matrix.purpose().ranges().size() : 0,
                drawnFrom(contest, points),
                taken(matrix, rows),
                new CertifiedSites(rows, points, contest, counts, draws, seed).all(),
                ordered.stream()
                        .filter(row -> !row.excludedBy().isEmpty())
                        .map(row -> new Excluded(row.site(), row.name(), row.excludedBy()))
                        .toList());
    }

    private static List<Weight> drawnFrom(Contest contest, int[] points) {
        var weights = new ArrayList<Weight>();
        for (int k = 0; k < points.length; k++) {
            weights.add(new Weight(contest.criteria.get(k), points[k], contest.low[k], contest.high[k]));
        }
        return weights;
    }

    private static List<Taken> taken(Matrix matrix, List<Matrix.Row> rows) {
        var taken = new ArrayList<Taken>();
        for (int k = 0; k < matrix.criteria().size(); k++) {
            String criterion = matrix.criteria().get(k);
            int missing = 0;
            int uncertain = 0;
            double most = 0;
            for (Matrix.Row row : rows) {
                Cell cell = row.cells().get(k);
                missing += cell.lack() == null ? 0 : 1;
                uncertain += cell.off() > 0 ? 1 : 0;
                most = Math.max(most, cell.off());
            }
            Metric metric = matrix.strategy().criterion(criterion).metric();
            taken.add(new Taken(criterion, metric.kind(), missing, uncertain, rows.size() - missing - uncertain, most));
        }
        return taken;
    }
}

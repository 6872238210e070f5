package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import no.arealkompass.strategy.Utility;

/**
 * Sites that are to be ranked many times over: what is known of each of them, and where the weights are drawn from. The
 * sites are in the order that the middles of their ranges give, which is the order of the ranking.
 */
final class Contest {
    final List<String> sites;
    final List<String> criteria;
    /** By criterion, then site. */
    final Doubt[][] doubts;

    final double[] weights;
    final double[] low;
    final double[] high;

    Contest(
            List<String> sites,
            List<String> criteria,
            Doubt[][] doubts,
            double[] weights,
            double[] low,
            double[] high) {
        this.sites = List.copyOf(sites);
        this.criteria = List.copyOf(criteria);
        this.doubts = doubts;
        this.weights = weights;
        this.low = low;
        this.high = high;
    }

    /**
     * The scored sites of a matrix.
     *
     * @param rows in the order of the ranking by these weights
     */
    static Contest of(Matrix matrix, List<Matrix.Row> rows, int[] points, Spread spread) {
        int count = points.length;
        var doubts = new Doubt[count][rows.size()];
        double[] weights = new double[count];
        double[] low = new double[count];
        double[] high = new double[count];
        for (int k = 0; k < count; k++) {
            String criterion = matrix.criteria().get(k);
            double[] limits =
                    spread.limits(criterion, points[k], matrix.purpose().ranges());
            weights[k] = points[k];
            low[k] = limits[0];
            high[k] = limits[1];
            for (int i = 0; i < rows.size(); i++) {
                doubts[k][i] = doubt(matrix, criterion, rows.get(i).cells().get(k));
            }
        }
        var sites = new ArrayList<String>();
        rows.forEach(row -> sites.add(row.site()));
        return new Contest(sites, matrix.criteria(), doubts, weights, low, high);
    }

    /** A missing value may be anything; a length may be off by what data and outline may be off; the rest is certain. */
    static Doubt doubt(Matrix matrix, String criterion, Matrix.Cell cell) {
        if (cell.lack() != null) {
            return Doubt.between(cell.uLow(), cell.uHigh());
        }
        return cell.off() > 0 && matrix.strategy().criterion(criterion).utility() instanceof Utility.Linear linear
                ? Doubt.around(linear, cell.amount(), cell.off())
                : Doubt.none(cell.uLow());
    }

    /** The seed of what is drawn for one value: of its own, so that no other site or criterion changes it. */
    static long seed(long seed, String site, String criterion) {
        return SplitMix.seed(seed, site + "\n" + criterion);
    }
}

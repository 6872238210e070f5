package no.arealkompass.score;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import no.arealkompass.strategy.Utility.Linear;
import no.arealkompass.strategy.Utility.Point;

/** Certificates of made-up sites, for the benchmark: as the service counts, and as it is thought. */
public final class CertificateBench {
    private static final Linear CURVE = new Linear(List.of(new Point(0, 1), new Point(1000, 0.4), new Point(5000, 0)));

    private final Contest contest;

    /**
     * @param missing share of the values that are missing
     * @param uncertain share of the values that are lengths which may be off
     */
    public CertificateBench(int sites, int criteria, double missing, double uncertain, long seed) {
        var random = new Random(seed);
        var doubts = new Doubt[criteria][sites];
        for (Doubt[] row : doubts) {
            for (int i = 0; i < sites; i++) {
                double which = random.nextDouble();
                row[i] = which < missing
                        ? Doubt.between(0, 1)
                        : which < missing + uncertain
                                ? Doubt.around(CURVE, random.nextDouble() * 5000, 250)
                                : Doubt.none(random.nextDouble());
            }
        }
        double[] weights = new double[criteria];
        Arrays.fill(weights, 100.0 / criteria);
        this.contest = new Contest(
                names("site", sites),
                names("criterion", criteria),
                doubts,
                weights,
                scaled(weights, 0.75),
                scaled(weights, 1.25));
    }

    private static List<String> names(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    private static double[] scaled(double[] weights, double factor) {
        return Arrays.stream(weights).map(w -> w * factor).toArray();
    }

    public static int draws() {
        return Precision.DRAWS;
    }

    /** How often each site got each place. */
    public int[][] service(int draws) {
        return Acceptability.count(contest, draws, 1).at;
    }

    /** The same. */
    public int[][] plain(int draws) {
        return PlainAcceptability.count(contest, draws, 1).at;
    }

    /** How sure each site that was ever first is to be so under the weights that speak most for it. */
    public double factors(int draws) {
        var counts = Acceptability.count(contest, draws, 1);
        double[][] central = new double[contest.sites.size()][];
        for (int i = 0; i < central.length; i++) {
            int first = counts.at[i][0];
            central[i] = first > 0 ? scaled(counts.first[i], 1.0 / first) : new double[0];
        }
        return Arrays.stream(ConfidenceFactor.of(contest, central, draws, 1)).sum();
    }
}

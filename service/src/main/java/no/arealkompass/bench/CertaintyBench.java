package no.arealkompass.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import no.arealkompass.measure.Measured;
import no.arealkompass.score.CertificateBench;
import no.arealkompass.score.WeighBench;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Strategy;

/** Ranking the same sites by other weights, once and ten thousand times, beside the obvious way to do it. */
final class CertaintyBench {
    private static final int SITES = 300;
    private static final int CRITERIA = 25;
    /** The plain way is too slow for all draws; its time is scaled up, its counts are compared draw by draw. */
    private static final int PLAIN_SHARE = 10;

    private final Cpu plain = new Cpu();
    private final Cpu service = new Cpu();
    private double apart;

    /** Processor time of one thread: what one core needs, whatever else the machine does. */
    private static final class Cpu {
        private final List<Double> seconds = new ArrayList<>();

        <T> T time(Supplier<T> work) {
            var thread = ManagementFactory.getThreadMXBean();
            long start = thread.getCurrentThreadCpuTime();
            T result = work.get();
            seconds.add((thread.getCurrentThreadCpuTime() - start) / 1e9);
            return result;
        }

        double median() {
            var sorted = seconds.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    /** Ranks all sites anew: from their measurements, and from their utilities. */
    void weigh(Strategy strategy, Map<Long, Map<Metric, Measured>> measured) {
        var weighing = new WeighBench(strategy, measured);
        List<Double> a = plain.time(weighing::plain);
        List<Double> b = service.time(weighing::service);
        for (int i = 0; i < a.size(); i++) {
            apart = Math.max(apart, Math.abs(a.get(i) - b.get(i)));
        }
    }

    void print(int sites, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%nranking %d sites by other weights, seconds of processor time: judging anew %.3f, from utilities %.3f, largest difference %.1e%n",
                sites,
                plain.median(),
                service.median(),
                apart);
    }

    /** Counts and prints; true when both ways count the same. */
    static boolean ofMadeUpSites(Options options, PrintStream out) {
        int draws = options.draws();
        int repeat = options.repeat();
        out.printf(
                Locale.ROOT,
                "%nrank certificate, %d sites, %d criteria, %d draws: seconds of processor time of one thread, medians of %d%n",
                SITES,
                CRITERIA,
                draws,
                repeat);
        out.printf("%-44s %8s %8s %9s   %s%n", "", "plain", "ranking", "all of it", "largest difference");
        boolean agree = true;
        agree &= line("all values certain", new CertificateBench(SITES, CRITERIA, 0, 0, 1), draws, repeat, out);
        agree &= line(
                "20 % missing, 15 % uncertain lengths",
                new CertificateBench(SITES, CRITERIA, 0.2, 0.15, 1), draws, repeat, out);
        agree &= line("all values missing", new CertificateBench(SITES, CRITERIA, 1, 0, 1), draws, repeat, out);
        return agree;
    }

    private static boolean line(String name, CertificateBench bench, int draws, int repeat, PrintStream out) {
        Cpu plain = new Cpu();
        Cpu ranking = new Cpu();
        Cpu all = new Cpu();
        int some = Math.max(1, draws / PLAIN_SHARE);
        bench.factors(draws); // the first time everything is compiled, and counts for nobody
        double apart = 0;
        for (int i = 0; i < repeat; i++) {
            int[][] a = plain.time(() -> bench.plain(some));
            int[][] b = bench.service(some);
            apart = Math.max(apart, apart(a, b) / (double) some);
            ranking.time(() -> bench.service(draws));
            all.time(() -> bench.factors(draws));
        }
        out.printf(
                Locale.ROOT,
                "%-44s %8.2f %8.3f %9.3f   %.1e%n",
                name,
                plain.median() * draws / some,
                ranking.median(),
                all.median(),
                apart);
        return apart == 0;
    }

    private static int apart(int[][] a, int[][] b) {
        int apart = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                apart = Math.max(apart, Math.abs(a[i][j] - b[i][j]));
            }
        }
        return apart;
    }
}

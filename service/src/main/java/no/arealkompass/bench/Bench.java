package no.arealkompass.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.measure.Measurer;
import no.arealkompass.score.JudgeBench;
import no.arealkompass.strategy.Metric;
import org.springframework.stereotype.Component;

/**
 * Measures measuring and judging. The service and two SQL versions answer the same questions in turn (A B C A B C …), and
 * the medians are printed as microseconds per site and criterion, with how far the answers lie apart.
 */
@Component
public class Bench {
    private final RegionBench region;
    private final Measurer measurer;
    private final PlanBench plans;

    Bench(RegionBench region, Measurer measurer, PlanBench plans) {
        this.region = region;
        this.measurer = measurer;
        this.plans = plans;
    }

    /**
     * @param ratio service to tuned: the median over the rounds, for what else the machine does changes from round to round
     * @param apartMax the largest difference between the service's answers and the rivals'
     */
    record Line(
            Question question,
            double plainMicros,
            double tunedMicros,
            double serviceMicros,
            double ratio,
            double apartMax) {}

    /** Wall-clock times of one contestant, in nanoseconds. */
    private static final class Times {
        private final List<Long> nanos = new ArrayList<>();

        <T> T time(Supplier<T> work) {
            long start = System.nanoTime();
            T result = work.get();
            nanos.add(System.nanoTime() - start);
            return result;
        }

        double medianMicros(long of) {
            return median(nanos.stream().map(Long::doubleValue).toList()) / 1000 / of;
        }

        double ratioTo(Times other) {
            return median(IntStream.range(0, nanos.size())
                    .mapToObj(i -> (double) nanos.get(i) / other.nanos.get(i))
                    .toList());
        }

        private static double median(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }
    }

    /**
     * Makes the region and prints the figures.
     *
     * @param words options, see the first line printed
     * @return 0 when all answers agree, 1 otherwise
     * @throws IllegalArgumentException when a word is no option
     * @throws IllegalStateException when the database was not made for this: everything in it would be deleted
     */
    public int run(List<String> words, PrintStream out) {
        Options options = Options.read(words);
        List<Line> lines = compare(options, out);
        boolean sure = CertaintyBench.ofMadeUpSites(options, out);
        boolean agree = plans.run(options, out)
                && sure
                && lines.stream()
                        .allMatch(line -> line.apartMax() <= line.question().tolerance());
        out.println(agree ? "All answers agree." : "THE ANSWERS DO NOT AGREE.");
        return agree ? 0 : 1;
    }

    List<Line> compare(Options options, PrintStream out) {
        if (!region.mayBeEmptied()) {
            throw new IllegalStateException("The benchmark empties its database. Run it with: areal bench");
        }
        out.println(options);
        out.printf(
                "%s %s, Java %s, %d processors%n",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        out.println("Making the region …");
        region.make(options);
        out.println(region.database());
        out.println(region.size());
        out.printf("%nµs per site and criterion, medians of %d%n", options.repeat());
        out.printf("%-30s %9s %9s %9s %8s   %s%n", "", "plain", "tuned", "service", "to tuned", "largest difference");
        List<Line> lines = new ArrayList<>();
        for (Question question : Question.all()) {
            Line line = compare(question, options.repeat());
            print(out, line.question().name(), line);
            lines.add(line);
        }
        print(out, "mean, asked one by one", mean(lines));
        together(options.repeat(), mean(lines), out);
        return lines;
    }

    private Line compare(Question question, int repeat) {
        List<Long> sites = region.sites();
        Set<Long> some = region.someSites();
        var versions = region.versions();
        var metric = List.of(question.metric());
        Times plain = new Times();
        Times tuned = new Times();
        Times service = new Times();
        // The first time everything is read from disk and compiled, and counts for nobody.
        region.onEqualTerms(() -> region.answers(question.tuned()));
        region.onEqualTerms(() -> measurer.measureAfresh(sites, metric, versions));
        double apart = 0;
        for (int i = 0; i < repeat; i++) {
            var a = plain.time(() -> region.onEqualTerms(() -> region.answers(question.plain())));
            var b = tuned.time(() -> region.onEqualTerms(() -> region.answers(question.tuned())));
            var c = service.time(() -> region.onEqualTerms(() -> measurer.measureAfresh(sites, metric, versions)));
            var found = numbers(c, question.metric());
            apart = Math.max(apart, Math.max(apart(a, found, some), apart(b, found, found.keySet())));
        }
        return new Line(
                question,
                plain.medianMicros(some.size()),
                tuned.medianMicros(sites.size()),
                service.medianMicros(sites.size()),
                service.ratioTo(tuned),
                apart);
    }

    /** All criteria in one call, as a run asks them; storing the answers; and judging them. */
    private void together(int repeat, Line rivals, PrintStream out) {
        List<Long> sites = region.sites();
        var versions = region.versions();
        List<Metric> metrics = Question.all().stream().map(Question::metric).toList();
        var strategy = BenchStrategy.of(metrics);
        Times measuring = new Times();
        Times storing = new Times();
        Times recalling = new Times();
        Times judging = new Times();
        var weighing = new CertaintyBench();
        for (int i = 0; i < repeat; i++) {
            var measured =
                    measuring.time(() -> region.onEqualTerms(() -> measurer.measureAfresh(sites, metrics, versions)));
            region.forgetMeasured();
            storing.time(() -> region.onEqualTerms(() -> measurer.measure(sites, metrics, versions)));
            recalling.time(() -> measurer.measure(sites, metrics, versions));
            judging.time(() -> JudgeBench.judge(strategy, measured.values()));
            weighing.weigh(strategy, measured);
        }
        long of = (long) sites.size() * metrics.size();
        double together = measuring.medianMicros(of);
        double tuned = rivals.tunedMicros();
        out.printf(
                Locale.ROOT, "%-30s %9s %9.1f %9.1f %8.2f%n", "all in one call", "", tuned, together, together / tuned);
        out.printf(Locale.ROOT, "%-30s %29.1f%n", "storing the answers, more", storing.medianMicros(of) - together);
        out.printf(Locale.ROOT, "%-30s %29.1f%n", "reading stored answers", recalling.medianMicros(of));
        out.printf(Locale.ROOT, "%-30s %29.2f%n", "judging", judging.medianMicros(of));
        weighing.print(sites.size(), out);
    }

    private static Line mean(List<Line> lines) {
        double tuned = lines.stream().mapToDouble(Line::tunedMicros).average().orElseThrow();
        double service =
                lines.stream().mapToDouble(Line::serviceMicros).average().orElseThrow();
        return new Line(
                lines.getFirst().question(),
                lines.stream().mapToDouble(Line::plainMicros).average().orElseThrow(),
                tuned,
                service,
                service / tuned,
                lines.stream().mapToDouble(Line::apartMax).max().orElseThrow());
    }

    private static void print(PrintStream out, String name, Line line) {
        out.printf(
                Locale.ROOT,
                "%-30s %9.1f %9.1f %9.1f %8.2f   %.1e%n",
                name,
                line.plainMicros(),
                line.tunedMicros(),
                line.serviceMicros(),
                line.ratio(),
                line.apartMax());
    }

    private static double apart(Map<Long, Double> rival, Map<Long, Double> service, Set<Long> sites) {
        return sites.stream()
                .mapToDouble(site -> Math.abs(rival.getOrDefault(site, 0.0) - service.getOrDefault(site, 0.0)))
                .max()
                .orElse(0);
    }

    /** A class as its place in the list of hazards, none as 0. A missing answer agrees with nothing. */
    private static Map<Long, Double> numbers(Map<Long, Map<Metric, Measured>> measured, Metric metric) {
        Map<Long, Double> numbers = new HashMap<>();
        measured.forEach((site, of) -> numbers.put(
                site,
                switch (Objects.requireNonNull(of.get(metric)).found()) {
                    case Amount amount -> amount.value();
                    case Category category -> Question.HAZARDS.indexOf(category.value()) + 1.0;
                    case NotCovered none -> none.reason() == Reason.TOO_FAR ? 0 : Double.POSITIVE_INFINITY;
                }));
        return numbers;
    }
}

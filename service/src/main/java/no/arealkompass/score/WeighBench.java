package no.arealkompass.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.score.Completeness.Lack;
import no.arealkompass.score.Matrix.Cell;
import no.arealkompass.score.Matrix.Row;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Strategy;

/** Ranking many sites by other weights, for the benchmark: from the utilities, and by judging everything anew. */
public final class WeighBench {
    private final Strategy strategy;
    private final Purpose purpose;
    private final Map<String, Map<Metric, Measured>> sites = new TreeMap<>();
    private final Matrix matrix;

    /** @param measured what was measured at each site */
    public WeighBench(Strategy strategy, Map<Long, Map<Metric, Measured>> measured) {
        this.strategy = strategy;
        this.purpose = strategy.purposes().getFirst();
        measured.forEach((site, answers) -> sites.put(String.valueOf(site), answers));
        this.matrix = matrix(strategy, purpose, sites);
    }

    /** The points of all sites, the best first. */
    public List<Double> service() {
        return matrix.ranking(purpose.weights()).stream()
                .map(RunDocument.Ranked::low)
                .toList();
    }

    /** The same. */
    public List<Double> plain() {
        var entries = new ArrayList<Ranking.Entry>();
        sites.forEach((site, measured) -> entries.add(new Ranking.Entry(
                site, site, Judge.judge(strategy, purpose, false, measured).verdict())));
        return Ranking.rank(entries, strategy.marginPoints()).stream()
                .map(place -> ((Verdict.Scored) place.verdict()).low())
                .toList();
    }

    /** Sites as a run would judge them. */
    static Matrix matrix(Strategy strategy, Purpose purpose, Map<String, Map<Metric, Measured>> sites) {
        var rows = new ArrayList<Row>();
        sites.forEach((site, measured) -> {
            var judgement = Judge.judge(strategy, purpose, false, measured);
            rows.add(new Row(
                    site,
                    site,
                    judgement.verdict() instanceof Verdict.Excluded(List<String> by) ? by : List.of(),
                    0,
                    0,
                    judgement.lines().stream().map(line -> cell(strategy, line)).toList()));
        });
        var criteria = List.copyOf(purpose.weights().keySet());
        return new Matrix(new UUID(0, 0), strategy, purpose, criteria, rows);
    }

    private static Cell cell(Strategy strategy, Line line) {
        Metric metric = strategy.criterion(line.criterion()).metric();
        Lack lack = line.measured().found() instanceof NotCovered none
                ? Completeness.lack(metric, none.reason(), none.args(), Set.of())
                : null;
        double amount = line.measured().found() instanceof Amount(double value) ? value : Double.NaN;
        return new Cell(line.uLow(), line.uHigh(), lack == null ? 1 : 0, amount, 0, lack);
    }
}

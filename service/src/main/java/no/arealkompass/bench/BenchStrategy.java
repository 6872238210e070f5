package no.arealkompass.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.strategy.Basis;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Metric.Worst;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Source;
import no.arealkompass.strategy.Status;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Text;
import no.arealkompass.strategy.Trust;
import no.arealkompass.strategy.Utility;
import no.arealkompass.strategy.Utility.ByClass;
import no.arealkompass.strategy.Utility.Linear;
import no.arealkompass.strategy.Utility.Point;

/** A strategy that asks some metrics, for timing the judging. */
final class BenchStrategy {
    private static final Text TEXT = new Text("måling", "benchmark");
    private static final Source SOURCE = new Source("benchmark", "", "");

    private BenchStrategy() {}

    static Strategy of(List<Metric> metrics) {
        List<Criterion> criteria = new ArrayList<>();
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            String id = "C" + criteria.size();
            criteria.add(new Criterion(
                    id, TEXT, "m", List.of(), SOURCE, Basis.PROPOSAL, TEXT, TEXT, metric, utility(metric)));
            weights.put(id, 100 / metrics.size());
        }
        weights.merge("C0", 100 % metrics.size(), Integer::sum);
        var purpose = new Purpose("p", TEXT, TEXT, List.of(SiteKind.LAND), List.of(), weights);
        var trust = new Trust(Basis.PROPOSAL, 0.5, 0.5, 0.5, 0.8);
        return new Strategy(
                "benchmark",
                "1",
                TEXT,
                Status.DRAFT,
                "",
                "",
                "",
                List.of(),
                List.of(),
                criteria,
                List.of(purpose),
                List.of(),
                trust,
                0,
                "");
    }

    private static Utility utility(Metric metric) {
        return metric instanceof Worst
                ? new ByClass(Map.of("clay", 0.0, "flood", 0.3, "bog", 0.6, "", 1.0))
                : new Linear(List.of(new Point(0, 1), new Point(1, 0.5), new Point(5000, 0)));
    }
}

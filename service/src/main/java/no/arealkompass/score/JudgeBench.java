package no.arealkompass.score;

import java.util.Collection;
import java.util.Map;
import no.arealkompass.measure.Measured;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Strategy;

/** Judging alone, for the benchmark: every site for every purpose of a strategy, without the documents of a run. */
public final class JudgeBench {
    private JudgeBench() {}

    /**
     * Judges all sites for all purposes.
     *
     * @param sites what was measured at each
     * @return how many judgements give points
     */
    public static long judge(Strategy strategy, Collection<Map<Metric, Measured>> sites) {
        return strategy.purposes().stream()
                .mapToLong(purpose -> sites.stream()
                        .map(measured -> Judge.judge(strategy, purpose, false, measured))
                        .filter(judgement -> !judgement.excluded())
                        .count())
                .sum();
    }
}

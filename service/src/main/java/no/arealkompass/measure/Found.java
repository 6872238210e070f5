package no.arealkompass.measure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one metric found at each site, before it is asked whether the data reach far enough for it to be certain.
 *
 * @param reads the versions read
 * @param answers by site version
 * @param reachM by dataset version and site version: metres round the site that the data must cover for the answer to hold
 */
record Found(List<Layers> reads, Map<Long, Measurement> answers, Map<Long, Map<Long, Double>> reachM) {

    /** Answers that hold when the same metres round every site are covered. */
    static Found within(Layers reads, double metres, Collection<Long> sites, Function<Long, Measurement> answer) {
        return of(reads, sites, answer, site -> metres);
    }

    /** Answers that hold when some metres round each site are covered. */
    static Found of(
            Layers reads, Collection<Long> sites, Function<Long, Measurement> answer, Function<Long, Double> metres) {
        Map<Long, Measurement> answers = HashMap.newHashMap(sites.size());
        Map<Long, Double> reach = HashMap.newHashMap(sites.size());
        for (Long site : sites) {
            answers.put(site, answer.apply(site));
            reach.put(site, metres.apply(site));
        }
        return new Found(List.of(reads), answers, Map.of(reads.id(), reach));
    }
}

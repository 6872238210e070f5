package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Correction;
import no.arealkompass.dataset.Corrections;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurer;
import no.arealkompass.strategy.Metric;
import org.springframework.stereotype.Component;

/** Finds, for runs over corrected data, what the delivered data say: another choice of versions, measured the same way. */
@Component
class CorrectedValues {
    /** A correction farther away is not named as the reason of another answer. */
    private static final double NEAR_M = 50_000;

    /** Of corrections that do not touch the site so many are named, the nearest ones. */
    private static final int NAMED = 5;

    private final Measurer measurer;
    private final Corrections corrections;

    CorrectedValues(Measurer measurer, Corrections corrections) {
        this.measurer = measurer;
        this.corrections = corrections;
    }

    /**
     * The answers that corrections have to do with: every metric that reads a dataset whose correction touches the site,
     * and every other whose answer is another because of one.
     *
     * @param versions the versions of the run, by dataset
     * @param used what was measured in them
     * @return by site version and metric
     */
    Map<Long, Map<Metric, Corrected>> find(
            Caller caller,
            Collection<Metric> metrics,
            Map<String, DatasetVersion> versions,
            Map<Long, Map<Metric, Measured>> used) {
        var corrected = versions.values().stream()
                .filter(version -> !version.corrections().isEmpty())
                .collect(Collectors.toMap(DatasetVersion::dataset, version -> version));
        var concerned = metrics.stream()
                .filter(metric -> metric.datasets().stream().anyMatch(corrected::containsKey))
                .toList();
        if (concerned.isEmpty() || used.isEmpty()) {
            return Map.of();
        }
        var byId = corrected.values().stream()
                .flatMap(version -> version.corrections().stream())
                .collect(Collectors.toMap(id -> id, id -> corrections.get(caller, id)));
        var delivered = measurer.measure(used.keySet(), concerned, delivered(versions));
        var near = measurer.near(used.keySet(), byId.keySet(), NEAR_M);
        Map<Long, Map<Metric, Corrected>> found = new HashMap<>();
        used.forEach((site, answers) -> {
            var own = found.computeIfAbsent(site, id -> new HashMap<>());
            for (var metric : concerned) {
                var before = Objects.requireNonNull(
                        Objects.requireNonNull(delivered.get(site)).get(metric));
                var because = because(
                        metric.datasets(),
                        near.getOrDefault(site, Map.of()),
                        byId,
                        !before.found()
                                .equals(Objects.requireNonNull(answers.get(metric))
                                        .found()));
                if (!because.isEmpty()) {
                    own.put(metric, new Corrected(before, because));
                }
            }
        });
        return found;
    }

    /** Ids of the versions as they were delivered, for all that is asked. */
    private static Map<String, Long> delivered(Map<String, DatasetVersion> versions) {
        Map<String, Long> ids = new HashMap<>();
        versions.forEach((dataset, version) -> ids.put(
                dataset,
                version.corrections().isEmpty()
                        ? version.id()
                        : version.parents().getFirst()));
        return ids;
    }

    private static List<Correction> because(
            Set<String> datasets, Map<Long, Double> near, Map<Long, Correction> byId, boolean differs) {
        List<Correction> touching = new ArrayList<>();
        List<Correction> others = new ArrayList<>();
        near.forEach((id, metres) -> {
            var correction = Objects.requireNonNull(byId.get(id));
            if (datasets.contains(correction.dataset())) {
                (metres == 0 ? touching : others).add(correction);
            }
        });
        return !touching.isEmpty()
                ? touching
                : differs ? others.stream().limit(NAMED).toList() : List.of();
    }

    /** The delivered versions behind the corrected ones of a run. */
    static Set<Long> deliveredIds(Collection<DatasetVersion> versions) {
        return versions.stream()
                .filter(version -> !version.corrections().isEmpty())
                .map(version -> version.parents().getFirst())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

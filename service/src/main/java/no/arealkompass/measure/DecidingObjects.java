package no.arealkompass.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.access.Acting;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.ObjectRepository.Cuts;
import no.arealkompass.measure.ObjectRepository.Question;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Metric.Distance;
import no.arealkompass.strategy.Metric.Nearest;
import no.arealkompass.strategy.Metric.Overlap;
import no.arealkompass.strategy.Metric.Own;
import no.arealkompass.strategy.Metric.Remaining;
import no.arealkompass.strategy.Metric.Sum;
import no.arealkompass.strategy.Metric.Worst;
import no.arealkompass.strategy.Where;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The very objects behind a measured value: what {@link Measurer} found, as shapes on the map. One question about one
 * site; asked again, it answers the same, since neither site versions nor dataset versions change.
 */
@Component
public class DecidingObjects {
    /** So many objects are given at most; how many there are is always said. */
    public static final int LIMIT = 200;

    private static final int TIMEOUT_SECONDS = 10;

    private final ObjectRepository repository;
    private final MetricRepository metrics;

    DecidingObjects(ObjectRepository repository, MetricRepository metrics) {
        this.repository = repository;
        this.metrics = metrics;
    }

    /**
     * What decided a value.
     *
     * @param features GeoJSON features in CRS84, as text: the objects, and lines that lead to them
     * @param matched how many objects there are
     * @param returned how many of them are given
     */
    public record Deciding(List<String> features, int matched, int returned) {}

    /**
     * Finds the objects; none for a fact about the site, which is on no map.
     *
     * @param site site id
     * @param siteVersion its version
     * @param found the value that was found
     * @param versions the dataset_version.id chosen for each dataset id
     */
    @Transactional(readOnly = true, timeout = TIMEOUT_SECONDS)
    public Deciding find(String site, int siteVersion, Metric metric, Measurement found, Map<String, Long> versions) {
        return Acting.as(Measurer.SELF, () -> find(repository.siteVersion(site, siteVersion), metric, found, versions));
    }

    private Deciding find(long id, Metric metric, Measurement found, Map<String, Long> versions) {
        return switch (metric) {
            case Distance m ->
                repository.ask(
                        "distance", of(id, m.dataset(), m.where(), versions).with("cap", m.capM()));
            case Overlap m -> repository.ask("overlap", of(id, m.dataset(), m.where(), versions));
            case Sum m ->
                repository.ask(
                        "sum",
                        of(id, m.dataset(), m.where(), versions)
                                .with("property", m.property())
                                .with("within", m.withinM()));
            case Nearest m ->
                repository.ask(
                        "nearest",
                        of(id, m.dataset(), m.where(), versions)
                                .with("property", m.property())
                                .with("within", m.withinM()));
            case Worst m -> worst(id, m, found, versions);
            case Remaining m -> remaining(id, m, versions);
            case Own m -> new Deciding(List.of(), 0, 0);
        };
    }

    private static Question of(long site, String dataset, Where where, Map<String, Long> versions) {
        return new Question(site, LIMIT)
                .with("version", Objects.requireNonNull(versions.get(dataset), dataset))
                .with("classes", where.isAll() ? new String[0] : where.values().toArray(String[]::new));
    }

    private Deciding worst(long site, Worst m, Measurement found, Map<String, Long> versions) {
        return found instanceof Category(String type) && m.order().contains(type)
                ? repository.ask("overlap", of(site, m.dataset(), new Where(m.property(), List.of(type)), versions))
                : new Deciding(List.of(), 0, 0);
    }

    /** What is left, and what takes the rest away. */
    private Deciding remaining(long site, Remaining m, Map<String, Long> versions) {
        var layers = metrics.layers(versions.values());
        var cuts = new Cuts();
        for (var cut : m.cuts()) {
            var read = Objects.requireNonNull(layers.get(cut.dataset()), cut.dataset());
            cuts.layers(read.shapes(cut.where()), cut.bufferM());
            cuts.features(read.id(), cut.where(), cut.bufferM());
        }
        var taken = repository.cuts(site, cuts, LIMIT);
        var features = new ArrayList<>(repository.remaining(site, cuts).features());
        features.addAll(taken.features());
        return new Deciding(features, taken.matched(), taken.returned());
    }
}

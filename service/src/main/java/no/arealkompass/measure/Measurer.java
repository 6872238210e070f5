package no.arealkompass.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Caller;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.measure.MetricRepository.Stated;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Metric.Own;
import no.arealkompass.strategy.Metric.Remaining;
import no.arealkompass.strategy.Metric.Worst;
import no.arealkompass.strategy.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to measuring: what each metric finds at each site, in the dataset versions chosen.
 *
 * <p>Lengths are straight lines in metres and areas plane areas in the storage CRS. An answer is an amount or a class
 * only where the data are certain to hold it, otherwise it says why it is missing:
 *
 * <ul>
 *   <li>no version of the dataset is chosen: {@link Reason#NO_DATA};
 *   <li>the site, or the ground round it that decides the answer, is not wholly inside what the version covers:
 *       {@link Reason#OUTSIDE_COVERAGE}. A distance found (or the cap, where nothing is found) decides a disc of that
 *       radius: beyond the edge of the data something nearer may lie unseen. A sum decides its search distance, what
 *       remains its widest buffer, overlap and worst the site alone;
 *   <li><i>overlap</i> and <i>worst</i> find nothing, in data that leave out objects as large as the whole site:
 *       {@link Reason#TOO_COARSE};
 *   <li>nothing within the metres that <i>nearest</i> looks: {@link Reason#TOO_FAR}; no value for the property, or the
 *       version has its classes from another property than the question names: {@link Reason#NO_VALUE};
 *   <li>the fact is not stated, or the size of the site is unknown where its remaining area is asked for:
 *       {@link Reason#NOT_STATED}.
 * </ul>
 */
@Component
public class Measurer {
    /** Which sites are measured is chosen by whoever asks; row policies would only keep spatial indexes from being used. */
    static final Caller SELF = Caller.service("measure");

    private final MetricRepository repository;
    private final MeasurementRepository known;
    private final Finder finder;

    Measurer(MetricRepository repository, MeasurementRepository known, Finder finder) {
        this.repository = repository;
        this.known = known;
        this.finder = finder;
    }

    /** A metric with the versions it reads, and the sites it has to be asked for. */
    private record Question(
            Metric metric, List<Layers> reads, List<Long> versionIds, boolean coarse, Collection<Long> sites) {

        static Question of(Metric metric, Map<String, Layers> layers, Collection<Long> sites) {
            var reads = metric.datasets().stream()
                    .map(dataset -> Objects.requireNonNull(layers.get(dataset)))
                    .toList();
            boolean coarse = !(metric instanceof Metric.Sum || metric instanceof Metric.Nearest)
                    && reads.stream().anyMatch(Layers::coarse);
            return new Question(
                    metric, reads, reads.stream().map(Layers::id).sorted().toList(), coarse, sites);
        }

        String versionsKey() {
            return versionIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        Measured measured(Measurement found) {
            return new Measured(found, versionIds, null, coarse);
        }
    }

    private record Asked(Question question, Found found) {}

    /**
     * Measures each distinct metric once per site. What was measured before in the same versions is not measured again.
     *
     * @param siteVersionIds site_version.id
     * @param metrics the questions
     * @param versions the dataset_version.id chosen for each dataset id; another choice is another scenario
     * @return by site version and metric; every site and metric asked for has an answer
     */
    @Transactional
    public Map<Long, Map<Metric, Measured>> measure(
            Collection<Long> siteVersionIds, Collection<Metric> metrics, Map<String, Long> versions) {
        return Acting.as(
                SELF, () -> measure(new LinkedHashSet<>(siteVersionIds), new LinkedHashSet<>(metrics), versions, true));
    }

    /** The same, neither reading nor storing earlier answers: for benchmarks and for what is not to be kept. */
    @Transactional
    public Map<Long, Map<Metric, Measured>> measureAfresh(
            Collection<Long> siteVersionIds, Collection<Metric> metrics, Map<String, Long> versions) {
        return Acting.as(
                SELF,
                () -> measure(new LinkedHashSet<>(siteVersionIds), new LinkedHashSet<>(metrics), versions, false));
    }

    /**
     * Share of each site's area in each municipality it has area in; the border decides, never the centroid. Stored once.
     *
     * @param municipalitiesVersionId dataset_version.id of the municipalities
     * @return by site version, municipality number and share 0..1; what lies in no municipality is in none
     */
    @Transactional
    public Map<Long, Map<String, Double>> shares(Collection<Long> siteVersionIds, long municipalitiesVersionId) {
        return Acting.as(SELF, () -> {
            repository.prepare();
            return repository.shares(siteVersionIds, municipalitiesVersionId);
        });
    }

    /**
     * How far each site lies from some corrections of data, the nearest first; 0 metres when it touches the ground they
     * are about.
     *
     * @param withinM farther away is left out
     * @return by site version, correction and metres
     */
    @Transactional(readOnly = true)
    public Map<Long, Map<Long, Double>> near(
            Collection<Long> siteVersionIds, Collection<Long> corrections, double withinM) {
        return Acting.as(SELF, () -> repository.near(siteVersionIds, corrections, withinM));
    }

    private Map<Long, Map<Metric, Measured>> measure(
            Set<Long> sites, Set<Metric> metrics, Map<String, Long> versions, boolean keep) {
        Map<Long, Map<Metric, Measured>> answers = HashMap.newHashMap(sites.size());
        sites.forEach(site -> answers.put(site, HashMap.newHashMap(metrics.size())));
        repository.prepare();
        ownFacts(sites, metrics, answers);
        Map<String, Layers> layers = repository.layers(versions.values());
        List<Asked> asked = new ArrayList<>();
        for (Metric metric : metrics) {
            if (metric instanceof Own || notMeasurable(metric, layers, answers)) {
                continue;
            }
            Question question = Question.of(metric, layers, sites);
            if (keep) {
                question = recall(question, answers);
            }
            if (!question.sites().isEmpty()) {
                asked.add(new Asked(question, finder.find(metric, layers, question.sites())));
            }
        }
        var edges = edges(asked);
        for (Asked one : asked) {
            var certain = certain(one.found(), edges);
            if (keep) {
                known.write(one.question().metric().key(), one.question().versionsKey(), certain);
            }
            put(one.question(), certain, answers);
        }
        return answers;
    }

    /** Puts the answers known from before in their place; what is left is the question for the other sites. */
    private Question recall(Question question, Map<Long, Map<Metric, Measured>> answers) {
        var before = known.read(question.metric().key(), question.versionsKey(), question.sites());
        put(question, before, answers);
        Set<Long> rest = new LinkedHashSet<>(question.sites());
        rest.removeAll(before.keySet());
        return new Question(question.metric(), question.reads(), question.versionIds(), question.coarse(), rest);
    }

    private static void put(Question question, Map<Long, Measurement> found, Map<Long, Map<Metric, Measured>> answers) {
        found.forEach((site, one) ->
                Objects.requireNonNull(answers.get(site)).put(question.metric(), question.measured(one)));
    }

    /** Answers a metric that no data can answer, and says whether it was one. */
    private static boolean notMeasurable(
            Metric metric, Map<String, Layers> layers, Map<Long, Map<Metric, Measured>> answers) {
        for (String dataset : metric.datasets()) {
            Layers read = layers.get(dataset);
            String property = classProperty(metric, dataset);
            if (read == null || !read.knows(property)) {
                Measured none = read == null
                        ? new Measured(
                                new NotCovered(Reason.NO_DATA, Map.of("dataset", dataset)), List.of(), null, false)
                        : new Measured(
                                new NotCovered(Reason.NO_VALUE, Map.of("dataset", dataset, "property", property)),
                                List.of(read.id()),
                                null,
                                false);
                answers.values().forEach(of -> of.put(metric, none));
                return true;
            }
        }
        return false;
    }

    private static String classProperty(Metric metric, String dataset) {
        return switch (metric) {
            case Metric.Distance m -> m.where().property();
            case Metric.Overlap m -> m.where().property();
            case Metric.Sum m -> m.where().property();
            case Metric.Nearest m -> m.where().property();
            case Worst m -> m.property();
            case Remaining m ->
                m.cuts().stream()
                        .filter(cut -> cut.dataset().equals(dataset))
                        .map(Metric.Cut::where)
                        .map(Where::property)
                        .filter(property -> !property.isEmpty())
                        .findFirst()
                        .orElse("");
            case Own m -> "";
        };
    }

    /** How far each site lies from the edge of each version, asked once for the widest reach of all metrics. */
    private Map<Long, Map<Long, Double>> edges(List<Asked> asked) {
        Map<Long, Map<Long, Double>> reach = new HashMap<>();
        for (Asked one : asked) {
            one.found().reachM().forEach((version, metres) -> {
                var widest = reach.computeIfAbsent(version, v -> new HashMap<>());
                metres.forEach((site, metre) -> widest.merge(site, metre, Math::max));
            });
        }
        Map<Long, Map<Long, Double>> edges = new HashMap<>();
        reach.forEach((version, radii) -> edges.put(version, repository.coverage(version, radii)));
        return edges;
    }

    private static Map<Long, Measurement> certain(Found found, Map<Long, Map<Long, Double>> edges) {
        Map<Long, Measurement> certain = new HashMap<>(found.answers());
        for (Layers read : found.reads()) {
            var edge = edges.getOrDefault(read.id(), Map.of());
            var outside = new NotCovered(Reason.OUTSIDE_COVERAGE, Map.of("dataset", read.dataset()));
            found.reachM().getOrDefault(read.id(), Map.of()).forEach((site, metres) -> {
                Double covered = edge.get(site);
                if (covered != null && !(covered >= metres)) { // NaN: the site itself is not inside
                    certain.put(site, outside);
                }
            });
        }
        return certain;
    }

    private void ownFacts(Set<Long> sites, Set<Metric> metrics, Map<Long, Map<Metric, Measured>> answers) {
        Set<Own> asked = metrics.stream()
                .filter(Own.class::isInstance)
                .map(Own.class::cast)
                .collect(Collectors.toSet());
        var facts = asked.isEmpty()
                ? Map.<String, Map<Long, Stated>>of()
                : repository.facts(sites, asked.stream().map(Own::fact).toList());
        for (Own own : asked) {
            var stated = facts.getOrDefault(own.fact(), Map.of());
            answers.forEach((site, of) -> of.put(own, own(own, stated.get(site))));
        }
    }

    private static Measured own(Own own, @Nullable Stated stated) {
        Measurement value = stated == null ? null : Finder.value(stated.type(), stated.value());
        return stated == null || value == null
                ? new Measured(new NotCovered(Reason.NOT_STATED, Map.of("fact", own.fact())), List.of(), null, false)
                : new Measured(value, List.of(), stated.origin(), false);
    }
}

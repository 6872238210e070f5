package no.arealkompass.present;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurer;
import no.arealkompass.score.Scoring;
import no.arealkompass.site.FactCatalogue;
import no.arealkompass.site.NoSuchSite;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sites as they are shown to somebody outside, with the fields that were chosen and nothing of the others. Every page,
 * picture and document about a site reads it from here, so that what is hidden is hidden everywhere.
 */
@Component
public class Presentations {
    private final Sites sites;
    private final FactCatalogue catalogue;
    private final Datasets datasets;
    private final Measurer measurer;
    private final Scoring scoring;
    private final StrategyReading strategies;
    private final PresentRepository repository;

    Presentations(
            Sites sites,
            FactCatalogue catalogue,
            Datasets datasets,
            Measurer measurer,
            Scoring scoring,
            StrategyReading strategies,
            PresentRepository repository) {
        this.sites = sites;
        this.catalogue = catalogue;
        this.datasets = datasets;
        this.measurer = measurer;
        this.scoring = scoring;
        this.strategies = strategies;
        this.repository = repository;
    }

    /**
     * Sites with the chosen fields, in the order asked for.
     *
     * @param siteIds those that the caller may not see are left out, as if they did not exist
     */
    public List<Presentation> of(Caller caller, List<String> siteIds, Fields fields, Language language) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var shown = visible(caller, siteIds);
        var measuring = new MeasuredFacts(layers(caller, language), language);
        var measured = measure(caller, shown, measuring.questions(fields));
        var places = fields.has(Field.MUNICIPALITY) ? shares(caller, shown) : Map.<Long, Map<String, Double>>of();
        var writer = new PresentationWriter(
                repository,
                strategies,
                datasets.region(caller),
                new StatedFacts(catalogue, language, fields.has(Field.NAME)),
                measuring,
                fields,
                language);
        List<Presentation> presentations = new ArrayList<>(shown.size());
        for (var site : shown) {
            presentations.add(writer.write(
                    presentations.size() + 1,
                    site,
                    sites.freshness(site),
                    measured.getOrDefault(site.versionId(), Map.of()),
                    places.getOrDefault(site.versionId(), Map.of()),
                    fields.has(Field.MAP) ? sites.outline(site) : null,
                    fields.has(Field.MAP) && fields.has(Field.PLOTS) ? sites.partOutlines(site) : Map.of(),
                    siteIds));
        }
        return presentations;
    }

    /** Which fields have something to tell of each site the caller may see: site id → keys of fields. */
    public Map<String, Set<String>> known(Caller caller, List<String> siteIds) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        for (var one : of(caller, siteIds, Fields.all(), Language.NB)) {
            if (one.id() != null) {
                known.put(one.id(), known(one));
            }
        }
        return known;
    }

    /**
     * What has changed in the chosen fields of sites since a moment, in words, by the site's number.
     *
     * @param siteIds in the order in which the sites are numbered
     */
    public List<Change> changedSince(
            Caller caller, List<String> siteIds, Fields fields, Language language, Instant since) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var words = new ChangeWords(
                new StatedFacts(catalogue, language, fields.has(Field.NAME)), catalogue, fields, language);
        List<Change> changes = new ArrayList<>();
        int number = 0;
        for (var site : visible(caller, siteIds)) {
            number++;
            for (var text : words.of(sites.history(caller, site.id(), ChangeWords.MOST_VERSIONS, 0), site, since)) {
                changes.add(new Change(number, text));
            }
        }
        return changes;
    }

    private static Set<String> known(Presentation one) {
        Set<String> keys = new LinkedHashSet<>(Set.of(Field.NAME.key(), Field.MAP.key(), Field.FRESHNESS.key()));
        one.groups().stream()
                .flatMap(group -> group.facts().stream())
                .filter(FactLine::known)
                .forEach(line -> keys.add(line.key()));
        add(keys, Field.MUNICIPALITY, !one.municipalities().isEmpty());
        add(keys, Field.LORRY_TIMES, one.distances().stream().anyMatch(to -> to.lorryMinutes() != null));
        add(keys, Field.PLOTS, !one.plots().isEmpty());
        add(keys, Field.MEDIA, !one.media().isEmpty());
        add(keys, Field.NEIGHBOURS, !one.neighbours().isEmpty());
        add(keys, Field.CONTACT, one.contact() != null);
        add(keys, Field.STRATEGY, one.strategy() != null);
        add(keys, Field.VERDICT, one.verdict() != null);
        return keys;
    }

    private static void add(Set<String> keys, Field field, boolean known) {
        if (known) {
            keys.add(field.key());
        }
    }

    private List<Site> visible(Caller caller, List<String> siteIds) {
        return siteIds.stream().flatMap(id -> find(caller, id).stream()).toList();
    }

    private Optional<Site> find(Caller caller, String id) {
        try {
            return Optional.of(sites.get(caller, id));
        } catch (NoSuchSite hidden) {
            return Optional.empty();
        }
    }

    /** What strategies ask is measured already; only a site saved a moment ago is measured now. */
    private Map<Long, Map<Metric, Measured>> measure(Caller caller, List<Site> shown, List<Metric> questions) {
        var versions = datasets.inUse(caller).values().stream()
                .collect(Collectors.toMap(DatasetVersion::dataset, DatasetVersion::id));
        return measurer.measure(shown.stream().map(Site::versionId).toList(), questions, versions);
    }

    private Map<Long, Map<String, Double>> shares(Caller caller, List<Site> shown) {
        var ids = shown.stream().map(Site::versionId).toList();
        return datasets.all(caller).stream()
                .filter(dataset -> dataset.role() == DatasetRole.MUNICIPALITIES)
                .flatMap(dataset -> datasets.inUse(caller, dataset.id()).stream())
                .findFirst()
                .map(version -> measurer.shares(ids, version.id()))
                .orElse(Map.of());
    }

    private MeasuredFacts.Layers layers(Caller caller, Language language) {
        return new MeasuredFacts.Layers(
                datasets.region(caller),
                datasets.all(caller).stream()
                        .collect(Collectors.toMap(Dataset::id, dataset -> language.text(dataset.name()))),
                datasets.inUse(caller).values().stream()
                        .collect(Collectors.toMap(DatasetVersion::id, version -> version)),
                remaining(scoring.strategies(caller)));
    }

    /** The first strategy that asks for usable area decides what is usable. */
    private static Metric.@Nullable Remaining remaining(List<Strategy> strategies) {
        return strategies.stream()
                .flatMap(strategy -> strategy.criteria().stream())
                .map(criterion -> criterion.metric())
                .filter(Metric.Remaining.class::isInstance)
                .map(Metric.Remaining.class::cast)
                .findFirst()
                .orElse(null);
    }
}

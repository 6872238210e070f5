package no.arealkompass.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Progress;
import no.arealkompass.geo.Bbox;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurer;
import no.arealkompass.scenario.Scenario;
import no.arealkompass.scenario.Scenarios;
import no.arealkompass.scenario.WorkDraft;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runs of scenarios: made beside those of what is, and compared with them. */
@Component
class ImaginedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ImaginedRuns.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Scenarios scenarios;
    private final RunMaker maker;
    private final RunRepository repository;
    private final Sites sites;
    private final Measurer measurer;

    ImaginedRuns(Scenarios scenarios, RunMaker maker, RunRepository repository, Sites sites, Measurer measurer) {
        this.scenarios = scenarios;
        this.maker = maker;
        this.repository = repository;
        this.sites = sites;
        this.measurer = measurer;
    }

    /**
     * Makes the runs that standing scenarios lack; true when any was made. One that cannot be applied keeps no run, since
     * an old one would answer for other data, and keeps nothing else from being made.
     */
    boolean refresh(Caller caller, List<Strategy> strategies, Progress progress) {
        boolean made = false;
        Set<String> read = new TreeSet<>();
        strategies.forEach(strategy -> read.addAll(maker.reads(caller, strategy)));
        var standing = new ArrayList<String>();
        for (var scenario : scenarios.list(caller)) {
            try {
                made |= refresh(caller, strategies, scenario, read, progress);
                standing.add(scenario.id());
            } catch (RuntimeException e) {
                LOG.error("Scenario {} could not be applied", scenario.id(), e);
            }
        }
        repository.keepInUse(standing);
        return made;
    }

    private boolean refresh(
            Caller caller, List<Strategy> strategies, Scenario scenario, Set<String> read, Progress progress) {
        var applied = scenarios.apply(caller, scenario, read, progress);
        boolean made = false;
        for (var strategy : strategies) {
            made |= maker.refresh(caller, strategy, applied, progress);
        }
        return made;
    }

    record ChangesBody(
            JsonNode scenario, String base, String run, List<CriterionBody> criteria, List<SiteBody> sites) {}

    record CriterionBody(String id, Text name, String unit) {}

    /** @param values by criterion */
    record SiteBody(String id, String name, Map<String, BeforeAfter> values) {}

    record BeforeAfter(RunDocument.Found before, RunDocument.Found after) {}

    /** Both runs measured every metric at every site, so nothing is measured here: the answers are read again. */
    String changes(Caller caller, Strategy strategy, String baseRun, String scenarioRun) {
        var base = JSON.readTree(baseRun);
        var run = JSON.readTree(scenarioRun);
        var members = members(caller, run);
        var before = measured(strategy, base, members);
        var after = measured(strategy, run, members);
        var works = run.path("scenario")
                .path("works")
                .valueStream()
                .map(work -> JSON.treeToValue(work.path("work"), WorkDraft.class))
                .filter(WorkDraft::assumesFact)
                .toList();
        AssumedFacts.put(works, members, after);
        var changed = strategy.criteria().stream()
                .filter(one ->
                        one.unit().equals("min") || members.stream().anyMatch(s -> differs(one, s, before, after)))
                .toList();
        var bodies = members.stream()
                .map(site -> new SiteBody(site.id(), site.name(), values(changed, site, before, after)))
                .toList();
        var criteria = changed.stream()
                .map(one -> new CriterionBody(one.id(), one.name(), one.unit()))
                .toList();
        return RunDocument.write(new ChangesBody(
                run.path("scenario"), base.path("id").asString(), run.path("id").asString(), criteria, bodies));
    }

    /** The sites of a run in the versions it judged, as far as they are still in use. */
    private List<Site> members(Caller caller, JsonNode run) {
        var judged = new HashMap<String, Integer>();
        run.path("sites")
                .forEach(site -> judged.put(
                        site.path("id").asString(), site.path("version").asInt()));
        return sites.list(caller, Bbox.WORLD, Integer.MAX_VALUE, 0).stream()
                .filter(site -> Objects.equals(judged.get(site.id()), site.version()))
                .toList();
    }

    private Map<Long, Map<Metric, Measured>> measured(Strategy strategy, JsonNode run, List<Site> members) {
        var ids = members.stream().map(Site::versionId).toList();
        return measurer.measure(ids, strategy.metrics(), RunDocument.versionIds(run));
    }

    private static boolean differs(
            Criterion criterion,
            Site site,
            Map<Long, Map<Metric, Measured>> before,
            Map<Long, Map<Metric, Measured>> after) {
        return !found(criterion, site, before).equals(found(criterion, site, after));
    }

    private static Map<String, BeforeAfter> values(
            List<Criterion> criteria,
            Site site,
            Map<Long, Map<Metric, Measured>> before,
            Map<Long, Map<Metric, Measured>> after) {
        var values = new LinkedHashMap<String, BeforeAfter>();
        criteria.forEach(
                one -> values.put(one.id(), new BeforeAfter(found(one, site, before), found(one, site, after))));
        return values;
    }

    private static RunDocument.Found found(Criterion criterion, Site site, Map<Long, Map<Metric, Measured>> measured) {
        return RunDocument.found(Objects.requireNonNull(
                        Objects.requireNonNull(measured.get(site.versionId())).get(criterion.metric()))
                .found());
    }
}

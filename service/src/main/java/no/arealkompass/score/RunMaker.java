package no.arealkompass.score;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Scope;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Progress;
import no.arealkompass.dataset.Region;
import no.arealkompass.geo.Bbox;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurer;
import no.arealkompass.scenario.AppliedScenario;
import no.arealkompass.score.RunRepository.NewRun;
import no.arealkompass.score.RunRepository.NewScore;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategies;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.StrategyFault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes a run: measures what is not measured yet, judges every site for every purpose, and stores the documents. */
@Component
class RunMaker {
    private final RunRepository repository;
    private final Measurer measurer;
    private final Sites sites;
    private final Datasets datasets;
    private final CorrectedValues correctedValues;
    private final String software;

    RunMaker(
            RunRepository repository,
            Measurer measurer,
            Sites sites,
            Datasets datasets,
            CorrectedValues correctedValues,
            @Value("${areal.version}") String software) {
        this.repository = repository;
        this.measurer = measurer;
        this.sites = sites;
        this.datasets = datasets;
        this.correctedValues = correctedValues;
        this.software = software;
    }

    /** The state a run answers for. */
    private record State(
            Strategy strategy,
            Scope scope,
            List<Site> sites,
            Map<String, DatasetVersion> versions,
            Region region,
            String municipalities,
            RunDocument.@Nullable ScenarioRef scenario) {
        /** Equal for equal states only; readable, so that two states can be compared by eye. */
        String key(String software) {
            var key = String.join(
                    "|",
                    software,
                    strategy.id() + " " + strategy.version() + " " + strategy.hash(),
                    scope.key(),
                    ids(sites.stream().map(Site::versionId)),
                    ids(versions.values().stream().map(DatasetVersion::id)));
            return scenario == null ? key : key + "|" + scenario.id() + " " + scenario.version();
        }

        String scenarioId() {
            return scenario == null ? "" : scenario.id();
        }

        private static String ids(java.util.stream.Stream<Long> ids) {
            return ids.sorted().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    /**
     * The data that a run is made of.
     *
     * @param scenario null for the data as they are
     */
    record Data(Map<String, DatasetVersion> versions, RunDocument.@Nullable ScenarioRef scenario) {}

    /** @param scenario null for the data as they are */
    boolean refresh(Caller caller, Strategy strategy, @Nullable AppliedScenario scenario, Progress progress) {
        var versions = scenario == null ? versionsFor(caller, strategy) : readBy(caller, strategy, scenario.versions());
        var data = new Data(versions, RunDocument.scenario(scenario));
        boolean made = false;
        for (var scope : List.of(Scope.PUBLISHED, Scope.ALL)) {
            var state = state(caller, strategy, scope, data);
            var known = repository.withState(state.key(software));
            var id = known.orElseGet(() -> repository.store(make(caller, state, progress)));
            repository.use(strategy.id(), scope, state.scenarioId(), id, null);
            made |= known.isEmpty();
        }
        return made;
    }

    /** The run for whoever sees as far as a scope; who sees the same reads the same run. */
    UUID run(Caller caller, Strategy strategy, Scope scope, Data data) {
        var state = state(caller, strategy, scope, data);
        return repository
                .withState(state.key(software))
                .orElseGet(() -> repository.store(make(caller, state, Progress.NONE)));
    }

    private State state(Caller caller, Strategy strategy, Scope scope, Data data) {
        var seen = new HashMap<Scope, List<Site>>();
        Function<Scope, List<Site>> see = one -> seen.computeIfAbsent(one, this::members);
        var narrowest = scope.narrowest(
                one -> see.apply(one).stream().map(Site::versionId).toList());
        return new State(
                strategy,
                narrowest,
                see.apply(narrowest),
                data.versions(),
                datasets.region(caller),
                municipalities(caller),
                data.scenario());
    }

    private List<Site> members(Scope scope) {
        return sites.list(scope.reader(), Bbox.WORLD, Integer.MAX_VALUE, 0).stream()
                .filter(site -> site.publication() != Site.Publication.WITHDRAWN)
                .toList();
    }

    /** Id of the dataset of municipalities; empty when none is described. */
    String municipalities(Caller caller) {
        return datasets.all(caller).stream()
                .filter(d -> d.role() == DatasetRole.MUNICIPALITIES)
                .map(Dataset::id)
                .findFirst()
                .orElse("");
    }

    /** The dataset versions in use that this strategy reads, and the municipalities. */
    Map<String, DatasetVersion> versionsFor(Caller caller, Strategy strategy) {
        return readBy(caller, strategy, datasets.inUse(caller));
    }

    private Map<String, DatasetVersion> readBy(Caller caller, Strategy strategy, Map<String, DatasetVersion> versions) {
        var read = new TreeMap<>(versions);
        read.keySet().retainAll(reads(caller, strategy));
        return read;
    }

    /** Ids of the datasets that a strategy asks about, and the municipalities. */
    Set<String> reads(Caller caller, Strategy strategy) {
        Set<String> read = new TreeSet<>();
        read.add(municipalities(caller));
        strategy.metrics().forEach(metric -> read.addAll(metric.datasets()));
        return read;
    }

    private NewRun make(Caller caller, State state, Progress progress) {
        progress.report("Measuring " + state.sites().size() + " sites", 0, 2);
        var versionIds = new HashMap<String, Long>();
        state.versions().forEach((dataset, version) -> versionIds.put(dataset, version.id()));
        var siteIds = state.sites().stream().map(Site::versionId).toList();
        var measured = measurer.measure(siteIds, state.strategy().metrics(), versionIds);
        if (state.scenario() != null) {
            AssumedFacts.put(state.scenario().facts(), state.sites(), measured);
        }
        var municipalities = state.versions().get(state.municipalities());
        Map<Long, Map<String, Double>> shares =
                municipalities == null ? Map.of() : measurer.shares(siteIds, municipalities.id());
        var corrected = correctedValues.find(caller, state.strategy().metrics(), state.versions(), measured);
        progress.report("Judging by " + state.strategy().id(), 1, 2);
        return document(state, new Found(measured, corrected, delivered(caller, state)), shares);
    }

    /**
     * What was found: in the versions of the run, and in the delivered ones where those are corrected.
     *
     * @param delivered the delivered versions
     */
    private record Found(
            Map<Long, Map<Metric, Measured>> measured,
            Map<Long, Map<Metric, Corrected>> corrected,
            List<DatasetVersion> delivered) {}

    private List<DatasetVersion> delivered(Caller caller, State state) {
        return CorrectedValues.deliveredIds(state.versions().values()).stream()
                .flatMap(id -> datasets.version(caller, id).stream())
                .toList();
    }

    private NewRun document(State state, Found found, Map<Long, Map<String, Double>> shares) {
        var id = UUID.randomUUID();
        var madeAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var scores = new ArrayList<NewScore>();
        var rankings = new TreeMap<String, List<RunDocument.Ranked>>();
        var excludedFor = new HashMap<String, List<String>>();
        for (var purpose : state.strategy().purposes()) {
            var judged = judge(state, purpose, found.measured());
            var ranked = Ranking.rank(entries(judged), state.strategy().marginPoints());
            rankings.put(purpose.id(), new ArrayList<>());
            for (var place : ranked) {
                var one = Objects.requireNonNull(judged.get(place.site()));
                rankings.get(purpose.id()).add(RunDocument.ranked(place, one.judgement()));
                scores.add(score(id, state, purpose, place, one, found));
                if (one.judgement().excluded()) {
                    excludedFor
                            .computeIfAbsent(place.site(), s -> new ArrayList<>())
                            .add(purpose.id());
                }
            }
        }
        var portfolio = portfolio(state, found.measured(), shares, excludedFor);
        var siteShares = new TreeMap<String, List<RunDocument.Share>>();
        state.sites()
                .forEach(s -> siteShares.put(s.id(), RunDocument.shares(shares.getOrDefault(s.versionId(), Map.of()))));
        var body = new RunDocument.Run(
                id,
                repository.nextNumber(),
                madeAt.toString(),
                state.scope().code(),
                software,
                RunDocument.strategy(state.strategy()),
                state.scenario(),
                state.versions().values().stream().map(RunDocument::version).toList(),
                state.sites().stream().map(RunDocument::site).toList(),
                rankings,
                portfolio,
                siteShares);
        return new NewRun(
                id,
                body.number(),
                state.key(software),
                state.strategy().id(),
                state.strategy().version(),
                state.scope(),
                madeAt,
                RunDocument.write(body),
                scores,
                state.scenario());
    }

    private record Judged(Site site, Judgement judgement) {}

    /** Site id → judgement, for the sites of the kinds the purpose is for. */
    private static Map<String, Judged> judge(State state, Purpose purpose, Map<Long, Map<Metric, Measured>> measured) {
        var judged = new LinkedHashMap<String, Judged>();
        for (var site : state.sites()) {
            if (purpose.kinds().contains(kind(site))) {
                var answers = measured.getOrDefault(site.versionId(), Map.of());
                var judgement = Judge.judge(state.strategy(), purpose, site.schematic(), answers);
                judged.put(site.id(), new Judged(site, judgement));
            }
        }
        return judged;
    }

    private static List<Ranking.Entry> entries(Map<String, Judged> judged) {
        return judged.values().stream()
                .map(j -> new Ranking.Entry(
                        j.site().id(), j.site().name(), j.judgement().verdict()))
                .toList();
    }

    private static NewScore score(
            UUID run, State state, Purpose purpose, Ranking.RankedSite place, Judged one, Found found) {
        var versions = new ArrayList<>(state.versions().values());
        versions.addAll(found.delivered());
        var body = RunDocument.score(
                run,
                state.strategy(),
                purpose,
                one.site(),
                one.judgement(),
                new RunDocument.Sources(
                        RunDocument.name(state.scenario()),
                        versions,
                        found.measured().getOrDefault(one.site().versionId(), Map.of()),
                        found.corrected().getOrDefault(one.site().versionId(), Map.of())));
        return new NewScore(purpose.id(), place.position(), place.site(), RunDocument.write(body));
    }

    private List<RunDocument.RuleAnswer> portfolio(
            State state,
            Map<Long, Map<Metric, Measured>> measured,
            Map<Long, Map<String, Double>> shares,
            Map<String, List<String>> excludedFor) {
        var members = state.sites().stream()
                .map(s -> new Portfolio.Member(
                        s.id(),
                        kind(s),
                        shares.getOrDefault(s.versionId(), Map.of()),
                        measured.getOrDefault(s.versionId(), Map.of()),
                        excludedFor.getOrDefault(s.id(), List.of())))
                .toList();
        var municipalities = state.region().municipalities().stream()
                .map(Region.Municipality::number)
                .toList();
        return Portfolio.evaluate(state.strategy(), members, municipalities).stream()
                .map(answer -> RunDocument.rule(state.strategy(), answer))
                .toList();
    }

    private static SiteKind kind(Site site) {
        return SiteKind.valueOf(site.kind().name());
    }

    /** A document that was checked when it was published. */
    static Strategy read(String yaml) {
        try {
            return Strategies.read("published strategy", yaml);
        } catch (StrategyFault e) {
            throw new IllegalStateException("A published strategy cannot be read any more", e);
        }
    }
}

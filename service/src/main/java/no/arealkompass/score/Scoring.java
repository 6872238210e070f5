package no.arealkompass.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Scope;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Progress;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Strategies;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.StrategyFault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Strategies that are published, and the runs that judge the sites by them. A run is made when a site, a dataset or a
 * strategy has changed, and is never changed afterwards.
 */
@Component
public class Scoring {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunRepository repository;
    private final RunMaker maker;
    private final Datasets datasets;
    private final Assessor assessor;
    private final Attainments attainments;
    private final Certainty certainty;
    private final Why why;
    private final ImaginedRuns imagined;
    private final ReadersRuns readersRuns;
    private final Audit audit;

    /** Published documents, which never change, as they were read the first time. */
    private final Map<String, Strategy> read = new ConcurrentHashMap<>();

    Scoring(
            RunRepository repository,
            RunMaker maker,
            Datasets datasets,
            Assessor assessor,
            Attainments attainments,
            Certainty certainty,
            Why why,
            ImaginedRuns imagined,
            ReadersRuns readersRuns,
            Audit audit) {
        this.repository = repository;
        this.maker = maker;
        this.datasets = datasets;
        this.assessor = assessor;
        this.attainments = attainments;
        this.certainty = certainty;
        this.why = why;
        this.imagined = imagined;
        this.readersRuns = readersRuns;
        this.audit = audit;
    }

    /**
     * Publishes a strategy document. The same version with the same content changes nothing.
     *
     * @throws StrategyFault when the document cannot be read as a strategy
     * @throws StrategyChanged when this version is published already with other content
     */
    @Transactional
    public Strategy publish(Caller caller, String fileName, String yaml) throws StrategyFault {
        Access.require(caller, Operation.PUBLISH_STRATEGY);
        var strategy = Strategies.read(fileName, yaml);
        var known = repository.strategyHash(strategy.id(), strategy.version());
        if (known.isEmpty()) {
            repository.publish(strategy.id(), strategy.version(), strategy.hash(), yaml);
            audit.record(caller, "strategy.publish", "strategy/" + strategy.id(), null, strategy.version(), "");
        } else if (!known.get().equals(strategy.hash())) {
            throw new StrategyChanged(fileName, strategy.id(), strategy.version());
        }
        return strategy;
    }

    /** The strategies the region follows, in the region's order, each in its newest published version. */
    public List<Strategy> strategies(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return datasets.region(caller).strategies().stream()
                .map(repository::newestYaml)
                .flatMap(Optional::stream)
                .map(yaml -> read.computeIfAbsent(yaml, RunMaker::read))
                .toList();
    }

    /**
     * A strategy as it was published, but that weights are whole points only; ranges that are stated for them stand beside
     * them, under {@code ranges}.
     *
     * @throws NoSuchRun when there is no such version
     */
    public JsonNode strategyDocument(Caller caller, String id, String version) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var yaml =
                repository.strategyYaml(id, version).orElseThrow(() -> new NoSuchRun("strategy " + id + " " + version));
        return StrategyDocument.of(YAML.readTree(yaml));
    }

    /** Makes the runs that the present state asks for and has not got; true when any was made. */
    public boolean refresh(Caller caller, Progress progress) {
        Access.require(caller, Operation.MAKE_RUN);
        boolean made = false;
        for (var strategy : strategies(caller)) {
            made |= maker.refresh(caller, strategy, null, progress);
        }
        return made;
    }

    /** Makes the runs that the scenarios lack over the present state; true when any was made. */
    public boolean imagine(Caller caller, Progress progress) {
        Access.require(caller, Operation.MAKE_RUN);
        return imagined.refresh(caller, strategies(caller), progress);
    }

    /** The run that answers for the data as they are, as far as the caller may see it. */
    public UUID runInUse(Caller caller, @Nullable String strategyId) {
        return runInUse(caller, strategyId, "");
    }

    /**
     * The run that answers for the present state, as far as the caller may see it.
     *
     * @param scenario id of a scenario; null or empty for the data as they are
     */
    public UUID runInUse(Caller caller, @Nullable String strategyId, @Nullable String scenario) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var id = strategyId != null
                ? strategyId
                : datasets.region(caller).strategies().getFirst();
        var of = scenario == null ? "" : scenario;
        return inUse(caller, id, of)
                .orElseThrow(() -> new NoSuchRun("run of strategy " + id + (of.isEmpty() ? "" : " in scenario " + of)));
    }

    /** Whoever sees more than everyone and less than all gets a run made when asking first. */
    private Optional<UUID> inUse(Caller caller, String strategy, String scenario) {
        var scope = Scope.of(caller);
        return repository
                .inUse(strategy, scope, scenario)
                .or(() -> readersRuns.make(caller, scope, strategy, scenario));
    }

    /** How far a run looked. @throws NoSuchRun when there is none the caller may see */
    public Scope scope(Caller caller, UUID run) {
        return repository.scope(run, reader(caller)).orElseThrow(() -> new NoSuchRun("run " + run));
    }

    /**
     * What a scenario changes at each site: minutes before and after, and every other answer that differs. As JSON
     * {@code {scenario, base, run, criteria, sites}}.
     *
     * @throws NoSuchRun when there is no run of the scenario or of the data as they are
     */
    public String changes(Caller caller, @Nullable String strategyId, String scenario) {
        var base = run(caller, runInUse(caller, strategyId));
        var run = runInUse(caller, strategyId, scenario);
        return imagined.changes(caller, strategyOf(run), base, run(caller, run));
    }

    /** The runs the caller may see, newest first. */
    public List<RunEntry> runs(Caller caller, int limit, int offset) {
        return repository.list(reader(caller), limit, offset);
    }

    /** How many runs the caller may see. */
    public int countRuns(Caller caller) {
        return repository.count(reader(caller));
    }

    /** The run as JSON, the same bytes for ever. @throws NoSuchRun when there is none the caller may see */
    public String run(Caller caller, UUID id) {
        return repository.body(id, reader(caller)).orElseThrow(() -> new NoSuchRun("run " + id));
    }

    /** Some of the scores for a purpose, in ranking order, as JSON {@code {items, total}}. */
    public String scores(Caller caller, UUID run, String purpose, int limit, int offset) {
        run(caller, run);
        int total = repository.countScores(run, purpose);
        var items = String.join(",", repository.scores(run, purpose, limit, offset));
        return "{\"items\":[" + items + "],\"total\":" + total + "}";
    }

    /** One site's score for a purpose with its whole explanation, as JSON. */
    public String score(Caller caller, UUID run, String purpose, String site) {
        run(caller, run);
        return repository
                .score(run, purpose, site)
                .orElseThrow(() -> new NoSuchRun("score of " + site + " for " + purpose + " in run " + run));
    }

    /**
     * How much the strategy of a run asks of a site is known, purpose by purpose, and which missing fact or dataset would
     * change its place most. Worked out from the stored run; nothing is stored.
     */
    public SiteCompleteness completeness(Caller caller, UUID run, String site) {
        var document = run(caller, run);
        var scores = repository.scoresOf(run, site);
        if (scores.isEmpty()) {
            throw new NoSuchRun("score of " + site + " in run " + run);
        }
        return new CompletenessReader(strategyOf(run), document).read(run, site, scores);
    }

    /** How many criteria of a purpose are missing at each site of a run, in ranking order. */
    public List<SiteCompleteness.Count> missing(Caller caller, UUID run, String purpose) {
        run(caller, run);
        return repository.missing(run, purpose);
    }

    /**
     * How far the region was from what the strategy asks of all sites together, in the state of a run: what each rule
     * needs, which sites carry it and which lack what, and the land reserve against the region's goal. As JSON.
     */
    public String attainment(Caller caller, UUID run) {
        var document = run(caller, run);
        return attainments.of(caller, strategyOf(run), document);
    }

    /** The purpose of the strategy that a run followed. @throws NoSuchRun when there is none the caller may see */
    public Purpose purpose(Caller caller, UUID run, String purpose) {
        return certainty.purpose(run, purpose, reader(caller));
    }

    /** What every site is worth on every criterion of a purpose, as JSON. */
    public String matrix(Caller caller, UUID run, String purpose) {
        return RunDocument.write(certainty.matrix(run, purpose, reader(caller)).body());
    }

    /**
     * A purpose's ranking by other weights, with the entries that the run's own has, as JSON {@code {items}}.
     *
     * @param weights criterion of the purpose → whole points, 100 together
     */
    public String ranking(Caller caller, UUID run, String purpose, Map<String, Integer> weights) {
        var items = certainty.matrix(run, purpose, reader(caller)).ranking(weights);
        return RunDocument.write(Map.of("items", items));
    }

    /**
     * How sure a purpose's ranking is: what comes out under many weights and all that the measurements may be, as JSON.
     *
     * @param weights criterion of the purpose → whole points, 100 together
     * @param seed the same seed gives the same bytes
     * @throws CertificateRefused when it would take too long
     */
    public String certificate(
            Caller caller, UUID run, String purpose, Map<String, Integer> weights, Spread spread, long seed) {
        return certainty.certificate(run, purpose, reader(caller), weights, spread, seed);
    }

    /** Which missing survey would most probably change a site's rank, as JSON. */
    public String information(
            Caller caller, UUID run, String purpose, String site, Map<String, Integer> weights, long seed) {
        var matrix = certainty.matrix(run, purpose, reader(caller));
        return RunDocument.write(Information.of(matrix, weights, site, seed, Precision.DRAWS));
    }

    /**
     * The very objects that decided what a criterion, or a raised check, found at a site: a GeoJSON feature collection in
     * CRS84, as text.
     *
     * @throws NoSuchRun when there is no such score, or nothing in it by that id
     */
    public String objects(Caller caller, UUID run, String purpose, String site, String criterion) {
        var document = run(caller, run);
        return why.objects(strategyOf(run), document, JSON.readTree(score(caller, run, purpose, site)), criterion);
    }

    /** The smallest changes that would give a site a better place in a stored run, all else as it is. */
    public SiteImprovements improvements(Caller caller, UUID run, String purpose, String site, int top) {
        var document = run(caller, run);
        var score = JSON.readTree(score(caller, run, purpose, site));
        return new ImprovementsReader(strategyOf(run), document, score).read(top);
    }

    /** How well the values behind a purpose's scores are known; beside the points and never in them. */
    public PurposeConfidence confidence(Caller caller, UUID run, String purpose) {
        return why.confidence(run, run(caller, run), purpose);
    }

    private Strategy strategyOf(UUID run) {
        return read.computeIfAbsent(repository.strategyOf(run), RunMaker::read);
    }

    /**
     * What a shape that is not stored is worth, with the explanation a stored score has and the rank it would get among
     * the sites of the run in use; stores nothing. As JSON {@code {areaM2, faults, municipalities, scores}}; a shape
     * that cannot be used has faults and no scores.
     *
     * @throws NoSuchRun when the region does not follow the strategy
     */
    public String assess(Caller caller, Draft draft) {
        Access.require(caller, Operation.EDIT_SITES);
        var strategy = strategies(caller).stream()
                .filter(s -> draft.strategy() == null || s.id().equals(draft.strategy()))
                .findFirst()
                .orElseThrow(() -> new NoSuchRun("strategy " + draft.strategy()));
        var present = inUse(caller, strategy.id(), "").map(run -> run(caller, run));
        return assessor.assess(caller, strategy, draft, present.orElse("{}"));
    }

    private static Scope reader(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return Scope.of(caller);
    }
}

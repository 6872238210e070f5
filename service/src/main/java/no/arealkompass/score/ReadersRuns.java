package no.arealkompass.score;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Scope;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.score.RunDocument.ScenarioRef;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs for those who see more than everyone and less than all. They are made when somebody asks, so that many readers,
 * strategies and scenarios cost nothing before, and of the very data that the public's run in use was made of: everything is
 * measured then, and judging is quick. When the sites of a reader are the same as those of others, the run is the same, too.
 */
@Component
class ReadersRuns {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunRepository repository;
    private final RunMaker maker;
    private final Datasets datasets;
    /** Never takes more than one processor from everybody else. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ReadersRuns(RunRepository repository, RunMaker maker, Datasets datasets) {
        this.repository = repository;
        this.maker = maker;
        this.datasets = datasets;
    }

    /**
     * The run for whoever sees as far as a scope; empty as long as there is none for everyone.
     *
     * @param scenario id; empty for the data as they are
     */
    Optional<UUID> make(Caller caller, Scope scope, String strategy, String scenario) {
        if (scope.equals(Scope.PUBLISHED) || scope.equals(Scope.ALL)) {
            return Optional.empty(); // made when the data change, not when asked for
        }
        oneAtATime.lock();
        try {
            return repository.inUse(strategy, scope, scenario).or(() -> {
                // First: should anything change meanwhile, the run is not in use for long.
                var beside = repository.inUse(strategy, Scope.ALL, scenario);
                var everyones = repository.inUse(strategy, Scope.PUBLISHED, scenario);
                return beside.flatMap(all -> everyones.map(run -> make(caller, scope, strategy, scenario, run, all)));
            });
        } finally {
            oneAtATime.unlock();
        }
    }

    private UUID make(Caller caller, Scope scope, String strategy, String scenario, UUID everyones, UUID beside) {
        var document = JSON.readTree(repository.body(everyones, Scope.PUBLISHED).orElseThrow());
        var run = maker.run(caller, RunMaker.read(repository.strategyOf(everyones)), scope, data(caller, document));
        repository.use(strategy, scope, scenario, run, beside);
        return run;
    }

    private RunMaker.Data data(Caller caller, JsonNode run) {
        Map<String, DatasetVersion> versions = new TreeMap<>();
        RunDocument.versionIds(run)
                .forEach((dataset, id) ->
                        versions.put(dataset, datasets.version(caller, id).orElseThrow()));
        var scenario = run.path("scenario");
        return new RunMaker.Data(versions, scenario.isObject() ? JSON.treeToValue(scenario, ScenarioRef.class) : null);
    }
}

package no.arealkompass.scenario;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.PlannedChange;
import no.arealkompass.dataset.PlannedLayers;
import no.arealkompass.dataset.Progress;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.scenario.ScenarioFault.Code;
import no.arealkompass.scenario.ScenarioFault.Problem;
import no.arealkompass.yaml.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The library of planned works, the scenarios that choose among them, and the data as a scenario has them. */
@Service
public class Scenarios {
    /** Each costs a run whenever the data change. */
    private static final int MOST_SCENARIOS = 20;

    private static final int MOST_WORKS = 500;
    private static final int MOST_NAME = 120;
    private static final double JOIN_WITHIN_M = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ScenarioRepository repository;
    private final WorkCheck check;
    private final PlannedLayers layers;
    private final Datasets datasets;
    private final Audit audit;

    Scenarios(ScenarioRepository repository, WorkCheck check, PlannedLayers layers, Datasets datasets, Audit audit) {
        this.repository = repository;
        this.check = check;
        this.layers = layers;
        this.datasets = datasets;
        this.audit = audit;
    }

    /** All scenarios that are not removed, in the order they were made. */
    public List<Scenario> list(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.scenarios();
    }

    /** One scenario. @throws ScenarioFault when there is none of this id, or it is removed */
    public Scenario get(Caller caller, String id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository
                .find(id)
                .orElseThrow(() -> ScenarioFault.of(
                        Code.NO_SUCH_SCENARIO,
                        id,
                        new Text("Det finnes ikke noe scenario «" + id + "».", "There is no scenario '" + id + "'."),
                        new Text("Se listen på /api/scenarios.", "See the list at /api/scenarios.")));
    }

    /** The planned works one can choose among. */
    public List<PlannedWork> works(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.library();
    }

    /**
     * Stores planned works: all of them, or none.
     *
     * @return their ids, in order
     * @throws ScenarioFault with everything that is wrong, work by work
     */
    @Transactional
    public List<Long> addWorks(Caller caller, List<WorkDraft> works) {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        repository.lock();
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < works.size() && i < MOST_WORKS; i++) {
            var name = WorkCheck.text(works.get(i).name());
            problems.addAll(check.problems(
                    name.isEmpty() || name.length() > MOST_NAME ? "nr. " + (i + 1) : name, works.get(i)));
        }
        if (repository.library().size() + works.size() > MOST_WORKS) {
            problems.add(tooMany(MOST_WORKS, "planlagte tiltak", "planned works"));
        }
        if (!problems.isEmpty()) {
            throw new ScenarioFault(Code.NOT_VALID, problems);
        }
        int storage = datasets.region(caller).srid();
        return works.stream().map(work -> add(caller, work, storage)).toList();
    }

    private long add(Caller caller, WorkDraft work, int storage) {
        long id = repository.addWork(work, WorkCheck.wkb(work).orElse(null), storage, caller.name());
        audit.record(caller, "work.add", "work/" + id, null, "1", "");
        return id;
    }

    /** Takes a work out of the library. @throws ScenarioFault when there is none, or a scenario holds it */
    @Transactional
    public void removeWork(Caller caller, long id) {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        repository.lock();
        if (repository.library().stream().noneMatch(work -> work.id() == id)) {
            throw noSuchWork(id);
        }
        for (var scenario : repository.scenarios()) {
            if (scenario.works().stream().anyMatch(work -> work.id() == id)) {
                throw ScenarioFault.of(
                        Code.WORK_IN_USE,
                        scenario.name(),
                        new Text(
                                "Scenarioet «" + scenario.name() + "» bruker dette tiltaket.",
                                "The scenario '" + scenario.name() + "' holds this work."),
                        new Text("Ta det ut av scenarioet først.", "Take it out of the scenario first."));
            }
        }
        repository.removeWork(id, caller.name());
        audit.record(caller, "work.remove", "work/" + id, "1", null, "");
    }

    /** Makes a scenario. @throws ScenarioFault with everything that is wrong */
    @Transactional
    public Scenario create(Caller caller, ScenarioDraft draft) {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        repository.lock();
        var works = checked(caller, draft);
        if (repository.scenarios().size() >= MOST_SCENARIOS) {
            throw new ScenarioFault(Code.NOT_VALID, List.of(tooMany(MOST_SCENARIOS, "scenarioer", "scenarios")));
        }
        var id = freeId(WorkCheck.text(draft.name()));
        repository.add(id, caller.name());
        return store(caller, id, 1, draft, works);
    }

    /**
     * Makes the next version of a scenario.
     *
     * @param version the version the change builds on
     * @throws ScenarioFault when somebody else was first, or with everything that is wrong
     */
    @Transactional
    public Scenario change(Caller caller, String id, int version, ScenarioDraft draft) {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        repository.lock();
        var before = get(caller, id);
        if (before.version() != version) {
            throw ScenarioFault.of(
                    Code.CHANGED_MEANWHILE,
                    before.name(),
                    new Text(
                            "Scenarioet er nå i versjon " + before.version() + ". Ingenting er lagret.",
                            "The scenario is now at version " + before.version() + ". Nothing is stored."),
                    new Text(
                            "Hent det på nytt og gjør endringen igjen.",
                            "Read it again and make your change once more."));
        }
        return store(caller, id, version + 1, draft, checked(caller, draft));
    }

    /** Removes a scenario: nothing answers for it any more, and what is stays exactly as it was. */
    @Transactional
    public void remove(Caller caller, String id) {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        repository.lock();
        var before = get(caller, id);
        repository.remove(id, caller.name());
        audit.record(caller, "scenario.remove", "scenario/" + id, String.valueOf(before.version()), null, "");
    }

    /**
     * The data as a scenario has them; makes the versions that are missing.
     *
     * @param read the datasets that strategies ask about: nothing else is derived
     */
    public AppliedScenario apply(Caller caller, Scenario scenario, Set<String> read, Progress progress) {
        var changes = new ArrayList<PlannedChange>();
        Map<String, List<Double>> moved = new LinkedHashMap<>();
        for (var planned : scenario.works()) {
            var work = planned.work();
            switch (WorkCheck.text(work.kind())) {
                case WorkCheck.ADD, WorkCheck.UPGRADE -> changes.add(change(planned));
                case WorkCheck.DESTINATION -> moved.put(WorkCheck.text(work.destination()), place(work));
                default -> {}
            }
        }
        var applied = layers.apply(caller, new PlannedLayers.Wanted(scenario.id(), changes, moved, read), progress);
        return new AppliedScenario(scenario, applied.versions(), applied.told());
    }

    /** Stores the works and scenarios a region comes with, unless there are any. */
    @Transactional
    public void loadOnce(Caller caller, JsonNode document) {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        if (!repository.empty()) {
            return;
        }
        var keys = new ArrayList<String>();
        var works = new ArrayList<WorkDraft>();
        document.path("works").properties().forEach(entry -> {
            keys.add(entry.getKey());
            works.add(JSON.treeToValue(entry.getValue(), WorkDraft.class));
        });
        var ids = addWorks(caller, works);
        for (var scenario : document.path("scenarios")) {
            var chosen = scenario.path("works")
                    .valueStream()
                    .map(key -> ids.get(keys.indexOf(key.asString())))
                    .toList();
            create(
                    caller,
                    new ScenarioDraft(
                            scenario.path("name").asString(),
                            scenario.path("note").asString(),
                            chosen,
                            List.of()));
        }
    }

    private PlannedChange change(PlannedWork planned) {
        var work = planned.work();
        boolean adds = WorkCheck.ADD.equals(work.kind());
        Map<String, Object> properties = new LinkedHashMap<>(WorkCheck.properties(work));
        if (work.speedKmh() != null) {
            properties.put("fartKmh", work.speedKmh());
        }
        return new PlannedChange(
                planned.id(),
                adds ? PlannedChange.Kind.ADD : PlannedChange.Kind.UPGRADE,
                WorkCheck.text(work.dataset()),
                WorkCheck.text(work.objectClass()),
                WorkCheck.classes(work),
                JSON.writeValueAsString(properties),
                repository.shape(planned.id()),
                Objects.requireNonNullElse(work.withinM(), adds ? JOIN_WITHIN_M : 0.0));
    }

    private static List<Double> place(WorkDraft work) {
        var point = GeoJson.read(Objects.requireNonNull(work.geometry()), 4326).getCoordinate();
        return List.of(point.x, point.y);
    }

    private Scenario store(Caller caller, String id, int version, ScenarioDraft draft, Set<Long> works) {
        var all = new ArrayList<>(works);
        all.addAll(addWorks(caller, Objects.requireNonNullElse(draft.newWorks(), List.of())));
        repository.addVersion(
                id, version, WorkCheck.text(draft.name()), WorkCheck.text(draft.note()), all, caller.name());
        audit.record(
                caller,
                version == 1 ? "scenario.create" : "scenario.change",
                "scenario/" + id,
                version == 1 ? null : String.valueOf(version - 1),
                String.valueOf(version),
                "");
        return repository.find(id).orElseThrow();
    }

    /** The chosen works, each once. */
    private Set<Long> checked(Caller caller, ScenarioDraft draft) {
        var name = WorkCheck.text(draft.name());
        if (name.isEmpty() || name.length() > MOST_NAME) {
            throw ScenarioFault.of(
                    Code.NOT_VALID,
                    name,
                    new Text("Navnet mangler eller er for langt.", "The name is missing or too long."),
                    new Text("Skriv 1 til " + MOST_NAME + " tegn.", "Write 1 to " + MOST_NAME + " letters."));
        }
        if (WorkCheck.text(draft.note()).length() > WorkCheck.MOST_LETTERS) {
            throw ScenarioFault.of(
                    Code.NOT_VALID,
                    name,
                    new Text("Merknaden er for lang.", "The note is too long."),
                    new Text("Skriv høyst 2 000 tegn.", "Write at most 2,000 letters."));
        }
        var known = works(caller).stream().map(PlannedWork::id).toList();
        var chosen = new LinkedHashSet<>(Objects.requireNonNullElse(draft.works(), List.<Long>of()));
        chosen.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw noSuchWork(id);
        });
        return chosen;
    }

    private static ScenarioFault noSuchWork(Long id) {
        return ScenarioFault.of(
                Code.NO_SUCH_WORK,
                String.valueOf(id),
                new Text("Det finnes ikke noe tiltak " + id + ".", "There is no planned work " + id + "."),
                new Text("Se listen på /api/scenarios/works.", "See the list at /api/scenarios/works."));
    }

    private static Problem tooMany(int most, String nb, String en) {
        return new Problem(
                "",
                null,
                new Text(
                        "Det kan være høyst " + most + " " + nb + ".", "There can be at most " + most + " " + en + "."),
                new Text("Fjern noen først.", "Remove some first."));
    }

    /** The name as a part of an address; a number follows where that was taken before. */
    private String freeId(String name) {
        var plain = Normalizer.normalize(
                        name.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "o"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var base = plain.isEmpty() ? "scenario" : plain.substring(0, Math.min(50, plain.length()));
        return Optional.of(base).filter(id -> !repository.known(id)).orElseGet(() -> {
            int n = 2;
            while (repository.known(base + "-" + n)) {
                n++;
            }
            return base + "-" + n;
        });
    }
}

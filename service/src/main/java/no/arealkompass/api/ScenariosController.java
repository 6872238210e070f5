package no.arealkompass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.intake.Intake;
import no.arealkompass.scenario.PlannedWork;
import no.arealkompass.scenario.Scenario;
import no.arealkompass.scenario.ScenarioDraft;
import no.arealkompass.scenario.Scenarios;
import no.arealkompass.scenario.WorkDraft;
import no.arealkompass.score.NoSuchRun;
import no.arealkompass.score.Scoring;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What if: planned works and the scenarios that choose among them. None of it is adopted, and every answer says so. */
@RestController
@RequestMapping(path = "/api/scenarios", produces = MediaType.APPLICATION_JSON_VALUE)
class ScenariosController {
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Scenarios scenarios;
    private final Scoring scoring;
    private final Intake intake;

    ScenariosController(Scenarios scenarios, Scoring scoring, Intake intake) {
        this.scenarios = scenarios;
        this.scoring = scoring;
        this.intake = intake;
    }

    record Items(List<Body> items, int total) {}

    /**
     * @param run the run that answers for it under the strategy asked for; null while it is being made
     * @param by the account; null for those who may not see who works here
     */
    record Body(
            String id,
            int version,
            String name,
            String note,
            boolean notAdopted,
            List<WorkBody> works,
            @Nullable UUID run,
            String at,
            @Nullable String by) {}

    record Works(List<WorkBody> items, int total) {}

    record WorkBody(long id, WorkDraft work, String at) {}

    record Stored(List<Long> ids) {}

    /** @param place longitude and latitude; null where the fault has none */
    record Fault(String object, @Nullable List<Double> place, String message, String remedy) {}

    @GetMapping
    Items list(Caller caller, @RequestParam @Nullable String strategy) {
        var items = scenarios.list(caller).stream()
                .map(one -> body(caller, one, strategy))
                .toList();
        return new Items(items, items.size());
    }

    @GetMapping("/{id}")
    Body get(Caller caller, @PathVariable String id, @RequestParam @Nullable String strategy) {
        return body(caller, scenarios.get(caller, id), strategy);
    }

    /** What is another at each site than in the data as they are. */
    @GetMapping("/{id}/changes")
    ResponseEntity<String> changes(Caller caller, @PathVariable String id, @RequestParam @Nullable String strategy) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(scoring.changes(
                        caller, strategy, scenarios.get(caller, id).id()));
    }

    /** The library of planned works. */
    @GetMapping("/works")
    Works works(Caller caller) {
        var items =
                scenarios.works(caller).stream().map(ScenariosController::work).toList();
        return new Works(items, items.size());
    }

    @PostMapping
    ResponseEntity<Body> create(Caller caller, HttpServletRequest request) throws IOException {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        var made = scenarios.create(caller, read(SiteDraftReader.body(request.getInputStream()), ScenarioDraft.class));
        intake.bringAllUpToDateSoon(caller, PATIENCE);
        return ResponseEntity.created(URI.create("/api/scenarios/" + made.id())).body(body(caller, made, null));
    }

    /** Makes the next version; {@code version} in the body is the one the change builds on. */
    @PutMapping("/{id}")
    Body change(Caller caller, @PathVariable String id, HttpServletRequest request) throws IOException {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        var body = (ObjectNode) SiteDraftReader.body(request.getInputStream());
        int version = body.path("version").asInt(0);
        body.remove("version");
        var changed = scenarios.change(caller, id, version, read(body, ScenarioDraft.class));
        intake.bringAllUpToDateSoon(caller, PATIENCE);
        return body(caller, changed, null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String id) {
        scenarios.remove(caller, id);
        intake.bringAllUpToDateSoon(caller, PATIENCE);
    }

    @DeleteMapping("/works/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeWork(Caller caller, @PathVariable long id) {
        scenarios.removeWork(caller, id);
    }

    /** Planned works as a GeoJSON collection: each feature's properties are those of a work. All or none are stored. */
    @PostMapping("/works/import")
    ResponseEntity<Stored> importWorks(Caller caller, HttpServletRequest request) throws IOException {
        Access.require(caller, Operation.EDIT_SCENARIOS);
        var body = SiteDraftReader.body(request.getInputStream());
        if (!body.path("features").isArray() || body.path("features").isEmpty()) {
            throw bad(
                    new Said("Filen er ingen GeoJSON FeatureCollection.", "The file is no GeoJSON FeatureCollection."),
                    new Said(
                            "Lagre tiltakene som GeoJSON (lengde- og breddegrad) og prøv igjen.",
                            "Save the works as GeoJSON (longitude and latitude) and try again."));
        }
        var works = new ArrayList<WorkDraft>();
        for (var feature : body.path("features")) {
            works.add(read(flat(feature), WorkDraft.class));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(new Stored(scenarios.addWorks(caller, works)));
    }

    /** A feature as one object; what GIS programs write for a missing value is no value. */
    private static JsonNode flat(JsonNode feature) {
        ObjectNode flat = JSON.createObjectNode();
        feature.path("properties").properties().forEach(entry -> {
            boolean list = entry.getKey().equals("classes") && entry.getValue().isString();
            flat.set(
                    entry.getKey(),
                    list
                            ? JSON.valueToTree(
                                    List.of(entry.getValue().asString().split("\\s*,\\s*")))
                            : entry.getValue());
        });
        flat.set("geometry", feature.path("geometry").isObject() ? feature.path("geometry") : JSON.nullNode());
        return flat;
    }

    private Body body(Caller caller, Scenario scenario, @Nullable String strategy) {
        return new Body(
                scenario.id(),
                scenario.version(),
                scenario.name(),
                scenario.note(),
                true,
                scenario.works().stream().map(ScenariosController::work).toList(),
                run(caller, scenario, strategy),
                scenario.at().toString(),
                Access.may(caller, Operation.READ_IMPORTS) ? scenario.by() : null);
    }

    private @Nullable UUID run(Caller caller, Scenario scenario, @Nullable String strategy) {
        try {
            return scoring.runInUse(caller, strategy, scenario.id());
        } catch (NoSuchRun e) {
            return null;
        }
    }

    private static WorkBody work(PlannedWork one) {
        return new WorkBody(one.id(), one.work(), one.at().toString());
    }

    private static <T> T read(JsonNode body, Class<T> type) {
        try {
            return JSON.treeToValue(body, type);
        } catch (JacksonException e) {
            var what = Objects.requireNonNullElse(e.getOriginalMessage(), "");
            throw bad(
                    new Said("Innholdet er ikke som ventet: " + what, "The content is not as expected: " + what),
                    new Said("Se /v3/api-docs.", "See /v3/api-docs."));
        }
    }

    private static Refusal bad(Said what, Said remedy) {
        return new Refusal(400, what, remedy);
    }
}

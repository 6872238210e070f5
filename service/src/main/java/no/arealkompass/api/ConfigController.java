package no.arealkompass.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.access.Role;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import no.arealkompass.score.Scoring;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the page must know before it can show anything. */
@RestController
class ConfigController {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Datasets datasets;
    private final Scoring scoring;
    private final Settings settings;
    private final String version;

    ConfigController(Datasets datasets, Scoring scoring, Settings settings, @Value("${areal.version}") String version) {
        this.datasets = datasets;
        this.scoring = scoring;
        this.settings = settings;
        this.version = version;
    }

    record RegionBody(
            String id,
            Text name,
            List<Double> bounds,
            List<Double> view,
            List<MunicipalityBody> municipalities,
            List<Region.Destination> destinations,
            Text contact) {}

    /** Without the mailbox, which is for reminders and not for the world. */
    record MunicipalityBody(String number, String name) {}

    /** Who asks (a stranger has no name), and everything that caller may do, so that the page offers nothing else. */
    record CallerBody(@Nullable String name, Role role, Set<String> municipalities, Set<Operation> may) {}

    record StrategyRef(String id, String version) {}

    /**
     * @param sample whether any dataset in use is schematic sample data
     * @param defaultStrategy null as long as none is published
     */
    record Config(
            RegionBody region,
            Settings.@Nullable BaseMap baseMap,
            boolean sample,
            List<String> sampleDatasets,
            Map<String, String> software,
            CallerBody caller,
            @Nullable StrategyRef defaultStrategy,
            List<String> languages) {}

    @GetMapping(path = "/api/config", produces = MediaType.APPLICATION_JSON_VALUE)
    Config config(Caller caller) {
        var region = datasets.region(caller);
        var samples = datasets.inUse(caller).values().stream()
                .filter(DatasetVersion::sample)
                .map(DatasetVersion::dataset)
                .toList();
        return new Config(
                new RegionBody(
                        region.id(),
                        region.name(),
                        box(region.bounds()),
                        box(region.view()),
                        region.municipalities().stream()
                                .map(m -> new MunicipalityBody(m.number(), m.name()))
                                .toList(),
                        region.destinations(),
                        region.contact()),
                settings.baseMap(),
                !samples.isEmpty(),
                samples,
                Map.of("version", version),
                new CallerBody(
                        caller.role() == Role.PUBLIC ? null : caller.name(),
                        caller.role(),
                        new TreeSet<>(caller.municipalities()),
                        Access.granted(caller)),
                scoring.strategies(caller).stream()
                        .findFirst()
                        .map(s -> new StrategyRef(s.id(), s.version()))
                        .orElse(null),
                List.of("nb", "en"));
    }

    private static List<Double> box(Region.Box box) {
        return List.of(box.west(), box.south(), box.east(), box.north());
    }

    /** What the ids of facts mean, with units and the allowed classes in both languages. */
    @GetMapping(path = "/api/facts", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode facts(Caller caller) throws IOException {
        try (var in = datasets.resource(caller, "codes/facts.yaml").getInputStream()) {
            return YAML.readTree(in);
        }
    }
}

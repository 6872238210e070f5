package no.arealkompass.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.ImportReport;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.dataset.Progress;
import no.arealkompass.dataset.Property;
import no.arealkompass.dataset.Source;
import no.arealkompass.intake.Intake;
import no.arealkompass.score.Scoring;
import no.arealkompass.strategy.Metric;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Datasets: what is described, what is loaded, who uses it; and the import of a file. */
@RestController
@RequestMapping(path = "/api/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
class DatasetsController {
    private final Datasets datasets;
    private final Scoring scoring;
    private final Intake intake;
    private final JsonMapper json;

    DatasetsController(Datasets datasets, Scoring scoring, Intake intake, JsonMapper json) {
        this.datasets = datasets;
        this.scoring = scoring;
        this.intake = intake;
        this.json = json;
    }

    record DatasetList(List<DatasetBody> items, int total) {}

    /**
     * @param inUse null when no data are loaded: the theme is not mapped
     * @param usedBy ids of the criteria and checks that read it, per strategy
     */
    record DatasetBody(
            String id,
            Text name,
            String role,
            String geometry,
            String classProperty,
            Map<String, Property> properties,
            Dataset.MapStyle map,
            @Nullable DatasetVersion inUse,
            Map<String, Set<String>> usedBy,
            List<Source> sources,
            @Nullable List<DatasetVersion> versions,
            @Nullable JsonNode coverage) {}

    @GetMapping
    DatasetList list(Caller caller) {
        var inUse = datasets.inUse(caller);
        var usedBy = usedBy(caller);
        var items = datasets.all(caller).stream()
                .map(d -> body(d, inUse.get(d.id()), usedBy.getOrDefault(d.id(), Map.of()), null, null))
                .toList();
        return new DatasetList(items, items.size());
    }

    @GetMapping("/{id}")
    DatasetBody get(Caller caller, @PathVariable String id) {
        var dataset = datasets.find(caller, id).orElseThrow(() -> noSuchDataset(id));
        var inUse = datasets.inUse(caller, id).orElse(null);
        var coverage = inUse == null
                ? null
                : datasets.coverage(caller, inUse.id()).map(json::readTree).orElse(null);
        return body(dataset, inUse, usedBy(caller).getOrDefault(id, Map.of()), datasets.history(caller, id), coverage);
    }

    record Gaps(
            String dataset,
            @Nullable Integer version,
            double areaM2,
            double notCoveredM2,
            double share,
            List<GapBody> items,
            int total) {}

    /**
     * @param share of the municipality that is not covered, 0 to 1
     * @param covered shapes in longitude and latitude, simplified for drawing
     */
    record GapBody(
            String number,
            String name,
            double areaM2,
            double notCoveredM2,
            double share,
            JsonNode covered,
            JsonNode notCovered) {}

    /** Which parts of the region the dataset does not cover: there, nothing found means nothing. */
    @GetMapping("/{id}/gaps")
    Gaps gaps(Caller caller, @PathVariable String id) {
        var dataset = datasets.find(caller, id).orElseThrow(() -> noSuchDataset(id));
        var version = datasets.inUse(caller, dataset.id()).map(DatasetVersion::version);
        var items = datasets.gaps(caller, dataset.id()).stream()
                .map(g -> new GapBody(
                        g.number(),
                        g.name(),
                        g.areaM2(),
                        g.notCoveredM2(),
                        g.share(),
                        json.readTree(g.covered()),
                        json.readTree(g.notCovered())))
                .toList();
        double areaM2 = items.stream().mapToDouble(GapBody::areaM2).sum();
        double notCoveredM2 = items.stream().mapToDouble(GapBody::notCoveredM2).sum();
        return new Gaps(
                id,
                version.orElse(null),
                areaM2,
                notCoveredM2,
                areaM2 == 0 ? 1 : notCoveredM2 / areaM2,
                items,
                items.size());
    }

    private static DatasetBody body(
            Dataset d,
            @Nullable DatasetVersion inUse,
            Map<String, Set<String>> usedBy,
            @Nullable List<DatasetVersion> versions,
            @Nullable JsonNode coverage) {
        return new DatasetBody(
                d.id(),
                d.name(),
                d.role().name().toLowerCase(Locale.ROOT),
                d.geometry().name().toLowerCase(Locale.ROOT),
                d.classProperty(),
                d.properties(),
                d.map(),
                inUse,
                usedBy,
                d.sources(),
                versions,
                coverage);
    }

    /** Dataset id → strategy id → the criteria and checks that read it. */
    private Map<String, Map<String, Set<String>>> usedBy(Caller caller) {
        var used = new TreeMap<String, Map<String, Set<String>>>();
        for (var strategy : scoring.strategies(caller)) {
            strategy.criteria().forEach(c -> note(used, strategy.id(), c.id(), c.metric()));
            strategy.checks().forEach(c -> note(used, strategy.id(), c.id(), c.metric()));
        }
        return used;
    }

    private static void note(Map<String, Map<String, Set<String>>> used, String strategy, String id, Metric metric) {
        metric.datasets()
                .forEach(dataset -> used.computeIfAbsent(dataset, d -> new TreeMap<>())
                        .computeIfAbsent(strategy, s -> new TreeSet<>())
                        .add(id));
    }

    /** Imports a file; the answer is the report, or a problem with every fault when it is refused. */
    @PostMapping(path = "/{id}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> importFile(
            Caller caller,
            @PathVariable String id,
            @RequestParam MultipartFile file,
            @RequestParam String source,
            @RequestParam @Nullable String crs,
            Locale locale)
            throws IOException {
        Access.require(caller, Operation.IMPORT);
        var dataset = datasets.find(caller, id).orElseThrow(() -> noSuchDataset(id));
        if (dataset.source(source).isEmpty()) {
            throw noSuchSource(dataset, source);
        }
        var folder = Files.createTempDirectory("areal-upload");
        var copy = folder.resolve(safeName(file.getOriginalFilename()));
        try {
            file.transferTo(copy);
            var report = intake.take(caller, id, source, copy, Optional.ofNullable(crs), Progress.NONE);
            if (report.outcome() == Outcome.REFUSED) {
                return refused(caller, report, locale);
            }
            intake.bringUpToDate(caller, Progress.NONE);
            return ResponseEntity.status(report.outcome() == Outcome.ACCEPTED ? 201 : 200)
                    .body(report);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }

    /** The ending tells GDAL the format; nothing else of a foreign name is trusted. */
    private static String safeName(@Nullable String name) {
        var plain = name == null
                ? ""
                : Path.of(name.replace('\\', '/')).getFileName().toString();
        return plain.matches("[\\p{L}\\p{N} ._-]{1,120}") && !plain.startsWith(".") ? plain : "file";
    }

    private ResponseEntity<ProblemDetail> refused(Caller caller, ImportReport report, Locale locale) {
        var issues = datasets.issues(caller, report.id());
        var answer = Problems.answer(
                422,
                "import-refused",
                locale,
                new Said("Filen er avvist", "The file is refused"),
                new Said(
                        report.blockingIssues() + " feil. Ingenting er lagret; versjonen i bruk er som før.",
                        report.blockingIssues() + " fault(s). Nothing is stored; the version in use is as before."),
                new Said(
                        "Rett feilene og importer på nytt. Alle med sted: /api/imports/" + report.id() + "/issues",
                        "Mend the faults and import again. All with their place: /api/imports/" + report.id()
                                + "/issues"));
        var body = Problems.body(answer);
        body.setProperty("import", report.id());
        body.setProperty(
                "violations",
                issues.stream()
                        .filter(i -> i.blocking())
                        .limit(100)
                        .map(i -> ImportsController.violation(i, locale))
                        .toList());
        return answer;
    }

    private static Refusal noSuchSource(Dataset dataset, String source) {
        var known = dataset.sources().stream().map(Source::id).toList();
        return new Refusal(
                400,
                new Said(
                        "«" + source + "» er ingen kilde for " + dataset.id() + ".",
                        "'" + source + "' is no source of " + dataset.id() + "."),
                new Said("Velg en av " + known + ".", "Choose one of " + known + "."));
    }

    private static Refusal noSuchDataset(String id) {
        return new Refusal(
                404,
                new Said("Det finnes ikke noe datasett «" + id + "».", "There is no dataset '" + id + "'."),
                new Said("Se listen på /api/datasets.", "See the list at /api/datasets."));
    }
}

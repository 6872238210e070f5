package no.arealkompass.dataset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.geo.Bbox;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * The way in to reference layers. Coordinates that go out are longitude and latitude (EPSG:4326); what is stored is in
 * the storage CRS. Every method throws {@link no.arealkompass.access.AccessDenied} when the caller may not.
 */
@Service
public class Datasets {
    private final Catalogue catalogue;
    private final VersionRepository versions;
    private final FeatureRepository features;
    private final ImportRepository imports;
    private final IssueRepository issues;
    private final Importer importer;
    private final Deriver deriver;
    private final Fetcher fetcher;
    private final GapRepository gaps;
    private final StagingRepository staging;

    Datasets(
            Catalogue catalogue,
            VersionRepository versions,
            FeatureRepository features,
            ImportRepository imports,
            IssueRepository issues,
            Importer importer,
            Deriver deriver,
            Fetcher fetcher,
            GapRepository gaps,
            StagingRepository staging) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.features = features;
        this.imports = imports;
        this.issues = issues;
        this.importer = importer;
        this.deriver = deriver;
        this.fetcher = fetcher;
        this.gaps = gaps;
        this.staging = staging;
    }

    /** The region this service works for. */
    public Region region(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return catalogue.region();
    }

    /** All described datasets, in the order of their ids. */
    public Collection<Dataset> all(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return catalogue.datasets();
    }

    /** One described dataset. */
    public Optional<Dataset> find(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return catalogue.dataset(dataset);
    }

    /** The version in use of every dataset that has one, by dataset id. */
    public Map<String, DatasetVersion> inUse(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        Map<String, DatasetVersion> inUse = new LinkedHashMap<>();
        versions.inUse().stream()
                .filter(version -> !isPlans(version.dataset()))
                .forEach(version -> inUse.put(version.dataset(), shown(caller, version)));
        return inUse;
    }

    /**
     * The version in use of one dataset. Plans have none: every delivery of them stands for itself, and what may be read
     * of it is the business of the package plan.
     */
    public Optional<DatasetVersion> inUse(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return isPlans(dataset) ? Optional.empty() : versions.inUse(dataset).map(version -> shown(caller, version));
    }

    /** Any version by its id, in use or not; deliveries of plans, which may be proposals, for those who may read all. */
    public Optional<DatasetVersion> version(Caller caller, long id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return versions.version(id)
                .filter(version -> maySee(caller, version.dataset()))
                .map(version -> shown(caller, version));
    }

    /** All versions of a dataset, newest first; deliveries of plans for those who may read all. */
    public List<DatasetVersion> history(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return maySee(caller, dataset)
                ? versions.history(dataset).stream()
                        .map(version -> shown(caller, version))
                        .toList()
                : List.of();
    }

    /** A delivery of sites may hold drafts: it is said to have as many objects as there are sites the caller may see. */
    private DatasetVersion shown(Caller caller, DatasetVersion version) {
        return hidesSome(caller, version.dataset()) ? version.with(versions.visibleSites(version.id())) : version;
    }

    private boolean hidesSome(Caller caller, String dataset) {
        return has(dataset, DatasetRole.SITES) && !Access.may(caller, Operation.READ_ALL);
    }

    private boolean maySee(Caller caller, String dataset) {
        return !isPlans(dataset) || Access.may(caller, Operation.READ_ALL);
    }

    private boolean isPlans(String dataset) {
        return has(dataset, DatasetRole.PLANS);
    }

    private boolean has(String dataset, DatasetRole role) {
        return catalogue
                .dataset(dataset)
                .filter(described -> described.role() == role)
                .isPresent();
    }

    /** The classes the objects of a dataset have or may have: those in its versions, and those roads are driven by. */
    public List<String> classes(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return Stream.concat(
                        versions.classes(dataset).stream(),
                        catalogue.datasets().stream()
                                .flatMap(one -> Stream.ofNullable(one.derive()))
                                .map(Derivation::roads)
                                .filter(roads -> roads.from().equals(dataset))
                                .flatMap(roads -> roads.speedsKmh().keySet().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The area a version covers, as the text of a GeoJSON geometry (EPSG:4326). That of delivered sites is where they lie,
     * drafts too: for who sees all of them only.
     */
    public Optional<String> coverage(Caller caller, long versionId) {
        return version(caller, versionId)
                .filter(version -> !hidesSome(caller, version.dataset()))
                .flatMap(version -> versions.coverage(versionId));
    }

    /**
     * What the version in use of a dataset does not cover, for each municipality of the region; all of it when there is
     * no version. Empty while there are no municipalities to measure against.
     */
    public List<Gap> gaps(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        long version = hidesSome(caller, dataset)
                ? 0
                : inUse(caller, described(dataset).id()).map(DatasetVersion::id).orElse(0L);
        return catalogue.datasets().stream()
                .filter(d -> d.role() == DatasetRole.MUNICIPALITIES)
                .flatMap(d -> versions.inUse(d.id()).stream())
                .findFirst()
                .map(frame -> gaps.gaps(frame.id(), catalogue.region(), version))
                .orElse(List.of());
    }

    /** A file of {@code gis-data}: a strategy, a code list, a sample. The path comes from us, never from a request. */
    public Resource resource(Caller caller, String path) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return catalogue.resource(path);
    }

    /**
     * A page of the features of the version in use that touch the box; empty when the dataset has no version, and for
     * delivered sites, which may be drafts: those are read as sites.
     *
     * @param classes only these classes; none means all
     */
    public Optional<FeaturePage> features(
            Caller caller, String dataset, Bbox bbox, List<String> classes, int limit, int offset) {
        return inUse(caller, dataset)
                .filter(version -> catalogue.dataset(dataset).map(Dataset::role).orElseThrow() != DatasetRole.SITES)
                .map(version -> new FeaturePage(
                        features.list(version.id(), bbox, classes, limit, offset),
                        features.count(version.id(), bbox, classes)));
    }

    /**
     * Brings a file in as the next version of a dataset: all of it, or nothing but the report and its issues.
     *
     * @param crs the CRS of the file as the caller says it, such as {@code EPSG:25833}; needed only where the file does
     *     not say, and used against the file's own word if given
     * @param inTransaction what else belongs to the version; runs before it is visible, and undoes it by throwing
     * @return what became of the file; a refusal is an answer, no exception
     * @throws IllegalArgumentException when there is no such dataset or source
     */
    public ImportReport importFile(
            Caller caller,
            String dataset,
            String source,
            Path file,
            Optional<String> crs,
            Progress progress,
            Consumer<ImportedVersion> inTransaction) {
        Consequences consequences = new Consequences(
                (c, version) -> {
                    inTransaction.accept(version);
                    return Followed.NOTHING;
                },
                (c, ids) -> Map.of(),
                (c, p) -> {});
        return importFile(caller, file, Choices.of(dataset, source, crs.orElse(null)), progress, consequences);
    }

    /**
     * The same for several files that make one version together, such as one per municipality.
     *
     * @param choices dataset and source must be among them
     */
    public ImportReport importFiles(
            Caller caller, List<Path> files, Choices choices, Progress progress, Consequences consequences) {
        if (files.size() == 1) {
            return importFile(caller, files.getFirst(), choices, progress, consequences);
        }
        return Together.with(
                choices.dataset() + "-" + choices.source(),
                files,
                folder -> importFile(caller, folder, choices, progress, consequences));
    }

    /**
     * Brings a file in as the next version of the dataset that is named among the choices: all of it, or nothing but the
     * report and its issues. What is not said and not clear refuses the file.
     *
     * @param choices dataset and source must be among them
     * @throws IllegalArgumentException when there is no such dataset or source
     */
    public ImportReport importFile(
            Caller caller, Path file, Choices choices, Progress progress, Consequences consequences) {
        Long id = run(caller, file, choices, true, progress, consequences).importId();
        return Optional.ofNullable(id).flatMap(imports::report).orElseThrow();
    }

    /** What a file holds, and everything that is wrong with it. */
    public record Examined(Examination examination, List<ImportIssue> issues) {}

    /**
     * Imports a file and takes it back: nothing is stored.
     *
     * @throws IllegalArgumentException when there is no such dataset or source
     */
    public Examined examine(Caller caller, Path file, Choices choices, Progress progress, Consequences consequences) {
        Importer.Result result = run(caller, file, choices, false, progress, consequences);
        return new Examined(
                result.examination(),
                result.issues().stream().map(issue -> issue.told(0)).toList());
    }

    private Importer.Result run(
            Caller caller, Path file, Choices choices, boolean keep, Progress progress, Consequences consequences) {
        Access.require(caller, Operation.IMPORT);
        catalogue.requireDescribed(choices, keep);
        choices.plan().fault().ifPresent(fault -> {
            throw new IllegalArgumentException(
                    fault.what().en() + " " + fault.remedy().en());
        });
        return importer.run(new Importer.Request(
                caller,
                file,
                String.valueOf(file.getFileName()),
                choices,
                keep,
                progress,
                () -> {},
                version -> consequences.within().apply(caller, version),
                ids -> consequences.outlines().apply(caller, ids),
                id -> {}));
    }

    /**
     * Fetches the files of a source from its publisher, for the region. They stay where they are, so that the next fetch
     * asks only for what has changed.
     *
     * @throws FetchFailed when they cannot be had
     * @throws IllegalArgumentException when there is no such dataset or source
     */
    public List<FetchedFile> fetch(Caller caller, String dataset, String source, Progress progress) {
        Access.require(caller, Operation.IMPORT, Set.of());
        Source from = source(described(dataset), source);
        Supply.Download download = from.download();
        if (download == null || !from.available()) {
            throw FetchFailed.forGood(
                    "«" + from.name().nb() + "» kan ikke hentes av tjenesten.",
                    "“" + from.name().en() + "” cannot be fetched by the service.",
                    from.howToGet().nb(),
                    from.howToGet().en());
        }
        return fetcher.fetchAll(download, catalogue.region(), progress);
    }

    private Dataset described(String dataset) {
        return catalogue
                .dataset(dataset)
                .orElseThrow(() -> new IllegalArgumentException("No dataset is called " + dataset));
    }

    private static Source source(Dataset dataset, String source) {
        return dataset.source(source)
                .orElseThrow(
                        () -> new IllegalArgumentException("Dataset " + dataset.id() + " has no source " + source));
    }

    /** The log of imports, newest first. */
    public List<ImportReport> imports(Caller caller, int limit, int offset) {
        Access.require(caller, Operation.READ_IMPORTS);
        return imports.reports(limit, offset);
    }

    /** One import. */
    public Optional<ImportReport> importReport(Caller caller, long id) {
        Access.require(caller, Operation.READ_IMPORTS);
        return imports.report(id);
    }

    /** How many imports there are in the log. */
    public int countImports(Caller caller) {
        Access.require(caller, Operation.READ_IMPORTS);
        return imports.count();
    }

    /**
     * What was wrong with the file of an import: blocking issues first, in the order of the file. At most as many as
     * are stored per import; the last one then says how many more there were.
     */
    public List<ImportIssue> issues(Caller caller, long importId) {
        Access.require(caller, Operation.READ_IMPORTS);
        return issues.of(importId);
    }

    /** Sees to it that the ground of the municipalities is the one in use; it decides whose each site is. */
    public void keepGround(Caller caller) {
        Access.require(caller, Operation.IMPORT, Set.of());
        catalogue.datasets().stream()
                .filter(dataset -> dataset.role() == DatasetRole.MUNICIPALITIES)
                .flatMap(dataset -> versions.inUse(dataset.id()).stream())
                .forEach(version -> staging.takeGround(version.id()));
    }

    /**
     * Derives every layer whose inputs have changed since it was last derived; doing it twice changes nothing.
     *
     * @return whether there was anything to do
     */
    public boolean deriveOutdated(Caller caller, Progress progress) {
        Access.require(caller, Operation.DERIVE);
        return deriver.deriveOutdated(caller.name(), progress);
    }
}

package no.arealkompass.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.dataset.ImportRepository.Attempt;
import no.arealkompass.dataset.Mapping.Staged;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The import door: copy, read confined, stage, find issues, and then either store everything or nothing but the issues.
 * All that is stored is stored in one transaction, so that a killed import leaves the version in use as it was.
 */
@Component
final class Importer {
    private static final int BATCH_OBJECTS = 1000;
    private static final long BATCH_BYTES = 16_000_000;

    private final Catalogue catalogue;
    private final ForeignFiles files;
    private final ImportLimits limits;
    private final StagingRepository staging;
    private final VersionRepository versions;
    private final ImportRepository imports;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Importer(
            Catalogue catalogue,
            ForeignFiles files,
            ImportLimits limits,
            StagingRepository staging,
            VersionRepository versions,
            ImportRepository imports,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.catalogue = catalogue;
        this.files = files;
        this.limits = limits;
        this.staging = staging;
        this.versions = versions;
        this.imports = imports;
        this.transaction = transaction;
        this.json = json;
    }

    /** What is asked of the importer. */
    record Request(
            String by,
            Dataset dataset,
            Source source,
            Path file,
            Optional<String> crs,
            Progress progress,
            Consumer<ImportedVersion> inTransaction) {
        Attempt attempt(String sha256, String crs, CrsHow how) {
            return new Attempt(dataset.id(), source.id(), String.valueOf(file.getFileName()), sha256, by, crs, how);
        }
    }

    /** A file whose layer and CRS are known. */
    private record Opened(ForeignFile file, Layer layer, FileCrs crs) {}

    ImportReport run(Request request) {
        String sha256 = "";
        FileCrs crs = null;
        request.progress().report("Opening " + request.file().getFileName(), 0, 0);
        try (ForeignFile file = open(request)) {
            sha256 = file.sha256();
            Opened opened = choose(request, file);
            crs = opened.crs();
            return report(transaction.execute(status -> take(request, opened)));
        } catch (Refused e) {
            return refuse(request, sha256, crs, e.issue());
        } catch (DataAccessException e) {
            String reason = String.valueOf(e.getMostSpecificCause().getMessage());
            if (crs == null || !reason.contains("transform")) {
                throw e; // the database's trouble, not the file's
            }
            return refuse(
                    request,
                    sha256,
                    crs,
                    new FileIssue("CRS_IMPOSSIBLE", true, Map.of("stated", crs.name(), "reason", reason)));
        }
    }

    private ForeignFile open(Request request) {
        Slope slope = request.source().slope();
        return slope == null
                ? files.open(request.file())
                : files.openTerrain(request.file(), slope, request.progress());
    }

    private ImportReport refuse(Request request, String sha256, @Nullable FileCrs crs, FileIssue issue) {
        Attempt attempt =
                request.attempt(sha256, crs == null ? "" : crs.name(), crs == null ? CrsHow.UNKNOWN : crs.how());
        return report(transaction.execute(status -> {
            long id = imports.add(attempt, Outcome.REFUSED, 0, null);
            imports.addIssue(id, issue);
            return id;
        }));
    }

    private ImportReport report(@Nullable Long id) {
        return Optional.ofNullable(id).flatMap(imports::report).orElseThrow();
    }

    private static Opened choose(Request request, ForeignFile file) {
        if (!request.source().available()) {
            throw new Refused("NOT_IMPORTABLE", Map.of());
        }
        Layer layer = layer(request, file);
        return new Opened(file, layer, FileCrs.of(layer.crs(), layer.crsByStandard(), request.crs()));
    }

    /** The layer the description names; else the only one. */
    private static Layer layer(Request request, ForeignFile file) {
        String wanted = file.format() == Format.GEOJSON ? "" : request.source().layer();
        List<Layer> fitting = file.layers().stream()
                .filter(layer -> wanted.isEmpty() || layer.name().equals(wanted))
                .toList();
        String has = String.join(", ", file.layers().stream().map(Layer::name).toList());
        if (fitting.size() == 1 && !has.startsWith("-")) {
            return fitting.getFirst();
        }
        throw fitting.isEmpty()
                ? new Refused("NO_LAYER", Map.of("wanted", wanted, "has", has))
                : new Refused("SEVERAL_LAYERS", Map.of("has", has));
    }

    /** Everything inside the transaction; answers the id of the import. */
    private long take(Request request, Opened opened) {
        staging.lock(request.dataset().id());
        Region region = catalogue.region();
        List<Long> parents = frame(request.source());
        String description = Frozen.imported(
                json, region, request.dataset(), request.source(), opened.crs().name());
        Attempt attempt = request.attempt(
                opened.file().sha256(), opened.crs().name(), opened.crs().how());
        // A corrected version lies above the delivered one; the same file is nothing new all the same.
        Optional<DatasetVersion> before = versions.delivered(request.dataset().id());
        if (before.isPresent()
                && before.get().sha256().equals(attempt.sha256())
                && before.get().parents().equals(parents)
                && versions.sameDescription(before.get().id(), description)) {
            return imports.add(
                    attempt,
                    Outcome.UNCHANGED,
                    before.get().featureCount(),
                    before.get().id());
        }
        List<FileIssue> ofFile = new ArrayList<>(opened.file().notes());
        int objects = stage(request, opened, ofFile);
        request.progress().report("Looking for faults", 0, 0);
        staging.examine(opened.crs().epsg(), region, request.dataset().geometry(), ofFile);
        Long version = staging.anyBlocking() ? null : store(request, attempt, description, parents);
        long id = imports.add(attempt, version == null ? Outcome.REFUSED : Outcome.ACCEPTED, objects, version);
        imports.keepIssues(id, limits.issues());
        if (version != null) {
            request.inTransaction().accept(new ImportedVersion(version, request.dataset(), request.source()));
        }
        return id;
    }

    /** The municipality version that frames the coverage, if it is framed. */
    private List<Long> frame(Source source) {
        if (source.coverage().kind() != Source.Coverage.Kind.REGION_BUFFER) {
            return List.of();
        }
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.role() == DatasetRole.MUNICIPALITIES)
                .flatMap(dataset -> versions.inUse(dataset.id()).stream())
                .map(DatasetVersion::id)
                .toList();
    }

    private int stage(Request request, Opened opened, List<FileIssue> ofFile) {
        int srid = opened.crs().epsg();
        if (!staging.knowsCrs(srid)) {
            throw new Refused("CRS_NOT_KNOWN", Map.of("crs", opened.crs().name()));
        }
        if (!request.source().crs().equals(opened.crs().name())) {
            ofFile.add(new FileIssue(
                    "CRS_DIFFERS",
                    false,
                    Map.of(
                            "stated",
                            opened.crs().name(),
                            "expected",
                            request.source().crs())));
        }
        staging.begin();
        Mapping mapping = new Mapping(request.dataset(), request.source(), json);
        int[] count = {0};
        opened.file()
                .objects(
                        opened.layer(),
                        rows -> count[0] = stageAll(
                                count[0],
                                request,
                                rows,
                                mapping,
                                srid,
                                opened.layer().count(),
                                ofFile));
        return count[0];
    }

    private int stageAll(
            int before, Request request, CopyStream rows, Mapping mapping, int srid, long total, List<FileIssue> ofFile)
            throws IOException {
        List<Staged> batch = new ArrayList<>();
        long bytes = 0;
        int count = before;
        for (CopyStream.Row row = rows.next(); row != null; row = rows.next()) {
            Staged staged = mapping.stage(++count, row);
            batch.add(staged);
            bytes += staged.properties().length() + (staged.wkb() == null ? 0 : staged.wkb().length);
            if (batch.size() == BATCH_OBJECTS || bytes > BATCH_BYTES) {
                staging.stage(batch, srid);
                batch.clear();
                bytes = 0;
                request.progress().report("Reading objects", count, Math.max(count, total));
            }
        }
        if (!batch.isEmpty()) {
            staging.stage(batch, srid);
        }
        if (count > before) {
            ofFile.addAll(mapping.missingFields(rows.fields()));
        }
        request.progress().report("Reading objects", count, count);
        return count;
    }

    /** Stores version, features and pieces; null, with the reason among the issues, when there is no coverage. */
    private @Nullable Long store(Request request, Attempt attempt, String description, List<Long> parents) {
        Source.Coverage coverage = request.source().coverage();
        boolean framed = coverage.kind() == Source.Coverage.Kind.REGION_BUFFER;
        Optional<byte[]> covered =
                staging.coverage(coverage, catalogue.region(), parents.isEmpty() ? 0 : parents.getFirst());
        if (covered.isEmpty()) {
            staging.add(new FileIssue(framed ? "NEEDS_MUNICIPALITIES" : "NO_COVERAGE", true, Map.of()));
            return null;
        }
        request.progress().report("Storing", 0, 0);
        GeometryKind kind = request.dataset().geometry();
        long version = versions.add(
                attempt,
                description,
                request.source(),
                parents,
                covered.get(),
                catalogue.region().srid());
        staging.features(version, kind);
        request.progress().report("Preparing for measuring", 0, 0);
        staging.pieces(version);
        return version;
    }
}

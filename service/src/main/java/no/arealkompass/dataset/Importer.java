package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Chooser.Chosen;
import no.arealkompass.dataset.Chooser.Target;
import no.arealkompass.dataset.Examiner.Look;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.dataset.ImportRepository.Attempt;
import no.arealkompass.dataset.LookRepository.Shown;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The import door: copy, read confined, stage, find issues, and then either store everything or nothing but the issues.
 * Examining a file is the same work in a transaction that is taken back at its end. All that is stored is stored in one
 * transaction, so that a killed import leaves the version in use as it was.
 */
@Component
final class Importer {
    private static final int LAYERS_LOOKED_AT = 50;

    private final Catalogue catalogue;
    private final ForeignFiles files;
    private final Chooser chooser;
    private final Examiner examiner;
    private final ImportLimits limits;
    private final StagingRepository staging;
    private final VersionRepository versions;
    private final ImportRepository imports;
    private final IssueRepository issues;
    private final PlanDesk plans;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Audit audit;

    Importer(
            Catalogue catalogue,
            ForeignFiles files,
            Chooser chooser,
            Examiner examiner,
            ImportLimits limits,
            StagingRepository staging,
            VersionRepository versions,
            ImportRepository imports,
            IssueRepository issues,
            PlanDesk plans,
            TransactionTemplate transaction,
            JsonMapper json,
            Audit audit) {
        this.catalogue = catalogue;
        this.files = files;
        this.chooser = chooser;
        this.examiner = examiner;
        this.limits = limits;
        this.staging = staging;
        this.versions = versions;
        this.imports = imports;
        this.issues = issues;
        this.plans = plans;
        this.transaction = transaction;
        this.json = json;
        this.audit = audit;
    }

    /**
     * What is asked of the importer.
     *
     * @param fileName as whoever handed it in calls it
     * @param keep whether the result is kept, or taken back once it is known
     * @param claim runs first in the transaction, and gives the work up by throwing
     * @param within what else belongs to a version, done in its transaction
     * @param outlines outlines of known objects for tables without geometry
     * @param imported told the number of an import that is in use, in its transaction
     */
    record Request(
            Caller caller,
            Path file,
            String fileName,
            Choices choices,
            boolean keep,
            Progress progress,
            Runnable claim,
            Function<ImportedVersion, Followed> within,
            Function<List<String>, Map<String, byte[]>> outlines,
            java.util.function.LongConsumer imported) {

        Request of(Choices other) {
            return new Request(caller, file, fileName, other, keep, progress, claim, within, outlines, imported);
        }
    }

    /**
     * What came of it.
     *
     * @param preview some objects with coordinates as in the file
     * @param importId the import in the log; null when the file was only examined, or it is not known what for
     */
    record Result(
            Examination examination,
            List<Found> issues,
            List<Shown> preview,
            @Nullable Long importId) {}

    Result run(Request asked) {
        Request request =
                isUnnamedRaster(asked) ? catalogue.terrain().map(asked::of).orElse(asked) : asked;
        Findings findings = new Findings(limits.issues(), request.choices());
        AtomicReference<@Nullable Long> id = new AtomicReference<>();
        request.progress().report("Opening " + request.fileName(), 0, 0);
        try (ForeignFile file = open(request)) {
            findings.opened(file);
            Chosen chosen = chooser.choose(file, request.fileName(), request.choices());
            findings.chosen(chosen);
            transaction.executeWithoutResult(status -> {
                id.set(inTransaction(request, file, chosen, findings));
                if (id.get() == null) {
                    status.setRollbackOnly();
                }
            });
        } catch (Refused e) {
            findings.add(e.issue());
        } catch (DataAccessException e) {
            findings.add(untransformable(e, findings.crs()));
        }
        if (request.keep() && id.get() == null) {
            id.set(refuse(request, findings));
        }
        return new Result(findings.examination(), findings.issues(), findings.preview(), id.get());
    }

    private static boolean isUnnamedRaster(Request request) {
        try {
            return request.choices().dataset() == null
                    && !Files.isDirectory(request.file())
                    && Terrain.isTiff(request.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A terrain model becomes slope classes by the description of its source, which has to be said. */
    private ForeignFile open(Request request) {
        Choices said = request.choices();
        Slope slope = Optional.ofNullable(said.dataset())
                .flatMap(catalogue::dataset)
                .flatMap(dataset -> Optional.ofNullable(said.source()).flatMap(dataset::source))
                .map(Source::slope)
                .orElse(null);
        return slope == null
                ? files.open(request.file())
                : files.openTerrain(request.file(), slope, request.progress());
    }

    /** Coordinates that the CRS cannot have; anything else is the database's trouble, not the file's. */
    private static FileIssue untransformable(DataAccessException e, @Nullable FileCrs crs) {
        String reason = String.valueOf(e.getMostSpecificCause().getMessage());
        if (crs == null || !reason.contains("transform")) {
            throw e;
        }
        return new FileIssue("CRS_IMPOSSIBLE", true, Map.of("stated", crs.name(), "reason", reason));
    }

    private @Nullable Long refuse(Request request, Findings findings) {
        Choices said = findings.said();
        if (said.dataset() == null || said.source() == null) {
            return null;
        }
        return transaction.execute(status -> {
            request.claim().run();
            long id = imports.add(attempt(request, findings), Outcome.REFUSED, findings.objectCount(), null);
            issues.keep(id, findings.issues());
            return id;
        });
    }

    private static Attempt attempt(Request request, Findings findings) {
        FileCrs crs = findings.crs();
        Choices said = findings.said();
        return new Attempt(
                String.valueOf(said.dataset()),
                String.valueOf(said.source()),
                request.fileName(),
                findings.sha256(),
                request.caller().name(),
                crs == null ? "" : crs.name(),
                crs == null ? CrsHow.UNKNOWN : crs.how());
    }

    /** Answers the id of the import, or null when all is to be taken back. */
    private @Nullable Long inTransaction(Request request, ForeignFile file, Chosen chosen, Findings findings) {
        request.claim().run();
        Target target = chosen.target();
        Layer layer = layer(request, file, chosen, findings);
        if (target == null || layer == null) {
            return null;
        }
        if (!mayImport(request.caller(), target.dataset())) {
            findings.add(new FileIssue(
                    "NOT_YOURS", true, Map.of("dataset", target.dataset().id())));
            return null;
        }
        staging.lock(target.dataset().id());
        List<Long> parents = frame(target.source());
        Optional<DatasetVersion> same = same(target, layer, findings, parents);
        if (same.isPresent() && request.keep()) {
            long id = imports.add(
                    attempt(request, findings),
                    Outcome.UNCHANGED,
                    same.get().featureCount(),
                    same.get().id());
            request.imported().accept(id);
            return id;
        }
        examiner.examine(new Look(file, layer, target, request, findings));
        if (same.isPresent()) {
            String code = isPlans(target) ? "PLAN_SAME" : "SAME_AS_IN_USE";
            findings.add(new FileIssue(code, false, Map.of("version", same.get().version())));
            return null;
        }
        Long version = findings.clear() ? store(request, target, findings, parents) : null;
        if (version != null) {
            follow(request, target, version, findings);
        }
        return version != null && request.keep() && findings.clear() ? accept(request, version, findings) : null;
    }

    /** Sites and plans are their municipality's business as well; all other layers are the region's. */
    private static boolean mayImport(Caller caller, Dataset dataset) {
        return dataset.role() == DatasetRole.SITES
                || dataset.role() == DatasetRole.PLANS
                || Access.may(caller, Operation.IMPORT, Set.of());
    }

    /** The layer to read. While that is a question every layer is looked at, and the looking may answer it. */
    private @Nullable Layer layer(Request request, ForeignFile file, Chosen chosen, Findings findings) {
        Target target = chosen.target();
        if (target != null && chosen.layers().size() == 1) {
            return chosen.layers().getFirst();
        }
        chosen.layers().stream()
                .limit(LAYERS_LOOKED_AT)
                .forEach(layer -> examiner.examine(new Look(file, layer, null, request, findings)));
        if (target == null || findings.said().layer() != null) {
            return null;
        }
        Optional<Layer> only = Chooser.onlyFitting(file.layers(), target.dataset(), findings.objectsByLayer());
        only.ifPresent(layer -> findings.settled(file, layer));
        return only.orElse(null);
    }

    private long accept(Request request, long version, Findings findings) {
        long id = imports.add(attempt(request, findings), Outcome.ACCEPTED, findings.objectCount(), version);
        issues.keep(id, findings.issues());
        plans.remember(findings.said(), request.caller().name());
        request.imported().accept(id);
        String after = findings.said().dataset() + "/" + version;
        audit.record(request.caller(), "import.accept", "import/" + id, null, after, request.fileName());
        return id;
    }

    private static boolean isPlans(Target target) {
        return target.dataset().role() == DatasetRole.PLANS;
    }

    private void follow(Request request, Target target, long version, Findings findings) {
        Followed followed = request.within()
                .apply(new ImportedVersion(version, target.dataset(), target.source(), findings.said()));
        findings.changes(followed.changes());
        String code = isPlans(target) ? "PLAN" : "SITE";
        followed.faults().forEach(fault -> findings.add(followed(code, fault, true)));
        followed.notes().forEach(note -> findings.add(followed(code, note, false)));
    }

    private Found followed(String code, Followed.Fault fault, boolean blocking) {
        return new Found(
                code,
                fault.objectId(),
                staging.place(fault.objectId()).orElse(null),
                null,
                blocking,
                Map.of(
                        "nb", fault.message().nb(),
                        "en", fault.message().en(),
                        "remedyNb", fault.remedy().nb(),
                        "remedyEn", fault.remedy().en()));
    }

    /**
     * The version in use, if this file would make the same one again. Deliveries of plans stand side by side: there any of
     * them counts.
     */
    private Optional<DatasetVersion> same(Target target, Layer layer, Findings findings, List<Long> parents) {
        findings.crs(knownCrs(layer, findings), layer.crs());
        FileCrs crs = findings.crs();
        if (crs == null && layer.hasGeometry()) {
            return Optional.empty();
        }
        String description = description(target, findings);
        // A corrected version lies above the delivered one; the same file is nothing new all the same.
        List<DatasetVersion> before = isPlans(target)
                ? versions.ofBytes(target.dataset().id(), findings.sha256())
                : versions.delivered(target.dataset().id()).stream().toList();
        return before.stream()
                .filter(one -> one.sha256().equals(findings.sha256())
                        && one.parents().equals(parents)
                        && versions.sameDescription(one.id(), description))
                .findFirst();
    }

    private static @Nullable FileCrs knownCrs(Layer layer, Findings findings) {
        if (!layer.hasGeometry()) {
            return null;
        }
        try {
            return FileCrs.of(
                    layer.crs(),
                    layer.crsByStandard(),
                    Optional.ofNullable(findings.said().crs()));
        } catch (Refused e) {
            return null; // found again, and told, when the layer is examined
        }
    }

    private String description(Target target, Findings findings) {
        FileCrs crs = findings.crs();
        return Frozen.imported(
                json,
                catalogue.region(),
                target.dataset(),
                target.source(),
                findings.said(),
                crs == null ? "" : crs.name());
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

    /** Stores version, features and pieces; null, with the reason among the issues, when there is no coverage. */
    private @Nullable Long store(Request request, Target target, Findings findings, List<Long> parents) {
        Source.Coverage coverage = target.source().coverage();
        boolean framed = coverage.kind() == Source.Coverage.Kind.REGION_BUFFER;
        Optional<byte[]> covered =
                staging.coverage(coverage, catalogue.region(), parents.isEmpty() ? 0 : parents.getFirst());
        if (covered.isEmpty()) {
            findings.add(new FileIssue(framed ? "NEEDS_MUNICIPALITIES" : "NO_COVERAGE", true, Map.of()));
            return null;
        }
        request.progress().report("Storing", 0, 0);
        GeometryKind kind = target.dataset().geometry();
        long version = versions.add(
                attempt(request, findings),
                description(target, findings),
                target.source(),
                parents,
                covered.get(),
                catalogue.region().srid());
        staging.features(version, kind);
        if (target.dataset().role() == DatasetRole.MUNICIPALITIES) {
            staging.takeGround(version);
        }
        if (!isPlans(target)) { // plans are measured as zones
            request.progress().report("Preparing for measuring", 0, 0);
            staging.pieces(version);
        }
        return version;
    }
}

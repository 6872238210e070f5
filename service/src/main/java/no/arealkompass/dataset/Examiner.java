package no.arealkompass.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.dataset.Chooser.Target;
import no.arealkompass.dataset.Examination.Candidate;
import no.arealkompass.dataset.Examination.Objects;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.dataset.LookRepository.Reading;
import no.arealkompass.dataset.Mapping.Staged;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads one layer of a file into the staging tables and finds out all there is to know about it. Runs in the
 * transaction of the import, whether that is kept or taken back.
 */
@Component
final class Examiner {
    private static final int BATCH_OBJECTS = 1000;
    private static final long BATCH_BYTES = 16_000_000;
    private static final int SAMPLED_ROWS = 200;
    private static final int SAMPLE_CHARACTERS = 60;

    private final Catalogue catalogue;
    private final ImportLimits limits;
    private final StagingRepository staging;
    private final LookRepository looking;
    private final RepairDesk repairs;
    private final PlanDesk plans;
    private final tools.jackson.databind.json.JsonMapper json;

    Examiner(
            Catalogue catalogue,
            ImportLimits limits,
            StagingRepository staging,
            LookRepository looking,
            RepairDesk repairs,
            PlanDesk plans,
            tools.jackson.databind.json.JsonMapper json) {
        this.catalogue = catalogue;
        this.limits = limits;
        this.staging = staging;
        this.looking = looking;
        this.repairs = repairs;
        this.plans = plans;
        this.json = json;
    }

    /** What a layer is read for: null target when it is only looked at. */
    record Look(ForeignFile file, Layer layer, @Nullable Target target, Importer.Request request, Findings findings) {
        Choices said() {
            return findings.said();
        }

        /** Whether the file is read as plans: all its layers as one, and wherever they lie. */
        boolean plans() {
            return target != null && target.dataset().role() == DatasetRole.PLANS;
        }
    }

    /** Leaves the objects in the staging tables. */
    void examine(Look look) {
        FileCrs crs = crs(look);
        if (look.target() != null) {
            look.findings().crs(crs, look.layer().crs());
            if (!look.plans()) { // municipalities send plans in the zone they draw in, and either is right
                noteDifferentCrs(look, crs);
            }
        }
        staging.begin();
        Map<String, Set<String>> samples = new LinkedHashMap<>();
        int count = look.plans() ? stagePlans(look, crs, samples) : stage(look, crs, samples);
        FileCrs placed = crs;
        if (!look.layer().hasGeometry() && look.target() != null && !look.plans()) {
            placed = outlines(look);
        }
        look.request().progress().report("Looking for faults", 0, 0);
        staging.findInvalid();
        repairs.offer(look, placed);
        staging.examine(
                placed,
                catalogue.region(),
                look.target() == null ? null : look.target().dataset().geometry(),
                look.plans(),
                look.said().crs() != null);
        StagingRepository.Listed listed = staging.found(limits.issues());
        look.findings().add(named(look, listed.issues()), listed.blocking(), listed.all());
        Objects objects = looking.objects(placed);
        look.findings().objects(look.layer(), objects);
        place(look, placed, objects, count);
        if (look.target() != null) {
            MappingTold.tell(look, look.target(), samples);
        }
    }

    /** Numbers alone do not tell the objects of several layers apart. */
    private static List<Found> named(Look look, List<Found> issues) {
        if (look.target() != null || look.file().layers().size() == 1) {
            return issues;
        }
        String layer = look.layer().name();
        return issues.stream()
                .map(issue -> issue.named((layer + " " + issue.objectId()).strip()))
                .toList();
    }

    /** Where it lies as stated, and where it would lie otherwise; asks where that leaves a doubt. */
    private void place(Look look, @Nullable FileCrs crs, Objects objects, int count) {
        int shapes = objects.read() - objects.byType().getOrDefault("NONE", 0);
        if (!look.layer().hasGeometry() || shapes == 0) {
            return;
        }
        look.findings().preview(looking.preview(crs));
        look.findings().crs(crs, look.layer().crs());
        List<Candidate> candidates = candidates(look, crs, count);
        look.findings().candidates(candidates);
        boolean said = look.said().crs() != null;
        // a plan may lie anywhere: it is doubtful only where another system would bring it home
        boolean doubtful = !look.plans() || candidates.stream().anyMatch(candidate -> candidate.inRegion() > 0);
        if (crs == null || (!said && objects.inRegion() == 0 && doubtful)) {
            look.findings().ask(Question.CRS);
        }
    }

    private @Nullable FileCrs crs(Look look) {
        if (!look.layer().hasGeometry()) {
            return null;
        }
        try {
            FileCrs crs = FileCrs.of(
                    look.layer().crs(),
                    look.layer().crsByStandard(),
                    Optional.ofNullable(look.said().crs()));
            if (!staging.knowsCrs(crs.epsg())) {
                throw new Refused("CRS_NOT_KNOWN", Map.of("crs", crs.name()));
            }
            if (crs.northFirst()) {
                look.findings().add(new FileIssue("NORTH_FIRST", false, Map.of("crs", crs.name())));
            }
            return crs;
        } catch (Refused e) {
            look.findings().add(e.issue());
            look.findings().ask(Question.CRS);
            return null;
        }
    }

    private static void noteDifferentCrs(Look look, @Nullable FileCrs crs) {
        String expected =
                java.util.Objects.requireNonNull(look.target()).source().crs();
        if (crs != null && !expected.equals(crs.name())) {
            look.findings()
                    .add(new FileIssue("CRS_DIFFERS", false, Map.of("stated", crs.name(), "expected", expected)));
        }
    }

    private int stage(Look look, @Nullable FileCrs crs, Map<String, Set<String>> samples) {
        int[] count = {0};
        Target target = look.target();
        Mapping mapping = target == null ? null : new Mapping(target.dataset(), target.source(), json);
        Staging staged =
                new Staging(look, crs, samples, mapping == null ? Mapping::look : (no, row) -> mapping.stage(no, row));
        look.file().objects(look.layer(), rows -> {
            int before = count[0];
            count[0] = stageAll(before, rows, staged);
            if (count[0] > before && mapping != null) {
                mapping.missingFields(rows.fields()).forEach(look.findings()::add);
            }
        });
        return count[0];
    }

    /** Every layer of areas after the other, then what the file says of the plans they belong to. */
    private int stagePlans(Look look, @Nullable FileCrs crs, Map<String, Set<String>> samples) {
        Target target = java.util.Objects.requireNonNull(look.target());
        int[] count = {0};
        PlanLayers layers =
                new PlanLayers(look.file(), target.source(), look.said().layer());
        for (Layer layer : layers.read()) {
            Mapping fields = new Mapping(target.dataset(), target.source(), json);
            PlanMapping mapping = new PlanMapping(fields, layer.name(), !layer.hasGeometry());
            Staging staged = new Staging(
                    look, crs, samples, (no, row) -> layers.take(row, mapping) ? mapping.stage(no, row) : null);
            int before = count[0];
            look.file().objects(layer, rows -> count[0] = stageAll(count[0], rows, staged));
            look.findings().areas(layer, layer.hasGeometry() ? count[0] - before : 0);
            layers.end(mapping);
        }
        new Mapping(target.dataset(), target.source(), json)
                .missingFields(look.layer().fields())
                .forEach(look.findings()::add);
        layers.notes().forEach(look.findings()::add);
        plans.settle(look);
        return count[0];
    }

    /** Makes an object ready for staging; null = it is left out. */
    private interface Making {
        @Nullable
        Staged of(int no, CopyStream.Row row);
    }

    private record Staging(Look look, @Nullable FileCrs crs, Map<String, Set<String>> samples, Making making) {}

    /** @param before objects of earlier members or layers of the delivery */
    private int stageAll(int before, CopyStream rows, Staging into) throws IOException {
        List<Staged> batch = new ArrayList<>();
        long bytes = 0;
        int count = before;
        Progress progress = into.look().request().progress();
        for (CopyStream.Row row = rows.next(); row != null; row = rows.next()) {
            Staged staged = into.making().of(count + 1, row);
            if (staged == null) {
                continue;
            }
            count++;
            if (count - before <= SAMPLED_ROWS) {
                sample(row, into.samples());
            }
            batch.add(staged);
            bytes += staged.properties().length() + (staged.wkb() == null ? 0 : staged.wkb().length);
            if (batch.size() == BATCH_OBJECTS || bytes > BATCH_BYTES) {
                staging.stage(batch, into.crs());
                batch.clear();
                bytes = 0;
                progress.report(
                        "Reading objects",
                        count,
                        Math.max(count, into.look().layer().count()));
            }
        }
        if (!batch.isEmpty()) {
            staging.stage(batch, into.crs());
        }
        progress.report("Reading objects", count, count);
        return count;
    }

    private static void sample(CopyStream.Row row, Map<String, Set<String>> samples) {
        row.fields().forEach((field, value) -> {
            Set<String> seen = samples.computeIfAbsent(field, f -> new LinkedHashSet<>());
            if (value != null && !value.isBlank() && seen.size() < MappingTold.SAMPLES) {
                seen.add(value.length() > SAMPLE_CHARACTERS ? value.substring(0, SAMPLE_CHARACTERS) + "…" : value);
            }
        });
    }

    /** The objects of a table take the outlines of the sites they name, which are in the storage CRS. */
    private @Nullable FileCrs outlines(Look look) {
        List<String> ids = staging.objectIds();
        Map<String, byte[]> outlines = look.request().outlines().apply(ids);
        int storage = catalogue.region().srid();
        staging.outline(outlines, storage);
        return outlines.isEmpty() ? null : new FileCrs(storage, false, CrsHow.UNKNOWN);
    }

    private List<Candidate> candidates(Look look, @Nullable FileCrs used, int count) {
        Set<FileCrs> tried = new LinkedHashSet<>();
        stated(look.layer()).ifPresent(epsg -> addBoth(tried, epsg));
        if (used != null) {
            addBoth(tried, used.epsg());
        }
        for (int epsg : new int[] {25833, 25832, 25835, 4326, 3857}) {
            addBoth(tried, epsg);
        }
        List<FileCrs> systems =
                tried.stream().filter(crs -> staging.knowsCrs(crs.epsg())).toList();
        List<Reading> readings =
                looking.readings(systems, catalogue.region(), used != null && used.northFirst(), count);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            FileCrs crs = systems.get(i);
            candidates.add(
                    new Candidate(crs.name(), CrsNames.of(crs), reading.inRegion(), reading.of(), reading.bbox()));
        }
        candidates.sort(Comparator.comparing(Candidate::inRegion).reversed().thenComparing(c -> c.bbox() == null));
        return candidates;
    }

    private static Optional<Integer> stated(Layer layer) {
        String stated = layer.crs();
        return stated == null || stated.isBlank()
                ? Optional.empty()
                : no.arealkompass.geo.CrsName.read(stated).map(no.arealkompass.geo.CrsName::epsg);
    }

    private static void addBoth(Set<FileCrs> tried, int epsg) {
        tried.add(new FileCrs(epsg, false, CrsHow.CALLER));
        tried.add(new FileCrs(epsg, true, CrsHow.CALLER));
    }
}

package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.dataset.Chooser.Chosen;
import no.arealkompass.dataset.Examination.Candidate;
import no.arealkompass.dataset.Examination.Crs;
import no.arealkompass.dataset.Examination.Encoding;
import no.arealkompass.dataset.Examination.Mapped;
import no.arealkompass.dataset.Examination.Objects;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.Examination.Repair;
import no.arealkompass.dataset.Examination.Suggestion;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.dataset.LookRepository.Shown;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.geo.CrsName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What has been found out about one file so far; grows while it is read, and outlives the transaction it is read in. */
final class Findings {
    private final int most;
    private final List<Found> issues = new ArrayList<>();
    private final Map<String, Objects> objectsByLayer = new LinkedHashMap<>();
    private final Map<String, Objects> areasByLayer = new LinkedHashMap<>();
    private final Set<Question> questions = EnumSet.noneOf(Question.class);
    private int blocking;
    private int notes;
    private String format = "";
    private String sha256 = "";
    private @Nullable Encoding encoding;
    private List<Layer> layers = List.of();
    private Choices said;
    private List<Suggestion> suggestions = List.of();
    private @Nullable FileCrs crs;
    private @Nullable String statedCrs;
    private List<Candidate> candidates = List.of();
    private List<Mapped> mapping = List.of();
    private List<String> unusedFields = List.of();
    private List<Shown> preview = List.of();
    private List<Repair> repairs = List.of();
    private @Nullable JsonNode changes;
    private Examination.@Nullable Plan plan;

    /** @param most issues that are listed; the rest is only counted */
    Findings(int most, Choices said) {
        this.most = most;
        this.said = said;
    }

    void opened(ForeignFile file) {
        format = file.format().label();
        sha256 = file.sha256();
        layers = file.layers();
        encoding =
                file.encoding().map(e -> new Encoding(e.found(), e.declared())).orElse(null);
        file.notes().forEach(this::add);
    }

    void chosen(Chosen chosen) {
        said = chosen.said();
        suggestions = chosen.suggestions();
        questions.addAll(chosen.questions());
        chosen.issues().forEach(this::add);
    }

    /** The layer is found by looking at all of them: what was found in the others does not matter any more. */
    void settled(ForeignFile file, Layer layer) {
        issues.clear();
        questions.clear();
        objectsByLayer.clear();
        repairs = List.of();
        blocking = 0;
        notes = 0;
        file.notes().forEach(this::add);
        String has = String.join(", ", layers.stream().map(Layer::name).toList());
        add(new FileIssue("LAYER_CHOSEN", false, Map.of("layer", layer.name(), "has", has)));
        said = new Choices(
                said.dataset(),
                said.source(),
                layer.name(),
                said.crs(),
                said.mapping(),
                said.repairs(),
                said.sites(),
                said.plan());
    }

    void ask(Question question) {
        questions.add(question);
    }

    void add(FileIssue issue) {
        add(Found.of(issue));
    }

    void add(Found issue) {
        add(List.of(issue), issue.blocking() ? 1 : 0, 1);
    }

    /**
     * @param blockingCount how many refuse the file, listed or not
     * @param all how many there are, listed or not
     */
    void add(List<Found> listed, int blockingCount, int all) {
        blocking += blockingCount;
        notes += all - blockingCount;
        listed.forEach(issue -> {
            if (issues.size() < most || issue.objectId().isEmpty()) {
                issues.add(issue);
            }
        });
    }

    void crs(@Nullable FileCrs used, @Nullable String stated) {
        crs = used;
        statedCrs = stated == null || stated.isBlank() ? null : named(stated);
    }

    void candidates(List<Candidate> found) {
        candidates = found;
    }

    void objects(Layer layer, Objects objects) {
        objectsByLayer.put(layer.name(), objects);
    }

    /** How many areas one of several layers has that were read as one. */
    void areas(Layer layer, int count) {
        Map<String, Integer> byType = count == 0 ? Map.of() : Map.of("POLYGON", count);
        areasByLayer.put(layer.name(), new Objects(count, 0, null, null, null, byType));
    }

    void mapping(List<Mapped> mapped, List<String> unused) {
        mapping = mapped;
        unusedFields = unused;
    }

    void preview(List<Shown> shown) {
        preview = shown;
    }

    void repairs(List<Repair> offered) {
        repairs = offered;
    }

    void changes(@Nullable JsonNode found) {
        changes = found;
    }

    void plan(Examination.Plan found) {
        plan = found;
    }

    boolean clear() {
        return questions.isEmpty() && blocking == 0;
    }

    String sha256() {
        return sha256;
    }

    @Nullable
    FileCrs crs() {
        return crs;
    }

    Map<String, Objects> objectsByLayer() {
        return objectsByLayer;
    }

    Choices said() {
        return said;
    }

    List<Shown> preview() {
        return preview;
    }

    int objectCount() {
        return objectsByLayer.values().stream().mapToInt(Objects::read).sum();
    }

    /** Blocking ones first, then how many are not listed. */
    List<Found> issues() {
        List<Found> sorted =
                new ArrayList<>(issues.stream().filter(Found::blocking).toList());
        issues.stream().filter(issue -> !issue.blocking()).forEach(sorted::add);
        int unlisted = blocking + notes - sorted.size();
        if (unlisted > 0) {
            boolean refusing = issues.stream().filter(Found::blocking).count() < blocking;
            sorted.add(Found.of(new FileIssue("MORE_ISSUES", refusing, Map.of("count", unlisted))));
        }
        return sorted;
    }

    Examination examination() {
        return new Examination(
                format,
                encoding,
                layers.stream().map(this::told).toList(),
                said,
                suggestions,
                List.copyOf(questions),
                new Crs(
                        crs == null ? null : crs.name(),
                        crs == null ? CrsHow.UNKNOWN : crs.how(),
                        statedCrs,
                        candidates),
                objects(),
                mapping,
                unusedFields,
                blocking,
                notes,
                repairs,
                changes,
                plan);
    }

    private Examination.Layer told(Layer layer) {
        return new Examination.Layer(
                layer.name(),
                layer.type(),
                layer.count(),
                layer.fields(),
                layer.crs() == null || layer.crs().isBlank()
                        ? layer.crsByStandard() ? "EPSG:4326" : null
                        : CrsName.read(layer.crs())
                                .map(name -> "EPSG:" + name.epsg())
                                .orElse(null),
                objectsByLayer.getOrDefault(layer.name(), areasByLayer.get(layer.name())));
    }

    private Objects objects() {
        Map<String, Integer> byType = new LinkedHashMap<>();
        objectsByLayer.values().forEach(o -> o.byType().forEach((type, n) -> byType.merge(type, n, Integer::sum)));
        return LookRepository.sum(List.copyOf(objectsByLayer.values()), byType);
    }

    private static String named(String stated) {
        return CrsName.read(stated).map(name -> "EPSG:" + name.epsg()).orElse(FileCrs.first(stated));
    }
}

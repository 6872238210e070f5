package no.arealkompass.start;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.dataset.Examination;
import no.arealkompass.dataset.Examination.Candidate;
import no.arealkompass.dataset.Examination.Objects;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.ImportIssue;
import no.arealkompass.dataset.ImportIssue.FilePlace;
import no.arealkompass.dataset.PlanChoices;
import org.jspecify.annotations.Nullable;

/** What the console says about a file that was examined. */
final class ImportWords {
    private static final int ISSUES_SHOWN = 20;
    private static final int CANDIDATES_SHOWN = 5;

    private ImportWords() {}

    /** What is in the file, and how its fields fill ours. */
    static String describe(Path file, Examination found) {
        var out = new StringBuilder(file.getFileName() + ": " + found.format());
        var encoding = found.encoding();
        if (encoding != null) {
            out.append(", text in ").append(encoding.found());
            out.append(encoding.declared() == null ? "" : " (it says " + encoding.declared() + ")");
        }
        out.append("\n");
        for (var layer : found.layers()) {
            out.append("  layer ").append(layer.name()).append(": ");
            var objects = layer.objects();
            out.append(objects == null ? layer.count() + " object(s), not read" : objects(objects));
            out.append(layer.crs() == null ? "" : ", states " + layer.crs()).append("\n");
        }
        if (found.crs().used() != null) {
            out.append("  read in ")
                    .append(found.crs().used())
                    .append(" (")
                    .append(found.crs().how())
                    .append(")\n");
        }
        var plan = found.plan();
        out.append(plan == null ? "" : plans(plan));
        for (var mapped : found.mapping()) {
            out.append("  ").append(mapped.property()).append(" ← ");
            out.append(mapped.field() == null ? "–" : mapped.field() + " " + mapped.sample())
                    .append("\n");
        }
        return out
                + (found.unusedFields().isEmpty()
                        ? ""
                        : "  not used: " + String.join(", ", found.unusedFields()) + "\n");
    }

    private static String objects(Objects objects) {
        var types = objects.byType().entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        var area = objects.areaM2();
        var length = objects.lengthM();
        var box = objects.bbox();
        return objects.read() + " object(s)" + (types.isEmpty() ? "" : " (" + types + ")")
                + (area == null || area == 0 ? "" : String.format(Locale.ROOT, ", %,.1f ha", area / 10_000))
                + (length == null || length == 0 ? "" : String.format(Locale.ROOT, ", %,.1f km", length / 1000))
                + ", " + objects.inRegion() + " in the region"
                + (box == null
                        ? ""
                        : ", from " + degrees(box.get(0), box.get(1)) + " to " + degrees(box.get(2), box.get(3)));
    }

    private static String degrees(double longitude, double latitude) {
        return String.format(Locale.ROOT, "%.5f, %.5f", longitude, latitude);
    }

    /** Faults first, each with object and place; what many objects share is said once. */
    static String issues(List<ImportIssue> issues) {
        var byCode = issues.stream()
                .sorted(Comparator.comparing(ImportIssue::blocking).reversed())
                .collect(Collectors.groupingBy(
                        issue -> issue.code() + issue.remedy().en(), LinkedHashMap::new, Collectors.toList()));
        return byCode.values().stream().map(ImportWords::alike).collect(Collectors.joining());
    }

    private static String alike(List<ImportIssue> alike) {
        var first = alike.getFirst();
        int shown = first.blocking() ? ISSUES_SHOWN : 1;
        var lines = alike.stream().limit(shown).map(ImportWords::line).collect(Collectors.joining());
        int more = alike.size() - shown;
        return lines
                + (more > 0 ? "    … and " + more + " more like this: --issues FILE.csv lists them all\n" : "")
                + "    → " + first.remedy().en() + "\n";
    }

    private static String line(ImportIssue issue) {
        return (issue.blocking() ? "  ! " : "  - ")
                + (issue.objectId().isEmpty() ? "" : issue.objectId() + where(issue) + ": ")
                + issue.message().en() + "\n";
    }

    private static String where(ImportIssue issue) {
        var place = issue.place();
        if (place != null) {
            return " at " + degrees(place.longitude(), place.latitude());
        }
        @Nullable FilePlace file = issue.filePlace();
        return file == null ? "" : String.format(Locale.ROOT, " at %.3f, %.3f in the file", file.x(), file.y());
    }

    static String repairs(Examination found) {
        return found.repairs().stream()
                .map(repair -> "  " + (repair.possible() ? "~ " : "x ") + repair.objectId() + ": "
                        + (repair.possible()
                                ? "can be repaired, " + area(repair.areaBeforeM2()) + " → " + area(repair.areaAfterM2())
                                        + (repair.chosen() ? ", chosen" : ": --repair " + repair.objectId())
                                : "no repair")
                        + (repair.why() == null ? "" : ". " + repair.why().en())
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String area(@Nullable Double areaM2) {
        return areaM2 == null ? "?" : String.format(Locale.ROOT, "%,.1f m²", areaM2);
    }

    /** What may come of it, and which option answers what must be said first. */
    static String conclusion(Examination found) {
        if (found.questions().isEmpty()) {
            return found.ready()
                    ? "  Can be imported: " + found.notes() + " note(s).\n"
                    : "  Refused: " + found.blocking() + " fault(s).\n";
        }
        return found.questions().stream()
                .map(question -> asked(question, found))
                .collect(Collectors.joining());
    }

    private static String asked(Question question, Examination found) {
        return switch (question) {
            case DATASET ->
                "  ? What is it for? Say: import [--source ID] DATASET FILE\n"
                        + found.suggestions().stream()
                                .map(s -> "      " + s.dataset() + " --source " + s.source() + ": "
                                        + s.why().en() + "\n")
                                .collect(Collectors.joining());
            case LAYER ->
                "  ? Which layer? Say --layer with one of: "
                        + found.layers().stream().map(Examination.Layer::name).collect(Collectors.joining(", ")) + "\n";
            case CRS ->
                "  ? Which coordinate system? Say --crs with the one that fits:\n"
                        + found.crs().candidates().stream()
                                .limit(CANDIDATES_SHOWN)
                                .map(ImportWords::candidate)
                                .collect(Collectors.joining());
            case PLAN ->
                "  ? What the file does not say of the plan:\n"
                        + Stream.ofNullable(found.plan())
                                .flatMap(plan -> plan.missing().stream().map(name -> missing(name, plan.suggested())))
                                .collect(Collectors.joining());
        };
    }

    private static String missing(String name, PlanChoices suggested) {
        var likely = switch (name) {
            case "municipality" -> suggested.municipality();
            case "planId" -> suggested.planId();
            case "planName" -> suggested.planName();
            case "stage" -> suggested.stage();
            default -> suggested.sender();
        };
        var option = name.equals("stage")
                ? "--plan-stage input|proposal|hearing|adopted"
                : "--plan-" + name.replace("plan", "").toLowerCase(Locale.ROOT);
        return "      " + option + (likely == null ? "" : ", perhaps \"" + likely + "\"") + "\n";
    }

    private static String plans(Examination.Plan plan) {
        return plan.plans().stream()
                .map(one -> "  plan " + said(one.municipality()) + " " + said(one.planId()) + " " + said(one.planName())
                        + ": " + one.objects() + " area(s), stage " + said(one.stage()) + ", status "
                        + said(one.status()) + "\n")
                .collect(Collectors.joining());
    }

    private static String said(@Nullable String value) {
        return value == null ? "–" : value;
    }

    private static String candidate(Candidate candidate) {
        var box = candidate.bbox();
        return String.format(
                Locale.ROOT,
                "      --crs \"%s\": %d of %d in the region%s (%s)%n",
                candidate.crs(),
                candidate.inRegion(),
                candidate.of(),
                box == null
                        ? ""
                        : ", from " + degrees(box.get(0), box.get(1)) + " to " + degrees(box.get(2), box.get(3)),
                candidate.name().en());
    }
}

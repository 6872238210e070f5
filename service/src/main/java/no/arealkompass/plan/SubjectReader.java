package no.arealkompass.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import no.arealkompass.plan.Subject.Kind;

/** Resolves the names of subjects, see {@link Subject#id()}. */
final class SubjectReader {
    private static final Pattern VERSION = Pattern.compile("([0-9]{4}-.{1,100})@([0-9]{1,6})");
    private static final Pattern GROUP = Pattern.compile("(region|[0-9]{4})(~?)");
    private static final String REGION = "region";

    private final List<PlanVersion> visible;
    private final List<String> municipalities;
    private final LocalDate today;

    /** @param municipalities numbers of the municipalities of the region */
    SubjectReader(List<PlanVersion> visible, List<String> municipalities, LocalDate today) {
        this.visible = visible;
        this.municipalities = municipalities;
        this.today = today;
    }

    Subject read(String subject) {
        var group = GROUP.matcher(subject);
        if (group.matches()) {
            return group(group.group(1), !group.group(2).isEmpty(), subject);
        }
        var version = VERSION.matcher(subject);
        if (version.matches()) {
            return version(version.group(1), Integer.parseInt(version.group(2)), subject);
        }
        throw new NoSuchPlan("subject " + (subject.length() > 120 ? subject.substring(0, 120) + "…" : subject));
    }

    private Subject version(String plan, int number, String subject) {
        var version = visible.stream()
                .filter(v -> v.plan().equals(plan) && v.version() == number)
                .findFirst()
                .map(v -> v.read(StatusReader.read(v, today).notes()))
                .orElseThrow(() -> new NoSuchPlan("version " + number + " of plan " + plan));
        return new Subject(subject, Kind.PLAN, false, version.municipality(), List.of(version), List.of());
    }

    /** A municipality outside the region is one only when plans of it are here. */
    private Subject group(String name, boolean withHearing, String subject) {
        boolean region = name.equals(REGION);
        if (!region
                && !municipalities.contains(name)
                && visible.stream().noneMatch(v -> v.municipality().equals(name))) {
            throw new NoSuchPlan("plan of municipality " + name);
        }
        var wanted = region ? municipalities : List.of(name);
        var candidates =
                visible.stream().filter(v -> wanted.contains(v.municipality())).toList();
        var versions = withHearing ? Applying.withHearing(candidates, today) : Applying.on(candidates, today);
        var missing = wanted.stream()
                .filter(nr -> versions.stream().noneMatch(v -> v.municipality().equals(nr)))
                .toList();
        return new Subject(
                subject,
                region ? Kind.REGION : Kind.MUNICIPALITY,
                withHearing,
                region ? null : name,
                versions,
                missing);
    }
}

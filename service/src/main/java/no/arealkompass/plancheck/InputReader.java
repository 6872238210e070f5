package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Scope;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.Plans;
import no.arealkompass.plan.Subject;
import no.arealkompass.score.NoSuchRun;
import no.arealkompass.score.Scoring;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.Planning;
import no.arealkompass.strategy.Strategy;
import org.springframework.stereotype.Component;

/** Reads what a check is made of, as one reader may see it. */
@Component
class InputReader {
    private static final String REGION = "region";

    private final Plans plans;
    private final Scoring scoring;
    private final Sites sites;
    private final Datasets datasets;

    InputReader(Plans plans, Scoring scoring, Sites sites, Datasets datasets) {
        this.plans = plans;
        this.scoring = scoring;
        this.sites = sites;
        this.datasets = datasets;
    }

    /**
     * What decides the state of a check, read without any geometry.
     *
     * @param around the region with the subject's plans in it
     * @param without the region without them
     * @param versions the dataset versions that the strategy reads
     */
    record State(
            Strategy strategy,
            Subject subject,
            Subject around,
            Subject without,
            UUID run,
            Map<String, DatasetVersion> versions) {

        /** Equal for equal states only; readable, so that two states can be compared by eye. */
        String key(String software, String scope) {
            return String.join(
                    "|",
                    CheckDocument.FORMAT,
                    software,
                    strategy.id() + " " + strategy.version() + " " + strategy.hash(),
                    scope,
                    subject.id(),
                    ids(subject),
                    ids(around),
                    ids(without),
                    run.toString(),
                    versions.values().stream()
                            .map(DatasetVersion::id)
                            .sorted()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",")));
        }

        /** With the notes, for what is uncertain about a version changes with the day. */
        private static String ids(Subject subject) {
            return subject.versions().stream()
                    .map(v -> v.id()
                            + v.notes().stream().map(note -> " " + note.code()).collect(Collectors.joining()))
                    .collect(Collectors.joining(","));
        }
    }

    Strategy strategy(Caller reader, String id) {
        return scoring.strategies(reader).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchRun("strategy " + id));
    }

    State state(Caller reader, String subjectId, String strategyId) {
        var strategy = strategy(reader, strategyId);
        var subject = plans.subject(reader, subjectId);
        var region = plans.subject(reader, subject.withHearing() ? REGION + "~" : REGION);
        boolean whole = subject.kind() == Subject.Kind.REGION;
        return new State(
                strategy,
                subject,
                whole ? subject : with(region, subject),
                whole ? subject : without(reader, region, subject),
                scoring.runInUse(reader, strategyId),
                versions(reader, strategy));
    }

    /** How far the run of a state looked. */
    Scope scopeOfRun(Caller reader, State state) {
        return scoring.scope(reader, state.run());
    }

    private static Subject with(Subject region, Subject subject) {
        Set<String> plans = plansOf(subject);
        List<PlanVersion> versions = new ArrayList<>(subject.versions());
        region.versions().stream().filter(v -> !plans.contains(v.plan())).forEach(versions::add);
        return region(region, versions);
    }

    private static Set<String> plansOf(Subject subject) {
        return subject.versions().stream().map(PlanVersion::plan).collect(Collectors.toSet());
    }

    /**
     * The region as it would be without the subject's versions: for a version that is not the one that counts, that one
     * stands instead; for the one that counts, none does.
     */
    private Subject without(Caller reader, Subject region, Subject subject) {
        Set<Long> ids = subject.versions().stream().map(PlanVersion::id).collect(Collectors.toSet());
        var standing = subject.withHearing() ? plans.subject(reader, REGION) : region;
        return region(
                region,
                standing.versions().stream()
                        .filter(v -> !ids.contains(v.id()))
                        .filter(v -> subject.kind() != Subject.Kind.MUNICIPALITY
                                || !v.municipality().equals(subject.municipality()))
                        .toList());
    }

    private static Subject region(Subject region, List<PlanVersion> versions) {
        return new Subject(
                region.id(), Subject.Kind.REGION, region.withHearing(), null, versions, region.missingMunicipalities());
    }

    /** The versions in use that the strategy reads, and the municipalities. */
    private Map<String, DatasetVersion> versions(Caller reader, Strategy strategy) {
        Set<String> read = new TreeSet<>();
        strategy.metrics().forEach(metric -> read.addAll(metric.datasets()));
        var planning = strategy.planning();
        if (planning != null) {
            planning.metrics().forEach(metric -> read.addAll(metric.datasets()));
        }
        datasets.all(reader).stream()
                .filter(one -> one.role() == DatasetRole.MUNICIPALITIES)
                .forEach(one -> read.add(one.id()));
        var versions = new TreeMap<>(datasets.inUse(reader));
        versions.keySet().retainAll(read);
        return versions;
    }

    CheckMaker.Inputs inputs(Caller reader, State state, String scope) {
        var run = new RunView(CheckDocument.read(scoring.run(reader, state.run())));
        var planning = state.strategy().planning();
        Map<String, Dataset> described = new HashMap<>();
        datasets.all(reader).forEach(one -> described.put(one.id(), one));
        var zones = zones(reader, state.subject());
        boolean whole = state.subject().kind() == Subject.Kind.REGION;
        var situation = new Situation(
                state.strategy(),
                planning == null ? NONE : planning,
                state.subject(),
                state.around(),
                zones,
                whole ? zones : zones(reader, state.around()),
                sites(reader, run),
                run,
                datasets.region(reader),
                state.versions(),
                described);
        return new CheckMaker.Inputs(
                scope,
                situation,
                state.without(),
                whole ? List.of() : zones(reader, state.without()),
                plans.topology(reader, state.subject()));
    }

    /** A strategy without plan rules: nothing is asked. */
    private static final Planning NONE = new Planning(List.of(), List.of(), List.of(), Map.of(), 0, 0, List.of());

    private List<CheckedZone> zones(Caller reader, Subject subject) {
        Map<Long, PlanVersion> versions = new HashMap<>();
        subject.versions().forEach(v -> versions.put(v.id(), v));
        List<CheckedZone> zones = new ArrayList<>();
        plans.effective(reader, subject).forEach(zone -> {
            var version = versions.get(zone.planVersionId());
            if (version != null) {
                zones.add(new CheckedZone(zone, version));
            }
        });
        return List.copyOf(zones);
    }

    private List<CheckedSite> sites(Caller reader, RunView run) {
        return sites.versions(reader, run.sites()).stream()
                .map(site -> new CheckedSite(site, run.shares(site.id())))
                .sorted(java.util.Comparator.comparing(site -> site.site().id()))
                .toList();
    }
}

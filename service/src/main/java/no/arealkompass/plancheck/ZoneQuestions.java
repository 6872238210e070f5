package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.measure.DraftMeasurer;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.score.PlanScores;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.PlanRule;
import no.arealkompass.strategy.Purpose;

/** What the rules over each zone find out. */
final class ZoneQuestions {
    /** The zones of the subject among the pieces of ground. */
    static final String ZONE = "zone";

    private final Situation situation;
    private final GroundRepository ground;
    private final DraftMeasurer measurer;
    private final Map<String, Map<Long, Double>> found = new HashMap<>();
    private final Map<Long, Map<String, PlanScores.Points>> scores = new HashMap<>();

    ZoneQuestions(Situation situation, GroundRepository ground, DraftMeasurer measurer) {
        this.situation = situation;
        this.ground = ground;
        this.measurer = measurer;
    }

    /** Where a rule's overlaps are among the pieces of ground. */
    static String taken(String rule) {
        return rule;
    }

    /** Where the ground is that a rule knows nothing of. */
    static String unknown(String rule) {
        return "?" + rule;
    }

    /** The points of the zones that were scored: zone → purpose → points. */
    Map<Long, Map<String, PlanScores.Points>> scores() {
        return scores;
    }

    /** How many purposes of the strategy each zone's code allows. */
    Answers purposes(List<CheckedZone> zones, Bounds bound) {
        return Answers.of(
                zones.stream()
                        .map(zone -> whole(
                                zone,
                                Observed.of(situation
                                        .planning()
                                        .purposesOf(zone.zone().code())
                                        .size()),
                                List.of()))
                        .toList(),
                bound,
                List.of());
    }

    private static Looked whole(CheckedZone zone, Observed observed, List<Long> datasets) {
        var piece = new Piece(ZONE, zone.no());
        return Looked.zone(zone, observed, piece, piece, datasets);
    }

    /**
     * The best points of each zone that allows any purpose; a purpose its ground cannot be used for counts for nothing.
     */
    Answers score(List<CheckedZone> zones, Bounds bound) {
        var wanted = zones.stream().filter(zone -> !purposesOf(zone).isEmpty()).toList();
        Set<Metric> metrics = new LinkedHashSet<>();
        wanted.stream()
                .flatMap(zone -> purposesOf(zone).stream())
                .distinct()
                .forEach(purpose -> metrics.addAll(metrics(purpose)));
        var answers = measure(wanted, metrics);
        List<Looked> looked = new ArrayList<>();
        Set<Long> read = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            var zone = wanted.get(i);
            var measured = answers.get(i);
            measured.values().forEach(one -> read.addAll(one.versions()));
            Map<String, PlanScores.Points> points = new HashMap<>();
            purposesOf(zone)
                    .forEach(purpose ->
                            points.put(purpose.id(), PlanScores.points(situation.strategy(), purpose, measured)));
            scores.put(zone.no(), points);
            double low = points.values().stream()
                    .mapToDouble(PlanScores.Points::low)
                    .max()
                    .orElse(0);
            double high = points.values().stream()
                    .mapToDouble(PlanScores.Points::high)
                    .max()
                    .orElse(0);
            looked.add(whole(zone, Observed.between(low, high, Reasons.FACTS_MISSING), List.of()));
        }
        return Answers.of(looked, bound, List.copyOf(read));
    }

    private List<Purpose> purposesOf(CheckedZone zone) {
        return situation.planning().purposesOf(zone.zone().code()).stream()
                .map(situation.strategy()::purpose)
                .toList();
    }

    private Set<Metric> metrics(Purpose purpose) {
        Set<Metric> metrics = new LinkedHashSet<>();
        situation.strategy().checksOf(purpose).forEach(check -> metrics.add(check.metric()));
        purpose.weights()
                .keySet()
                .forEach(id -> metrics.add(situation.strategy().criterion(id).metric()));
        return metrics;
    }

    private List<Map<Metric, Measured>> measure(List<CheckedZone> zones, Set<Metric> metrics) {
        Map<String, Long> versions = new HashMap<>();
        metrics.forEach(metric -> metric.datasets().forEach(dataset -> {
            var version = situation.versions().get(dataset);
            if (version != null) {
                versions.put(dataset, version.id());
            }
        }));
        return measurer.measureAll(
                zones.stream().map(zone -> zone.zone().wkb()).toList(),
                situation.region().srid(),
                metrics,
                versions);
    }

    /** What a metric finds in each zone: dekar for an overlap, else a number in the metric's own unit. */
    Answers measured(PlanRule rule, List<CheckedZone> zones, Metric metric, Bounds bound) {
        for (String dataset : metric.datasets()) {
            if (!situation.versions().containsKey(dataset)) {
                return Answers.none(
                        Reasons.noData(
                                situation.datasetName(dataset),
                                situation.datasets().get(dataset)),
                        bound,
                        zones.size());
            }
        }
        return metric instanceof Metric.Overlap overlap
                ? overlap(rule, zones, overlap, bound)
                : number(zones, metric, bound);
    }

    private Answers overlap(PlanRule rule, List<CheckedZone> zones, Metric.Overlap metric, Bounds bound) {
        var version = situation.versions().get(metric.dataset());
        var name = situation.datasetName(metric.dataset());
        if (version == null || !knows(version, metric)) {
            return Answers.none(Reasons.noData(name, null), bound, zones.size());
        }
        var nos = Situation.nos(zones);
        ground.overlap(taken(rule.id()), ZONE, nos, version.id(), metric.where());
        ground.uncovered(unknown(rule.id()), ZONE, nos, version.id());
        var taken = ground.areas(taken(rule.id()));
        found.put(rule.id(), taken);
        var unseen = unseen(zones, taken, version);
        ground.copy(unknown(rule.id()), ZONE, Situation.nos(unseen));
        var uncovered = ground.areas(unknown(rule.id()));
        List<Looked> looked = new ArrayList<>();
        for (var zone : zones) {
            double low = taken.getOrDefault(zone.no(), 0.0) / PlanJudge.DAA;
            double more = Math.min(uncovered.getOrDefault(zone.no(), 0.0), zone.areaM2()) / PlanJudge.DAA;
            var why =
                    unseen.contains(zone) ? Reasons.tooCoarse(name, version.omitsBelowM2()) : Reasons.notCovered(name);
            looked.add(Looked.zone(
                    zone,
                    Observed.between(low, low + more, why),
                    new Piece(taken(rule.id()), zone.no()),
                    new Piece(unknown(rule.id()), zone.no()),
                    List.of(version.id())));
        }
        return Answers.of(looked, bound, List.of(version.id()));
    }

    private boolean knows(DatasetVersion version, Metric.Overlap metric) {
        String property = ground.classProperty(version.id());
        return metric.where().isAll()
                || property.isEmpty()
                || property.equals(metric.where().property());
    }

    /** Zones in which nothing was found by data that leave out objects as large as the whole zone. */
    private static List<CheckedZone> unseen(List<CheckedZone> zones, Map<Long, Double> taken, DatasetVersion version) {
        return zones.stream()
                .filter(zone -> !taken.containsKey(zone.no()) && zone.areaM2() <= version.omitsBelowM2())
                .toList();
    }

    private Answers number(List<CheckedZone> zones, Metric metric, Bounds bound) {
        var answers = measure(zones, Set.of(metric));
        List<Looked> looked = new ArrayList<>();
        Set<Long> read = new LinkedHashSet<>();
        for (int i = 0; i < zones.size(); i++) {
            Measured measured = answers.get(i).get(metric);
            if (measured != null) {
                read.addAll(measured.versions());
                looked.add(whole(zones.get(i), observed(metric, measured.found()), measured.versions()));
            }
        }
        return Answers.of(looked, bound, List.copyOf(read));
    }

    private Observed observed(Metric metric, Measurement found) {
        var name = metric.datasets().stream()
                .findFirst()
                .map(situation::datasetName)
                .orElseThrow();
        return switch (found) {
            case Measurement.Amount(double value) -> Observed.of(value);
            case Measurement.NotCovered none -> Observed.nothing(Reasons.notMeasured(name, none));
            case Measurement.Category c ->
                Observed.nothing(Reasons.notMeasured(
                        name, new Measurement.NotCovered(Measurement.Reason.UNKNOWN_CLASS, Map.of())));
        };
    }
}

package no.arealkompass.plancheck;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.arealkompass.measure.DraftMeasurer;
import no.arealkompass.plan.Plans;
import no.arealkompass.plan.Subject;
import no.arealkompass.plan.TopologyFinding;
import no.arealkompass.score.PlanScores;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.PlanQuantity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Works out a check: measures the ground, asks the rules, and looks across the borders. Stores nothing. */
@Component
class CheckMaker {
    private static final String AROUND = "around";
    private static final String WITHOUT = "without";
    private static final String BUSINESS = "business";

    private final GroundRepository ground;
    private final DraftMeasurer measurer;
    private final PlanScores scores;
    private final Plans plans;
    private final String software;
    private final TransactionTemplate transaction;

    CheckMaker(
            GroundRepository ground,
            DraftMeasurer measurer,
            PlanScores scores,
            Plans plans,
            PlatformTransactionManager transactions,
            @Value("${areal.version}") String software) {
        this.ground = ground;
        this.measurer = measurer;
        this.scores = scores;
        this.plans = plans;
        this.software = software;
        transaction = new TransactionTemplate(transactions);
        // Its own: the table of pieces of ground goes with it.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    String software() {
        return software;
    }

    CheckDocument make(Inputs inputs) {
        return new DocumentWriter(Objects.requireNonNull(transaction.execute(status -> check(inputs)))).document();
    }

    private Checked check(Inputs inputs) {
        var situation = inputs.situation();
        ground.open();
        ground.zones(ZoneQuestions.ZONE, situation.zones(), situation.region().srid());
        ground.sites(
                SiteQuestions.SITE,
                situation.sites().stream().map(CheckedSite::no).toList());
        boolean region = situation.wholeRegion();
        if (!region) {
            ground.zones(AROUND, situation.around(), situation.region().srid());
        }
        var zones = new ZoneQuestions(situation, ground, measurer);
        var sites = new SiteQuestions(
                situation,
                ground,
                situation.subject(),
                situation.zones(),
                ZoneQuestions.ZONE,
                region ? List.of() : situation.around(),
                AROUND,
                "");
        var results = new RuleRunner(situation, zones, sites, new WholeQuestions(situation, ground, scores)).run();
        List<Neighbours.Neighbour> neighbours = new ArrayList<>();
        if (!situation.planning().rules().isEmpty()) {
            neighbours.addAll(Neighbours.samePurpose(situation, ground, ZoneQuestions.ZONE, AROUND));
            neighbours.addAll(Neighbours.betterSites(situation, zones.scores()));
        }
        ground.unite(BUSINESS, List.of(ZoneQuestions.ZONE), Situation.nos(situation.business(situation.zones())));
        return new Checked(
                UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                software,
                inputs.scope(),
                situation,
                results,
                ground.shapes(DocumentWriter.pieces(results)),
                points(situation, results),
                ground.area(BUSINESS),
                together("deviating", results, Outcome.DEVIATES),
                together("undecided", results, Outcome.UNDECIDED),
                notCovered(situation, results),
                region || results.isEmpty() ? null : contribution(inputs),
                neighbours,
                inputs.topology(),
                plans.codes(no.arealkompass.access.Caller.PUBLIC));
    }

    /** The ground of all findings of an outcome, counted once; not of what is missing, nor of sums over all zones. */
    private double together(String name, List<RuleResult> results, Outcome outcome) {
        Set<Piece> pieces = new HashSet<>();
        for (var result : results) {
            for (var finding : result.findings()) {
                var piece = FindingWriter.piece(finding);
                if (finding.judged().outcome() == outcome
                        && piece != null
                        && finding.looked().zone() != null) {
                    pieces.add(piece);
                }
            }
        }
        ground.unite(name, pieces);
        return ground.area(name);
    }

    /** Where things without ground of their own are shown. */
    private Map<String, List<Double>> points(Situation situation, List<RuleResult> results) {
        Map<String, List<Double>> points = new HashMap<>();
        var view = situation.region().view();
        points.put("", List.of((view.west() + view.east()) / 2, (view.south() + view.north()) / 2));
        var borders = situation.versions().values().stream()
                .filter(version -> {
                    var described = situation.datasets().get(version.dataset());
                    return described != null && described.role() == no.arealkompass.dataset.DatasetRole.MUNICIPALITIES;
                })
                .findFirst();
        Set<String> numbers = new HashSet<>();
        var own = situation.subject().municipality();
        if (own != null) {
            numbers.add(own);
        }
        results.stream()
                .flatMap(one -> one.findings().stream())
                .filter(one -> FindingWriter.piece(one) == null)
                .forEach(one -> {
                    var number = one.looked().municipality();
                    if (number != null) {
                        numbers.add(number);
                    }
                });
        borders.ifPresent(version -> numbers.forEach(
                number -> ground.inside(version.id(), number).ifPresent(point -> points.put(number, point))));
        return points;
    }

    /** Business ground that the datasets of overlap rules do not cover. */
    private Map<String, Double> notCovered(Situation situation, List<RuleResult> results) {
        Map<String, Double> notCovered = new TreeMap<>();
        for (var result : results) {
            if (result.rule().quantity() instanceof PlanQuantity.Measured(Metric.Overlap overlap)) {
                boolean blind = !situation.versions().containsKey(overlap.dataset());
                double m2 = blind
                        ? ground.area(BUSINESS)
                        : ground.areas(ZoneQuestions.unknown(result.rule().id())).values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum();
                notCovered.merge(overlap.dataset(), m2, Math::max);
            }
        }
        return notCovered;
    }

    private @Nullable Contribution contribution(Inputs inputs) {
        var situation = inputs.situation();
        ground.zones(WITHOUT, inputs.zonesWithout(), situation.region().srid());
        return Contribution.of(situation, ground, scores, AROUND, inputs.without(), inputs.zonesWithout(), WITHOUT);
    }

    /**
     * What a check is made of, read as its readers may see it.
     *
     * @param without the region without the subject's plans
     */
    record Inputs(
            String scope,
            Situation situation,
            Subject without,
            Collection<CheckedZone> zonesWithoutUnordered,
            List<TopologyFinding> topology) {
        List<CheckedZone> zonesWithout() {
            return List.copyOf(zonesWithoutUnordered);
        }
    }
}

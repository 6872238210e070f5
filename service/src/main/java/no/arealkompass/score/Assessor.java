package no.arealkompass.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import no.arealkompass.measure.DraftMeasurer;
import no.arealkompass.measure.DraftMeasurer.Found;
import no.arealkompass.site.DraftFault;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Shape;
import no.arealkompass.site.ShapeFault;
import no.arealkompass.site.Shapes;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges a shape while it is drawn, as a run would judge it once stored; stores nothing. */
@Component
class Assessor {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** How many of the best stored sites a shape is held against. */
    private static final int BEST = 3;

    private final Shapes shapes;
    private final Sites sites;
    private final DraftMeasurer measurer;
    private final RunMaker runs;
    private final RunMembers members;
    private final RunRepository repository;
    private final Datasets datasets;

    Assessor(
            Shapes shapes,
            Sites sites,
            DraftMeasurer measurer,
            RunMaker runs,
            RunMembers members,
            RunRepository repository,
            Datasets datasets) {
        this.shapes = shapes;
        this.sites = sites;
        this.measurer = measurer;
        this.runs = runs;
        this.members = members;
        this.repository = repository;
        this.datasets = datasets;
    }

    /**
     * The answer's form; without a usable shape there are faults and nothing else.
     *
     * @param portfolio what it would do to the rules over many sites; empty while there is no run to add it to
     */
    private record Assessment(
            @Nullable Double areaM2,
            List<FaultBody> faults,
            Map<String, Double> municipalities,
            List<RunDocument.Assessed> scores,
            List<CandidateEffect.Effect> portfolio) {

        static Assessment of(ShapeFault fault) {
            var faults = fault.faults().stream().map(FaultBody::of).toList();
            return new Assessment(null, faults, Map.of(), List.of(), List.of());
        }
    }

    /** @param place longitude and latitude; null where the fault has no place */
    private record FaultBody(String code, @Nullable List<Double> place, Text message, Text remedy) {
        static FaultBody of(DraftFault fault) {
            var place = fault.place();
            return new FaultBody(
                    fault.code(),
                    place == null ? null : List.of(place.longitude(), place.latitude()),
                    new Text(fault.message().nb(), fault.message().en()),
                    new Text(fault.remedy().nb(), fault.remedy().en()));
        }
    }

    /** @param present the run in use as JSON, whose sites it is ranked among; empty when there is none */
    String assess(Caller caller, Strategy strategy, Draft draft, String present) {
        try {
            var shape = shapes.check(caller, draft.outline(), draft.replaces());
            return RunDocument.write(assess(caller, strategy, draft, shape, JSON.readTree(present)));
        } catch (ShapeFault fault) {
            return RunDocument.write(Assessment.of(fault));
        } catch (QueryTimeoutException e) {
            return RunDocument.write(Assessment.of(ShapeFault.tooComplex()));
        }
    }

    private Assessment assess(Caller caller, Strategy strategy, Draft draft, Shape shape, JsonNode present) {
        var versions = runs.versionsFor(caller, strategy);
        var found = measure(caller, strategy, draft, shape, versions);
        var scores = new ArrayList<RunDocument.Assessed>();
        var excludedFor = new ArrayList<String>();
        for (var purpose : strategy.purposes()) {
            if (purpose.kinds().contains(kind(draft))) {
                var judgement = Judge.judge(strategy, purpose, draft.schematic(), found.answers());
                var among = new Among(present, purpose, strategy.marginPoints(), draft.replaces(), judgement);
                scores.add(RunDocument.assessed(
                        strategy, purpose.id(), judgement, among.rank(), among.of(), versions.values(), best(among)));
                if (judgement.excluded()) {
                    excludedFor.add(purpose.id());
                }
            }
        }
        var effects = effects(caller, strategy, draft, found, excludedFor, present);
        return new Assessment(shape.areaM2(), List.of(), new TreeMap<>(found.shares()), scores, effects);
    }

    private List<CandidateEffect.Effect> effects(
            Caller caller, Strategy strategy, Draft draft, Found found, List<String> excludedFor, JsonNode present) {
        if (present.isEmpty()) {
            return List.of();
        }
        var id = draft.replaces() == null ? "" : draft.replaces();
        var candidate = new Portfolio.Member(id, kind(draft), found.shares(), found.answers(), excludedFor);
        var municipalities = datasets.region(caller).municipalities().stream()
                .map(Region.Municipality::number)
                .toList();
        var others = members.of(caller, strategy, present).members();
        return CandidateEffect.of(strategy, others, candidate, draft.replaces(), municipalities);
    }

    /** The stored points of the best sites, so that gain and loss can be told criterion by criterion. */
    private List<RunDocument.Best> best(Among among) {
        return among.best(BEST).stream()
                .map(place -> RunDocument.best(
                        place,
                        among.name(place.site()),
                        JSON.readTree(repository
                                .score(among.run(), among.purpose(), place.site())
                                .orElseThrow())))
                .toList();
    }

    private static SiteKind kind(Draft draft) {
        return SiteKind.valueOf(draft.kind().name());
    }

    private Found measure(
            Caller caller, Strategy strategy, Draft draft, Shape shape, Map<String, DatasetVersion> versions) {
        var ids = new HashMap<String, Long>();
        versions.forEach((dataset, version) -> ids.put(dataset, version.id()));
        return measurer.measure(
                new DraftMeasurer.Draft(
                        shape.footprint(), draft.areaKnown(), JSON.writeValueAsString(facts(caller, draft))),
                strategy.metrics(),
                ids,
                ids.get(runs.municipalities(caller)));
    }

    private List<Fact> facts(Caller caller, Draft draft) {
        if (draft.facts() != null) {
            return draft.facts();
        }
        if (draft.replaces() == null) {
            return List.of();
        }
        var site = sites.get(caller, draft.replaces());
        var part = site.scoredPart();
        return part == null ? site.facts() : nearer(site.facts(), part.facts());
    }

    /** What is stated about the scored part comes before what is stated about the whole site, as in measure/own.sql. */
    private static List<Fact> nearer(List<Fact> ofSite, List<Fact> ofPart) {
        var own = ofPart.stream().map(Fact::fact).toList();
        var facts = new ArrayList<>(ofPart);
        ofSite.stream().filter(fact -> !own.contains(fact.fact())).forEach(facts::add);
        return facts;
    }
}

package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.measure.DraftMeasurer;
import no.arealkompass.measure.DraftMeasurer.Found;
import no.arealkompass.score.Verdict.Excluded;
import no.arealkompass.score.Verdict.Scored;
import no.arealkompass.site.DraftFault;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Shape;
import no.arealkompass.site.ShapeFault;
import no.arealkompass.site.Shapes;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.Purpose;
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

    private final Shapes shapes;
    private final Sites sites;
    private final DraftMeasurer measurer;
    private final RunMaker runs;

    Assessor(Shapes shapes, Sites sites, DraftMeasurer measurer, RunMaker runs) {
        this.shapes = shapes;
        this.sites = sites;
        this.measurer = measurer;
        this.runs = runs;
    }

    /** The answer's form; without a usable shape there are faults and nothing else. */
    private record Assessment(
            @Nullable Double areaM2,
            List<FaultBody> faults,
            Map<String, Double> municipalities,
            List<RunDocument.Assessed> scores) {

        static Assessment of(ShapeFault fault) {
            var faults = fault.faults().stream().map(FaultBody::of).toList();
            return new Assessment(null, faults, Map.of(), List.of());
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
        for (var purpose : strategy.purposes()) {
            if (purpose.kinds().contains(SiteKind.valueOf(draft.kind().name()))) {
                var judgement = Judge.judge(strategy, purpose, draft.schematic(), found.answers());
                var others = others(present.path("rankings").path(purpose.id()), draft.replaces());
                scores.add(assessed(strategy, purpose, judgement, others, versions.values()));
            }
        }
        return new Assessment(shape.areaM2(), List.of(), new TreeMap<>(found.shares()), scores);
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

    private static RunDocument.Assessed assessed(
            Strategy strategy,
            Purpose purpose,
            Judgement judgement,
            List<Ranking.Entry> others,
            Collection<DatasetVersion> used) {
        var own = new Ranking.Entry("", "", judgement.verdict());
        var all = new ArrayList<>(others);
        all.add(own);
        var place = Ranking.rank(all, strategy.marginPoints()).stream()
                .filter(ranked -> ranked.site().isEmpty())
                .findFirst()
                .orElseThrow();
        int ranked = (int)
                all.stream().filter(entry -> entry.verdict() instanceof Scored).count();
        return RunDocument.assessed(strategy, purpose.id(), judgement, place.rank(), ranked, used);
    }

    /** The present sites of one ranking, as their run judged them. */
    private static List<Ranking.Entry> others(JsonNode ranking, @Nullable String replaces) {
        return ranking.valueStream()
                .filter(entry -> !entry.path("site").asString().equals(replaces))
                .map(entry -> new Ranking.Entry(
                        entry.path("site").asString(),
                        entry.path("site").asString(),
                        entry.path("verdict").asString().equals("scored")
                                ? new Scored(
                                        entry.path("low").asDouble(),
                                        entry.path("high").asDouble())
                                : new Excluded(List.of())))
                .toList();
    }
}

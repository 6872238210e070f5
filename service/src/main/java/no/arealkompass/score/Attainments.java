package no.arealkompass.score;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import no.arealkompass.site.FactCatalogue;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.Strategy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Collects what {@link Attainment} and {@link LandReserve} need to answer for a stored run. */
@Component
class Attainments {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunMembers members;
    private final Sites sites;
    private final Datasets datasets;
    private final FactCatalogue catalogue;
    private final LandNeeds needs;

    Attainments(RunMembers members, Sites sites, Datasets datasets, FactCatalogue catalogue, LandNeeds needs) {
        this.members = members;
        this.sites = sites;
        this.datasets = datasets;
        this.catalogue = catalogue;
        this.needs = needs;
    }

    /** @param body the run's document */
    String of(Caller caller, Strategy strategy, String body) {
        var run = JSON.readTree(body);
        var judged = members.of(caller, strategy, run);
        var attainment = new Attainment(strategy, run, judged);
        var municipalities = datasets.region(caller).municipalities().stream()
                .map(Region.Municipality::number)
                .sorted()
                .toList();
        return RunDocument.write(new Attainment.Answer(
                UUID.fromString(run.path("id").asString()),
                attainment.coverage(municipalities, since(judged.sites())),
                attainment.rules(),
                reserve(caller, judged.sites())));
    }

    private Map<String, LocalDate> since(List<Site> judged) {
        var since = new HashMap<String, LocalDate>();
        judged.forEach(site -> since.put(site.id(), sites.freshness(site).since()));
        return since;
    }

    private LandReserve.Reserve reserve(Caller caller, List<Site> judged) {
        var statuses = catalogue.find("planStatus").orElseThrow().classes().stream()
                .map(FactCatalogue.ClassName::value)
                .toList();
        var counted = LandReserve.inOrder(judged, statuses);
        var ground =
                sites.newGround(caller, counted.stream().map(Site::versionId).toList());
        return LandReserve.of(
                judged, counted, ground, needs.densities(), needs.goal().orElse(null));
    }
}

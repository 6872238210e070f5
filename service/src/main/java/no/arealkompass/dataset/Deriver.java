package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import no.arealkompass.dataset.DatasetVersion.Unreached;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes layers from layers. Today one kind: minutes of driving and metres to the nearest main road, stored on the nodes
 * of the road version in use. A new version is made when the roads, the region's destinations or the rules changed.
 */
@Component
final class Deriver {
    private final Catalogue catalogue;
    private final VersionRepository versions;
    private final StagingRepository staging;
    private final RoadTravelRepository roads;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Deriver(
            Catalogue catalogue,
            VersionRepository versions,
            StagingRepository staging,
            RoadTravelRepository roads,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.staging = staging;
        this.roads = roads;
        this.transaction = transaction;
        this.json = json;
    }

    boolean deriveOutdated(String by, Progress progress) {
        boolean any = false;
        for (Dataset dataset : catalogue.datasets()) {
            RoadTravel rules = dataset.derive();
            if (rules != null) {
                any |= Boolean.TRUE.equals(transaction.execute(status -> derive(by, dataset, rules, progress)));
            }
        }
        return any;
    }

    /** Inside one transaction: compare, derive, store. */
    private boolean derive(String by, Dataset dataset, RoadTravel rules, Progress progress) {
        staging.lock(dataset.id());
        Optional<DatasetVersion> parent = versions.inUse(rules.from());
        if (parent.isEmpty()) {
            return false;
        }
        List<Long> parents = List.of(parent.get().id());
        Map<String, Object> inputs = inputs(dataset, rules);
        Optional<DatasetVersion> before = versions.inUse(dataset.id());
        if (before.isPresent()
                && before.get().parents().equals(parents)
                && versions.derivedFrom(before.get().id(), json.writeValueAsString(inputs))) {
            return false;
        }
        progress.report("Deriving " + dataset.id() + ": building the road network", 0, 0);
        roads.network(parent.get().id(), rules);
        List<Unreached> unreached = travel(progress);
        String description = Frozen.derived(json, source(dataset, rules, parent.get()), inputs, unreached);
        staging.pieces(roads.store(dataset.id(), by, description, parent.get().id()));
        return true;
    }

    private List<Unreached> travel(Progress progress) {
        List<Unreached> unreached = new ArrayList<>();
        int storage = catalogue.region().srid();
        List<Region.Destination> destinations = catalogue.region().destinations();
        for (int i = 0; i < destinations.size(); i++) {
            Region.Destination to = destinations.get(i);
            progress.report("Deriving minutes to " + to.name().en(), i, destinations.size() + 1);
            OptionalDouble distance = roads.distance(to, storage);
            if (distance.isPresent() && distance.getAsDouble() <= to.toleranceM()) {
                roads.minutes(to, storage);
            } else {
                unreached.add(new Unreached(to.id(), distance.orElse(Double.MAX_VALUE), to.toleranceM()));
            }
        }
        progress.report("Deriving metres to the nearest main road", destinations.size(), destinations.size() + 1);
        roads.metres("mainRoadM", catalogue.region().mainRoad().classes());
        return unreached;
    }

    /** All that decides the result beside the roads. */
    private Map<String, Object> inputs(Dataset dataset, RoadTravel rules) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("dataset", dataset.id());
        inputs.put("rules", rules);
        inputs.put("destinations", catalogue.region().destinations());
        inputs.put("mainRoad", catalogue.region().mainRoad());
        return inputs;
    }

    /** A derived layer is as good, as old and as free as what it was made from. */
    private static Source source(Dataset dataset, RoadTravel rules, DatasetVersion parent) {
        Source from = parent.source();
        return new Source(
                from.id(),
                dataset.name(),
                from.publisher(),
                from.licence(),
                from.licenceUrl(),
                from.attribution(),
                from.asOf(),
                from.sample(),
                true,
                rules.note(),
                from.crs(),
                from.geonorge(),
                from.url(),
                from.scale(),
                from.omitsBelowM2(),
                from.accuracyM(),
                from.coverage(),
                "",
                "",
                "",
                Map.of(),
                null,
                null);
    }
}

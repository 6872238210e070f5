package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.PlannedChange.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Layers as a scenario has them: the version in use with planned works in it, and what is derived from that. Each is a
 * dataset version of the scenario, made once for the same works over the same version (docs/decisions/0073).
 */
@Service
public class PlannedLayers {
    private final Catalogue catalogue;
    private final VersionRepository versions;
    private final StagingRepository staging;
    private final PlannedRepository planned;
    private final Deriver deriver;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    PlannedLayers(
            Catalogue catalogue,
            VersionRepository versions,
            StagingRepository staging,
            PlannedRepository planned,
            Deriver deriver,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.staging = staging;
        this.planned = planned;
        this.deriver = deriver;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * What became of a work.
     *
     * @param code JOINED or NOT_JOINED (an end of a road, with its place and the metres to the nearest road), CHANGED
     *     (metres and number of objects), or NO_DATA (the layer has no data, so nothing was done)
     * @param metres null where there is nothing to measure
     * @param longitude null where it has no place
     */
    public record Told(
            long work,
            Code code,
            @Nullable Double metres,
            int objects,
            @Nullable Double longitude,
            @Nullable Double latitude) {
        /** What can become of one. */
        public enum Code {
            JOINED,
            NOT_JOINED,
            CHANGED,
            NO_DATA
        }
    }

    /**
     * The versions of a scenario, and what became of its works.
     *
     * @param versions every dataset's version: the scenario's own where it has one, else the one in use
     * @param told what became of the works
     */
    public record Applied(Map<String, DatasetVersion> versions, List<Told> told) {}

    /**
     * What is asked for.
     *
     * @param scenario id
     * @param changes in the order they are made
     * @param moved destinations that are somewhere else in this scenario, by id: longitude and latitude
     * @param read the datasets that somebody reads: only these are derived
     */
    public record Wanted(
            String scenario, List<PlannedChange> changes, Map<String, List<Double>> moved, Set<String> read) {}

    /** The versions of a scenario over the data in use now; makes those that are missing. */
    public Applied apply(Caller caller, Wanted wanted, Progress progress) {
        Access.require(caller, Operation.DERIVE);
        Map<String, DatasetVersion> chosen = new LinkedHashMap<>();
        versions.inUse().forEach(version -> chosen.put(version.dataset(), version));
        List<Told> told = new ArrayList<>();
        Set<String> changed = new TreeSet<>();
        for (var entry : byDataset(wanted.changes()).entrySet()) {
            DatasetVersion base = chosen.get(entry.getKey());
            if (base == null) {
                entry.getValue().forEach(one -> told.add(new Told(one.work(), Told.Code.NO_DATA, null, 0, null, null)));
            } else {
                DatasetVersion version = version(caller, wanted.scenario(), base, entry.getValue(), progress);
                chosen.put(version.dataset(), version);
                changed.add(version.dataset());
                told.addAll(List.of(json.readValue(versions.planned(version.id()), Told[].class)));
            }
        }
        derive(caller, wanted, chosen, changed, progress);
        return new Applied(chosen, told);
    }

    private static Map<String, List<PlannedChange>> byDataset(List<PlannedChange> changes) {
        Map<String, List<PlannedChange>> byDataset = new LinkedHashMap<>();
        changes.forEach(one ->
                byDataset.computeIfAbsent(one.dataset(), d -> new ArrayList<>()).add(one));
        return byDataset;
    }

    private void derive(
            Caller caller, Wanted wanted, Map<String, DatasetVersion> chosen, Set<String> changed, Progress progress) {
        List<Region.Destination> destinations = destinations(wanted.moved());
        for (Dataset dataset : catalogue.datasets()) {
            Derivation rules = dataset.derive();
            if (rules == null || !wanted.read().contains(dataset.id())) {
                continue;
            }
            boolean moves = rules instanceof RoadTravel && !wanted.moved().isEmpty();
            if (moves || rules.from().stream().anyMatch(changed::contains)) {
                var choice = new Deriver.Choice(chosen, destinations, wanted.scenario());
                deriver.ofScenario(caller.name(), dataset, choice, progress)
                        .ifPresent(version -> chosen.put(dataset.id(), version));
            }
        }
    }

    private List<Region.Destination> destinations(Map<String, List<Double>> moved) {
        return catalogue.region().destinations().stream()
                .map(to -> {
                    List<Double> place = moved.get(to.id());
                    return place == null
                            ? to
                            : new Region.Destination(
                                    to.id(), to.name(), place.get(0), place.get(1), to.toleranceM(), to.source());
                })
                .toList();
    }

    private DatasetVersion version(
            Caller caller, String scenario, DatasetVersion base, List<PlannedChange> changes, Progress progress) {
        String works = json.writeValueAsString(Frozen.works(changes));
        return Objects.requireNonNull(transaction.execute(status -> {
            staging.lock(base.dataset());
            return versions.ofScenario(scenario, base.dataset(), List.of(base.id()), Frozen.PLANNED, works)
                    .orElseGet(() -> {
                        progress.report("Planned works in " + base.dataset(), 0, 0);
                        return versions.version(make(caller, scenario, base, changes))
                                .orElseThrow();
                    });
        }));
    }

    private long make(Caller caller, String scenario, DatasetVersion base, List<PlannedChange> changes) {
        Dataset dataset = catalogue.dataset(base.dataset()).orElseThrow();
        List<Told> told = new ArrayList<>();
        int storage = catalogue.region().srid();
        planned.begin(base.id());
        for (PlannedChange change : changes) {
            switch (change.kind()) {
                case ADD -> planned.add(change, dataset.geometry(), storage);
                case UPGRADE -> told.add(planned.upgrade(change, storage));
            }
        }
        roads(dataset.id())
                .ifPresent(rules -> changes.stream()
                        .filter(change -> change.kind() == Kind.ADD)
                        .forEach(change -> told.addAll(planned.join(change, rules))));
        long version = planned.store(base.id(), scenario, Frozen.planned(json, changes, told), caller.name());
        staging.pieces(version);
        return version;
    }

    /** How a layer is driven, where it is one of roads: what is drawn into it must hang together with the rest. */
    private Optional<RoadRules> roads(String dataset) {
        return catalogue.datasets().stream()
                .flatMap(one -> Stream.ofNullable(one.derive()))
                .map(Derivation::roads)
                .filter(rules -> rules.from().equals(dataset))
                .findFirst();
    }
}

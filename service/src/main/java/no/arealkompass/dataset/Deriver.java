package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.arealkompass.dataset.DatasetVersion.Unreached;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes layers from layers: minutes of driving, metres to the nearest main road and people within minutes, stored on the
 * nodes of the road version in use. A new version is made when a parent, the region's destinations or the rules changed.
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

    /**
     * What is derived from, and whose the result is.
     *
     * @param versions by dataset
     * @param destinations where minutes are counted to
     * @param scenario null for what is
     */
    record Choice(
            Map<String, DatasetVersion> versions,
            List<Region.Destination> destinations,
            @Nullable String scenario) {}

    boolean deriveOutdated(String by, Progress progress) {
        boolean any = false;
        for (Dataset dataset : catalogue.datasets()) {
            Derivation rules = dataset.derive();
            if (rules != null) {
                any |= Boolean.TRUE.equals(transaction.execute(status -> {
                    staging.lock(dataset.id());
                    Map<String, DatasetVersion> inUse = new LinkedHashMap<>();
                    versions.inUse().forEach(version -> inUse.put(version.dataset(), version));
                    return derive(
                            by,
                            dataset,
                            rules,
                            new Choice(inUse, catalogue.region().destinations(), null),
                            progress);
                }));
            }
        }
        return any;
    }

    /**
     * The layer as a scenario has it, derived now unless that was done before.
     *
     * @return empty when there is nothing to derive it from
     */
    Optional<DatasetVersion> ofScenario(String by, Dataset dataset, Choice choice, Progress progress) {
        Derivation rules = Objects.requireNonNull(dataset.derive());
        return Objects.requireNonNull(transaction.execute(status -> {
            staging.lock(dataset.id());
            derive(by, dataset, rules, choice, progress);
            return before(dataset, choice, from(rules, choice), inputs(dataset, rules, choice));
        }));
    }

    private static List<DatasetVersion> from(Derivation rules, Choice choice) {
        return rules.from().stream()
                .filter(choice.versions()::containsKey)
                .map(id -> Objects.requireNonNull(choice.versions().get(id)))
                .toList();
    }

    /** The version that was derived from the same before. */
    private Optional<DatasetVersion> before(
            Dataset dataset, Choice choice, List<DatasetVersion> from, Map<String, Object> inputs) {
        List<Long> parents = from.stream().map(DatasetVersion::id).toList();
        String how = json.writeValueAsString(inputs);
        return choice.scenario() == null
                ? versions.inUse(dataset.id())
                        .filter(version -> version.parents().equals(parents) && versions.derivedFrom(version.id(), how))
                : versions.ofScenario(choice.scenario(), dataset.id(), parents, Frozen.INPUTS, how);
    }

    /** Inside one transaction: compare, derive, store. */
    private boolean derive(String by, Dataset dataset, Derivation rules, Choice choice, Progress progress) {
        List<DatasetVersion> from = from(rules, choice);
        Map<String, Object> inputs = inputs(dataset, rules, choice);
        if (from.size() < rules.from().size()
                || before(dataset, choice, from, inputs).isPresent()) {
            return false;
        }
        List<Long> parents = from.stream().map(DatasetVersion::id).toList();
        progress.report("Deriving " + dataset.id() + ": building the road network", 0, 0);
        double silent = roads.network(parents.getFirst(), rules.roads());
        List<Unreached> unreached = new ArrayList<>();
        Text note = rules.note();
        switch (rules) {
            case RoadTravel travel -> {
                travel(choice.destinations(), unreached, progress);
                note = travel.roads().restriction() == null ? note : withSilent(note, silent);
            }
            case PeopleWithin within -> {
                progress.report("Deriving people within " + within.minutes() + " minutes", 0, 0);
                note = withUncounted(note, roads.people(parents.getFirst(), parents.getLast(), within));
            }
        }
        String description = Frozen.derived(json, source(dataset, note, from), inputs, unreached);
        staging.pieces(roads.store(dataset.id(), by, description, parents, choice.scenario()));
        return true;
    }

    private static Text withSilent(Text note, double share) {
        long percent = Math.round(share * 100);
        return new Text(
                note.nb() + " Vegdataene sier ikke om kjøretøyet er tillatt på " + percent + " % av veglengden.",
                note.en() + " The road data do not say whether the vehicle is allowed on " + percent
                        + " % of the length of the roads.");
    }

    private static Text withUncounted(Text note, double people) {
        return new Text(
                note.nb() + " Ikke talt med, for langt fra veg: " + Math.round(people) + " innbyggere.",
                note.en() + " Not counted, too far from any road: " + Math.round(people) + " inhabitants.");
    }

    private void travel(List<Region.Destination> destinations, List<Unreached> unreached, Progress progress) {
        int storage = catalogue.region().srid();
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
        Region.Junction junction = catalogue.region().junction();
        if (junction != null) {
            roads.junctions(junction);
        }
    }

    /** All that decides the result beside the parents. */
    private Map<String, Object> inputs(Dataset dataset, Derivation rules, Choice choice) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("dataset", dataset.id());
        inputs.put("rules", rules);
        if (rules instanceof RoadTravel) {
            inputs.put("destinations", choice.destinations());
            inputs.put("mainRoad", catalogue.region().mainRoad());
            inputs.put("junction", catalogue.region().junction());
        }
        return inputs;
    }

    /** A derived layer is as good, as old and as free as what it was made from. */
    private static Source source(Dataset dataset, Text note, List<DatasetVersion> parents) {
        Source from = parents.getFirst().source();
        return new Source(
                from.id(),
                dataset.name(),
                all(parents, Source::publisher),
                all(parents, Source::licence),
                from.licenceUrl(),
                all(parents, Source::attribution),
                all(parents, Source::asOf),
                parents.stream().anyMatch(DatasetVersion::sample),
                true,
                note,
                from.crs(),
                from.geonorge(),
                from.url(),
                from.scale(),
                parents.stream().mapToDouble(DatasetVersion::omitsBelowM2).max().orElse(0),
                parents.stream().mapToDouble(DatasetVersion::accuracyM).max().orElse(0),
                from.coverage(),
                "",
                "",
                "",
                Map.of(),
                null,
                null);
    }

    private static String all(List<DatasetVersion> parents, Function<Source, String> part) {
        return parents.stream()
                .map(parent -> part.apply(parent.source()))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}

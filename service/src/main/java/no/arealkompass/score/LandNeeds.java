package no.arealkompass.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.site.FactCatalogue;
import no.arealkompass.strategy.Basis;
import no.arealkompass.strategy.Source;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Values.Range;
import no.arealkompass.yaml.Yaml;
import org.snakeyaml.engine.v2.nodes.Node;
import org.springframework.stereotype.Component;

/** How much land jobs take, and how many jobs the region wants; read once from {@code gis-data/codes}. */
@Component
class LandNeeds {
    private static final String DENSITIES = "codes/densities.yaml";
    private static final String GOALS = "codes/goals.yaml";

    private final List<Density> densities;
    private final Optional<Goal> goal;

    LandNeeds(Datasets datasets, FactCatalogue catalogue) {
        var uses = catalogue.find("zonedUse").orElseThrow().classes().stream()
                .map(FactCatalogue.ClassName::value)
                .toList();
        densities = densities(DENSITIES, read(datasets, DENSITIES), uses);
        var region = datasets.region(Caller.PUBLIC).id();
        goal = goals(GOALS, read(datasets, GOALS)).stream()
                .filter(one -> one.region().equals(region))
                .findFirst();
    }

    /**
     * Square metres of land for each job.
     *
     * @param uses classes of the fact {@code zonedUse} that it is used for
     */
    record Density(
            String id,
            Text name,
            List<String> uses,
            double m2PerJobLow,
            double m2PerJobHigh,
            String basis,
            Source source,
            Text note) {}

    /** @param jobsPerYear net new jobs a year in the region */
    record Goal(String region, int jobsPerYear, List<Integer> horizonYears, String basis, Source source, Text note) {}

    List<Density> densities() {
        return densities;
    }

    /** Empty when the region has decided on none. */
    Optional<Goal> goal() {
        return goal;
    }

    static List<Density> densities(String file, String yaml, List<String> uses) {
        return Yaml.read(file, yaml, (root, faults) -> {
            var read = root.list("densities", 1, node -> density(root.values(), node, uses, faults));
            once(root, "densities", read.stream().map(Density::id).toList(), faults);
            return read;
        });
    }

    /** Each name stands for one entry only. */
    private static void once(Fields root, String key, List<String> names, Faults faults) {
        var at = root.node(key);
        if (at != null && Set.copyOf(names).size() < names.size()) {
            faults.add(
                    at, new Text("Samme navn står to ganger i %s.", "The same name occurs twice in %s.").filled(key));
        }
    }

    private static Density density(Values values, Node node, List<String> uses, Faults faults) {
        Fields f = values.fields(node);
        var density = new Density(
                f.id("id"),
                f.texts("name"),
                f.distinct("uses", 1, one -> use(values, one, uses, faults)),
                f.number("m2PerJobLow", Range.ABOVE_ZERO),
                f.number("m2PerJobHigh", Range.ABOVE_ZERO),
                RunDocument.name(f.oneOf("basis", Basis.class)),
                source(f.fields("source")),
                f.texts("note"));
        f.end();
        if (density.m2PerJobLow() > density.m2PerJobHigh()) {
            faults.add(
                    node,
                    new Text(
                            "m2PerJobLow er større enn m2PerJobHigh. Bytt dem om.",
                            "m2PerJobLow is greater than m2PerJobHigh. Swap them."));
        }
        return density;
    }

    private static String use(Values values, Node node, List<String> uses, Faults faults) {
        String use = values.id(node);
        if (!uses.contains(use)) {
            faults.add(
                    node,
                    new Text("«%s» er ingen klasse av zonedUse: %s.", "“%s” is no class of zonedUse: %s.")
                            .filled(use, String.join(", ", uses)));
        }
        return use;
    }

    static List<Goal> goals(String file, String yaml) {
        return Yaml.read(file, yaml, (root, faults) -> {
            var read = root.list("goals", 0, node -> goal(root.values(), node));
            once(root, "goals", read.stream().map(Goal::region).toList(), faults);
            return read;
        });
    }

    private static Goal goal(Values values, Node node) {
        Fields f = values.fields(node);
        var goal = new Goal(
                f.id("region"),
                f.whole("jobsPerYear", Range.ONE_OR_MORE),
                f.distinct("horizonYears", 1, one -> values.whole(one, Range.ONE_OR_MORE)),
                RunDocument.name(f.oneOf("basis", Basis.class)),
                source(f.fields("source")),
                f.texts("note"));
        f.end();
        return goal;
    }

    private static Source source(Fields f) {
        var source = new Source(f.text("document"), f.text("paragraph"), f.textOrEmpty("url"));
        f.end();
        return source;
    }

    private static String read(Datasets datasets, String file) {
        try {
            return datasets.resource(Caller.PUBLIC, file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("gis-data/" + file + " cannot be read", e);
        }
    }
}

package no.arealkompass.wish;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.strategy.Basis;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Strategies;
import no.arealkompass.strategy.Units;
import no.arealkompass.wish.Catalogue.Neighbours;
import no.arealkompass.wish.Catalogue.Reading;
import no.arealkompass.wish.Requirement.Form;
import no.arealkompass.wish.Requirement.Join;
import no.arealkompass.wish.Requirement.Usual;
import no.arealkompass.wish.Requirement.Years;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Values.Range;
import no.arealkompass.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the catalogue of requirements as strictly as a strategy is read. */
final class CatalogueReader {
    private final Faults faults;
    private final Map<String, Map<String, Double>> units;

    private CatalogueReader(Faults faults, Map<String, Map<String, Double>> units) {
        this.faults = faults;
        this.units = units;
    }

    static Catalogue read(String fileName, String yaml) {
        return Yaml.read(fileName, yaml, CatalogueReader::catalogue);
    }

    private static Catalogue catalogue(Fields root, Faults faults) {
        var units = root.map("units", node -> numbers(root.values(), node));
        var reader = new CatalogueReader(faults, units);
        var neighbours = neighbours(root.fields("neighbours"));
        var ids = new HashSet<String>();
        var requirements = root.list(
                "requirements", 1, node -> reader.requirement(root.values().fields(node), node, ids));
        return new Catalogue(neighbours, requirements, reading(root.fields("reading")));
    }

    private static Neighbours neighbours(Fields f) {
        var neighbours = new Neighbours(
                f.number("withinM", Range.ZERO_OR_MORE),
                f.whole("most", Range.ONE_OR_MORE),
                f.oneOf("basis", Basis.class),
                f.texts("why"));
        f.end();
        return neighbours;
    }

    private Requirement requirement(Fields f, Node at, Set<String> ids) {
        var id = f.id("id");
        var form = f.oneOf("form", Form.class);
        var limits = form == Form.YES
                ? List.of(1.0, 1.0)
                : f.list("limits", 2, n -> f.values().number(n, Range.ANY));
        var requirement = new Requirement(
                id,
                f.texts("name"),
                form,
                unit(f),
                limits.isEmpty() ? 0 : limits.getFirst(),
                limits.isEmpty() ? 0 : limits.getLast(),
                Strategies.metric(f, "metric", faults),
                form == Form.YES ? f.distinct("met", 1, f.values()::text) : List.of(),
                f.has("years") ? years(f.fields("years")) : null,
                f.oneOf("join", Join.class),
                f.distinct("words", 1, f.values()::text),
                form == Form.YES ? Map.of() : unitsOf(f),
                f.has("alone") && f.flag("alone"),
                f.has("usual") ? usual(f.fields("usual")) : null,
                f.texts("lack"),
                f.texts("note"),
                f.texts("settledBy"));
        f.end();
        if (!ids.add(id)) {
            faults.add(at, new Text("«" + id + "» er brukt før.", "\"" + id + "\" is used before."));
        }
        fit(requirement, at);
        return requirement;
    }

    private String unit(Fields f) {
        var unit = f.text("unit");
        var node = f.node("unit");
        if (node != null && !unit.equals("years") && !Units.ALL.contains(unit)) {
            faults.add(node, new Text("«" + unit + "» er ingen kjent enhet.", "\"" + unit + "\" is no known unit."));
        }
        return unit;
    }

    private Map<String, Double> unitsOf(Fields f) {
        var name = f.text("units");
        var found = units.get(name);
        var node = f.node("units");
        if (found == null && node != null) {
            faults.add(
                    node, new Text("Enhetssettet «" + name + "» mangler.", "There is no unit set \"" + name + "\"."));
        }
        return found == null ? Map.of() : found;
    }

    /** What would make every answer wrong: a comparison the metric cannot answer, or a number beyond where it looks. */
    private void fit(Requirement r, Node at) {
        if (r.least() > r.most()) {
            faults.add(at, new Text("Grensene er byttet om.", "The limits are the wrong way round."));
        }
        if (r.metric() instanceof Metric.Distance distance && r.most() > distance.capM()) {
            faults.add(
                    at,
                    new Text(
                            "Grensen er lenger unna enn det måles (capM).",
                            "The limit lies beyond where the metric stops looking (capM)."));
        }
        var usual = r.usual();
        if (usual != null && !r.allows(usual.value())) {
            faults.add(
                    at, new Text("Det vanlige tallet er utenfor grensene.", "The usual number is outside the limits."));
        }
        if (r.join() == Join.SUM && r.form() != Form.AT_LEAST) {
            faults.add(at, new Text("Bare «minst» kan legges sammen.", "Only \"at least\" can be added up."));
        }
    }

    private static Years years(Fields f) {
        var years = new Years(
                f.map("classes", node -> f.values().number(node, Range.ZERO_OR_MORE)),
                f.oneOf("basis", Basis.class),
                f.texts("why"));
        f.end();
        return years;
    }

    private static Usual usual(Fields f) {
        var usual = new Usual(f.number("value", Range.ZERO_OR_MORE), f.oneOf("basis", Basis.class), f.texts("why"));
        f.end();
        return usual;
    }

    private static Reading reading(Fields f) {
        var fillers = f.fields("fillers");
        var words = new HashSet<>(words(fillers, "nb"));
        words.addAll(words(fillers, "en"));
        fillers.end();
        var reading = new Reading(
                words(f, "atLeast"),
                words(f, "atMost"),
                words(f, "upTo"),
                words(f, "about"),
                words(f, "between"),
                words(f, "not"),
                numbers(f.values(), f.node("numbers")),
                words);
        f.end();
        return reading;
    }

    private static List<String> words(Fields f, String key) {
        return f.list(key, 1, f.values()::text);
    }

    private static Map<String, Double> numbers(Values values, @Nullable Node node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        values.entries(node)
                .forEach((key, value) -> numbers.put(key.getValue(), values.number(value, Range.ABOVE_ZERO)));
        return Collections.unmodifiableMap(numbers);
    }
}

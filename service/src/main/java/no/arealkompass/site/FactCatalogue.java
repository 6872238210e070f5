package no.arealkompass.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Yaml;
import org.snakeyaml.engine.v2.nodes.Node;
import org.springframework.stereotype.Component;

/** What may be stated about a site, read once from {@code gis-data/codes/facts.yaml}. */
@Component
public class FactCatalogue {
    private static final String FILE = "codes/facts.yaml";

    private final Map<String, Kind> kinds;

    FactCatalogue(Datasets datasets) {
        this.kinds = kinds(datasets).stream()
                .collect(Collectors.toMap(Kind::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** How the value of a fact looks. */
    public enum Type {
        NUMBER,
        CLASS,
        BOOLEAN,
        TEXT,
        EMAIL,
        PHONE
    }

    /**
     * One thing that may be stated.
     *
     * @param unit unit of a number; empty where none is demanded
     * @param classes allowed classes, worst first; empty for all but classes
     * @param needs ids of facts without which this one says too little
     */
    public record Kind(String id, Type type, String unit, Text name, List<ClassName> classes, List<String> needs) {}

    /**
     * A class and what it is called.
     *
     * @param unknown it says that nobody knows, so no strategy gives it a worth
     */
    public record ClassName(String value, Text name, boolean unknown) {}

    /** All facts in the order of the file. */
    public List<Kind> all() {
        return List.copyOf(kinds.values());
    }

    /** One fact, empty when nothing of this name may be stated. */
    public Optional<Kind> find(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    private static List<Kind> kinds(Datasets datasets) {
        try {
            var yaml = datasets.resource(Caller.PUBLIC, FILE).getContentAsString(StandardCharsets.UTF_8);
            return Yaml.read(
                    FILE, yaml, (root, faults) -> root.distinct("facts", 1, node -> kind(root.values(), node)));
        } catch (IOException e) {
            throw new UncheckedIOException("gis-data/" + FILE + " cannot be read", e);
        }
    }

    private static Kind kind(Values values, Node node) {
        Fields f = values.fields(node);
        var kind = new Kind(
                f.id("id"),
                f.oneOf("type", Type.class),
                f.textOrEmpty("unit"),
                f.texts("name"),
                f.distinct("values", 0, item -> className(values, item)),
                f.has("needs") ? f.distinct("needs", 1, values::id) : List.of());
        f.end();
        return kind;
    }

    private static ClassName className(Values values, Node node) {
        Fields f = values.fields(node);
        var name = new ClassName(f.text("value"), f.texts("name"), f.has("unknown") && f.flag("unknown"));
        f.end();
        return name;
    }
}

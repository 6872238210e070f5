package no.arealkompass.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.arealkompass.yaml.Values.Range;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The keys of one mapping. Every key asked for is required, and {@link #end()} reports every key nobody asked for: what
 * is read is thereby the list of what is allowed.
 */
public final class Fields {

    private final @Nullable Node mapping;
    private final Values values;
    private final Faults faults;
    private final Map<String, Node> byKey = new HashMap<>();
    private final Map<String, ScalarNode> keys = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> alternatives = new ArrayList<>();
    private final boolean isMapping;

    Fields(@Nullable Node mapping, Values values, Faults faults) {
        this.mapping = mapping;
        this.values = values;
        this.faults = faults;
        values.entries(mapping).forEach((key, value) -> {
            byKey.put(key.getValue(), value);
            keys.put(key.getValue(), key);
        });
        this.isMapping = mapping instanceof MappingNode;
    }

    /** The value under the key as it stands in the document; null, and reported, when it is missing. */
    public @Nullable Node node(String key) {
        boolean first = asked.add(key);
        Node node = byKey.get(key);
        if (first && node == null && isMapping && mapping != null) {
            faults.add(mapping, Fault.MISSING_KEY, key);
        }
        return node;
    }

    /** Whether the key is there; for mappings where one of several keys decides the form. */
    public boolean has(String key) {
        if (byKey.containsKey(key)) {
            return true;
        }
        alternatives.add(key);
        return false;
    }

    /** The fields of the mapping under the key; its owner calls {@link #end()} on it. */
    public Fields fields(String key) {
        return values.fields(node(key));
    }

    /** Yes or no. */
    public boolean flag(String key) {
        return values.flag(node(key));
    }

    /** Whether the key is there and says {@code null}, meaning "none". */
    public boolean isNull(String key) {
        return Values.isNull(node(key));
    }

    /** A mapping from names to values, in the order of the document. */
    public <T> Map<String, T> map(String key, Function<Node, T> item) {
        Map<String, T> map = new LinkedHashMap<>();
        values.entries(node(key)).forEach((name, value) -> map.put(name.getValue(), item.apply(value)));
        return Collections.unmodifiableMap(map);
    }

    /** Reads single values: items of a list or values of a map. */
    public Values values() {
        return values;
    }

    public String text(String key) {
        return values.text(node(key));
    }

    public String textOrEmpty(String key) {
        return values.textOrEmpty(node(key));
    }

    public Text texts(String key) {
        return values.texts(node(key));
    }

    public String id(String key) {
        return values.id(node(key));
    }

    public double number(String key, Range range) {
        return values.number(node(key), range);
    }

    public int whole(String key, Range range) {
        return values.whole(node(key), range);
    }

    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return values.oneOf(node(key), type);
    }

    public <T> List<T> list(String key, int atLeast, Function<Node, T> item) {
        return values.list(node(key), atLeast, item);
    }

    public <T> List<T> distinct(String key, int atLeast, Function<Node, T> item) {
        return values.distinct(node(key), atLeast, item);
    }

    /** To be called when all keys are read. */
    public void end() {
        asked.addAll(alternatives);
        keys.forEach((name, key) -> {
            if (!asked.contains(name)) {
                faults.add(key, Fault.UNKNOWN_KEY, name, String.join(", ", asked));
            }
        });
    }
}

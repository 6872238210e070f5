package no.arealkompass.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads single values of a document. A value that is not as it should be is reported and replaced by an empty one, so
 * that reading goes on; the document is refused in the end. {@code null} is a value whose absence is already reported.
 */
public final class Values {

    static final Text MAPPING = new Text("et oppslag (nøkkel: verdi)", "a mapping (key: value)");
    static final Text NOTHING = new Text("ingenting", "nothing");
    private static final Text LIST = new Text("en liste", "a list");
    private static final Text TEXT = new Text("tekst", "text");
    private static final Text NUMBER = new Text("et endelig tall", "a finite number");
    private static final Text FLAG = new Text("true eller false", "true or false");
    private static final Text WHOLE = new Text("et helt tall", "a whole number");

    private final Faults faults;

    Values(Faults faults) {
        this.faults = faults;
    }

    /** The numbers a place allows. */
    @SuppressWarnings("ImmutableEnumChecker") // a record of two strings cannot change either
    public enum Range {
        ANY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "et tall", "a number"),
        ZERO_OR_MORE(0, Double.POSITIVE_INFINITY, "0 eller mer", "0 or more"),
        ABOVE_ZERO(Double.MIN_VALUE, Double.POSITIVE_INFINITY, "større enn 0", "greater than 0"),
        SHARE(0, 1, "mellom 0 og 1", "between 0 and 1"),
        SHARE_ABOVE_ZERO(Double.MIN_VALUE, 1, "større enn 0 og høyst 1", "greater than 0 and at most 1"),
        POINTS(0, 100, "mellom 0 og 100", "between 0 and 100"),
        ONE_OR_MORE(1, 1e6, "1 eller mer", "1 or more"),
        WEIGHT(1, 100, "mellom 1 og 100", "between 1 and 100");

        private final double min;
        private final double max;
        private final Text text;

        Range(double min, double max, String nb, String en) {
            this.min = min;
            this.max = max;
            this.text = new Text(nb, en);
        }
    }

    public Fields fields(@Nullable Node node) {
        return new Fields(node, this, faults);
    }

    public String text(@Nullable Node node) {
        String text = textOrEmpty(node);
        if (node != null && text.isBlank() && isText(node)) {
            faults.add(node, Fault.EMPTY_TEXT);
        }
        return text;
    }

    public String textOrEmpty(@Nullable Node node) {
        if (node == null) {
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            if (isText(node)) {
                return scalar.getValue();
            }
            if (!scalar.getTag().equals(Tag.NULL)) {
                faults.add(node, Fault.QUOTE, scalar.getValue());
                return "";
            }
        }
        faults.add(node, Fault.WRONG_TYPE, TEXT, describe(node));
        return "";
    }

    public Text texts(@Nullable Node node) {
        Fields f = fields(node);
        Text texts = new Text(f.text("nb"), f.text("en"));
        f.end();
        return texts;
    }

    public String id(@Nullable Node node) {
        String id = text(node);
        if (node != null && !id.isBlank() && !id.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
            faults.add(node, Fault.BAD_ID, id);
        }
        return id;
    }

    public double number(@Nullable Node node, Range range) {
        if (node == null) {
            return 0;
        }
        if (node instanceof ScalarNode scalar && (isWhole(node) || node.getTag().equals(Tag.FLOAT))) {
            double value = finite(scalar.getValue());
            if (!Double.isNaN(value)) {
                if (value < range.min || value > range.max) {
                    faults.add(node, Fault.OUT_OF_RANGE, scalar.getValue(), range.text);
                }
                return value + 0.0; // -0.0 becomes 0.0
            }
        }
        faults.add(node, Fault.WRONG_TYPE, NUMBER, describe(node));
        return 0;
    }

    public boolean flag(@Nullable Node node) {
        if (node != null && !node.getTag().equals(Tag.BOOL)) {
            faults.add(node, Fault.WRONG_TYPE, FLAG, describe(node));
        }
        return node instanceof ScalarNode scalar && scalar.getValue().equals("true");
    }

    static boolean isNull(@Nullable Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    public int whole(@Nullable Node node, Range range) {
        if (node != null && !isWhole(node)) {
            faults.add(node, Fault.WRONG_TYPE, WHOLE, describe(node));
            return 0;
        }
        return (int) number(node, range);
    }

    public <E extends Enum<E>> E oneOf(@Nullable Node node, Class<E> type) {
        E[] all = type.getEnumConstants();
        String name = textOrEmpty(node);
        for (E one : all) {
            if (code(one).equals(name)) {
                return one;
            }
        }
        if (node != null && isText(node)) {
            List<String> codes = new ArrayList<>();
            for (E one : all) {
                codes.add(code(one));
            }
            faults.add(node, Fault.NOT_ONE_OF, name, String.join(", ", codes));
        }
        return all[0];
    }

    public <T> List<T> list(@Nullable Node node, int atLeast, Function<Node, T> item) {
        if (node instanceof SequenceNode sequence) {
            int size = sequence.getValue().size();
            if (size < atLeast) {
                faults.add(node, Fault.TOO_FEW, size, atLeast);
            }
            return sequence.getValue().stream().map(item).toList();
        }
        if (node != null) {
            faults.add(node, Fault.WRONG_TYPE, LIST, describe(node));
        }
        return List.of();
    }

    /** A list whose items may not repeat, such as ids and classes. */
    public <T> List<T> distinct(@Nullable Node node, int atLeast, Function<Node, T> item) {
        Set<T> seen = new HashSet<>();
        return list(node, atLeast, one -> {
            T value = item.apply(one);
            if (!seen.add(value)) {
                faults.add(one, Fault.DUPLICATE, value instanceof Enum<?> e ? code(e) : value);
            }
            return value;
        });
    }

    /** The entries of a mapping in the document's order; keys are read as they are written. */
    public Map<ScalarNode, Node> entries(@Nullable Node node) {
        Map<ScalarNode, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            if (node != null) {
                faults.add(node, Fault.WRONG_TYPE, MAPPING, describe(node));
            }
            return entries;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(tuple.getKeyNode(), Fault.WRONG_TYPE, TEXT, describe(tuple.getKeyNode()));
            } else if (!seen.add(key.getValue())) {
                faults.add(key, Fault.DUPLICATE_KEY, key.getValue());
            } else {
                entries.put(key, tuple.getValueNode());
            }
        }
        return entries;
    }

    /** How an enum constant is written in YAML: REGION_BUFFER as regionBuffer. */
    public static String code(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder code = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            code.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return code.toString();
    }

    private static Text describe(Node node) {
        return switch (node) {
            case MappingNode mapping -> MAPPING;
            case SequenceNode sequence -> LIST;
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> NOTHING;
            case ScalarNode scalar -> new Text("«" + scalar.getValue() + "»", "“" + scalar.getValue() + "”");
            default -> NOTHING;
        };
    }

    /** Whether the value is a text, and not a number, a list or nothing. */
    public static boolean isText(Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
    }

    private static boolean isWhole(Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.INT);
    }

    /** The number, or NaN when it is none or too large to hold. */
    private static double finite(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

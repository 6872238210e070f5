package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields a description means among those a layer has. One name means exactly that field. Several names, as senders
 * differ, are looked for one by one: in any letter case, cut as a shapefile cuts them, and, where a name has a full stop,
 * as a member of a field that holds a JSON object.
 */
final class FieldNames {
    private static final String BETWEEN = "|";
    private static final int SHORTEST_CUT = 9; // ten bytes, of which one letter may take two

    private FieldNames() {}

    /**
     * Where a value may stand.
     *
     * @param path members within the JSON object in the field; empty = the field itself
     */
    record Place(String field, List<String> path) {
        @Override
        public String toString() {
            return path.isEmpty() ? field : field + "." + String.join(".", path);
        }
    }

    /** A list of names as one text; also a list of one is looked for leniently. */
    static String anyOf(List<String> names) {
        return String.join(BETWEEN, names) + (names.size() == 1 ? BETWEEN : "");
    }

    static boolean several(String from) {
        return from.contains(BETWEEN);
    }

    /** The places among the fields, in the order of the names; empty when there is none. */
    static List<Place> places(String from, Collection<String> fields) {
        if (fields.contains(from)) {
            return List.of(new Place(from, List.of()));
        }
        Set<Place> places = new LinkedHashSet<>();
        for (String name : several(from) ? from.split("\\|") : new String[0]) {
            place(name, fields).ifPresent(places::add);
        }
        return List.copyOf(places);
    }

    private static Optional<Place> place(String name, Collection<String> fields) {
        Optional<String> whole = field(name, fields, name.indexOf('.') < 0);
        if (whole.isPresent()) {
            return Optional.of(new Place(whole.get(), List.of()));
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            Optional<String> head = field(name.substring(0, dot), fields, false);
            if (head.isPresent()) {
                return Optional.of(
                        new Place(head.get(), List.of(name.substring(dot + 1).split("\\.", -1))));
            }
        }
        return Optional.empty();
    }

    /** @param mayBeCut whether a field that a shapefile has cut counts; those have no members */
    private static Optional<String> field(String name, Collection<String> fields, boolean mayBeCut) {
        String plain = name.toLowerCase(Locale.ROOT);
        List<String> cut = new ArrayList<>();
        for (String field : fields) {
            String has = field.toLowerCase(Locale.ROOT);
            if (has.equals(plain)) {
                return Optional.of(field);
            }
            if (mayBeCut && has.length() >= SHORTEST_CUT && has.length() <= SHORTEST_CUT + 1 && plain.startsWith(has)) {
                cut.add(field);
            }
        }
        return cut.stream().findFirst();
    }

    /** The first of the places that has a value; null when none has. */
    static @Nullable String value(List<Place> places, Map<String, @Nullable String> row, JsonMapper json) {
        for (Place place : places) {
            String value = row.get(place.field());
            String found = value == null || place.path().isEmpty() ? value : member(value, place.path(), json);
            if (found != null && !found.isBlank()) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String member(String document, List<String> path, JsonMapper json) {
        try {
            JsonNode node = json.readTree(document);
            for (String name : path) {
                node = member(node, name);
            }
            return node.isValueNode() && !node.isNull() ? node.asString() : null;
        } catch (JacksonException e) {
            return null; // a text, no object: it has no members
        }
    }

    private static JsonNode member(JsonNode object, String name) {
        return object.propertyStream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> object.path(name));
    }
}

package no.arealkompass.present;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.arealkompass.yaml.Text;

/** The fields chosen for one reader. What is not among them is left out before anything is written. */
public final class Fields {
    private final Set<Field> chosen;

    private Fields(Set<Field> chosen) {
        this.chosen = Collections.unmodifiableSet(chosen);
    }

    /**
     * A group of fields to choose from.
     *
     * @param key its name in addresses and documents
     */
    public record Group(String key, Text name, List<Entry> fields) {}

    /**
     * A field to choose.
     *
     * @param key its name in addresses and documents
     */
    public record Entry(String key, Text name) {}

    /** All there is to choose from, in reading order. */
    public static List<Group> groups() {
        return Arrays.stream(Field.Group.values())
                .map(group -> new Group(
                        group.key(),
                        group.title(),
                        Arrays.stream(Field.values())
                                .filter(field -> field.group() == group)
                                .map(field -> new Entry(field.key(), field.title()))
                                .toList()))
                .toList();
    }

    /** Everything. */
    public static Fields all() {
        return new Fields(EnumSet.allOf(Field.class));
    }

    /** What the public catalogue shows of a published site: all but the number of owners, which plan work settles. */
    public static Fields publicOnes() {
        return new Fields(EnumSet.complementOf(EnumSet.of(Field.OWNERS)));
    }

    /**
     * The fields with these keys.
     *
     * @throws IllegalArgumentException naming the keys that are no fields
     */
    public static Fields of(Set<String> keys) {
        var unknown = new TreeSet<>(keys);
        var chosen = EnumSet.noneOf(Field.class);
        for (var field : Field.values()) {
            if (unknown.remove(field.key())) {
                chosen.add(field);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("No such fields: " + String.join(", ", unknown));
        }
        return new Fields(chosen);
    }

    /** Whether a field is chosen. */
    public boolean has(Field field) {
        return chosen.contains(field);
    }

    /** The keys of what is chosen, in reading order. */
    public Set<String> keys() {
        return chosen.stream().map(Field::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

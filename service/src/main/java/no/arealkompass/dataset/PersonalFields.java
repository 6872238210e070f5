package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields that tell of people, by their names; see {@code personal_fields.yaml}. They are left out at the import door. */
final class PersonalFields {
    private static final String FILE = "personal_fields.yaml";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final PersonalFields NAMED = Yaml.read(FILE, text(), (root, faults) -> new PersonalFields(root));

    private final List<String> parts;
    private final Set<String> whole;
    private final List<String> except;

    private PersonalFields(Fields root) {
        this.parts = root.list("parts", 1, root.values()::text);
        this.whole = Set.copyOf(root.list("whole", 0, root.values()::text));
        this.except = root.list("except", 0, root.values()::text);
    }

    /** Whether a field of this name tells of a person. */
    static boolean tells(String field) {
        var name = field.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return NAMED.except.stream().noneMatch(name::endsWith)
                && (NAMED.whole.contains(name) || NAMED.parts.stream().anyMatch(name::contains));
    }

    /** The value without members that tell of a person; what is no JSON object or list is as it was. */
    static @Nullable String without(@Nullable String value) {
        if (value == null || !(value.startsWith("{") || value.startsWith("["))) {
            return value;
        }
        try {
            var node = JSON.readTree(value);
            return strip(node) ? node.toString() : value;
        } catch (JacksonException e) {
            return value; // a text that only begins like one
        }
    }

    /** @return whether anything was taken out */
    private static boolean strip(JsonNode node) {
        boolean stripped = false;
        if (node instanceof ObjectNode object) {
            var personal = object.propertyNames().stream()
                    .filter(PersonalFields::tells)
                    .toList();
            object.remove(personal);
            stripped = !personal.isEmpty();
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            for (var child : node) {
                stripped |= strip(child);
            }
        }
        return stripped;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(PersonalFields.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

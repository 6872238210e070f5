package no.arealkompass.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.geo.Geo;
import no.arealkompass.geo.GeometryFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From their fields to our properties, object by object, by the description of the source. */
final class Mapping {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,300}(\\.\\d{0,300})?|\\.\\d{1,300})([eE][+-]?\\d{1,3})?");
    private static final int SHOWN = 80;

    private final Dataset dataset;
    private final Source source;
    private final Map<String, List<FieldNames.Place>> places = new HashMap<>();
    private final JsonMapper json;
    private @Nullable Set<String> used;

    Mapping(Dataset dataset, Source source, JsonMapper json) {
        this.dataset = dataset;
        this.source = source;
        this.json = json;
    }

    /** The fields that the description names. */
    static Set<String> used(Source source) {
        Set<String> used = new HashSet<>(Set.of(source.objectId()));
        source.mapping().values().forEach(field -> used.add(field.from()));
        return used;
    }

    /** Those of the fields that fill something as they stand; a field of which only a member is taken is none. */
    static Set<String> used(Source source, Collection<String> fields) {
        Set<String> used = used(source);
        List.copyOf(used)
                .forEach(from -> FieldNames.places(from, fields).stream()
                        .filter(place -> place.path().isEmpty())
                        .forEach(place -> used.add(place.field())));
        return used;
    }

    /**
     * One object as it is staged.
     *
     * @param properties ours, as JSON text
     * @param wkb the geometry when it could be read, with coordinates as in the file
     * @param faults what was wrong with it, as a JSON array of {code, args}
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Staged(
            int no,
            @Nullable String objectId,
            String objectClass,
            String properties,
            byte @Nullable [] wkb,
            String faults) {
        Staged named(String id) {
            return new Staged(no, id, objectClass, properties, wkb, faults);
        }
    }

    /** Fields the description names and the file does not have: needed ones refuse it, others are only noted. */
    List<FileIssue> missingFields(List<String> fields) {
        List<FileIssue> issues = new ArrayList<>();
        String has = String.join(", ", fields);
        if (named(source.objectId()) && !fields.contains(source.objectId())) {
            issues.add(new FileIssue("FIELD_MISSING", true, Map.of("field", source.objectId(), "has", has)));
        }
        source.mapping().forEach((ours, field) -> {
            if (!field.all() && named(field.from()) && !fields.contains(field.from())) {
                boolean needed = property(ours).required() && field.missing() == null;
                issues.add(new FileIssue(
                        needed ? "FIELD_MISSING" : "FIELD_ABSENT", needed, Map.of("field", field.from(), "has", has)));
            }
        });
        // Whoever takes every field as it stands looks after what is in them too.
        boolean whole = source.mapping().values().stream().anyMatch(Source.Field::all);
        dataset.properties().forEach((ours, property) -> {
            if (property.required() && !whole && !source.mapping().containsKey(ours)) {
                issues.add(new FileIssue("PROPERTY_UNMAPPED", true, Map.of("property", ours, "has", has)));
            }
        });
        return issues;
    }

    /** Whether it is one field that should be there; of several names most are always absent. */
    private static boolean named(String from) {
        return !from.isEmpty() && !FieldNames.several(from);
    }

    Staged stage(int no, CopyStream.Row row) {
        List<ObjectNode> faults = new ArrayList<>();
        return staged(no, row, properties(row, faults), faults);
    }

    /** Our properties of one object, and what is wrong with them. */
    ObjectNode properties(CopyStream.Row row, List<ObjectNode> faults) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        source.mapping().forEach((ours, field) -> {
            if (field.all()) {
                properties.set(ours, others(row));
                return;
            }
            String theirs = value(row, field);
            if (theirs != null) {
                properties.set(ours, typed(ours, theirs, faults));
            } else if (property(ours).required() && row.fields().containsKey(field.from())) {
                faults.add(fault("PROPERTY_MISSING", Map.of("field", field.from())));
            }
        });
        return properties;
    }

    /** The object as it is staged, whatever was made of its properties. */
    Staged staged(int no, CopyStream.Row row, ObjectNode properties, List<ObjectNode> faults) {
        if (row.fault() != null) {
            faults.add(fault(row.fault()));
        }
        byte[] wkb = readable(row, faults);
        String id = source.objectId().isEmpty() ? String.valueOf(no) : blankToNull(value(row, source.objectId()));
        JsonNode objectClass = properties.path(dataset.classProperty());
        return new Staged(
                no,
                id,
                dataset.classProperty().isEmpty() || objectClass.isMissingNode() ? "" : objectClass.asString(),
                json.writeValueAsString(properties),
                wkb,
                json.writeValueAsString(faults));
    }

    /**
     * Every field that fills nothing else, as it stands, but for those that tell of people; an empty one is null, so that it
     * differs from one not there.
     */
    private ObjectNode others(CopyStream.Row row) {
        Set<String> filling = used == null ? used(source, row.fields().keySet()) : used;
        used = filling;
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        row.fields().forEach((field, value) -> {
            if (!filling.contains(field) && !PersonalFields.tells(field)) {
                others.put(field, PersonalFields.without(blankToNull(value)));
            }
        });
        return others;
    }

    /** What the object has in a field, or in the first of several that has something. */
    @Nullable
    String value(CopyStream.Row row, String from) {
        return FieldNames.several(from)
                ? FieldNames.value(
                        places.computeIfAbsent(
                                from, f -> FieldNames.places(f, row.fields().keySet())),
                        row.fields(),
                        json)
                : row.fields().get(from);
    }

    private @Nullable String value(CopyStream.Row row, Source.Field field) {
        String theirs = blankToNull(value(row, field.from()));
        return theirs == null ? field.missing() : theirs;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private Property property(String ours) {
        return Optional.ofNullable(dataset.properties().get(ours)).orElseThrow();
    }

    private JsonNode typed(String ours, String value, List<ObjectNode> faults) {
        Property.Type type = property(ours).type();
        Optional<JsonNode> typed = switch (type) {
            case TEXT -> Optional.of(JsonNodeFactory.instance.stringNode(value));
            case NUMBER -> number(value.strip());
            case BOOLEAN -> bool(value.strip().toLowerCase(Locale.ROOT));
            case JSON -> document(value);
        };
        if (typed.isEmpty()) {
            String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
            faults.add(fault(
                    "BAD_VALUE",
                    Map.of("property", ours, "value", shown, "type", type.name().toLowerCase(Locale.ROOT))));
        }
        return typed.orElse(JsonNodeFactory.instance.nullNode());
    }

    private static Optional<JsonNode> number(String value) {
        return NUMBER.matcher(value).matches() && Double.isFinite(Double.parseDouble(value))
                ? Optional.of(JsonNodeFactory.instance.numberNode(new BigDecimal(value)))
                : Optional.empty();
    }

    private static Optional<JsonNode> bool(String value) {
        return switch (value) {
            case "1", "t", "true" -> Optional.of(JsonNodeFactory.instance.booleanNode(true));
            case "0", "f", "false" -> Optional.of(JsonNodeFactory.instance.booleanNode(false));
            default -> Optional.empty();
        };
    }

    private Optional<JsonNode> document(String value) {
        try {
            JsonNode node = json.readTree(value);
            return node.isObject() || node.isArray() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // reported as a bad value
        }
    }

    /** An object of a file that is only looked at: its number and its shape. */
    static Staged look(int no, CopyStream.Row row) {
        List<ObjectNode> faults = new ArrayList<>();
        if (row.fault() != null) {
            faults.add(fault(row.fault()));
        }
        byte[] wkb = readable(row, faults);
        return new Staged(no, String.valueOf(no), "", "{}", wkb, faults.toString());
    }

    /** The geometry, if PostGIS will take it; what it would stop at for the whole file is told for the one object. */
    private static byte @Nullable [] readable(CopyStream.Row row, List<ObjectNode> faults) {
        byte[] wkb = row.wkb();
        try {
            if (wkb != null) {
                Geo.checkWkb(wkb);
            }
            return wkb;
        } catch (GeometryFault e) {
            ObjectNode fault = fault("GEOMETRY_" + e.code().name(), e.args());
            e.place().ifPresent(at -> fault.put("x", at.x).put("y", at.y));
            faults.add(fault);
            return null;
        }
    }

    private static ObjectNode fault(FileIssue issue) {
        ObjectNode fault = JsonNodeFactory.instance.objectNode().put("code", issue.code());
        ObjectNode values = fault.putObject("args");
        issue.args().forEach((name, value) -> values.put(name, String.valueOf(value)));
        return fault;
    }

    private static ObjectNode fault(String code, Map<String, String> args) {
        ObjectNode fault = JsonNodeFactory.instance.objectNode().put("code", code);
        ObjectNode values = fault.putObject("args");
        args.forEach(values::put);
        return fault;
    }
}

package no.arealkompass.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table of who may do what over HTTP, as it is written in {@code access-matrix.yaml}: what each word means stands there. */
final class AccessMatrix {
    private static final Set<String> KEYS = Set.of(
            "try", "channel", "of", "who", "answers", "shows", "json", "form", "file", "headers", "text", "only",
            "reveals");

    private final JsonNode root;

    private AccessMatrix(JsonNode root) {
        this.root = root;
    }

    static AccessMatrix read() {
        try (InputStream file = Objects.requireNonNull(AccessMatrix.class.getResourceAsStream("/access-matrix.yaml"))) {
            return new AccessMatrix(new YAMLMapper().readTree(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A thing that is not everyone's.
     *
     * @param kind what stands in {@code ${kind}} of a request
     * @param mark a word that stands in everything it says of itself, and nowhere else
     * @param seen callers who may know that it exists
     * @param edited callers who may change it
     */
    record Thing(String kind, String name, String mark, Set<String> seen, Set<String> edited) {}

    /**
     * A request that is made as every caller.
     *
     * @param of the kind of thing it is about: it is made for each; null when it is about none
     * @param who callers who get through where it is about no thing
     * @param edits whether those who may change the thing get through, not those who may see it
     * @param only of those, only these; all where there are none
     * @param answers what those who get through are answered
     * @param shows kinds of things whose marks must be in the answer for those who see them
     * @param reveals marks that must be in the answer here, whoever may not see them elsewhere
     */
    record Row(
            String method,
            String path,
            String channel,
            @Nullable String of,
            Set<String> who,
            boolean edits,
            Set<String> only,
            Set<Integer> answers,
            Set<String> shows,
            Set<String> reveals,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable String file) {
        /** Whether a caller gets through to a thing. */
        boolean lets(Thing thing, String caller) {
            return (edits ? thing.edited() : thing.seen()).contains(caller)
                    && (only.isEmpty() || only.contains(caller));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Callers in the order of the columns. */
    List<String> callers() {
        return words(root.path("callers"));
    }

    List<Thing> things() {
        var things = new ArrayList<Thing>();
        root.path("things")
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(thing -> {
                    var said = thing.getValue();
                    things.add(new Thing(
                            kind.getKey(),
                            thing.getKey(),
                            said.path("mark").asString(""),
                            who(said.path("seen")),
                            who(said.path("edited"))));
                }));
        return things;
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        root.path("rows")
                .properties()
                .forEach(part -> part.getValue().forEach(row -> rows.add(row(part.getKey(), row))));
        return rows;
    }

    private Row row(String channel, JsonNode said) {
        said.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("Unknown word " + key + " in " + said);
                });
        var request = said.path("try").asString().split(" ", 2);
        var who = said.path("who").asString("");
        var headers = new LinkedHashMap<String, String>();
        said.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
        if (said.has("json")) {
            headers.put("Content-Type", "application/json");
        } else if (said.has("form")) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        } else if (said.has("text")) {
            headers.put("Content-Type", "text/plain");
        }
        var answers = new TreeSet<Integer>();
        words(said.path("answers")).forEach(one -> answers.add(Integer.valueOf(one)));
        return new Row(
                request[0],
                request[1],
                channel,
                said.has("of") ? said.path("of").asString() : null,
                said.has("of") ? Set.of() : stated(said),
                who.equals("edited"),
                who(said.path("only")),
                answers.isEmpty() ? Set.of(200) : answers,
                Set.copyOf(words(said.path("shows"))),
                Set.copyOf(words(said.path("reveals"))),
                headers,
                body(said),
                said.has("file") ? said.path("file").asString() : null);
    }

    private Set<String> stated(JsonNode said) {
        if (!said.has("who")) {
            throw new IllegalArgumentException("Nobody is named in " + said);
        }
        return who(said.path("who"));
    }

    private static @Nullable String body(JsonNode said) {
        for (var key : List.of("json", "form", "text")) {
            if (said.has(key)) {
                return said.path(key).asString();
            }
        }
        return null;
    }

    /** A group by its name, or callers one by one. */
    private Set<String> who(JsonNode said) {
        var callers = new TreeSet<String>();
        for (var word : words(said)) {
            if (root.path("groups").has(word)) {
                callers.addAll(who(root.path("groups").path(word)));
            } else if (callers().contains(word)) {
                callers.add(word);
            } else {
                throw new IllegalArgumentException("Neither a caller nor a group: " + word);
            }
        }
        return callers;
    }

    private static List<String> words(JsonNode said) {
        if (said.isMissingNode() || said.isNull()) {
            return List.of();
        }
        return said.isArray()
                ? said.valueStream().map(JsonNode::asString).toList()
                : List.of(said.asString().strip().split("[ ,]+"));
    }
}

package no.arealkompass.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stored plan check as paper reads it: the findings in the order they are numbered everywhere, the most important first.
 */
final class CheckDocument {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> KINDS = List.of("deviation", "missing", "undecided", "note");

    /** A finding and the number it has on the maps and in the tables. */
    record Finding(int number, String id, String kind, JsonNode body) {}

    final JsonNode body;
    final List<Finding> findings;
    private final Map<String, JsonNode> rules = new HashMap<>();
    private final Map<Long, JsonNode> datasets = new HashMap<>();

    private CheckDocument(JsonNode body) {
        this.body = body;
        findings = numbered(body);
        each("rules").forEach(rule -> rules.put(rule.path("id").asString(""), rule));
        each("datasets").forEach(one -> datasets.put(one.path("versionId").asLong(0), one));
    }

    static CheckDocument read(String json) {
        return new CheckDocument(JSON.readTree(json));
    }

    private static List<Finding> numbered(JsonNode body) {
        Map<String, JsonNode> byId = new HashMap<>();
        Set<String> order = new LinkedHashSet<>();
        body.path("top").forEach(id -> order.add(id.asString("")));
        for (var kind : KINDS) {
            for (var finding : body.path("findings")) {
                byId.put(finding.path("id").asString(""), finding);
                if (finding.path("kind").asString("").equals(kind)) {
                    order.add(finding.path("id").asString(""));
                }
            }
        }
        List<Finding> numbered = new ArrayList<>();
        for (var id : order) {
            var finding = byId.get(id);
            if (finding != null) {
                numbered.add(new Finding(
                        numbered.size() + 1, id, finding.path("kind").asString(""), finding));
            }
        }
        return numbered;
    }

    Stream<JsonNode> each(String list) {
        return StreamSupport.stream(body.path(list).spliterator(), false);
    }

    List<Finding> of(String kind) {
        return findings.stream().filter(finding -> finding.kind().equals(kind)).toList();
    }

    /** The most important ones, which are also the first of all. */
    List<Finding> top() {
        return findings.subList(0, Math.min(findings.size(), body.path("top").size()));
    }

    JsonNode rule(String id) {
        return rules.getOrDefault(id, JSON.missingNode());
    }

    /** Name and version of the datasets behind a finding or a rule: "Dyrka jord 3; Myr 2". */
    String sources(JsonNode of, Language language) {
        var names = StreamSupport.stream(of.path("datasets").spliterator(), false)
                .map(id -> datasets.get(id.asLong(0)))
                .filter(java.util.Objects::nonNull)
                .map(one -> language.of(one.path("name")) + ", " + language.of("versjon ", "version ")
                        + one.path("version").asString(""))
                .distinct();
        return String.join("; ", names.toList());
    }

    List<Long> planVersions() {
        return StreamSupport.stream(body.path("subject").path("plans").spliterator(), false)
                .map(plan -> plan.path("planVersion").asLong(0))
                .toList();
    }

    boolean sample() {
        return each("datasets").anyMatch(one -> one.path("sample").asBoolean(false))
                || StreamSupport.stream(body.path("subject").path("plans").spliterator(), false)
                        .anyMatch(plan -> plan.path("sample").asBoolean(false));
    }

    /** Who the data are to be credited to. */
    List<String> attributions() {
        return each("datasets")
                .map(one -> one.path("attribution").asString(""))
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    /** The outcome as a sign and a word: colour is never alone. */
    static String outcome(String outcome, Language language) {
        return switch (outcome) {
            case "follows" -> language.of("✓ følger", "✓ follows");
            case "deviates" -> language.of("✗ avviker", "✗ deviates");
            default -> language.of("? kan ikke avgjøres", "? cannot be decided");
        };
    }
}

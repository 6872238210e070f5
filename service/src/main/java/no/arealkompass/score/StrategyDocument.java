package no.arealkompass.score;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a strategy: its YAML, with the two ways to write a weight made one. */
final class StrategyDocument {
    private StrategyDocument() {}

    /** @param yaml the document as it was read; it is changed */
    static JsonNode of(JsonNode yaml) {
        for (var purpose : yaml.path("purposes")) {
            if (purpose instanceof ObjectNode one && one.path("weights") instanceof ObjectNode weights) {
                split(one, weights);
            }
        }
        return yaml;
    }

    private static void split(ObjectNode purpose, ObjectNode weights) {
        var ranges = purpose.objectNode();
        for (var weight : java.util.List.copyOf(weights.properties())) {
            if (weight.getValue() instanceof ObjectNode stated) {
                weights.set(weight.getKey(), stated.path("points"));
                stated.remove("points");
                ranges.set(weight.getKey(), stated);
            }
        }
        if (!ranges.isEmpty()) {
            purpose.set("ranges", ranges);
        }
    }
}

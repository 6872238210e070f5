package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.arealkompass.dataset.DatasetVersion.Unreached;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description a version carries for ever: the source block, and everything else that decided what was stored. Two
 * imports of one file with equal descriptions give equal versions.
 */
final class Frozen {
    private static final String UNREACHED = "unreached";
    private static final String FILE_LAYER = "fileLayer";
    private static final String REPAIRS = "repairs";
    private static final String SITES = "sites";
    private static final String PLAN = "plan";

    /** Written by corrected_version.sql; a version that was delivered has it not. */
    private static final String CORRECTIONS = "corrections";

    /** The works a version of a scenario holds, and what became of them; see {@link PlannedLayers}. */
    static final String PLANNED = "planned";

    static final String INPUTS = "inputs";
    private static final String TOLD = "told";

    private Frozen() {}

    /**
     * @param source as it was mapped for this file
     * @param choices what whoever imports it said: layer, repairs, sites and plan decide what is stored
     * @param fileCrs the CRS the file's coordinates were taken in
     */
    static String imported(
            JsonMapper json, Region region, Dataset dataset, Source source, Choices choices, String fileCrs) {
        ObjectNode description = json.valueToTree(source);
        description.remove("supply");
        description.set("theme", theme(json, dataset));
        description.set("regionBounds", json.valueToTree(region.bounds()));
        description.put("fileCrs", fileCrs);
        if (choices.layer() != null) {
            description.put(FILE_LAYER, choices.layer());
        }
        if (!choices.repairs().isEmpty()) {
            description.set(REPAIRS, json.valueToTree(choices.repairs()));
        }
        if (choices.sites() != null) {
            description.set(SITES, json.valueToTree(choices.sites()));
        }
        if (!choices.plan().equals(PlanChoices.NONE)) {
            description.set(PLAN, json.valueToTree(choices.plan()));
        }
        return json.writeValueAsString(description);
    }

    /** @param inputs all that decides the result beside the parent's version */
    static String derived(JsonMapper json, Source source, Map<String, Object> inputs, List<Unreached> unreached) {
        ObjectNode description = json.valueToTree(source);
        description.set(INPUTS, json.valueToTree(inputs));
        description.set(UNREACHED, json.valueToTree(unreached));
        return json.writeValueAsString(description);
    }

    /** What a scenario adds to the description of the version it was made from. */
    static String planned(JsonMapper json, List<PlannedChange> changes, List<PlannedLayers.Told> told) {
        return json.writeValueAsString(Map.of(PLANNED, works(changes), TOLD, told));
    }

    static List<Long> works(List<PlannedChange> changes) {
        return changes.stream().map(PlannedChange::work).toList();
    }

    static Source source(JsonMapper json, JsonNode description) {
        ObjectNode source = ((ObjectNode) description).deepCopy();
        source.remove(List.of(
                "theme",
                "regionBounds",
                "fileCrs",
                FILE_LAYER,
                REPAIRS,
                SITES,
                PLAN,
                INPUTS,
                UNREACHED,
                CORRECTIONS,
                PLANNED,
                TOLD));
        return json.treeToValue(source, Source.class);
    }

    static List<Unreached> unreached(JsonMapper json, JsonNode description) {
        List<Unreached> unreached = new ArrayList<>();
        description.path(UNREACHED).forEach(one -> unreached.add(json.treeToValue(one, Unreached.class)));
        return List.copyOf(unreached);
    }

    static List<Long> corrections(JsonNode description) {
        return description.path(CORRECTIONS).valueStream().map(JsonNode::asLong).toList();
    }

    private static JsonNode theme(JsonMapper json, Dataset dataset) {
        return json.valueToTree(Map.of(
                "geometry", dataset.geometry(),
                "classProperty", dataset.classProperty(),
                "properties", dataset.properties()));
    }
}

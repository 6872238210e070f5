package no.arealkompass.api;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The faults of drawing that a plan set plants. A plan without any must have none. */
final class PlanSetTopology {
    private final JsonNode planted;
    private final PlanSetFindings differences;

    PlanSetTopology(JsonNode planted, PlanSetFindings differences) {
        this.planted = planted;
        this.differences = differences;
    }

    void compare(String subject, JsonNode check) {
        var wanted = new TreeMap<String, Double>();
        List<String> plans = new ArrayList<>();
        check.path("subject")
                .path("plans")
                .forEach(plan -> plans.add(plan.path("plan").asString() + "@"
                        + plan.path("version").asInt()));
        planted.forEach(fault -> {
            boolean toldByTheOther = fault.path("code").asString().equals("DUPLICATE_PLAN")
                    && plans.size() > 1
                    && fault.path("plan").asString().equals("3401-202403@1");
            if (plans.contains(fault.path("plan").asString()) && !toldByTheOther) {
                wanted.put(
                        name(fault, fault.path("plan").asString().replaceFirst("@.*", "")),
                        fault.path("areaM2").asDouble());
            }
        });
        var found = new TreeMap<String, Double>();
        for (var fault : check.path("topology")) {
            var name = name(fault, fault.path("plan").asString());
            found.put(
                    found.containsKey(name) ? name + " again" : name,
                    fault.path("areaM2").asDouble());
        }
        differences.sameAreas(subject + ": topology", found, wanted);
    }

    private static String name(JsonNode fault, String plan) {
        var zones = fault.path("zones")
                .valueStream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
        return fault.path("code").asString() + " " + plan + " " + zones;
    }
}

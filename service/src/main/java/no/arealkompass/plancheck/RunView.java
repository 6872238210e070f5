package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A stored run as the check of plans reads it. */
final class RunView {
    private final JsonNode run;

    RunView(JsonNode run) {
        this.run = run;
    }

    /**
     * The answer of a rule over many sites for the region or a municipality.
     *
     * @param outcome kept, broken or notCheckable
     * @param meet sites that certainly count
     * @param mayMeet sites that may, depending on missing values
     */
    record Group(String outcome, int looked, Set<String> meet, Set<String> mayMeet) {}

    /** A site's points for a purpose. */
    record Ranked(String site, double low, double high) {}

    String id() {
        return run.path("id").asString();
    }

    /** Site id → its version. */
    Map<String, Integer> sites() {
        Map<String, Integer> versions = new TreeMap<>();
        run.path("sites")
                .forEach(site -> versions.put(
                        site.path("id").asString(), site.path("version").asInt()));
        return versions;
    }

    /** Municipality → share of a site. */
    Map<String, Double> shares(String site) {
        Map<String, Double> shares = new HashMap<>();
        run.path("shares")
                .path(site)
                .forEach(share -> shares.put(
                        share.path("municipality").asString(),
                        share.path("share").asDouble()));
        return shares;
    }

    /** @param municipality null for the region */
    @Nullable
    Group group(String rule, @Nullable String municipality) {
        for (var answer : run.path("portfolio")) {
            if (!answer.path("rule").asString().equals(rule)) {
                continue;
            }
            for (var group : answer.path("groups")) {
                var number = group.path("municipality");
                if (municipality == null ? number.isNull() : municipality.equals(number.asString())) {
                    return new Group(
                            group.path("outcome").asString(),
                            group.path("looked").asInt(),
                            ids(group.path("sites")),
                            ids(group.path("undecided")));
                }
            }
        }
        return null;
    }

    private static Set<String> ids(JsonNode list) {
        Set<String> ids = new HashSet<>();
        list.forEach(id -> ids.add(id.asString()));
        return ids;
    }

    /** The sites that are scored for a purpose. */
    List<Ranked> ranking(String purpose) {
        List<Ranked> ranked = new ArrayList<>();
        run.path("rankings").path(purpose).forEach(entry -> {
            if (entry.path("low").isNumber()) {
                ranked.add(new Ranked(
                        entry.path("site").asString(),
                        entry.path("low").asDouble(),
                        entry.path("high").asDouble()));
            }
        });
        return ranked;
    }
}

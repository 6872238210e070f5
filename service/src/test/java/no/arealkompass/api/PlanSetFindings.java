package no.arealkompass.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds checks against what a plan set expects of them, and gathers everything that differs. Areas to 0.1 m², shares and
 * minutes to what the document writes.
 */
final class PlanSetFindings {
    private static final Map<String, Double> TOLERANCES = Map.of("daa", 0.0001, "share", 0.00001, "min", 0.005);

    private final List<String> differences = new ArrayList<>();

    /** Everything that is not as expected. */
    List<String> differences() {
        return differences;
    }

    void compare(String subject, JsonNode wanted, JsonNode check) {
        same(subject + ": findings", amounts(check.path("findings")), amounts(wanted.path("findings")));
        rules(subject, wanted.path("rules"), check.path("rules"));
        equal(subject + ": verdict", check.path("verdict").path("outcome"), wanted.path("outcome"));
        close(
                subject + ": business area",
                check.path("verdict").path("businessAreaM2").asDouble(),
                wanted.path("businessAreaM2").asDouble(),
                0.1);
        var plans = check.path("subject")
                .path("plans")
                .valueStream()
                .map(plan -> plan.path("plan").asString() + "@"
                        + plan.path("version").asInt());
        equal(
                subject + ": plans",
                plans.sorted().toList(),
                texts(wanted.path("plans")).sorted().toList());
        equal(
                subject + ": missing",
                texts(check.path("subject").path("missingMunicipalities")).toList(),
                texts(wanted.path("missingMunicipalities")).toList());
    }

    private Map<String, @Nullable Double> amounts(JsonNode findings) {
        var amounts = new TreeMap<String, @Nullable Double>();
        for (var finding : findings) {
            var name = String.join(
                    " ",
                    Stream.of("rule", "kind", "plan", "zone", "site", "municipality", "unit")
                            .map(key -> finding.path(key).asString("-"))
                            .toList());
            if (amounts.containsKey(name)) {
                differences.add(name + " is told twice");
            }
            amounts.put(name, number(finding.path("amount")));
        }
        return amounts;
    }

    private void rules(String subject, JsonNode wanted, JsonNode rules) {
        var found = new TreeMap<String, JsonNode>();
        rules.forEach(rule -> found.put(rule.path("id").asString(), rule));
        var want = new TreeMap<String, JsonNode>();
        wanted.forEachEntry(want::put);
        equal(subject + ": rules", found.keySet(), want.keySet());
        want.forEach((id, one) -> {
            var rule = found.getOrDefault(id, one);
            var ignored = !found.containsKey(id)
                    ? one.path("ignoredCount")
                    : rule.path("ignoredBelow").path("count");
            equal(
                    subject + " " + id + ": outcome, looked, broken, undecided, ignored",
                    summary(rule, ignored),
                    summary(one, one.path("ignoredCount")));
            close(
                    subject + " " + id + ": ignored m²",
                    rule.path("ignoredBelow").path("areaM2").asDouble(),
                    one.path("ignoredM2").asDouble(),
                    0.1);
            close(
                    subject + " " + id + ": amount",
                    number(rule.path("amount")),
                    number(one.path("amount")),
                    tolerance(one.path("unit").asString()));
        });
    }

    private static String summary(JsonNode rule, JsonNode ignored) {
        return "%s %d %d %d %d"
                .formatted(
                        rule.path("outcome").asString(),
                        rule.path("looked").asInt(),
                        rule.path("broken").asInt(),
                        rule.path("undecided").asInt(),
                        ignored.asInt());
    }

    private static @Nullable Double number(JsonNode amount) {
        return amount.isNumber() ? (Double) amount.asDouble() : null;
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString);
    }

    private static double tolerance(String unit) {
        return TOLERANCES.getOrDefault(unit, 0.0);
    }

    void equal(String what, Object found, Object wanted) {
        if (!Objects.equals(found, wanted)) {
            differences.add(what + ": found " + found + ", planted " + wanted);
        }
    }

    void close(String what, @Nullable Double found, @Nullable Double wanted, double tolerance) {
        boolean alike = (found == null || wanted == null)
                ? Objects.equals(found, wanted)
                : (Math.abs(found - wanted) <= tolerance);
        if (!alike) {
            differences.add(what + ": found " + found + ", planted " + wanted);
        }
    }

    private void same(String what, Map<String, @Nullable Double> found, Map<String, @Nullable Double> wanted) {
        found.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .forEach(key -> differences.add(what + ": nobody planted " + key + " " + found.get(key)));
        wanted.forEach((key, value) -> {
            if (found.containsKey(key)) {
                close(what + " " + key, found.get(key), value, tolerance(key.replaceFirst(".* ", "")));
            } else {
                differences.add(what + ": not found " + key + " " + value);
            }
        });
    }

    /** Areas in square metres by what they are of. */
    void sameAreas(String what, Map<String, Double> found, Map<String, Double> wanted) {
        equal(what, found.keySet(), wanted.keySet());
        wanted.forEach((key, value) -> close(what + " " + key, found.getOrDefault(key, value), value, 0.1));
    }
}

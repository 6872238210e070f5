package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a new version of a plan does to each rule: two stored checks ("plan-check/1") side by side, findings paired by their
 * id, which is the same in every version of a plan.
 *
 * @param before id of the check of the earlier version
 * @param after id of the check of the later one
 * @param strategy name of the strategy both are held against
 * @param comparable whether both were made against the same version of the strategy, by the same data
 * @param verdictBefore follows, deviates or undecided
 * @param rules every rule, those that came out otherwise first
 * @param findings come, gone and changed; those that are the same are only counted
 */
public record PlanDifferenceChecks(
        String before,
        String after,
        Text strategy,
        boolean comparable,
        String verdictBefore,
        String verdictAfter,
        List<Rule> rules,
        List<Finding> findings,
        int sameFindings) {

    /**
     * A rule in both checks.
     *
     * @param outcomeBefore follows, deviates or undecided; empty where the check has no such rule
     */
    public record Rule(
            String rule,
            Text name,
            String severity,
            String outcomeBefore,
            String outcomeAfter,
            int findingsBefore,
            int findingsAfter) {
        boolean changed() {
            return !outcomeBefore.equals(outcomeAfter);
        }
    }

    /**
     * A finding that is not the same in both checks.
     *
     * @param change came, gone or changed
     * @param amountBefore in the unit; null where it is not known, or there was no finding
     */
    public record Finding(
            String id,
            String rule,
            String change,
            String kind,
            Text sentence,
            @Nullable Double amountBefore,
            @Nullable Double amountAfter,
            String unit) {}

    /** Reads the two documents as they are stored. */
    public static PlanDifferenceChecks of(String before, String after) {
        var json = JsonMapper.shared();
        JsonNode old = json.readTree(before);
        JsonNode now = json.readTree(after);
        var findings = findings(old, now);
        int both = 0;
        var oldFindings = byId(old.path("findings"));
        for (var finding : now.path("findings")) {
            both += oldFindings.containsKey(finding.path("id").asString()) ? 1 : 0;
        }
        int changed = (int)
                findings.stream().filter(f -> f.change().equals("changed")).count();
        return new PlanDifferenceChecks(
                old.path("id").asString(),
                now.path("id").asString(),
                text(now.path("strategy").path("name")),
                versions(old).equals(versions(now)),
                old.path("verdict").path("outcome").asString(),
                now.path("verdict").path("outcome").asString(),
                rules(old, now),
                findings,
                both - changed);
    }

    private static List<String> versions(JsonNode check) {
        List<String> versions = new ArrayList<>();
        versions.add(check.path("strategy").path("id").asString()
                + check.path("strategy").path("version").asString());
        check.path("datasets")
                .forEach(dataset -> versions.add(dataset.path("versionId").asString()));
        return versions.stream().sorted().toList();
    }

    private static List<Rule> rules(JsonNode old, JsonNode now) {
        var before = byId(old.path("rules"));
        var after = byId(now.path("rules"));
        Set<String> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        List<Rule> rules = new ArrayList<>();
        for (String id : all) {
            JsonNode was = before.getOrDefault(id, MissingNode.getInstance());
            JsonNode is = after.getOrDefault(id, MissingNode.getInstance());
            JsonNode one = is.isMissingNode() ? was : is;
            rules.add(new Rule(
                    id,
                    text(one.path("name")),
                    one.path("severity").asString(""),
                    was.path("outcome").asString(""),
                    is.path("outcome").asString(""),
                    count(old, id),
                    count(now, id)));
        }
        // Stable: those that changed first, otherwise as the strategy has them.
        return rules.stream()
                .sorted(Comparator.comparing((Rule rule) -> !rule.changed()))
                .toList();
    }

    private static int count(JsonNode check, String rule) {
        return (int) check.path("findings")
                .valueStream()
                .filter(finding -> finding.path("rule").asString().equals(rule))
                .count();
    }

    private static List<Finding> findings(JsonNode old, JsonNode now) {
        var before = byId(old.path("findings"));
        var after = byId(now.path("findings"));
        List<Finding> findings = new ArrayList<>();
        after.forEach((id, is) -> {
            var was = before.get(id);
            if (was == null) {
                findings.add(finding("came", is, null, amount(is)));
            } else if (!same(was, is)) {
                findings.add(finding("changed", is, amount(was), amount(is)));
            }
        });
        before.forEach((id, was) -> {
            if (!after.containsKey(id)) {
                findings.add(finding("gone", was, amount(was), null));
            }
        });
        return findings;
    }

    /** The same kind and, to a hundredth of the unit, the same amount. */
    private static boolean same(JsonNode was, JsonNode is) {
        var a = amount(was);
        var b = amount(is);
        boolean amounts = a == null ? b == null : b != null && Math.abs(a - b) < 0.01;
        return amounts && was.path("kind").equals(is.path("kind"));
    }

    private static @Nullable Double amount(JsonNode finding) {
        return finding.path("amount").isNumber() ? finding.path("amount").asDouble() : null;
    }

    private static Finding finding(
            String change, JsonNode one, @Nullable Double amountBefore, @Nullable Double amountAfter) {
        return new Finding(
                one.path("id").asString(),
                one.path("rule").asString(),
                change,
                one.path("kind").asString(""),
                text(one.path("sentence")),
                amountBefore,
                amountAfter,
                one.path("unit").asString(""));
    }

    private static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        list.forEach(one -> byId.put(one.path("id").asString(), one));
        return byId;
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("nb").asString(""), node.path("en").asString(""));
    }
}

package no.arealkompass.follow;

import static no.arealkompass.follow.Reasons.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import no.arealkompass.follow.CheckChange.Cause;
import no.arealkompass.follow.CheckChange.Change;
import no.arealkompass.follow.CheckChange.Counts;
import no.arealkompass.follow.CheckChange.FindingChange;
import no.arealkompass.follow.CheckChange.RuleChange;
import no.arealkompass.follow.CheckChange.Why;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares two stored checks of the same subject. Pure: reads the documents and nothing else. Findings are the same when
 * their ids are, whatever versions of plans and data they were found in.
 */
final class CheckChanges {
    /** Differences below these are how numbers are shown, not news; per unit of an amount. */
    private static final Map<String, Double> NOTICEABLE =
            Map.of("daa", 0.1, "m", 1.0, "min", 0.5, "share", 0.005, "points", 0.5, "count", 0.5);

    private static final Set<String> DEVIATING = Set.of("deviation", "missing");
    private static final List<String> SEVERITIES = List.of("must", "should", "note");

    private final JsonNode before;
    private final JsonNode after;

    private CheckChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static CheckChange between(JsonNode before, JsonNode after) {
        return new CheckChanges(before, after).compared();
    }

    private CheckChange compared() {
        var findings = findings();
        return new CheckChange(
                text(before, "id"),
                text(after, "id"),
                text(before, "madeAt"),
                text(after, "madeAt"),
                text(before.path("verdict"), "outcome"),
                text(after.path("verdict"), "outcome"),
                counts(findings),
                why(),
                rules(),
                findings.stream().limit(CheckChange.MOST_FINDINGS).toList(),
                Math.max(0, findings.size() - CheckChange.MOST_FINDINGS));
    }

    private List<RuleChange> rules() {
        var old = by("id", before.path("rules"));
        var now = by("id", after.path("rules"));
        return both(old, now).stream()
                .map(id -> {
                    var was = old.get(id);
                    var is = now.get(id);
                    return new RuleChange(
                            id,
                            said(is == null ? was : is, "name"),
                            textOrNull(was, "outcome"),
                            textOrNull(is, "outcome"));
                })
                .filter(rule -> !Objects.equals(rule.before(), rule.after()))
                .toList();
    }

    private List<FindingChange> findings() {
        var old = by("id", before.path("findings"));
        var now = by("id", after.path("findings"));
        var changes = new ArrayList<FindingChange>();
        for (var id : both(old, now)) {
            var was = old.get(id);
            var is = now.get(id);
            Change change = was == null ? Change.CAME : is == null ? Change.GONE : change(was, is);
            if (change != null) {
                changes.add(finding(change, was, is));
            }
        }
        changes.sort(Comparator.comparing(FindingChange::change)
                .thenComparing(f -> !DEVIATING.contains(f.kind()))
                .thenComparingInt(f -> SEVERITIES.indexOf(f.severity()))
                .thenComparing(FindingChange::id));
        return changes;
    }

    private static FindingChange finding(Change change, @Nullable JsonNode was, @Nullable JsonNode is) {
        var shown = is == null ? Objects.requireNonNull(was) : is;
        return new FindingChange(
                change,
                text(shown, "id"),
                text(shown, "rule"),
                text(shown, "kind"),
                textOrNull(was, "kind"),
                text(shown, "severity"),
                text(shown, "unit"),
                amount(was),
                amount(is),
                said(shown, "sentence"));
    }

    /** How a finding that was there and is there changed; null when it did not. */
    private static @Nullable Change change(JsonNode was, JsonNode is) {
        if (!text(was, "kind").equals(text(is, "kind"))) {
            return Change.TURNED;
        }
        Double old = amount(was);
        Double now = amount(is);
        if (old == null || now == null) {
            return null;
        }
        double further = breach(now, is.path("bound")) - breach(old, was.path("bound"));
        double noticeable = NOTICEABLE.getOrDefault(text(is, "unit"), 1e-6);
        return Math.abs(further) < noticeable ? null : further > 0 ? Change.GROWN : Change.SHRUNK;
    }

    /** How far an amount is beyond its bound; without a bound the whole amount is. */
    private static double breach(double amount, JsonNode bound) {
        boolean most = bound.path("atMost").isNumber();
        boolean least = bound.path("atLeast").isNumber();
        if (!most && !least) {
            return amount;
        }
        return Math.max(
                most ? amount - bound.path("atMost").asDouble() : Double.NEGATIVE_INFINITY,
                least ? bound.path("atLeast").asDouble() - amount : Double.NEGATIVE_INFINITY);
    }

    private static Counts counts(List<FindingChange> findings) {
        return new Counts(
                count(findings, Change.CAME, true),
                count(findings, Change.GONE, true),
                count(findings, Change.GROWN, true),
                count(findings, Change.SHRUNK, true),
                (int) findings.stream().filter(f -> f.change() == Change.TURNED).count(),
                count(findings, Change.CAME, false),
                count(findings, Change.GONE, false));
    }

    private static int count(List<FindingChange> findings, Change change, boolean deviating) {
        return (int) findings.stream()
                .filter(f -> f.change() == change)
                .filter(f -> deviating ? DEVIATING.contains(f.kind()) : f.kind().equals("undecided"))
                .count();
    }

    private List<Why> why() {
        var why = new ArrayList<Why>();
        plans(why);
        strategy(why);
        datasets(why);
        boolean sites = !text(before, "run").equals(text(after, "run"));
        if (sites && why.stream().noneMatch(w -> w.cause() == Cause.DATASET || w.cause() == Cause.STRATEGY)) {
            why.add(new Why(Cause.RUN, "", new Text("", ""), text(before, "run"), text(after, "run")));
        }
        if (!text(before, "software").equals(text(after, "software"))) {
            why.add(new Why(Cause.SOFTWARE, "", new Text("", ""), text(before, "software"), text(after, "software")));
        }
        return why;
    }

    private void plans(List<Why> why) {
        var old = by("plan", before.path("subject").path("plans"));
        var now = by("plan", after.path("subject").path("plans"));
        for (var plan : both(old, now)) {
            var was = old.get(plan);
            var is = now.get(plan);
            var name = text(is == null ? Objects.requireNonNull(was) : is, "name");
            var named = new Text(name, name);
            String from = textOrNull(was, "version");
            String to = textOrNull(is, "version");
            if (!Objects.equals(from, to)) {
                why.add(new Why(Cause.PLAN, plan, named, from, to));
            } else if (was != null && is != null && !text(was, "stage").equals(text(is, "stage"))) {
                why.add(new Why(Cause.STAGE, plan, named, text(was, "stage"), text(is, "stage")));
            }
        }
    }

    private void strategy(List<Why> why) {
        var was = before.path("strategy");
        var is = after.path("strategy");
        if (!text(was, "id").equals(text(is, "id")) || !text(was, "version").equals(text(is, "version"))) {
            why.add(new Why(
                    Cause.STRATEGY, text(is, "id"), said(is, "name"), text(was, "version"), text(is, "version")));
        }
    }

    private void datasets(List<Why> why) {
        var old = by("dataset", before.path("datasets"));
        var now = by("dataset", after.path("datasets"));
        for (var id : both(old, now)) {
            var was = old.get(id);
            var is = now.get(id);
            // Plans are a dataset, too; that a version of one came is told as such.
            boolean same = was != null && is != null && was.path("versionId").equals(is.path("versionId"));
            if (!same && !id.equals("arealplaner")) {
                why.add(new Why(
                        Cause.DATASET,
                        id,
                        said(is == null ? Objects.requireNonNull(was) : is, "name"),
                        textOrNull(was, "version"),
                        textOrNull(is, "version")));
            }
        }
    }

    private static Map<String, JsonNode> by(String key, JsonNode array) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        stream(array).forEach(node -> map.put(text(node, key), node));
        return map;
    }

    private static Set<String> both(Map<String, ?> one, Map<String, ?> other) {
        var keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private static @Nullable Double amount(@Nullable JsonNode finding) {
        return finding != null && finding.path("amount").isNumber()
                ? finding.path("amount").asDouble()
                : null;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static @Nullable String textOrNull(@Nullable JsonNode node, String key) {
        return node == null ? null : text(node, key);
    }

    private static Text said(@Nullable JsonNode node, String key) {
        var said = node == null ? null : node.path(key);
        return said == null
                ? new Text("", "")
                : new Text(said.path("nb").asString(""), said.path("en").asString(""));
    }
}

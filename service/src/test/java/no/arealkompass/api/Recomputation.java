package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The scores of a run worked out a second time from nothing but their stored text: no strategy, no database, and none of
 * the classes that made them.
 */
final class Recomputation {
    private static final double MICRO = 1e6;

    private Recomputation() {}

    private record Range(double low, double high) {}

    /** Checks one score against its own derivation, and gives the verdict that follows. */
    static void check(JsonNode score) {
        String where =
                score.path("site").asString() + " for " + score.path("purpose").asString();
        long low = 0;
        long high = 0;
        int weights = 0;
        for (JsonNode line : score.path("lines")) {
            String what = where + " " + line.path("criterion").asString();
            Range u = utility(line.path("utility"), line.path("found"));
            assertThat(line.path("uLow").asDouble()).as(what).isEqualTo(u.low());
            assertThat(line.path("uHigh").asDouble()).as(what).isEqualTo(u.high());
            int weight = line.path("weight").asInt();
            weights += weight;
            low += micro(line, "pointsLow", weight * u.low(), what);
            high += micro(line, "pointsHigh", weight * u.high(), what);
        }
        assertThat(weights).as(where).isEqualTo(100);
        List<String> broken = broken(score, where);
        JsonNode verdict = score.path("verdict");
        assertThat(verdict.path("by").valueStream().map(JsonNode::asString).toList())
                .as(where)
                .isEqualTo(broken);
        assertThat(verdict.path("kind").asString()).as(where).isEqualTo(broken.isEmpty() ? "scored" : "excluded");
        if (broken.isEmpty()) {
            assertThat(verdict.path("low").asDouble()).as(where).isEqualTo(low / MICRO);
            assertThat(verdict.path("high").asDouble()).as(where).isEqualTo(high / MICRO);
        }
    }

    private static long micro(JsonNode line, String key, double points, String what) {
        long micro = Math.round(points * MICRO);
        assertThat(line.path(key).asDouble()).as(what).isEqualTo(micro / MICRO);
        return micro;
    }

    /** The checks that exclude, from what was found and the limit. */
    private static List<String> broken(JsonNode score, String where) {
        var broken = new ArrayList<String>();
        for (JsonNode flag : score.path("flags")) {
            boolean number = flag.path("found").path("kind").asString().equals("amount");
            boolean holds = number
                    && holds(
                            flag.path("bound"), flag.path("found").path("value").asDouble());
            assertThat(flag.path("outcome").asString())
                    .as(where + " " + flag.path("check").asString())
                    .isEqualTo(number ? "broken" : "notChecked");
            assertThat(holds).isFalse();
            if (number && flag.path("effect").asString().equals("exclude")) {
                broken.add(flag.path("check").asString());
            }
        }
        return broken;
    }

    private static boolean holds(JsonNode bound, double value) {
        return bound.has("atMost")
                ? value <= bound.path("atMost").asDouble()
                : value >= bound.path("atLeast").asDouble();
    }

    private static Range utility(JsonNode curve, JsonNode found) {
        var all = curve.path("kind").asString().equals("linear")
                ? curve.path("points")
                        .valueStream()
                        .map(p -> p.get(1).asDouble())
                        .toList()
                : curve.path("classes").valueStream().map(JsonNode::asDouble).toList();
        double worst = all.stream().min(Comparator.naturalOrder()).orElseThrow();
        double best = all.stream().max(Comparator.naturalOrder()).orElseThrow();
        return switch (found.path("kind").asString()) {
            case "amount" -> {
                double u = read(curve.path("points"), found.path("value").asDouble());
                yield new Range(u, u);
            }
            case "category" -> {
                double u = curve.path("classes")
                        .path(found.path("value").asString())
                        .asDouble();
                yield new Range(u, u);
            }
            default -> new Range(worst, best);
        };
    }

    private static double read(JsonNode points, double x) {
        int last = points.size() - 1;
        if (x <= x(points, 0)) {
            return u(points, 0);
        }
        for (int i = 1; i <= last; i++) {
            if (x == x(points, i)) {
                return u(points, i);
            }
            if (x < x(points, i)) {
                double from = u(points, i - 1);
                double to = u(points, i);
                double share = (x - x(points, i - 1)) / (x(points, i) - x(points, i - 1));
                return Math.max(Math.min(from, to), Math.min(Math.max(from, to), from + (to - from) * share));
            }
        }
        return u(points, last);
    }

    private static double x(JsonNode points, int i) {
        return points.get(i).get(0).asDouble();
    }

    private static double u(JsonNode points, int i) {
        return points.get(i).get(1).asDouble();
    }

    /** Checks the ranking of a purpose against the scores, which come in ranking order. */
    static void checkRanking(JsonNode run, JsonNode ranking, List<JsonNode> scores) {
        Map<String, String> names = new HashMap<>();
        run.path("sites")
                .forEach(s -> names.put(s.path("id").asString(), s.path("name").asString()));
        var byOrder = scores.stream()
                .sorted(Comparator.comparingDouble((JsonNode s) -> -middle(s.path("verdict")))
                        .thenComparing(s -> names.get(s.path("site").asString()))
                        .thenComparing(s -> s.path("site").asString()))
                .toList();
        assertThat(byOrder).isEqualTo(scores);
        assertThat(ranking.size()).isEqualTo(scores.size());
        double margin = run.path("strategy").path("marginPoints").asDouble();
        var scored = scores.stream().filter(Recomputation::isScored).toList();
        for (int i = 0; i < scores.size(); i++) {
            JsonNode entry = ranking.get(i);
            JsonNode own = scores.get(i);
            assertThat(entry.path("site").asString()).isEqualTo(own.path("site").asString());
            assertThat(entry.path("position").asInt()).isEqualTo(i + 1);
            if (isScored(own)) {
                long better =
                        scored.stream().filter(o -> better(o, own, margin)).count();
                long worse = scored.stream().filter(o -> better(own, o, margin)).count();
                assertThat(entry.path("rankBest").asLong()).isEqualTo(better + 1);
                assertThat(entry.path("rankWorst").asLong()).isEqualTo(scored.size() - worse);
            }
        }
    }

    private static boolean isScored(JsonNode score) {
        return score.path("verdict").path("kind").asString().equals("scored");
    }

    private static boolean better(JsonNode a, JsonNode b, double margin) {
        return a.path("verdict").path("low").asDouble()
                        - b.path("verdict").path("high").asDouble()
                > margin;
    }

    private static double middle(JsonNode verdict) {
        return verdict.path("kind").asString().equals("scored")
                ? (verdict.path("low").asDouble() + verdict.path("high").asDouble()) / 2
                : -1;
    }
}

package no.arealkompass.plancheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.PlanQuantity;
import no.arealkompass.strategy.PlanRule;
import no.arealkompass.strategy.Planning;
import no.arealkompass.strategy.Strategies;
import no.arealkompass.strategy.TestStrategies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Runs the named examples of plan rules that stand beside each strategy. */
class PlanRuleSpecTest {
    private static final Unknown WHY = Unknown.of("a", "a", "b", "b");

    private record Spec(String file, Planning planning, JsonNode examples) {}

    private static List<Spec> specs() throws Exception {
        List<Spec> specs = new ArrayList<>();
        for (String file : TestStrategies.specs()) {
            JsonNode spec = new YAMLMapper().readTree(TestStrategies.read(file));
            String strategyFile = spec.get("strategy").asString();
            var planning = Strategies.read(strategyFile, TestStrategies.read(strategyFile))
                    .planning();
            if (planning != null) {
                specs.add(new Spec(file, planning, spec.path("plans")));
            }
        }
        return specs;
    }

    @TestFactory
    Stream<DynamicTest> examplesOfPlanRules() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (var spec : specs()) {
            for (JsonNode example : spec.examples()) {
                tests.add(DynamicTest.dynamicTest(
                        spec.file() + ": " + example.get("name").asString(), () -> judge(spec.planning(), example)));
            }
        }
        return tests.stream();
    }

    @Test
    void everyRuleHasExamplesOfMoreThanOneOutcome() throws Exception {
        for (var spec : specs()) {
            Map<String, Set<String>> outcomes = new HashMap<>();
            spec.examples()
                    .forEach(one -> outcomes.computeIfAbsent(one.get("rule").asString(), id -> new HashSet<>())
                            .add(one.get("expect").get("outcome").asString()));
            assertThat(spec.planning().rules())
                    .isNotEmpty()
                    .allSatisfy(rule -> assertThat(outcomes.get(rule.id()))
                            .as(spec.file() + " " + rule.id())
                            .hasSizeGreaterThan(1));
        }
    }

    private static void judge(Planning planning, JsonNode example) {
        var rule = planning.rule(example.get("rule").asString());
        var judged = PlanJudge.judge(
                rule, bound(rule, example), planning.ignoreBelowM2(), observed(example.get("measured")));
        var expect = example.get("expect");
        assertThat(DocumentWriter.name(judged.outcome()))
                .isEqualTo(expect.get("outcome").asString());
        assertThat(kind(judged.kind())).isEqualTo(expect.path("kind").asString(""));
        if (expect.has("amount")) {
            assertThat(Objects.requireNonNull(judged.amount()))
                    .isCloseTo(expect.get("amount").asDouble(), within(1e-9));
        } else {
            assertThat(judged.amount()).isNull();
        }
        assertThat(judged.ignoredM2()).isCloseTo(expect.path("ignoredM2").asDouble(0), within(1e-9));
    }

    private static String kind(PlanJudge.@Nullable Kind kind) {
        return kind == null ? "" : DocumentWriter.name(kind);
    }

    private static Bounds bound(PlanRule rule, JsonNode example) {
        if (rule.quantity() instanceof PlanQuantity.Kept) {
            return new Bounds.AtLeast(1);
        }
        var need = example.path("need");
        return need.isMissingNode()
                ? Objects.requireNonNull(rule.bound())
                : new Bounds.Between(need.get(0).asDouble(), need.get(1).asDouble());
    }

    private static Observed observed(JsonNode measured) {
        if (measured.isNumber()) {
            return Observed.of(measured.asDouble());
        }
        return measured.isString()
                ? Observed.nothing(WHY)
                : new Observed(
                        measured.get("low").asDouble(), measured.get("high").asDouble(), WHY);
    }
}

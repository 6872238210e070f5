package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.score.Flag.Outcome;
import no.arealkompass.score.Portfolio.Member;
import no.arealkompass.score.Portfolio.RuleOutcome;
import no.arealkompass.strategy.Bounds;
import no.arealkompass.strategy.Check;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategies;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.TestStrategies;
import no.arealkompass.strategy.Utility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Runs the named examples that stand beside each strategy. */
class StrategySpecTest {

    private static final Measured MISSING =
            new Measured(new NotCovered(Reason.NO_DATA, Map.of()), List.of(), null, false);

    @TestFactory
    Stream<DynamicTest> examplesOfTheStrategies() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : TestStrategies.specs()) {
            JsonNode spec = new YAMLMapper().readTree(TestStrategies.read(file));
            String strategyFile = spec.get("strategy").asString();
            Strategy strategy = Strategies.read(strategyFile, TestStrategies.read(strategyFile));
            for (JsonNode example : spec.get("cases")) {
                tests.add(DynamicTest.dynamicTest(example.get("name").asString(), () -> judge(strategy, example)));
            }
            for (JsonNode example : spec.get("portfolio")) {
                tests.add(DynamicTest.dynamicTest(example.get("name").asString(), () -> portfolio(strategy, example)));
            }
        }
        return tests.stream();
    }

    private static void judge(Strategy strategy, JsonNode example) {
        Purpose purpose = strategy.purpose(example.get("purpose").asString());
        Map<Metric, Measured> measured = rest(
                strategy,
                example.get("rest").asString(),
                List.copyOf(purpose.weights().keySet()));
        put(measured, strategy, example.path("measured"), StrategySpecTest::found);
        example.path("missing").forEach(id -> measured.put(metric(strategy, id.asString()), MISSING));
        example.path("coarse")
                .forEach(id -> measured.computeIfPresent(
                        metric(strategy, id.asString()),
                        (metric, one) -> new Measured(one.found(), one.versions(), one.origin(), true)));
        boolean schematic = example.path("schematic").asBoolean(false);
        Judgement judgement = Judge.judge(strategy, purpose, schematic, measured);

        JsonNode expect = example.get("expect");
        if (expect.has("excludedBy")) {
            assertThat(judgement.verdict()).isEqualTo(new Verdict.Excluded(texts(expect.get("excludedBy"))));
        } else {
            assertThat(judgement.verdict()).isInstanceOf(Verdict.Scored.class);
        }
        if (judgement.verdict() instanceof Verdict.Scored(double low, double high)) {
            same(expect, "low", low);
            same(expect, "high", high);
        }
        same(expect, "known", judgement.confidence().known());
        if (expect.has("level")) {
            assertThat(judgement.confidence().level().name().toLowerCase(Locale.ROOT))
                    .isEqualTo(expect.get("level").asString());
        }
        flags(expect, "broken", judgement, Outcome.BROKEN);
        flags(expect, "notChecked", judgement, Outcome.NOT_CHECKED);
        expect.path("points").properties().forEach(entry -> {
            Line line = judgement.lines().stream()
                    .filter(one -> one.criterion().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.pointsLow()).isCloseTo(entry.getValue().get(0).asDouble(), within(1e-6));
            assertThat(line.pointsHigh()).isCloseTo(entry.getValue().get(1).asDouble(), within(1e-6));
        });
    }

    private static void portfolio(Strategy strategy, JsonNode example) {
        List<Member> members = new ArrayList<>();
        for (JsonNode site : example.get("sites")) {
            Map<Metric, Measured> measured = rest(strategy, "missing", List.of());
            put(measured, strategy, site.get("measured"), StrategySpecTest::found);
            Map<String, Double> shares = new HashMap<>();
            site.get("shares")
                    .properties()
                    .forEach(
                            share -> shares.put(share.getKey(), share.getValue().asDouble()));
            members.add(new Member(
                    site.get("site").asString(),
                    SiteKind.valueOf(site.get("kind").asString().toUpperCase(Locale.ROOT)),
                    shares,
                    measured,
                    texts(site.path("excludedFor"))));
        }
        RuleOutcome outcome = Portfolio.evaluate(strategy, members, texts(example.path("municipalities"))).stream()
                .filter(one -> one.rule().equals(example.get("rule").asString()))
                .findFirst()
                .orElseThrow();
        JsonNode expect = example.get("expect");
        assertThat(outcome.outcome().name().toLowerCase(Locale.ROOT))
                .isEqualTo(expect.get("outcome").asString());
        if (expect.has("meet")) {
            assertThat(outcome.groups().stream().flatMap(group -> group.meet().stream()))
                    .containsExactlyElementsOf(texts(expect.get("meet")));
        }
        if (expect.has("undecided")) {
            assertThat(outcome.groups().stream().flatMap(group -> group.undecided().stream()))
                    .containsExactlyElementsOf(texts(expect.get("undecided")));
        }
    }

    /** Criteria may share a metric; the value is then chosen for those of the example's own purpose. */
    private static Map<Metric, Measured> rest(Strategy strategy, String rest, List<String> own) {
        Map<Metric, Measured> measured = new HashMap<>();
        strategy.metrics().forEach(metric -> measured.put(metric, MISSING));
        if (rest.equals("missing")) {
            return measured;
        }
        for (Check check : strategy.checks()) {
            double limit = switch (check.bound()) {
                case Bounds.AtMost atMost -> atMost.limit();
                case Bounds.AtLeast atLeast -> atLeast.limit();
                case Bounds.Between between -> between.low();
            };
            measured.put(check.metric(), measured(new Amount(limit)));
        }
        own.stream()
                .map(strategy::criterion)
                .forEach(criterion -> measured.put(criterion.metric(), extreme(criterion, rest.equals("best"))));
        return measured;
    }

    private static Measured extreme(Criterion criterion, boolean best) {
        double wanted = best ? criterion.utility().max() : criterion.utility().min();
        return switch (criterion.utility()) {
            case Utility.Linear linear ->
                measured(new Amount(linear.points().stream()
                        .filter(point -> point.u() == wanted)
                        .findFirst()
                        .orElseThrow()
                        .x()));
            case Utility.ByClass byClass ->
                measured(new Category(byClass.classes().stream()
                        .filter(one -> byClass.utilities().get(one) == wanted)
                        .findFirst()
                        .orElseThrow()));
        };
    }

    private static Measured measured(Measurement found) {
        return new Measured(found, List.of(1L), null, false);
    }

    private static Measured found(JsonNode node) {
        return measured(node.isNumber() ? new Amount(node.asDouble()) : new Category(node.asString()));
    }

    private static void put(
            Map<Metric, Measured> measured, Strategy strategy, JsonNode byId, Function<JsonNode, Measured> value) {
        byId.properties()
                .forEach(entry -> measured.put(metric(strategy, entry.getKey()), value.apply(entry.getValue())));
    }

    private static Metric metric(Strategy strategy, String id) {
        return Stream.concat(
                        strategy.checks().stream()
                                .filter(c -> c.id().equals(id))
                                .map(Check::metric),
                        strategy.criteria().stream()
                                .filter(c -> c.id().equals(id))
                                .map(Criterion::metric))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("The example names " + id + ", which the strategy does not have"));
    }

    private static void flags(JsonNode expect, String key, Judgement judgement, Outcome outcome) {
        if (expect.has(key)) {
            assertThat(judgement.flags().stream()
                            .filter(f -> f.outcome() == outcome)
                            .map(Flag::check))
                    .containsExactlyInAnyOrderElementsOf(texts(expect.get(key)));
        }
    }

    private static void same(JsonNode expect, String key, double value) {
        if (expect.has(key)) {
            assertThat(value).as(key).isCloseTo(expect.get(key).asDouble(), within(1e-6));
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}

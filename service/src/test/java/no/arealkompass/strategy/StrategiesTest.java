package no.arealkompass.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.arealkompass.strategy.Metric.Cut;
import no.arealkompass.strategy.Metric.Distance;
import no.arealkompass.strategy.Metric.Own;
import no.arealkompass.strategy.Metric.Remaining;
import no.arealkompass.strategy.Metric.Sum;
import no.arealkompass.strategy.StrategyFault.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The reader against good and broken documents, and the editors' schema against the reader. */
class StrategiesTest {

    private static final String SCHEMA_CANNOT = "# schema: accepts";

    @TestFactory
    Stream<DynamicTest> strategiesAreReadable() throws Exception {
        return TestStrategies.strategies().stream()
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    String yaml = TestStrategies.read(file);
                    assertThat(Strategies.read(file, yaml).id() + ".yaml").isEqualTo(file);
                    assertThat(schema().validate(json(yaml), InputFormat.JSON)).isEmpty();
                }));
    }

    /** The head of each broken file says place and message of every problem the reader must report, and no other. */
    @TestFactory
    Stream<DynamicTest> brokenExamplesAreRefusedAtTheirPlace() throws Exception {
        return TestStrategies.invalid().stream()
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    String yaml = TestStrategies.read(file);
                    List<String> expected = yaml.lines()
                            .filter(line -> line.startsWith("# expect: "))
                            .map(line -> line.substring("# expect: ".length()))
                            .toList();
                    List<Problem> problems = problems(yaml);
                    assertThat(problems).as(problems.toString()).hasSameSizeAs(expected);
                    for (int i = 0; i < expected.size(); i++) {
                        String[] placeAndMessage = expected.get(i).split(" ", 2);
                        Problem problem = problems.get(i);
                        assertThat(problem.line() + ":" + problem.column()).isEqualTo(placeAndMessage[0]);
                        assertThat(problem.message().nb()).contains(placeAndMessage[1]);
                        assertThat(problem.message().en()).isNotBlank().doesNotContain("%s");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> theSchemaAgreesWithTheReaderOnBrokenExamples() throws Exception {
        return TestStrategies.invalid().stream()
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    String yaml = TestStrategies.read(file);
                    boolean accepted = isJson(yaml)
                            && schema().validate(json(yaml), InputFormat.JSON).isEmpty();
                    assertThat(accepted).as("accepted by the schema").isEqualTo(yaml.contains(SCHEMA_CANNOT));
                }));
    }

    @Test
    void everyFaultOfAStrategyHasABrokenExample() throws Exception {
        Set<String> shown = new TreeSet<>();
        for (String file : TestStrategies.invalid()) {
            for (Problem problem : problems(TestStrategies.read(file))) {
                shown.add(problem.code());
            }
        }
        assertThat(shown).contains(Stream.of(Fault.values()).map(Fault::name).toArray(String[]::new));
    }

    @Test
    void tooLargeADocumentIsRefusedBeforeItIsRead() {
        assertThat(problems("a: \"" + "x".repeat(1_000_000) + "\""))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message().nb()).contains("større enn 1000000 byte");
                });
    }

    @Test
    void deepNestingIsRefusedWhereItStarts() {
        assertThat(problems("a: " + "[".repeat(100_000))).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.column()).isEqualTo(33);
        });
    }

    @Test
    void aliasesThatMultiplyAreRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(problems(bomb.toString())).hasSizeGreaterThan(60);
    }

    @Test
    void whatIsNoMappingIsSaidToBeNone() {
        for (String yaml : List.of("", "# only a comment", "- a", "text", "null")) {
            assertThat(problems(yaml).getFirst().message().en()).contains("Expected a mapping (key: value) here");
        }
    }

    @Test
    void signsThatYamlForbidsHaveAPlace() {
        assertThat(problems("id: a\nname: \u0001b").getFirst())
                .satisfies(problem ->
                        assertThat(problem.line() + ":" + problem.column()).isEqualTo("2:7"));
    }

    @Test
    void anythingBrokenGivesProblemsAndNeverAnotherException() throws Exception {
        String yaml = TestStrategies.read("kongsvingerregionen-2017.yaml");
        List<String> lines = yaml.lines().toList();
        for (int i = 40; i < lines.size(); i += 7) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, changed.get(i).replaceFirst(": .*", ": [1, {x: 2}]"));
            if (!changed.get(i).equals(lines.get(i)) && !lines.get(i).strip().startsWith("#")) {
                assertThat(problems(String.join("\n", changed)))
                        .as(lines.get(i))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void theHashIsThatOfTheDocumentWhateverItsLineEndings() throws Exception {
        String yaml = TestStrategies.read("kongsvingerregionen-2017.yaml");
        String hash = Strategies.read("a", yaml).hash();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(Strategies.read("b", yaml.replace("\n", "\r\n")).hash()).isEqualTo(hash);
        assertThat(Strategies.read("c", yaml + "# more\n").hash()).isNotEqualTo(hash);
    }

    @Test
    void metricsThatAskTheSameAreEqualAndHaveTheSameKey() {
        Cut rail = new Cut("jernbane", Where.ALL, 30);
        Cut road = new Cut("veger", new Where("vegkategori", List.of("R", "E")), 50);
        Cut sameRoad = new Cut("veger", new Where("vegkategori", List.of("E", "R")), 50);
        assertThat(new Remaining(List.of(rail, road)))
                .isEqualTo(new Remaining(List.of(sameRoad, rail)))
                .extracting(Metric::key)
                .isEqualTo("remaining(cut(\"jernbane\",all,30.0),cut(\"veger\",\"vegkategori\"[\"E\",\"R\"],50.0))");
        assertThat(new Distance("a", new Where("b", List.of("c\",\"d")), 1).key())
                .isNotEqualTo(new Distance("a", new Where("b", List.of("c", "d")), 1).key());
        assertThat(new Sum("a", Where.ALL, "", 0).key()).isNotEqualTo(new Sum("a", Where.ALL, "x", 0).key());
        assertThat(new Own("powerMW").datasets()).isEmpty();
    }

    @Test
    void readingDoesNotDependOnTheLocale() throws Exception {
        String yaml = TestStrategies.read("kongsvingerregionen-2017.yaml");
        Locale before = Locale.getDefault();
        Strategy strategy = Strategies.read("a", yaml);
        try {
            for (String tag : List.of("nb-NO", "tr", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Strategies.read("a", yaml)).isEqualTo(strategy);
                assertThat(strategy.metrics()).extracting(Metric::key).allMatch(key -> key.matches("[\\x20-\\x7E]*"));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    /** What the strategy calls a fact must stand in the list of facts, with a type that fits. */
    @Test
    void everyFactTheStrategyReadsIsKnown() throws Exception {
        JsonNode facts = new YAMLMapper()
                .readTree(StrategiesTest.class.getClassLoader().getResourceAsStream("gis-data/codes/facts.yaml"))
                .get("facts");
        Strategy strategy = Strategies.read("a", TestStrategies.read("kongsvingerregionen-2017.yaml"));
        for (Criterion criterion : strategy.criteria()) {
            if (criterion.metric() instanceof Own(String id)) {
                JsonNode fact = facts.valueStream()
                        .filter(one -> one.get("id").asString().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No fact " + id));
                if (criterion.utility() instanceof Utility.ByClass byClass) {
                    List<String> allowed = fact.get("type").asString().equals("boolean")
                            ? List.of("true", "false")
                            : fact.get("values")
                                    .valueStream()
                                    // What says that nobody knows is worth nothing and costs nothing: not covered.
                                    .filter(value -> !value.path("unknown").asBoolean(false))
                                    .map(value -> value.get("value").asString())
                                    .toList();
                    assertThat(byClass.classes()).as(criterion.id()).containsExactlyInAnyOrderElementsOf(allowed);
                } else {
                    assertThat(fact.get("unit").asString()).as(criterion.id()).isEqualTo(criterion.unit());
                }
            }
        }
    }

    /** A filter sees the dataset's class only, and a property read must be described. */
    @Test
    void everyDatasetAndPropertyTheStrategyReadsIsDescribed() throws Exception {
        Strategy strategy = Strategies.read("a", TestStrategies.read("kongsvingerregionen-2017.yaml"));
        List<Metric> metrics = new ArrayList<>(strategy.metrics());
        metrics.addAll(java.util.Objects.requireNonNull(strategy.planning()).metrics());
        for (Metric metric : metrics) {
            switch (metric) {
                case Distance(String dataset, Where where, double capM) -> described(dataset, where, "");
                case Metric.Overlap(String dataset, Where where) -> described(dataset, where, "");
                case Sum(String dataset, Where where, String property, double withinM) ->
                    described(dataset, where, property);
                case Metric.Nearest(String dataset, Where where, String property, double withinM) ->
                    described(dataset, where, property);
                case Metric.Worst(String dataset, String property, List<String> order, String otherwise) ->
                    described(dataset, new Where(property, order), "");
                case Remaining(List<Cut> cuts) -> {
                    for (Cut cut : cuts) {
                        described(cut.dataset(), cut.where(), "");
                    }
                }
                case Own(String fact) -> assertThat(fact).isNotEmpty();
            }
        }
    }

    private static void described(String dataset, Where where, String property) {
        JsonNode description = new YAMLMapper()
                .readTree(StrategiesTest.class
                        .getClassLoader()
                        .getResourceAsStream("gis-data/datasets/" + dataset + ".yaml"));
        if (!where.isAll()) {
            assertThat(description.get("classProperty").asString()).as(dataset).isEqualTo(where.property());
        }
        if (!property.isEmpty()) {
            assertThat(description.get("properties").has(property))
                    .as(dataset + " has " + property)
                    .isTrue();
        }
    }

    @Test
    void aWeightMayStateTheRangeItIsDiscussedIn() throws Exception {
        String yaml = TestStrategies.read("kongsvingerregionen-2017.yaml");
        Strategy plain = Strategies.read("a", yaml);
        String ranged = yaml.replaceFirst("      C06: 12\n", "      C06: {points: 12, low: 8, high: 20}\n");
        assertThat(ranged).isNotEqualTo(yaml);
        assertThat(schema().validate(json(ranged), InputFormat.JSON)).isEmpty();
        Purpose before = plain.purpose("logistikk");
        Purpose after = Strategies.read("b", ranged).purpose("logistikk");
        assertThat(before.ranges()).isEmpty();
        assertThat(after.weights()).isEqualTo(before.weights());
        assertThat(after.ranges()).isEqualTo(Map.of("C06", new Purpose.PointRange(8, 20)));
    }

    /** Installations hold documents that were published before there were plan rules. */
    @Test
    void aDocumentWithoutPlanRulesIsStillReadable() throws Exception {
        String yaml = TestStrategies.read("kongsvingerregionen-2017.yaml");
        int from = yaml.indexOf("\nplanning:");
        String before = yaml.substring(0, from) + yaml.substring(yaml.indexOf("\n# Left out or simplified", from));
        Strategy old = Strategies.read("a", before.replaceFirst("version: \"2\".*", "version: \"1\""));
        assertThat(old.planning()).isNull();
        assertThat(schema().validate(json(before), InputFormat.JSON)).isEmpty();
        Strategy present = Strategies.read("b", yaml);
        assertThat(present.criteria()).isEqualTo(old.criteria());
        assertThat(present.metrics()).isEqualTo(old.metrics());
        assertThat(java.util.Objects.requireNonNull(present.planning()).rules()).hasSize(17);
    }

    @Test
    void allSevenKindsAreUsed() throws Exception {
        Strategy strategy = Strategies.read("a", TestStrategies.read("kongsvingerregionen-2017.yaml"));
        assertThat(strategy.metrics().stream().map(metric -> metric.getClass().getSimpleName()))
                .contains("Distance", "Overlap", "Sum", "Nearest", "Worst", "Remaining", "Own");
        assertThat(strategy.purposes()).hasSize(8);
        assertThatThrownBy(() -> strategy.purpose("hytter")).hasMessageContaining("hytter");
    }

    private static List<Problem> problems(String yaml) {
        StrategyFault fault = catchThrowableOfType(StrategyFault.class, () -> Strategies.read("example.yaml", yaml));
        assertThat(fault).as("the document is accepted").isNotNull();
        return fault.problems();
    }

    /** Some faults, NaN among them, stop an editor before any schema is asked. */
    private static boolean isJson(String yaml) {
        try {
            return !json(yaml).isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String json(String yaml) {
        return new YAMLMapper().readTree(yaml).toString();
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(TestStrategies.read("strategy.schema.json"), InputFormat.JSON);
    }
}

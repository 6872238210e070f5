package no.arealkompass.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Runs the examples that stand beside the rules, and what must hold of every text. */
class TextReaderTest {
    private static final Catalogue CATALOGUE = TestCatalogue.shipped();
    private static final TextReader READER = new TextReader(CATALOGUE);

    @TestFactory
    Stream<DynamicTest> examples() {
        var cases = new YAMLMapper()
                .readTree(TestCatalogue.text("requirements.spec.yaml"))
                .path("cases");
        assertThat(cases.size()).isGreaterThanOrEqualTo(40);
        return cases.valueStream()
                .map(example -> DynamicTest.dynamicTest(example.path("name").asString(), () -> check(example)));
    }

    private static void check(JsonNode example) {
        var read = READER.read(example.path("text").asString());
        Map<String, Double> asked = new HashMap<>();
        Map<String, List<String>> how = new HashMap<>();
        read.requirements().forEach(one -> {
            asked.put(one.id(), one.value());
            assertThat(one.from()).isNotBlank();
            if (!one.how().isEmpty()) {
                how.put(
                        one.id(),
                        one.how().stream()
                                .map(h -> h.name().toLowerCase(Locale.ROOT))
                                .toList());
            }
        });
        Map<String, Double> wanted = new HashMap<>();
        example.path("asked")
                .properties()
                .forEach(e -> wanted.put(e.getKey(), e.getValue().asDouble()));
        Map<String, List<String>> wantedHow = new HashMap<>();
        example.path("how").properties().forEach(e -> wantedHow.put(e.getKey(), texts(e.getValue())));
        assertThat(asked).isEqualTo(wanted);
        assertThat(how).isEqualTo(wantedHow);
        assertThat(read.notUnderstood()).isEqualTo(texts(example.path("not")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void whateverIsWrittenIsReadQuicklyAndStaysWithinTheLimits() {
        var random = new Random(7);
        var pieces = new ArrayList<>(
                List.of("1", "000", " ", ",", ".", "-", "–", "min", "daa", "MW", "km", "\n", "ikke", "%"));
        CATALOGUE.requirements().forEach(r -> pieces.addAll(r.words()));
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
                text.append(random.nextBoolean() ? " " : "");
            }
            var read = READER.read(text.toString());
            read.requirements().forEach(one -> {
                var requirement = CATALOGUE.find(one.id()).orElseThrow();
                assertThat(requirement.allows(one.value()))
                        .as(text + " → " + one)
                        .isTrue();
            });
            read.notUnderstood().forEach(piece -> assertThat(text.toString()).contains(piece));
        }
    }

    @Test
    void everyWordTheRulesDoNotKnowIsGivenBack() {
        var random = new Random(11);
        var clauses = List.of("1 000 daa", "100 MW", "45 min til flyplass", "sidespor", "maks 300 kr/m²");
        for (int round = 0; round < 500; round++) {
            var strange = "qx" + Integer.toString(random.nextInt(1_000_000), 36).replaceAll("\\d", "z");
            var clause = clauses.get(random.nextInt(clauses.size()));
            var text = random.nextBoolean() ? clause + ", " + strange : strange + " " + clause + " " + strange;
            assertThat(String.join(" ", READER.read(text).notUnderstood()))
                    .as(text)
                    .contains(strange);
        }
    }
}

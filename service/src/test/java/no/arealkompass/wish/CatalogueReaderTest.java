package no.arealkompass.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import no.arealkompass.strategy.Metric;
import no.arealkompass.wish.Requirement.Form;
import no.arealkompass.yaml.YamlFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The catalogue of requirements fits the facts and classes that it asks for, and a faulty one is refused. */
class CatalogueReaderTest {
    private static final String SHIPPED = TestCatalogue.text("requirements.yaml");

    @Test
    void everyFactAndClassAskedForMayBeStated() {
        var facts = new YAMLMapper().readTree(TestCatalogue.text("facts.yaml")).path("facts");
        for (var requirement : TestCatalogue.shipped().requirements()) {
            if (requirement.metric() instanceof Metric.Own own) {
                var fact = facts.valueStream()
                        .filter(f -> f.path("id").asString().equals(own.fact()))
                        .findFirst();
                assertThat(fact).as(own.fact()).isPresent();
                var classes = classes(fact.get());
                var years = requirement.years();
                if (years != null) {
                    assertThat(years.classes().keySet())
                            .as("every class has its years")
                            .isEqualTo(classes);
                } else if (requirement.form() == Form.YES) {
                    assertThat(classes).containsAll(requirement.met());
                } else {
                    assertThat(fact.get().path("unit").asString()).isEqualTo(requirement.unit());
                }
            }
            assertThat(requirement.lack().nb()).isNotBlank();
        }
    }

    private static Set<String> classes(JsonNode fact) {
        if (fact.path("type").asString().equals("boolean")) {
            return Set.of("true", "false");
        }
        var classes = new HashSet<String>();
        fact.path("values").forEach(value -> classes.add(value.path("value").asString()));
        return classes;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basis: proposal | basis: guess | guess",
                "unit: MW | unit: megawatt | megawatt",
                "id: power | id: area | area",
                "join: sum | joined: sum | joined",
                "units: power | units: kraft | kraft",
                "limits: [0, 10000] | limits: [0, 20000] | capM",
                "limits: [1, 600] | limits: [600, 1] | wrong way round",
                "usual: {value: 500 | usual: {value: 50000 | outside the limits",
                "join: best | join: sum | added up",
                "kind: own | kind: owns | owns",
            })
    void aFaultIsNamedWithItsPlace(String right, String wrong, String told) {
        assertThat(SHIPPED).contains(right);
        var faulty = right.equals("join: best")
                ? SHIPPED.replace(right, wrong)
                : SHIPPED.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
        assertThatThrownBy(() -> CatalogueReader.read("requirements.yaml", faulty))
                .isInstanceOf(YamlFaults.class)
                .hasMessageContaining(told);
    }
}

package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import no.arealkompass.yaml.YamlFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code lists of densities and goals: those we ship are readable, and what is wrong is refused at its place. */
class LandNeedsTest {
    private static final List<String> USES =
            List.of("annet", "kombinert", "naering", "industriLager", "godsterminal", "bane", "datasenter");

    @Test
    void shippedFiguresAreReadableAndSayOnWhoseWordTheyStand() throws Exception {
        var densities = LandNeeds.densities("densities.yaml", shipped("densities"), USES);
        assertThat(densities).hasSizeGreaterThan(3).allSatisfy(one -> {
            assertThat(one.m2PerJobLow()).isLessThanOrEqualTo(one.m2PerJobHigh());
            assertThat(one.source().document()).isNotBlank();
            assertThat(one.basis().equals("proposal") || one.source().url().startsWith("http"))
                    .as(one.id())
                    .isTrue();
        });
        assertThat(LandNeeds.goals("goals.yaml", shipped("goals")))
                .anySatisfy(goal -> assertThat(goal.jobsPerYear()).isEqualTo(100));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m2PerJobLow: 340              | m2PerJobLow: 900              | m2PerJobLow er større
            m2PerJobLow: 340              | m2PerJobLow: 0                | utenfor det tillatte
            m2PerJobLow: 340              | m2perJobLow: 340              | m2PerJobLow
            'uses: [godsterminal, bane]'  | 'uses: [havn]'                | ingen klasse av zonedUse
            basis: value                  | basis: guess                  | ikke et gyldig valg
            id: industri                  | id: logistikk                 | står to ganger
            """)
    void whatIsWrongIsRefused(String good, String bad, String message) throws Exception {
        var yaml = shipped("densities");
        assertThat(yaml).contains(good);
        assertThatThrownBy(
                        () -> LandNeeds.densities("densities.yaml", yaml.replaceFirst(Pattern.quote(good), bad), USES))
                .isInstanceOf(YamlFaults.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jobsPerYear: 100           | jobsPerYear: 0             | utenfor det tillatte
            jobsPerYear: 100           | jobsPerYear: 99.5          | et helt tall
            'horizonYears: [5, 10, 25]'| 'horizonYears: []'         | trenger minst
            """)
    void aGoalThatIsNoneIsRefused(String good, String bad, String message) throws Exception {
        var yaml = shipped("goals");
        assertThat(yaml).contains(good);
        assertThatThrownBy(() -> LandNeeds.goals("goals.yaml", yaml.replace(good, bad)))
                .isInstanceOf(YamlFaults.class)
                .hasMessageContaining(message);
    }

    private static String shipped(String name) throws Exception {
        try (var in = LandNeedsTest.class.getResourceAsStream("/gis-data/codes/" + name + ".yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

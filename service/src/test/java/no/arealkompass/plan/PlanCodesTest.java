package no.arealkompass.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import no.arealkompass.yaml.YamlFaults;
import org.junit.jupiter.api.Test;

/** The code lists read, say what the rest relies on, and are read strictly. */
class PlanCodesTest {
    static final PlanCodes CODES = PlanCodesReader.read(
            "plan-kinds.yaml",
            file("plan-kinds.yaml"),
            PlanCodesReader.codes("plan-purposes.yaml", file("plan-purposes.yaml")),
            PlanCodesReader.codes("plan-considerations.yaml", file("plan-considerations.yaml")));

    @Test
    void theListsSayWhatTheyMust() {
        assertThat(CODES.statuses())
                .extracting(PlanCodes.Code::code)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(CODES.nameOf(ZoneKind.PURPOSE, "1300", Level.MUNICIPAL).nb()).isEqualTo("Næringsvirksomhet");
        assertThat(CODES.nameOf(ZoneKind.PURPOSE, "1300", Level.DETAILED).nb()).isEqualTo("Næringsbebyggelse");
        for (var terminal : List.of("1501", "1502", "2020", "1826")) {
            assertThat(CODES.purpose(terminal, Level.DETAILED)).as(terminal).isPresent();
        }
        assertThat(CODES.nameOf(ZoneKind.CONSIDERATION, "320", Level.SUBAREA).nb())
                .isEqualTo("Flomfare");
        assertThat(CODES.types().stream()
                        .filter(t -> t.code().equals("34"))
                        .findFirst()
                        .orElseThrow()
                        .level())
                .isEqualTo(Level.AREA_ZONING);
    }

    @Test
    void aDataCentreHasAPurposeOfItsOwnFromItsDayOn() {
        var code = CODES.purpose(PlanCodes.DATA_CENTRE, Level.MUNICIPAL).orElseThrow();
        assertThat(code.validOn(LocalDate.parse("2025-06-30"))).isFalse();
        assertThat(code.validOn(LocalDate.parse("2025-07-01"))).isTrue();
        assertThat(code.source().note()).contains("word of ours");
    }

    @Test
    void aFaultyListIsRefusedWithEveryPlace() {
        var wrong = """
                sources: {a: {document: d, url: u, note: ""}}
                codes:
                  - {code: "1300", lists: [kommuneplan], name: {nb: n, en: n}, validFrom: "1. juli", validTo: "", source: b}
                  - {code: "1300", lists: [kommuneplan], name: {nb: n, en: n}, validFrom: "", validTo: "?", source: a, x: y}
                """;
        assertThatThrownBy(() -> PlanCodesReader.codes("x.yaml", wrong))
                .isInstanceOf(YamlFaults.class)
                .hasMessageContaining("x.yaml:3:75")
                .hasMessageContaining("2025-07-01")
                .hasMessageContaining("«b»")
                .hasMessageContaining("x.yaml:4:5 «1300»")
                .hasMessageContaining("«x»");
    }

    private static String file(String name) {
        try (var in = PlanCodesTest.class.getResourceAsStream("/gis-data/codes/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

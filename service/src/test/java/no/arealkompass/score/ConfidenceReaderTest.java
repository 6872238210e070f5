package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;

import no.arealkompass.score.PurposeConfidence.Level;
import no.arealkompass.score.PurposeConfidence.Value;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What lowers the confidence in a value, one thing at a time; the run was made on 26 November 2026. */
class ConfidenceReaderTest {
    private static final String GOOD = version("2025-01-01", 10, false);

    private static String version(String asOf, double accuracyM, boolean sample) {
        return "{'asOf':'%s','accuracyM':%s,'sample':%s}".formatted(asOf, accuracyM, sample);
    }

    private static String line(String found, String rest) {
        return "{'criterion':'C','weight':100,'found':{%s},%s}".formatted(found, rest);
    }

    private static String mapped(boolean coarse, String... versions) {
        return line(
                "'kind':'amount','value':1",
                "'coarse':%s,'datasetVersions':[%s]".formatted(coarse, String.join(",", versions)));
    }

    private static String stated(String on) {
        return line(
                "'kind':'amount','value':1", "'coarse':false,'datasetVersions':[],'origin':{'on':'%s'}".formatted(on));
    }

    private static PurposeConfidence.Site site(String reasons, String... lines) {
        var score =
                "{'site':'s','confidence':{'reasons':[%s]},'lines':[%s]}".formatted(reasons, String.join(",", lines));
        return new ConfidenceReader("2026-11-26T10:00:00Z")
                .read(JsonMapper.shared().readTree(score.replace('\'', '"')));
    }

    private static Value value(String line) {
        return site("", line).criteria().getFirst();
    }

    @Test
    void nothingToHoldAgainstItIsHigh() {
        assertThat(value(mapped(false, GOOD))).isEqualTo(new Value("C", Level.HIGH, 1, 22, 10.0, java.util.List.of()));
        assertThat(value(stated("2026-03"))).isEqualTo(new Value("C", Level.HIGH, 1, 7, null, java.util.List.of()));
    }

    @Test
    void missingIsNoneWithTheReason() {
        var missing = value(line("'kind':'notCovered','reason':'noData'", "'datasetVersions':[]"));
        assertThat(missing.level()).isEqualTo(Level.NONE);
        assertThat(missing.coverage()).isZero();
        assertThat(missing.reasons()).containsExactly("noData");
    }

    @Test
    void ageCountsFromTheLastDayTheDateMayMean() {
        assertThat(value(mapped(false, version("2023", 10, false))).ageMonths()).isEqualTo(34);
        assertThat(value(mapped(false, version("2023", 10, false))).level()).isEqualTo(Level.HIGH);
        assertThat(value(mapped(false, version("2023-11-25", 10, false))).ageMonths())
                .isEqualTo(36);
        assertThat(value(mapped(false, version("2023-10-25", 10, false))).level())
                .isEqualTo(Level.MEDIUM);
        assertThat(value(mapped(false, version("2012", 10, false))).level()).isEqualTo(Level.LOW);
        assertThat(value(stated("2025-10-01")).level()).isEqualTo(Level.MEDIUM);
        assertThat(value(stated("2022")).reasons()).containsExactly("old");
        assertThat(value(stated("2028-01-01")).ageMonths()).as("of the future").isZero();
    }

    @Test
    void oneUndatedVersionLeavesTheAgeUnknown() {
        var value = value(mapped(false, GOOD, version("", 10, false)));
        assertThat(value.ageMonths()).isNull();
        assertThat(value.level()).isEqualTo(Level.MEDIUM);
        assertThat(value.reasons()).containsExactly("ageUnknown");
    }

    @Test
    void theWorstOfSeveralDecidesAndAllAreSaid() {
        assertThat(value(mapped(false, GOOD, version("2025", 250, false))).level())
                .isEqualTo(Level.MEDIUM);
        assertThat(value(mapped(false, version("2025", 5000, false))).level()).isEqualTo(Level.LOW);
        assertThat(value(mapped(true, GOOD)).reasons()).containsExactly("coarseData");
        assertThat(value(mapped(false, version("2025", 10, true))).level()).isEqualTo(Level.LOW);
        var schematic = site("{'code':'schematicSite','criteria':['C']}", mapped(true, version("2025", 250, false)));
        assertThat(schematic.criteria().getFirst().reasons())
                .containsExactly("accuracy", "coarseData", "schematicSite");
        assertThat(schematic.level()).isEqualTo(Level.MEDIUM);
    }

    @Test
    void aSiteIsKnownAsWellAsHalfOfItsWeight() {
        String half = mapped(false, GOOD).replace("100", "50");
        String missing = line("'kind':'notCovered','reason':'noData'", "'datasetVersions':[]");
        assertThat(site("", half, missing.replace("100", "50")).level()).isEqualTo(Level.HIGH);
        assertThat(site("", half.replace("50", "49"), missing.replace("100", "51"))
                        .level())
                .isEqualTo(Level.NONE);
    }
}

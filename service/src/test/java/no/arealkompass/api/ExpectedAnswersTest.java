package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole answers against files, so that no field changes unseen. {@code AREAL_BLESS=1 ./areal test} accepts what is
 * answered now; the difference is then read in the commit. Numbers the database gives and moments are masked.
 */
class ExpectedAnswersTest extends ServiceTest {
    private static final Path FOLDER = Path.of("src/test/resources/expected");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @ParameterizedTest
    @CsvSource({
        "config, /api/config",
        "strategies, /api/strategies",
        "site, /api/sites/granerud-nord",
        "collections, /collections",
        "feature, /collections/sites/items/norsenga",
        "dataset, /api/datasets/kjoretid",
        "run, /api/runs/{run}",
        "score, /api/runs/{run}/scores/tommer_terminal/norsenga",
        "problem, /api/sites/finnes-ikke",
    })
    void theAnswerIsAsExpected(String name, String path) throws IOException {
        var answer = get(path.replace("{run}", latestRun())).body();
        var text = PRETTY.writeValueAsString(PRETTY.readTree(answer)) + "\n";
        var masked = text.replace(base(), "http://here")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
                .replaceAll("\\b[0-9a-f]{64}\\b", "SHA256")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "MOMENT")
                .replaceAll("\"(id|number|importId)\" : \\d+", "\"$1\" : 0")
                .replaceAll("\"parents\" : \\[[ 0-9,]*\\]", "\"parents\" : [ ]");
        var file = FOLDER.resolve(name + ".json");
        if (System.getenv("AREAL_BLESS") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, masked);
        }
        assertThat(masked).isEqualTo(Files.readString(file));
    }
}

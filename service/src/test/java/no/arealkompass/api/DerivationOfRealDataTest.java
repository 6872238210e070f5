package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import no.arealkompass.TestDatabase;
import no.arealkompass.start.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** The same over the real layers of the region, where the folder with them stands (AREAL_SHARED_DATA, else ../shared/data). */
@DirtiesContext
class DerivationOfRealDataTest extends DerivationTest {
    private static final Path DATA = Optional.ofNullable(System.getenv("AREAL_SHARED_DATA"))
            .map(Path::of)
            .orElseGet(() ->
                    TestDatabase.buildFolder().resolve("../../../shared/data").normalize());

    @Autowired
    Commands commands;

    @BeforeAll
    static void needsTheRealData() {
        if (!Files.isDirectory(DATA)) { // an aborted class is silent in the build's log, so it is named here
            System.out.println("NOT RUN: DerivationOfRealDataTest, for there are no real data at AREAL_SHARED_DATA"
                    + " or ../shared/data");
        }
        assumeTrue(Files.isDirectory(DATA));
    }

    @Override
    @Test
    void theStoredTextAloneGivesEveryScoreAndEveryRankAgain() {
        var said = new ByteArrayOutputStream();
        commands.run(List.of("import", DATA.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
        var run = json("/api/runs/" + latestRun());
        assertThat(run.path("datasets")
                        .valueStream()
                        .filter(v -> !v.path("sample").asBoolean())
                        .count())
                .as(said.toString(StandardCharsets.UTF_8))
                .isGreaterThan(5);
        super.theStoredTextAloneGivesEveryScoreAndEveryRankAgain();
        var kinds = new HashSet<String>();
        assertThat(new ObjectsComparison(this).compareAll(kinds)).isGreaterThan(30);
        assertThat(kinds).contains("distance", "nearest", "own", "remaining");
    }
}

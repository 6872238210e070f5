package no.arealkompass.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.arealkompass.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The benchmark's answers on a small region. Its times are not looked at: tests share the machine with others. */
@SpringBootTest
@ActiveProfiles("command")
class BenchTest {
    private static final TestDatabase DATABASE = TestDatabase.create();

    @DynamicPropertySource
    static void use(DynamicPropertyRegistry properties) {
        DATABASE.register(properties);
    }

    @Autowired
    private Bench bench;

    @Test
    void theServiceAndBothRivalsAnswerAlike() {
        var printed = new ByteArrayOutputStream();
        int code = bench.run(
                List.of(
                        "--sites",
                        "200",
                        "--roads",
                        "4000",
                        "--zones",
                        "6000",
                        "--repeat",
                        "1",
                        "--seed",
                        "0.7",
                        "--draws",
                        "100",
                        "--plan-zones",
                        "150"),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "All answers agree.",
                        "200 sites",
                        "distance, rare class",
                        "judging",
                        "by other weights",
                        "all values missing",
                        "150 zones",
                        "check of the region",
                        "area account")
                .doesNotContain("DO NOT");
        assertThat(code).isZero();
    }

    @Test
    void anUnknownOptionIsExplained() {
        assertThatThrownBy(() -> Options.read(List.of("--fast"))).hasMessageContaining("--sites");
    }
}

package no.arealkompass.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Passwords out of the environment and out of files, and those that stop the start. */
class SecretsTest {
    private static final String GOOD = "x9-Fjellvåk-7-tømmer";

    @TempDir
    Path folder;

    private static StandardEnvironment environment(Map<String, Object> set) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", set));
        new Secrets().postProcessEnvironment(environment, new SpringApplication(SecretsTest.class));
        return environment;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "Passord123!!",
                "passordpassord",
                "postgres-2026",
                "Sommer2026!!!",
                "123456789012",
                "abcdefghijklm",
                "aaaaaaaaaaaaaaaa",
                "arealkompass1"
            })
    void weakOnesStopTheStart(String weak) {
        assertThatThrownBy(() -> environment(Map.of("AREAL_DB_PASSWORD", weak)))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("AREAL_DB_PASSWORD")
                .hasMessageContaining("AREAL_TRIAL")
                .message()
                .doesNotContain(weak);
        assertThat(environment(Map.of("AREAL_DB_PASSWORD", weak, "AREAL_TRIAL", "true"))
                        .getProperty("AREAL_DB_PASSWORD"))
                .isEqualTo(weak);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AREAL_MAIL_PASSWORD",
                "AREAL_OIDC_CLIENT_SECRET",
                "areal.oidc.client-secret",
                "spring.datasource.password",
                "spring.security.oauth2.client.registration.entra.client-secret"
            })
    void everySecretIsLookedAt(String name) {
        assertThatThrownBy(() -> environment(Map.of(name, "hemmelig"))).hasMessageContaining(name);
        assertThat(environment(Map.of(name, GOOD)).getProperty(name)).isEqualTo(GOOD);
        assertThat(environment(Map.of(name, "")).getProperty(name))
                .as("not used")
                .isEmpty();
    }

    @Test
    void aFileStandsForThePassword() throws IOException {
        var file = folder.resolve("db");
        Files.writeString(file, GOOD + "\n");
        assertThat(environment(Map.of("AREAL_DB_PASSWORD_FILE", file.toString()))
                        .getProperty("AREAL_DB_PASSWORD"))
                .isEqualTo(GOOD);
        Files.writeString(file, "secret\n");
        assertThatThrownBy(() -> environment(Map.of("AREAL_DB_PASSWORD_FILE", file.toString())))
                .hasMessageContaining("easy to guess");
    }

    @Test
    void aFileThatIsNotOneStopsTheStart() throws IOException {
        var missing = folder.resolve("missing").toString();
        assertThatThrownBy(() -> environment(Map.of("AREAL_MAIL_PASSWORD_FILE", missing)))
                .hasMessageContaining("AREAL_MAIL_PASSWORD_FILE")
                .hasMessageContaining("cannot be read");
        var file = Files.writeString(folder.resolve("two"), GOOD + "\n" + GOOD + "\n");
        assertThatThrownBy(() -> environment(Map.of("AREAL_DB_PASSWORD_FILE", file.toString())))
                .hasMessageContaining("one line");
        assertThatThrownBy(
                        () -> environment(Map.of("AREAL_DB_PASSWORD_FILE", file.toString(), "AREAL_DB_PASSWORD", GOOD)))
                .hasMessageContaining("Both");
    }
}

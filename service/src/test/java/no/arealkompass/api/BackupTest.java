package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.arealkompass.TestDatabase;
import no.arealkompass.cluster.Cluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The commands {@code backup} and {@code restore} on the sample region: into another, empty cluster, row by row the same. */
class BackupTest extends ServiceTest {
    private static final Path ROOT = TestDatabase.buildFolder().resolve("../..").normalize();
    private static final Cluster EMPTY =
            Cluster.throwAway(TestDatabase.buildFolder().resolve("restore-db"));
    /** What each table holds, and everything the schema says. */
    private static final String TABLES = """
            select format($q$select '%1$s', count(*), md5(coalesce(string_agg(t::text, '|' order by t::text collate "C"), ''))
              from %1$I t$q$, tablename)
            from pg_tables where schemaname = 'public' and tablename <> 'spatial_ref_sys' order by tablename \\gexec
            """;

    @Autowired
    Environment environment;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        EMPTY.start();
    }

    @AfterAll
    static void stop() {
        EMPTY.stop();
    }

    @Test
    void aRestoredDatabaseIsTheSameRowByRow() throws Exception {
        var file = backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        EMPTY.drop("areal");
        EMPTY.database("areal");
        var keys = folder.resolve("other-keys");
        var restored = areal(into(keys), "restore", file.toString());
        assertThat(restored.exit()).as(restored.said()).isZero();

        assertThat(psql(here(), TABLES)).contains("site_version|7|").isEqualTo(psql(into(keys), TABLES));
        assertThat(schema(into(keys))).isEqualTo(schema(here()));
        try (var all = Files.list(keys)) {
            assertThat(all.map(Path::getFileName).map(Path::toString)).contains("signing-key.pem");
        }
        var again = areal(into(keys), "restore", file.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.said()).contains("holds data already");
    }

    @Test
    void aDamagedFileAndAnotherKeyAreRefusedBeforeAnythingIsTouched() throws Exception {
        var file = backup();
        EMPTY.drop("areal");
        EMPTY.database("areal");
        var keys = Files.createDirectories(folder.resolve("foreign-keys"));
        Files.writeString(keys.resolve("signing-key.pem"), "another");
        assertThat(areal(into(keys), "restore", file.toString()).said()).contains("another key than the backup's");

        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        var damaged = Files.write(folder.resolve("damaged.tar"), bytes);
        var answer = areal(into(folder.resolve("no-keys")), "restore", damaged.toString());
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.said()).contains("damaged");
        assertThat(psql(into(keys), TABLES)).isEmpty();
    }

    private Path backup() throws Exception {
        var target = Files.createDirectories(folder.resolve("backups"));
        var answer = areal(here(), "backup", target.toString());
        assertThat(answer.exit()).as(answer.said()).isZero();
        try (Stream<Path> files = Files.list(target)) {
            return files.findFirst().orElseThrow();
        }
    }

    private Map<String, String> here() {
        return Map.of(
                "AREAL_DB_URL", property("spring.datasource.url"),
                "AREAL_DB_USER", property("spring.datasource.username"),
                "AREAL_DB_PASSWORD", property("spring.datasource.password"),
                "AREAL_DB_OWNER", property("spring.flyway.user"),
                "AREAL_DB_OWNER_PASSWORD", property("spring.flyway.password"),
                "AREAL_SIGNING_FOLDER", property("areal.signing-folder"));
    }

    private static Map<String, String> into(Path keys) {
        return Map.of(
                "AREAL_DB_URL", EMPTY.url("areal"),
                "AREAL_DB_USER", Cluster.SERVICE_ROLE,
                "AREAL_DB_PASSWORD", EMPTY.servicePassword(),
                "AREAL_DB_OWNER", Cluster.ROLE,
                "AREAL_DB_OWNER_PASSWORD", EMPTY.password(),
                "AREAL_SIGNING_FOLDER", keys.toString());
    }

    private String property(String name) {
        return Objects.requireNonNull(environment.getProperty(name), name);
    }

    private record Answer(int exit, String said) {}

    private static Answer areal(Map<String, String> environment, String... words) throws Exception {
        return run(
                environment,
                Stream.concat(Stream.of(ROOT.resolve("areal").toString()), Stream.of(words))
                        .toList());
    }

    private static String psql(Map<String, String> environment, String statements) throws Exception {
        return owner(environment, "bash", "-c", "psql -XqAt -v ON_ERROR_STOP=1 <<'SQL'\n" + statements + "\nSQL");
    }

    /** Without the lines that differ from one call to the next. */
    private static String schema(Map<String, String> environment) throws Exception {
        return owner(environment, "pg_dump", "--schema-only").replaceAll("(?m)^\\\\(un)?restrict .*$", "");
    }

    private static String owner(Map<String, String> environment, String... command) throws Exception {
        var address = URI.create(environment.get("AREAL_DB_URL").substring("jdbc:".length()));
        var answer = run(
                Map.of(
                        "PGHOST", address.getHost(),
                        "PGPORT", String.valueOf(address.getPort()),
                        "PGDATABASE", address.getPath().substring(1),
                        "PGUSER", environment.get("AREAL_DB_OWNER"),
                        "PGPASSWORD", environment.get("AREAL_DB_OWNER_PASSWORD")),
                List.of(command));
        assertThat(answer.exit()).as(answer.said()).isZero();
        return answer.said();
    }

    private static Answer run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("areal", ".out");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("PG"));
        process.environment().putAll(environment);
        var exit = process.start().waitFor();
        var said = Files.readString(output);
        Files.delete(output);
        return new Answer(exit, said);
    }
}

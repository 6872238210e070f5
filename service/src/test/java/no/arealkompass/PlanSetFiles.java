package no.arealkompass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Runs the generator of made-up plan sets, scripts/planset, the way {@code areal planset} does. */
public final class PlanSetFiles {
    private static final Path ROOT = TestDatabase.buildFolder().resolve("../..").normalize();
    private static final Path CLASSES = TestDatabase.buildFolder().resolve("planset");

    private PlanSetFiles() {}

    /** Writes the set of a seed into a folder. */
    public static Path write(long seed, Path folder) {
        compile();
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                CLASSES.toString(),
                "PlanSet",
                String.valueOf(seed),
                folder.toString(),
                ROOT.resolve("gis-data/samples/kongsvingerregionen").toString()));
        return folder;
    }

    private static void compile() {
        try (var sources = Files.list(ROOT.resolve("scripts/planset"))) {
            Files.createDirectories(CLASSES);
            var options =
                    new ArrayList<>(List.of("--release", "21", "-Xlint:all", "-Werror", "-d", CLASSES.toString()));
            sources.map(Path::toString).sorted().forEach(options::add);
            int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
            if (code != 0) {
                throw new AssertionError("scripts/planset does not compile");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

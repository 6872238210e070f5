package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder where delivered files wait, each under the id of its delivery; readable by nobody else. */
@Component
final class Spool {
    private static final Duration YOUNG = Duration.ofHours(1);

    private final Path folder;
    private final ImportLimits limits;

    Spool(@Value("${areal.import.spool:${java.io.tmpdir}/arealkompass-spool}") Path folder, ImportLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** A file that was taken in. */
    record Spooled(long bytes, String sha256) {}

    /** @throws Refused TOO_LARGE; nothing is then kept */
    Spooled keep(UUID id, InputStream content) {
        Path file = file(id);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            try (OutputStream out = Files.newOutputStream(file)) {
                return Workspace.copy(content, out, limits.fileBytes());
            }
        } catch (IOException e) {
            remove(id);
            throw new UncheckedIOException("The delivered file cannot be kept in " + folder, e);
        } catch (Refused e) {
            remove(id);
            throw e;
        }
    }

    /** @throws Refused SPOOL_GONE */
    Path find(UUID id) {
        Path file = file(id);
        if (!Files.isRegularFile(file)) {
            throw new Refused("SPOOL_GONE", Map.of());
        }
        return file;
    }

    void remove(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what no delivery knows of and nobody can be writing any more. */
    void removeAllBut(Set<UUID> known) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.toList();
            for (Path file : files) {
                boolean kept = known.stream().anyMatch(id -> file.equals(file(id)));
                if (!kept
                        && Files.getLastModifiedTime(file)
                                .toInstant()
                                .isBefore(Instant.now().minus(YOUNG))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id.toString());
    }
}

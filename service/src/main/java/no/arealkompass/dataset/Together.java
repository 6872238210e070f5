package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files that make one dataset together, in a folder of links that lives as long as the work on them. */
final class Together {
    private Together() {}

    static <T> T with(String name, List<Path> files, Function<Path, T> work) {
        try {
            Path parent = Files.createTempDirectory("together");
            Path folder = Files.createDirectory(parent.resolve(name + "-" + files.size() + "-files"));
            try {
                for (int i = 0; i < files.size(); i++) {
                    Path file = files.get(i);
                    String numbered =
                            "%04d-%s".formatted(i, file.getFileName()); // their order is part of what they are
                    Files.createSymbolicLink(folder.resolve(numbered), file.toAbsolutePath());
                }
                return work.apply(folder);
            } finally {
                remove(parent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot put the files of " + name + " together", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

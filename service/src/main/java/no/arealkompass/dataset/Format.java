package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file formats that are let in. A file is taken for what its first bytes say, never for what its name says, and
 * GDAL is left with the one driver for it.
 */
enum Format {
    GEOJSON("GeoJSON", List.of("-oo", "ARRAY_AS_STRING=YES")) {
        @Override
        boolean begins(byte[] head) {
            String text = new String(head, StandardCharsets.UTF_8);
            return text.replace("\uFEFF", "").stripLeading().startsWith("{");
        }
    },
    GEOPACKAGE("GPKG", List.of()) {
        @Override
        boolean begins(byte[] head) {
            return new String(head, StandardCharsets.ISO_8859_1).startsWith("SQLite format 3\0");
        }
    };

    private final String driver;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> openOptions;

    Format(String driver, List<String> openOptions) {
        this.driver = driver;
        this.openOptions = openOptions;
    }

    abstract boolean begins(byte[] head);

    /** GDAL's name of the driver. */
    String driver() {
        return driver;
    }

    List<String> openOptions() {
        return openOptions;
    }

    static Optional<Format> of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4096);
            for (Format format : values()) {
                if (format.begins(head)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

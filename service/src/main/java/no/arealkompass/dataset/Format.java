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
 * The file formats that are let in. A file is taken for what its bytes say, never for what its name says, and GDAL is
 * left with the one driver for it. Shapefile and Excel arrive as archives and are told apart by what lies in them
 * (the archive reader).
 */
enum Format {
    GEOJSON("GeoJSON", "GeoJSON", List.of("-oo", "ARRAY_AS_STRING=YES")) {
        @Override
        boolean begins(byte[] head) {
            return text(head).startsWith("{");
        }
    },
    GEOPACKAGE("GeoPackage", "GPKG", List.of("-oo", "LIST_ALL_TABLES=NO")) {
        @Override
        boolean begins(byte[] head) {
            return new String(head, StandardCharsets.ISO_8859_1).startsWith("SQLite format 3\0");
        }
    },
    SOSI("SOSI", "SOSI", List.of()) {
        @Override
        boolean begins(byte[] head) {
            return text(head)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("!"))
                    .findFirst()
                    .filter(line -> line.startsWith(".HODE"))
                    .isPresent();
        }
    },
    GML("GML", "GML", List.of("-oo", "EXPOSE_GML_ID=YES", "-oo", "DOWNLOAD_SCHEMA=NO")) {
        @Override
        boolean begins(byte[] head) {
            return text(head).startsWith("<") || utf16(head);
        }
    },
    SHAPEFILE("Shapefile", "ESRI Shapefile", List.of()),
    FLATGEOBUF("FlatGeobuf", "FlatGeobuf", List.of("-oo", "VERIFY_BUFFERS=YES")) {
        @Override
        boolean begins(byte[] head) {
            return head.length > 8 && head[0] == 'f' && head[1] == 'g' && head[2] == 'b' && head[4] == 'f';
        }
    },
    EXCEL("Excel", "XLSX", List.of()),
    CSV("CSV", "CSV", List.of("-oo", "AUTODETECT_TYPE=NO"));

    private final String label;
    private final String driver;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> openOptions;

    Format(String label, String driver, List<String> openOptions) {
        this.label = label;
        this.driver = driver;
        this.openOptions = openOptions;
    }

    /** Whether the first bytes settle that a file is of this format. */
    boolean begins(byte[] head) {
        return false;
    }

    /** What people call it, in every language. */
    String label() {
        return label;
    }

    /** GDAL's name of the driver. */
    String driver() {
        return driver;
    }

    List<String> openOptions() {
        return openOptions;
    }

    /** The format whose beginning the file has; empty for archives and for what nobody knows. */
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

    private static String text(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    }

    private static boolean utf16(byte[] head) {
        int at = head.length > 5 && (head[0] & head[1] & 0xff) == 0xfe ? 2 : 0; // behind a byte order mark
        return head.length > 5 && ((head[at] == '<' && head[at + 1] == 0) || (head[at] == 0 && head[at + 1] == '<'));
    }
}

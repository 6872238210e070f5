package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.arealkompass.dataset.ForeignFile.Layer;
import org.springframework.stereotype.Component;

/**
 * GDAL's programs, each run as a confined child process on a copy of the file, with one driver to read and one to
 * write. They only read: coordinates come out as they stand in the file, and checking them is our work.
 */
@Component
final class Gdal {
    private static final Duration START = Duration.ofSeconds(60);
    private static final String WRITER = "PGDUMP";
    private static final Pattern DRIVER = Pattern.compile("^  (.+?) -[^-]*vector[^-]*- \\(");
    private static final Pattern LAYER_BEGINS = Pattern.compile("(?m)^Layer name: ");
    private static final Pattern GEOMETRY = Pattern.compile("(?m)^Geometry: (.*)$");
    private static final Pattern COUNT = Pattern.compile("(?m)^Feature Count: (\\d+)$");
    private static final Pattern FIELD =
            Pattern.compile("(?m)^(.+): (?:String|Integer|Real|Date|Time|Binary)\\w*(?:\\(\\w+\\))? \\(\\d+\\.\\d+\\)");
    private static final Pattern WKT = Pattern.compile("(?ms)^Layer SRS WKT:\n(?!\\(unknown\\))(.*?)^Data axis");

    private final Confinement confinement;
    private final ImportLimits limits;
    private final Map<Format, String> othersByFormat = new ConcurrentHashMap<>();

    Gdal(Confinement confinement, ImportLimits limits) {
        this.confinement = confinement;
        this.limits = limits;
    }

    /** Takes the objects of one layer. */
    interface Reader {
        void read(CopyStream rows) throws IOException;
    }

    /** The layers with a geometry. */
    List<Layer> layers(Format format, Path copy) {
        Path folder = folder(copy);
        List<String> program =
                List.of("ogrinfo", "-ro", "-so", "-al", "-nomd", "-noextent", "-wkt_format", "WKT1", inside(copy));
        return layers(text(format, folder, program));
    }

    /** Streams the objects of one layer to the reader, then makes sure that GDAL came to the end of them. */
    void objects(Format format, Path copy, Layer layer, Reader reader) {
        Path folder = folder(copy);
        List<String> program =
                new ArrayList<>(List.of("ogr2ogr", "-f", WRITER, "/vsistdout/", inside(copy), layer.name()));
        program.addAll(List.of("-nln", "objects", "-nlt", layer.type(), "-lco", "LAUNDER=NO"));
        for (String off : List.of("CREATE_TABLE=OFF", "CREATE_SCHEMA=OFF", "DROP_TABLE=OFF", "SPATIAL_INDEX=NONE")) {
            program.addAll(List.of("-lco", off));
        }
        program.addAll(List.of("-lco", "GEOMETRY_NAME=geometry of the object", "-lco", "FID=number of the object"));
        program.addAll(format.openOptions());
        try (Child child = start(format, folder, program)) {
            reader.read(new CopyStream(child.output(), limits));
            child.output().transferTo(OutputStream.nullOutputStream());
            requireSuccess(child.end());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Layer> layers(String info) {
        return Arrays.stream(LAYER_BEGINS.split(info))
                .skip(1)
                .filter(text -> !text.contains("\nGeometry: None\n"))
                .map(Gdal::layer)
                .toList();
    }

    private static Layer layer(String text) {
        String geometry = found(GEOMETRY, text);
        String type = "GEOMETRY" + (geometry.contains("3D") ? "Z" : "") + (geometry.contains("Measured") ? "M" : "");
        String count = found(COUNT, text);
        return new Layer(
                text.lines().findFirst().orElse(""),
                type,
                found(WKT, text),
                false,
                count.isEmpty() ? 0 : Long.parseLong(count),
                FIELD.matcher(text).results().map(field -> field.group(1)).toList());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private String text(Format format, Path folder, List<String> program) {
        try (Child child = start(format, folder, program)) {
            String text = text(child.output());
            requireSuccess(child.end());
            return text;
        }
    }

    private Child start(Format format, Path folder, List<String> program) {
        Map<String, String> settings = new HashMap<>();
        settings.put("GDAL_SKIP", othersByFormat.computeIfAbsent(format, f -> others(f, folder)));
        settings.put("PG_USE_COPY", "YES");
        settings.put("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "NO"); // else it closes rings in silence
        settings.put("OGR_GEOJSON_MAX_OBJ_SIZE", String.valueOf(limits.objectBytes() / 1_000_000));
        settings.put("GDAL_PAM_ENABLED", "NO");
        settings.put("GDAL_DRIVER_PATH", "disable");
        settings.put("GDAL_NUM_THREADS", "1");
        settings.put("GDAL_CACHEMAX", "64");
        settings.put("PROJ_NETWORK", "OFF");
        settings.put("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}");
        return Child.start(confinement.command(folder, settings, program), folder, limits.wall());
    }

    /** All drivers but the one for this format: what GDAL is not left with it cannot be lured into. */
    private String others(Format format, Path folder) {
        List<String> command = confinement.command(folder, Map.of(), List.of("ogrinfo", "--formats"));
        try (Child child = Child.start(command, folder, START)) {
            TreeSet<String> drivers = new TreeSet<>();
            for (String line : text(child.output()).lines().toList()) {
                Matcher driver = DRIVER.matcher(line);
                if (driver.find()) {
                    drivers.add(driver.group(1));
                }
            }
            Child.Ended ended = child.end();
            if (ended.code() != 0 || !drivers.remove(format.driver()) || !drivers.remove(WRITER)) {
                throw new IllegalStateException("GDAL cannot be run confined, or lacks " + format.driver() + " or "
                        + WRITER + ": " + ended.complaint());
            }
            return String.join(",", drivers);
        }
    }

    private static void requireSuccess(Child.Ended ended) {
        if (ended.timedOut()) {
            throw new Refused("TOO_SLOW", Map.of());
        }
        if (ended.code() != 0) {
            String first = ended.complaint().lines().findFirst().orElse("code " + ended.code());
            throw new Refused("UNREADABLE", Map.of("reason", first));
        }
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String inside(Path copy) {
        return confinement.inside(folder(copy)) + "/" + copy.getFileName();
    }

    private static Path folder(Path copy) {
        Path folder = copy.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("A copy has a folder of its own: " + copy);
        }
        return folder;
    }
}

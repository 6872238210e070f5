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
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.arealkompass.dataset.CopyStream.Row;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.geo.Arcs;
import no.arealkompass.geo.CrsName;
import no.arealkompass.geo.Geo;
import no.arealkompass.geo.GeometryFault;
import org.springframework.stereotype.Component;

/**
 * GDAL's programs, each run as a confined child process on a copy of the file, with one driver to read and one to
 * write. They only read: coordinates come out as they stand in the file, and checking them is our work.
 */
@Component
final class Gdal {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int STOPPED_BY_CPU_LIMIT = 128 + 24;
    private static final int KILLED = 128 + 9;
    private static final int ABORTED = 128 + 6;
    private static final String WRITER = "PGDUMP";
    private static final Pattern DRIVER = Pattern.compile("^  (.+?) -[^-]*vector[^-]*- \\(");
    private static final Pattern LAYER_BEGINS = Pattern.compile("(?m)^Layer name: ");
    private static final Pattern GEOMETRY = Pattern.compile("(?m)^Geometry: (.*)$");
    private static final Pattern COUNT = Pattern.compile("(?m)^Feature Count: (\\d+)$");
    private static final Pattern FIELD =
            Pattern.compile("(?m)^(.+): (?:String|Integer|Real|Date|Time|Binary)\\w*(?:\\(\\w+\\))? \\(\\d+\\.\\d+\\)");
    private static final Pattern WKT = Pattern.compile("(?ms)^Layer SRS WKT:\n(?!\\(unknown\\))(.*?)^Data axis");

    private static final Pattern PATH = Pattern.compile("[^\\s'`:]*/([^/\\s'`:]+)");

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

    /** The layers, as GDAL lists them. */
    List<Layer> layers(Prepared prepared) {
        List<String> program =
                new ArrayList<>(List.of("ogrinfo", "-ro", "-so", "-al", "-nomd", "-noextent", "-wkt_format", "WKT1"));
        program.addAll(prepared.format().openOptions());
        program.add(inside(prepared.input()));
        String info = text(prepared.format(), prepared.input(), prepared.settings(), program);
        return Arrays.stream(LAYER_BEGINS.split(info)).skip(1).map(Gdal::layer).toList();
    }

    /** Streams the objects of one layer to the reader, then makes sure that GDAL came to the end of them. */
    void objects(Prepared prepared, Layer layer, Reader reader) {
        boolean table = prepared.format() == Format.CSV || prepared.format() == Format.EXCEL; // the geometry is ours
        String type = table ? Layer.NO_GEOMETRY : layer.type();
        List<String> program = program(prepared.format(), prepared.input(), type, List.of(layer.name()));
        UnaryOperator<Row> asMeant = prepared.rows().apply(layer);
        double tolerance = tolerance(layer);
        stream(
                prepared.format(),
                prepared.input(),
                prepared.settings(),
                program,
                layer.fields(),
                row -> asMeant.apply(withoutArcs(row, tolerance)),
                reader);
    }

    /** Streams the rows of a query in SQL, for the one format that is a database. */
    void query(Format format, Path copy, String sql, Reader reader) {
        List<String> program = program(format, copy, Layer.NO_GEOMETRY, List.of("-sql", sql));
        stream(format, copy, Map.of(), program, List.of(), UnaryOperator.identity(), reader);
    }

    private List<String> program(Format format, Path copy, String type, List<String> what) {
        List<String> program = new ArrayList<>(List.of("ogr2ogr", "-f", WRITER, "/vsistdout/", inside(copy)));
        program.addAll(what);
        program.addAll(List.of("-nln", "objects", "-nlt", type, "-lco", "LAUNDER=NO"));
        for (String off : List.of("CREATE_TABLE=OFF", "CREATE_SCHEMA=OFF", "DROP_TABLE=OFF", "SPATIAL_INDEX=NONE")) {
            program.addAll(List.of("-lco", off));
        }
        program.addAll(List.of("-lco", "GEOMETRY_NAME=" + CopyStream.GEOMETRY, "-lco", "FID=number of the object"));
        program.addAll(format.openOptions());
        return program;
    }

    private void stream(
            Format format,
            Path copy,
            Map<String, String> settings,
            List<String> program,
            List<String> names,
            UnaryOperator<Row> asMeant,
            Reader reader) {
        try (Child child = start(format, folder(copy), settings, program)) {
            reader.read(new CopyStream(child.output(), limits, names, asMeant));
            child.output().transferTo(OutputStream.nullOutputStream());
            requireSuccess(child.end());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half a centimetre, in the unit of the layer; the finer one where nobody knows. */
    private static double tolerance(Layer layer) {
        boolean degrees = (layer.crs() == null || layer.crs().isBlank())
                ? layer.crsByStandard()
                : CrsName.read(layer.crs()).filter(CrsName::isInDegrees).isPresent();
        return degrees ? Arcs.TOLERANCE_DEGREES : Arcs.TOLERANCE_M;
    }

    private static Row withoutArcs(Row row, double tolerance) {
        if (row.wkb() == null) {
            return row;
        }
        try {
            byte[] straight = Geo.withoutArcs(row.wkb(), tolerance);
            return straight == row.wkb() ? row : new Row(row.fields(), straight);
        } catch (GeometryFault e) {
            FileIssue fault = new FileIssue("GEOMETRY_" + e.code().name(), true, Map.copyOf(e.args()));
            return new Row(row.fields(), null, fault);
        }
    }

    private static Layer layer(String text) {
        String geometry = found(GEOMETRY, text);
        String type = geometry.equals("None")
                ? Layer.NO_GEOMETRY
                : "GEOMETRY" + (geometry.contains("3D") ? "Z" : "") + (geometry.contains("Measured") ? "M" : "");
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

    private String text(Format format, Path copy, Map<String, String> more, List<String> program) {
        try (Child child = start(format, folder(copy), more, program)) {
            String text = text(child.output());
            requireSuccess(child.end());
            return text;
        }
    }

    private Child start(Format format, Path folder, Map<String, String> more, List<String> program) {
        Map<String, String> settings = new HashMap<>(more);
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
        if (ended.timedOut() || ended.code() == STOPPED_BY_CPU_LIMIT || ended.code() == KILLED) {
            throw new Refused("TOO_SLOW", Map.of());
        }
        if (ended.code() == ABORTED
                || ended.complaint().contains("bad_alloc")
                || ended.complaint().contains("Cannot allocate")) {
            throw new Refused("TOO_MUCH_MEMORY", Map.of());
        }
        if (ended.code() != 0) {
            throw new Refused("UNREADABLE", Map.of("reason", reason(ended)));
        }
    }

    /** What GDAL says itself, without the list of the drivers it was not given; else how it ended. */
    private static String reason(Child.Ended ended) {
        String said = ended.complaint()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("FAILURE:") && !line.startsWith("->"))
                .filter(line -> !line.startsWith("Warning") && !line.startsWith("Unable to open datasource"))
                .map(line -> PATH.matcher(line).replaceAll("$1"))
                .limit(2)
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? "GDAL " + ended.code() : said;
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

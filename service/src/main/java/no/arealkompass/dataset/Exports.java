package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import org.springframework.stereotype.Service;

/**
 * Writes files that people open elsewhere, from GeoJSON that the caller may see. GDAL does the writing, in the same
 * confinement as it reads in: no network, a folder of its own, limited time, memory and size.
 */
@Service
public class Exports {
    private static final String INPUT = "in.geojson";

    private final Confinement confinement;
    private final ImportLimits limits;
    private final Catalogue catalogue;

    Exports(Confinement confinement, ImportLimits limits, Catalogue catalogue) {
        this.confinement = confinement;
        this.limits = limits;
        this.catalogue = catalogue;
    }

    /** A format to write. */
    public enum Form {
        /** GeoPackage; coordinates are in the storage CRS. */
        GPKG("GPKG", true),
        /** Excel, without geometry. */
        XLSX("XLSX", false),
        /** Semicolons and a byte order mark, as Norwegian spreadsheets want it, without geometry. */
        CSV("CSV", false, "-lco", "SEPARATOR=SEMICOLON", "-lco", "WRITE_BOM=YES", "-lco", "LINEFORMAT=CRLF"),
        /** GeoJSON in longitude and latitude, with coordinates to a hundredth of a millimetre. */
        GEOJSON("GeoJSON", true, "-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=10");

        private final String driver;
        private final boolean geometry;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> options;

        Form(String driver, boolean geometry, String... options) {
            this.driver = driver;
            this.geometry = geometry;
            this.options = List.of(options);
        }
    }

    /**
     * One layer as a file.
     *
     * @param layer its name, which is the table's or sheet's
     * @param geoJson a feature collection; longitude and latitude, but for GeoPackage coordinates in the storage CRS
     */
    public byte[] write(Caller caller, Form form, String layer, String geoJson) {
        Access.require(caller, Operation.READ_PUBLISHED);
        try {
            Path folder = Files.createTempDirectory(
                    "export", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                Files.writeString(folder.resolve(INPUT), geoJson);
                run(folder, program(folder, form, layer));
                return Files.readAllBytes(folder.resolve(output(form)));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write an export", e);
        }
    }

    private List<String> program(Path folder, Form form, String layer) {
        String inside = confinement.inside(folder) + "/";
        List<String> program =
                new ArrayList<>(List.of("ogr2ogr", "-f", form.driver, inside + output(form), inside + INPUT));
        // Dates stay the texts they are: a fact's date may be a year.
        program.addAll(List.of("-oo", "DATE_AS_STRING=YES", "-oo", "NATIVE_DATA=NO", "-nln", layer));
        program.addAll(form.geometry ? List.of("-nlt", "MULTIPOLYGON") : List.of("-nlt", "NONE"));
        if (form == Form.GPKG) {
            program.addAll(List.of("-a_srs", "EPSG:" + catalogue.region().srid()));
        }
        program.addAll(form.options);
        return program;
    }

    private void run(Path folder, List<String> program) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("GDAL_PAM_ENABLED", "NO");
        settings.put("GDAL_DRIVER_PATH", "disable");
        settings.put("PROJ_NETWORK", "OFF");
        settings.put("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}");
        settings.put("OGR_GEOJSON_MAX_OBJ_SIZE", String.valueOf(limits.objectBytes() / 1_000_000));
        List<String> command = confinement.command(folder, settings, program);
        try (Child child = Child.start(command, folder, limits.wall())) {
            child.output().transferTo(java.io.OutputStream.nullOutputStream());
            Child.Ended ended = child.end();
            if (ended.timedOut() || ended.code() != 0) {
                throw new IllegalStateException("GDAL could not write the export: " + ended.complaint());
            }
        }
    }

    private static String output(Form form) {
        return "out." + form.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

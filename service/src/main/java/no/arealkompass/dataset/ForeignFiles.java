package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.arealkompass.dataset.ForeignFile.Layer;
import org.springframework.stereotype.Component;

/** Opens files from outside, whatever they are: the one place that knows of formats. */
@Component
final class ForeignFiles {
    private static final Set<String> WORKBOOK = Set.of("[Content_Types].xml", "xl/workbook.xml");
    private static final byte[] SHAPES = {0, 0, 0x27, 0x0a};
    private static final Pattern SCHEMA = Pattern.compile("<(\\w+:)?schema\\b");
    private static final int HEAD_BYTES = 4096;

    private final Gdal gdal;
    private final ImportLimits limits;

    ForeignFiles(Gdal gdal, ImportLimits limits) {
        this.gdal = gdal;
        this.limits = limits;
    }

    /**
     * Copies the file, tells its format, unpacks and looks through it, and lists its layers. The files of a
     * folder are opened as one: together they make a dataset.
     *
     * @throws Refused with the reason when it cannot be taken as a whole; the copy is then removed again
     */
    ForeignFile open(Path file) {
        return Files.isDirectory(file) ? openAll(file) : openOne(file);
    }

    /** A terrain raster, opened as the shapes of its slope classes; its hash is the raster's. */
    ForeignFile openTerrain(Path raster, Slope slope, Progress progress) {
        Workspace workspace = Workspace.copyOf(raster, limits);
        try (Terrain terrain = Terrain.open(workspace.copy(), limits.terrainCells())) {
            Path shapes = workspace.folder().resolve("slope");
            terrain.write(slope, shapes, progress);
            return opened(new Workspace(workspace.folder(), shapes, workspace.sha256()));
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    private ForeignFile openAll(Path folder) {
        List<ForeignFile> opened = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                opened.add(openOne(file));
            }
            return opened.getFirst().with(opened.subList(1, opened.size()));
        } catch (IOException e) {
            opened.forEach(ForeignFile::close);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            opened.forEach(ForeignFile::close);
            throw e;
        }
    }

    private ForeignFile openOne(Path file) {
        return opened(Workspace.copyOf(file, limits));
    }

    private ForeignFile opened(Workspace workspace) {
        try {
            Prepared prepared = prepare(workspace);
            List<Layer> listed = gdal.layers(prepared);
            if (prepared.again().getAsBoolean()) {
                listed = gdal.layers(prepared);
            }
            return new ForeignFile(workspace, gdal, prepared, layers(prepared, listed));
        } catch (IOException e) {
            workspace.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            workspace.close();
            throw e;
        }
    }

    private List<Layer> layers(Prepared prepared, List<Layer> listed) {
        List<Layer> layers = listed.stream().map(prepared.layer()).toList();
        for (Layer layer : layers) {
            if (layer.name().startsWith("-")) { // GDAL's programs would take it for an option
                throw new Refused("LAYER_NAME", Map.of("name", layer.name()));
            }
            if (layer.fields().size() > limits.content().fields()) {
                throw new Refused(
                        "TOO_MANY_FIELDS", Map.of("limit", limits.content().fields()));
            }
        }
        return layers.stream()
                .sorted(Comparator.comparing(Layer::hasGeometry).reversed())
                .toList();
    }

    private Prepared prepare(Workspace workspace) throws IOException {
        Path copy = workspace.copy();
        byte[] head = head(copy);
        if (Archive.isGzip(head)) {
            return single(new Archive(copy, limits.content()).unpack());
        }
        if (!Archive.isZip(head)) {
            return plain(copy).orElseThrow(() -> unknown(head));
        }
        Archive archive = new Archive(copy, limits.content());
        if (archive.entries().containsAll(WORKBOOK)) {
            archive.count();
            return Tables.excel(copy);
        }
        Map<String, Path> entries = archive.unpack();
        return Shapefiles.among(entries.keySet())
                ? Shapefiles.prepare(workspace.folder(), entries, limits.content())
                : single(entries);
    }

    /** The one file in an archive that is geodata; what stands beside it (read-me, schema, style) is let be. */
    private Prepared single(Map<String, Path> entries) throws IOException {
        Map<String, Path> certain = new LinkedHashMap<>();
        Map<String, Path> tables = new LinkedHashMap<>();
        for (Map.Entry<String, Path> entry : entries.entrySet()) {
            Optional<Format> format = Format.of(entry.getValue());
            if (format.isPresent() && (format.get() != Format.GML || isGml(entry.getValue()))) {
                certain.put(entry.getKey(), entry.getValue());
            } else if (format.isEmpty() && isTable(entry.getValue())) {
                tables.put(entry.getKey(), entry.getValue());
            }
        }
        Map<String, Path> candidates = certain.isEmpty() ? tables : certain;
        if (candidates.size() > 1) {
            throw new Refused("SEVERAL_FILES", Map.of("has", shown(candidates.keySet())));
        }
        if (candidates.isEmpty()) {
            throw new Refused("NOTHING_IN_ARCHIVE", Map.of("has", shown(entries.keySet())));
        }
        Path only = candidates.values().iterator().next();
        return plain(only).orElseThrow(() -> new Refused("UNKNOWN_FORMAT", Map.of()));
    }

    private Optional<Prepared> plain(Path file) throws IOException {
        ImportLimits.Content content = limits.content();
        Optional<Format> format = Format.of(file);
        if (format.isEmpty()) {
            return isTable(file) ? Optional.of(Tables.csv(file, content)) : Optional.empty();
        }
        return Optional.of(
                switch (format.get()) {
                    case GEOJSON -> GeoJsonHead.prepare(file, content);
                    case GEOPACKAGE -> GeoPackages.prepare(file, gdal);
                    case SOSI -> Sosi.prepare(file, content);
                    case GML -> Gml.prepare(file, content);
                    case SHAPEFILE, FLATGEOBUF, EXCEL, CSV -> Prepared.plain(format.get(), file);
                });
    }

    private static boolean isTable(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        return CsvCopy.looksLike(file, encoding);
    }

    private static boolean isGml(Path file) throws IOException {
        String head = new String(head(file), StandardCharsets.UTF_8).replace("\0", "");
        return head.contains("opengis.net/gml") && !SCHEMA.matcher(head).find();
    }

    private static Refused unknown(byte[] head) {
        boolean shapes = head.length > 4 && java.util.Arrays.equals(head, 0, 4, SHAPES, 0, 4);
        return new Refused(shapes ? "SHAPEFILE_NOT_ZIPPED" : "UNKNOWN_FORMAT", Map.of());
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    private static String shown(Set<String> names) {
        String all = String.join(", ", names);
        return all.length() > 300 ? all.substring(0, 300) + "…" : all;
    }
}

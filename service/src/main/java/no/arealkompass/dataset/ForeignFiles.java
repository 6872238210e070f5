package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.arealkompass.dataset.ForeignFile.Layer;
import org.springframework.stereotype.Component;

/** Opens files from outside, whatever they are: the one place that knows of formats. */
@Component
final class ForeignFiles {
    private final Gdal gdal;
    private final ImportLimits limits;

    ForeignFiles(Gdal gdal, ImportLimits limits) {
        this.gdal = gdal;
        this.limits = limits;
    }

    /**
     * Copies the file, tells its format and lists its layers. The files of a folder are opened as one: together they
     * make a dataset.
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
            Format format = Format.of(workspace.copy()).orElseThrow(() -> new Refused("UNKNOWN_FORMAT", Map.of()));
            GeoJsonHead head = format == Format.GEOJSON ? GeoJsonHead.read(workspace.copy()) : null;
            List<Layer> layers = gdal.layers(format, workspace.copy());
            if (head != null) { // GDAL takes degrees where the name is unknown to it; the file's own word counts
                layers = layers.stream()
                        .map(l -> new Layer(l.name(), l.type(), head.name(), !head.stated(), l.count(), l.fields()))
                        .toList();
            }
            return new ForeignFile(workspace, gdal, format, layers, List.of(), null);
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }
}

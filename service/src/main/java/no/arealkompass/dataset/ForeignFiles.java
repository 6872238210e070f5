package no.arealkompass.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
     * Copies the file, tells its format and lists its layers.
     *
     * @throws Refused with the reason when it cannot be taken as a whole; the copy is then removed again
     */
    ForeignFile open(Path file) {
        Workspace workspace = Workspace.copyOf(file, limits);
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

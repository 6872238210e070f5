package no.arealkompass.dataset;

import java.nio.file.Path;
import java.util.List;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;

/**
 * A file from outside, copied into a room of its own, told apart by its content and listed; its objects are read one
 * by one on request. Closing it removes the copy.
 */
final class ForeignFile implements AutoCloseable {
    private final Workspace workspace;
    private final Gdal gdal;
    private final Format format;
    private final List<Layer> layers;
    private final List<FileIssue> notes;

    ForeignFile(Workspace workspace, Gdal gdal, Format format, List<Layer> layers, List<FileIssue> notes) {
        this.workspace = workspace;
        this.gdal = gdal;
        this.format = format;
        this.layers = layers;
        this.notes = notes;
    }

    /**
     * A layer of the file.
     *
     * @param name as the file calls it
     * @param type what GDAL writes its geometries as, with Z and M where the layer has them
     * @param crs the CRS it states, as a name or well-known text; null or blank when it states none
     * @param crsByStandard whether the format itself settles the CRS when none is stated (GeoJSON)
     * @param count how many objects it says it has
     */
    record Layer(String name, String type, @Nullable String crs, boolean crsByStandard, long count) {}

    Format format() {
        return format;
    }

    /** SHA-256 of the file as it was delivered, in hex. */
    String sha256() {
        return workspace.sha256();
    }

    /** The layers that have a geometry. */
    List<Layer> layers() {
        return layers;
    }

    /** What was done to the copy, or found in it, that its owner should know. */
    List<FileIssue> notes() {
        return notes;
    }

    /** Streams the objects of one layer to the reader, with coordinates as they stand in the file. */
    void objects(Layer layer, Gdal.Reader reader) {
        gdal.objects(format, copy(), layer, reader);
    }

    private Path copy() {
        return workspace.copy();
    }

    @Override
    public void close() {
        workspace.close();
    }
}

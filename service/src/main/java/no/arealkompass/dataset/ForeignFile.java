package no.arealkompass.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    private final @Nullable Encoding encoding;

    ForeignFile(
            Workspace workspace,
            Gdal gdal,
            Format format,
            List<Layer> layers,
            List<FileIssue> notes,
            @Nullable Encoding encoding) {
        this.workspace = workspace;
        this.gdal = gdal;
        this.format = format;
        this.layers = layers;
        this.notes = notes;
        this.encoding = encoding;
    }

    /**
     * A layer of the file.
     *
     * @param name as the file calls it
     * @param type what GDAL writes its geometries as, with Z and M where the layer has them; {@link #NO_GEOMETRY} for
     *     rows without any
     * @param crs the CRS it states, as a name or well-known text; null or blank when it states none
     * @param crsByStandard whether the format itself settles the CRS when none is stated (GeoJSON)
     * @param count how many objects it says it has
     * @param fields the names of its fields, in the file's order and spelling
     */
    record Layer(
            String name, String type, @Nullable String crs, boolean crsByStandard, long count, List<String> fields) {
        static final String NO_GEOMETRY = "NONE";

        boolean hasGeometry() {
            return !type.equals(NO_GEOMETRY);
        }
    }

    /**
     * The character set of the texts in the file, for the formats that leave it open.
     *
     * @param found what the bytes say, as an IANA name; the file was read with it
     * @param declared what the file says of itself, in its own words; null when it says nothing
     */
    record Encoding(String found, @Nullable String declared) {}

    Format format() {
        return format;
    }

    /** SHA-256 of the file as it was delivered, in hex. */
    String sha256() {
        return workspace.sha256();
    }

    /** The layers that can be taken: those with a geometry first, then tables of rows without any. */
    List<Layer> layers() {
        return layers;
    }

    /** How its texts are written; empty where the format settles it (GeoJSON, GeoPackage, FlatGeobuf, Excel). */
    Optional<Encoding> encoding() {
        return Optional.ofNullable(encoding);
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

package no.arealkompass.dataset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;

/**
 * A file from outside, copied into a room of its own, told apart by its content and listed; its objects are read one
 * by one on request. Closing it removes the copy.
 */
final class ForeignFile implements AutoCloseable {
    private final Workspace workspace;
    private final Gdal gdal;
    private final Prepared prepared;
    private final List<Layer> layers;
    private List<ForeignFile> rest = List.of();

    ForeignFile(Workspace workspace, Gdal gdal, Prepared prepared, List<Layer> layers) {
        this.workspace = workspace;
        this.gdal = gdal;
        this.prepared = prepared;
        this.layers = layers;
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

    /** Makes one of this and more files of the same kind, such as one for each municipality. */
    ForeignFile with(List<ForeignFile> more) {
        rest = List.copyOf(more);
        return this;
    }

    Format format() {
        return prepared.format();
    }

    /** SHA-256 of the file as it was delivered, in hex; of several, that of their hashes in order. */
    String sha256() {
        return rest.isEmpty()
                ? workspace.sha256()
                : Workspace.sha256(Stream.concat(
                                Stream.of(workspace.sha256()), rest.stream().map(ForeignFile::sha256))
                        .collect(Collectors.joining("\n")));
    }

    /** The layers that can be taken: those with a geometry first, then tables of rows without any. */
    List<Layer> layers() {
        return layers;
    }

    /** How its texts are written; empty where the format settles it (GeoJSON, GeoPackage, FlatGeobuf, Excel). */
    Optional<Encoding> encoding() {
        return Optional.ofNullable(prepared.encoding());
    }

    /** What was done to the copy, or found in it, that its owner should know. */
    List<FileIssue> notes() {
        return prepared.notes();
    }

    /** Streams the objects of one layer to the reader, with coordinates as they stand in the file. */
    void objects(Layer layer, Gdal.Reader reader) {
        gdal.objects(prepared, layer, reader);
        rest.forEach(file -> file.objects(file.layer(layer), reader));
    }

    /** The layer of this file that goes with a layer of the first. */
    private Layer layer(Layer first) {
        Layer same = layers.stream()
                .filter(l -> l.name().equals(first.name()) || layers.size() == 1)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "NO_LAYER",
                        Map.of(
                                "wanted",
                                first.name(),
                                "has",
                                String.join(
                                        ", ", layers.stream().map(Layer::name).toList()))));
        if (!Objects.equals(same.crs(), first.crs())) {
            throw new Refused(
                    "FILES_DIFFER", Map.of("one", String.valueOf(first.crs()), "other", String.valueOf(same.crs())));
        }
        return same;
    }

    @Override
    public void close() {
        rest.forEach(ForeignFile::close);
        workspace.close();
    }
}

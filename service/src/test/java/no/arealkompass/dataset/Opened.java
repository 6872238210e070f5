package no.arealkompass.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.dataset.CopyStream.Row;
import no.arealkompass.dataset.ForeignFile.Encoding;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.geo.Geo;
import org.locationtech.jts.geom.Geometry;

/** A foreign file read to its end, for tests to look at; the copy is gone when it is there. */
record Opened(
        Format format,
        Optional<Encoding> encoding,
        List<FileIssue> notes,
        Map<String, Layer> layers,
        Map<String, List<Row>> rowsByLayer) {

    static Opened file(Path file) {
        return file(file, Door.LIMITS);
    }

    static Opened file(Path file, ImportLimits limits) {
        return file(file, limits, Confinement.Kind.BWRAP);
    }

    static Opened file(Path file, ImportLimits limits, Confinement.Kind kind) {
        Gdal gdal = new Gdal(new Confinement(kind, limits), limits);
        try (ForeignFile opened = new ForeignFiles(gdal, limits).open(file)) {
            Map<String, Layer> layers = new LinkedHashMap<>();
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            for (Layer layer : opened.layers()) {
                List<Row> all = new ArrayList<>();
                opened.objects(layer, stream -> {
                    for (Row row = stream.next(); row != null; row = stream.next()) {
                        all.add(row);
                    }
                });
                layers.put(layer.name(), layer);
                rows.put(layer.name(), all);
            }
            return new Opened(opened.format(), opened.encoding(), opened.notes(), layers, rows);
        }
    }

    List<Row> rows(String layer) {
        return Optional.ofNullable(rowsByLayer.get(layer)).orElseThrow(() -> new AssertionError(rowsByLayer.keySet()));
    }

    /** The rows of the first layer. */
    List<Row> rows() {
        return rowsByLayer.values().iterator().next();
    }

    Layer layer() {
        return layers.values().iterator().next();
    }

    Geometry geometry(String layer, int row) {
        return Geo.fromWkb(rows(layer).get(row).wkb(), 0);
    }

    /** Sum of the areas in one layer, in square units of its CRS. */
    double area(String layer) {
        return rows(layer).stream()
                .filter(row -> row.wkb() != null)
                .mapToDouble(row -> Geo.fromWkb(row.wkb(), 0).getArea())
                .sum();
    }

    List<String> values(String field) {
        return rows().stream().map(row -> row.fields().get(field)).toList();
    }

    List<String> codes() {
        return notes.stream().map(FileIssue::code).toList();
    }
}

package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.arealkompass.dataset.CopyStream.Row;
import no.arealkompass.dataset.CsvCopy.Csv;
import no.arealkompass.dataset.ForeignFile.Encoding;
import no.arealkompass.dataset.ForeignFile.Layer;
import org.jspecify.annotations.Nullable;

/** Tables as files: GDAL reads the cells as text and guesses nothing; what is geometry among them is our work. */
final class Tables {
    private Tables() {}

    /** A CSV file, in whatever characters. */
    static Prepared csv(Path file, ImportLimits.Content limits) {
        try {
            TextEncoding encoding = TextEncoding.of(file);
            Csv csv = CsvCopy.write(file, encoding, limits);
            TableGeometry geometry = TableGeometry.of(csv.names());
            return new Prepared(
                    Format.CSV,
                    csv.file(),
                    Map.of(),
                    List.of(),
                    new Encoding(encoding.iana(), null),
                    () -> false,
                    layer -> layer(layer, csv.names()),
                    layer -> row -> withGeometry(withoutEmpty(row), geometry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An Excel workbook; every sheet is a layer, its first row the head. */
    static Prepared excel(Path file) {
        return new Prepared(
                Format.EXCEL,
                file,
                Map.of("OGR_XLSX_HEADERS", "FORCE", "OGR_XLSX_FIELD_TYPES", "STRING"),
                List.of(),
                null,
                () -> false,
                layer -> layer(layer, layer.fields()),
                layer -> {
                    TableGeometry geometry = TableGeometry.of(layer.fields());
                    UnaryOperator<Row> rows = row -> withGeometry(row, geometry);
                    return rows;
                });
    }

    private static Layer layer(Layer layer, List<String> fields) {
        String type = TableGeometry.of(fields).exists() ? "GEOMETRY" : Layer.NO_GEOMETRY;
        return new Layer(layer.name(), type, null, false, layer.count(), fields);
    }

    private static Row withGeometry(Row row, TableGeometry geometry) {
        return geometry.exists() ? geometry.with(row) : row;
    }

    /** An empty cell is none. */
    private static Row withoutEmpty(Row row) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        row.fields().forEach((name, value) -> fields.put(name, value == null || value.isEmpty() ? null : value));
        return new Row(fields, row.wkb());
    }
}

package no.arealkompass.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.arealkompass.dataset.CopyStream.Row;
import no.arealkompass.dataset.ForeignFile.Encoding;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;

/**
 * A copy that has been looked through and made ready for GDAL, and what has to be set right in what GDAL says of it.
 *
 * @param input the file or folder that GDAL opens, in a folder of its own
 * @param settings GDAL's settings beyond the usual ones
 * @param notes what was done to the copy, or found in it
 * @param again asked after GDAL's first look: whether it has to look once more
 * @param layer from a layer as GDAL lists it to the layer as the file means it
 * @param rows for a layer, from an object as GDAL sends it to the object as the file means it
 */
record Prepared(
        Format format,
        Path input,
        Map<String, String> settings,
        List<FileIssue> notes,
        @Nullable Encoding encoding,
        BooleanSupplier again,
        UnaryOperator<Layer> layer,
        Function<Layer, UnaryOperator<Row>> rows) {

    /** Nothing to set right. */
    static Prepared plain(Format format, Path input) {
        return new Prepared(
                format,
                input,
                Map.of(),
                List.of(),
                null,
                () -> false,
                UnaryOperator.identity(),
                layer -> UnaryOperator.identity());
    }
}

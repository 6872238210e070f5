package no.arealkompass.dataset;

import java.util.Map;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * One thing about an imported file that somebody should know.
 *
 * @param objectId the object's id, {@code #12} for the twelfth object where it has none, empty for the whole file
 * @param place where it is (EPSG:4326); null when it has no place
 * @param filePlace where it is in the file's own coordinates, also when their CRS is not known; null when it has no place
 * @param blocking whether it refuses the file
 * @param args the values in the message, by name
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record ImportIssue(
        long id,
        String code,
        String objectId,
        @Nullable Place place,
        @Nullable FilePlace filePlace,
        boolean blocking,
        Map<String, String> args,
        Text message,
        Text remedy) {

    /** A point in degrees (EPSG:4326). */
    public record Place(double longitude, double latitude) {}

    /** A point as the file has it: first and second number. */
    public record FilePlace(double x, double y) {}
}

package no.arealkompass.site;

import no.arealkompass.geo.GeometryFault;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a site somebody wants to save.
 *
 * @param code stable word in capitals
 * @param field where in the draft, such as {@code parts[tomt-1].footprint}
 * @param place where on the map (CRS84); null when the fault has no place
 * @param blocking false for what should be looked at but may be saved
 */
public record DraftFault(
        String code, String field, @Nullable Place place, boolean blocking, Text message, Text remedy) {

    /** Longitude and latitude, degrees (CRS84). */
    public record Place(double longitude, double latitude) {}

    /** A fault met while reading GeoJSON, told like those the database finds. */
    public static DraftFault of(String field, GeometryFault fault) {
        return ShapeCheck.fault(field, fault);
    }

    static DraftFault at(String code, String field, Text message, Text remedy) {
        return new DraftFault(code, field, null, true, message, remedy);
    }
}

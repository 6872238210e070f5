package no.arealkompass.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * A product that can fill a dataset, as its description states it; frozen into every version imported from it.
 *
 * @param attribution the words the licence wants on the map
 * @param asOf ISO date, month or year of the edition; empty when not known
 * @param sample schematic sample data, which the page says aloud
 * @param available whether a file of it can be imported today
 * @param howToGet where the file comes from
 * @param crs what its files are expected to say, such as {@code EPSG:25833}; the file itself decides
 * @param geonorge identifier in Geonorge, or empty
 * @param scale scale denominator, 0 = unknown
 * @param omitsBelowM2 objects smaller than this (m²) are missing from the product, 0 = complete
 * @param accuracyM how far (m) the drawn shape may lie from the real one
 * @param file name of the file that is recognised as this product, or empty
 * @param layer the layer to read in a file with several, or empty
 * @param objectId their field with the object's id, or empty for a running number; may be several as in {@link Field}
 * @param mapping our property → their field
 * @param slope how a terrain raster becomes classes of slope; null for products that hold objects
 * @param supply how it is delivered; null in a version, as it decides nothing of what is stored
 */
public record Source(
        String id,
        Text name,
        String publisher,
        String licence,
        String licenceUrl,
        String attribution,
        String asOf,
        boolean sample,
        boolean available,
        Text howToGet,
        String crs,
        String geonorge,
        String url,
        int scale,
        double omitsBelowM2,
        double accuracyM,
        Coverage coverage,
        String file,
        String layer,
        String objectId,
        Map<String, Field> mapping,
        @Nullable Slope slope,
        @Nullable Supply supply) {

    /** Where it can be fetched without a person; null = nowhere. */
    public Supply.@Nullable Download download() {
        return supply == null ? null : supply.download();
    }

    /**
     * Where the product has something to say, so that "nothing found" differs from "not covered".
     *
     * @param bufferM metres added round the region, for {@link Kind#REGION_BUFFER}
     */
    public record Coverage(Kind kind, double bufferM) {
        /** How the covered area is found. */
        public enum Kind {
            /** The municipalities of the region, in the version in use, with a buffer. */
            REGION_BUFFER,
            /** The rectangle round all objects. */
            EXTENT,
            /** The objects themselves, as they cover the ground without gaps. */
            FEATURES
        }
    }

    /**
     * Where a property of ours is found in their file.
     *
     * @param from their field; several names separated by | mean the first that has a value (see {@link FieldNames});
     *     {@value #ALL} for all fields that fill nothing else, as a JSON object
     * @param missing the value used where theirs is null; null = none
     */
    public record Field(String from, @Nullable String missing) {
        /** The name that stands for every field not used otherwise. */
        public static final String ALL = "*";

        boolean all() {
            return from.equals(ALL);
        }
    }

    /**
     * The same source with another mapping of fields.
     *
     * @param mapping our property → their field, null = leave it out; {@value Choices#OBJECT_ID} is the object's id
     */
    Source mapped(Map<String, @Nullable String> mapping) {
        Map<String, Field> mapped = new LinkedHashMap<>(this.mapping);
        mapping.forEach((ours, theirs) -> {
            Field now = mapped.get(ours);
            if (theirs == null) {
                mapped.remove(ours);
            } else if (!ours.equals(Choices.OBJECT_ID)) {
                mapped.put(ours, new Field(theirs, now == null ? null : now.missing()));
            }
        });
        String id = mapping.containsKey(Choices.OBJECT_ID)
                ? Objects.requireNonNullElse(mapping.get(Choices.OBJECT_ID), "")
                : objectId;
        return new Source(
                this.id,
                name,
                publisher,
                licence,
                licenceUrl,
                attribution,
                asOf,
                sample,
                available,
                howToGet,
                crs,
                geonorge,
                url,
                scale,
                omitsBelowM2,
                accuracyM,
                coverage,
                file,
                layer,
                id,
                mapped,
                slope,
                supply);
    }
}

package no.arealkompass.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What whoever hands in a file says about it; what is not said is found in the file, or asked.
 *
 * @param dataset what it is to fill
 * @param source which product of that dataset it is
 * @param layer the layer to read in a file with several
 * @param crs the CRS of its coordinates, such as {@code EPSG:25833}; {@code EPSG:25833 NE} when north stands before
 *     east in the file
 * @param mapping our property → their field, against the description of the source; null = leave it out. The key
 *     {@value #OBJECT_ID} is the object's id
 * @param repairs ids of the invalid objects whose offered repair is wanted; {@value #ALL} = every one that is offered
 * @param sites ids of the sites whose changes are wanted; null = all (a dataset of sites only)
 * @param plan what the file of a plan does not say (a dataset of plans only)
 */
public record Choices(
        @Nullable String dataset,
        @Nullable String source,
        @Nullable String layer,
        @Nullable String crs,
        Map<String, @Nullable String> mapping,
        List<String> repairs,
        @Nullable List<String> sites,
        PlanChoices plan) {
    /** Nothing is said. */
    public static final Choices NONE = new Choices(null, null, null, null, null, null, null);

    /** The key in {@link #mapping} for the field with the object's id. */
    public static final String OBJECT_ID = "id";

    /** The one entry of {@link #repairs} that means all. */
    public static final String ALL = "*";

    public Choices(
            @Nullable String dataset,
            @Nullable String source,
            @Nullable String layer,
            @Nullable String crs,
            @Nullable Map<String, @Nullable String> mapping,
            @Nullable List<String> repairs,
            @Nullable List<String> sites,
            @Nullable PlanChoices plan) {
        this.dataset = blankToNull(dataset);
        this.source = blankToNull(source);
        this.layer = blankToNull(layer);
        this.crs = blankToNull(crs);
        Map<String, @Nullable String> mapped = new LinkedHashMap<>();
        if (mapping != null) {
            mapped.putAll(mapping);
        }
        this.mapping = Collections.unmodifiableMap(mapped);
        this.repairs = repairs == null ? List.of() : List.copyOf(repairs);
        this.sites = sites == null ? null : List.copyOf(sites);
        this.plan = plan == null ? PlanChoices.NONE : plan;
    }

    /** For everything but plans. */
    public Choices(
            @Nullable String dataset,
            @Nullable String source,
            @Nullable String layer,
            @Nullable String crs,
            @Nullable Map<String, @Nullable String> mapping,
            @Nullable List<String> repairs,
            @Nullable List<String> sites) {
        this(dataset, source, layer, crs, mapping, repairs, sites, null);
    }

    /** Only a dataset, a source and perhaps a CRS. */
    public static Choices of(@Nullable String dataset, @Nullable String source, @Nullable String crs) {
        return new Choices(dataset, source, null, crs, null, null, null);
    }

    /** The same about a plan. */
    public Choices with(PlanChoices about) {
        return new Choices(dataset, source, layer, crs, mapping, repairs, sites, about);
    }

    boolean repairs(String objectId) {
        return repairs.contains(objectId) || repairs.contains(ALL);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

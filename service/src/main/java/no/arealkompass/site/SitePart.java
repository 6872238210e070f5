package no.arealkompass.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area within a site: what the plan covers, what is zoned, what is prepared, or a plot for sale.
 *
 * @param id stable name within the site
 * @param status whether a plot can be had; null for everything but plots
 * @param areaM2 area in the storage CRS, square metres
 * @param facts what is stated about this part alone
 */
public record SitePart(
        String id, Kind kind, String name, @Nullable Status status, double areaM2, List<Fact> facts) {

    /** What the part is. */
    public enum Kind {
        PLAN_AREA,
        ZONED,
        PREPARED,
        PLOT
    }

    /** Whether a plot can be had: free, under option, or sold. */
    public enum Status {
        FREE,
        OPTION,
        SOLD
    }
}

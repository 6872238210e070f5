package no.arealkompass.site;

import java.util.List;

/**
 * A version of a land area or terminal candidate.
 *
 * @param versionId number of this version in the database
 * @param id stable name used in addresses
 * @param version 1, 2, 3 … of this site
 * @param schematic true when the shape is a plain figure round a published point
 * @param areaKnown false when no source states an area: the size of the shape then means nothing
 * @param accuracyM how far the shape may lie from the truth, metres
 * @param source where the shape comes from
 * @param areaM2 area in the storage CRS, square metres
 * @param point a point inside the shape, longitude and latitude (CRS84)
 * @param bbox west, south, east, north (CRS84)
 */
public record Site(
        long versionId,
        String id,
        int version,
        String name,
        Kind kind,
        Publication publication,
        boolean schematic,
        boolean areaKnown,
        double accuracyM,
        String source,
        double areaM2,
        List<Double> point,
        List<Double> bbox,
        List<Fact> facts) {

    /** What a site is for: land to build on, or a place where goods change between road and rail. */
    public enum Kind {
        LAND,
        TERMINAL
    }

    /** Who may see a site: the public sees published ones only. */
    public enum Publication {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}

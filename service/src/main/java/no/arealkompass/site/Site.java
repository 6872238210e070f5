package no.arealkompass.site;

import java.time.Instant;
import java.util.List;
import no.arealkompass.access.Role;
import org.jspecify.annotations.Nullable;

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
 * @param scoredPart the part whose shape is the footprint, so that the score can name it; null when it is none
 * @param at when this version was made
 * @param by who made it; for the administrator's eyes
 * @param byRole who made it, for everybody
 * @param why the reason given; empty on versions from before it was asked for
 * @param createdAt when the site was first entered
 * @param confirmation the newest confirmation; null when nobody has confirmed the site
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
        List<Fact> facts,
        List<SitePart> parts,
        @Nullable SitePart scoredPart,
        List<SiteMedia> media,
        Instant at,
        String by,
        Role byRole,
        String why,
        Instant createdAt,
        @Nullable Confirmation confirmation) {

    /** What a site is for: land to build on, or a place where goods change between road and rail. */
    public enum Kind {
        LAND,
        TERMINAL
    }

    /** Who may see a site. */
    public enum Publication {
        /** Its own municipalities and the administrator. */
        DRAFT,
        /** Everyone of the region who is logged in to read internal sites. */
        INTERNAL,
        /** Everyone. */
        PUBLISHED,
        /** Its own municipalities and the administrator: it was seen by more before. */
        WITHDRAWN
    }
}

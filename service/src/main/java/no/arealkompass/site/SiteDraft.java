package no.arealkompass.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A site as somebody wants it to read from now on; becomes a version when it is valid. Shapes are longitude and latitude
 * (CRS84); PostGIS brings them to the storage CRS.
 *
 * @param footprint the shape that is measured and scored; not read when a part is named as the scored one
 * @param scoredPart id of the part whose shape is measured and scored; null for none
 * @param why the reason for the change, in the words of who makes it
 */
public record SiteDraft(
        String name,
        Site.Kind kind,
        Site.Publication publication,
        @Nullable Geometry footprint,
        boolean schematic,
        boolean areaKnown,
        double accuracyM,
        String source,
        List<Fact> facts,
        List<PartDraft> parts,
        @Nullable String scoredPart,
        List<SiteMedia> media,
        String why) {

    /**
     * A part as it is handed in.
     *
     * @param status null for everything but plots
     */
    public record PartDraft(
            String id,
            SitePart.Kind kind,
            String name,
            SitePart.@Nullable Status status,
            @Nullable Geometry footprint,
            List<Fact> facts) {}

    /** The shape that is measured and scored: the named part's, else the site's own; null when it is missing. */
    @Nullable
    Geometry scoredShape() {
        if (scoredPart == null) {
            return footprint;
        }
        return parts.stream()
                .filter(part -> part.id().equals(scoredPart))
                .map(PartDraft::footprint)
                .findFirst()
                .orElse(null);
    }
}

package no.arealkompass.score;

import java.util.List;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A site as it is being drawn, for an assessment that stores nothing.
 *
 * @param outline polygons, longitude and latitude (CRS84)
 * @param facts null for those of the site it replaces
 * @param replaces id of the site it would replace, or null for a new one
 * @param strategy id of one of the region's strategies, or null for the default one
 */
public record Draft(
        Site.Kind kind,
        Geometry outline,
        boolean schematic,
        boolean areaKnown,
        @Nullable List<Fact> facts,
        @Nullable String replaces,
        @Nullable String strategy) {}

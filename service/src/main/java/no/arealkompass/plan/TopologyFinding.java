package no.arealkompass.plan;

import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with how a plan is drawn, and where; to be looked at before its areas are summed.
 *
 * @param code GAP, SLIVER_GAP, OVERLAP, SLIVER_OVERLAP, SLIVER, OUTSIDE_PLAN, OUTSIDE_MUNICIPALITY, DUPLICATE,
 *     DUPLICATE_PLAN, RING_LEFTOVER or NO_BORDER
 * @param plan such as {@code 3414-201803}
 * @param planVersion plan_version.id
 * @param version its number
 * @param zones ids of the zones it is about; empty where it is about none
 * @param areaM2 area of the geometry, plane in the storage CRS
 * @param longitude of a point in the geometry (EPSG:4326), and latitude
 * @param geometry the ground itself, as the text of a GeoJSON geometry (EPSG:4326)
 * @param sentence what is wrong
 * @param remedy what to do about it
 */
public record TopologyFinding(
        String code,
        String plan,
        long planVersion,
        int version,
        List<String> zones,
        double areaM2,
        double longitude,
        double latitude,
        String geometry,
        @Nullable String otherPlan,
        Text sentence,
        Text remedy) {}

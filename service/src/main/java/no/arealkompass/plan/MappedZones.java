package no.arealkompass.plan;

import java.util.List;

/**
 * Effective zones for a map.
 *
 * @param matched how many there are, of which these are the first
 */
public record MappedZones(List<Zone> zones, int matched) {
    /**
     * One zone.
     *
     * @param geoJson the ground on which it counts, as the text of a GeoJSON geometry (EPSG:4326)
     */
    public record Zone(PlanZone zone, String geoJson, int matched) {}
}

package no.arealkompass.plan;

import org.jspecify.annotations.Nullable;

/**
 * A zone of a plan version.
 *
 * @param id plan_zone.id
 * @param zone its id within the version
 * @param code official code of the purpose or consideration; empty where there is none
 * @param useStatus arealbruksstatus 1 existing, 2 future, 3 developed further; null where it is not stated
 * @param verticalLevel vertikalnivå; 2 is on the ground
 * @param wkb MultiPolygon in the storage CRS, as well-known binary
 * @param areaM2 plane area in the storage CRS
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record PlanZone(
        long id,
        long planVersionId,
        String zone,
        ZoneKind kind,
        String code,
        @Nullable String useStatus,
        int verticalLevel,
        String name,
        double areaM2,
        byte[] wkb) {}

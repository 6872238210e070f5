package no.arealkompass.plancheck;

import no.arealkompass.plan.Level;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.PlanZone;

/**
 * A purpose zone with the plan it stands in; its area is that of the ground on which it counts.
 */
record CheckedZone(PlanZone zone, PlanVersion version) {
    long no() {
        return zone.id();
    }

    String municipality() {
        return version.municipality();
    }

    double areaM2() {
        return zone.areaM2();
    }

    /** Whether it is planned and not there yet; zoning plans mostly do not state it and are there to be built by. */
    boolean future() {
        boolean zoning = version.level() == Level.AREA_ZONING || version.level() == Level.DETAILED;
        return "2".equals(zone.useStatus()) || (zone.useStatus() == null && zoning);
    }
}

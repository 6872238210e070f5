package no.arealkompass.site;

import no.arealkompass.geo.Footprint;

/**
 * A drawn shape that may be measured and stored.
 *
 * @param footprint valid, in the storage CRS
 * @param areaM2 square metres in the plane of the storage CRS
 */
public record Shape(Footprint footprint, double areaM2) {}

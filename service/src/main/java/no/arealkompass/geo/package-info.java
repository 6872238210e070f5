/**
 * Footprints, geometry in and out (WKB, GeoJSON objects), faults with a place, names of coordinate systems.
 * Knows neither Spring nor SQL, and never moves a coordinate from one system to another: that is PostGIS's work.
 * Uses nothing of ours.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package no.arealkompass.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package no.arealkompass.paper;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground of a map of sites: our own layers, in the storage CRS.
 *
 * @param window what is seen
 * @param borders all municipal borders of the region
 * @param roads from the smallest to the greatest
 */
record SiteGround(
        Envelope window,
        List<MapScene.Border> borders,
        List<Thing> water,
        List<Thing> builtUp,
        List<Thing> roads,
        List<Thing> rails,
        List<Thing> stations) {

    /**
     * An object of a layer.
     *
     * @param kind its class
     */
    record Thing(String kind, String name, Geometry shape) {}
}

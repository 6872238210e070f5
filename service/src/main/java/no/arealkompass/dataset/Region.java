package no.arealkompass.dataset;

import java.util.List;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * The region this service works for, read from {@code gis-data/regions/<id>.yaml}.
 *
 * @param srid EPSG code of the storage CRS
 * @param bounds what lies outside is outside the region at the import door
 * @param view what the map shows first
 * @param strategies ids of the region's strategies, the default one first
 * @param junction the junctions that minutes are counted to; null = to none
 * @param samples what is loaded on the first start, in this order
 * @param contact neutral words about whom to ask
 */
public record Region(
        String id,
        Text name,
        int srid,
        Box bounds,
        Box view,
        List<Municipality> municipalities,
        List<String> strategies,
        List<Destination> destinations,
        MainRoad mainRoad,
        @Nullable Junction junction,
        List<Sample> samples,
        Text contact) {

    /** A rectangle in degrees, longitude and latitude (EPSG:4326). */
    public record Box(double west, double south, double east, double north) {}

    /**
     * A municipality of the region.
     *
     * @param number four digits
     * @param fileName how publishers write the name in file names (Geonorge: without æ, ø, å)
     * @param mail the mailbox that is reminded of the municipality's sites; empty when none is known
     */
    public record Municipality(String number, String name, String fileName, String mail) {}

    /**
     * Where drive minutes are counted to.
     *
     * @param toleranceM a destination farther than this (m) from the nearest road has no minutes at all
     */
    public record Destination(
            String id, Text name, double longitude, double latitude, double toleranceM, String source) {
        /** The property of the derived layer that holds the minutes to here. */
        public String property() {
            return id + "Min";
        }
    }

    /**
     * What counts as a main road.
     *
     * @param classes road classes
     */
    public record MainRoad(List<String> classes) {}

    /**
     * The junctions of great roads: where a road of these classes meets one of another that can be driven.
     *
     * @param classes road classes
     */
    public record Junction(String id, Text name, List<String> classes) {
        /** The property of the derived layer that holds the minutes to the nearest one. */
        public String property() {
            return id + "Min";
        }
    }

    /** A file of the region's samples, with its path under {@code gis-data}. */
    public record Sample(String dataset, String source, String file) {}
}

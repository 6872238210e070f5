package no.arealkompass.geo;

import net.postgis.jdbc.PGgeometry;
import net.postgis.jdbc.geometry.LineString;
import net.postgis.jdbc.geometry.Point;

/**
 * A box in longitude and latitude (CRS84).
 *
 * @param west not greater than {@code east}: boxes across 180° are not used here
 * @param south not greater than {@code north}
 */
public record Bbox(double west, double south, double east, double north) {
    /** The whole world. */
    public static final Bbox WORLD = new Bbox(-180, -90, 180, 90);

    public Bbox {
        boolean inside = west >= -180 && east <= 180 && south >= -90 && north <= 90;
        if (!inside || west > east || south > north) {
            throw new IllegalArgumentException("Not a box: " + west + "," + south + "," + east + "," + north);
        }
    }

    /**
     * The box's diagonal as a value that PostGIS JDBC binds, EPSG:4326. Its envelope is the box; of a box without width
     * or height it is the line or point that the box is.
     */
    public PGgeometry diagonal() {
        var diagonal = new LineString(new Point[] {new Point(west, south), new Point(east, north)});
        diagonal.setSrid(4326);
        return new PGgeometry(diagonal);
    }
}

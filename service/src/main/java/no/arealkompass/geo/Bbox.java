package no.arealkompass.geo;

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
}

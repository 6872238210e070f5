package no.arealkompass.dataset;

/**
 * What a dataset does not say about one municipality. Nothing found there means nothing.
 *
 * @param number of the municipality, four digits
 * @param areaM2 of the municipality
 * @param notCoveredM2 of it, without data; less than one square metre counts as none
 * @param covered the part with data, as the text of a GeoJSON geometry (EPSG:4326), simplified for drawing
 * @param notCovered the part without
 */
public record Gap(String number, String name, double areaM2, double notCoveredM2, String covered, String notCovered) {
    /** 0 to 1. */
    public double share() {
        return areaM2 == 0 ? 1 : notCoveredM2 / areaM2;
    }
}

package no.arealkompass.dataset;

/**
 * How a terrain raster becomes classes of slope: each cell is steeper than the limit or it is not.
 *
 * @param limitPercent metres up per hundred metres along
 * @param below class of cells under the limit
 * @param above class of the others
 */
public record Slope(double limitPercent, String below, String above) {}

package no.arealkompass.dataset;

import java.util.List;

/**
 * Some of a layer's features.
 *
 * @param features GeoJSON features in CRS84, as text
 * @param matched how many features there are in all for the same question
 */
public record FeaturePage(List<String> features, int matched) {}

package no.arealkompass.api;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator may set about the page.
 *
 * @param baseMap the background map; without one the own layers stand alone
 */
@ConfigurationProperties("areal")
record Settings(@Nullable BaseMap baseMap) {

    /** A tile cache in web mercator: address with {z} {x} {y}, attribution shown on the map, deepest zoom. */
    record BaseMap(String url, String attribution, int maxZoom) {}

    Settings {
        if (baseMap != null && baseMap.url().isBlank()) {
            baseMap = null;
        }
    }
}

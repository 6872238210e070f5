package no.arealkompass.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An area of a delivery as it came through the door, under our property names.
 *
 * @param featureId feature.id
 * @param properties what it says, without what is empty
 */
record DeliveredObject(long featureId, String objectId, Map<String, String> properties) {
    @Nullable
    String get(String property) {
        return properties.get(property);
    }
}

package no.arealkompass.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * A theme that strategies can ask about, read from {@code gis-data/datasets/<id>.yaml}.
 *
 * @param classProperty the property that {@code where} may name and that is stored as the object's class; empty = none
 * @param properties our properties by name, in the order of the description
 * @param derive how it is made, for {@link DatasetRole#DERIVED} only
 * @param sources the products that can fill it
 */
public record Dataset(
        String id,
        Text name,
        DatasetRole role,
        GeometryKind geometry,
        String classProperty,
        Map<String, Property> properties,
        MapStyle map,
        @Nullable Derivation derive,
        List<Source> sources) {

    /** The source with this id. */
    public Optional<Source> source(String sourceId) {
        return sources.stream().filter(s -> s.id().equals(sourceId)).findFirst();
    }

    /** The first source that the service can fetch by itself: the order of the description is the preference. */
    public Optional<Source> fetchable() {
        return sources.stream()
                .filter(s -> s.available() && !s.sample() && s.download() != null)
                .findFirst();
    }

    /**
     * How the map treats the dataset.
     *
     * @param layer whether it can be switched on as a layer
     * @param shownFirst whether it is on when the map opens
     * @param style a key the front end knows
     */
    public record MapStyle(boolean layer, boolean shownFirst, String style) {}
}

package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The region and its dataset descriptions, read once at start from {@code areal.gis-data}: the resources in the jar, or
 * a folder with another region's data. A document with a fault stops the start.
 */
@Component
final class Catalogue {
    private final ResourcePatternResolver resources;
    private final String base;
    private final Region region;
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();

    Catalogue(
            ResourcePatternResolver resources,
            @Value("${areal.gis-data:classpath:/gis-data/}") String location,
            @Value("${areal.region:kongsvingerregionen}") String regionId) {
        this.resources = resources;
        this.base = base(location);
        String regionFile = "regions/" + regionId + ".yaml";
        this.region = RegionReader.read(regionFile, text(resource(regionFile)));
        for (Resource file : descriptions()) {
            Dataset dataset = DescriptionReader.read("datasets/" + file.getFilename(), text(file));
            if (!(dataset.id() + ".yaml").equals(file.getFilename())) {
                throw new IllegalStateException("datasets/" + file.getFilename() + " describes \"" + dataset.id()
                        + "\": the file must bear the name of its dataset");
            }
            datasets.put(dataset.id(), dataset);
        }
        checkReferences();
    }

    Region region() {
        return region;
    }

    Collection<Dataset> datasets() {
        return datasets.values();
    }

    Optional<Dataset> dataset(String id) {
        return Optional.ofNullable(datasets.get(id));
    }

    /** What a terrain model is for, where one source alone takes such: nothing has to be asked then. */
    Optional<Choices> terrain() {
        List<Choices> taking = datasets.values().stream()
                .flatMap(dataset -> dataset.sources().stream()
                        .filter(source -> source.slope() != null && source.available())
                        .map(source -> Choices.of(dataset.id(), source.id(), null)))
                .toList();
        return taking.size() == 1 ? Optional.of(taking.getFirst()) : Optional.empty();
    }

    /**
     * Stops at choices that name what is not described.
     *
     * @param whole whether both dataset and source must be named
     * @throws IllegalArgumentException when there is no such dataset or source
     */
    void requireDescribed(Choices choices, boolean whole) {
        String dataset = choices.dataset();
        String source = choices.source();
        if (dataset == null && source == null && !whole) {
            return;
        }
        Dataset described = Optional.ofNullable(dataset)
                .flatMap(this::dataset)
                .orElseThrow(() -> new IllegalArgumentException("No dataset is called " + dataset));
        if ((source != null || whole)
                && Optional.ofNullable(source).flatMap(described::source).isEmpty()) {
            throw new IllegalArgumentException("Dataset " + dataset + " has no source " + source);
        }
    }

    /** A file under {@code gis-data}, such as a sample. */
    Resource resource(String path) {
        return resources.getResource(base + path);
    }

    private List<Resource> descriptions() {
        try {
            return Arrays.stream(resources.getResources(base + "datasets/*.yaml"))
                    .sorted(Comparator.comparing(r -> String.valueOf(r.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No dataset descriptions under " + base + "datasets", e);
        }
    }

    private void checkReferences() {
        for (Dataset dataset : datasets.values()) {
            Derivation derive = dataset.derive();
            for (String from : derive == null ? List.<String>of() : derive.from()) {
                if (!datasets.containsKey(from)) {
                    throw new IllegalStateException("datasets/" + dataset.id() + ".yaml derives from \"" + from
                            + "\", which has no description");
                }
            }
        }
        for (Region.Sample sample : region.samples()) {
            if (dataset(sample.dataset())
                    .flatMap(d -> d.source(sample.source()))
                    .isEmpty()) {
                throw new IllegalStateException("regions/" + region.id() + ".yaml loads a sample into "
                        + sample.dataset() + "/" + sample.source() + ", which is not described");
            }
        }
    }

    private static String base(String location) {
        String withScheme = location.matches("[a-z]{2,}:.*") ? location : "file:" + location;
        return withScheme.endsWith("/") ? withScheme : withScheme + "/";
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.getDescription(), e);
        }
    }
}

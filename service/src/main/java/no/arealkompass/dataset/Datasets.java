package no.arealkompass.dataset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.geo.Bbox;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * The way in to reference layers. Coordinates that go out are longitude and latitude (EPSG:4326); what is stored is in
 * the storage CRS. Every method throws {@link no.arealkompass.access.AccessDenied} when the caller may not.
 */
@Service
public final class Datasets {
    private final Catalogue catalogue;
    private final VersionRepository versions;
    private final FeatureRepository features;

    Datasets(Catalogue catalogue, VersionRepository versions, FeatureRepository features) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.features = features;
    }

    /** The region this service works for. */
    public Region region(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return catalogue.region();
    }

    /** All described datasets, in the order of their ids. */
    public Collection<Dataset> all(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return catalogue.datasets();
    }

    /** One described dataset. */
    public Optional<Dataset> find(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return catalogue.dataset(dataset);
    }

    /** The version in use of every dataset that has one, by dataset id. */
    public Map<String, DatasetVersion> inUse(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        Map<String, DatasetVersion> inUse = new LinkedHashMap<>();
        versions.inUse().forEach(version -> inUse.put(version.dataset(), version));
        return inUse;
    }

    /** The version in use of one dataset. */
    public Optional<DatasetVersion> inUse(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return versions.inUse(dataset);
    }

    /** Any version by its id, in use or not. */
    public Optional<DatasetVersion> version(Caller caller, long id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return versions.version(id);
    }

    /** All versions of a dataset, newest first. */
    public List<DatasetVersion> history(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return versions.history(dataset);
    }

    /** The area a version covers, as the text of a GeoJSON geometry (EPSG:4326). */
    public Optional<String> coverage(Caller caller, long versionId) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return versions.coverage(versionId);
    }

    /** A file of the region's samples, for loading on the first start. */
    public Resource sample(Caller caller, Region.Sample sample) {
        Access.require(caller, Operation.IMPORT);
        return catalogue.resource(sample.file());
    }

    /**
     * A page of the features of the version in use that touch the box; empty when the dataset has no version.
     *
     * @param classes only these classes; none means all
     */
    public Optional<FeaturePage> features(
            Caller caller, String dataset, Bbox bbox, List<String> classes, int limit, int offset) {
        return inUse(caller, dataset)
                .map(version -> new FeaturePage(
                        features.list(version.id(), bbox, classes, limit, offset),
                        features.count(version.id(), bbox, classes)));
    }
}

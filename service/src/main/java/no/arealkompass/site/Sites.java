package no.arealkompass.site;

import java.util.List;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.geo.Bbox;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The region's business land and terminal candidates. The public sees published sites; drafts and withdrawn ones
 * exist for the administrator only, in counts and extents too.
 */
@Component
public class Sites {
    private final SiteRepository repository;

    Sites(SiteRepository repository) {
        this.repository = repository;
    }

    /**
     * Makes new versions of the sites in an imported delivery, inside the transaction of that import. A site that reads
     * exactly as its version in use gets no new one; sites the delivery does not name stay as they are.
     *
     * @return how many sites got a new version
     * @throws SiteFault when any site lacks what a site must have; nothing is then stored
     */
    public int takeOver(Caller caller, long datasetVersionId) {
        Access.require(caller, Operation.IMPORT);
        var delivered = repository.delivered(datasetVersionId);
        SiteReader.check(delivered);
        int changed = 0;
        for (var row : delivered) {
            changed += repository.store(SiteReader.read(row), row, datasetVersionId, caller.name());
        }
        return changed;
    }

    /** The sites in use that the caller may see and that touch the box, by name. */
    public List<Site> list(Caller caller, Bbox bbox, int limit, int offset) {
        return repository.list(Access.may(caller, Operation.READ_ALL), bbox, limit, offset);
    }

    /** How many sites the caller may see that touch the box. */
    public int count(Caller caller, Bbox bbox) {
        return repository.count(Access.may(caller, Operation.READ_ALL), bbox);
    }

    /** The versions in use of all sites, drafts too when asked for; only for making runs. */
    public List<Site> inUse(Caller caller, boolean drafts) {
        Access.require(caller, Operation.MAKE_RUN);
        return repository.list(drafts, Bbox.WORLD, Integer.MAX_VALUE, 0).stream()
                .filter(site -> site.publication() != Site.Publication.WITHDRAWN)
                .toList();
    }

    /** The site in use with this id. @throws NoSuchSite when there is none that the caller may see */
    public Site get(Caller caller, String id) {
        return repository.find(Access.may(caller, Operation.READ_ALL), id).orElseThrow(() -> new NoSuchSite(id));
    }

    /** The shape of a site in CRS84, as a JTS geometry; a caller gets it only with a site it may see. */
    public Geometry outline(Site site) {
        return repository.outline(site.versionId());
    }
}

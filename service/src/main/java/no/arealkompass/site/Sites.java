package no.arealkompass.site;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.geo.Bbox;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The region's business land and terminal candidates. Which of them a caller sees, in counts, extents and histories too,
 * is decided by row policies in the database (docs/decisions/0090): published ones everyone, internal ones the region's own
 * people, drafts and withdrawn ones their municipalities and the administrator.
 */
@Component
public class Sites {
    /** Days begin and end here, whatever the machine's clock is set to. */
    static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private final SiteRepository repository;
    private final SiteWriteRepository writing;
    private final SiteEditor editor;
    private final FactCatalogue catalogue;
    private final Clock clock;
    private final SiteChanges changes;
    private final SiteExport export;
    private final Audit audit;

    Sites(
            SiteRepository repository,
            SiteWriteRepository writing,
            SiteEditor editor,
            FactCatalogue catalogue,
            Clock clock,
            SiteChanges changes,
            SiteExport export,
            Audit audit) {
        this.repository = repository;
        this.writing = writing;
        this.editor = editor;
        this.catalogue = catalogue;
        this.clock = clock;
        this.changes = changes;
        this.export = export;
        this.audit = audit;
    }

    /**
     * Makes new versions of the sites in an imported delivery, inside the transaction of that import. A site that reads
     * exactly as its version in use gets no new one; sites the delivery does not name stay as they are. Parts and media,
     * which a delivery cannot name, are kept; what was edited by hand stays in the history.
     *
     * @return how many sites got a new version
     * @throws SiteFault when any site lacks what a site must have; nothing is then stored
     */
    public int takeOver(Caller caller, long datasetVersionId) {
        Access.require(caller, Operation.IMPORT);
        var delivered = writing.delivered(datasetVersionId);
        SiteReader.check(delivered, new FactCheck(catalogue, today()));
        requireOwn(caller, delivered);
        int changed = 0;
        for (var row : delivered) {
            changed += take(caller, row, datasetVersionId);
        }
        return changed;
    }

    private int take(Caller caller, SiteReader.Delivered row, long datasetVersionId) {
        var site = SiteReader.read(row);
        var before = repository.find(site.id()).map(SiteEditor::state).orElse(null);
        int stored = writing.storeDelivered(site, row, datasetVersionId, caller);
        if (stored == 1) {
            var after = repository.find(site.id()).orElseThrow();
            var action = before == null ? "site.create" : "site.save";
            audit.record(caller, action, "site/" + site.id(), before, SiteEditor.state(after), after.why());
        }
        return stored;
    }

    private void requireOwn(Caller caller, List<SiteReader.Delivered> delivered) {
        var elsewhere = delivered.stream()
                .filter(row -> !editor.own(caller, row.objectId(), writing.groundOfFeature(row.featureId())))
                .map(row -> new SiteFault.Problem(
                        row.objectId(),
                        SiteChanges.NOT_OWN.nb() + " " + SiteChanges.NOT_OWN_REMEDY.nb(),
                        SiteChanges.NOT_OWN.en() + " " + SiteChanges.NOT_OWN_REMEDY.en()))
                .toList();
        if (!elsewhere.isEmpty()) {
            throw new SiteFault(elsewhere);
        }
    }

    /**
     * Holds a delivery of exported and edited sites against the sites in use, and takes what is chosen, inside the
     * transaction of that import: sites the file does not name stay as they are, and so does all it has no column for.
     *
     * @param chosen ids of the sites to take; null = every changed or new site that nobody else changed since the export
     * @return every difference, taken or not, and what keeps chosen ones from being taken
     */
    public ChangeSet takeChanges(Caller caller, long datasetVersionId, @Nullable List<String> chosen) {
        Access.require(caller, Operation.IMPORT);
        return changes.take(caller, datasetVersionId, chosen);
    }

    /**
     * The outlines of known sites as well-known binary in the storage CRS, for tables without geometry that name them by
     * id. Ids that are not known are left out.
     */
    public Map<String, byte[]> storedOutlines(Caller caller, List<String> ids) {
        Access.require(caller, Operation.IMPORT);
        return repository.storedOutlines(ids);
    }

    /**
     * The sites in use that the caller may see as one GeoJSON collection, with their facts as columns to edit.
     *
     * @param allFacts columns for facts that no site states as well
     */
    public String export(Caller caller, Form form, boolean allFacts) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return export.write(list(caller, Bbox.WORLD, Integer.MAX_VALUE, 0), this::freshness, form, allFacts);
    }

    /** How coordinates and numbers are written in an export. */
    public enum Form {
        /** Longitude and latitude. */
        DEGREES,
        /** The storage CRS with every bit, for formats that can name it. */
        METRES,
        /** Longitude and latitude, and numbers as texts with a decimal comma. */
        COMMA
    }

    /** The sites in use that the caller may see and that touch the box, by name. */
    public List<Site> list(Caller caller, Bbox bbox, int limit, int offset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.list(bbox, limit, offset);
    }

    /** How many sites the caller may see that touch the box. */
    public int count(Caller caller, Bbox bbox) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.count(bbox);
    }

    /**
     * Versions of sites as a stored run judged them, by id and version; for the public those that were published. In the
     * order of their names.
     */
    public List<Site> versions(Caller caller, Map<String, Integer> versions) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.versions(versions);
    }

    /**
     * How much ground each site adds to those before it, square metres: what overlaps is counted once.
     *
     * @param versionIds {@link Site#versionId} in the order in which they are counted
     */
    public Map<Long, Double> newGround(Caller caller, List<Long> versionIds) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.newGround(versionIds);
    }

    /** The site in use with this id. @throws NoSuchSite when there is none that the caller may see */
    public Site get(Caller caller, String id) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.find(id).orElseThrow(() -> new NoSuchSite(id));
    }

    /** One version of a site. @throws NoSuchSite when there is none that the caller may see */
    public Site version(Caller caller, String id, int version) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.version(id, version).orElseThrow(() -> new NoSuchSite(id));
    }

    /** The site as it was at the end of a day. @throws NoSuchSite when the caller could not have seen it then */
    public Site on(Caller caller, String id, LocalDate day) {
        Access.require(caller, Operation.READ_PUBLISHED);
        var end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        return repository.before(id, end).orElseThrow(() -> new NoSuchSite(id));
    }

    /** Who changed what, when and why. @throws NoSuchSite when there is no site that the caller may see */
    public SiteHistory history(Caller caller, String id, int limit, int offset) {
        Access.require(caller, Operation.READ_PUBLISHED);
        boolean named = Access.may(caller, Operation.READ_ALL);
        get(caller, id);
        var versions = repository.versions(id, limit + 1, offset);
        var marks = repository.shapeMarks(id);
        var entries = new ArrayList<SiteHistory.Entry>();
        for (int i = 0; i < Math.min(limit, versions.size()); i++) {
            var site = versions.get(i);
            var before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            entries.add(new SiteHistory.Entry(site, named ? site.by() : null, changes(before, site, marks)));
        }
        return new SiteHistory(entries, repository.countVersions(id));
    }

    private static List<SiteChange> changes(
            @Nullable Site before, Site after, Map<Integer, Map<String, String>> marks) {
        return before == null
                ? List.of()
                : SiteChange.between(
                        before,
                        marks.getOrDefault(before.version(), Map.of()),
                        after,
                        marks.getOrDefault(after.version(), Map.of()));
    }

    /** How old what is stated about a site is today. */
    public Freshness freshness(Site site) {
        return freshness(site, today());
    }

    /** How old it was, or will be, on a day. */
    public Freshness freshness(Site site, LocalDate day) {
        return Freshness.of(
                site.confirmation(), site.facts(), site.createdAt().atZone(ZONE).toLocalDate(), day);
    }

    /**
     * Saves a site as a new version, or nothing when it already reads so. Measuring and judging are left to the caller.
     *
     * @param version the version the draft was made from; null for a new site
     * @throws SiteNotValid with everything that is wrong; nothing is then stored
     * @throws SiteConflict when somebody else was first, or the new site exists already
     * @throws NoSuchSite when there is no such site to change
     */
    public Saved save(Caller caller, String id, @Nullable Integer version, SiteDraft draft) {
        Access.require(caller, Operation.EDIT_SITES);
        return editor.save(caller, id, version, draft);
    }

    /** What would be wrong with saving this. Nothing is stored. */
    public List<DraftFault> check(Caller caller, String id, SiteDraft draft) {
        Access.require(caller, Operation.EDIT_SITES);
        return editor.faults(id, draft);
    }

    /**
     * Makes a version equal to an old one.
     *
     * @param version the version in use as the caller knows it
     * @param to the number of the version to take up again
     */
    public Saved revert(Caller caller, String id, int version, int to, String why) {
        Access.require(caller, Operation.EDIT_SITES);
        return editor.revert(caller, id, version, to, why);
    }

    /**
     * Records that somebody responsible stands by what is stated. No version and no run follow: nothing has changed.
     *
     * @param confirmedBy a role, never a person
     */
    public Site confirm(Caller caller, String id, String confirmedBy, LocalDate on, String note) {
        Access.require(caller, Operation.EDIT_SITES);
        return editor.confirm(caller, id, confirmedBy, on, note);
    }

    /** The shape of a site in CRS84, as a JTS geometry; a caller gets it only with a site it may see. */
    public Geometry outline(Site site) {
        return repository.outline(site.versionId());
    }

    /** The shapes of a site's parts in CRS84, by part id; a caller gets them only with a site it may see. */
    public Map<String, Geometry> partOutlines(Site site) {
        return repository.partOutlines(site.versionId());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }
}

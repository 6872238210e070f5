package no.arealkompass.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.geo.Geo;
import no.arealkompass.sql.Sql;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes versions of sites, inside the transaction of whoever asks. Nothing that is written is ever changed. */
@Repository
class SiteWriteRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STORE_DELIVERED = Sql.read(SiteWriteRepository.class, "store_delivered");
    private static final String STORE_VERSION = Sql.read(SiteWriteRepository.class, "store_version");
    private static final String STORE_PARTS = Sql.read(SiteWriteRepository.class, "store_parts");
    private static final String SAME_SHAPES = Sql.read(SiteWriteRepository.class, "same_shapes");
    private static final String REVERT = Sql.read(SiteWriteRepository.class, "revert");
    private static final String COPY_PARTS = """
            insert into site_part (site_version_id, part_id, place, kind, name, status, footprint, facts)
            select :version, part_id, place, kind, name, status, footprint, facts from site_part where site_version_id = :from
            """;

    private final JdbcClient jdbc;
    private final Datasets datasets;

    SiteWriteRepository(JdbcClient jdbc, Datasets datasets) {
        this.jdbc = jdbc;
        this.datasets = datasets;
    }

    /** Enters a site, or finds it there, and keeps others from writing versions of it until the transaction ends. */
    void enterAndLock(String id) {
        jdbc.sql("insert into site (id) values (:id) on conflict do nothing")
                .param("id", id)
                .update();
        lock(id);
    }

    /** False when there is no such site. */
    boolean lock(String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('site ' || :id, 0))")
                .param("id", id)
                .query(row -> {});
        return jdbc.sql("select exists (select from site where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * The municipalities a site belongs to now, whoever may see it; empty when there is none of this id. A site outside of
     * all municipalities belongs to the region: an empty set.
     */
    Optional<Set<String>> ground(String id) {
        return Acting.as(
                Caller.service("site"),
                () -> jdbc.sql("select municipalities from site_state where site_id = :id")
                        .param("id", id)
                        .query((row, i) -> Set.of((String[]) row.getArray(1).getArray()))
                        .optional());
    }

    /** The municipalities a drawn shape would belong to. */
    Set<String> groundOf(Geometry shape) {
        return numbers(
                jdbc.sql("select unnest(ground_of(st_transform(st_setsrid(st_geomfromwkb(:shape), 4326), :storage)))")
                        .param("shape", Geo.toWkb(shape))
                        .param("storage", storage()));
    }

    /** The municipalities a delivered shape would belong to. */
    Set<String> groundOfFeature(long feature) {
        return numbers(jdbc.sql("select unnest(ground_of(geom)) from feature where id = :id")
                .param("id", feature));
    }

    private static Set<String> numbers(JdbcClient.StatementSpec statement) {
        return Set.copyOf(statement.query(String.class).list());
    }

    List<SiteReader.Delivered> delivered(long datasetVersionId) {
        return jdbc.sql("""
                        select id, object_id, geometrytype(geom) type, properties from feature
                        where dataset_version_id = :version order by id
                        """)
                .param("version", datasetVersionId)
                .query((row, i) -> new SiteReader.Delivered(
                        row.getLong("id"),
                        row.getString("object_id"),
                        row.getString("type"),
                        JSON.readTree(row.getString("properties"))))
                .list();
    }

    /** 1 when a new version was written, 0 when the site in use already reads exactly so. */
    int storeDelivered(SiteReader.Content site, SiteReader.Delivered row, long datasetVersionId, Caller caller) {
        enterAndLock(site.id());
        var before = inUse(site.id());
        int stored = jdbc.sql(STORE_DELIVERED)
                .param("id", site.id())
                .param("name", site.name())
                .param("kind", site.kind().name())
                .param("publication", site.publication().name())
                .param("schematic", site.schematic())
                .param("areaKnown", site.areaKnown())
                .param("accuracyM", site.accuracyM())
                .param("source", site.source())
                .param("facts", JSON.writeValueAsString(site.facts()))
                .param("version", datasetVersionId)
                .param("feature", row.featureId())
                .param("by", caller.name())
                .param("role", caller.role().name())
                .update();
        if (stored == 1) {
            before.ifPresent(from -> copyParts(inUse(site.id()).orElseThrow(), from));
        }
        return stored;
    }

    private Optional<Long> inUse(String id) {
        return jdbc.sql("select id from site_in_use where site_id = :id")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    private void copyParts(long version, long from) {
        jdbc.sql(COPY_PARTS).param("version", version).param("from", from).update();
    }

    void storeVersion(String id, SiteDraft draft, Caller caller) {
        long before = inUse(id).orElse(0L);
        jdbc.sql(STORE_VERSION)
                .param("id", id)
                .param("name", draft.name())
                .param("kind", draft.kind().name())
                .param("publication", draft.publication().name())
                .param("footprint", Geo.toWkb(Objects.requireNonNull(draft.scoredShape())))
                .param("storage", storage())
                .param("schematic", draft.schematic())
                .param("areaKnown", draft.areaKnown())
                .param("accuracyM", draft.accuracyM())
                .param("source", draft.source())
                .param("facts", JSON.writeValueAsString(draft.facts()))
                .param("by", caller.name())
                .param("role", caller.role().name())
                .param("why", draft.why())
                .param("scoredPart", draft.scoredPart())
                .param("media", JSON.writeValueAsString(draft.media()))
                .update();
        storeParts(inUse(id).orElseThrow(), before, draft.parts());
    }

    private void storeParts(long version, long before, List<SiteDraft.PartDraft> parts) {
        jdbc.sql(STORE_PARTS)
                .param("version", version)
                .param("before", before)
                .param("storage", storage())
                .param("ids", parts.stream().map(SiteDraft.PartDraft::id).toArray(String[]::new))
                .param("kinds", parts.stream().map(p -> p.kind().name()).toArray(String[]::new))
                .param("names", parts.stream().map(SiteDraft.PartDraft::name).toArray(String[]::new))
                .param(
                        "statuses",
                        parts.stream()
                                .map(p -> p.status() == null ? "" : p.status().name())
                                .toArray(String[]::new))
                .param(
                        "shapes",
                        ShapeRepository.wkbs(parts.stream()
                                .map(p -> Objects.requireNonNull(p.footprint()))
                                .toList()))
                .param(
                        "facts",
                        parts.stream()
                                .map(p -> JSON.writeValueAsString(p.facts()))
                                .toArray(String[]::new))
                .update();
    }

    /** Whether the footprint and all parts of a stored version lie where the draft has them. */
    boolean sameShapes(long versionId, SiteDraft draft) {
        var ids = new ArrayList<String>(List.of(""));
        var shapes = new ArrayList<Geometry>(List.of(Objects.requireNonNull(draft.scoredShape())));
        for (var part : draft.parts()) {
            ids.add(part.id());
            shapes.add(Objects.requireNonNull(part.footprint()));
        }
        return jdbc.sql(SAME_SHAPES)
                .param("version", versionId)
                .param("ids", ids.toArray(String[]::new))
                .param("shapes", ShapeRepository.wkbs(shapes))
                .param("storage", storage())
                .query(Boolean.class)
                .single();
    }

    void revert(Site inUse, Site old, String why, Caller caller) {
        jdbc.sql(REVERT)
                .param("id", inUse.id())
                .param("old", old.version())
                .param("next", inUse.version() + 1)
                .param("by", caller.name())
                .param("role", caller.role().name())
                .param("why", why)
                .update();
        copyParts(inUse(inUse.id()).orElseThrow(), old.versionId());
    }

    void confirm(Site site, String confirmedBy, LocalDate on, String note, Caller caller) {
        jdbc.sql("""
                        insert into site_confirmation (site_id, version, confirmed_by, confirmed_on, note, by)
                        values (:id, :version, :confirmedBy, :on, :note, :by)
                        """)
                .param("id", site.id())
                .param("version", site.version())
                .param("confirmedBy", confirmedBy)
                .param("on", on)
                .param("note", note)
                .param("by", caller.name())
                .update();
    }

    private int storage() {
        return datasets.region(Caller.PUBLIC).srid();
    }
}

package no.arealkompass.measure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.arealkompass.access.Acting;
import no.arealkompass.geo.Footprint;
import no.arealkompass.strategy.Metric;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures a shape that nobody has stored, by the very statements that measure stored sites: it is written as a site in
 * a transaction that is always rolled back, so nobody else ever sees it and nothing is left (docs/decisions/0067).
 */
@Component
public class DraftMeasurer {
    private static final int TIMEOUT_SECONDS = 10;
    /** For many shapes at once, which nobody waits for at the mouse. */
    private static final int MANY_TIMEOUT_SECONDS = 300;

    private final Measurer measurer;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    DraftMeasurer(Measurer measurer, JdbcClient db, PlatformTransactionManager transactions) {
        this.measurer = measurer;
        this.db = db;
        transaction = new TransactionTemplate(transactions);
        // Its own: what is rolled back here must never be somebody else's work.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A shape with what is stated about it.
     *
     * @param areaKnown false when the size of the shape means nothing
     * @param facts JSON list as in {@code site_version.facts}
     */
    public record Draft(Footprint footprint, boolean areaKnown, String facts) {}

    /** What was found: an answer to every metric, and the share 0..1 of the area in each municipality. */
    public record Found(Map<Metric, Measured> answers, Map<String, Double> shares) {}

    /**
     * Measures the draft.
     *
     * @param versions the dataset_version.id chosen for each dataset id
     * @param municipalitiesVersionId dataset_version.id of the municipalities; null when there are none
     * @throws QueryTimeoutException when one question takes longer than ten seconds
     */
    public Found measure(
            Draft draft,
            Collection<Metric> metrics,
            Map<String, Long> versions,
            @Nullable Long municipalitiesVersionId) {
        return Objects.requireNonNull(Acting.as(
                Measurer.SELF,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    limit(TIMEOUT_SECONDS);
                    var site = List.of(insert(draft));
                    var answers = measurer.measureAfresh(site, metrics, versions);
                    Map<Long, Map<String, Double>> shares =
                            municipalitiesVersionId == null ? Map.of() : measurer.shares(site, municipalitiesVersionId);
                    return new Found(
                            Objects.requireNonNull(answers.get(site.getFirst())),
                            shares.getOrDefault(site.getFirst(), Map.of()));
                })));
    }

    /**
     * Measures many shapes of which nothing is stated, by one statement over all of them for each metric.
     *
     * @param shapes well-known binary in the storage CRS
     * @param versions the dataset_version.id chosen for each dataset id
     * @return an answer to every metric for each shape, in their order
     */
    public List<Map<Metric, Measured>> measureAll(
            List<byte[]> shapes, int srid, Collection<Metric> metrics, Map<String, Long> versions) {
        if (shapes.isEmpty() || metrics.isEmpty()) {
            return shapes.stream().map(shape -> Map.<Metric, Measured>of()).toList();
        }
        return Objects.requireNonNull(Acting.as(
                Measurer.SELF,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    limit(MANY_TIMEOUT_SECONDS);
                    var ids = insertAll(shapes, srid);
                    var answers = measurer.measureAfresh(ids, metrics, versions);
                    return ids.stream()
                            .map(id -> Objects.requireNonNull(answers.get(id)))
                            .toList();
                })));
    }

    private void limit(int seconds) {
        db.sql("select set_config('statement_timeout', :limit, true)")
                .param("limit", seconds + "s")
                .query(String.class)
                .single();
    }

    private List<Long> insertAll(List<byte[]> shapes, int srid) {
        var draw = "draft " + UUID.randomUUID();
        long[] ids = shapes.stream().mapToLong(shape -> newId()).toArray();
        db.sql("insert into site (id) values (:id)").param("id", draw).update();
        db.sql("""
                insert into site_version (id, site_id, version, name, kind, publication, footprint, schematic, area_known,
                  accuracy_m, source, facts, by)
                overriding system value
                select a.id, :site, a.place, 'draft', 'LAND', 'DRAFT', st_setsrid(st_geomfromwkb(a.wkb), :srid), false, true,
                  0, 'draft', '[]', 'draft'
                from unnest(cast(:ids as bigint[]), cast(:shapes as bytea[])) with ordinality a (id, wkb, place)
                """)
                .param("site", draw)
                .param("ids", ids)
                .param("shapes", shapes.toArray(byte[][]::new))
                .param("srid", srid)
                .update();
        return java.util.Arrays.stream(ids).boxed().toList();
    }

    private static long newId() {
        return -(UUID.randomUUID().getMostSignificantBits() >>> 1) - 1;
    }

    /** Ids that nobody else draws: previews never wait for each other, and no number of the real ones is used up. */
    private long insert(Draft draft) {
        var draw = UUID.randomUUID();
        long id = -(draw.getMostSignificantBits() >>> 1) - 1;
        db.sql("insert into site (id) values (:id)")
                .param("id", "draft " + draw)
                .update();
        db.sql("""
                insert into site_version (id, site_id, version, name, kind, publication, footprint, schematic, area_known,
                  accuracy_m, source, facts, by)
                overriding system value
                values (:id, :site, 1, 'draft', 'LAND', 'DRAFT', st_setsrid(st_geomfromwkb(:footprint), :srid), false, :areaKnown,
                  0, 'draft', cast(:facts as jsonb), 'draft')
                """)
                .param("id", id)
                .param("site", "draft " + draw)
                .param("footprint", draft.footprint().wkb())
                .param("srid", draft.footprint().srid())
                .param("areaKnown", draft.areaKnown())
                .param("facts", draft.facts())
                .update();
        return id;
    }
}

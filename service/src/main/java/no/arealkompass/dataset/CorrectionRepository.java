package no.arealkompass.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.dataset.Correction.Kind;
import no.arealkompass.dataset.Correction.Withdrawal;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Corrections in the database, and the versions that hold them. */
@Repository
class CorrectionRepository {
    private static final String SELECT = """
            select c.id, c.dataset, c.municipality, c.kind, c.class, c.reason, c.stated_by, c.stated_on, c.source, c.at, c.by,
              st_area(c.area) area_m2, w.reason why, w.at withdrawn_at, w.by withdrawn_by
            from correction c left join correction_withdrawal w on w.correction_id = c.id
            """;
    private static final String CORRECT = Sql.read(CorrectionRepository.class, "correct");
    private static final String VERSION = Sql.read(CorrectionRepository.class, "corrected_version");
    private static final String AREA = Sql.read(CorrectionRepository.class, "correction_area");

    private final JdbcClient db;

    CorrectionRepository(JdbcClient db) {
        this.db = db;
    }

    /**
     * An area as it would be stored.
     *
     * @param wkb in the storage CRS
     * @param valid "Valid Geometry", or why it is not
     * @param outsideM2 square metres outside the municipality; null when it is not valid or there is no municipality
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Area(
            byte[] wkb,
            String valid,
            double areaM2,
            @Nullable Double outsideM2) {}

    Area area(byte[] wkb, int storage, String municipality, long municipalitiesVersion) {
        return db.sql(AREA)
                .param("wkb", wkb)
                .param("storage", storage)
                .param("municipality", municipality)
                .param("municipalities", municipalitiesVersion)
                .query((row, i) -> new Area(
                        row.getBytes("area"),
                        row.getString("valid"),
                        row.getDouble("area_m2"),
                        row.getObject("outside_m2", Double.class)))
                .single();
    }

    long add(CorrectionDraft draft, byte[] area, int storage, String by) {
        return db.sql("""
                        insert into correction (dataset, municipality, area, kind, class, reason, stated_by, stated_on, source, by)
                        values (:dataset, :municipality, st_geomfromwkb(:area, cast(:storage as int)), :kind, :class, :reason, :statedBy,
                          :on, :source, :by)
                        returning id
                        """)
                .param("dataset", draft.dataset())
                .param("municipality", draft.municipality())
                .param("area", area)
                .param("storage", storage)
                .param("kind", draft.kind().name())
                .param("class", draft.objectClass())
                .param("reason", draft.reason())
                .param("statedBy", draft.statedBy())
                .param("on", draft.on())
                .param("source", draft.source())
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void withdraw(long id, String reason, String by) {
        db.sql("insert into correction_withdrawal (correction_id, reason, by) values (:id, :reason, :by)")
                .param("id", id)
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    /** All corrections, withdrawn ones too, newest first; of one dataset when it is named. */
    List<Correction> list(@Nullable String dataset, int limit, int offset) {
        return db.sql(
                        SELECT
                                + " where cast(:dataset as text) is null or c.dataset = :dataset order by c.id desc limit :limit offset :offset")
                .param("dataset", dataset)
                .param("limit", limit)
                .param("offset", offset)
                .query(CorrectionRepository::row)
                .list();
    }

    int count(@Nullable String dataset) {
        return db.sql("select count(*) from correction where cast(:dataset as text) is null or dataset = :dataset")
                .param("dataset", dataset)
                .query(Integer.class)
                .single();
    }

    Optional<Correction> find(long id) {
        return db.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(CorrectionRepository::row)
                .optional();
    }

    /** Ids of the corrections of a dataset that stand, in the order they were registered. */
    List<Long> standing(String dataset) {
        return db.sql("""
                        select id from correction where dataset = :dataset
                          and not exists (select from correction_withdrawal where correction_id = correction.id) order by id
                        """).param("dataset", dataset).query(Long.class).list();
    }

    /** The outline as GeoJSON text, longitude and latitude. */
    String outline(long id) {
        return db.sql("select st_asgeojson(st_transform(area, 4326), 7) from correction where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Stores a version that is the delivered one with some corrections; answers its id. */
    long store(long delivered, List<Long> corrections, String classProperty, String by) {
        db.sql("""
                        create temporary table corrected on commit drop as
                        select id as no, class, object_id, properties, geom from feature where dataset_version_id = :delivered
                        """).param("delivered", delivered).update();
        for (Long correction : corrections) {
            db.sql(CORRECT)
                    .params(Map.of("correction", correction, "property", classProperty))
                    .update();
        }
        long version = db.sql(VERSION)
                .param("delivered", delivered)
                .param("corrections", new SqlArrayValue("int8", corrections.toArray()))
                .param("by", by)
                .query(Long.class)
                .single();
        db.sql("""
                        insert into feature (dataset_version_id, class, object_id, properties, geom)
                        select :version, class, object_id, properties, geom from corrected where not st_isempty(geom) order by no
                        """).param("version", version).update();
        db.sql("drop table corrected").update();
        return version;
    }

    private static Correction row(ResultSet row, int number) throws SQLException {
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        return new Correction(
                row.getLong("id"),
                row.getString("dataset"),
                row.getString("municipality"),
                Kind.valueOf(row.getString("kind")),
                row.getString("class"),
                row.getString("reason"),
                row.getString("stated_by"),
                row.getDate("stated_on").toLocalDate(),
                row.getString("source"),
                row.getTimestamp("at").toInstant(),
                row.getString("by"),
                row.getDouble("area_m2"),
                withdrawn == null
                        ? null
                        : new Withdrawal(row.getString("why"), withdrawn.toInstant(), row.getString("withdrawn_by")));
    }
}

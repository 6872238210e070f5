package no.arealkompass.dataset;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.arealkompass.dataset.ImportRepository.Attempt;
import no.arealkompass.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dataset versions as they stand in the database. */
@Repository
class VersionRepository {
    /** Whatever they are read from is called v. */
    private static final String COLUMNS = """
            select id, dataset, version, description, file_name, sha256, imported_at, imported_by, feature_count,
                   accuracy_m, omits_below_m2, is_sample, parents, scenario,
                   (select min(i.id) from import i where i.dataset_version_id = v.id and i.outcome = 'ACCEPTED') as import_id
            from""" + " ";

    private static final String ADD = Sql.read(VersionRepository.class, "version");

    private final JdbcClient db;
    private final JsonMapper json;

    VersionRepository(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<DatasetVersion> inUse() {
        return db.sql(COLUMNS + "dataset_in_use v order by dataset")
                .query(this::row)
                .list();
    }

    /** How many of the sites in a delivery the caller may see. */
    int visibleSites(long version) {
        return db.sql("select count(*) from feature f join site_state s on s.site_id = f.object_id"
                        + " where f.dataset_version_id = :version")
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    Optional<DatasetVersion> inUse(String dataset) {
        return db.sql(COLUMNS + "dataset_in_use v where dataset = :dataset")
                .param("dataset", dataset)
                .query(this::row)
                .optional();
    }

    /** The newest version as its publisher delivered it: the one in use, or the one it was corrected from. */
    Optional<DatasetVersion> delivered(String dataset) {
        return db.sql(COLUMNS + "dataset_delivered v where dataset = :dataset")
                .param("dataset", dataset)
                .query(this::row)
                .optional();
    }

    /** Every version that was delivered as these bytes, newest first. */
    List<DatasetVersion> ofBytes(String dataset, String sha256) {
        return db.sql(COLUMNS + "dataset_version v where dataset = :dataset and sha256 = :sha256 order by version desc")
                .param("dataset", dataset)
                .param("sha256", sha256)
                .query(this::row)
                .list();
    }

    Optional<DatasetVersion> version(long id) {
        return db.sql(COLUMNS + "dataset_version v where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<DatasetVersion> history(String dataset) {
        return db.sql(COLUMNS + "dataset_version v where dataset = :dataset and scenario is null order by version desc")
                .param("dataset", dataset)
                .query(this::row)
                .list();
    }

    /**
     * A version that a scenario has made before from the same parents in the same way; the newest of several.
     *
     * @param key the part of the description that says how
     * @param how its content, as JSON
     */
    Optional<DatasetVersion> ofScenario(String scenario, String dataset, List<Long> parents, String key, String how) {
        return db.sql(COLUMNS + "dataset_version v where scenario = :scenario and dataset = :dataset"
                        + " and parents = cast(:parents as bigint[]) and description -> :key = cast(:how as jsonb)"
                        + " order by version desc limit 1")
                .param("scenario", scenario)
                .param("dataset", dataset)
                .param("parents", new SqlArrayValue("int8", parents.toArray()))
                .param("key", key)
                .param("how", how)
                .query(this::row)
                .optional();
    }

    /** The classes that any version of a dataset has. */
    List<String> classes(String dataset) {
        return db.sql("""
                        select distinct l.class from layer l join dataset_version v on v.id = l.dataset_version_id
                        where v.dataset = :dataset and v.scenario is null and l.class <> '' order by 1
                        """).param("dataset", dataset).query(String.class).list();
    }

    /** What was done when a version of a scenario was made, as JSON. */
    String planned(long id) {
        return db.sql("select coalesce(description -> 'told', '[]') from dataset_version where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** The covered area as GeoJSON text, longitude and latitude, to about a decimetre. */
    Optional<String> coverage(long id) {
        return db.sql("select st_asgeojson(st_transform(coverage, 4326), 6) from dataset_version where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** The whole frozen description of a version, for comparing it with what an import would write now. */
    boolean sameDescription(long id, String description) {
        return db.sql("select description = cast(:description as jsonb) from dataset_version where id = :id")
                .param("id", id)
                .param("description", description)
                .query(Boolean.class)
                .single();
    }

    /** Whether a derived version was made by these inputs. */
    boolean derivedFrom(long id, String inputs) {
        return db.sql("select coalesce(description -> 'inputs' = cast(:inputs as jsonb), false)"
                        + " from dataset_version where id = :id")
                .param("id", id)
                .param("inputs", inputs)
                .query(Boolean.class)
                .single();
    }

    /**
     * Writes the next version of a dataset. Its features are counted here, from the staged ones inside the region.
     *
     * @param coverage well-known binary in the storage CRS
     * @param storage EPSG code of the storage CRS
     */
    long add(Attempt attempt, String description, Source source, List<Long> parents, byte[] coverage, int storage) {
        return db.sql(ADD)
                .param("dataset", attempt.dataset())
                .param("source", source.id())
                .param("description", description)
                .param("fileName", attempt.fileName())
                .param("sha256", attempt.sha256())
                .param("by", attempt.by())
                .param("coverage", coverage)
                .param("storage", storage)
                .param("accuracyM", source.accuracyM())
                .param("omitsBelowM2", source.omitsBelowM2())
                .param("sample", source.sample())
                .param("parents", new SqlArrayValue("int8", parents.toArray()))
                .query(Long.class)
                .single();
    }

    private DatasetVersion row(ResultSet row, int number) throws SQLException {
        JsonNode description = json.readTree(row.getString("description"));
        return new DatasetVersion(
                row.getLong("id"),
                row.getString("dataset"),
                row.getInt("version"),
                Frozen.source(json, description),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getTimestamp("imported_at").toInstant(),
                row.getString("imported_by"),
                row.getInt("feature_count"),
                row.getDouble("accuracy_m"),
                row.getDouble("omits_below_m2"),
                row.getBoolean("is_sample"),
                longs(row.getArray("parents")),
                Frozen.unreached(json, description),
                Frozen.corrections(description),
                row.getString("scenario"),
                row.getObject("import_id", Long.class));
    }

    private static List<Long> longs(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }
}

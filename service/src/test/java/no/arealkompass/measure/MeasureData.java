package no.arealkompass.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sql.DataSource;
import no.arealkompass.strategy.Metric;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Dataset versions and sites for tests, written as the import writes them; coordinates in metres from a corner. */
final class MeasureData {
    private static final String WORLD = "POLYGON((-1e6 -1e6,1e6 -1e6,1e6 1e6,-1e6 1e6,-1e6 -1e6))";

    final JdbcClient db;
    final Measurer measurer;
    private final TransactionTemplate transaction;
    private int count;

    MeasureData(DataSource dataSource) {
        db = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        var repository = new MetricRepository(db);
        measurer = new Measurer(repository, new MeasurementRepository(db), new Finder(repository));
    }

    /** A feature of a dataset version. */
    record Thing(String type, String wkt, Map<String, Object> properties) {
        static Thing of(String type, String wkt) {
            return new Thing(type, wkt, Map.of());
        }
    }

    long version(String dataset, Thing... things) {
        return version(dataset, WORLD, 0, things);
    }

    long version(String dataset, String coverage, double omitsBelowM2, Thing... things) {
        long id = db.sql("""
                insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by,
                  feature_count, coverage, accuracy_m, omits_below_m2, is_sample)
                select :dataset, 1 + count(*), 'test', '{"theme": {"classProperty": "type"}}', 'f', 's', 'test', :count,
                  st_multi(st_geomfromtext(:coverage, 25833)), 1, :omits, true
                from dataset_version where dataset = :dataset returning id
                """)
                .param("dataset", dataset)
                .param("count", things.length)
                .param("coverage", coverage)
                .param("omits", omitsBelowM2)
                .query(Long.class)
                .single();
        for (Thing thing : things) {
            db.sql("""
                    insert into feature (dataset_version_id, class, object_id, properties, geom)
                    values (:id, :type, '', cast(:properties as jsonb), st_geomfromtext(:wkt, 25833))
                    """)
                    .param("id", id)
                    .param("type", thing.type())
                    .param("properties", JsonMapper.shared().writeValueAsString(thing.properties()))
                    .param("wkt", thing.wkt())
                    .update();
        }
        db.sql(pieces()).param("version", id).update();
        return id;
    }

    long site(String wkt) {
        return site(wkt, true, "[]");
    }

    long site(String wkt, boolean areaKnown, String facts) {
        String id = "s" + ++count;
        db.sql("insert into site (id) values (:id)").param("id", id).update();
        return db.sql("""
                insert into site_version (site_id, version, name, kind, publication, footprint, schematic, area_known,
                  accuracy_m, source, facts, by)
                values (:id, 1, :id, 'LAND', 'PUBLISHED', st_multi(st_geomfromtext(:wkt, 25833)), false, :known, 1, 'test',
                  cast(:facts as jsonb), 'test') returning id
                """)
                .param("id", id)
                .param("wkt", wkt)
                .param("known", areaKnown)
                .param("facts", facts)
                .query(Long.class)
                .single();
    }

    Map<Long, Map<Metric, Measured>> measure(
            java.util.Collection<Long> sites, java.util.Collection<Metric> metrics, Map<String, Long> versions) {
        return transaction.execute(status -> measurer.measure(sites, metrics, versions));
    }

    Measured measure(long site, Metric metric, Map<String, Long> versions) {
        return measure(java.util.List.of(site), java.util.List.of(metric), versions)
                .get(site)
                .get(metric);
    }

    /** A rectangle. */
    static String box(double x, double y, double width, double height) {
        return "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))".formatted(x, y, x + width, y + height);
    }

    private static String pieces() {
        try (InputStream in = MeasureData.class.getResourceAsStream("/no/arealkompass/dataset/pieces.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

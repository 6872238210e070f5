package no.arealkompass.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import no.arealkompass.sql.Sql;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The made-up region in the database, and the two rivals' statements. */
@Component
class RegionBench {
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    RegionBench(OwnerBench owner) {
        this.db = owner.db();
        this.transaction = owner.transaction();
    }

    /** Whether this database may be emptied: it was made for measuring or testing. */
    boolean mayBeEmptied() {
        return db.sql("select current_database() = 'areal_bench' or current_database() like 'test\\_%'")
                .query(Boolean.class)
                .single();
    }

    /** Empties the database and fills it anew. */
    void make(Options options) {
        db.sql(Sql.read(RegionBench.class, "region"))
                .param("sites", options.sites())
                .param("roads", options.roads())
                .param("zones", options.zones())
                .param("seed", options.seed())
                .update();
        for (long version : versions().values()) {
            db.sql(Sql.read(RegionBench.class, "/no/arealkompass/dataset/pieces"))
                    .param("version", version)
                    .update();
        }
        db.sql(Sql.read(RegionBench.class, "rivals")).update();
    }

    Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        RowCallbackHandler version = row -> versions.put(row.getString("dataset"), row.getLong("id"));
        db.sql("select dataset, id from dataset_version").query(version);
        return versions;
    }

    List<Long> sites() {
        return db.sql("select id from site_version order by id")
                .query(Long.class)
                .list();
    }

    /** The sites that the plain statements answer for. */
    Set<Long> someSites() {
        return new HashSet<>(
                db.sql("select id from bench.some_site").query(Long.class).list());
    }

    /** How many objects there are, as made. */
    String size() {
        return db.sql("""
                select format('%s sites, %s road segments (%s of class E), %s constraint polygons',
                  (select count(*) from bench.site), (select count(*) from bench.road),
                  (select count(*) from bench.road_e), (select count(*) from bench.zone))
                """).query(String.class).single();
    }

    String database() {
        return db.sql("select split_part(version(), ' on ', 1) || ', PostGIS ' || postgis_lib_version() || ', GEOS '"
                        + " || postgis_geos_version()")
                .query(String.class)
                .single();
    }

    /** A rival's answers by site. */
    Map<Long, Double> answers(String statement) {
        Map<Long, Double> answers = new HashMap<>();
        RowCallbackHandler answer = row -> answers.put(row.getLong(1), row.getDouble(2));
        db.sql(statement).query(answer);
        return answers;
    }

    /** Everybody works on the same terms: one process, nothing compiled, plans made for the numbers at hand. */
    <T> T onEqualTerms(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            db.sql("""
                    select set_config('jit', 'off', true) || set_config('max_parallel_workers_per_gather', '0', true)
                      || set_config('plan_cache_mode', 'force_custom_plan', true)
                    """).query(String.class).single();
            return work.get();
        }));
    }

    void forgetMeasured() {
        db.sql("truncate measurement").update();
    }
}

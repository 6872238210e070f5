package no.arealkompass.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.measure.Layers.Layer;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions as PostGIS answers them, one statement over all sites each; lengths in metres of the storage CRS. */
@Repository
class MetricRepository {
    private static final Map<String, String> STATEMENTS = Stream.of(
                    "corrections",
                    "coverage",
                    "distance",
                    "nearest",
                    "overlap",
                    "own",
                    "remaining",
                    "shares",
                    "sum",
                    "worst")
            .collect(Collectors.toUnmodifiableMap(name -> name, MetricRepository::statement));

    private final JdbcClient db;

    MetricRepository(JdbcClient db) {
        this.db = db;
    }

    /** A property of the nearest feature: its JSON type and text, null where it has none. */
    record Near(
            double metres, @Nullable String type, @Nullable String value) {}

    /** A stated fact: its JSON type and text, null where the statement is that nobody knows. */
    record Stated(@Nullable String type, @Nullable String value, FactOrigin origin) {}

    /**
     * For the rest of the transaction: the best plan depends on the layers asked for, so none is kept for all of them,
     * and the statements are too short to be compiled.
     */
    void prepare() {
        db.sql("select set_config('jit', 'off', true) || set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /** The layers of some dataset versions, by dataset. */
    Map<String, Layers> layers(Collection<Long> versions) {
        Map<String, Layers> found = new HashMap<>();
        RowCallbackHandler version = row -> {
            String dataset = row.getString("dataset");
            Layers layers = new Layers(
                    row.getLong("id"), dataset, row.getString("property"), row.getDouble("omits"), new ArrayList<>());
            found.computeIfAbsent(dataset, d -> layers);
            if (row.getObject("layer") != null) {
                Layer layer = new Layer(
                        row.getInt("layer"), row.getString("class"), row.getBoolean("shape"), row.getBoolean("each"));
                found.getOrDefault(dataset, layers).all().add(layer);
            }
        };
        db.sql("""
                select v.id, v.dataset, coalesce(v.description #>> '{theme,classProperty}', '') as property,
                  v.omits_below_m2 as omits, l.id as layer, l.class, l.shape, l.each
                from dataset_version v left join layer l on l.dataset_version_id = v.id
                where v.id = any (cast(:versions as bigint[])) order by l.id
                """).param("versions", longs(versions)).query(version);
        return found;
    }

    Map<Long, Double> distances(Collection<Long> sites, List<Integer> layers, double capM) {
        return numbers("distance", sites, Map.of("layers", ints(layers), "cap", capM));
    }

    Map<Long, Double> overlaps(Collection<Long> sites, List<Integer> layers) {
        return numbers("overlap", sites, Map.of("layers", ints(layers)));
    }

    /** Places in the list, from 1; a site that no layer touches is missing. */
    Map<Long, Double> worst(Collection<Long> sites, List<Integer> layers) {
        return numbers("worst", sites, Map.of("layers", ints(layers)));
    }

    /** NaN where a feature lacks the number; a site with no feature near is missing. */
    Map<Long, Double> sums(Collection<Long> sites, List<Integer> layers, String property, double withinM) {
        return numbers("sum", sites, Map.of("layers", ints(layers), "property", property, "within", withinM));
    }

    /** Dekar left of each site. */
    Map<Long, Double> remaining(Collection<Long> sites, List<Integer> layers, List<Double> buffersM) {
        return numbers("remaining", sites, Map.of("layers", ints(layers), "buffers", doubles(buffersM)));
    }

    /**
     * Metres to the edge of what a version covers, NaN where the site is not inside; only for sites round which the radius
     * asked for may not be covered.
     */
    Map<Long, Double> coverage(long version, Map<Long, Double> radiiM) {
        List<Long> sites = List.copyOf(radiiM.keySet());
        List<Double> radii = sites.stream()
                .map(site -> Objects.requireNonNull(radiiM.get(site)))
                .toList();
        return numbers("coverage", sites, Map.of("version", version, "radii", doubles(radii)));
    }

    Map<Long, Near> nearest(Collection<Long> sites, List<Integer> layers, String property, double withinM) {
        Map<Long, Near> found = HashMap.newHashMap(sites.size());
        RowCallbackHandler near = row -> found.put(
                row.getLong("id"), new Near(row.getDouble("metres"), row.getString("type"), row.getString("value")));
        query("nearest", sites, Map.of("layers", ints(layers), "property", property, "within", withinM), near);
        return found;
    }

    /** The newest statement of each fact, by fact and site. */
    Map<String, Map<Long, Stated>> facts(Collection<Long> sites, Collection<String> facts) {
        Map<String, Map<Long, Stated>> found = new HashMap<>();
        RowCallbackHandler fact = row -> {
            var origin = new FactOrigin(
                    Objects.requireNonNullElse(row.getString("stated_by"), ""),
                    Objects.requireNonNullElse(row.getString("stated_on"), ""),
                    Objects.requireNonNullElse(row.getString("basis"), ""),
                    Objects.requireNonNullElse(row.getString("source"), ""));
            found.computeIfAbsent(row.getString("fact"), f -> new HashMap<>())
                    .put(row.getLong("id"), new Stated(row.getString("type"), row.getString("value"), origin));
        };
        query("own", sites, Map.of("facts", facts.toArray(String[]::new)), fact);
        return found;
    }

    /** Those of the sites whose drawn shape says nothing about their size. */
    Set<Long> areaUnknown(Collection<Long> sites) {
        return new HashSet<>(
                db.sql("select id from site_version where id = any (cast(:sites as bigint[])) and not area_known")
                        .param("sites", longs(sites))
                        .query(Long.class)
                        .list());
    }

    /** The sites smaller than an area, and how large they are. */
    Map<Long, Double> smallerThan(Collection<Long> sites, double areaM2) {
        return db
                .sql("select id, st_area(footprint) from site_version"
                        + " where id = any (cast(:sites as bigint[])) and st_area(footprint) <= :area")
                .param("sites", longs(sites))
                .param("area", areaM2)
                .query((row, i) -> Map.entry(row.getLong(1), row.getDouble(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Metres from each site to each correction within some distance, the nearest first. */
    Map<Long, Map<Long, Double>> near(Collection<Long> sites, Collection<Long> corrections, double withinM) {
        Map<Long, Map<Long, Double>> near = new HashMap<>();
        RowCallbackHandler one = row -> near.computeIfAbsent(row.getLong("id"), id -> new LinkedHashMap<>())
                .put(row.getLong("correction"), row.getDouble("metres"));
        db.sql(STATEMENTS.getOrDefault("corrections", ""))
                .param("sites", longs(sites))
                .param("corrections", longs(corrections))
                .param("within", withinM)
                .query(one);
        return near;
    }

    /** Stores the municipality shares of those sites that have none yet, and reads them all. */
    Map<Long, Map<String, Double>> shares(Collection<Long> sites, long version) {
        Map<Long, Map<String, Double>> found = new HashMap<>();
        sites.forEach(site -> found.put(site, new HashMap<>()));
        readShares(found, version);
        var missing = found.keySet().stream()
                .filter(site -> found.getOrDefault(site, Map.of()).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return found;
        }
        db.sql(STATEMENTS.getOrDefault("shares", ""))
                .param("sites", longs(missing))
                .param("version", version)
                .update();
        readShares(found, version);
        return found;
    }

    private void readShares(Map<Long, Map<String, Double>> found, long version) {
        RowCallbackHandler share = row -> found.getOrDefault(row.getLong("site_version_id"), new HashMap<>())
                .put(row.getString("municipality"), row.getDouble("share"));
        db.sql("""
                select site_version_id, municipality, share from municipality_share
                where dataset_version_id = :version and site_version_id = any (cast(:sites as bigint[]))
                """)
                .param("version", version)
                .param("sites", longs(found.keySet()))
                .query(share);
    }

    private Map<Long, Double> numbers(String statement, Collection<Long> sites, Map<String, Object> values) {
        Map<Long, Double> found = HashMap.newHashMap(sites.size());
        RowCallbackHandler number = row -> {
            double value = row.getDouble(2);
            boolean none = row.wasNull();
            found.put(row.getLong(1), none ? Double.NaN : value);
        };
        query(statement, sites, values, number);
        return found;
    }

    private void query(
            String statement, Collection<Long> sites, Map<String, Object> values, RowCallbackHandler handler) {
        db.sql(STATEMENTS.getOrDefault(statement, ""))
                .param("sites", longs(sites))
                .params(values)
                .query(handler);
    }

    /** An array that the planner can see into; as text it would guess how long it is, and read it once per row. */
    static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] ints(Collection<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] doubles(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static String statement(String name) {
        return Sql.read(MetricRepository.class, name);
    }
}

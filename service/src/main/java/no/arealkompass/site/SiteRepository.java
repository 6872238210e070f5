package no.arealkompass.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.access.Role;
import no.arealkompass.geo.Bbox;
import no.arealkompass.geo.Geo;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads sites from the database, in use and as they were; which ones is decided by row policies (V16). */
@Repository
class SiteRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SITES = Sql.read(SiteRepository.class, "sites");
    private static final String IN_USE = SITES.formatted("site_in_use");
    private static final String VERSIONS = SITES.formatted("site_version");
    private static final String SHAPE_MARKS = Sql.read(SiteRepository.class, "shape_marks");
    private static final String IN_BOX = """
              and (:world or st_intersects(s.footprint,
                st_transform(st_segmentize(st_envelope(:diagonal), 0.1), st_srid(s.footprint))))
            """;
    private static final String NEW_GROUND = Sql.read(SiteRepository.class, "new_ground");
    private static final String FOR_EVER = "infinity";

    private final JdbcClient jdbc;

    SiteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Site> list(Bbox bbox, int limit, int offset) {
        return jdbc.sql(IN_USE + IN_BOX + " order by s.name, s.site_id limit :limit offset :offset")
                .param("until", FOR_EVER)
                .params(box(bbox))
                .param("limit", limit)
                .param("offset", offset)
                .query(SiteRepository::site)
                .list();
    }

    int count(Bbox bbox) {
        return jdbc.sql("select count(*) from site_in_use s where true " + IN_BOX)
                .params(box(bbox))
                .query(Integer.class)
                .single();
    }

    Optional<Site> find(String id) {
        return jdbc.sql(IN_USE + " and s.site_id = :id")
                .param("until", FOR_EVER)
                .param("id", id)
                .query(SiteRepository::site)
                .optional();
    }

    Optional<Site> version(String id, int version) {
        return jdbc.sql(VERSIONS + " and s.site_id = :id and s.version = :version")
                .param("until", FOR_EVER)
                .param("id", id)
                .param("version", version)
                .query(SiteRepository::site)
                .optional();
    }

    /** The version that was in use just before a moment, if the caller might have seen it. */
    Optional<Site> before(String id, Instant until) {
        return jdbc.sql(VERSIONS + """
                         and s.site_id = :id and s.version =
                          (select max(version) from site_version where site_id = :id and at < cast(:until as timestamptz))
                        """)
                .param("until", until.toString())
                .param("id", id)
                .query(SiteRepository::site)
                .optional();
    }

    /** Newest first. */
    List<Site> versions(String id, int limit, int offset) {
        return jdbc.sql(VERSIONS + " and s.site_id = :id order by s.version desc limit :limit offset :offset")
                .param("until", FOR_EVER)
                .param("id", id)
                .param("limit", limit)
                .param("offset", offset)
                .query(SiteRepository::site)
                .list();
    }

    /** These versions of these sites, whatever has become of the sites since. */
    List<Site> versions(Map<String, Integer> versions) {
        return jdbc.sql(SITES.formatted("site_version") + """
                         and (s.site_id, s.version) in (select * from unnest(cast(:ids as text[]), cast(:versions as int[])))
                        order by s.name, s.site_id
                        """)
                .param("until", FOR_EVER)
                .param("ids", versions.keySet().toArray(String[]::new))
                .param("versions", versions.values().toArray(Integer[]::new))
                .query(SiteRepository::site)
                .list();
    }

    /** The area of each version that lies in none of those before it, square metres. */
    Map<Long, Double> newGround(List<Long> versionIds) {
        var areas = new HashMap<Long, Double>();
        jdbc.sql(NEW_GROUND).param("ids", versionIds.toArray(Long[]::new)).query((RowCallbackHandler)
                row -> areas.put(row.getLong("id"), row.getDouble("area_m2")));
        return areas;
    }

    int countVersions(String id) {
        return jdbc.sql("select count(*) from site_version where site_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Marks of the shapes of each version: equal marks, equal shapes. The footprint stands under "". */
    Map<Integer, Map<String, String>> shapeMarks(String id) {
        var marks = new LinkedHashMap<Integer, Map<String, String>>();
        jdbc.sql(SHAPE_MARKS).param("id", id).query(row -> {
            var shapes = new LinkedHashMap<>(
                    JSON.readValue(row.getString("parts"), new TypeReference<Map<String, String>>() {}));
            shapes.put("", row.getString("footprint"));
            marks.put(row.getInt("version"), shapes);
        });
        return marks;
    }

    Map<String, byte[]> storedOutlines(List<String> ids) {
        var outlines = new HashMap<String, byte[]>();
        jdbc.sql("""
                        select site_id, st_asbinary(footprint) outline from site_in_use
                        where site_id = any (cast(:ids as text[]))
                        """).param("ids", ids.toArray(String[]::new)).query((RowCallbackHandler)
                row -> outlines.put(row.getString("site_id"), row.getBytes("outline")));
        return outlines;
    }

    Geometry outline(long versionId) {
        return jdbc.sql("select st_asbinary(st_transform(footprint, 4326)) from site_version where id = :id")
                .param("id", versionId)
                .query((row, i) -> Geo.fromWkb(row.getBytes(1), 4326))
                .single();
    }

    /** The shapes of a version's parts, CRS84, by part id. */
    Map<String, Geometry> partOutlines(long versionId) {
        var outlines = new LinkedHashMap<String, Geometry>();
        jdbc.sql("""
                        select part_id, st_asbinary(st_transform(footprint, 4326)) as wkb from site_part
                        where site_version_id = :id order by place
                        """).param("id", versionId).query(row -> {
            outlines.put(row.getString("part_id"), Geo.fromWkb(row.getBytes("wkb"), 4326));
        });
        return outlines;
    }

    private static Map<String, Object> box(Bbox box) {
        return Map.of("world", box.equals(Bbox.WORLD), "diagonal", box.diagonal());
    }

    private static Site site(ResultSet row, int i) throws SQLException {
        var parts = JSON.readValue(row.getString("parts"), new TypeReference<List<SitePart>>() {});
        var scored = row.getString("scored_part");
        return new Site(
                row.getLong("id"),
                row.getString("site_id"),
                row.getInt("version"),
                row.getString("name"),
                Site.Kind.valueOf(row.getString("kind")),
                Site.Publication.valueOf(row.getString("publication").toUpperCase(Locale.ROOT)),
                row.getBoolean("schematic"),
                row.getBoolean("area_known"),
                row.getDouble("accuracy_m"),
                row.getString("source"),
                row.getDouble("area_m2"),
                degrees(row, "x", "y"),
                degrees(row, "west", "south", "east", "north"),
                JSON.readValue(row.getString("facts"), new TypeReference<List<Fact>>() {}),
                parts,
                parts.stream().filter(p -> p.id().equals(scored)).findFirst().orElse(null),
                JSON.readValue(row.getString("media"), new TypeReference<List<SiteMedia>>() {}),
                moment(row, "at"),
                row.getString("by"),
                Role.valueOf(row.getString("by_role")),
                row.getString("why"),
                moment(row, "created_at"),
                confirmation(row));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Confirmation confirmation(ResultSet row) throws SQLException {
        var on = row.getObject("confirmed_on", LocalDate.class);
        return on == null
                ? null
                : new Confirmation(
                        row.getString("confirmed_by"),
                        on,
                        row.getString("confirmed_note"),
                        row.getInt("confirmed_version"));
    }

    /** Seven decimals of a degree are a centimetre. */
    private static List<Double> degrees(ResultSet row, String... columns) throws SQLException {
        var values = new Double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = Math.round(row.getDouble(columns[i]) * 1e7) / 1e7;
        }
        return Arrays.asList(values);
    }
}

package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.arealkompass.sql.Sql;
import no.arealkompass.strategy.Where;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The geometry of a check: a table of pieces of ground that lives as long as one transaction, and what is worked out from
 * it. A piece is known by its kind and a number; the same ground under two kinds is two pieces. Everything is in the
 * storage CRS and square metres.
 */
@Repository
class GroundRepository {
    private static final String CROSS = Sql.read(GroundRepository.class, "cross");
    private static final String OVERLAP = Sql.read(GroundRepository.class, "overlap");
    private static final String UNCOVERED = Sql.read(GroundRepository.class, "uncovered");
    private static final String REST = Sql.read(GroundRepository.class, "rest");
    private static final String LESS = Sql.read(GroundRepository.class, "less");
    private static final String UNITE = Sql.read(GroundRepository.class, "unite");
    private static final String SHAPES = Sql.read(GroundRepository.class, "shapes");
    private static final String NEAR = Sql.read(GroundRepository.class, "near");

    private final JdbcClient db;

    GroundRepository(JdbcClient db) {
        this.db = db;
    }

    /** @param place longitude and latitude */
    record Shape(double areaM2, boolean simplified, String geoJson, List<Double> place) {}

    record Near(long one, long other, double metres) {}

    /** Begins a check; the table goes with the transaction. */
    void open() {
        db.sql("select set_config('jit', 'off', true) || set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
        db.sql(
                        "create temporary table ground (kind text not null, no bigint not null, geom geometry not null) on commit drop")
                .update();
        db.sql("create index on ground using gist (kind, geom)").update();
        db.sql("create index on ground (kind, no)").update();
    }

    void zones(String kind, Collection<CheckedZone> zones, int srid) {
        db.sql("""
                insert into ground (kind, no, geom)
                select :kind, a.no, st_setsrid(st_geomfromwkb(a.wkb), :srid)
                from unnest(cast(:nos as bigint[]), cast(:wkbs as bytea[])) a (no, wkb)
                """)
                .param("kind", kind)
                .param("nos", zones.stream().mapToLong(CheckedZone::no).toArray())
                .param("wkbs", zones.stream().map(one -> one.zone().wkb()).toArray(byte[][]::new))
                .param("srid", srid)
                .update();
        db.sql("analyze ground").update();
    }

    void sites(String kind, Collection<Long> siteVersions) {
        db.sql("""
                insert into ground (kind, no, geom)
                select :kind, id, footprint from site_version where id = any (cast(:nos as bigint[]))
                """).param("kind", kind).param("nos", longs(siteVersions)).update();
    }

    /** The outlines of plans: the ground that they decide on. */
    void outlines(String kind, Collection<Long> planVersions) {
        db.sql("""
                insert into ground (kind, no, geom)
                select :kind, id, outline from plan_version where id = any (cast(:nos as bigint[]))
                """).param("kind", kind).param("nos", longs(planVersions)).update();
    }

    void copy(String into, String of, Collection<Long> nos) {
        db.sql(
                        "insert into ground select :into, no, geom from ground where kind = :of and no = any (cast(:nos as bigint[]))")
                .param("into", into)
                .param("of", of)
                .param("nos", longs(nos))
                .update();
    }

    /** One piece from pieces of the same numbers under some kinds; nothing where there is none. */
    void unite(String into, Collection<String> kinds, Collection<Long> nos) {
        List<Piece> pieces = new ArrayList<>();
        kinds.forEach(kind -> nos.forEach(no -> pieces.add(new Piece(kind, no))));
        unite(into, pieces);
    }

    /** One piece from many; nothing where there is none. */
    void unite(String into, Collection<Piece> pieces) {
        db.sql(UNITE)
                .param("into", into)
                .param("kinds", pieces.stream().map(Piece::kind).toArray(String[]::new))
                .param("nos", pieces.stream().mapToLong(Piece::no).toArray())
                .update();
    }

    void cross(String into, String of, Collection<Long> ofNos, String with, Collection<Long> withNos) {
        if (ofNos.isEmpty() || withNos.isEmpty()) {
            return;
        }
        db.sql(CROSS)
                .param("into", into)
                .param("of", of)
                .param("ofNos", longs(ofNos))
                .param("with", with)
                .param("withNos", longs(withNos))
                .update();
    }

    void overlap(String into, String of, Collection<Long> nos, long version, Where where) {
        db.sql(OVERLAP)
                .param("into", into)
                .param("of", of)
                .param("nos", longs(nos))
                .param("version", version)
                .param("classes", where.values().toArray(String[]::new))
                .update();
    }

    void uncovered(String into, String of, Collection<Long> nos, long version) {
        db.sql(UNCOVERED)
                .param("into", into)
                .param("of", of)
                .param("nos", longs(nos))
                .param("version", version)
                .update();
    }

    void rest(String into, String of, String away) {
        db.sql(REST).param("into", into).param("of", of).param("away", away).update();
    }

    /** What is left of each piece without what was found in it under another kind. */
    void less(String into, String of, Collection<Long> nos, String away) {
        db.sql(LESS)
                .param("into", into)
                .param("of", of)
                .param("nos", longs(nos))
                .param("away", away)
                .update();
    }

    /** Square metres by number; pieces of the same number are added up, so they must not overlap. */
    Map<Long, Double> areas(String kind) {
        Map<Long, Double> areas = new HashMap<>();
        RowCallbackHandler row = found -> areas.put(found.getLong(1), found.getDouble(2));
        db.sql("select no, sum(st_area(geom)) from ground where kind = :kind group by no")
                .param("kind", kind)
                .query(row);
        return areas;
    }

    double area(String kind) {
        return areas(kind).getOrDefault(0L, 0.0);
    }

    Map<Piece, Shape> shapes(Collection<Piece> pieces) {
        Map<Piece, Shape> shapes = new HashMap<>();
        RowCallbackHandler row = found -> shapes.put(
                new Piece(found.getString("kind"), found.getLong("no")),
                new Shape(
                        found.getDouble("area"),
                        found.getBoolean("simplified"),
                        found.getString("json"),
                        List.of(found.getDouble("longitude"), found.getDouble("latitude"))));
        db.sql(SHAPES)
                .param("kinds", pieces.stream().map(Piece::kind).toArray(String[]::new))
                .param("nos", pieces.stream().mapToLong(Piece::no).toArray())
                .query(row);
        return shapes;
    }

    /** Pairs of zones of two municipalities, the nearest first. */
    List<Near> near(
            String of, Collection<CheckedZone> zones, String with, Collection<CheckedZone> others, double withinM) {
        List<Near> near = new ArrayList<>();
        RowCallbackHandler row = found -> near.add(new Near(found.getLong(1), found.getLong(2), found.getDouble(3)));
        db.sql(NEAR)
                .param("of", of)
                .param("ofNos", zones.stream().mapToLong(CheckedZone::no).toArray())
                .param("ofMunicipalities", municipalities(zones))
                .param("with", with)
                .param("withNos", others.stream().mapToLong(CheckedZone::no).toArray())
                .param("withMunicipalities", municipalities(others))
                .param("within", withinM)
                .query(row);
        return near;
    }

    private static String[] municipalities(Collection<CheckedZone> zones) {
        return zones.stream().map(CheckedZone::municipality).toArray(String[]::new);
    }

    /** A point in a municipality; empty where its border is not known. */
    Optional<List<Double>> inside(long municipalities, String number) {
        return db.sql("""
                select st_x(p.point) as x, st_y(p.point) as y
                from (select st_transform(st_pointonsurface(st_union(geom)), 4326) as point from feature
                  where dataset_version_id = :version and properties ->> 'kommunenummer' = :number) p
                where p.point is not null
                """)
                .param("version", municipalities)
                .param("number", number)
                .query((row, i) -> List.of(row.getDouble("x"), row.getDouble("y")))
                .optional();
    }

    /** The property that the classes of a dataset version come from; empty where it has none or does not say. */
    String classProperty(long version) {
        return db.sql(
                        "select coalesce(description #>> '{theme,classProperty}', '') from dataset_version where id = :id")
                .param("id", version)
                .query(String.class)
                .single();
    }

    private static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}

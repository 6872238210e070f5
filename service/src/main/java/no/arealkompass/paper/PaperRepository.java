package no.arealkompass.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.arealkompass.geo.Geo;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Geometry for pictures, in the storage CRS. */
@Repository
class PaperRepository {
    private final JdbcClient db;

    PaperRepository(JdbcClient db) {
        this.db = db;
    }

    /** The municipal borders of a version of that layer. */
    List<MapScene.Border> borders(long version, int srid) {
        return db.sql("""
                select class, coalesce(max(properties ->> 'kommunenavn'), class) as name, st_asbinary(st_union(geom)) as shape
                from feature where dataset_version_id = :version group by class order by class
                """)
                .param("version", version)
                .query((row, i) -> new MapScene.Border(row.getString("name"), Geo.fromWkb(row.getBytes("shape"), srid)))
                .list();
    }

    /** What of a layer lies in a window, cut to it and no finer than the picture: class, name and shape. */
    List<SiteGround.Thing> things(
            long version, String nameProperty, List<String> classes, Envelope window, double finest, int srid) {
        return db.sql("""
                select class, coalesce(properties ->> cast(:name as text), '') as name,
                  st_asbinary(st_simplify(st_force2d(st_clipbybox2d(geom, w.box)), :finest, true)) as shape
                from feature, (select st_makeenvelope(:west, :south, :east, :north, :srid) as box) w
                where dataset_version_id = :version and geom && w.box
                  and (:all or class = any (cast(:classes as text[])))
                order by id limit 20000
                """)
                .param("name", nameProperty)
                .param("finest", finest)
                .param("west", window.getMinX())
                .param("south", window.getMinY())
                .param("east", window.getMaxX())
                .param("north", window.getMaxY())
                .param("srid", srid)
                .param("version", version)
                .param("all", classes.isEmpty())
                .param("classes", classes.toArray(String[]::new))
                .query((row, i) -> new SiteGround.Thing(
                        row.getString("class"), row.getString("name"), Geo.fromWkb(row.getBytes("shape"), srid)))
                .list();
    }

    /** GeoJSON geometries (CRS84) in the storage CRS, in their order; null where there is none. */
    List<@Nullable Geometry> stored(List<String> shapes, int srid) {
        List<@Nullable Geometry> stored = new ArrayList<>(Collections.nCopies(shapes.size(), null));
        db.sql("""
                select s.no, st_asbinary(st_force2d(st_transform(st_setsrid(st_geomfromgeojson(s.shape), 4326), :srid))) as wkb
                from unnest(cast(:shapes as text[])) with ordinality s(shape, no) where s.shape <> ''
                """)
                .param("shapes", shapes.toArray(String[]::new))
                .param("srid", srid)
                .query(row -> {
                    stored.set(row.getInt("no") - 1, Geo.fromWkb(row.getBytes("wkb"), srid));
                });
        return stored;
    }
}

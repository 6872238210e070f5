package no.arealkompass.site;

import java.util.List;
import no.arealkompass.geo.Geo;
import no.arealkompass.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What PostGIS does with drawn shapes: transforms, splits, unites. Nothing is written. */
@Repository
class DrawnRepository {
    private static final String STORED = Sql.read(DrawnRepository.class, "drawn_stored");
    private static final String SPLIT = Sql.read(DrawnRepository.class, "drawn_split");
    private static final String APART = Sql.read(DrawnRepository.class, "drawn_apart");
    private static final String MERGE = Sql.read(DrawnRepository.class, "drawn_merge");
    private static final String TRANSFORM = Sql.read(DrawnRepository.class, "drawn_transform");

    private final JdbcClient jdbc;

    DrawnRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A shape as it would be stored: multipolygon in the storage CRS, not checked. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Stored(byte[] wkb, int srid, double areaM2) {}

    /** A shape (number from 0 in the list) that shares neither edge nor ground with the first. */
    record Apart(int number, double distanceM) {}

    Stored inStorageCrs(Geometry degrees, @Nullable String replaces) {
        return jdbc.sql(STORED)
                .param("shape", Geo.toWkb(degrees))
                .param("replaces", replaces == null ? "" : replaces)
                .query((row, i) -> new Stored(row.getBytes("wkb"), row.getInt("srid"), row.getDouble("area_m2")))
                .single();
    }

    List<Geometry> split(Geometry degrees, Geometry line) {
        return jdbc.sql(SPLIT)
                .param("shape", Geo.toWkb(degrees))
                .param("line", Geo.toWkb(line))
                .query((row, i) -> Geo.fromWkb(row.getBytes(1), 4326))
                .list();
    }

    @Nullable
    Apart apart(List<Geometry> degrees) {
        return jdbc.sql(APART)
                .param("shapes", ShapeRepository.wkbs(degrees))
                .query((row, i) -> new Apart(row.getInt("number"), row.getDouble("metres")))
                .optional()
                .orElse(null);
    }

    Geometry merge(List<Geometry> degrees) {
        return jdbc.sql(MERGE)
                .param("shapes", ShapeRepository.wkbs(degrees))
                .query((row, i) -> Geo.fromWkb(row.getBytes(1), 4326))
                .single();
    }

    List<Coordinate> transform(List<Coordinate> positions, int from, int to) {
        return jdbc.sql(TRANSFORM)
                .param("xs", positions.stream().mapToDouble(c -> c.x).toArray())
                .param("ys", positions.stream().mapToDouble(c -> c.y).toArray())
                .param("from", from)
                .param("to", to)
                .query((row, i) -> new Coordinate(row.getDouble("x"), row.getDouble("y")))
                .list();
    }
}

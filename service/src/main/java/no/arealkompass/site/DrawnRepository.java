package no.arealkompass.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.geo.Geo;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What PostGIS does with drawn shapes: transforms, splits, unites. Nothing is written. */
@Repository
class DrawnRepository {
    private static final Map<String, String> STATEMENTS = Stream.of(
                    "drawn_stored", "drawn_split", "drawn_apart", "drawn_merge", "drawn_transform")
            .collect(Collectors.toUnmodifiableMap(name -> name, DrawnRepository::statement));

    private final JdbcClient jdbc;

    DrawnRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A shape as it would be stored: multipolygon in the storage CRS, not checked. */
    record Stored(byte[] wkb, int srid, double areaM2) {}

    /** A shape (number from 0 in the list) that shares neither edge nor ground with the first. */
    record Apart(int number, double distanceM) {}

    Stored inStorageCrs(Geometry degrees, @Nullable String replaces) {
        return sql("drawn_stored")
                .param("shape", Geo.toWkb(degrees))
                .param("replaces", replaces == null ? "" : replaces)
                .query((row, i) -> new Stored(row.getBytes("wkb"), row.getInt("srid"), row.getDouble("area_m2")))
                .single();
    }

    List<Geometry> split(Geometry degrees, Geometry line) {
        return sql("drawn_split")
                .param("shape", Geo.toWkb(degrees))
                .param("line", Geo.toWkb(line))
                .query((row, i) -> Geo.fromWkb(row.getBytes(1), 4326))
                .list();
    }

    @Nullable
    Apart apart(List<Geometry> degrees) {
        return sql("drawn_apart")
                .param("shapes", wkb(degrees))
                .query((row, i) -> new Apart(row.getInt("number"), row.getDouble("metres")))
                .optional()
                .orElse(null);
    }

    Geometry merge(List<Geometry> degrees) {
        return sql("drawn_merge")
                .param("shapes", wkb(degrees))
                .query((row, i) -> Geo.fromWkb(row.getBytes(1), 4326))
                .single();
    }

    List<Coordinate> transform(List<Coordinate> positions, int from, int to) {
        return sql("drawn_transform")
                .param("xs", positions.stream().mapToDouble(c -> c.x).toArray())
                .param("ys", positions.stream().mapToDouble(c -> c.y).toArray())
                .param("from", from)
                .param("to", to)
                .query((row, i) -> new Coordinate(row.getDouble("x"), row.getDouble("y")))
                .list();
    }

    Coordinate toDegrees(Coordinate place, int srid) {
        return transform(List.of(place), srid, 4326).getFirst();
    }

    private JdbcClient.StatementSpec sql(String name) {
        return jdbc.sql(STATEMENTS.getOrDefault(name, ""));
    }

    private static byte[][] wkb(List<Geometry> shapes) {
        return shapes.stream().map(Geo::toWkb).toArray(byte[][]::new);
    }

    private static String statement(String name) {
        try (InputStream in = DrawnRepository.class.getResourceAsStream(name + ".sql")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

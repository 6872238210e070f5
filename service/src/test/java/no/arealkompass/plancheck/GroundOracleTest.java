package no.arealkompass.plancheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import no.arealkompass.TestDatabase;
import no.arealkompass.geo.Geo;
import no.arealkompass.strategy.Where;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ground that a theme takes of zones, as PostGIS finds it and as JTS does, on random polygons that overlap each other. */
class GroundOracleTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final int ZONES = 60;

    private final JdbcClient db = JdbcClient.create(DATABASE.dataSource());
    private final Random random = new Random(83);

    @Test
    void areasAgreeWithinATenthOfASquareMetre() throws Exception {
        List<Geometry> zones = polygons(ZONES, 400);
        List<Geometry> soil = polygons(80, 300);
        Geometry coverage = star(330_000, 6_700_000, 2_500);
        long version = layer(soil, coverage);
        var ground = new GroundRepository(db);
        new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource())).executeWithoutResult(status -> {
            ground.open();
            for (int i = 0; i < ZONES; i++) {
                db.sql("insert into ground values ('zone', :no, st_setsrid(st_geomfromwkb(:wkb), 25833))")
                        .param("no", i)
                        .param("wkb", Geo.toWkb(zones.get(i)))
                        .update();
            }
            var nos = LongStream.range(0, ZONES).boxed().toList();
            ground.overlap("soil", "zone", nos, version, new Where("arealtype", List.of("21", "22")));
            ground.uncovered("bare", "zone", nos, version);
            ground.unite("all", List.of("soil"), nos);
            var taken = ground.areas("soil");
            var bare = ground.areas("bare");
            Geometry union = OverlayNGRobust.union(soil);
            for (int i = 0; i < ZONES; i++) {
                assertThat(taken.getOrDefault((long) i, 0.0))
                        .isCloseTo(zones.get(i).intersection(union).getArea(), within(0.1));
                assertThat(bare.getOrDefault((long) i, 0.0))
                        .isCloseTo(zones.get(i).difference(coverage).getArea(), within(0.1));
            }
            assertThat(taken.values().stream().filter(m2 -> m2 > 0)).hasSizeGreaterThan(10);
            assertThat(bare.values().stream().filter(m2 -> m2 > 0)).hasSizeGreaterThan(5);
            assertThat(ground.area("all"))
                    .isCloseTo(OverlayNGRobust.union(zones).intersection(union).getArea(), within(0.1));
            ground.less("left", "zone", nos, "soil");
            ground.unite("left together", List.of("left"), nos);
            assertThat(ground.area("left together"))
                    .isCloseTo(OverlayNGRobust.union(zones).difference(union).getArea(), within(0.1));
        });
    }

    private List<Geometry> polygons(int count, double radiusM) {
        List<Geometry> polygons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            polygons.add(star(328_000 + random.nextDouble() * 4_000, 6_698_000 + random.nextDouble() * 4_000, radiusM));
        }
        return polygons;
    }

    /** A simple polygon round a point. */
    private Geometry star(double x, double y, double radiusM) {
        int corners = 5 + random.nextInt(12);
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = radiusM * (0.4 + 0.6 * random.nextDouble());
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return Geo.factory(25833).createPolygon(ring);
    }

    private long layer(List<Geometry> things, Geometry coverage) throws Exception {
        long id = db.sql("""
                insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by,
                  feature_count, coverage, accuracy_m, omits_below_m2, is_sample)
                values ('dyrketmark', 1, 'test', '{}', 'f', 's', 'test', 1,
                  st_multi(st_setsrid(st_geomfromwkb(:coverage), 25833)), 1, 0, false) returning id
                """)
                .param("coverage", Geo.toWkb(coverage))
                .query(Long.class)
                .single();
        for (int i = 0; i < things.size(); i++) {
            db.sql("""
                    insert into feature (dataset_version_id, class, object_id, properties, geom)
                    values (:id, :type, '', '{}', st_multi(st_setsrid(st_geomfromwkb(:wkb), 25833)))
                    """)
                    .param("id", id)
                    .param("type", i % 2 == 0 ? "21" : "22")
                    .param("wkb", Geo.toWkb(things.get(i)))
                    .update();
        }
        var pieces = new ClassPathResource("no/arealkompass/dataset/pieces.sql");
        db.sql(new String(
                        Objects.requireNonNull(pieces.getInputStream()).readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .param("version", id)
                .update();
        return id;
    }
}

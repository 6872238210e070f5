package no.arealkompass.plancheck;

import static no.arealkompass.TestPlans.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import no.arealkompass.TestDatabase;
import no.arealkompass.plan.PlanZone;
import no.arealkompass.plan.ZoneKind;
import no.arealkompass.plancheck.AreaAccount.Row;
import no.arealkompass.plancheck.AreaAccount.Scope;
import no.arealkompass.plancheck.AreaAccount.Table;
import no.arealkompass.plancheck.AreaAccountMaker.Made;
import no.arealkompass.plancheck.AreaAccountRepository.Staged;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sums of the account: rectangles calculated by hand, random shapes against JTS, borders, overlaps, gaps in the data. */
class AreaAccountTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient DB = JdbcClient.create(DATABASE.dataSource());
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));
    private static final AreaAccountCodes CODES = codes();
    private static final int UTM33 = 25833;
    /** A corner somewhere in the region, so that coordinates are as large as real ones. */
    private static final double X = 340_000;

    private static final double Y = 6_680_000;

    @Test
    void rectanglesAddUpAcrossAndDownAndGroundWithoutDataIsItsOwnColumn() {
        // 100 × 100 m of business: 60 m forest, 20 m cultivated, 20 m without AR5. 50 × 100 m of housing: built.
        long ar5 = version(
                "ar5",
                everything(),
                Map.of("30", box(0, 0, 60, 100), "21", box(60, 0, 20, 100), "11", box(100, 0, 50, 100)));
        var made = make(
                List.of(now("1300", "2", box(0, 0, 100, 100)), now("1110", "1", box(100, 0, 50, 100))),
                null,
                Map.of("ar5", data(ar5)));

        var table = table(made.scopes().getFirst(), "ar5");
        assertThat(row(table, "naering", "1300").areaM2()).isEqualTo(10_000);
        assertThat(cell(made, table, row(table, "naering", null), "30")).isEqualTo(6_000);
        assertThat(cell(made, table, row(table, "naering", null), "21")).isEqualTo(2_000);
        assertThat(cell(made, table, row(table, "naering", null), "notCovered")).isEqualTo(2_000);
        assertThat(cell(made, table, row(table, "bolig", "1110"), "11")).isEqualTo(5_000);
        assertThat(table.total().areaM2()).isEqualTo(15_000);
        assertThat(table.difference().areaM2()).isZero();
        addsUp(made);
        var reserve = made.scopes().getFirst().reserve();
        assertThat(reserve)
                .containsExactly(
                        new AreaAccount.Reserve("naering", "2", 10_000, 0, 8_000, 2_000),
                        new AreaAccount.Reserve("bolig", "1", 5_000, 5_000, 0, 0));
        // A theme without data covers nothing: never "clear".
        var mire = table(made.scopes().getFirst(), "myr");
        assertThat(cell(made, mire, mire.total(), "notCovered")).isEqualTo(15_000);
        assertThat(cell(made, mire, mire.total(), "none")).isZero();
    }

    @Test
    void overlappingZonesAreADifferenceByColumnAndOverlappingClassesCountOnce() {
        // Two zones of 100 × 100 m share 40 × 100 m, of which 10 m is built and the rest forest; the forest object lies
        // under
        // the built one too.
        long ar5 = version("ar5", everything(), Map.of("30", box(0, 0, 160, 100), "11", box(90, 0, 20, 100)));
        var made = make(
                List.of(now("1300", "2", box(0, 0, 100, 100)), now("5100", "", box(60, 0, 100, 100))),
                null,
                Map.of("ar5", data(ar5)));

        var scope = made.scopes().getFirst();
        assertThat(scope.sums()).isEqualTo(new AreaAccount.Sums(20_000, -4_000, 0, 16_000));
        var table = table(scope, "ar5");
        assertThat(cell(made, table, row(table, "naering", null), "11")).isEqualTo(1_000);
        assertThat(cell(made, table, row(table, "lnfr", null), "11")).isEqualTo(2_000);
        assertThat(cell(made, table, table.difference(), "11")).isEqualTo(-1_000);
        assertThat(cell(made, table, table.difference(), "30")).isEqualTo(-3_000);
        assertThat(cell(made, table, table.total(), "11")).isEqualTo(2_000);
        assertThat(table.difference().areaM2()).isEqualTo(-4_000);
        addsUp(made);
    }

    @Test
    void aZoneAcrossABorderIsSplitAndTheRegionIsItsMunicipalitiesAndWhatLiesOutside() {
        long borders =
                version("kommuner", everything(), Map.of("3401", box(0, 0, 100, 200), "3414", box(100, 0, 100, 200)));
        long myr = version("myr", box(0, 0, 150, 200), Map.of("", box(90, 50, 20, 50)));
        var made = make(List.of(now("1300", "2", box(50, 50, 200, 50))), borders, Map.of("myr", data(myr)));

        assertThat(made.scopes()).extracting(Scope::municipality).containsExactly(null, "3401", "3414", "");
        assertThat(made.scopes())
                .extracting(s -> s.sums().unionM2())
                .containsExactly(10_000.0, 2_500.0, 5_000.0, 2_500.0);
        var inFirst = table(made.scopes().get(1), "myr");
        assertThat(cell(made, inFirst, inFirst.total(), "myr")).isEqualTo(500);
        assertThat(cell(made, inFirst, inFirst.total(), "none")).isEqualTo(2_000);
        var inSecond = table(made.scopes().get(2), "myr");
        assertThat(cell(made, inSecond, inSecond.total(), "myr")).isEqualTo(500);
        assertThat(cell(made, inSecond, inSecond.total(), "none")).isEqualTo(2_000);
        assertThat(cell(made, inSecond, inSecond.total(), "notCovered")).isEqualTo(2_500);
        addsUp(made);
    }

    @Test
    void businessLandIsContinuedAddedRemovedOrNotComparedByGround() {
        var zones = List.of(
                staged(zone("1300", "2", box(0, 0, 100, 100)), false, true),
                staged(zone("1340", "1", box(200, 0, 50, 100)), false, false),
                staged(zone("5100", null, box(300, 0, 100, 100)), false, true),
                staged(zone("1300", "1", box(40, 0, 100, 100)), true, true));
        var made = Objects.requireNonNull(TRANSACTION.execute(s -> maker().make(zones, null, Map.of(), true)));

        assertThat(made.scopes().getFirst().change())
                .isEqualTo(new AreaAccount.Change(true, 15_000, 10_000, 6_000, 4_000, 4_000, 5_000));
        assertThat(made.scopes().getFirst().sums().unionM2()).isEqualTo(25_000);
    }

    /** Random triangles over random AR5 and two municipalities that overlap each other: JTS says what the sums must be. */
    @Test
    void randomShapesAgreeWithJtsToATenthOfASquareMetre() throws ParseException {
        for (int seed = 1; seed <= 5; seed++) {
            var random = new Random(seed);
            var shapes = triangles(random, 25, 400);
            var forest = triangles(random, 12, 300);
            var built = triangles(random, 12, 300);
            long ar5 = version(
                    "ar5",
                    everything(),
                    Map.of("30", union(forest).toText(), "11", union(built).toText()));
            long borders = version(
                    "kommuner", everything(), Map.of("3401", box(0, 0, 600, 2_000), "3414", box(500, 0, 700, 900)));
            var zones = IntStream.range(0, shapes.size())
                    .mapToObj(i ->
                            now(i % 3 == 0 ? "1300" : "5100", "", shapes.get(i).toText()))
                    .toList();
            var made = make(zones, borders, Map.of("ar5", data(ar5)));

            addsUp(made);
            var all = union(shapes);
            var scope = made.scopes().getFirst();
            assertThat(scope.sums().unionM2()).as("seed %s", seed).isCloseTo(all.getArea(), within(0.1));
            assertThat(scope.sums().roundingM2()).isCloseTo(0, within(0.1));
            assertThat(scope.sums().zonesM2())
                    .isCloseTo(shapes.stream().mapToDouble(Geometry::getArea).sum(), within(0.1));
            var table = table(scope, "ar5");
            var houses = union(built);
            assertThat(cell(made, table, table.total(), "11"))
                    .isCloseTo(all.intersection(houses).getArea(), within(0.1));
            assertThat(cell(made, table, table.total(), "30"))
                    .isCloseTo(
                            all.intersection(union(forest)).difference(houses).getArea(), within(0.1));
            var business = union(IntStream.range(0, shapes.size())
                    .filter(i -> i % 3 == 0)
                    .mapToObj(shapes::get)
                    .toList());
            assertThat(scope.change().nowM2()).isCloseTo(business.getArea(), within(0.1));
            var first = new WKTReader().read(box(0, 0, 600, 2_000));
            var second = new WKTReader().read(box(500, 0, 700, 900)).difference(first);
            assertThat(scopeOf(made, "3401").sums().unionM2())
                    .isCloseTo(all.intersection(first).getArea(), within(0.1));
            assertThat(scopeOf(made, "3414").sums().unionM2())
                    .isCloseTo(all.intersection(second).getArea(), within(0.1));
        }
    }

    /** Every table of every scope: across, down, and the region against its municipalities. */
    private static void addsUp(Made made) {
        for (Scope scope : made.scopes()) {
            var sums = scope.sums();
            assertThat(sums.zonesM2() + sums.overlapM2() + sums.roundingM2()).isCloseTo(sums.unionM2(), within(0.01));
            for (Table table : scope.tables()) {
                var groups =
                        table.rows().stream().filter(row -> row.code() == null).toList();
                double down = groups.stream().mapToDouble(Row::areaM2).sum()
                        + table.difference().areaM2();
                assertThat(down).isCloseTo(table.total().areaM2(), within(0.01));
                for (int i = 0; i < table.total().cellsM2().size(); i++) {
                    int column = i;
                    double cells = groups.stream()
                                    .mapToDouble(row -> row.cellsM2().get(column))
                                    .sum()
                            + table.difference().cellsM2().get(column);
                    assertThat(cells).isCloseTo(table.total().cellsM2().get(column), within(0.01));
                }
                var rows = new ArrayList<>(table.rows());
                rows.add(table.total());
                rows.forEach(row -> assertThat(
                                row.cellsM2().stream().mapToDouble(d -> d).sum())
                        .isCloseTo(row.areaM2(), within(0.1)));
            }
        }
        if (made.scopes().size() > 1) {
            double parts = made.scopes().stream()
                    .skip(1)
                    .mapToDouble(s -> s.sums().unionM2())
                    .sum();
            assertThat(parts).isCloseTo(made.scopes().getFirst().sums().unionM2(), within(0.01));
        }
    }

    private static Made make(List<Staged> zones, Long borders, Map<String, AreaAccount.Data> data) {
        return Objects.requireNonNull(TRANSACTION.execute(s -> maker().make(zones, borders, data, false)));
    }

    private static AreaAccountMaker maker() {
        return new AreaAccountMaker(CODES, new AreaAccountRepository(DB), UTM33);
    }

    private static Scope scopeOf(Made made, String municipality) {
        return made.scopes().stream()
                .filter(s -> municipality.equals(s.municipality()))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(Scope scope, String theme) {
        return scope.tables().stream()
                .filter(t -> t.theme().equals(theme))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Table table, String group, String code) {
        return table.rows().stream()
                .filter(r -> group.equals(r.group()) && Objects.equals(code, r.code()))
                .findFirst()
                .orElseThrow();
    }

    private static double cell(Made made, Table table, Row row, String column) {
        var columns = made.themes().stream()
                .filter(t -> t.id().equals(table.theme()))
                .findFirst()
                .orElseThrow()
                .columns();
        int at = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).id().equals(column))
                .findFirst()
                .orElseThrow();
        return row.cellsM2().get(at);
    }

    private static Staged now(String code, String status, String wkt) {
        return staged(zone(code, status.isEmpty() ? null : status, wkt), false, false);
    }

    private static Staged staged(PlanZone zone, boolean earlier, boolean comparable) {
        return new Staged(zone, earlier, CODES.group(zone.code()).business(), comparable);
    }

    private static PlanZone zone(String code, String status, String wkt) {
        try {
            Geometry shape = new WKTReader().read(wkt);
            var many = shape instanceof Polygon one
                    ? shape.getFactory().createMultiPolygon(new Polygon[] {one})
                    : (MultiPolygon) shape;
            return new PlanZone(
                    0, 0, "z", ZoneKind.PURPOSE, code, status, 2, "", shape.getArea(), new WKBWriter().write(many));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Geometry> triangles(Random random, int count, double size) throws ParseException {
        List<Geometry> made = new ArrayList<>();
        while (made.size() < count) {
            double x = X + random.nextDouble() * 1_000;
            double y = Y + random.nextDouble() * 1_000;
            var wkt = "POLYGON((%1$s %2$s,%3$s %4$s,%5$s %6$s,%1$s %2$s))"
                    .formatted(
                            x,
                            y,
                            x + random.nextDouble() * size,
                            y + random.nextDouble() * size,
                            x - random.nextDouble() * size,
                            y + random.nextDouble() * size);
            var shape = new WKTReader().read(wkt);
            if (shape.isValid() && shape.getArea() > 1) {
                made.add(shape);
            }
        }
        return made;
    }

    private static Geometry union(List<Geometry> shapes) {
        return shapes.getFirst().getFactory().buildGeometry(shapes).union();
    }

    private static String box(double west, double south, double width, double height) {
        return rectangle(X + west, Y + south, width, height);
    }

    private static String everything() {
        return box(-10_000, -10_000, 30_000, 30_000);
    }

    private static AreaAccount.Data data(long version) {
        return new AreaAccount.Data(version, 1, "", "", "", true);
    }

    /** A dataset version as the import writes it, one object per class. */
    private static long version(String dataset, String coverage, Map<String, String> objects) {
        long id = DB.sql("""
                insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by,
                  feature_count, coverage, accuracy_m, omits_below_m2, is_sample)
                select :dataset, 1 + count(*), 'test', '{}', 'f', 's', 'test', 1, st_multi(st_geomfromtext(:coverage, 25833)), 0, 0, false
                from dataset_version where dataset = :dataset returning id
                """)
                .param("dataset", dataset)
                .param("coverage", coverage)
                .query(Long.class)
                .single();
        objects.forEach((type, wkt) -> DB.sql("""
                insert into feature (dataset_version_id, class, object_id, properties, geom)
                values (:id, :type, :type, '{}', st_geomfromtext(:wkt, 25833))
                """)
                .param("id", id)
                .param("type", type)
                .param("wkt", wkt)
                .update());
        DB.sql(resource("/no/arealkompass/dataset/pieces.sql"))
                .param("version", id)
                .update();
        return id;
    }

    private static AreaAccountCodes codes() {
        return AreaAccountCodes.read(resource("/gis-data/codes/arealregnskap.yaml"));
    }

    private static String resource(String path) {
        try (var in = Objects.requireNonNull(AreaAccountTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package no.arealkompass.plan;

import static no.arealkompass.TestPlans.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import no.arealkompass.TestDatabase;
import no.arealkompass.TestPlans;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Faults of the drawing are found with their place and exact area, and noise of a millimetre is none. */
class TopologyTest {
    private static final JdbcClient DB = JdbcClient.create(TestDatabase.create().dataSource());
    private static final PlanRepository PLANS = new PlanRepository(DB);
    private static final TopologyRepository TOPOLOGY = new TopologyRepository(DB);
    private static int plans;

    private final double x = 300_000 + 5_000 * plans;
    private final double y = 6_700_000;

    TopologyTest() {
        plans++;
    }

    /** A plan of 1000 × 100 m with one fault of each kind in it. */
    @Test
    void eachFaultIsFoundOnceWithItsArea() {
        municipality("3414", rectangle(x - 10, y - 100, 900, 1000), 5);
        long plan = plan("3414", "DETAILED", "ADOPTED", rectangle(x, y, 1000, 100));
        zone(plan, "a", "1300", rectangle(x, y, 100, 100));
        zone(plan, "b", "1110", rectangle(x + 160, y, 140, 100)); // 60 m without a purpose before it
        zone(plan, "c", "1110", rectangle(x + 302, y, 98, 100)); // 2 m without a purpose before it
        zone(plan, "d", "1120", rectangle(x + 370, y, 130, 100)); // 30 m on c
        zone(plan, "e", "1130", rectangle(x + 499, y, 101, 100)); // 1 m on d
        zone(plan, "f", "1300", rectangle(x + 600, y, 100, 100));
        zone(plan, "g", "1300", rectangle(x + 600, y, 100, 100)); // f again
        zone(
                plan,
                "h",
                "5100",
                rectangle(x + 700, y - 25, 300, 125)); // 25 m beyond the plan, 110 m beyond the municipality
        zone(plan, "i", "2010", rectangle(x + 600, y, 0.2, 100)); // a strip, on f and g
        assertThat(found(plan))
                .containsExactlyInAnyOrder(
                        "GAP [] 6000.00",
                        "SLIVER_GAP [] 200.00",
                        "OVERLAP [c, d] 3000.00",
                        "SLIVER_OVERLAP [d, e] 100.00",
                        "DUPLICATE [f, g] 10000.00",
                        "OUTSIDE_PLAN [h] 7500.00",
                        "OUTSIDE_MUNICIPALITY [h] 13750.00",
                        "SLIVER [i] 20.00",
                        "SLIVER_OVERLAP [f, i] 20.00",
                        "SLIVER_OVERLAP [g, i] 20.00");
        var gap = findings(plan).stream()
                .filter(f -> f.code().equals("GAP"))
                .findFirst()
                .orElseThrow();
        assertThat(gap.sentence().nb()).isEqualTo("6,0 daa inne i planen har ikke noe formål.");
        assertThat(gap.sentence().en()).startsWith("6.0 daa");
        var place = DB.sql(
                        "select st_x(p) || ' ' || st_y(p) from st_transform(st_setsrid(st_point(:lon, :lat), 4326), 25833) p")
                .param("lon", gap.longitude())
                .param("lat", gap.latitude())
                .query(String.class)
                .single()
                .split(" ", -1);
        assertThat(Double.parseDouble(place[0])).isBetween(x + 100, x + 160);
        assertThat(gap.geometry()).startsWith("{\"type\":\"Polygon\"");
    }

    @Test
    void noiseOfAMillimetreIsNoFault() {
        municipality("3415", rectangle(x, y, 1000, 100), 20);
        long plan = plan("3415", "DETAILED", "ADOPTED", rectangle(x, y, 200, 100));
        zone(plan, "a", "1300", rectangle(x - 0.0005, y, 100, 100.0005));
        zone(plan, "b", "1110", rectangle(x + 99.999, y, 100.0005, 100)); // 0.5 mm on a, 0.5 mm short of the outline
        assertThat(found(plan)).isEmpty();
        long coarse = plan("3415", "DETAILED", "ADOPTED", rectangle(x - 15, y, 30, 100));
        zone(coarse, "c", "1300", rectangle(x - 15, y, 30, 100)); // within what is known of the border
        assertThat(found(coarse)).isEmpty();
    }

    @Test
    void otherLevelsAreNoOverlapAndAContinuedPlanIsNoGap() {
        municipality("3416", rectangle(x, y, 1000, 1000), 5);
        long plan = plan("3416", "MUNICIPAL", "ADOPTED", rectangle(x, y, 200, 100));
        zone(plan, "a", "1300", rectangle(x, y, 100, 100));
        long tunnel = zone(plan, "t", "2010", rectangle(x, y, 100, 100));
        other(plan, "t1", "PURPOSE", "2010", 1, rectangle(x, y + 40, 150, 20));
        other(plan, "h910", "CONSIDERATION", "910", 2, rectangle(x + 100, y, 100, 100));
        assertThat(tunnel).isPositive();
        assertThat(found(plan)).containsExactly("OVERLAP [a, t] 10000.00");
    }

    @Test
    void aPlanDeliveredTwiceIsSaidAndAnAdoptedHearingIsNot() {
        municipality("3417", rectangle(x, y, 1000, 1000), 5);
        String one = rectangle(x, y, 100, 100);
        String two = rectangle(x + 100, y, 100, 100);
        String outline = rectangle(x, y, 200, 100);
        long first = plan("3417", "DETAILED", "ADOPTED", outline);
        zone(first, "a", "1300", one);
        zone(first, "b", "1110", two);
        long again = plan("3417", "DETAILED", "ADOPTED", outline);
        zone(again, "c", "1300", rectangle(x, y, 100.00005, 100));
        zone(again, "d", "1110", two);
        long wider = plan("3417", "MUNICIPAL", "ADOPTED", outline);
        zone(wider, "e", "1300", one);
        zone(wider, "f", "1110", two);
        assertThat(found(again)).containsExactly("DUPLICATE_PLAN [c, d] 20000.00");
        assertThat(findings(again).getFirst().otherPlan()).isEqualTo(name(first));
        assertThat(found(wider)).as("another level").isEmpty();

        long hearing = TestPlans.version(DB, "3417", "H", 1, "AREA_ZONING", "HEARING", "2", null, outline);
        zone(hearing, "a", "1300", outline);
        long adopted = TestPlans.version(DB, "3417", "H", 2, "AREA_ZONING", "ADOPTED", "3", "2020-01-01", outline);
        zone(adopted, "a", "1300", outline);
        long twice = TestPlans.version(DB, "3417", "H", 3, "AREA_ZONING", "ADOPTED", "3", "2020-01-01", outline);
        zone(twice, "a", "1300", outline);
        assertThat(found(adopted)).isEmpty();
        assertThat(found(twice)).containsExactly("DUPLICATE_PLAN [a] 20000.00");
    }

    @Test
    void whatCannotBeLookedAtIsSaid() {
        long plan = plan("4204", "DETAILED", "ADOPTED", rectangle(x, y, 100, 100));
        zone(plan, "a", "1300", rectangle(x, y, 100, 100));
        assertThat(found(plan)).containsExactly("NO_BORDER [] 10000.00");
    }

    @Test
    void withoutAnOutlineOnlyALeftOverRingIsAHole() {
        municipality("3418", rectangle(x, y, 1000, 1000), 5);
        long plan = plan("3418", "DETAILED", "ADOPTED", rectangle(x, y, 100, 100));
        String holed =
                "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s), (%5$s %6$s, %5$s %7$s, %8$s %7$s, %5$s %6$s))"
                        .formatted(x, y, x + 100, y + 100, x + 10, y + 10, y + 11, x + 11);
        zone(plan, "a", "1300", holed);
        long unstated = DB.sql("""
                insert into plan_version (plan_id, version, name, level, stage, status_code, in_force_from, sender, outline,
                  outline_stated, dataset_version_id, by)
                select plan_id, 2, name, level, stage, status_code, in_force_from, sender, st_multi(st_geomfromtext(:wkt, 25833)),
                  false, dataset_version_id, by from plan_version where id = :id returning id""")
                .param("wkt", holed)
                .param("id", plan)
                .query(Long.class)
                .single();
        zone(unstated, "b", "1110", holed);
        assertThat(found(unstated)).containsExactly("RING_LEFTOVER [] 0.50");
        assertThat(found(plan)).containsExactly("SLIVER_GAP [] 0.50");
    }

    /** Random rectangles: the sum of the gaps and every overlap, against JTS. */
    @Test
    void gapsAndOverlapsAgreeWithJts() {
        municipality("3401", rectangle(x, y, 2000, 2000), 5);
        var random = new Random(20261126);
        var factory = new GeometryFactory();
        long plan = plan("3401", "DETAILED", "ADOPTED", rectangle(x, y, 1000, 1000));
        List<Geometry> shapes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double w = x + random.nextInt(0, 900);
            double s = y + random.nextInt(0, 900);
            int width = random.nextInt(20, 100);
            int height = random.nextInt(20, 100);
            zone(plan, "z" + i, "1300", rectangle(w, s, width, height));
            shapes.add(factory.toGeometry(new Envelope(w, w + width, s, s + height)));
        }
        var rows = rows(plan);
        double gaps = rows.stream()
                .filter(r -> r.code().endsWith("GAP"))
                .mapToDouble(TopologyRepository.Row::areaM2)
                .sum();
        assertThat(gaps).isCloseTo(1_000_000 - UnaryUnionOp.union(shapes).getArea(), within(1e-3));
        double overlaps = 0;
        int pairs = 0;
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                double area = shapes.get(i).intersection(shapes.get(j)).getArea();
                overlaps += area;
                pairs += area > 0 ? 1 : 0;
            }
        }
        var found = rows.stream().filter(r -> r.code().endsWith("OVERLAP")).toList();
        assertThat(found).hasSize(pairs);
        assertThat(found.stream().mapToDouble(TopologyRepository.Row::areaM2).sum())
                .isCloseTo(overlaps, within(1e-3));
    }

    private static List<String> found(long plan) {
        return rows(plan).stream()
                .map(r -> String.format(Locale.ROOT, "%s %s %.2f", r.code(), r.zones(), r.areaM2()))
                .collect(Collectors.toList());
    }

    private static List<TopologyFinding> findings(long plan) {
        return Topology.findings(rows(plan), PLANS.versions());
    }

    private static List<TopologyRepository.Row> rows(long plan) {
        var visible = PLANS.versions().stream().map(PlanVersion::id).toList();
        long frame = DB.sql("select coalesce(max(id), 0) from dataset_version where dataset = 'kommuner'")
                .query(Long.class)
                .single();
        return TOPOLOGY.rows(List.of(plan), visible, frame);
    }

    private static String name(long plan) {
        return PLANS.versions().stream()
                .filter(v -> v.id() == plan)
                .findFirst()
                .orElseThrow()
                .plan();
    }

    private static long plan(String municipality, String level, String stage, String outline) {
        var id = "P" + DB.sql("select count(*) from plan").query(Long.class).single();
        return TestPlans.version(DB, municipality, id, 1, level, stage, "3", "2020-01-01", outline);
    }

    private static long zone(long plan, String id, String code, String wkt) {
        return TestPlans.zone(DB, plan, id, code, null, wkt);
    }

    private static void other(long plan, String id, String kind, String code, int level, String wkt) {
        DB.sql("insert into plan_zone (plan_version_id, zone_id, kind, code, vertical_level, properties, footprint)"
                        + " values (:plan, :id, :kind, :code, :level, '{}', st_multi(st_geomfromtext(:wkt, 25833)))")
                .param("plan", plan)
                .param("id", id)
                .param("kind", kind)
                .param("code", code)
                .param("level", level)
                .param("wkt", wkt)
                .update();
    }

    /** A municipality in a version of its own, as if its borders had just been imported. */
    private static void municipality(String number, String wkt, double accuracyM) {
        long version = DB.sql("""
                insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by,
                  feature_count, coverage, accuracy_m, omits_below_m2, is_sample)
                values ('kommuner', (select coalesce(max(version), 0) + 1 from dataset_version where dataset = 'kommuner'),
                  'test', '{}', 'test', md5(random()::text), 'test', 1, st_multi(st_geomfromtext(:wkt, 25833)), :accuracy, 0, false)
                returning id""")
                .param("wkt", wkt)
                .param("accuracy", accuracyM)
                .query(Long.class)
                .single();
        DB.sql("insert into feature (dataset_version_id, class, object_id, properties, geom)"
                        + " values (:version, :number, :number, '{}', st_geomfromtext(:wkt, 25833))")
                .param("version", version)
                .param("number", number)
                .param("wkt", wkt)
                .update();
    }
}

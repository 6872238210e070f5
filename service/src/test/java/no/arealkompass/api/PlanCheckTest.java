package no.arealkompass.api;

import no.arealkompass.TestPlans;
import no.arealkompass.access.Caller;
import no.arealkompass.plancheck.PlanChecks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext
class PlanCheckTest extends ServiceTest {
    @Autowired
    private PlanChecks checks;

    @Test
    void explore() throws Exception {
        System.out.println(jdbc.sql(
                        "select properties->>'kommunenummer' nr, st_astext(st_envelope(geom),0) e, st_astext(st_pointonsurface(geom),0) p from feature f join dataset_version v on v.id=f.dataset_version_id where v.dataset='kommuner'")
                .query()
                .listOfRows());
        System.out.println(jdbc.sql(
                        "select id, site_id, kind, schematic, area_known, st_area(footprint) a, st_astext(st_centroid(footprint),0) c from site_in_use")
                .query()
                .listOfRows());
        System.out.println(jdbc.sql("select id, dataset, version, omits_below_m2 from dataset_in_use")
                .query()
                .listOfRows());
        var p = jdbc.sql(
                        "select st_x(p) x, st_y(p) y from (select st_pointonsurface(geom) p from feature f join dataset_version v on v.id=f.dataset_version_id where v.dataset='kommuner' and properties->>'kommunenummer'='3414') q")
                .query()
                .singleRow();
        double x = Math.round((Double) p.get("x")), y = Math.round((Double) p.get("y"));
        long v = TestPlans.version(
                jdbc,
                "3414",
                "201803",
                1,
                "MUNICIPAL",
                "ADOPTED",
                "3",
                "2020-01-01",
                TestPlans.rectangle(x, y, 5000, 5000));
        TestPlans.zone(jdbc, v, "N1", "1340", "2", TestPlans.rectangle(x + 100, y + 100, 300, 200));
        TestPlans.zone(jdbc, v, "N2", "1310", "2", TestPlans.rectangle(x + 600, y + 100, 300, 200));
        TestPlans.zone(jdbc, v, "L", "5100", "1", TestPlans.rectangle(x + 1000, y + 1000, 3000, 2000));
        for (String subject : new String[] {"3414-201803@1", "3414", "region", "3415", "3414~"}) {
            long t = System.nanoTime();
            var check = checks.latest(Caller.PUBLIC, subject, "kongsvingerregionen-2017");
            System.out.println(subject + " " + (System.nanoTime() - t) / 1000000 + " ms");
            java.nio.file.Files.writeString(
                    java.nio.file.Path.of("/tmp/w/rules-tmp/check-" + subject + ".json"),
                    JSON.readTree(check.json()).toPrettyString());
        }
    }
}

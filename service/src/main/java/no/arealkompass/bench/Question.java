package no.arealkompass.bench;

import java.util.List;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Metric.Cut;
import no.arealkompass.strategy.Metric.Distance;
import no.arealkompass.strategy.Metric.Nearest;
import no.arealkompass.strategy.Metric.Overlap;
import no.arealkompass.strategy.Metric.Remaining;
import no.arealkompass.strategy.Metric.Sum;
import no.arealkompass.strategy.Metric.Worst;
import no.arealkompass.strategy.Where;

/**
 * One question three times. The statements give site and answer; a site without a row has the answer 0.
 *
 * @param metric as the service asks it
 * @param plain as a tutorial asks it, of shared tables with an index on the geometry; of some of the sites, for it is slow
 * @param tuned as somebody asks it who made a table and an index for every layer
 * @param tolerance how much the answers may differ: 1e-6 m, 1e-9 of a share
 */
record Question(String name, Metric metric, String plain, String tuned, double tolerance) {
    private static final String ROADS = "bench-roads";
    private static final String ZONES = "bench-zones";
    private static final double FAR_M = 200_000; // farther than anything lies, so that all three find it
    private static final double METRE = 1e-6;
    private static final double SHARE = 1e-9;

    /** Classes of the worst-of question, worst first; the statements give the place in this list. */
    static final List<String> HAZARDS = List.of("clay", "flood", "bog");

    static List<Question> all() {
        return List.of(
                distance("distance, rare class (0.5 %)", types("E"), "r.class = 'E' and", List.of("road_e")),
                distance(
                        "distance, two classes",
                        types("E", "R"),
                        "r.class in ('E', 'R') and",
                        List.of("road_e", "road_r")),
                distance("distance, any class", Where.ALL, "", List.of("road_any")),
                overlapOfOneClass(),
                overlapOfTwoClasses(),
                worst(),
                sum(),
                nearest(),
                remaining());
    }

    private static Where types(String... types) {
        return new Where("class", List.of(types));
    }

    private static Question distance(String name, Where where, String filter, List<String> tables) {
        String plain = """
                select s.id, (select st_distance(r.geom, s.geom) from bench.road r where %s true
                  order by r.geom <-> s.geom limit 1)
                from bench.some_site s
                """.formatted(filter);
        String nearest = "(select r.geom <-> s.geom from bench.%s r order by r.geom <-> s.geom limit 1)";
        String each = String.join(", ", tables.stream().map(nearest::formatted).toList());
        String tuned = "select s.id, least(" + each + ") from bench.site s";
        return new Question(name, new Distance(ROADS, where, FAR_M), plain, tuned, METRE);
    }

    private static Question overlapOfOneClass() {
        return new Question("overlap, one class", new Overlap(ZONES, types("bog")), """
                select s.id, st_area(st_union(st_intersection(z.geom, s.geom))) / st_area(s.geom)
                from bench.some_site s join bench.zone z on z.class = 'bog' and st_intersects(z.geom, s.geom)
                group by s.id, s.geom
                """, """
                select s.id, sum(st_area(st_intersection(z.geom, s.geom))) / st_area(s.geom)
                from bench.site s join bench.bog z on st_intersects(z.geom, s.geom)
                group by s.id, s.geom
                """, SHARE);
    }

    private static Question overlapOfTwoClasses() {
        return new Question("overlap, two classes", new Overlap(ZONES, types("flood", "clay")), """
                select s.id, st_area(st_union(st_intersection(z.geom, s.geom))) / st_area(s.geom)
                from bench.some_site s join bench.zone z on z.class in ('flood', 'clay') and st_intersects(z.geom, s.geom)
                group by s.id, s.geom
                """, """
                select s.id, st_area(st_union(st_intersection(z.geom, s.geom))) / st_area(s.geom)
                from bench.site s
                join (select geom from bench.flood union all select geom from bench.clay) z on st_intersects(z.geom, s.geom)
                group by s.id, s.geom
                """, SHARE);
    }

    private static Question worst() {
        return new Question("worst of three classes", new Worst(ZONES, "class", HAZARDS, ""), """
                select s.id, min(case z.class when 'clay' then 1 when 'flood' then 2 else 3 end)
                from bench.some_site s join bench.zone z on z.class in ('clay', 'flood', 'bog') and st_intersects(z.geom, s.geom)
                where st_area(st_intersection(z.geom, s.geom)) > 0 group by s.id
                """, """
                select s.id, min(z.place)
                from bench.site s
                join (select 1 as place, geom from bench.clay union all select 2, geom from bench.flood
                  union all select 3, geom from bench.bog) z on st_intersects(z.geom, s.geom)
                where st_relate(s.geom, z.geom, '2********') group by s.id
                """, 0);
    }

    private static Question sum() {
        return new Question("number within 500 m", new Sum(ROADS, types("F"), "", 500), """
                select s.id, count(*)
                from bench.some_site s join bench.road r on r.class = 'F' and st_dwithin(r.geom, s.geom, 500) group by s.id
                """, """
                select s.id, count(*)
                from bench.site s join bench.road_f r on st_dwithin(r.geom, s.geom, 500) group by s.id
                """, 0);
    }

    /** Several roads may touch a site; all three then take the one first in the file. None within 5 km counts as 0. */
    private static Question nearest() {
        return new Question("property of the nearest", new Nearest(ROADS, types("K"), "nr", 5000), """
                select s.id, (select r.nr from bench.road r where r.class = 'K' and st_dwithin(r.geom, s.geom, 5000)
                  order by round(st_distance(r.geom, s.geom)::numeric, 6), r.nr limit 1)
                from bench.some_site s
                """, """
                select s.id, (select min(r.nr) from bench.road_k r where st_dwithin(r.geom, s.geom, n.metres + 1e-9))
                from bench.site s
                cross join lateral (select r.geom <-> s.geom as metres from bench.road_k r order by r.geom <-> s.geom limit 1) n
                where n.metres <= 5000
                """, 0);
    }

    private static Question remaining() {
        var cuts = List.of(
                new Cut(ROADS, types("R"), 50), new Cut(ROADS, types("F"), 20), new Cut(ZONES, types("bog"), 0));
        String around = """
                select s.id, (select max(st_area(part.geom)) / 1000
                  from st_dump(coalesce(st_difference(s.geom, c.geom), s.geom)) part)
                from bench.%s s
                cross join lateral (select st_union(geom) as geom from (%s) each) c
                """;
        return new Question(
                "remaining after three cuts",
                new Remaining(cuts),
                around.formatted("some_site", """
                select st_buffer(r.geom, case r.class when 'R' then 50 else 20 end, 16) as geom from bench.road r
                where r.class in ('R', 'F') and st_dwithin(r.geom, s.geom, case r.class when 'R' then 50 else 20 end)
                union all select z.geom from bench.zone z where z.class = 'bog' and st_intersects(z.geom, s.geom)"""),
                around.formatted("site", """
                select st_buffer(r.geom, 50, 16) as geom from bench.road_r r where st_dwithin(r.geom, s.geom, 50)
                union all select st_buffer(r.geom, 20, 16) from bench.road_f r where st_dwithin(r.geom, s.geom, 20)
                union all select z.geom from bench.bog z where st_intersects(z.geom, s.geom)"""),
                METRE);
    }
}

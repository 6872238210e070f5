package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Works every found value out again from the objects that are said to have decided it, as they go out to a map. */
final class ObjectsComparison {
    private final ServiceTest service;

    ObjectsComparison(ServiceTest service) {
        this.service = service;
    }

    /** Compares every found value of the run in use with its objects; says how many, and which metric kinds there were. */
    int compareAll(Set<String> kinds) {
        var run = service.json("/api/runs/" + service.latestRun());
        int compared = 0;
        var seen = new HashSet<String>();
        for (var purpose : run.path("rankings").propertyNames()) {
            for (var entry : run.path("rankings").path(purpose)) {
                var site = entry.path("site").asString();
                var address = "/api/runs/" + run.path("id").asString() + "/scores/" + purpose + "/" + site;
                for (var line : service.json(address).path("lines")) {
                    var criterion = line.path("criterion").asString();
                    if (seen.add(site + " " + criterion)) {
                        var objects = service.json(address + "/objects/" + criterion);
                        assertThat(objects.path("found")).isEqualTo(line.path("found"));
                        compared += compare(site, objects, kinds) ? 1 : 0;
                    }
                }
            }
        }
        return compared;
    }

    /** Whether there was a value to compare. */
    private boolean compare(String site, JsonNode objects, Set<String> kinds) {
        var what = site + " " + objects.path("criterion").asString();
        var found = objects.path("found");
        if (found.path("kind").asString().equals("notCovered")) {
            assertThat(objects.path("features")).as(what).isEmpty();
            return false;
        }
        var kind = objects.path("metric").asString();
        kinds.add(kind);
        double value = found.path("value").asDouble(Double.NaN);
        switch (kind) {
            case "distance" ->
                assertThat(number("select coalesce(min(st_distance(g, s.footprint)), :value)", site, objects, value))
                        .as(what)
                        .isCloseTo(value, within(0.05));
            case "overlap" ->
                assertThat(number(
                                "select coalesce(st_area(st_union(g)) / max(st_area(s.footprint)), 0)",
                                site,
                                objects,
                                value))
                        .as(what)
                        .isCloseTo(value, within(1e-4));
            case "remaining" ->
                assertThat(number(
                                "select coalesce(sum(st_area(g)) filter (where role = 'remaining'), 0) / 1000",
                                site,
                                objects,
                                value))
                        .as(what)
                        .isCloseTo(value, within(0.001 * value + 0.01));
            case "sum" -> {
                if (objects.path("numberMatched").asInt()
                        == objects.path("numberReturned").asInt()) {
                    assertThat(objects.path("features")
                                    .valueStream()
                                    .mapToDouble(f ->
                                            f.path("properties").path("value").asDouble())
                                    .sum())
                            .as(what)
                            .isCloseTo(value, within(1e-6));
                }
            }
            case "nearest" ->
                assertThat(objects.path("features").get(0).path("properties").path("value"))
                        .as(what)
                        .isEqualTo(found.path("value"));
            case "own" -> {
                assertThat(objects.path("features")).isEmpty();
                assertThat(objects.path("origin").path("on").asString())
                        .as(what)
                        .isNotBlank();
            }
            default -> throw new AssertionError("A metric kind without a comparison: " + kind);
        }
        return true;
    }

    private double number(String sql, String site, JsonNode objects, double value) {
        return service.jdbc
                .sql(sql + """
                         from site_in_use s cross join lateral (
                          select st_transform(st_setsrid(st_geomfromgeojson(f ->> 'geometry'), 4326), st_srid(s.footprint)) as g,
                            f -> 'properties' ->> 'role' as role
                          from jsonb_array_elements(cast(:features as jsonb)) f) o
                        where s.site_id = :site and role <> 'line' and cast(:value as float8) is not null
                        """)
                .param("features", objects.path("features").toString())
                .param("site", site)
                .param("value", value)
                .query(Double.class)
                .single();
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes GeoJSON in metres, and says so the way GDAL and QGIS do. */
final class Writer {
    private static final String CRS =
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::25833\"}}";
    private final Path folder;

    Writer(Path folder) {
        this.folder = folder;
    }

    void write(World world, Map<String, Object> expected, byte[] municipalities) throws IOException {
        Files.write(folder.resolve("oppdiktet-kommuner.geojson"), municipalities);
        var classes = Map.of("dyrketmark", "arealtype", "ar5", "arealtype", "flomsoner", "sone");
        for (var dataset :
                new TreeSet<>(world.themes.stream().map(Theme::dataset).toList())) {
            var features = new ArrayList<String>();
            for (var theme : world.themes) {
                if (theme.dataset().equals(dataset)) {
                    var properties = new LinkedHashMap<String, Object>();
                    properties.put("id", dataset + "-" + (features.size() + 1));
                    properties.put("navn", "Oppdiktet");
                    if (classes.containsKey(dataset)) {
                        properties.put(classes.get(dataset), theme.type());
                    }
                    features.add(feature(properties, polygon(theme.ground())));
                }
            }
            collection("oppdiktet-" + dataset, features);
        }
        lines(world);
        collection(
                "oppdiktet-naeringsarealer",
                world.sites.stream().map(Writer::site).toList());
        int no = 0;
        for (var plan : world.plans) {
            no++;
            collection("oppdiktet-plan-%02d-%s-v%d".formatted(no, plan.key(), plan.version()), zones(plan));
        }
        Files.writeString(folder.resolve("expected.json"), Json.of(expected) + "\n");
        Files.writeString(folder.resolve("README.txt"), readme(world));
    }

    private void lines(World world) throws IOException {
        var roads = new ArrayList<String>();
        for (var road : world.roads) {
            roads.add(feature(Map.of("vegkategori", road.type()), line(road.from(), road.to())));
        }
        collection("oppdiktet-veger", roads);
        var rail = line(new Vertex(290000, 6625000), new Vertex(300000, 6625000));
        collection("oppdiktet-jernbane", List.of(feature(Map.of("bane", "Oppdiktet bane"), rail)));
    }

    private void collection(String name, List<String> features) throws IOException {
        Files.writeString(
                folder.resolve(name + ".geojson"),
                "{\"type\":\"FeatureCollection\",\"name\":\"" + name + "\"," + CRS + ",\"features\":[\n"
                        + String.join(",\n", features) + "\n]}\n");
    }

    private static List<String> zones(Plan plan) {
        var features = new ArrayList<String>();
        if (plan.type() != null) { // an input is a loose area
            features.add(feature(
                    properties(plan, plan.zoning() ? "RpOmråde" : "KpOmråde", "omrade"), polygon(plan.outline())));
        }
        for (var zone : plan.zones()) {
            boolean purpose = zone.kind().equals("PURPOSE");
            String type = (plan.zoning() ? "Rp" : "Kp") + (purpose ? "ArealformålOmråde" : "AngittHensynSone");
            var p = properties(plan, plan.type() == null ? "Arealinnspill" : type, zone.id());
            p.put("purposeCode", purpose ? zone.code() : null);
            p.put("considerationCode", purpose ? null : zone.code());
            p.put("useStatus", zone.use());
            p.put("verticalLevel", String.valueOf(zone.level()));
            p.put("zoneName", zone.name());
            features.add(feature(p, polygon(zone.ground())));
        }
        return features;
    }

    private static Map<String, Object> properties(Plan plan, String type, String id) {
        var p = new LinkedHashMap<String, Object>();
        p.put("id", id);
        p.put("objtype", type);
        p.put("municipality", plan.nr());
        p.put("planId", plan.planId());
        p.put("planName", plan.name());
        p.put("planType", plan.type());
        p.put("planStatus", plan.status());
        p.put("stage", plan.stage().toLowerCase(Locale.ROOT));
        p.put("inForceFrom", plan.from());
        p.put("inForceTo", plan.to());
        p.put("decidedOn", plan.from());
        p.put("announcedOn", plan.from());
        p.put("lawReference", plan.from() == null ? null : "6");
        p.put("provision", null);
        return p;
    }

    private static String site(Site site) {
        var facts = new ArrayList<Map<String, Object>>();
        site.facts().forEach((fact, value) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("fact", fact);
            one.put("value", value);
            one.put(
                    "unit",
                    Map.of("priceNokPerM2", "krPerM2", "utilitiesToBorder", "count")
                            .getOrDefault(fact, ""));
            one.put("statedBy", "Oppdiktet");
            one.put("on", "2026-01-15");
            one.put("basis", "estimate");
            one.put("source", "Oppdiktet til utprøving");
            one.put("url", "");
            facts.add(one);
        });
        var p = new LinkedHashMap<String, Object>();
        p.put("id", site.id());
        p.put("name", site.name());
        p.put("kind", site.terminal() ? "TERMINAL" : "LAND");
        p.put("publication", site.published() ? "PUBLISHED" : "DRAFT");
        p.put("schematic", site.schematic());
        p.put("areaKnown", !site.schematic());
        p.put("statedMunicipality", site.nr());
        p.put("accuracyM", site.schematic() ? 3000 : 1);
        p.put("source", "Oppdiktet til utprøving");
        p.put("facts", facts);
        return feature(p, polygon(site.ground()));
    }

    private static String feature(Map<String, Object> properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":" + Json.of(properties) + ",\"geometry\":" + geometry + "}";
    }

    private static String polygon(Ground ground) {
        var rings = new ArrayList<String>();
        rings.add(ring(ground.box()));
        for (var hole : ground.borders()) {
            if (!hole.equals(ground.box())) {
                rings.add(ring(hole));
            }
        }
        return "{\"type\":\"Polygon\",\"coordinates\":[" + String.join(",", rings) + "]}";
    }

    private static String ring(Rect r) {
        return Arrays.stream(
                        new double[][] {{r.w(), r.s()}, {r.e(), r.s()}, {r.e(), r.n()}, {r.w(), r.n()}, {r.w(), r.s()}})
                .map(c -> "[" + Json.number(c[0]) + "," + Json.number(c[1]) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String line(Vertex a, Vertex b) {
        return "{\"type\":\"LineString\",\"coordinates\":[[%s,%s],[%s,%s]]}"
                .formatted(Json.number(a.x()), Json.number(a.y()), Json.number(b.x()), Json.number(b.y()));
    }

    private static String readme(World world) {
        return """
            OPPDIKTET PLANSETT, frø %1$d
            Alt i denne mappen er diktet opp for å prøve plankontrollen: planer, områder, jord, myr, flom, vern og veger.
            Ingen av planene finnes. Kommunene er de skjematiske cellene i eksempeldataene, ikke grenser.
            Legg settet inn i en tom database:  ./areal import MAPPE
            expected.json sier hva kontrollen skal finne, verken mer eller mindre.

            MADE-UP PLAN SET, seed %1$d
            Everything in this folder is made up to try the plan check: plans, sites, soil, mires, floods, protection and roads.
            None of the plans exists. The municipalities are the schematic cells of the sample, not borders.
            Put the set into an empty database:  ./areal import FOLDER
            expected.json says what the check must find, no more and no less.

            Plantet, og hvor (planted, and where; in Norwegian):
            %2$s
            """.formatted(
                world.seed,
                String.join(
                        "\n", world.planted.stream().map(text -> "- " + text).toList()));
    }
}

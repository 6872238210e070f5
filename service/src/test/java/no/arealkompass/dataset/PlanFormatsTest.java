package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.crs;
import static no.arealkompass.dataset.TestData.line;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets.Examined;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans in every format they are sent in: all layers of a file are one delivery, with our names for their fields. */
class PlanFormatsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final PlanChoices SENT = new PlanChoices(null, null, null, null, "Sør-Odal kommune");

    @TempDir
    static Path folder;

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.shipped();
    }

    private static Choices plans(PlanChoices about) {
        return Choices.of("arealplaner", "kommune", null).with(about);
    }

    private static ImportReport take(Path file, Choices choices) {
        return door.datasets.importFile(Door.ADMINISTRATOR, file, choices, Progress.NONE, Consequences.NONE);
    }

    private static Examined examine(Path file, Choices choices) {
        return door.datasets.examine(Door.ADMINISTRATOR, file, choices, Progress.NONE, Consequences.NONE);
    }

    private static List<String> codes(Examined examined) {
        return examined.issues().stream().map(ImportIssue::code).distinct().toList();
    }

    /** The areas of a delivery by their ids, with their properties and square metres. */
    private static Map<String, JsonNode> areas(ImportReport report) {
        assertThat(report.outcome()).as("%s", door.issues(report)).isEqualTo(Outcome.ACCEPTED);
        Map<String, JsonNode> areas = new LinkedHashMap<>();
        door.db
                .sql("select object_id, (properties || jsonb_build_object('m2', st_area(geom)))::text as properties"
                        + " from feature where dataset_version_id = :version order by id")
                .param("version", Objects.requireNonNull(report.versionId()))
                .query(row -> {
                    areas.put(row.getString("object_id"), JSON.readTree(row.getString("properties")));
                });
        return areas;
    }

    private static void has(JsonNode area, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            assertThat(area.path(namesAndValues[i]).asString(""))
                    .as("%s of %s", namesAndValues[i], area)
                    .isEqualTo(namesAndValues[i + 1]);
        }
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\": \"Feature\", \"properties\": " + properties + ", \"geometry\": " + geometry + "}";
    }

    private static Path geoJson(String name, String... features) {
        return Door.write(folder, name, collection(List.of(features), crs("urn:ogc:def:crs:EPSG::25832")));
    }

    private static Path one(String name, String planId) {
        return geoJson(
                name,
                feature(
                        "{\"objekttypenavn\": \"RpArealformålOmråde\", \"kommunenummer\": \"3415\", \"plannavn\": \"Nes\","
                                + " \"planidentifikasjon\": \"" + planId
                                + "\", \"planstatus\": 2, \"arealformål\": 1300}",
                        square(650000, 6680000, 100)));
    }

    @Test
    void theObjectsOfGeoJsonAreToldApartAndSayWhatTheirMembersSay() {
        Path file = geoJson(
                "plan.geojson",
                feature(
                        "{\"name\": \"RpArealformålOmråde\", \"arealformål\": 1340.0, \"feltnavn\": \"BI1\","
                                + " \"identifikasjon\": {\"Identifikasjon\": {\"lokalId\": \"z1\"}},"
                                + " \"planområde\": {\"xlink:type\": \"simple\", \"xlink:href\": \"#o1\"}}",
                        square(650000, 6680000, 100)),
                feature(
                        "{\"name\": \"RpFareSone\", \"fare\": \"320\", \"hensynSonenavn\": \"H320_1\","
                                + " \"identifikasjon\": {\"Identifikasjon\": {\"lokalId\": \"z2\"}}}",
                        square(650020, 6680020, 20)),
                feature(
                        "{\"name\": \"RpOmråde\", \"id\": \"o1\", \"vertikalnivå\": \"2\", \"plantype\": \"35\","
                                + " \"plannavn\": \"Slomarka\", \"planstatus\": \"3\","
                                + " \"identifikasjon\": {\"Identifikasjon\": {\"lokalId\": \"z3\"}},"
                                + " \"ikrafttredelsesdato\": \"2018-06-11T22:00:00Z\","
                                + " \"arealplanId\": {\"kommunenummer\": \"3415\", \"planidentifikasjon\": \"201803\"}}",
                        square(650000, 6680000, 100)),
                feature("{\"name\": \"RpFormålGrense\"}", line(650000, 6680000, 650100, 6680000)),
                feature("{\"name\": \"RpPåskrift\"}", "null"));
        Examined examined = examine(file, Choices.NONE);
        assertThat(examined.examination().suggestions().getFirst().dataset()).isEqualTo("arealplaner");
        assertThat(examined.examination().chosen().source()).isEqualTo("kommune");
        assertThat(examined.examination().questions()).containsExactly(Question.PLAN);
        Examination.Plan plan = Objects.requireNonNull(examined.examination().plan());
        assertThat(plan.missing()).containsExactly("sender");
        assertThat(plan.suggested())
                .isEqualTo(new PlanChoices("3415", "201803", "Slomarka", "adopted", "Sør-Odal kommune"));

        ImportReport report = take(file, plans(SENT));
        Map<String, JsonNode> areas = areas(report);
        assertThat(areas).containsOnlyKeys("z1", "z2", "z3");
        has(areas.get("z1"), "objtype", "RpArealformålOmråde", "purposeCode", "1340", "zoneName", "BI1");
        has(areas.get("z1"), "municipality", "3415", "planId", "201803", "planName", "Slomarka", "planStatus", "3");
        has(areas.get("z2"), "objtype", "RpFareSone", "considerationCode", "320", "zoneName", "H320_1");
        has(areas.get("z2"), "planId", "201803", "inForceFrom", "2018-06-12", "stage", "");
        has(areas.get("z3"), "objtype", "RpOmråde", "verticalLevel", "2", "zoneName", "", "purposeCode", "");
        assertThat(areas.get("z1").path("m2").asDouble()).isCloseTo(10_000, within(10.0)); // zone 32 seen from zone 33
        assertThat(areas.get("z1").has("ref")).isFalse();
        assertThat(door.issues(report))
                .filteredOn(issue -> issue.code().equals("PLAN_LEFT_OUT"))
                .singleElement()
                .satisfies(issue -> assertThat(issue.message().nb())
                        .contains("RpFormålGrense (1)")
                        .contains("RpPåskrift (1)"));
    }

    @Test
    void sosiKeepsOnlyItsSurfaces() {
        Path file = Samples.write(folder, "plan.sos", """
                .HODE
                ..TEGNSETT ISO8859-1
                ..TRANSPAR
                ...KOORDSYS 22
                ...ORIGO-NØ 0 0
                ...ENHET 0.01
                ..OMRÅDE
                ...MIN-NØ 6680000 650000
                ...MAX-NØ 6681000 651000
                ..SOSI-VERSJON 4.5
                ..SOSI-NIVÅ 3
                .KURVE 1:
                ..OBJTYPE RpFormålGrense
                ..NØ
                668000000 65000000
                668000000 65010000
                668010000 65010000
                ..NØ
                668010000 65000000
                668000000 65000000
                .FLATE 2:
                ..OBJTYPE RpArealformålOmråde
                ..NASJONALAREALPLANID
                ...KOMM 3415
                ...PLANID 201803
                ..VERTNIV 2
                ..RPAREALFORMÅL 1340
                ..FELTNAVN BI1
                ..REF :1
                ..NØ
                668005000 65005000
                .FLATE 3:
                ..OBJTYPE RpOmråde
                ..NASJONALAREALPLANID
                ...KOMM 3415
                ...PLANID 201803
                ..VERTNIV 2
                ..PLANTYPE 35
                ..PLANNAVN "Slomarka næringspark"
                ..PLANSTAT 3
                ..IKRAFT 20180612
                ..REF :1
                ..NØ
                668005000 65005000
                .SLUTT
                """, StandardCharsets.ISO_8859_1);
        Map<String, JsonNode> areas = areas(take(file, plans(SENT)));
        assertThat(areas).hasSize(2);
        has(areas.get("1"), "objtype", "RpArealformålOmråde", "purposeCode", "1340", "zoneName", "BI1");
        has(areas.get("1"), "municipality", "3415", "planId", "201803", "planName", "Slomarka næringspark");
        has(areas.get("1"), "inForceFrom", "2018-06-12", "planType", "35", "verticalLevel", "2");
    }

    private static String member(String name, String id, String content) {
        return "<gml:featureMember><app:%s gml:id=\"%s\">%s</app:%s></gml:featureMember>"
                .formatted(name, id, content, name);
    }

    private static String plan(String id, String number, String name) {
        return member(
                "Arealplan",
                id,
                "<app:nasjonalArealplanId><app:NasjonalArealplanId><app:administrativEnhet>"
                        + "<app:AdministrativEnhetskode><app:kommunenummer>3415</app:kommunenummer></app:AdministrativEnhetskode>"
                        + "</app:administrativEnhet><app:planidentifikasjon>" + number + "</app:planidentifikasjon>"
                        + "</app:NasjonalArealplanId></app:nasjonalArealplanId><app:plantype>35</app:plantype><app:plannavn>"
                        + name + "</app:plannavn><app:planstatus>2</app:planstatus>");
    }

    private static String surface(String id, String patch) {
        return "<app:område><gml:MultiSurface gml:id=\"%s\" srsName=\"urn:ogc:def:crs:EPSG::25832\"><gml:surfaceMember>%s</gml:surfaceMember></gml:MultiSurface></app:område>"
                .formatted(id, patch);
    }

    private static String ring(double x, double y) {
        return ("<gml:exterior><gml:LinearRing><gml:posList>%1$.1f %2$.1f %3$.1f %2$.1f %3$.1f %4$.1f %1$.1f %4$.1f"
                        + " %1$.1f %2$.1f</gml:posList></gml:LinearRing></gml:exterior>")
                .formatted(x, y, x + 100, y + 100)
                .replace(',', '.');
    }

    /** Two plans in one file: each zone names its outline, each outline its plan. One surface is bounded by an arc. */
    @Test
    void gmlZonesTakeTheAttributesOfThePlanTheyReferTo() {
        String halfDisc =
                "<gml:Surface gml:id=\"s\"><gml:patches><gml:PolygonPatch><gml:exterior><gml:Ring><gml:curveMember>"
                        + "<gml:Curve gml:id=\"c\"><gml:segments><gml:Arc><gml:posList>652000 6680000 652050 6680050 652100 6680000"
                        + "</gml:posList></gml:Arc><gml:LineStringSegment><gml:posList>652100 6680000 652000 6680000</gml:posList>"
                        + "</gml:LineStringSegment></gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior>"
                        + "</gml:PolygonPatch></gml:patches></gml:Surface>";
        String content = plan("p1", "2018-1", "Øst")
                + plan("p2", "2019-2", "Vest")
                + member(
                        "RpOmråde",
                        "o1",
                        surface("g1", "<gml:Polygon gml:id=\"a\">" + ring(650000, 6680000) + "</gml:Polygon>")
                                + "<app:arealplan xlink:href=\"#p1\"/>")
                + member(
                        "RpOmråde",
                        "o2",
                        surface(
                                        "g2",
                                        "<gml:Surface gml:id=\"b\"><gml:patches><gml:PolygonPatch>"
                                                + ring(651000, 6680000)
                                                + "</gml:PolygonPatch></gml:patches></gml:Surface>")
                                + "<app:arealplan xlink:href=\"#p2\"/>")
                + member(
                        "RpArealformålOmråde",
                        "z1",
                        surface("g3", "<gml:Polygon gml:id=\"d\">" + ring(650000, 6680000) + "</gml:Polygon>")
                                + "<app:arealformål>1300</app:arealformål><app:planområde xlink:href=\"#o1\"/>")
                + member(
                        "RpArealformålOmråde",
                        "z2",
                        surface("g4", halfDisc)
                                + "<app:arealformål>1826</app:arealformål><app:planområde xlink:href=\"#o2\"/>")
                + member(
                        "RpFormålGrense",
                        "l1",
                        "<app:grense><gml:LineString gml:id=\"e\"><gml:posList>650000 6680000"
                                + " 650100 6680000</gml:posList></gml:LineString></app:grense>");
        Path file = Door.write(folder, "plan.gml", """
                <gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink"
                  xmlns:app="http://skjema.geonorge.no/SOSI/produktspesifikasjon/Reguleringsplanforslag/5.0" gml:id="c0">
                """ + content + "</gml:FeatureCollection>");
        ImportReport report = take(file, plans(SENT));
        Map<String, JsonNode> areas = areas(report);
        assertThat(areas).containsOnlyKeys("o1", "o2", "z1", "z2");
        has(areas.get("z1"), "objtype", "RpArealformålOmråde", "planId", "2018-1", "planName", "Øst");
        has(areas.get("z2"), "purposeCode", "1826", "planId", "2019-2", "planName", "Vest", "planStatus", "2");
        has(areas.get("o2"), "objtype", "RpOmråde", "municipality", "3415", "planId", "2019-2", "planType", "35");
        assertThat(areas.get("z2").path("m2").asDouble()).isCloseTo(Math.PI * 50 * 50 / 2, within(5.0));
        assertThat(door.codes(report)).contains("PLAN_LEFT_OUT").doesNotContain("FIELD_ABSENT");
    }

    /** The field names of the national services; the outline alone says name, status and dates of the plan. */
    @Test
    void theLayersOfAGeoPackageFindTheirPlanByItsNumber() {
        Path outline = geoJson(
                "outline.geojson",
                feature(
                        "{\"objtype\": \"KpOmråde\", \"kommunenummer\": \"3415\", \"planidentifikasjon\": \"KP19\","
                                + " \"plannavn\": \"Kommuneplan\", \"plantype\": 20, \"planstatus\": 3,"
                                + " \"ikrafttredelsesdato\": \"2019-05-01\", \"lokalid\": \"k0\"}",
                        square(650000, 6680000, 1000)));
        Path zones = geoJson(
                "zones.geojson",
                feature(
                        "{\"kommunenummer\": \"3415\", \"planidentifikasjon\": \"KP19\", \"arealformal\": 1300,"
                                + " \"arealbruksstatus\": 2, \"omradenavn\": \"N1\", \"lokalid\": \"k1\"}",
                        square(650000, 6680000, 100)));
        Path lines = geoJson("lines.geojson", feature("{\"lokalid\": \"k2\"}", line(650000, 6680000, 650100, 6680000)));
        Path file = folder.resolve("kp.gpkg");
        Samples.ogr2ogr(file.toString(), outline.toString(), "-nln", "kpomrade");
        Samples.ogr2ogr("-update", file.toString(), zones.toString(), "-nln", "kparealformalomrade");
        Samples.ogr2ogr("-update", file.toString(), lines.toString(), "-nln", "kpjuridisklinje");
        ImportReport report = take(file, Choices.of("arealplaner", "nap", null).with(SENT));
        Map<String, JsonNode> areas = areas(report);
        assertThat(areas).containsOnlyKeys("k0", "k1");
        has(areas.get("k1"), "objtype", "KpArealformålOmråde", "purposeCode", "1300", "useStatus", "2");
        has(
                areas.get("k1"),
                "zoneName",
                "N1",
                "planName",
                "Kommuneplan",
                "planType",
                "20",
                "inForceFrom",
                "2019-05-01");
        assertThat(door.codes(report)).contains("PLAN_LEFT_OUT");
    }

    @Test
    void aShapefileHasItsNamesCut() throws IOException {
        Path json = geoJson(
                "shape.geojson",
                feature(
                        "{\"KOMMUNENUMMER\": \"3415\", \"PLANIDENTIFIKASJON\": \"2020-7\", \"AREALFORMAL\": 1340,"
                                + " \"AREALBRUKSSTATUS\": 1, \"FELTBETEGNELSE\": \"BI2\", \"PLANNAVN\": \"Nord\","
                                + " \"PLANSTATUS\": 3}",
                        square(650000, 6680000, 100)));
        Path out = Files.createDirectory(folder.resolve("shape"));
        Samples.ogr2ogr(
                "-f", "ESRI Shapefile", out.resolve("RpArealformalOmrade.shp").toString(), json.toString());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path part : files.sorted().toList()) {
                parts.put(String.valueOf(part.getFileName()), Files.readAllBytes(part));
            }
        }
        Path file = Samples.write(folder, "plan.zip", Samples.zip(parts));
        Map<String, JsonNode> areas = areas(take(file, plans(SENT)));
        has(areas.get("1"), "objtype", "RpArealformålOmråde", "municipality", "3415", "planId", "2020-7");
        has(areas.get("1"), "purposeCode", "1340", "useStatus", "1", "zoneName", "BI2");
    }

    /** An outline and no more: everything is asked, with what the name of the file may mean. */
    @Test
    void aBareOutlineIsAskedAboutAndMayLieAnywhere() {
        String shape = "{\"type\": \"Polygon\", " + crs("urn:ogc:def:crs:EPSG::25832")
                + square(431000, 6450000, 100).replaceFirst(".*?\"coordinates\"", "\"coordinates\"");
        Path file = Door.write(folder, "innspill_4204_15-36.geojson", shape);
        Examined examined = examine(file, plans(PlanChoices.NONE));
        Examination.Plan plan = Objects.requireNonNull(examined.examination().plan());
        assertThat(examined.examination().questions()).containsExactly(Question.PLAN);
        assertThat(plan.missing()).containsExactly("municipality", "planId", "planName", "stage", "sender");
        assertThat(plan.suggested().municipality()).isEqualTo("4204");
        assertThat(plan.suggested().planId()).isEqualTo("15-36");
        assertThat(plan.suggested().planName()).isNull();
        assertThat(codes(examined)).contains("PLAN_OUTSIDE_REGION").doesNotContain("OUTSIDE_REGION", "WRONG_TYPE");

        PlanChoices said = new PlanChoices("4204", "15-36", "Stemtjønn", "input", "Grunneier");
        Map<String, JsonNode> areas = areas(take(file, plans(said)));
        has(areas.get("1"), "objtype", "", "municipality", "4204", "planId", "15-36", "stage", "input");
        assertThat(areas.get("1").path("m2").asDouble()).isCloseTo(10_000, within(100.0));
        ImportReport unasked = take(file, plans(PlanChoices.NONE));
        assertThat(unasked.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(door.codes(unasked)).contains("PLAN_MISSING");
        assertThatThrownBy(() -> examine(file, plans(new PlanChoices("ost", null, null, null, null))))
                .hasMessageContaining("four digits");
    }

    @Test
    void deliveriesStandSideBySideAndTheSameOneIsUnchanged() {
        Path first = one("first.geojson", "S1");
        Path second = one("second.geojson", "S2");
        PlanChoices hearing = new PlanChoices(null, null, null, "hearing", "Nes kommune");
        assertThat(take(first, plans(hearing)).outcome()).isEqualTo(Outcome.ACCEPTED);
        ImportReport other = take(second, plans(hearing));
        has(areas(other).get("1"), "stage", "hearing", "planStatus", "2");
        assertThat(take(first, plans(hearing)).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(codes(examine(first, plans(hearing)))).contains("PLAN_SAME");
        PlanChoices adopted = new PlanChoices(null, null, null, "adopted", "Nes kommune");
        assertThat(take(first, plans(adopted)).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(door.datasets.inUse(Caller.PUBLIC)).doesNotContainKey("arealplaner");
        assertThat(door.datasets.history(Caller.PUBLIC, "arealplaner")).isEmpty();
        long version = Objects.requireNonNull(other.versionId());
        assertThat(door.datasets.version(Caller.PUBLIC, version)).isEmpty();
        assertThat(door.datasets.coverage(Caller.PUBLIC, version)).isEmpty();
        assertThat(door.datasets.version(Door.ADMINISTRATOR, version)).isPresent();
    }

    @Test
    void whatIsSaidCountsAgainstAFileOfOnePlanAndFillsAFileOfSeveral() {
        Path file = one("against.geojson", "A1");
        Examined examined = examine(file, plans(new PlanChoices("3414", "A2", null, "proposal", "Nord-Odal kommune")));
        assertThat(Objects.requireNonNull(examined.examination().plan()).plans())
                .containsExactly(new Examination.DeliveredPlan("3414", "A2", "Nes", "proposal", "2", 1));
        assertThat(codes(examined)).contains("PLAN_AGAINST_FILE");

        Path two = geoJson(
                "two.geojson",
                feature(
                        "{\"objtype\": \"KpArealformålOmråde\", \"planid\": \"B1\", \"lokalid\": \"N1\", \"arealformål\": 1300}",
                        square(650000, 6680000, 100)),
                feature(
                        "{\"objtype\": \"KpArealformålOmråde\", \"planid\": \"B2\", \"lokalid\": \"N1\", \"arealformål\": 1300}",
                        square(651000, 6680000, 100)));
        Examined several = examine(two, plans(new PlanChoices("3414", "A2", null, "proposal", "x")));
        assertThat(Objects.requireNonNull(several.examination().plan()).plans())
                .extracting(Examination.DeliveredPlan::planId)
                .containsExactly("B1", "B2");
        assertThat(several.examination().ready()).as("%s", several.issues()).isTrue();
    }

    @Test
    void theMappingOfASenderIsRememberedAndMayBeChanged() {
        String zone = "{\"bruk\": \"1340\", \"omr\": \"N7\", \"kommunenummer\": \"3414\", \"planid\": \"%s\","
                + " \"plannavn\": \"x\", \"planstatus\": \"3\"}";
        Path first = geoJson("m1.geojson", feature(zone.formatted("M1"), square(650000, 6680000, 100)));
        Path second = geoJson("m2.geojson", feature(zone.formatted("M2"), square(650000, 6680000, 100)));
        PlanChoices sender = new PlanChoices(null, null, null, null, "Konsulent AS");
        Map<String, String> mapping = Map.of("purposeCode", "bruk", "zoneName", "omr");
        Choices mapped = new Choices("arealplaner", "kommune", null, null, mapping, null, null, sender);
        has(areas(take(first, mapped)).get("1"), "purposeCode", "1340", "zoneName", "N7");

        PlanChoices again = new PlanChoices(null, null, null, null, "konsulent as");
        Examined examined = examine(second, plans(again));
        assertThat(examined.examination().chosen().mapping()).isEqualTo(mapping);
        assertThat(codes(examined)).contains("MAPPING_REMEMBERED");
        Choices other =
                new Choices("arealplaner", "kommune", null, null, Map.of("purposeCode", "bruk"), null, null, again);
        has(areas(take(second, other)).get("1"), "purposeCode", "1340", "zoneName", "");
        assertThat(codes(examine(second, plans(SENT)))).doesNotContain("MAPPING_REMEMBERED");
    }
}

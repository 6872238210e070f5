package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.arealkompass.TestDatabase;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.geo.CrsName;
import no.arealkompass.geo.Geo;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Real files of every format, with the counts and areas that are known of them (AREAL_SHARED_DATA, else ../shared/data). */
class FormatsTest {
    private static final Path DATA = Optional.ofNullable(System.getenv("AREAL_SHARED_DATA"))
            .map(Path::of)
            .orElseGet(() ->
                    TestDatabase.buildFolder().resolve("../../../shared/data").normalize());
    private static final Percentage TENTH_OF_A_PERCENT = Percentage.withPercentage(0.1);

    @BeforeAll
    static void needsTheRealData() {
        if (!Files.isDirectory(DATA)) {
            System.out.println(
                    "NOT RUN: FormatsTest, for there are no real data at AREAL_SHARED_DATA or ../shared/data");
        }
        assumeTrue(Files.isDirectory(DATA));
    }

    private static Opened open(String file) {
        return Opened.file(DATA.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"naturvernomraade.sos", "naturvernomraade_reencoded_iso8859-10.sos"})
    void protectedAreasInSosi(String name) {
        Opened file = open("formats/sosi/" + name);
        assertThat(file.format()).isEqualTo(Format.SOSI);
        assertThat(file.rows("polygons")).hasSize(17);
        assertThat(file.rows("points")).hasSize(62);
        assertThat(file.rows("lines")).hasSize(48);
        assertThat(file.area("polygons")).isCloseTo(16_446_000, TENTH_OF_A_PERCENT);
        assertThat(file.layers().values()).extracting(Layer::crs).containsOnly("EPSG:25835");
        assertThat(file.geometry("lines", 0).getCoordinate().x)
                .as("east, and west of the zone's middle far enough to be negative")
                .isEqualTo(-331540.07);
        assertThat(file.geometry("lines", 0).getCoordinate().y).isEqualTo(7133494.07);
        assertThat(file.rows("polygons").getFirst().fields())
                .containsEntry("navn", "Leinøra")
                .containsEntry("forvaltningMyndighet", "Fylkesmannen i Sør-Trøndelag");
        boolean lies = !name.contains("reencoded");
        assertThat(file.encoding().orElseThrow().declared()).isEqualTo("ISO8859-10");
        assertThat(file.encoding().orElseThrow().found()).isEqualTo(lies ? "UTF-8" : "ISO-8859-10");
        assertThat(file.codes()).isEqualTo(lies ? List.of("ENCODING_DIFFERS") : List.of());
    }

    @Test
    void elevationInSosi() {
        Opened file = open("formats/sosi/1001_Hoyde_reencoded_iso8859-1.sos");
        assertThat(file.rows("polygons")).hasSize(71);
        assertThat(file.rows("points")).hasSize(14);
        assertThat(file.rows("lines")).hasSize(313);
        assertThat(file.area("polygons")).isCloseTo(275_341_000, TENTH_OF_A_PERCENT);
        assertThat(file.layers().values()).extracting(Layer::crs).containsOnly("EPSG:25832");
        assertThat(file.geometry("points", 0).toText()).isEqualTo("POINT (449480 6454632)");
    }

    @Test
    void islandsAndReversedReferencesInSosi() {
        Opened islands = open("formats/sosi/flate_oy.sos");
        assertThat(islands.rows("polygons")).hasSize(3);
        assertThat(islands.geometry("polygons", 0).getArea()).isEqualTo(100);
        assertThat(islands.geometry("polygons", 1).getArea())
                .as("an island that is a surface")
                .isEqualTo(999_900);
        assertThat(islands.geometry("polygons", 2).getArea())
                .as("an island of curves")
                .isEqualTo(999_900);
        Opened reversed = open("formats/sosi/flatetest.sos");
        assertThat(reversed.rows("polygons")).hasSize(1);
        assertThat(new IsValidOp(reversed.geometry("polygons", 0)).isValid()).isTrue();
        assertThat(reversed.area("polygons")).isCloseTo(44.11, within(0.01));
    }

    @Test
    void originIsAddedInSosi() {
        Opened file = open("formats/sosi/nvdb_valid_real_data2_iso8859.sos");
        assertThat(file.geometry("lines", 0).getCoordinate().x).isEqualTo(565851.33);
        assertThat(file.geometry("lines", 0).getCoordinate().y).isEqualTo(7125941.44);
        assertThat(file.rows().getFirst().fields()).containsEntry("Plassering_8750", "På undergrunn");
        assertThat(file.codes()).containsExactly("HEIGHTS_DROPPED");
    }

    @Test
    void sosiThatCannotBeReadSaysWhyAndWhere() {
        assertThat(refused("formats/sosi/nvdb_valid_with_island_refs_iso8859.sos")
                        .issue())
                .returns("SOSI_HEADER", Refused.FileIssue::code)
                .extracting(i -> i.args().get("missing"))
                .isEqualTo("TRANSPAR");
        assertThat(refused("formats/sosi/testfile1.sos").issue())
                .as("three numbers under ..NØ, which has two")
                .returns("SOSI_COORDINATES", Refused.FileIssue::code)
                .extracting(i -> i.args().get("line"))
                .isEqualTo(51L);
    }

    private static Refused refused(String file) {
        Refused[] refused = new Refused[1];
        assertThatThrownBy(() -> open(file)).isInstanceOfSatisfying(Refused.class, e -> refused[0] = e);
        return refused[0];
    }

    @Test
    void planInGml() {
        Opened file = open("formats/gml/gml.avgr.1-pass.gml");
        assertThat(file.format()).isEqualTo(Format.GML);
        assertThat(file.layers().keySet())
                .as("what has geometry first")
                .containsExactly("RpOmråde", "RpArealformålOmråde", "RpFormålGrense", "Arealplan");
        assertThat(file.area("RpOmråde")).isCloseTo(19.17, within(0.02));
        assertThat(file.layers().get("RpOmråde").crs()).isEqualTo("EPSG:25832");
        assertThat(file.rows("RpArealformålOmråde").getFirst().fields())
                .containsEntry("gml_id", "_1deb7804-8671-469f-a0af-0ce6d5fa0b5c")
                .containsEntry("arealformål", "1169");
        assertThat(file.layers().get("Arealplan").hasGeometry()).isFalse();
        assertThat(file.rows("Arealplan")).hasSize(1);
    }

    @Test
    void selfCrossingSurfaceInGmlComesOutAsItIs() {
        Opened file = open("formats/gml/gml.flate.2-fail.gml");
        assertThat(file.rows("RpBestemmelseOmråde")).hasSize(2);
        assertThat(file.rowsByLayer().keySet().stream()
                        .filter(layer -> file.layers().get(layer).hasGeometry())
                        .flatMap(layer -> file.rows(layer).stream().map(r -> Geo.fromWkb(r.wkb(), 0)))
                        .filter(geometry -> !new IsValidOp(geometry).isValid()))
                .as("found, not mended")
                .isNotEmpty();
    }

    @Test
    void arcInGmlIsWithinACentimetre() {
        Opened file = open("formats/gml/gml.bue.1-pass.gml");
        Geometry arc = file.geometry("RpFormålGrense", 0);
        assertThat(file.codes()).containsExactly("ARCS_LINEARISED");
        assertThat(Circle.through(
                                -13222.0139179872,
                                196669.690302028,
                                -13230.7496883762,
                                196705.698553552,
                                -13255.0146730642,
                                196733.700667404)
                        .furthest(arc))
                .isLessThan(0.01);
    }

    @Test
    void municipalitiesInAShapefileWithoutCodePage() {
        Opened file = open("formats/shapefile/kommuner_latin1_uten_cpg_epsg25832.zip");
        assertThat(file.format()).isEqualTo(Format.SHAPEFILE);
        assertThat(file.rows()).hasSize(9);
        assertThat(file.values("KOMMUNENAV")).contains("Sør-Odal", "Åsnes", "Våler (Innlandet)");
        assertThat(CrsName.read(String.valueOf(file.layer().crs()))
                        .orElseThrow()
                        .epsg())
                .isEqualTo(25832);
        assertThat(file.encoding().orElseThrow().found()).isEqualTo("ISO-8859-1");
        assertThat(file.encoding().orElseThrow().declared()).isNull();
    }

    @Test
    void placeNamesInAShapefileWithCodePage() {
        Opened file = open("formats/shapefile/stedsnavn_utf8_cpg_epsg25833.zip");
        assertThat(file.rows()).hasSize(65);
        assertThat(file.values("NAVN")).contains("Magnor").anyMatch(name -> name.matches(".*[æøåÆØÅ].*"));
        assertThat(CrsName.read(String.valueOf(file.layer().crs()))
                        .orElseThrow()
                        .epsg())
                .isEqualTo(25833);
        assertThat(open("formats/shapefile/mapshaper_latin1_property.zip").values("name"))
                .containsExactly("México");
    }

    @Test
    void geoPackages() {
        Opened empty = open("formats/gpkg/geonorge_dyrkbarjord_tom.gpkg");
        assertThat(empty.layers().keySet()).containsExactly("ArealressursFlate", "ArealressursGrense");
        assertThat(empty.rows("ArealressursFlate")).isEmpty();
        assertThat(empty.layers().get("ArealressursFlate").fields()).contains("kopidata_områdeId", "årsversjon");
        Opened nothing = open("formats/gpkg/cite_null_geometry.gpkg");
        assertThat(nothing.rows("new_geopackage"))
                .hasSize(3)
                .filteredOn(r -> r.wkb() == null)
                .hasSize(2);
        assertThat(nothing.rows("PointExamples"))
                .hasSize(2)
                .filteredOn(r -> r.wkb() == null)
                .hasSize(1);
        Opened sewer = open("formats/gpkg/cite_simple_sewer_features.gpkg");
        assertThat(sewer.rows("s_manhole")).hasSize(69);
        assertThat(sewer.rows("foul_sewer")).hasSize(82);
        assertThat(sewer.layers().get("s_manhole").type()).isEqualTo("GEOMETRYZM");
        Opened mixed = open("formats/gpkg/mapshaper_mixed_crs.gpkg");
        assertThat(mixed.layers().values().stream()
                        .map(l -> CrsName.read(String.valueOf(l.crs()))
                                .orElseThrow()
                                .epsg()))
                .containsExactly(2269, 4326);
    }

    @Test
    void bareGeometryAndLegacyCrsInGeoJson() {
        Opened asker = open("plan/dok_asker.geojson");
        assertThat(asker.rows()).hasSize(1);
        assertThat(asker.layer().crs()).isEqualTo("urn:ogc:def:crs:EPSG::25833");
        assertThat(asker.area(asker.layer().name())).isCloseTo(605_413.8, TENTH_OF_A_PERCENT);
        Opened skien = open("plan/dok_skien-havneterminal.geojson");
        assertThat(skien.layer().crs()).isEqualTo("urn:ogc:def:crs:EPSG::25832");
        assertThat(skien.area(skien.layer().name())).isCloseTo(21_548.8, TENTH_OF_A_PERCENT);
        Opened plan = open("plan/reguleringsplan_4204_1536_stemtjonn_epsg25832.geojson");
        assertThat(plan.rows()).hasSize(99);
        assertThat(plan.layer().fields())
                .as("two names that differ by case alone")
                .contains("juridiskLinje", "juridisklinje");
        assertThat(plan.rows().getFirst().fields().keySet())
                .containsExactlyElementsOf(plan.layer().fields());
        Opened ngis = open("formats/geojson/ngis_FlateMedHull_v2.json");
        assertThat(ngis.layer().type()).isEqualTo("GEOMETRYZ");
        assertThat(ngis.layer().crs()).isEqualTo("EPSG:5972");
        assertThat(open("formats/geojson/ngis_ArealressursFlater.json").rows()).hasSize(13);
    }

    @Test
    void tablesAndGzip() {
        Opened places = open("scale/wof_norge_steder.csv");
        assertThat(places.format()).isEqualTo(Format.CSV);
        assertThat(places.rows()).hasSize(12_481).allMatch(row -> row.wkb() != null);
        assertThat(places.geometry("table", 0).toText()).isEqualTo("POINT (7.95224 58.137256)");
        assertThat(places.layer().crs()).as("asked for, not assumed").isNull();
        Opened codes = open("population/grunnkretser_koder_six.csv");
        assertThat(codes.rows()).hasSize(442);
        assertThat(codes.layer().hasGeometry()).isFalse();
        Opened national = open("scale/n1000_norge_innsjo_myr_tettbebyggelse.geojson.gz");
        assertThat(national.format()).isEqualTo(Format.GEOJSON);
        assertThat(national.rows()).hasSize(7768);
    }
}

package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.crs;
import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.line;
import static no.arealkompass.dataset.TestData.point;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are let in: where they end up, to the millimetre and to the bit, and what is remembered of them. */
class ImportTest {
    private static final String GOOD = square(12.0, 60.2, 0.01);

    @TempDir
    Path folder;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.on(TestData.descriptions(folder));
    }

    private Path file(String name, String content) {
        return Door.write(folder, name, content);
    }

    @Test
    void aGoodFileBecomesTheVersionInUse() {
        Path file = file("a.geojson", collection(feature("a", "x", "2", GOOD), feature("b", "y", "null", GOOD)));
        ImportReport report = door.take("areas", "plain", file);
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.crsHow()).isEqualTo(CrsHow.RFC7946);
        assertThat(report.sha256()).hasSize(64);
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "areas").orElseThrow();
        assertThat(version.id()).isEqualTo(report.versionId());
        assertThat(version.version()).isEqualTo(1);
        assertThat(version.featureCount()).isEqualTo(2);
        assertThat(version.source().mapping()).containsKey("kind");
        assertThat(version.source())
                .usingRecursiveComparison()
                .ignoringFields("supply") // how it is fetched tomorrow is no part of what was imported
                .isEqualTo(door.datasets
                        .find(Caller.PUBLIC, "areas")
                        .orElseThrow()
                        .source("plain")
                        .orElseThrow());
        assertThat(door.datasets.coverage(Caller.PUBLIC, version.id()).orElseThrow())
                .contains("MultiPolygon");
        assertThat(door.db
                        .sql("select string_agg(class || ':' || geometrytype(geom), ' ' order by id) from feature")
                        .query(String.class)
                        .single())
                .isEqualTo("x:MULTIPOLYGON y:MULTIPOLYGON");
        assertThat(door.db
                        .sql("select properties::text from feature where object_id = 'a'")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"kind\": \"x\", \"count\": 2}");
        assertThat(door.count("piece")).isPositive();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        Path file = file("a.geojson", collection(feature("a", "x", "2", GOOD)));
        ImportReport first = door.take("areas", "plain", file);
        ImportReport second = door.take("areas", "plain", file);
        assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(second.versionId()).isEqualTo(first.versionId());
        assertThat(door.datasets.history(Caller.PUBLIC, "areas")).hasSize(1);
        assertThat(door.datasets.countImports(Door.ADMINISTRATOR)).isEqualTo(2);
    }

    @Test
    void aNewFileIsANewVersionAndTheOldOneStays() {
        door.take("areas", "plain", file("a.geojson", collection(feature("a", "x", "2", GOOD))));
        door.take("areas", "plain", file("b.geojson", collection(feature("b", "x", "2", GOOD))));
        assertThat(door.datasets.history(Caller.PUBLIC, "areas"))
                .extracting(DatasetVersion::version, DatasetVersion::fileName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "b.geojson"),
                        org.assertj.core.groups.Tuple.tuple(1, "a.geojson"));
        assertThat(door.count("feature")).isEqualTo(2);
    }

    @Test
    void aRefusedFileLeavesTheVersionInUse() {
        door.take("areas", "plain", file("a.geojson", collection(feature("a", "x", "2", GOOD))));
        ImportReport refused =
                door.take("areas", "plain", file("b.geojson", collection(feature("b", "x", "2", "null"))));
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(door.datasets.inUse(Caller.PUBLIC, "areas").orElseThrow().version())
                .isEqualTo(1);
    }

    /** Values by PROJ 9.1; GeoTools would be 2.6 m off at Vardø. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:4326,  10.4951,             59.9139,             248203.6951,  6650394.2917",
        "EPSG:25832, 583605.090793231,    6642766.42414732,    248203.6951,  6650394.2917",
        "EPSG:4326,  30.0450,             69.7271,             1076685.5362, 7806974.2128",
        "EPSG:25835, 617707.873176288,    7738375.4163602,     1076685.5362, 7806974.2128",
        "EPSG:4326,  31.1107,             70.3705,             1097843.7839, 7887003.0383",
        "urn:ogc:def:crs:EPSG::25835, 654019.36769607, 7812397.92069018, 1097843.7839, 7887003.0383",
        "EPSG:5973,  1097843.78393469,    7887003.03827411,    1097843.7839, 7887003.0383"
    })
    void controlPoints(String crs, double x, double y, double easting, double northing) {
        Door wide = Door.on(TestData.descriptions(folder.resolve("wide"), "[4.0, 57.0, 32.0, 72.0]"));
        Path file = file("p.geojson", collection(List.of(feature("p", "x", "1", point(x, y))), crs(crs)));
        assertThat(wide.take("points", "plain", file).outcome()).isEqualTo(Outcome.ACCEPTED);
        double[] stored = wide.db
                .sql("select array[st_x(geom), st_y(geom)] from feature")
                .query((row, n) -> {
                    Double[] xy = (Double[]) row.getArray(1).getArray();
                    return new double[] {xy[0], xy[1]};
                })
                .single();
        assertThat(stored[0]).isCloseTo(easting, within(0.001));
        assertThat(stored[1]).isCloseTo(northing, within(0.001));
    }

    /** A file already in the storage CRS goes through GDAL, the stream and PostGIS without losing a bit. */
    @Test
    void coordinatesKeepEveryBit() {
        Random random = new Random(7);
        List<String> features = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double x = 300_000 + random.nextDouble() * 60_000;
            double y = 6_650_000 + random.nextDouble() * 60_000;
            features.add(feature("p" + i, "x", "1", point(x, y)));
            expected.add(x + " " + y);
        }
        Path file = file("bits.geojson", collection(features, crs("EPSG:25833")));
        assertThat(door.take("points", "plain", file).outcome()).isEqualTo(Outcome.ACCEPTED);
        List<String> stored = door.db
                .sql("select st_x(geom), st_y(geom) from feature order by id")
                .query((row, n) -> row.getDouble(1) + " " + row.getDouble(2))
                .list();
        assertThat(stored).isEqualTo(expected);
    }

    @Test
    void whoInsistsOnACrsIsRemembered() {
        Path file = file("m.geojson", collection(feature("m", "x", "1", square(333716.43, 6677464.00, 100))));
        ImportReport report = door.take("areas", "plain", file, Optional.of("EPSG:25833"), v -> {});
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.crs()).isEqualTo("EPSG:25833");
        assertThat(report.crsHow()).isEqualTo(CrsHow.CALLER_AGAINST_FILE);
        assertThat(door.codes(report)).containsExactly("CRS_DIFFERS");
    }

    @Test
    void whoAnswersForAFileThatDoesNotSayIsRemembered() {
        Path file = file(
                "m.geojson",
                collection(List.of(feature("m", "x", "1", square(333716.43, 6677464.00, 100))), "\"crs\": null, "));
        ImportReport report = door.take("areas", "plain", file, Optional.of("EPSG:25833"), v -> {});
        assertThat(report.crsHow()).isEqualTo(CrsHow.CALLER);
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void heightsAreDroppedAloud() {
        String withHeights = "{\"type\": \"LineString\", \"coordinates\": [[12,60.2,5],[12.01,60.2,6]]}";
        ImportReport report =
                door.take("lines", "plain", file("z.geojson", collection(feature("z", "x", "1", withHeights))));
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(door.codes(report)).containsExactly("HEIGHTS_DROPPED");
        assertThat(door.db
                        .sql("select max(st_ndims(geom)) from feature")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void objectsFarAwayAreCountedButNotStored() {
        ImportReport report = door.take(
                "areas",
                "plain",
                file(
                        "n.geojson",
                        collection(feature("near", "x", "1", GOOD), feature("far", "x", "1", square(5, 58, 0.1)))));
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.objectCount()).isEqualTo(2);
        assertThat(report.notes()).isEqualTo(1);
        assertThat(door.issues(report).getFirst().objectId()).isEqualTo("far");
        assertThat(door.count("feature")).isEqualTo(1);
    }

    @Test
    void coverageFollowsTheMunicipalities() {
        door.take("borders", "plain", file("k.geojson", collection(feature("k", "3401", "1", square(12, 60.2, 0.1)))));
        Path file = file("f.geojson", collection(feature("a", "x", "1", GOOD)));
        ImportReport first = door.take("framed", "plain", file);
        assertThat(first.outcome()).isEqualTo(Outcome.ACCEPTED);
        double area = door.db
                .sql("select st_area(coverage) from dataset_version where id = :id")
                .param("id", first.versionId())
                .query(Double.class)
                .single();
        assertThat(area).isBetween(9.5e7, 1.05e8); // 5.6 km × 11.1 km with 1 km round it
        assertThat(door.take("framed", "plain", file).outcome()).isEqualTo(Outcome.UNCHANGED);
        door.take("borders", "plain", file("k2.geojson", collection(feature("k", "3401", "1", square(12, 60.2, 0.2)))));
        assertThat(door.take("framed", "plain", file).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void geoPackageNamesItsOwnCrs() throws Exception {
        Path json = file(
                "g.geojson",
                collection(
                        List.of(
                                feature(
                                        "a",
                                        "æøå \\\"x\\\" \\\\ \\t|\\n\\\\.",
                                        "1.5",
                                        square(333716.43, 6677464.00, 100)),
                                feature("b", "y", "null", square(334716.43, 6677464.00, 100))),
                        crs("EPSG:25833")));
        Path gpkg = folder.resolve("g.gpkg");
        assertThat(new ProcessBuilder("ogr2ogr", "-f", "GPKG", gpkg.toString(), json.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        ImportReport report = door.take("areas", "plain", gpkg);
        assertThat(report.outcome()).as("%s", door.issues(report)).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.crs()).isEqualTo("EPSG:25833");
        assertThat(report.crsHow()).isEqualTo(CrsHow.FILE);
        assertThat(door.db
                        .sql("select class from feature where object_id = 'a'")
                        .query(String.class)
                        .single())
                .isEqualTo("æøå \"x\" \\ \t|\n\\.");
    }

    @Test
    void whatBelongsToTheVersionIsUndoneWithIt() {
        Path file = file("a.geojson", collection(feature("a", "x", "2", GOOD)));
        assertThatThrownBy(() -> door.take("areas", "plain", file, Optional.empty(), version -> {
                    assertThat(version.dataset().id()).isEqualTo("areas");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(door.count("dataset_version") + door.count("feature") + door.count("import"))
                .isZero();
    }

    @Test
    void linesAndPointsBecomePiecesToo() {
        door.take("lines", "plain", file("l.geojson", collection(feature("l", "x", "1", line(12, 60.2, 12.01, 60.2)))));
        door.take("points", "plain", file("p.geojson", collection(feature("p", "x", "1", point(12, 60.2)))));
        assertThat(door.count("piece")).isEqualTo(2);
    }

    @Test
    void aContainerReadsTheSame() {
        Door inContainer = Door.inContainer(folder);
        Path file = file("a.geojson", collection(feature("a", "x", "2", GOOD)));
        assertThat(inContainer.take("areas", "plain", file).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void thePublicBringsNothingIn() {
        Path file = file("a.geojson", collection(feature("a", "x", "2", GOOD)));
        assertThatThrownBy(() -> door.datasets.importFile(
                        Caller.PUBLIC, "areas", "plain", file, Optional.empty(), Progress.NONE, v -> {}))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> door.datasets.imports(Caller.PUBLIC, 10, 0)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> door.datasets.deriveOutdated(Caller.PUBLIC, Progress.NONE))
                .isInstanceOf(AccessDenied.class);
        assertThat(door.count("import")).isZero();
    }
}

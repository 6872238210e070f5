package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.arealkompass.TestDatabase;
import no.arealkompass.dataset.DatasetVersion.Unreached;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real layers of the region, where the folder with them stands (AREAL_SHARED_DATA, else ../shared/data). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealDataTest {
    private static final Path DATA = Optional.ofNullable(System.getenv("AREAL_SHARED_DATA"))
            .map(Path::of)
            .orElseGet(() ->
                    TestDatabase.buildFolder().resolve("../../../shared/data").normalize());
    private static Door door;

    @BeforeAll
    static void needsTheRealData() {
        if (!Files.isDirectory(DATA)) { // an aborted class is silent in the build's log, so it is named here
            System.out.println(
                    "NOT RUN: RealDataTest, for there are no real data at AREAL_SHARED_DATA or ../shared/data");
        }
        assumeTrue(Files.isDirectory(DATA));
        door = Door.shipped();
        assertThat(door.take("kommuner", "fullres2020", DATA.resolve("admin/kommuner_six_fullres.geojson"))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    static Stream<Arguments> layers() {
        String gpkg = "n1000/n1000_kongsvinger_40km.gpkg";
        return Stream.of(
                Arguments.of("veger", "n1000", "transport/veger.geojson", 1271),
                Arguments.of("veger", "n1000gpkg", gpkg, 1271),
                Arguments.of("jernbane", "n1000", "transport/jernbane.geojson", 28),
                Arguments.of("stasjoner", "n1000", "transport/stasjoner.geojson", 16),
                Arguments.of("lufthavner", "n1000", "transport/lufthavner_norge.geojson", 75),
                Arguments.of("kraftledning", "n1000", "transport/kraftledning_luft.geojson", 12),
                Arguments.of("innsjoer", "n1000", "constraints/innsjoer.geojson", 130),
                Arguments.of("elver", "n1000", "constraints/elv_flate.geojson", 7),
                Arguments.of("bekker", "n1000", "constraints/elv_bekk_linje.geojson", 401),
                Arguments.of("myr", "n1000", "constraints/myr.geojson", 200),
                Arguments.of("tettbebyggelse", "n1000", "constraints/tettbebyggelse.geojson", 13),
                Arguments.of("naturvern", "", "constraints/naturvern_polygoner_2012.geojson", 106),
                Arguments.of("befolkning", "ssb2025", "population/delomraader_2025_innbyggere.geojson", 148),
                Arguments.of("skytefelt", "n1000", "constraints/skytefelt.geojson", 2),
                Arguments.of("arealdekke", "", "constraints/arealdekke_skog_apent.geojson", 83));
    }

    @ParameterizedTest
    @MethodSource("layers")
    @Order(1)
    void everyRealLayerComesIn(String dataset, String source, String file, int objects) {
        Path path = DATA.resolve(file);
        String from = source.isEmpty() ? sourceOf(dataset, path) : source;
        ImportReport report = door.take(dataset, from, path);
        assertThat(report.outcome())
                .as("%s", door.issues(report).stream().limit(5).toList())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(report.objectCount()).isEqualTo(objects);
    }

    private static String sourceOf(String dataset, Path file) {
        return door.datasets.find(Door.ADMINISTRATOR, dataset).orElseThrow().sources().stream()
                .filter(s -> s.file().equals(file.getFileName().toString()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    @Order(2)
    void minutesAreDerivedAlongRealRoads() {
        assertThat(door.datasets.deriveOutdated(Door.ADMINISTRATOR, Progress.NONE))
                .isTrue();
        DatasetVersion version =
                door.datasets.inUse(Door.ADMINISTRATOR, "kjoretid").orElseThrow();
        assertThat(version.unreached()).extracting(Unreached::destination).containsExactly("oslo");
        assertThat(version.unreached().getFirst().distanceM()).isBetween(11_000.0, 13_000.0);
        assertThat(value(version, "osloMin", 12.0, 60.19)).isNegative();
        // Kongsvinger to Kløfta is 55 to 60 km by the E16: 41 to 45 minutes at 80 km/h, plus the way to it.
        assertThat(value(version, "kloftaMin", 11.9965, 60.1905)).isBetween(40.0, 50.0);
        // Kløfta to Gardermoen is 17 km by E6 and Rv174.
        assertThat(value(version, "gardermoenMin", 11.13805, 60.07407)).isBetween(9.0, 18.0);
        assertThat(value(version, "terminalMin", 11.9965, 60.1905)).isBetween(0.0, 6.0);
        assertThat(value(version, "mainRoadM", 11.9965, 60.1905)).isBetween(0.0, 3_000.0);
    }

    /**
     * Routes by hand: the length of one named road between two of its ends, added up from the vertices of the file on
     * the ellipsoid (no PostGIS, no routing over other roads), at the speed of its class.
     */
    static Stream<Arguments> routes() {
        return Stream.of(
                Arguments.of("kloftaMin", "E", 16, 80, 11.89444, 60.20853, 11.30308, 60.12315, 41.2),
                Arguments.of("kloftaMin", "E", 6, 80, 11.20824, 60.34654, 11.15026, 60.10946, 30.2),
                Arguments.of("terminalMin", "R", 2, 75, 12.01119, 60.61315, 12.04437, 60.24756, 44.9),
                Arguments.of("kloftaMin", "F", 24, 65, 11.54255, 60.39123, 11.67475, 60.25765, 18.1));
    }

    @ParameterizedTest
    @MethodSource("routes")
    @Order(3)
    void minutesAgreeWithRoutesReckonedByHand(
            String property,
            String kind,
            int number,
            double kmh,
            double fromLongitude,
            double fromLatitude,
            double toLongitude,
            double toLatitude,
            double km)
            throws IOException {
        NamedRoad road = NamedRoad.read(DATA.resolve("transport/veger.geojson"), kind, number);
        double metres = road.metres(fromLongitude, fromLatitude, toLongitude, toLatitude);
        assertThat(metres / 1000).as("as it was measured when this was written").isCloseTo(km, within(0.1));
        DatasetVersion version =
                door.datasets.inUse(Door.ADMINISTRATOR, "kjoretid").orElseThrow();
        double minutes = value(version, property, fromLongitude, fromLatitude)
                - value(version, property, toLongitude, toLatitude);
        // UTM stretches by at most 0.04 % here, nodes lie within 2 m; the rest is rounding to 0.01 minutes.
        assertThat(minutes).isCloseTo(metres / 1000 / kmh * 60, within(0.05));
        DatasetVersion lorries =
                door.datasets.inUse(Door.ADMINISTRATOR, "kjoretidtungbil").orElseThrow();
        assertThat(lorries.source().howToGet().en()).contains("100 % of the length");
        assertThat(value(lorries, property, fromLongitude, fromLatitude))
                .as("a lorry is never quicker")
                .isGreaterThanOrEqualTo(value(version, property, fromLongitude, fromLatitude));
    }

    @Test
    @Order(4)
    void peopleWithin45MinutesAreALowerBoundNearTheEdgeOfTheData() {
        DatasetVersion version =
                door.datasets.inUse(Door.ADMINISTRATOR, "arbeidskraft").orElseThrow();
        double atLeast = value(version, "innbyggere45minMinst", 11.9965, 60.1905);
        // Kongsvinger itself has 18,000; all six municipalities 49,000.
        assertThat(atLeast).isBetween(30_000.0, 400_000.0);
        assertThat(count(version, "properties -> 'innbyggere45min' is not null"))
                .as("inside the data")
                .isPositive();
        assertThat(count(version, "properties -> 'innbyggere45min' is null"))
                .as("so near the edge that there might be more")
                .isPositive();
        assertThat(count(version, "properties -> 'innbyggere45min' <> properties -> 'innbyggere45minMinst'"))
                .isZero();
        assertThat(version.source().howToGet().en()).contains("Not counted, too far from any road");
    }

    private static int count(DatasetVersion version, String where) {
        return door.db
                .sql("select count(*) from feature where dataset_version_id = :version and " + where)
                .param("version", version.id())
                .query(Integer.class)
                .single();
    }

    /** The value at the nearest node that has one; -1 when none has. */
    private static double value(DatasetVersion version, String property, double longitude, double latitude) {
        return door.db
                .sql("select (properties ->> :property)::float8 from feature where dataset_version_id = :version"
                        + " and properties -> :property is not null order by geom <->"
                        + " st_transform(st_setsrid(st_makepoint(:longitude, :latitude), 4326), 25833) limit 1")
                .param("property", property)
                .param("version", version.id())
                .param("longitude", longitude)
                .param("latitude", latitude)
                .query(Double.class)
                .optional()
                .orElse(-1.0);
    }

    @Test
    void thirtyThreeInvalidMunicipalitiesOfANationalFileAreNamedWithTheirPlace() {
        ImportReport report =
                door.take("kommuner", "norge2024", DATA.resolve("admin/kommuner_norge_2024_robhop_M.geojson"));
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.objectCount()).isEqualTo(357);
        assertThat(report.blockingIssues()).isEqualTo(33);
        List<ImportIssue> blocking =
                door.issues(report).stream().filter(ImportIssue::blocking).toList();
        assertThat(blocking).extracting(ImportIssue::objectId).containsExactlyInAnyOrder(INVALID);
        assertThat(blocking).allMatch(i -> i.code().equals("INVALID") && i.place() != null);
        assertThat(report.notes())
                .as("the rest of Norway, told but not in the way")
                .isGreaterThan(280);
        assertThat(door.datasets
                        .inUse(Door.ADMINISTRATOR, "kommuner")
                        .orElseThrow()
                        .source()
                        .id())
                .isEqualTo("fullres2020");
    }

    @Test
    void threeMissingGeometriesAndOneInvalidRing(@TempDir Path folder) throws IOException {
        Path yaml = TestData.descriptions(folder, "[-130, 20, -60, 50]").resolve("datasets/areas.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replace("objectId: id", "objectId: FIPS")
                        .replace("from: kind", "from: NAME")
                        .replace("from: count", "from: POP2000"));
        Door american = Door.on(folder);
        ImportReport report =
                american.take("areas", "plain", DATA.resolve("formats/geojson/mapshaper_six_counties_three_null.json"));
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(american.codes(report))
                .containsExactlyInAnyOrder("NO_GEOMETRY", "NO_GEOMETRY", "NO_GEOMETRY", "INVALID");
        assertThat(american.count("feature")).isZero();
    }

    private static final String[] INVALID = {
        "1146", "1149", "1508", "1515", "1520", "1573", "1576", "1579", "1804", "1811", "1813", "1815", "1818", "1820",
        "1834", "1836", "1845", "1865", "3107", "4014", "4203", "4204", "4205", "4213", "4613", "4629", "4635", "4645",
        "5014", "5031", "5035", "5056", "5060"
    };
}

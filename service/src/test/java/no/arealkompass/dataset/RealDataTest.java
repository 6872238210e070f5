package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.arealkompass.TestDatabase;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
        assumeTrue(Files.isDirectory(DATA), "NOT RUN: there are no real data at AREAL_SHARED_DATA or ../shared/data");
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
        long begun = System.nanoTime();
        ImportReport report = door.take(dataset, from, path);
        System.out.printf(
                "%-16s %6d objects %5d ms %s%n",
                dataset,
                report.objectCount(),
                (System.nanoTime() - begun) / 1_000_000,
                door.codes(report).stream().distinct().toList());
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
        long begun = System.nanoTime();
        assertThat(door.datasets.deriveOutdated(Door.ADMINISTRATOR, Progress.NONE))
                .isTrue();
        System.out.printf("kjoretid: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        DatasetVersion version =
                door.datasets.inUse(Door.ADMINISTRATOR, "kjoretid").orElseThrow();
        System.out.println(version.featureCount() + " " + version.unreached());
        for (String p : List.of("kloftaMin", "gardermoenMin", "osloMin", "terminalMin", "mainRoadM")) {
            System.out.println(p + " "
                    + door.db
                            .sql(
                                    "select count(properties -> :p) || ' ' || coalesce(max((properties ->> :p)::float8),0) from feature where dataset_version_id = :v")
                            .param("p", p)
                            .param("v", version.id())
                            .query(String.class)
                            .single());
        }
    }
}

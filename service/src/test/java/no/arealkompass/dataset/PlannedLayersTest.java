package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.crs;
import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.access.AccessDenied;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.PlannedChange.Kind;
import no.arealkompass.dataset.PlannedLayers.Applied;
import no.arealkompass.dataset.PlannedLayers.Told;
import no.arealkompass.dataset.PlannedLayers.Wanted;
import no.arealkompass.geo.Geo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/**
 * Planned roads on a network that can be reckoned by hand (metres from 335000, 6680000): today's E road goes a long way
 * round, from west (0, 0) over a hill at (5000, 4000) to east (10000, 0), 2 · √41 km at 80 km/h.
 */
class PlannedLayersTest {
    private static final double X = 335_000;
    private static final double Y = 6_680_000;
    private static final double ROUND = 2_000 * Math.sqrt(41);
    private static final Set<String> READ = Set.of("travel");

    @TempDir
    Path folder;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.on(TestData.descriptions(folder));
        roads(0, 0, 5_000, 4_000, 10_000, 0);
        door.datasets.deriveOutdated(Door.ADMINISTRATOR, Progress.NONE);
    }

    private void roads(double... xy) {
        double[] moved = xy.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] += X;
            moved[i + 1] += Y;
        }
        String road = feature("e", "E", "1", line(moved));
        Path file = Door.write(folder, "roads.geojson", collection(List.of(road), crs("EPSG:25833")));
        assertThat(door.codes(door.take("roads", "plain", file))).containsExactly("CRS_DIFFERS");
    }

    private static byte[] planned(double... xy) {
        Coordinate[] coordinates = new Coordinate[xy.length / 2];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(xy[2 * i] + X, xy[2 * i + 1] + Y);
        }
        return Geo.toWkb(Geo.factory(25833).createLineString(coordinates));
    }

    private static PlannedChange road(long work, int kmh, double withinM, double... xy) {
        return new PlannedChange(
                work, Kind.ADD, "roads", "E", List.of(), "{\"fartKmh\": " + kmh + "}", planned(xy), withinM);
    }

    private Applied apply(PlannedChange... changes) {
        return door.planned.apply(
                Door.ADMINISTRATOR, new Wanted("hva-om", List.of(changes), Map.of(), READ), Progress.NONE);
    }

    private @Nullable Double minutes(Applied applied, String property, double x, double y) {
        return door
                .db
                .sql("select (properties ->> :property)::float8 from feature where dataset_version_id = :version"
                        + " and st_dwithin(geom, st_setsrid(st_makepoint(:x, :y), 25833), 0.5)")
                .param("property", property)
                .param("version", applied.versions().get("travel").id())
                .param("x", X + x)
                .param("y", Y + y)
                .query((row, n) -> row.getObject(1, Double.class))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Test
    void aStraightRoadSavesTheMinutesOneCanReckon() {
        assertThat(minutes(apply(), "westMin", 10_000, 0)).isCloseTo(ROUND * 0.06 / 80, within(0.01));
        Applied all = apply(road(1, 110, 100, 0, 0, 10_000, 0));
        assertThat(minutes(all, "westMin", 10_000, 0))
                .as("10 km at 110 km/h instead of 12.8 km at 80")
                .isCloseTo(10 * 60 / 110.0, within(0.01));
        assertThat(all.told()).extracting(Told::code).containsExactly(Told.Code.JOINED, Told.Code.JOINED);
        assertThat(minutes(apply(road(2, 130, 100, 0, 0, 10_000, 0)), "westMin", 10_000, 0))
                .as("nobody drives faster than the vehicle may")
                .isCloseTo(10 * 60 / 110.0, within(0.01));
    }

    @Test
    void twoStagesMeetAndOneAloneIsJoinedToTodaysRoadWithinItsTolerance() {
        double toRoad = 16_000 / Math.sqrt(41); // from (4000, 0) square to the first slope
        PlannedChange first = road(1, 110, 2_000, 0, 0, 4_000, 0);
        PlannedChange second = road(2, 110, 2_000, 4_000, 0, 10_000, 0);
        assertThat(minutes(apply(first, second), "westMin", 10_000, 0)).isCloseTo(10 * 60 / 110.0, within(0.01));

        Told loose = apply(first).told().getLast();
        assertThat(loose.code()).isEqualTo(Told.Code.NOT_JOINED);
        assertThat(loose.metres()).isCloseTo(toRoad, within(0.01));
        assertThat(loose.longitude()).isBetween(12.0, 12.2);

        Applied joined = apply(road(3, 110, 3_000, 0, 0, 4_000, 0));
        assertThat(joined.told().getLast().code()).isEqualTo(Told.Code.JOINED);
        PlannedChange picky =
                new PlannedChange(5, Kind.ADD, "roads", "E", List.of("F"), "{}", planned(0, 0, 4_000, 0), 3_000);
        assertThat(apply(picky).told())
                .as("what already meets a road is joined; else only roads of the classes it names will do")
                .extracting(Told::code)
                .containsExactly(Told.Code.JOINED, Told.Code.NOT_JOINED);
        double along = 20_000_000 / (1_000 * Math.sqrt(41)); // where the joining line meets the slope
        assertThat(minutes(joined, "eastMin", 4_000, 0))
                .as("the joining line is driven at the speed of its class")
                .isCloseTo((toRoad + ROUND - along) * 0.06 / 80, within(0.01));
        assertThat(minutes(joined, "westMin", 10_000, 0))
                .as("today's road is still the shorter way")
                .isCloseTo(ROUND * 0.06 / 80, within(0.01));
    }

    @Test
    void anUpgradeChangesTheClassesItNamesInsideItsCorridorOnly() {
        roads(0, 0, 10_000, 0);
        PlannedChange upgrade = new PlannedChange(
                7, Kind.UPGRADE, "roads", "", List.of("E"), "{\"fartKmh\": 110}", planned(2_000, 0, 6_000, 0), 10);
        Applied applied = apply(upgrade);
        assertThat(applied.told()).hasSize(1);
        assertThat(applied.told().getFirst().metres()).as("round ends").isCloseTo(4_020, within(0.1));
        assertThat(minutes(applied, "westMin", 10_000, 0)).isCloseTo(5.980 * 60 / 80 + 4.020 * 60 / 110, within(0.01));
        PlannedChange other =
                new PlannedChange(8, Kind.UPGRADE, "roads", "F", List.of("F"), "{}", planned(2_000, 0, 6_000, 0), 10);
        assertThat(apply(other).told().getFirst().objects()).isZero();
        PlannedChange everywhere =
                new PlannedChange(9, Kind.UPGRADE, "roads", "", List.of(), "{\"fartKmh\": 60}", null, 0);
        assertThat(minutes(apply(everywhere), "westMin", 10_000, 0)).isCloseTo(10, within(0.01));
    }

    @Test
    void aDestinationThatMovesIsReckonedFromItsNewPlace() {
        Applied moved = door.planned.apply(
                Door.ADMINISTRATOR,
                new Wanted("hva-om", List.of(), Map.of("west", List.of(12.2013397681104, 60.2271890807384)), READ),
                Progress.NONE);
        assertThat(minutes(moved, "westMin", 10_000, 0)).isCloseTo(0, within(0.01));
        assertThat(minutes(moved, "westMin", 0, 0)).isCloseTo(ROUND * 0.06 / 80, within(0.01));
        assertThat(moved.versions().get("roads").scenario()).isNull();
    }

    @Test
    void whatIsIsNeverTouchedAndTheSameWorksAreNotDoneTwice() {
        var before = door.datasets.inUse(Caller.PUBLIC);
        PlannedChange works = road(1, 110, 100, 0, 0, 10_000, 0);
        Applied first = apply(works);
        int versions = door.count("dataset_version");
        assertThat(apply(works).versions()).isEqualTo(first.versions());
        assertThat(apply().versions()).as("nothing planned changes nothing").isEqualTo(before);
        assertThat(door.count("dataset_version")).isEqualTo(versions);
        assertThat(first.versions().get("roads").scenario()).isEqualTo("hva-om");
        assertThat(first.versions().get("travel").scenario()).isEqualTo("hva-om");

        assertThat(door.datasets.inUse(Caller.PUBLIC)).isEqualTo(before);
        assertThat(door.datasets.history(Caller.PUBLIC, "roads")).hasSize(1);
        assertThat(door.datasets.history(Caller.PUBLIC, "travel")).hasSize(1);
        roads(0, 0, 10_000, 0);
        assertThat(door.datasets.inUse(Caller.PUBLIC, "roads").orElseThrow().version())
                .as("numbered as if the scenario were not there")
                .isEqualTo(2);
        assertThat(door.datasets.deriveOutdated(Door.ADMINISTRATOR, Progress.NONE))
                .isTrue();
        assertThat(apply(works).versions().get("roads").parents())
                .as("made again over the new delivery")
                .containsExactly(door.datasets
                        .inUse(Caller.PUBLIC, "roads")
                        .orElseThrow()
                        .id());
    }

    @Test
    void whatHasNoDataIsToldAndStrangersMakeNothing() {
        PlannedChange works = new PlannedChange(4, Kind.ADD, "lines", "x", List.of(), "{}", planned(0, 0, 1, 1), 0);
        assertThat(apply(works).told()).extracting(Told::code).containsExactly(Told.Code.NO_DATA);
        assertThatThrownBy(() -> door.planned.apply(
                        Caller.PUBLIC, new Wanted("x", List.of(works), Map.of(), READ), Progress.NONE))
                .isInstanceOf(AccessDenied.class);
    }
}

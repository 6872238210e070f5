package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.crs;
import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import no.arealkompass.access.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drive minutes on a network that can be reckoned by hand (metres from 335000, 6680000): E road 10 km due east at
 * 80 km/h, an F road 6.5 km north from its middle at 65 km/h, an F road of its own, and a private road without a speed.
 */
class DeriveTest {
    private static final double X = 335_000;
    private static final double Y = 6_680_000;

    @TempDir
    Path folder;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.on(TestData.descriptions(folder));
    }

    private static String road(String id, String kind, double... xy) {
        double[] moved = xy.clone();
        for (int i = 0; i < xy.length; i += 2) {
            moved[i] += X;
            moved[i + 1] += Y;
        }
        return feature(id, kind, "1", line(moved));
    }

    private void roads(String... roads) {
        Path file = Door.write(folder, "roads.geojson", collection(List.of(roads), crs("EPSG:25833")));
        assertThat(door.codes(door.take("roads", "plain", file))).containsExactly("CRS_DIFFERS");
    }

    private boolean derive() {
        return door.datasets.deriveOutdated(Door.ADMINISTRATOR, Progress.NONE);
    }

    /** The value at the node at this place; null when it has none. */
    private @Nullable Double value(String property, double x, double y) {
        return value("travel", property, x, y);
    }

    private @Nullable Double value(String dataset, String property, double x, double y) {
        List<@Nullable Double> values = door.db
                .sql("select (properties ->> :property)::float8 from feature where dataset_version_id = :version"
                        + " and st_dwithin(geom, st_setsrid(st_makepoint(:x, :y), 25833), 0.01)")
                .param("property", property)
                .param(
                        "version",
                        door.datasets
                                .inUse(Caller.PUBLIC, dataset)
                                .orElseThrow()
                                .id())
                .param("x", X + x)
                .param("y", Y + y)
                .query((row, n) -> row.getObject(1, Double.class))
                .list();
        return values.isEmpty() ? null : values.getFirst();
    }

    @Test
    void minutesAndMetresByHand() {
        roads(
                road("e", "E", 0, 0, 10_000, 0),
                road("f", "F", 5_000, 1, 5_000, 6_500), // begins 1 m off the E road: joined within 2 m
                road("island", "F", 20_000, 0, 21_000, 0),
                road("private", "P", 0, 0, 0, 3_000));
        assertThat(derive()).isTrue();
        assertThat(value("westMin", 0, 0)).isCloseTo(0, within(0.01));
        assertThat(value("westMin", 10_000, 0)).isCloseTo(7.5, within(0.01));
        assertThat(value("westMin", 500, 0)).isCloseTo(0.375, within(0.006));
        assertThat(value("westMin", 5_000, 6_500)).isCloseTo(3.75 + 6.499 / 65 * 60, within(0.01));
        assertThat(value("eastMin", 5_000, 6_500)).isCloseTo(3.75 + 6.499 / 65 * 60, within(0.01));
        assertThat(value("eastMin", 0, 0)).isCloseTo(7.5, within(0.01));
        assertThat(value("mainRoadM", 5_000, 6_500)).isCloseTo(6_499, within(0.01));
        assertThat(value("mainRoadM", 10_000, 0)).isEqualTo(0.0);
        assertThat(value("westMin", 20_000, 0)).isNull();
        assertThat(value("mainRoadM", 20_000, 0)).isNull();
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "travel").orElseThrow();
        // E: 5 km + 5 km in parts of 500 m; F: 6,499 m in 13 parts; the island in 2
        assertThat(version.featureCount()).isEqualTo(21 + 13 + 3);
        assertThat(door.db
                        .sql("select count(*) from feature where dataset_version_id = :v"
                                + " and st_dwithin(geom, st_setsrid(st_makepoint(:x, :y), 25833), 0.01)")
                        .param("v", version.id())
                        .param("x", X)
                        .param("y", Y + 3_000)
                        .query(Integer.class)
                        .single())
                .as("no node on a road that cannot be driven")
                .isZero();
    }

    @Test
    void aDestinationTooFarFromAnyRoadHasNoMinutesAndSaysWhy() {
        roads(road("e", "E", 0, 0, 10_000, 0));
        derive();
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "travel").orElseThrow();
        assertThat(version.unreached()).hasSize(1);
        assertThat(version.unreached().getFirst().destination()).isEqualTo("far");
        assertThat(version.unreached().getFirst().distanceM()).isCloseTo(20_000, within(1.0));
        assertThat(version.unreached().getFirst().toleranceM()).isEqualTo(500);
        assertThat(value("farMin", 0, 0)).isNull();
    }

    @Test
    void sharedCornersAreCrossings() {
        roads(road("e", "E", 0, 0, 3_000, 0, 10_000, 0), road("f", "F", 3_000, -1_000, 3_000, 0, 3_000, 2_000));
        derive();
        assertThat(value("westMin", 3_000, 2_000)).isCloseTo(3 / 80.0 * 60 + 2 / 65.0 * 60, within(0.01));
        assertThat(value("westMin", 3_000, -1_000)).isCloseTo(3 / 80.0 * 60 + 1 / 65.0 * 60, within(0.01));
    }

    @Test
    void derivedAgainOnlyWhenSomethingChanged() {
        assertThat(derive()).as("no roads yet").isFalse();
        roads(road("e", "E", 0, 0, 10_000, 0));
        assertThat(derive()).isTrue();
        assertThat(derive()).isFalse();
        roads(road("e", "E", 0, 0, 11_000, 0));
        assertThat(derive()).isTrue();
        assertThat(door.datasets.history(Caller.PUBLIC, "travel"))
                .extracting(v -> v.parents().size())
                .containsExactly(1, 1);
        TestData.changeSpeed(folder, 40);
        Door restarted = door.restarted(folder);
        assertThat(restarted.datasets.deriveOutdated(Door.ADMINISTRATOR, Progress.NONE))
                .isTrue();
        assertThat(value("westMin", 10_000, 0)).isCloseTo(15, within(0.01));
    }

    @Test
    void roadsWithoutAnySpeedGiveNodesToNobody() {
        roads(road("p", "P", 0, 0, 10_000, 0));
        assertThat(derive()).isTrue();
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "travel").orElseThrow();
        assertThat(version.featureCount()).isZero();
        assertThat(version.unreached()).hasSize(3);
    }

    @Test
    void theNearestJunctionIsWhereAGreatRoadMeetsAnother() {
        roads(
                road("e", "E", 0, 0, 10_000, 0),
                road("f", "F", 5_000, 0, 5_000, 6_500),
                road("p", "P", 2_000, 0, 2_000, 3_000)); // cannot be driven: no junction
        derive();
        assertThat(value("crossMin", 5_000, 0)).isEqualTo(0.0);
        assertThat(value("crossMin", 0, 0)).isCloseTo(5 / 80.0 * 60, within(0.01));
        assertThat(value("crossMin", 2_000, 0)).isCloseTo(3 / 80.0 * 60, within(0.01));
        assertThat(value("crossMin", 5_000, 6_500)).isCloseTo(6.5 / 65.0 * 60, within(0.01));
    }

    /** Descriptions with one more derived layer, and the files that were loaded so far. */
    private void describe(String id, String derive) {
        Door.write(folder, "datasets/" + id + ".yaml", """
                id: %s
                name: {nb: Utledet, en: Derived}
                role: derived
                geometry: point
                classProperty: ""
                properties: {}
                map: {layer: false, shownFirst: false, style: drive}
                derive:
                  %s
                  note: {nb: Merk., en: Note.}
                sources: []
                """.formatted(
                        id, derive.strip().replace("\n", "\n  ")));
        door = door.restarted(folder);
    }

    @Test
    void aLorryKeepsItsOwnSpeedAndToRoadsThatAreOpenForIt() {
        describe("lorry", """
                kind: roadTravel
                from: roads
                splitM: 500
                joinM: 2
                speedsKmh: {E: 80, F: 65}
                maxKmh: 60
                restriction: {property: count, allowed: ["1"]}
                basis: proposal""");
        String closed = road("closed", "F", 5_000, 0, 5_000, 6_500).replace("\"count\": 1", "\"count\": 2");
        String silent = road("silent", "F", 10_000, 0, 10_000, 5_000).replace("\"count\": 1", "\"count\": null");
        roads(road("e", "E", 0, 0, 10_000, 0), closed, silent);
        derive();
        assertThat(value("lorry", "westMin", 10_000, 0)).as("60, not 80 km/h").isCloseTo(10, within(0.01));
        assertThat(value("travel", "westMin", 10_000, 0)).isCloseTo(7.5, within(0.01));
        assertThat(value("travel", "westMin", 5_000, 6_500)).isNotNull();
        assertThat(value("lorry", "westMin", 5_000, 6_500)).as("closed for it").isNull();
        assertThat(value("lorry", "westMin", 10_000, 5_000))
                .as("says nothing: driven")
                .isCloseTo(15, within(0.01));
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "lorry").orElseThrow();
        assertThat(version.source().howToGet().en())
                .isEqualTo(
                        "Note. The road data do not say whether the vehicle is allowed on 33 % of the length of the roads.");
    }

    private void people(String... areas) {
        Path file = Door.write(folder, "people.geojson", collection(List.of(areas), crs("EPSG:25833")));
        assertThat(door.codes(door.take("areas", "plain", file))).containsExactly("CRS_DIFFERS");
    }

    private static String area(String id, int people, double x, double y) {
        return feature(id, "x", String.valueOf(people), TestData.square(X + x, Y + y, 1_000));
    }

    @Test
    void peopleWithinMinutesAndWhereTheSearchLeavesTheData() {
        describe("workforce", """
                kind: peopleWithin
                from: roads
                splitM: 500
                joinM: 2
                speedsKmh: {E: 80}
                maxKmh: 110
                restriction: null
                basis: proposal
                people: areas
                count: count
                minutes: 15
                toleranceM: 2000
                complete: reach
                atLeast: reachMin""");
        // 15 minutes are 20 km. The private road only makes the data cover more than the E road.
        roads(road("e", "E", 0, 0, 40_000, 0), road("p", "P", -30_000, -30_000, 60_000, 30_000));
        String near = area("near", 100, 0, 500); // enters at 500, 0
        String far = area("far", 50, 30_000, 500); // enters at 30 500, 0
        String lost = area("lost", 7, -29_000, -29_000); // no road within 2 km
        people(near, far, lost, area("east", 0, 58_000, 28_000));
        derive();
        assertThat(value("workforce", "reach", 0, 0)).isEqualTo(100.0);
        assertThat(value("workforce", "reach", 20_000, 0)).isEqualTo(150.0);
        assertThat(value("workforce", "reach", 20_500, 0))
                .as("exactly 20 km is within")
                .isEqualTo(150.0);
        assertThat(value("workforce", "reach", 21_000, 0)).isEqualTo(50.0);
        assertThat(value("workforce", "reach", 40_000, 0)).isEqualTo(50.0);
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "workforce").orElseThrow();
        assertThat(version.source().howToGet().en()).contains("too far from any road: 7 inhabitants");
        assertThat(version.parents()).hasSize(2);

        // People are known to x = 31 000 only: whoever gets as far as 500 m short of that might have met more.
        people(near, far, area("lost", 7, -29_000, -29_000));
        derive();
        assertThat(value("workforce", "reachMin", 20_000, 0))
                .as("what was found")
                .isEqualTo(150.0);
        assertThat(value("workforce", "reach", 20_000, 0)).as("is not all").isNull();
        assertThat(value("workforce", "reach", 11_000, 0)).isNull();
        assertThat(value("workforce", "reach", 10_500, 0)).as("stays inside").isEqualTo(150.0);
        assertThat(value("workforce", "reach", 10_000, 0)).isEqualTo(100.0);
        assertThat(derive()).as("nothing changed").isFalse();
    }
}

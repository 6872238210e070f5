package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.crs;
import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import no.arealkompass.access.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Not covered, on squares that can be reckoned by hand: a municipality of 10 × 10 km. */
class GapsTest {
    @TempDir
    Path folder;

    @Test
    void notCoveredIsWhatTheDataDoNotReach() {
        Door door = Door.on(TestData.descriptions(folder));
        assertThat(door.datasets.gaps(Caller.PUBLIC, "areas"))
                .as("no municipalities")
                .isEmpty();
        take(door, "borders", feature("3401", "3401", "1", square(335_000, 6_680_000, 10_000)));
        Gap none = door.datasets.gaps(Caller.PUBLIC, "areas").getFirst();
        assertThat(none.areaM2()).isCloseTo(1e8, within(1.0));
        assertThat(none.share()).as("nothing loaded").isEqualTo(1.0);
        assertThat(none.covered()).contains("[]");
        assertThat(door.datasets.gaps(Caller.PUBLIC, "borders").getFirst().notCoveredM2())
                .isZero();
        // The extent of these two squares is 4 × 10 km of the municipality, and half a metre round it.
        take(
                door,
                "areas",
                feature("a", "x", "1", square(335_000, 6_680_000, 4_000)),
                feature("b", "x", "1", square(335_000, 6_686_000, 4_000)));
        Gap some = door.datasets.gaps(Caller.PUBLIC, "areas").getFirst();
        assertThat(some.name()).isEqualTo("Kongsvinger");
        assertThat(some.notCoveredM2()).isCloseTo(1e8 - 4_000.5 * 10_000, within(1.0));
        assertThat(some.notCovered()).contains("Polygon").contains("12.1");
        // Framed by the municipalities: all of them.
        take(door, "framed", feature("a", "x", "1", square(335_000, 6_680_000, 100)));
        assertThat(door.datasets.gaps(Caller.PUBLIC, "framed").getFirst().share())
                .isZero();
    }

    private void take(Door door, String dataset, String... features) {
        Path file = Door.write(folder, dataset + ".geojson", collection(List.of(features), crs("EPSG:25833")));
        assertThat(door.take(dataset, "plain", file).blockingIssues()).isZero();
    }
}

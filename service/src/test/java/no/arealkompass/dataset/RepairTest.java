package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.crs;
import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.polygon;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import no.arealkompass.dataset.Datasets.Examined;
import no.arealkompass.dataset.Examination.Repair;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repairs are offered with both areas, made only when asked for, and only inside the budget. */
class RepairTest {
    private static final double E = 330_000;
    private static final double N = 6_680_000;

    @TempDir
    static Path folder;

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.on(TestData.descriptions(folder));
    }

    private static String file(String... geometries) {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < geometries.length; i++) {
            features.add(feature("o" + i, "bog", "1", geometries[i]));
        }
        return collection(features, crs("EPSG:25833"));
    }

    private static Choices repairing(String... ids) {
        return new Choices("areas", "plain", null, null, null, List.of(ids), null);
    }

    private static Examined examine(Path file, Choices choices) {
        return door.datasets.examine(Door.ADMINISTRATOR, file, choices, Progress.NONE, Consequences.NONE);
    }

    private static double after(Repair repair) {
        return Objects.requireNonNull(repair.areaAfterM2());
    }

    private static String at(double... xy) {
        double[] moved = xy.clone();
        for (int i = 0; i < xy.length; i++) {
            moved[i] += i % 2 == 0 ? E : N;
        }
        return polygon(moved);
    }

    private static String nested() {
        return "{\"type\": \"MultiPolygon\", \"coordinates\": [[[[330000,6680000],[330100,6680000],[330100,6680100],[330000,6680100],[330000,6680000]]],"
                + "[[[330020,6680020],[330040,6680020],[330040,6680040],[330020,6680040],[330020,6680020]]]]}";
    }

    @Test
    void theOrdinaryOnesAreRepairedAndTheAreasAreTold() {
        Path file = Door.write(
                folder,
                "ordinary.geojson",
                file(
                        square(E, N, 100),
                        at(0, 0, 100, 100, 100, 0, 0, 100, 0, 0), // bow-tie
                        at(0, 0, 100, 0, 100, 50, 150, 50, 100, 50, 100, 100, 0, 100, 0, 0), // spike
                        nested()));
        Examined examined = examine(file, repairing());
        assertThat(examined.examination().blocking()).isEqualTo(3);
        List<Repair> repairs = examined.examination().repairs();
        assertThat(repairs).extracting(Repair::objectId).containsExactly("o1", "o2", "o3");
        assertThat(repairs).allMatch(Repair::possible);
        assertThat(repairs).noneMatch(Repair::chosen);
        assertThat(after(repairs.get(0))).isCloseTo(5000, within(0.1));
        assertThat(after(repairs.get(1))).isCloseTo(10_000, within(0.1));
        assertThat(Objects.requireNonNull(repairs.get(1).why()).en())
                .as("the tip of the spike is lost, and that is said")
                .contains("1 points");
        assertThat(after(repairs.get(2))).isCloseTo(9600, within(0.1));
        assertThat(repairs).allSatisfy(repair -> {
            assertThat(repair.before()).isNotNull();
            assertThat(repair.after()).isNotNull();
        });
        ImportReport half = door.datasets.importFile(
                Door.ADMINISTRATOR, file, repairing("o1", "o2"), Progress.NONE, Consequences.NONE);
        assertThat(half.outcome()).as("the third was not asked for").isEqualTo(Outcome.REFUSED);
        ImportReport all = door.datasets.importFile(
                Door.ADMINISTRATOR, file, repairing("o1", "o2", "o3"), Progress.NONE, Consequences.NONE);
        assertThat(all.outcome()).as("%s", door.issues(all)).isEqualTo(Outcome.ACCEPTED);
        assertThat(door.issues(all))
                .filteredOn(issue -> issue.code().equals("REPAIRED"))
                .extracting(ImportIssue::objectId)
                .containsExactly("o1", "o2", "o3");
        assertThat(door.db
                        .sql("select sum(st_area(geom)) from feature where dataset_version_id = :version")
                        .param("version", all.versionId())
                        .query(Double.class)
                        .single())
                .isCloseTo(34_600, within(1.0));
    }

    /** Two combs of 4,000 teeth across each other: some 180 kB that take 23 GB to repair. */
    @Test
    void aBombIsRefusedWithinASecondWithThePlaceOfItsFirstCrossing() {
        Path file = Door.write(folder, "bomb.geojson", file(combs(4000)));
        examine(Door.write(folder, "warm.geojson", file(square(E, N, 100))), repairing());
        long start = System.nanoTime();
        Examined examined = examine(file, repairing(Choices.ALL));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(examined.examination().blocking()).isEqualTo(1);
        ImportIssue issue = examined.issues().getFirst();
        assertThat(issue.code()).isEqualTo("INVALID");
        assertThat(issue.place()).isNotNull();
        assertThat(issue.filePlace()).isNotNull();
        Repair repair = examined.examination().repairs().getFirst();
        assertThat(repair.possible()).isFalse();
        assertThat(Objects.requireNonNull(repair.why()).en()).contains("more than 10000 times");
        System.out.printf(Locale.ROOT, "A bomb of two combs with 4,000 teeth each was refused in %.2f s%n", seconds);
        // Half a second on a quiet machine; repairing it takes minutes, and gigabytes, on any.
        assertThat(seconds).isLessThan(20);
    }

    /** One ring: up and down across the square, then left and right across the same square. */
    private static String combs(int teeth) {
        List<Double> xy = new ArrayList<>();
        double step = 1000.0 / teeth;
        for (int i = 0; i < teeth; i++) {
            xy.addAll(List.of(E + i * step, N - (i % 2) * 10 - 10.0, E + (i + 0.5) * step, N + 1010));
        }
        for (int i = teeth; i > 0; i--) {
            xy.addAll(List.of(E + 1010, N + i * step, E - 10, N + (i - 0.5) * step));
        }
        xy.addAll(List.of(xy.get(0), xy.get(1)));
        return polygon(xy.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

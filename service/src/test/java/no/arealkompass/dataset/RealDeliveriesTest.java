package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import no.arealkompass.TestDatabase;
import no.arealkompass.dataset.Datasets.Examined;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.Examination.Repair;
import no.arealkompass.dataset.ImportIssue.FilePlace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files looked at before anything is stored, where the folder with them stands (as in {@link RealDataTest}). */
class RealDeliveriesTest {
    private static final Path DATA = Optional.ofNullable(System.getenv("AREAL_SHARED_DATA"))
            .map(Path::of)
            .orElseGet(() ->
                    TestDatabase.buildFolder().resolve("../../../shared/data").normalize());
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]*)");
    private static final Pattern PLACE = Pattern.compile(".*\\[(\\S+) (\\S+)]");

    @TempDir
    static Path folder;

    private static Door door;

    @BeforeAll
    static void needsTheRealData() {
        if (!Files.isDirectory(DATA)) {
            System.out.println(
                    "NOT RUN: RealDeliveriesTest, for there are no real data at AREAL_SHARED_DATA or ../shared/data");
        }
        assumeTrue(Files.isDirectory(DATA));
        door = Door.shipped();
    }

    private static Examined examine(String file, Choices choices) {
        return examine(DATA.resolve(file), choices);
    }

    private static Examined examine(Path file, Choices choices) {
        return door.datasets.examine(Door.ADMINISTRATOR, file, choices, Progress.NONE, Consequences.NONE);
    }

    /** A line of the list of polygons. */
    private record Expected(boolean valid, String reason, double areaAfter) {}

    private static List<Expected> expected() throws IOException {
        List<Expected> all = new ArrayList<>();
        for (String line : Files.readAllLines(DATA.resolve("validity/jts_polygon_validity.csv"))) {
            List<String> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(line);
            for (int from = 0; from <= line.length() && cell.find(from); from = cell.end() + 1) {
                cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1));
            }
            if (!cells.getFirst().equals("source")) {
                all.add(new Expected(
                        cells.get(3).equals("true"),
                        cells.get(5),
                        cells.get(6).isBlank() ? Double.NaN : Double.parseDouble(cells.get(6))));
            }
        }
        return all;
    }

    /** Nobody says in which system they are, so each verdict has its place in the file's own numbers. */
    @Test
    void everyPolygonOfTheListGetsItsVerdictAndThePlaceOfItsFault() throws IOException {
        List<Expected> expected = expected();
        assertThat(expected).hasSize(66);
        Examined examined = examine("validity/jts_polygon_validity.csv", Choices.NONE);
        assertThat(examined.examination().questions()).contains(Question.DATASET, Question.CRS);
        Map<String, ImportIssue> faults = examined.issues().stream()
                .filter(issue -> issue.code().equals("INVALID") || issue.code().startsWith("GEOMETRY_"))
                .collect(Collectors.toMap(ImportIssue::objectId, issue -> issue, (a, b) -> a));
        for (int i = 0; i < expected.size(); i++) {
            Expected one = expected.get(i);
            ImportIssue fault = faults.get(String.valueOf(i + 1));
            assertThat(fault == null).as("%d %s: %s", i + 1, one, fault).isEqualTo(one.valid());
            Matcher place = PLACE.matcher(one.reason());
            if (fault != null && fault.code().equals("INVALID") && place.matches()) {
                FilePlace at = Objects.requireNonNull(fault.filePlace());
                assertThat(at.x()).as("%s", fault).isCloseTo(Double.parseDouble(place.group(1)), within(1e-6));
                assertThat(at.y()).as("%s", fault).isCloseTo(Double.parseDouble(place.group(2)), within(1e-6));
            }
        }
    }

    @Test
    void repairsOfTheListGiveTheAreasOfTheDatabase() throws IOException {
        List<Expected> expected = expected();
        Examined examined = examine(
                "validity/jts_polygon_validity.csv", new Choices(null, null, null, "EPSG:25833", null, null, null));
        int compared = 0;
        for (Repair repair : examined.examination().repairs()) {
            Expected one = expected.get(Integer.parseInt(repair.objectId()) - 1);
            if (repair.possible()) {
                assertThat(Objects.requireNonNull(repair.areaAfterM2()))
                        .as("%s, %s", one, repair)
                        .isCloseTo(one.areaAfter(), within(1e-3));
                compared++;
            } else {
                assertThat(one.areaAfter() > 0).as("%s, %s", one, repair).isFalse();
            }
        }
        System.out.println("Repairs with the area that ST_MakeValid gives: " + compared);
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void aFileOfHeightsFromAnotherCountyCanBeLookedAt() {
        Examined examined = examine("formats/sosi/1001_Hoyde_reencoded_iso8859-1.sos", Choices.NONE);
        Examination found = examined.examination();
        assertThat(found.questions()).contains(Question.DATASET);
        Map<String, Integer> types = found.objects().byType();
        assertThat(types.getOrDefault("POLYGON", 0) + types.getOrDefault("MULTIPOLYGON", 0))
                .as("%s", types)
                .isEqualTo(71);
        assertThat(Objects.requireNonNull(found.objects().areaM2()) / 10_000).isCloseTo(27_534.1, within(0.1));
        assertThat(found.objects().inRegion()).isZero();
        assertThat(found.layers()).allMatch(layer -> "EPSG:25832".equals(layer.crs()));
    }

    @Test
    void aNationalFileIsExamined() throws IOException {
        Path file = folder.resolve("innsjo_myr_tettbebyggelse.geojson");
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(DATA.resolve("scale/n1000_norge_innsjo_myr_tettbebyggelse.geojson.gz")))) {
            Files.copy(in, file);
        }
        Choices mires = new Choices("myr", "n1000", null, null, null, null, null);
        assertThat(door.take("kommuner", "fullres2020", DATA.resolve("admin/kommuner_six_fullres.geojson"))
                        .outcome())
                .isEqualTo(ImportReport.Outcome.ACCEPTED);
        long start = System.nanoTime();
        Examined examined = examine(file, mires);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(examined.examination().objects().read()).isEqualTo(7768);
        assertThat(examined.examination().questions()).isEmpty();
        // Its 989 built-up areas are polygons without coordinates: each is named, and the file is refused.
        assertThat(examined.examination().blocking()).isEqualTo(989);
        assertThat(examined.issues())
                .filteredOn(ImportIssue::blocking)
                .extracting(ImportIssue::code)
                .containsOnly("NO_GEOMETRY");
        System.out.printf(
                Locale.ROOT,
                "A national file of 7,768 polygons was examined in %.1f s: %d in the region%n",
                seconds,
                examined.examination().objects().inRegion());
    }
}

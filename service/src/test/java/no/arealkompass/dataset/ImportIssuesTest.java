package no.arealkompass.dataset;

import static no.arealkompass.dataset.TestData.collection;
import static no.arealkompass.dataset.TestData.crs;
import static no.arealkompass.dataset.TestData.feature;
import static no.arealkompass.dataset.TestData.line;
import static no.arealkompass.dataset.TestData.polygon;
import static no.arealkompass.dataset.TestData.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.arealkompass.dataset.ImportReport.CrsHow;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with one thing wrong each: refused with object, place and remedy, and nothing of them stored. */
class ImportIssuesTest {
    private static final String GOOD = square(12.0, 60.2, 0.01);

    @TempDir
    static Path folder;

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.on(TestData.descriptions(folder));
    }

    /** Nothing here may ever store anything but reports. */
    @AfterEach
    void nothingIsHalfStored() {
        assertThat(door.count("dataset_version")).isZero();
        assertThat(door.count("feature")).isZero();
        assertThat(door.count("piece")).isZero();
    }

    private ImportIssue only(String content) {
        return only("areas", content);
    }

    private ImportIssue only(String dataset, String content) {
        ImportReport report = door.take(dataset, "plain", Door.write(folder, "one.geojson", content));
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.versionId()).isNull();
        List<ImportIssue> issues = door.issues(report);
        assertThat(issues.stream().filter(ImportIssue::blocking)).hasSize(1);
        assertThat(report.blockingIssues()).isEqualTo(1);
        assertThat(issues.getFirst().message().nb() + issues.getFirst().remedy().en())
                .doesNotContain("{");
        return issues.getFirst();
    }

    @Test
    void missingGeometry() {
        ImportIssue issue = only(collection(feature("a", "x", "1", GOOD), feature("b", "x", "1", "null")));
        assertThat(issue.code()).isEqualTo("NO_GEOMETRY");
        assertThat(issue.objectId()).isEqualTo("b");
        assertThat(issue.place()).isNull();
    }

    @Test
    void crossingRingIsReportedWhereItCrosses() {
        ImportIssue issue =
                only(collection(feature("tie", "x", "1", polygon(12, 60, 12.2, 60.2, 12.2, 60, 12, 60.2, 12, 60))));
        assertThat(issue.code()).isEqualTo("INVALID");
        assertThat(issue.objectId()).isEqualTo("tie");
        assertThat(issue.args()).containsEntry("reason", "Self-intersection");
        assertThat(issue.place().longitude()).isCloseTo(12.1, within(1e-9));
        assertThat(issue.place().latitude()).isCloseTo(60.1, within(1e-9));
    }

    @Test
    void openRingIsNotClosedInSilence() {
        ImportIssue issue = only(collection(feature("open", "x", "1", polygon(12, 60, 12.2, 60, 12.2, 60.2))));
        assertThat(issue.code()).isEqualTo("NO_GEOMETRY");
    }

    @Test
    void twoPointRing() {
        ImportIssue issue = only(collection(feature("thin", "x", "1", polygon(12, 60, 12.2, 60, 12, 60))));
        assertThat(issue.code()).isEqualTo("GEOMETRY_UNREADABLE");
    }

    @Test
    void infiniteCoordinate() {
        String infinite = "{\"type\": \"Polygon\", \"coordinates\": [[[12,60],[1e400,60],[12.2,60.2],[12,60]]]}";
        assertThat(only(collection(feature("far", "x", "1", infinite))).code()).isEqualTo("GEOMETRY_NOT_FINITE");
    }

    @Test
    void metresWithoutCrsNameTheCandidate() {
        String metres = square(333716.43, 6677464.00, 100);
        ImportIssue issue = only(collection(feature("m", "x", "1", metres)));
        assertThat(issue.code()).isEqualTo("WRONG_CRS");
        assertThat(issue.args()).containsEntry("stated", "EPSG:4326").containsEntry("candidate", "EPSG:25833");
        assertThat(issue.remedy().nb()).contains("EPSG:25833");
        assertThat(issue.place().longitude()).isCloseTo(12.001, within(0.001));
        assertThat(issue.place().latitude()).isCloseTo(60.2, within(0.001));
    }

    @Test
    void zone32ReadAsZone33() {
        String inZone32 = square(666283.57, 6677464.00, 100);
        ImportIssue issue = only(collection(List.of(feature("z", "x", "1", inZone32)), crs("EPSG:25833")));
        assertThat(issue.code()).isEqualTo("WRONG_CRS");
        assertThat(issue.args()).containsEntry("candidate", "EPSG:25832");
    }

    @Test
    void degreesSaidToBeMetres() {
        ImportIssue issue = only(collection(List.of(feature("d", "x", "1", GOOD)), crs("EPSG:25833")));
        assertThat(issue.code()).isEqualTo("WRONG_CRS");
        assertThat(issue.args()).containsEntry("candidate", "EPSG:4326");
    }

    @Test
    void swappedAxesAreFoundPerObjectAlsoAmongGoodOnes() {
        ImportIssue issue =
                only(collection(feature("good", "x", "1", GOOD), feature("sw", "x", "1", square(60.2, 12.0, 0.01))));
        assertThat(issue.code()).isEqualTo("SWAPPED");
        assertThat(issue.objectId()).isEqualTo("sw");
        assertThat(issue.place().longitude()).isCloseTo(12.005, within(1e-6));
    }

    @Test
    void swappedMetres() {
        String swapped = square(6677464.00, 333716.43, 100);
        ImportIssue issue = only(collection(List.of(feature("sw", "x", "1", swapped)), crs("EPSG:25833")));
        assertThat(issue.code()).isEqualTo("SWAPPED");
    }

    @Test
    void coordinatesThatAreNowhere() {
        ImportIssue issue = only(collection(feature("n", "x", "1", square(5e8, 5e8, 1))));
        assertThat(issue.code()).isEqualTo("IMPOSSIBLE_COORDINATES");
    }

    @Test
    void everythingOutsideTheRegion() {
        ImportIssue issue = only(collection(feature("paris", "x", "1", square(2.35, 48.85, 0.01))));
        assertThat(issue.code()).isEqualTo("OUTSIDE_REGION");
        assertThat(issue.place().latitude()).isCloseTo(48.855, within(0.001));
    }

    @Test
    void duplicateId() {
        ImportIssue issue = only(collection(feature("a", "x", "1", GOOD), feature("a", "y", "1", GOOD)));
        assertThat(issue.code()).isEqualTo("DUPLICATE_ID");
        assertThat(issue.args()).containsEntry("occurrence", "2");
    }

    @Test
    void missingId() {
        ImportIssue issue = only(collection(feature("a", "x", "1", GOOD), feature("null", "y", "1", GOOD)));
        assertThat(issue.code()).isEqualTo("NO_OBJECT_ID");
        assertThat(issue.objectId()).isEqualTo("#2");
    }

    @Test
    void missingRequiredProperty() {
        ImportIssue issue = only(collection(feature("a", "x", "1", GOOD), feature("b", "null", "1", GOOD)));
        assertThat(issue.code()).isEqualTo("PROPERTY_MISSING");
        assertThat(issue.objectId()).isEqualTo("b");
    }

    @Test
    void missingRequiredField() {
        String content = "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\","
                + " \"properties\": {\"id\": \"a\", \"other\": 1}, \"geometry\": " + GOOD + "}]}";
        ImportReport report = door.take("areas", "plain", Door.write(folder, "fields.geojson", content));
        assertThat(door.codes(report)).containsExactly("FIELD_MISSING", "FIELD_ABSENT");
        assertThat(door.issues(report).getFirst().args()).containsEntry("has", "id, other");
    }

    @Test
    void numberThatIsNone() {
        ImportIssue issue = only(collection(feature("a", "x", "\"12,5\"", GOOD)));
        assertThat(issue.code()).isEqualTo("BAD_VALUE");
        assertThat(issue.args()).containsEntry("property", "count").containsEntry("value", "12,5");
    }

    @Test
    void wrongKindOfShape() {
        ImportIssue issue = only(collection(feature("l", "x", "1", line(12, 60, 12.1, 60.1))));
        assertThat(issue.code()).isEqualTo("WRONG_TYPE");
        assertThat(issue.args()).containsEntry("type", "LINESTRING").containsEntry("wanted", "POLYGON");
    }

    @Test
    void noObjects() {
        assertThat(only(collection()).code()).isEqualTo("NO_OBJECTS");
    }

    @Test
    void cutOffFileSaysWhere() {
        String whole = collection(feature("a", "x", "1", GOOD), feature("b", "x", "1", GOOD));
        ImportIssue issue = only(whole.substring(0, whole.length() - 40));
        assertThat(issue.code()).isEqualTo("NOT_JSON");
        assertThat(issue.args()).containsEntry("line", "2");
    }

    @Test
    void notANumberIsNoJson() {
        String nan = collection(feature("a", "x", "1", GOOD.replace("12.01", "NaN")));
        assertThat(only(nan).code()).isEqualTo("NOT_JSON");
    }

    @Test
    void deepNesting() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(only("{\"type\": \"FeatureCollection\", \"features\": " + deep + "}")
                        .code())
                .isEqualTo("TOO_DEEP");
    }

    @Test
    void otherFormats() {
        assertThat(only("<OGRVRTDataSource/>").code()).isEqualTo("XML_NOT_GML");
        assertThat(only("Reguleringsplan for Langeland").code()).isEqualTo("UNKNOWN_FORMAT");
        assertThat(only("id;kind;count;wkt\na;x;1;POLYGON ((12 60, 12.1 60, 12.1 60.1, 12 60))\n")
                        .code())
                .isEqualTo("CRS_NEEDED");
    }

    @Test
    void jsonThatIsNoGeoJson() {
        assertThat(only("{\"type\": \"Topology\", \"objects\": {}}").code()).isEqualTo("UNREADABLE");
    }

    @Test
    void unknownCrsIsAskedFor() {
        List<String> good = List.of(feature("a", "x", "1", GOOD));
        assertThat(only(collection(good, crs("EPSG:99999"))).code()).isEqualTo("CRS_NOT_KNOWN");
        assertThat(only(collection(good, "\"crs\": null, ")).code()).isEqualTo("CRS_NEEDED");
        String link = "\"crs\": {\"type\": \"link\", \"properties\": {\"href\": \"http://localhost/crs\"}}, ";
        ImportReport report = door.take("areas", "plain", Door.write(folder, "link.geojson", collection(good, link)));
        assertThat(door.codes(report)).containsExactly("CRS_NEEDED");
        assertThat(report.crs()).isEmpty();
        assertThat(report.crsHow()).isEqualTo(CrsHow.UNKNOWN);
    }

    @Test
    void answerThatIsNoCrs() {
        Path file = Door.write(folder, "answer.geojson", collection(feature("a", "x", "1", GOOD)));
        ImportReport report = door.take("areas", "plain", file, Optional.of("UTM 33"), v -> {});
        assertThat(door.codes(report)).containsExactly("CRS_NOT_KNOWN");
    }

    @Test
    void coverageOfARegionThatIsNotLoaded() {
        assertThat(only("framed", collection(feature("a", "x", "1", GOOD))).code())
                .isEqualTo("NEEDS_MUNICIPALITIES");
    }

    @Test
    void manyFaultsOfOneKind() {
        List<String> features = new ArrayList<>();
        IntStream.range(0, 12_345).forEach(i -> features.add(feature("p" + i, "x", "1", "null")));
        ImportReport report = door.take("areas", "plain", Door.write(folder, "many.geojson", collection(features, "")));
        List<ImportIssue> issues = door.issues(report);
        assertThat(report.objectCount()).isEqualTo(12_345);
        assertThat(issues).hasSize(10_001);
        assertThat(issues.getLast().code()).isEqualTo("MORE_ISSUES");
        assertThat(issues.getLast().args()).containsEntry("count", "2345");
        assertThat(issues.getLast().blocking()).isTrue();
    }

    @Test
    void limits() {
        Path file = Door.write(folder, "limits.geojson", collection(feature("a", "x", "1", GOOD)));
        assertThat(codesUnder(limits(100, Duration.ofSeconds(60), 1_000_000), file))
                .containsExactly("TOO_LARGE");
        assertThat(codesUnder(limits(1_000_000, Duration.ofMillis(1), 1_000_000), file))
                .isNotEmpty();
        assertThat(codesUnder(limits(1_000_000, Duration.ofSeconds(60), 50), file))
                .containsExactly("OBJECT_TOO_LARGE");
    }

    private static ImportLimits limits(long fileBytes, Duration wall, int objectBytes) {
        return new ImportLimits(
                fileBytes, 3_000_000_000L, Duration.ofSeconds(60), wall, 1_000_000, objectBytes, 1_000_000, 10_000);
    }

    private static List<String> codesUnder(ImportLimits limits, Path file) {
        Door narrow = Door.on(folder, limits);
        return narrow.codes(narrow.take("areas", "plain", file));
    }

    @Test
    void everyIssueHasWordsInBothLanguages() {
        assertThat(IssueTexts.texts(true).keySet())
                .isEqualTo(IssueTexts.texts(false).keySet());
        assertThat(IssueTexts.texts(true).stringPropertyNames().stream()
                        .filter(key -> !key.endsWith(".remedy"))
                        .map(key -> key + ".remedy"))
                .allMatch(IssueTexts.texts(true)::containsKey);
    }
}

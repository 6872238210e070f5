package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import no.arealkompass.TestDatabase;
import no.arealkompass.dataset.Datasets.Examined;
import no.arealkompass.dataset.Examination.Question;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real plan files, where the folder with them stands (as in {@link RealDataTest}). */
class RealPlansTest {
    private static final Path DATA = Optional.ofNullable(System.getenv("AREAL_SHARED_DATA"))
            .map(Path::of)
            .orElseGet(() ->
                    TestDatabase.buildFolder().resolve("../../../shared/data").normalize());

    private static Door door;

    @BeforeAll
    static void needsTheRealData() {
        if (!Files.isDirectory(DATA)) {
            System.out.println(
                    "NOT RUN: RealPlansTest, for there are no real data at AREAL_SHARED_DATA or ../shared/data");
        }
        assumeTrue(Files.isDirectory(DATA));
        door = Door.shipped();
    }

    private static Choices plans(PlanChoices about) {
        return Choices.of("arealplaner", "kommune", null).with(about);
    }

    private static Examined examine(String file, Choices choices) {
        return door.datasets.examine(Door.ADMINISTRATOR, DATA.resolve(file), choices, Progress.NONE, Consequences.NONE);
    }

    private static ImportReport take(String file, PlanChoices about) {
        return door.datasets.importFile(
                Door.ADMINISTRATOR, DATA.resolve(file), plans(about), Progress.NONE, Consequences.NONE);
    }

    /** Square metres in a CRS, of the areas of one type. */
    private static double areaM2(ImportReport report, String type, int srid) {
        return door.db
                .sql("select coalesce(sum(st_area(st_transform(geom, :srid))), 0) from feature"
                        + " where dataset_version_id = :version and properties ->> 'objtype' = :type")
                .param("srid", srid)
                .param("version", Objects.requireNonNull(report.versionId()))
                .param("type", type)
                .query(Double.class)
                .single();
    }

    @Test
    void theDetailPlanOfStemtjonnComesInWithItsWholeArea() {
        String file = "plan/reguleringsplan_4204_1536_stemtjonn_epsg25832.geojson";
        Examined examined = examine(file, Choices.NONE);
        Examination found = examined.examination();
        assertThat(found.chosen().dataset()).isEqualTo("arealplaner");
        assertThat(found.questions()).containsExactly(Question.PLAN);
        Examination.Plan plan = Objects.requireNonNull(found.plan());
        assertThat(plan.missing()).containsExactly("municipality", "planId", "planName", "stage", "sender");
        assertThat(plan.suggested()).isEqualTo(new PlanChoices("4204", "1536", "Stemtjønn skytebane", null, null));

        ImportReport report =
                take(file, new PlanChoices("4204", "1536", "Stemtjønn skytebane", "proposal", "Kristiansand kommune"));
        assertThat(report.outcome()).as("%s", door.issues(report)).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.objectCount()).isEqualTo(20);
        assertThat(areaM2(report, "RpArealformålOmråde", 25832)).isCloseTo(395_050.1, within(0.1));
        assertThat(areaM2(report, "RpOmråde", 25832)).isCloseTo(395_050.1, within(0.1));
        assertThat(door.codes(report)).contains("PLAN_LEFT_OUT", "PLAN_OUTSIDE_REGION");
        assertThat(door.db
                        .sql("select count(*) from feature where dataset_version_id = :version"
                                + " and properties ->> 'purposeCode' ~ '^[0-9]{4}$'"
                                + " and properties ->> 'zoneName' <> '' and object_id ~ '^[0-9a-f-]{36}$'")
                        .param("version", Objects.requireNonNull(report.versionId()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    /** The number of the municipality is “String” in them, so it is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"gml.avgr.1-pass", "gml.epsg.1-pass-1", "gml.kurve.2-fail"})
    void gmlOfReguleringsplanforslagComesIn(String name) {
        String file = "formats/gml/" + name + ".gml";
        Examined examined = examine(file, plans(PlanChoices.NONE));
        assertThat(Objects.requireNonNull(examined.examination().plan()).missing())
                .containsExactly("municipality", "sender");
        ImportReport report = take(file, new PlanChoices("4203", null, null, null, "test"));
        assertThat(report.outcome()).as("%s", door.issues(report)).isEqualTo(Outcome.ACCEPTED);
        assertThat(door.db
                        .sql("select count(*) from feature where dataset_version_id = :version"
                                + " and properties @> '{\"planType\": \"34\", \"planStatus\": \"2\", \"planId\": \"String\","
                                + " \"municipality\": \"4203\"}'")
                        .param("version", Objects.requireNonNull(report.versionId()))
                        .query(Integer.class)
                        .single())
                .as("the plan's attributes reach every area")
                .isEqualTo(report.objectCount())
                .isEqualTo(4);
    }

    /** What is wrong with them is wrong by geometry: a surface that crosses itself, a point that stands twice. */
    @ParameterizedTest
    @CsvSource({"gml.flate.2-fail, INVALID", "gml.bue.1-pass, NO_AREAS"})
    void gmlIsRefusedForItsGeometryAlone(String name, String code) {
        ImportReport report = take("formats/gml/" + name + ".gml", new PlanChoices("4203", null, null, null, "test"));
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(door.issues(report).stream()
                        .filter(ImportIssue::blocking)
                        .map(ImportIssue::code)
                        .distinct())
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "asker, 25833, 605413.8",
        "bærum, 25833, 8630.9",
        "drammen, 25833, 1769.6",
        "skien-havneterminal, 25832, 21548.8"
    })
    void looseOutlinesAreInputs(String place, int srid, double areaM2) {
        ImportReport report =
                take("plan/dok_" + place + ".geojson", new PlanChoices("3203", place, place, "input", "DOK-analysen"));
        assertThat(report.outcome()).as("%s", door.issues(report)).isEqualTo(Outcome.ACCEPTED);
        assertThat(areaM2(report, "", srid)).isCloseTo(areaM2, within(0.1));
    }
}

package no.arealkompass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import no.arealkompass.TestDatabase;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.dataset.Progress;
import no.arealkompass.intake.Intake;
import no.arealkompass.score.Scoring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Another region is data only: its own municipalities, purposes and zone of the map projection, over the same code. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "areal.region=gardermoregionen")
@DirtiesContext
class SecondRegionTest {
    private static final Caller OPERATOR = Caller.administrator("test");
    private static final JsonMapper JSON = JsonMapper.shared();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.create(25832).register(registry);
    }

    @Autowired
    private Intake intake;

    @Autowired
    private Scoring scoring;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @Test
    void sitesOfTheGardermoenRegionAreRankedForItsOwnPurposes() throws IOException {
        take("kommuner", "[[11.0,60.1],[11.5,60.1],[11.5,60.3],[11.0,60.3],[11.0,60.1]]", """
                "kommunenummer":"3209","kommunenavn":"Ullensaker\"""");
        take("stasjoner", null, "\"navn\":\"Prøvestasjon\"");
        take("naeringsarealer", "[[11.10,60.20],[11.11,60.20],[11.11,60.21],[11.10,60.21],[11.10,60.20]]", """
                "name":"Prøvefelt","kind":"LAND","publication":"PUBLISHED","schematic":false,"areaKnown":true,
                "accuracyM":1,"source":"prøve","facts":[]""");
        intake.bringUpToDate(OPERATOR, Progress.NONE);

        var run = JSON.readTree(scoring.run(Caller.PUBLIC, scoring.runInUse(Caller.PUBLIC, null)));
        assertThat(run.path("strategy").path("id").asString()).isEqualTo("gardermoregionen-2021-utkast");
        assertThat(run.path("strategy").path("status").asString()).isEqualTo("draft");
        assertThat(run.path("rankings").propertyNames()).containsExactlyInAnyOrder("kunnskap", "gronn");
        var ranked = run.path("rankings").path("kunnskap").path(0);
        assertThat(ranked.path("low").asDouble())
                .isPositive()
                .isLessThan(ranked.path("high").asDouble());
        assertThat(run.path("portfolio")
                        .valueStream()
                        .map(rule -> rule.path("part").asString()))
                .containsExactly("M1", "G1", "G2", "G3");
        assertThat(jdbc.sql("select st_srid(footprint) from site_version")
                        .query(Integer.class)
                        .single())
                .isEqualTo(25832);
    }

    private void take(String dataset, @org.jspecify.annotations.Nullable String ring, String properties)
            throws IOException {
        var geometry = ring == null
                ? "{\"type\":\"Point\",\"coordinates\":[11.12,60.2]}"
                : "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
        var file = Files.writeString(
                folder.resolve(dataset + ".geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"a\","
                        + properties + "},\"geometry\":" + geometry + "}]}");
        var report = intake.take(OPERATOR, dataset, "sample", file, Optional.empty(), Progress.NONE);
        assertThat(report.outcome()).as(dataset).isEqualTo(Outcome.ACCEPTED);
    }
}

package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AR5 comes in with the names of FKB 5.0 and of SOSI, its numbers as classes, and covers its own areas only. */
class Ar5ImportTest {
    private static final Door DOOR = Door.shipped();

    @TempDir
    static Path folder;

    @Test
    void bothNamesOfThePropertyAreTheClassAndTheNewestVersionIsInUse() throws IOException {
        var first = take("fkb.geojson", "arealtype");
        assertThat(DOOR.db
                        .sql("select class from feature where dataset_version_id = :v order by id")
                        .param("v", first)
                        .query(String.class)
                        .list())
                .containsExactly("21", "30");
        double covered = DOOR.db
                .sql("select st_area(coverage) from dataset_version where id = :v")
                .param("v", first)
                .query(Double.class)
                .single();
        assertThat(covered).isCloseTo(20_000, within(1.0));

        long second = take("sosi.geojson", "ARTYPE");
        assertThat(DOOR.db
                        .sql(
                                "select count(*) from layer where dataset_version_id = :v and class in ('21', '30') and shape")
                        .param("v", second)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(DOOR.datasets.inUse(Door.ADMINISTRATOR, "ar5").orElseThrow().id())
                .isEqualTo(second);
    }

    private static long take(String name, String property) throws IOException {
        var file = Files.writeString(
                folder.resolve(name), """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25833"}},"features":[
                %s,
                %s]}""".formatted(flate(property, 21, 340_000), flate(property, 30, 340_100)));
        var report = DOOR.datasets.importFile(
                Door.ADMINISTRATOR, file, Choices.of("ar5", "ar5", null), Progress.NONE, Consequences.NONE);
        assertThat(report.outcome()).as("%s", DOOR.issues(report)).isEqualTo(Outcome.ACCEPTED);
        return report.versionId();
    }

    private static String flate(String property, int type, int x) {
        return """
                {"type":"Feature","properties":{"%1$s":%2$d,"argrunnf":44},"geometry":{"type":"Polygon","coordinates":
                [[[%3$d,6680000],[%4$d,6680000],[%4$d,6680100],[%3$d,6680100],[%3$d,6680000]]]}}""".formatted(property, type, x, x + 100);
    }
}

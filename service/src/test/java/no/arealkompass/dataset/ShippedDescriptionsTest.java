package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.yaml.YamlFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The descriptions and samples that are shipped: readable, whole, and loadable in the order the region says. */
class ShippedDescriptionsTest {
    @TempDir
    Path folder;

    private static Catalogue shipped() {
        return new Catalogue(new PathMatchingResourcePatternResolver(), "classpath:/gis-data/", "kongsvingerregionen");
    }

    @Test
    void everyDescriptionIsRead() {
        Catalogue catalogue = shipped();
        assertThat(catalogue.datasets()).hasSizeGreaterThan(25);
        assertThat(catalogue.region().municipalities()).hasSize(6);
        assertThat(catalogue.region().destinations())
                .extracting(Region.Destination::property)
                .allMatch(catalogue.dataset("kjoretid").orElseThrow().properties()::containsKey);
    }

    @Test
    void everySampleComesInAndDriveTimesFollow() throws IOException {
        Door door = Door.shipped();
        for (Region.Sample sample : door.datasets.region(Caller.PUBLIC).samples()) {
            Path file = folder.resolve("sample.geojson");
            try (InputStream in =
                    door.datasets.resource(Caller.PUBLIC, sample.file()).getInputStream()) {
                Files.write(file, in.readAllBytes());
            }
            ImportReport report = door.take(sample.dataset(), sample.source(), file);
            assertThat(report.outcome())
                    .as("%s: %s", sample.dataset(), door.issues(report))
                    .isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(door.datasets.deriveOutdated(Door.ADMINISTRATOR, Progress.NONE))
                .isTrue();
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "kjoretid").orElseThrow();
        assertThat(version.sample()).isTrue();
        assertThat(version.unreached()).isEmpty();
    }

    @Test
    void aFaultStopsTheReadingWithItsPlace() throws IOException {
        Path yaml = TestData.descriptions(folder).resolve("datasets/areas.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("accuracyM: 1\n", "accuracyM: near\n    colour: red\n"));
        assertThatThrownBy(() -> new Catalogue(
                        new PathMatchingResourcePatternResolver(), folder.toString(), "kongsvingerregionen"))
                .isInstanceOf(YamlFaults.class)
                .hasMessageContaining("datasets/areas.yaml:27:16")
                .hasMessageContaining("finite number")
                .hasMessageContaining("datasets/areas.yaml:28:5")
                .hasMessageContaining("colour");
    }

    @Test
    void aMappingToNothingIsAFault() throws IOException {
        Path yaml = TestData.descriptions(folder).resolve("datasets/areas.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("      kind: {from", "      knd: {from"));
        assertThatThrownBy(() -> DescriptionReader.read("areas.yaml", Files.readString(yaml)))
                .hasMessageContaining("no property “knd”")
                .hasMessageContaining("“kind” is required");
    }
}

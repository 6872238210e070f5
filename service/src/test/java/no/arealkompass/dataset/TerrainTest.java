package no.arealkompass.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.media.jai.RasterFactory;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.ImportReport.Outcome;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slope classes of a raster whose slopes are known: 60 × 40 cells of 10 m, the western half a plane of 4 %, the eastern
 * one of 8 %, with a hole of 10 × 10 cells without heights in the west.
 */
class TerrainTest {
    private static final double WEST = 340_000;
    private static final double NORTH = 6_690_000;
    private static final int COLUMNS = 60;
    private static final int ROWS = 40;

    @TempDir
    Path folder;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.shipped();
    }

    /** Heights by column and row; not a number = none. */
    private interface Heights {
        double at(int column, int row);
    }

    private static double planes(int column, int row) {
        boolean hole = column >= 10 && column < 20 && row >= 10 && row < 20;
        double x = (column + 0.5) * 10;
        double fold = 300; // the planes meet under the middle of the raster
        return hole ? Double.NaN : 100 + (x < fold ? 0.04 * x : 0.04 * fold + 0.08 * (x - fold));
    }

    private Path tif(String crs, int columns, int rows, Heights heights) throws IOException {
        WritableRaster raster = RasterFactory.createBandedRaster(DataBuffer.TYPE_FLOAT, columns, rows, 1, null);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                raster.setSample(column, row, 0, heights.at(column, row));
            }
        }
        File file = folder.resolve("terreng.tif").toFile();
        try {
            var envelope = new ReferencedEnvelope(
                    WEST, WEST + columns * 10.0, NORTH - rows * 10.0, NORTH, CRS.decode(crs, true));
            Files.deleteIfExists(file.toPath());
            var writer = new GeoTiffWriter(file);
            writer.write(new GridCoverageFactory().create("heights", raster, envelope), null);
            writer.dispose();
        } catch (org.geotools.api.referencing.FactoryException e) {
            throw new IllegalStateException(e);
        }
        return file.toPath();
    }

    private ImportReport take(Path tif) {
        return door.take("helning", "dtm10", tif);
    }

    private double areaM2(String geometry, String klasse) {
        return door.db
                .sql("select coalesce(sum(st_area(" + geometry + ")), 0) from feature f join dataset_in_use v"
                        + " on v.id = f.dataset_version_id where v.dataset = 'helning' and class = :class")
                .param("class", klasse)
                .query(Double.class)
                .single();
    }

    @Test
    void planesAreClassedToTheCellAndTheHoleIsNotMapped() throws IOException {
        ImportReport report = take(tif("EPSG:25833", COLUMNS, ROWS, TerrainTest::planes));
        assertThat(report.outcome()).as("%s", door.issues(report)).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.crs()).isEqualTo("EPSG:25833");
        // The plane of 4 % is 30 columns; the cell beside the fold has 6 %: half of 4 and half of 8.
        // Column 29 (centre 295 m) and 30 (305 m) both see the fold: slope (4 % + 8 %) / 2 on either side.
        double cell = 100;
        assertThat(areaM2("geom", "under5")).isCloseTo((29 * ROWS - 100) * cell, within(1e-3));
        assertThat(areaM2("geom", "over5")).isCloseTo(31 * ROWS * cell, within(1e-3));
        DatasetVersion version = door.datasets.inUse(Caller.PUBLIC, "helning").orElseThrow();
        double covered = door.db
                .sql("select st_area(coverage) from dataset_version where id = :id")
                .param("id", version.id())
                .query(Double.class)
                .single();
        assertThat(covered).as("the hole is not mapped").isCloseTo((COLUMNS * ROWS - 100) * cell, within(1e-3));
        assertThat(version.fileName()).isEqualTo("terreng.tif");
        assertThat(version.sha256()).isEqualTo(FetchStore.sha256(folder.resolve("terreng.tif")));
        assertThat(take(folder.resolve("terreng.tif")).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aRasterThatIsHandedInIsKnownForTerrain() throws IOException {
        Path tif = tif("EPSG:25833", COLUMNS, ROWS, TerrainTest::planes);
        Delivery delivery;
        try (var in = Files.newInputStream(tif)) {
            delivery = door.deliveries.receive(Door.ADMINISTRATOR, in, "hoyder.tif", Choices.NONE);
        }
        Delivery examined = door.deliveries.await(Door.ADMINISTRATOR, delivery.id(), Duration.ofSeconds(60));
        assertThat(examined.state()).as("%s", examined).isEqualTo(Delivery.State.READY);
        door.deliveries.take(Door.ADMINISTRATOR, delivery.id());
        door.deliveries.await(Door.ADMINISTRATOR, delivery.id(), Duration.ofSeconds(60));
        assertThat(areaM2("geom", "over5")).isCloseTo(31 * ROWS * 100.0, within(1e-3));
    }

    @Test
    void windowsAndChessboardsJoinWithoutGaps() throws IOException {
        // Steps of 2 m under every second cell, over more than one window: every shape is valid and nothing overlaps.
        take(tif("EPSG:25833", 270, 270, (column, row) -> 100 + (column / 7 + row / 5) % 2 * 2.0));
        double under = areaM2("geom", "under5");
        double over = areaM2("geom", "over5");
        assertThat(under).isPositive();
        assertThat(over).isPositive();
        assertThat(under + over).isCloseTo(270 * 270 * 100.0, within(0.01));
        assertThat(door.db
                        .sql("select count(*) from feature f join dataset_in_use v on v.id = f.dataset_version_id"
                                + " where v.dataset = 'helning' and not st_isvalid(f.geom)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theCrsOfTheFileCountsAndAWrongOneIsSeen() throws IOException {
        ImportReport report = take(tif("EPSG:25832", COLUMNS, ROWS, (c, r) -> 100 + 0.04 * 10 * c));
        // 340000, 6690000 in zone 32 is far west of the region: the door says so, as for every file.
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(door.codes(report)).contains("WRONG_CRS");
        assertThat(report.crs()).isEqualTo("EPSG:25832");
    }

    @Test
    void whatIsNoTerrainIsRefusedByName() throws IOException {
        Path text = Files.writeString(folder.resolve("a.tif"), "{\"type\": \"FeatureCollection\", \"features\": []}");
        assertThat(door.codes(take(text))).containsExactly("NOT_GEOTIFF");
        Path cut = folder.resolve("cut.tif");
        byte[] whole = Files.readAllBytes(tif("EPSG:25833", COLUMNS, ROWS, TerrainTest::planes));
        Files.write(cut, java.util.Arrays.copyOf(whole, 40));
        assertThat(door.codes(take(cut))).containsExactly("TERRAIN_UNREADABLE");
        assertThat(door.codes(take(tif("EPSG:4326", 10, 10, (c, r) -> 1))))
                .as("degrees")
                .containsExactly("TERRAIN_CRS");
        Path large = tif("EPSG:25833", COLUMNS, ROWS, TerrainTest::planes);
        assertThatThrownBy(() -> Terrain.open(large, COLUMNS * ROWS - 1)).hasMessageContaining("TERRAIN_SIZE");
        assertThat(door.datasets.inUse(Caller.PUBLIC, "helning")).isEmpty();
        for (var report : door.datasets.imports(Door.ADMINISTRATOR, 10, 0)) {
            assertThat(door.issues(report).getFirst().remedy().nb()).isNotBlank();
        }
    }

    @Test
    void cutOrScrambledRastersNeverHurt() throws IOException {
        byte[] whole = Files.readAllBytes(tif("EPSG:25833", COLUMNS, ROWS, TerrainTest::planes));
        var random = new java.util.Random(11);
        for (int i = 0; i < 40; i++) {
            byte[] bad =
                    i % 2 == 0 ? java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)) : whole.clone();
            for (int n = 0; n < 5; n++) {
                bad[random.nextInt(Math.min(bad.length, 600))] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("bad.tif"), bad);
            assertThat(List.of(Outcome.values())).contains(take(file).outcome());
        }
    }
}

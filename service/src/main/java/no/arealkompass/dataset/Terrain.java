package no.arealkompass.dataset;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import no.arealkompass.geo.CrsName;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.jspecify.annotations.Nullable;

/**
 * Slope classes of a terrain raster. Reads windows, never the whole; what its head says is measured against the limits
 * before a height is decoded. A cell without a height, or with neighbours too few to tell a slope, has no class.
 */
final class Terrain implements AutoCloseable {
    /** Cells of a window on each side; one shape per class and window comes out. */
    private static final int WINDOW = 256;

    private static final long MOST_TILE_CELLS = 25_000_000;
    private static final double LOWEST_M = -500;
    private static final double HIGHEST_M = 9000;
    /** Neighbours by number, row by row from the north-west; 4 is the cell itself. */
    private static final int[][] OPPOSITES = {{1, 7}, {3, 5}};

    private static final int[][] CORNERS = {{0, 1, 3}, {2, 1, 5}, {6, 7, 3}, {8, 7, 5}};
    private static final Set<Integer> VERSIONS = Set.of(42, 43); // TIFF and BigTIFF

    private final GeoTiffReader reader;
    private final GridCoverage2D coverage;
    private final RenderedImage image;
    private final AffineTransform toWorld;
    private final String crs;
    private final @Nullable Double noData;

    private Terrain(GeoTiffReader reader, long mostCells) throws IOException {
        this.reader = reader;
        long width = reader.getOriginalGridRange().getSpan(0);
        long height = reader.getOriginalGridRange().getSpan(1);
        if (width < 3 || height < 3 || width * height > mostCells) {
            throw new Refused("TERRAIN_SIZE", Map.of("width", width, "height", height, "limit", mostCells));
        }
        crs = crs(reader.getCoordinateReferenceSystem());
        toWorld = grid(reader.getOriginalGridToWorld(PixelInCell.CELL_CORNER));
        coverage = reader.read((GeneralParameterValue[]) null);
        image = coverage.getRenderedImage();
        if (coverage.getNumSampleDimensions() != 1
                || (long) image.getTileWidth() * image.getTileHeight() > MOST_TILE_CELLS) {
            throw new Refused("TERRAIN_LAYOUT", Map.of("bands", coverage.getNumSampleDimensions()));
        }
        var stated = CoverageUtilities.getNoDataProperty(coverage);
        noData = stated == null ? null : stated.getAsSingleValue();
    }

    /**
     * Opens a GeoTIFF with nothing beside it.
     *
     * @throws Refused with the reason when it is something else, or too much
     */
    static Terrain open(Path tif, long mostCells) {
        try {
            if (!isTiff(tif)) {
                throw new Refused("NOT_GEOTIFF", Map.of());
            }
            return new Terrain(new GeoTiffReader(tif.toFile()), mostCells);
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static Refused unreadable(Exception e) {
        return new Refused("TERRAIN_UNREADABLE", Map.of("reason", String.valueOf(e.getMessage())));
    }

    /** Whether the file is a TIFF by its first bytes. */
    static boolean isTiff(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            if (head.length < 4 || head[0] != head[1]) {
                return false;
            }
            boolean little = head[0] == 'I' && VERSIONS.contains((int) head[2]) && head[3] == 0;
            boolean big = head[0] == 'M' && VERSIONS.contains((int) head[3]) && head[2] == 0;
            return little || big;
        }
    }

    private static String crs(@Nullable CoordinateReferenceSystem stated) {
        if (!(stated instanceof ProjectedCRS)) {
            throw new Refused("TERRAIN_CRS", Map.of("crs", String.valueOf(stated == null ? "" : stated.getName())));
        }
        return CrsName.read(stated.toWKT())
                .map(name -> "EPSG:" + name.epsg())
                .orElseThrow(() -> new Refused("TERRAIN_CRS", Map.of("crs", String.valueOf(stated.getName()))));
    }

    private static AffineTransform grid(MathTransform transform) {
        if (transform instanceof AffineTransform grid
                && grid.getShearX() == 0
                && grid.getShearY() == 0
                && grid.getScaleX() > 0
                && grid.getScaleY() < 0) {
            return grid;
        }
        throw new Refused("TERRAIN_LAYOUT", Map.of("bands", 1));
    }

    /** The CRS of the file, whose metres the slope is reckoned in. */
    String crs() {
        return crs;
    }

    /** Writes the shapes of both classes, window by window, as GeoJSON in the file's own CRS. */
    void write(Slope slope, Path geoJson, Progress progress) {
        try (SlopeShapes shapes = new SlopeShapes(geoJson, slope, crs, toWorld)) {
            int done = 0;
            int total = Math.ceilDiv(image.getHeight(), WINDOW);
            for (int row = 0; row < image.getHeight(); row += WINDOW) {
                for (int column = 0; column < image.getWidth(); column += WINDOW) {
                    shapes.add(column, row, classes(column, row, slope.limitPercent()));
                }
                progress.report("Reckoning slope", ++done, total);
            }
        } catch (IOException | RuntimeException e) { // whatever the decoder meets in a damaged file
            throw unreadable(e);
        }
    }

    /** 0 = no class, 1 = under the limit, 2 = the others; [row][column] of the window. */
    private byte[][] classes(int column, int row, double limitPercent) {
        int width = Math.min(WINDOW, image.getWidth() - column);
        int height = Math.min(WINDOW, image.getHeight() - row);
        Rectangle whole = new Rectangle(0, 0, image.getWidth(), image.getHeight());
        Rectangle needed = new Rectangle(column - 1, row - 1, width + 2, height + 2).intersection(whole);
        Rectangle moved = new Rectangle(needed);
        moved.translate(image.getMinX(), image.getMinY());
        Raster raster = image.getData(moved);
        double[] heights = raster.getSamples(moved.x, moved.y, moved.width, moved.height, 0, (double[]) null);
        byte[][] classes = new byte[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double percent = percent(heights, needed, column + x, row + y);
                classes[y][x] = (byte) (Double.isNaN(percent) ? 0 : percent < limitPercent ? 1 : 2);
            }
        }
        return classes;
    }

    /**
     * Slope by Horn's weights over the eight neighbours. Where one beside the cell is missing it is taken to lie as far
     * under or over as its opposite lies over or under, so that planes are exact to their edge; where both are, there is
     * no slope.
     */
    private double percent(double[] heights, Rectangle window, int column, int row) {
        double[] z = new double[9];
        for (int i = 0; i < 9; i++) {
            z[i] = height(heights, window, column + i % 3 - 1, row + i / 3 - 1);
        }
        if (Double.isNaN(z[4])) {
            return Double.NaN;
        }
        for (int[] pair : OPPOSITES) {
            double one = z[pair[0]];
            double other = z[pair[1]];
            z[pair[0]] = Double.isNaN(one) ? 2 * z[4] - other : one;
            z[pair[1]] = Double.isNaN(other) ? 2 * z[4] - one : other;
        }
        for (int[] corner : CORNERS) { // on the plane through the cell and the two neighbours beside the corner
            z[corner[0]] = Double.isNaN(z[corner[0]]) ? z[corner[1]] + z[corner[2]] - z[4] : z[corner[0]];
        }
        double east = (z[2] + 2 * z[5] + z[8] - z[0] - 2 * z[3] - z[6]) / (8 * toWorld.getScaleX());
        double south = (z[6] + 2 * z[7] + z[8] - z[0] - 2 * z[1] - z[2]) / (8 * -toWorld.getScaleY());
        return 100 * Math.hypot(east, south);
    }

    /** Metres; not a number where there is none, or none a height on land can have. */
    private double height(double[] heights, Rectangle window, int column, int row) {
        if (!window.contains(column, row)) {
            return Double.NaN;
        }
        double z = heights[(row - window.y) * window.width + column - window.x];
        boolean stated = noData != null && z == noData;
        return stated || z < LOWEST_M || z > HIGHEST_M ? Double.NaN : z;
    }

    @Override
    public void close() {
        coverage.dispose(true);
        reader.dispose();
    }
}

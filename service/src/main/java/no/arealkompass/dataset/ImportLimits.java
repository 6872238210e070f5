package no.arealkompass.dataset;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What one import may cost before it is stopped; decision 0046 has them in one table. All are counted while reading and
 * never believed from a header.
 *
 * @param fileBytes size of the file (bytes)
 * @param memoryBytes address space of the child process (bytes)
 * @param cpu processor time of the child process
 * @param wall time from start to end of the child process
 * @param outputBytes what the child process may send (bytes)
 * @param objectBytes what one object may take in that stream (bytes)
 * @param terrainCells cells of a terrain raster
 * @param issues issues stored per import; the rest is counted
 * @param content what may lie in the file
 */
@Component
record ImportLimits(
        @Value("${areal.import.file-mb:1000}000000") long fileBytes,
        @Value("${areal.import.memory-mb:3000}000000") long memoryBytes,
        @Value("${areal.import.cpu:300s}") Duration cpu,
        @Value("${areal.import.wall:900s}") Duration wall,
        @Value("${areal.import.output-mb:8000}000000") long outputBytes,
        @Value("${areal.import.object-mb:100}000000") int objectBytes,
        @Value("${areal.import.terrain-cells:100000000}") long terrainCells,
        @Value("${areal.import.issues:10000}") int issues,
        @Autowired Content content) {

    @Autowired
    ImportLimits {}

    /** With the usual limits on the content. */
    ImportLimits(
            long fileBytes,
            long memoryBytes,
            Duration cpu,
            Duration wall,
            long outputBytes,
            int objectBytes,
            long terrainCells,
            int issues) {
        this(fileBytes, memoryBytes, cpu, wall, outputBytes, objectBytes, terrainCells, issues, Content.USUAL);
    }

    /**
     * What may lie in a file.
     *
     * @param unpackedBytes of all that an archive holds (bytes)
     * @param ratio unpacked bytes for one packed byte; counts from ten unpacked megabytes on
     * @param entries in an archive, folders among them
     * @param depth of JSON or XML elements within each other
     * @param objectVertices positions in one object
     * @param vertices positions in one layer
     * @param objects in one layer
     * @param fields of one layer
     */
    @Component
    record Content(
            @Value("${areal.import.unpacked-mb:4000}000000") long unpackedBytes,
            @Value("${areal.import.ratio:200}") int ratio,
            @Value("${areal.import.entries:1000}") int entries,
            @Value("${areal.import.depth:64}") int depth,

            @Value("${areal.import.object-vertices:2000000}")
            int objectVertices,

            @Value("${areal.import.vertices:200000000}") long vertices,
            @Value("${areal.import.objects:5000000}") long objects,
            @Value("${areal.import.fields:1000}") int fields) {
        static final Content USUAL =
                new Content(4_000_000_000L, 200, 1000, 64, 2_000_000, 200_000_000, 5_000_000, 1000);
    }
}

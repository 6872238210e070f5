package no.arealkompass.dataset;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What one import may cost before it is stopped.
 *
 * @param fileBytes size of the file (bytes)
 * @param memoryBytes address space of the child process (bytes)
 * @param cpu processor time of the child process
 * @param wall time from start to end of the child process
 * @param outputBytes what the child process may send (bytes)
 * @param objectBytes what one object may take in that stream (bytes)
 * @param terrainCells cells of a terrain raster
 * @param issues issues stored per import; the rest is counted
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
        @Value("${areal.import.issues:10000}") int issues) {}

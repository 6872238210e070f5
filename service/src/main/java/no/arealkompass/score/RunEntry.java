package no.arealkompass.score;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of runs.
 *
 * @param scenario id of the scenario it answers for, whose planned works nobody has adopted; null for what is
 * @param scenarioName what it was called then
 */
public record RunEntry(
        UUID id,
        long number,
        Instant madeAt,
        String strategy,
        String strategyVersion,
        @Nullable String scenario,
        @Nullable String scenarioName) {}

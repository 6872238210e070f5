package no.arealkompass.score;

import java.time.Instant;
import java.util.UUID;

/** A line in the list of runs. */
public record RunEntry(UUID id, long number, Instant madeAt, String strategy, String strategyVersion) {}

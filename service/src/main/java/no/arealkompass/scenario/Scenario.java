package no.arealkompass.scenario;

import java.time.Instant;
import java.util.List;

/**
 * A named choice of planned works. Nothing in it is adopted.
 *
 * @param version from 1; every change is a new one
 * @param works in the order they are applied
 */
public record Scenario(
        String id, int version, String name, String note, List<PlannedWork> works, Instant at, String by) {}

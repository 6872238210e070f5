package no.arealkompass.scenario;

import java.time.Instant;

/**
 * A planned work that is stored.
 *
 * @param work what is stated about it
 * @param at when it was stored, and by which account
 */
public record PlannedWork(long id, WorkDraft work, Instant at, String by) {}

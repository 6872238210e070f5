package no.arealkompass.share;

import java.time.Instant;

/**
 * A minute in which a link was opened by a person.
 *
 * @param minute rounded down
 * @param times how often in that minute
 */
public record Opening(Instant minute, int times) {}

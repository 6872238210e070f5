package no.arealkompass.site;

import java.util.List;

/**
 * What became of a change.
 *
 * @param site the version in use afterwards
 * @param changed false when the site already read so and no version was written
 * @param warnings what should be looked at; nothing of it is blocking
 */
public record Saved(Site site, boolean changed, List<DraftFault> warnings) {}

package no.arealkompass.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a site as far as the caller may see them, newest first.
 *
 * @param total how many there are in all
 */
public record SiteHistory(List<Entry> items, int total) {

    /**
     * One version.
     *
     * @param site the version
     * @param by who made it; null for the public, which reads the role
     * @param changes what differs from the version before it that the caller may see; empty for the first
     */
    public record Entry(Site site, @Nullable String by, List<SiteChange> changes) {}
}

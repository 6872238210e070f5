package no.arealkompass.access;

import java.util.Set;

/**
 * How far a caller sees beyond what is published.
 *
 * @param everything drafts and unpublished plans of every municipality
 * @param internal internal sites of every municipality
 * @param municipalities whose drafts and unpublished plans as well
 * @param sites single sites that were shared with the caller
 */
public record Reach(boolean everything, boolean internal, Set<String> municipalities, Set<String> sites) {
    public Reach {
        municipalities = Set.copyOf(municipalities);
        sites = Set.copyOf(sites);
    }
}

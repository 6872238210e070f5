package no.arealkompass.plancheck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule looked at: a zone, a site, a municipality, or the subject as a whole where none of them is named.
 *
 * @param found the ground that breaks the rule if it is broken; null where there is none to show
 * @param unknown the ground that nothing is known of; null where there is none to show
 * @param datasets dataset_version.id of what was read
 */
record Looked(
        @Nullable CheckedZone zone,
        @Nullable CheckedSite site,
        @Nullable String municipality,
        Observed observed,
        @Nullable Piece found,
        @Nullable Piece unknown,
        List<Long> datasets) {

    static Looked zone(CheckedZone zone, Observed observed, Piece found, Piece unknown, List<Long> datasets) {
        return new Looked(zone, null, zone.municipality(), observed, found, unknown, datasets);
    }

    static Looked site(CheckedSite site, Observed observed, Piece found, Piece unknown, List<Long> datasets) {
        return new Looked(null, site, site.municipality(), observed, found, unknown, datasets);
    }

    static Looked whole(@Nullable String municipality, Observed observed, @Nullable Piece found, List<Long> datasets) {
        return new Looked(null, null, municipality, observed, found, found, datasets);
    }
}

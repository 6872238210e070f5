package no.arealkompass.plancheck;

import java.util.Map;
import no.arealkompass.site.Site;
import no.arealkompass.strategy.SiteKind;
import org.jspecify.annotations.Nullable;

/**
 * A site of the run that is used.
 *
 * @param shares municipality number → share 0..1 of its area
 */
record CheckedSite(Site site, Map<String, Double> shares) {
    /** Share of its area a site must have in a municipality to count there; as the rules over many sites have it. */
    static final double AT_HOME = 0.5;

    long no() {
        return site.versionId();
    }

    SiteKind kind() {
        return SiteKind.valueOf(site.kind().name());
    }

    /** Whether its outline says nothing of its ground. */
    boolean vague() {
        return site.schematic() || !site.areaKnown();
    }

    boolean in(String municipality) {
        return shares.getOrDefault(municipality, 0.0) >= AT_HOME;
    }

    /** The municipality that has most of it; null outside all. */
    @Nullable
    String municipality() {
        return shares.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}

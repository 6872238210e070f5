package no.arealkompass.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question about plans is about: one version of a plan, or all that counts in a municipality or the region.
 *
 * @param id as it was asked for: {@code region}, {@code 3414}, {@code 3414~}, {@code 3414-201803@2}
 * @param withHearing whether plans count in the version that is on hearing
 * @param municipality four digits; null for the region
 * @param versions what counts today, in order of municipality and plan; notes say what is uncertain about each
 * @param missingMunicipalities the municipalities of the subject without any plan here: nothing is known of them
 */
public record Subject(
        String id,
        Kind kind,
        boolean withHearing,
        @Nullable String municipality,
        List<PlanVersion> versions,
        List<String> missingMunicipalities) {
    /** How wide it is. */
    public enum Kind {
        /** One version of one plan. */
        PLAN,
        /** What counts in a municipality. */
        MUNICIPALITY,
        /** What counts in all municipalities of the region. */
        REGION
    }
}

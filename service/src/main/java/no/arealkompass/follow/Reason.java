package no.arealkompass.follow;

import java.time.Instant;
import java.time.LocalDate;
import no.arealkompass.access.Role;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan deviates, as the municipality wrote it; never changed afterwards. A newer one for the same finding takes its
 * place.
 *
 * @param finding id of the finding, the same in every version of the plan
 * @param municipality four digits; null for a finding of the whole region
 * @param plan municipality and plan identification; null for a finding that belongs to no plan
 * @param decision case number or other reference to the decision it follows from
 * @param decidedBy the body that decided, never a person
 * @param said what the finding said when this was written
 * @param published whether everyone could read the finding then
 * @param byRole what the one who wrote it is to the service
 * @param withdrawnAt null while it is not withdrawn
 */
public record Reason(
        long id,
        String strategy,
        String finding,
        @Nullable String municipality,
        @Nullable String plan,
        String text,
        String decision,
        LocalDate decidedOn,
        String decidedBy,
        Text said,
        boolean published,
        Instant at,
        Role byRole,
        @Nullable Instant withdrawnAt) {
    /** Characters the reason may have. */
    public static final int LONGEST = 2000;

    /** Characters the decision and the body may have. */
    public static final int LONGEST_LINE = 200;
}

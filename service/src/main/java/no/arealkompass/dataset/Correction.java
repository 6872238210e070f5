package no.arealkompass.dataset;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality says is wrong in a dataset on its own ground. Inside the area the corrected layer says what the
 * correction says and nothing else. It is never changed; one that does not hold any more is withdrawn.
 *
 * @param municipality four-digit number
 * @param objectClass the class that is there, for {@link Kind#PRESENT} in a dataset with classes; else empty
 * @param reason why the delivered data are wrong
 * @param statedBy the body or role that says so, never a private person
 * @param on when it was found out
 * @param source where that can be read
 * @param at when it was registered
 * @param by account that registered it
 * @param areaM2 square metres
 * @param withdrawn null while it stands
 */
public record Correction(
        long id,
        String dataset,
        String municipality,
        Kind kind,
        String objectClass,
        String reason,
        String statedBy,
        LocalDate on,
        String source,
        Instant at,
        String by,
        double areaM2,
        @Nullable Withdrawal withdrawn) {

    /** What is inside the area. */
    public enum Kind {
        /** No object of this dataset. */
        ABSENT,
        /** The whole area is an object of this dataset. */
        PRESENT
    }

    /** Why, when and by which account it was withdrawn. */
    public record Withdrawal(String reason, Instant at, String by) {}
}

package no.arealkompass.plan;

import org.jspecify.annotations.Nullable;

/** Which code lists a plan is written in. */
public enum Family {
    /** Kommuneplanens arealdel and kommunedelplan (object types Kp…). */
    KOMMUNEPLAN,
    /** Områderegulering and detaljregulering (object types Rp…). */
    REGULERINGSPLAN;

    /** The family of a level; null where a loose area may use either. */
    static @Nullable Family of(Level level) {
        return switch (level) {
            case MUNICIPAL, SUBAREA -> KOMMUNEPLAN;
            case AREA_ZONING, DETAILED -> REGULERINGSPLAN;
            case INPUT -> null;
        };
    }
}

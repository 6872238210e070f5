package no.arealkompass.strategy;

import no.arealkompass.strategy.PlanRule.Subject;
import org.jspecify.annotations.Nullable;

/** The kinds of quantity as they are written, with the forms each belongs in. */
enum QuantitySort {
    ZONED,
    PURPOSES,
    SCORE,
    MEASURED,
    ON_SITES,
    TAKEN,
    NEEDED,
    COUNT,
    KEPT;

    /** The forms of a rule as they are written. */
    enum Form {
        EACH,
        TOTAL,
        PORTFOLIO
    }

    /** Whether it belongs in a rule of this form that looks at this. */
    boolean fits(Form form, @Nullable Subject subject) {
        return switch (this) {
            case ZONED -> form == Form.EACH && subject instanceof PlanRule.Sites;
            case PURPOSES, SCORE, MEASURED, ON_SITES -> form == Form.EACH && subject instanceof PlanRule.Zones;
            case TAKEN, NEEDED -> form == Form.TOTAL;
            case COUNT, KEPT -> form == Form.PORTFOLIO;
        };
    }

    /** Whether the document states a unit and a bound; otherwise they follow from the quantity. */
    boolean hasUnit() {
        return this != KEPT;
    }

    boolean hasBound() {
        return this != KEPT && this != NEEDED;
    }
}

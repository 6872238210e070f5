package no.arealkompass.plancheck;

/** What a rule says of a plan. */
public enum Outcome {
    /** Certainly kept. */
    FOLLOWS,
    /** Certainly broken, whatever the missing values turn out to be. */
    DEVIATES,
    /** It depends on what is not known. Never a pass. */
    UNDECIDED
}

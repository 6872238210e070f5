package no.arealkompass.plan;

/** What a plan version is on a given date, as its status and dates read together say. */
public enum Standing {
    /** Adopted and in force. */
    APPLIES,
    /** Adopted as its sender says, but status and dates do not agree or do not say enough. */
    UNCERTAIN,
    /** An input, a proposal or on hearing. */
    NOT_ADOPTED,
    /** Adopted, but in force from a later date. */
    NOT_YET,
    /** Adopted with utsatt rettsvirkning: it does not apply until a later decision. */
    DEFERRED,
    /** Repealed, replaced, or its time is over. */
    NO_LONGER
}

package no.arealkompass.strategy;

/** How much a {@link PlanRule} weighs; the order is from the gravest. */
public enum Severity {
    /** A plan that breaks it works against what was decided. */
    MUST,
    /** A plan that breaks it should say why. */
    SHOULD,
    /** Worth knowing; decides no verdict. */
    NOTE
}

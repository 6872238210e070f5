package no.arealkompass.plan;

/** What a zone of a plan is. */
public enum ZoneKind {
    /** Arealformål: what the ground is for. Only these are summed. */
    PURPOSE,
    /** Hensynssone: what must be considered there. */
    CONSIDERATION,
    /** Bestemmelsesområde: where a provision applies. */
    PROVISION
}

package no.arealkompass.strategy;

/** What follows when the bound of a {@link Check} is broken. */
public enum Effect {
    /** The site cannot be used for the purpose. */
    EXCLUDE,
    /** Somebody must answer the question; no points are taken. */
    FLAG
}

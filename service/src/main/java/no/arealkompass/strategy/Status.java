package no.arealkompass.strategy;

/** How far the strategy has come in the councils. */
public enum Status {
    DRAFT,
    HEARING,
    ADOPTED
}

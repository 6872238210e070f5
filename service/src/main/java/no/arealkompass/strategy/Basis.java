package no.arealkompass.strategy;

/** How well founded an entry of the strategy is. Shown beside every point the user sees. */
public enum Basis {
    /** Law, regulation or a decision of the councils. */
    RULE,
    /** A number taken from a public source, but not adopted here. */
    VALUE,
    /** The product's own suggestion; nobody has adopted it. */
    PROPOSAL
}

package no.arealkompass.strategy;

/** The groups over which a {@link PortfolioRule} is asked. */
public enum Per {
    REGION,
    MUNICIPALITY
}

package no.arealkompass.strategy;

/** How many sites of a group must fulfil the conditions of a {@link PortfolioRule}. */
public sealed interface Need {

    /**
     * A number of sites.
     *
     * @param count at least this many sites, 1 or more
     */
    record Sites(int count) implements Need {}

    /**
     * A share of the group's sites.
     *
     * @param share at least this share, above 0 and up to 1
     */
    record Share(double share) implements Need {}
}

package no.arealkompass.strategy;

/**
 * What a site must fulfil to count in a {@link PortfolioRule}.
 *
 * @param criterion id of a criterion; it need not have weight in any purpose
 * @param atLeast utility 0..1 that the found value must reach; 0 asks only that the value is known
 */
public record Condition(String criterion, double atLeast) {}

package no.arealkompass.strategy;

import java.util.List;

/**
 * A rule over many sites that evaluates one point of the strategy. Municipal borders count here and only here.
 *
 * @param part id of the point it evaluates; each point has exactly one rule
 * @param kinds the kinds of site that are looked at
 * @param purposes a site counts only when it is not excluded for at least one of these that its kind is ranked for;
 *     empty when exclusion does not matter
 * @param conditions all must be fulfilled by a site that counts
 * @param municipalityShareAtLeast share 0..1 of its area that a site must have in a municipality to count there
 * @param caveat what the reader must know beside the outcome
 */
public record PortfolioRule(
        String id,
        Text name,
        String part,
        Source source,
        Basis basis,
        Per per,
        List<SiteKind> kinds,
        List<String> purposes,
        List<Condition> conditions,
        Need need,
        double municipalityShareAtLeast,
        Text caveat) {
    public PortfolioRule {
        kinds = List.copyOf(kinds);
        purposes = List.copyOf(purposes);
        conditions = List.copyOf(conditions);
    }
}

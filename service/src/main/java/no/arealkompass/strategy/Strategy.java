package no.arealkompass.strategy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a region's strategy. Published once per version and never changed; read by {@link Strategies}, which
 * is what makes sure that all ids in it point at something.
 *
 * @param version the version of this document, not of the decision
 * @param decidedBy who decided; may be empty before adoption
 * @param decidedOn ISO year, year-month or date; may be empty before adoption
 * @param marginPoints points 0..100: two sites whose ranges are closer than this cannot be told apart
 * @param planning what it says of municipal plans; null in documents that say nothing of them
 * @param hash SHA-256 of the document with line endings as LF, lower-case hexadecimal
 */
public record Strategy(
        String id,
        String version,
        Text name,
        Status status,
        String decidedBy,
        String decidedOn,
        String region,
        List<Part> parts,
        List<Check> checks,
        List<Criterion> criteria,
        List<Purpose> purposes,
        List<PortfolioRule> portfolio,
        Trust trust,
        double marginPoints,
        String hash,
        @Nullable Planning planning) {
    public Strategy {
        parts = List.copyOf(parts);
        checks = List.copyOf(checks);
        criteria = List.copyOf(criteria);
        purposes = List.copyOf(purposes);
        portfolio = List.copyOf(portfolio);
    }

    /** A strategy that says nothing of plans. */
    public Strategy(
            String id,
            String version,
            Text name,
            Status status,
            String decidedBy,
            String decidedOn,
            String region,
            List<Part> parts,
            List<Check> checks,
            List<Criterion> criteria,
            List<Purpose> purposes,
            List<PortfolioRule> portfolio,
            Trust trust,
            double marginPoints,
            String hash) {
        this(
                id,
                version,
                name,
                status,
                decidedBy,
                decidedOn,
                region,
                parts,
                checks,
                criteria,
                purposes,
                portfolio,
                trust,
                marginPoints,
                hash,
                null);
    }

    /**
     * The criterion with this id.
     *
     * @throws IllegalArgumentException when the strategy has none
     */
    public Criterion criterion(String id) {
        return criteria.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No criterion " + id + " in strategy " + this.id));
    }

    /**
     * The purpose with this id.
     *
     * @throws IllegalArgumentException when the strategy has none
     */
    public Purpose purpose(String id) {
        return purposes.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No purpose " + id + " in strategy " + this.id));
    }

    /** The checks that concern a purpose, in the document's order. */
    public List<Check> checksOf(Purpose purpose) {
        return checks.stream()
                .filter(check -> check.purposes().contains(purpose.id()))
                .toList();
    }

    /** Every distinct metric of checks and criteria: what must be measured once per site. */
    public Set<Metric> metrics() {
        return Stream.concat(
                        checks.stream().map(Check::metric), criteria.stream().map(Criterion::metric))
                .collect(Collectors.toUnmodifiableSet());
    }
}

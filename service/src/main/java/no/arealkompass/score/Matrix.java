package no.arealkompass.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import no.arealkompass.score.Completeness.Lack;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Purpose.PointRange;
import no.arealkompass.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * What every site of a run is worth on every criterion of a purpose: all that is needed to weigh them anew. Pure; it asks
 * {@link Judge} and {@link Ranking}, so the adopted weights give the very numbers of the run.
 *
 * @param criteria ids, in the purpose's order
 * @param rows the sites, in the run's ranking order
 */
record Matrix(UUID run, Strategy strategy, Purpose purpose, List<String> criteria, List<Row> rows) {
    Matrix {
        criteria = List.copyOf(criteria);
        rows = List.copyOf(rows);
    }

    /**
     * One site.
     *
     * @param excludedBy ids of the broken checks that exclude it; empty when it is scored
     * @param flags how many checks are broken
     * @param notChecked how many checks could not be made
     * @param cells one per criterion, in the order of {@link Matrix#criteria}
     */
    record Row(String site, String name, List<String> excludedBy, int flags, int notChecked, List<Cell> cells) {
        Row {
            excludedBy = List.copyOf(excludedBy);
            cells = List.copyOf(cells);
        }

        Verdict verdict(int[] weights) {
            return excludedBy.isEmpty()
                    ? new Verdict.Scored(
                            Judge.sum(weighed(weights, Cell::uLow)), Judge.sum(weighed(weights, Cell::uHigh)))
                    : new Verdict.Excluded(excludedBy);
        }

        /** What the ranking orders by; only for a scored site. */
        double middle(int[] weights) {
            return verdict(weights) instanceof Verdict.Scored(double low, double high) ? (low + high) / 2 : -1;
        }

        double known(int[] weights) {
            return Judge.sum(weighed(weights, Cell::known)) / 100;
        }

        private double[] weighed(int[] weights, ToDoubleFunction<Cell> of) {
            return IntStream.range(0, weights.length)
                    .mapToDouble(i -> Judge.points(weights[i], of.applyAsDouble(cells.get(i))))
                    .toArray();
        }
    }

    /**
     * A site's worth on one criterion.
     *
     * @param uLow utility 0..1 at worst
     * @param uHigh utility 0..1 at best; equal to {@code uLow} when the value is found
     * @param known 0..1: how far the value is trusted
     * @param amount the number found; NaN where none was
     * @param off how far the number may be off, in its unit: accuracy of the data and of the outline; 0 when it is no length or
     *     not stated
     * @param lack what would settle it; null when the value is found
     */
    record Cell(
            double uLow,
            double uHigh,
            double known,
            double amount,
            double off,
            @Nullable Lack lack) {
        double middle() {
            return (uLow + uHigh) / 2;
        }
    }

    int cells() {
        return criteria.size() * rows.size();
    }

    /** The weights as numbers in the order of {@link #criteria}; a criterion without one has 0. */
    int[] points(Map<String, Integer> weights) {
        return criteria.stream()
                .mapToInt(criterion -> weights.getOrDefault(criterion, 0))
                .toArray();
    }

    /** The sites in the order that some weights give, the excluded ones last. */
    List<Row> ordered(Map<String, Integer> weights) {
        var bySite = new HashMap<String, Row>();
        rows.forEach(row -> bySite.put(row.site(), row));
        return ranking(weights).stream()
                .map(place -> Objects.requireNonNull(bySite.get(place.site())))
                .toList();
    }

    /** The ranking by some weights, with the entries a run's document has. */
    List<RunDocument.Ranked> ranking(Map<String, Integer> weights) {
        int[] points = points(weights);
        var bySite = new HashMap<String, Row>();
        var entries = new ArrayList<Ranking.Entry>();
        for (var row : rows) {
            bySite.put(row.site(), row);
            entries.add(new Ranking.Entry(row.site(), row.name(), row.verdict(points)));
        }
        return Ranking.rank(entries, strategy.marginPoints()).stream()
                .map(place -> ranked(place, Objects.requireNonNull(bySite.get(place.site())), points))
                .toList();
    }

    private RunDocument.Ranked ranked(Ranking.RankedSite place, Row row, int[] points) {
        double known = row.known(points);
        return RunDocument.ranked(place, row.flags(), row.notChecked(), known, Judge.level(strategy.trust(), known));
    }

    /** As it is sent. */
    record Body(UUID run, String purpose, double marginPoints, List<CriterionBody> criteria, List<SiteBody> sites) {}

    /**
     * A criterion and its weight.
     *
     * @param low least whole points the strategy states for the weight; null when it states no range
     * @param high most whole points
     */
    record CriterionBody(
            String id,
            int weight,
            @Nullable Integer low,
            @Nullable Integer high) {}

    /** @param known 0..1 per criterion: how far the value is trusted; weighed, they are the site's confidence */
    record SiteBody(
            String id,
            String name,
            List<String> excludedBy,
            List<Double> uLow,
            List<Double> uHigh,
            List<Double> known) {}

    Body body() {
        return new Body(
                run,
                purpose.id(),
                strategy.marginPoints(),
                purpose.weights().entrySet().stream()
                        .map(weight -> criterion(weight.getKey(), weight.getValue()))
                        .toList(),
                rows.stream()
                        .map(row -> new SiteBody(
                                row.site(),
                                row.name(),
                                row.excludedBy(),
                                row.cells().stream().map(Cell::uLow).toList(),
                                row.cells().stream().map(Cell::uHigh).toList(),
                                row.cells().stream().map(Cell::known).toList()))
                        .toList());
    }

    private CriterionBody criterion(String id, int weight) {
        PointRange range = purpose.ranges().get(id);
        return new CriterionBody(id, weight, range == null ? null : range.low(), range == null ? null : range.high());
    }
}

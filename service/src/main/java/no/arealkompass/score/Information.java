package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.arealkompass.score.Completeness.Lack;
import no.arealkompass.score.Precision.Band;

/**
 * The value of information: which missing survey would most probably change the rank of a site. Everything else stays at
 * the middle of its range, where the ranking has it. As it is sent.
 *
 * @param excluded whether the site is excluded: then nothing that is found out here gives it a rank
 * @param position the site's place now; 0 when it is excluded
 * @param of how many sites have a place
 * @param items the things that could be found out, the one that most probably changes the rank first
 */
record Information(
        UUID run,
        String purpose,
        String site,
        boolean adopted,
        long seed,
        int draws,
        double error95,
        boolean excluded,
        int position,
        int of,
        List<Item> items) {

    /**
     * A fact to be stated, or datasets to be loaded or made better.
     *
     * @param probability that the site gets another place when it is known
     * @param low where that probability lies with 95 % confidence
     * @param expectedChange how many places the site moves on average, unchanged ones counted as 0
     * @param best the best place that was drawn
     * @param worst the worst one
     */
    record Item(
            String kind,
            List<String> ids,
            List<String> criteria,
            double probability,
            double low,
            double high,
            double expectedChange,
            int best,
            int worst) {}

    private static final Comparator<Item> MOST_FIRST = Comparator.comparingDouble(Item::probability)
            .thenComparingDouble(Item::expectedChange)
            .reversed()
            .thenComparing(item -> String.join(",", item.ids()));

    /** @throws NoSuchRun when the site is not ranked for the purpose */
    static Information of(Matrix matrix, Map<String, Integer> weights, String site, long seed, int draws) {
        int[] points = matrix.points(weights);
        var rows = matrix.ordered(weights);
        var row = rows.stream()
                .filter(one -> one.site().equals(site))
                .findFirst()
                .orElseThrow(() -> new NoSuchRun(
                        "score of " + site + " for " + matrix.purpose().id() + " in run " + matrix.run()));
        var scored = rows.stream().filter(one -> one.excludedBy().isEmpty()).toList();
        int position = scored.indexOf(row);
        var items = position < 0 ? List.<Item>of() : new Draws(matrix, points, scored, position, seed, draws).items();
        return new Information(
                matrix.run(),
                matrix.purpose().id(),
                site,
                matrix.purpose().weights().equals(weights),
                seed,
                draws,
                Precision.rounded(Precision.error(draws)),
                position < 0,
                position + 1,
                scored.size(),
                items);
    }

    /** The site among the others, whose points stay. */
    private static final class Draws {
        private final Matrix matrix;
        private final int[] points;
        private final List<Matrix.Row> rows;
        private final int position;
        private final long seed;
        private final int draws;

        Draws(Matrix matrix, int[] points, List<Matrix.Row> rows, int position, long seed, int draws) {
            this.matrix = matrix;
            this.points = points;
            this.rows = rows;
            this.position = position;
            this.seed = seed;
            this.draws = draws;
        }

        List<Item> items() {
            var byLack = new LinkedHashMap<Lack, List<Integer>>();
            var cells = rows.get(position).cells();
            for (int k = 0; k < cells.size(); k++) {
                Lack lack = cells.get(k).lack();
                if (lack != null) {
                    byLack.computeIfAbsent(lack, l -> new ArrayList<>()).add(k);
                }
            }
            double[] middles =
                    rows.stream().mapToDouble(row -> row.middle(points)).toArray();
            return byLack.entrySet().stream()
                    .map(group -> item(group.getKey(), group.getValue(), middles))
                    .sorted(MOST_FIRST)
                    .toList();
        }

        private Item item(Lack lack, List<Integer> criteria, double[] middles) {
            var values = criteria.stream().map(this::value).toList();
            long changed = 0;
            long moved = 0;
            int best = position;
            int worst = position;
            for (int draw = 0; draw < draws; draw++) {
                int place = place(middles[position] + change(values, draw), middles);
                changed += place == position ? 0 : 1;
                moved += Math.abs(place - position);
                best = Math.min(best, place);
                worst = Math.max(worst, place);
            }
            var band = Band.of(changed, draws);
            return new Item(
                    RunDocument.name(lack.kind()),
                    lack.ids(),
                    criteria.stream().map(matrix.criteria()::get).toList(),
                    Precision.rounded((double) changed / draws),
                    band.low(),
                    band.high(),
                    Precision.rounded((double) moved / draws),
                    best + 1,
                    worst + 1);
        }

        /** A missing value: what it may be, the seed it is drawn with, and what the ranking takes it for. */
        private record Value(int points, Doubt doubt, long seed, double middle) {}

        private Value value(int k) {
            var row = rows.get(position);
            String criterion = matrix.criteria().get(k);
            var cell = row.cells().get(k);
            return new Value(
                    points[k],
                    Contest.doubt(matrix, criterion, cell),
                    Contest.seed(seed, row.site(), criterion),
                    cell.middle());
        }

        private static double change(List<Value> values, int draw) {
            double change = 0;
            for (Value one : values) {
                change += one.points() * (one.doubt().at(SplitMix.unit(one.seed(), draw)) - one.middle());
            }
            return change;
        }

        /** From 0. With equal points the others stay where they are, as their names say. */
        private int place(double score, double[] middles) {
            return count(middles, 0, position, score, true)
                    + count(middles, position + 1, middles.length, score, false);
        }

        /** How many of a falling part of the list are above a score, by halving. */
        private static int count(double[] middles, int first, int end, double score, boolean orEqual) {
            int from = first;
            int to = end;
            while (from < to) {
                int half = (from + to) >>> 1;
                if (middles[half] > score || (orEqual && middles[half] == score)) {
                    from = half + 1;
                } else {
                    to = half;
                }
            }
            return from - first;
        }
    }
}

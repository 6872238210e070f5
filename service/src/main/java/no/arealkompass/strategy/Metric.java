package no.arealkompass.strategy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One question about one polygon. A closed set: a question outside it is first tried as a derived layer, and only then
 * becomes a new kind, which the compiler then demands an answer for wherever metrics are measured.
 *
 * <p>Metrics that ask the same are equal and have the same {@link #key()}, so each is measured once per site.
 */
public sealed interface Metric {

    /** The canonical text of the question: equal for equal metrics, different for different ones, same in any locale. */
    String key();

    /** Ids of the datasets the question reads; empty when it reads the site's own facts only. */
    default Set<String> datasets() {
        return switch (this) {
            case Distance m -> Set.of(m.dataset());
            case Overlap m -> Set.of(m.dataset());
            case Sum m -> Set.of(m.dataset());
            case Nearest m -> Set.of(m.dataset());
            case Worst m -> Set.of(m.dataset());
            case Remaining m -> m.cuts().stream().map(Cut::dataset).collect(Collectors.toCollection(TreeSet::new));
            case Own m -> Set.of();
        };
    }

    /** The name that the kind has in a strategy document. */
    default String kind() {
        return switch (this) {
            case Distance m -> "distance";
            case Overlap m -> "overlap";
            case Sum m -> "sum";
            case Nearest m -> "nearest";
            case Worst m -> "worst";
            case Remaining m -> "remaining";
            case Own m -> "own";
        };
    }

    /** What form the answer has. */
    default Answer answer() {
        return switch (this) {
            case Distance m -> Answer.AMOUNT;
            case Overlap m -> Answer.AMOUNT;
            case Sum m -> Answer.AMOUNT;
            case Remaining m -> Answer.AMOUNT;
            case Worst m -> Answer.CATEGORY;
            case Nearest m -> Answer.EITHER;
            case Own m -> Answer.EITHER;
        };
    }

    /** The form of an answer. */
    enum Answer {
        AMOUNT,
        CATEGORY,
        /** Depends on the property or fact read. */
        EITHER
    }

    /**
     * Metres in a straight line from the site's border to the nearest feature; 0 when it touches.
     *
     * @param capM where the search ends, metres, above 0; farther away gives this value
     */
    record Distance(String dataset, Where where, double capM) implements Metric {
        @Override
        public String key() {
            return "distance(" + quote(dataset) + "," + where.key() + "," + capM + ")";
        }
    }

    /** Share 0..1 of the site covered by the union of the features. */
    record Overlap(String dataset, Where where) implements Metric {
        @Override
        public String key() {
            return "overlap(" + quote(dataset) + "," + where.key() + ")";
        }
    }

    /**
     * A number property added up over the features within a distance, or their count.
     *
     * @param property number property to add up; empty counts the features
     * @param withinM metres from the site's border, 0 or more
     */
    record Sum(String dataset, Where where, String property, double withinM) implements Metric {
        @Override
        public String key() {
            return "sum(" + quote(dataset) + "," + where.key() + "," + quote(property) + "," + withinM + ")";
        }
    }

    /**
     * A property of the feature nearest to the site, for instance prepared drive minutes on a road node.
     *
     * @param withinM metres; with nothing nearer the value is not found
     */
    record Nearest(String dataset, Where where, String property, double withinM) implements Metric {
        @Override
        public String key() {
            return "nearest(" + quote(dataset) + "," + where.key() + "," + quote(property) + "," + withinM + ")";
        }
    }

    /**
     * The first class of an ordered list, worst first, that touches the site.
     *
     * @param property the dataset's class property
     * @param order classes, worst first
     * @param otherwise the answer where none of them touches
     */
    record Worst(String dataset, String property, List<String> order, String otherwise) implements Metric {
        public Worst {
            order = List.copyOf(order);
        }

        @Override
        public String key() {
            String classes = order.stream().map(Metric::quote).collect(Collectors.joining(",", "[", "]"));
            return "worst(" + quote(dataset) + "," + quote(property) + "," + classes + "," + quote(otherwise) + ")";
        }
    }

    /**
     * Dekar of the largest connected part of the site left after the cuts.
     *
     * @param cuts what is taken away; their order does not matter and is made canonical
     */
    record Remaining(List<Cut> cuts) implements Metric {
        public Remaining {
            cuts = cuts.stream()
                    .sorted(Comparator.comparing(Cut::key))
                    .distinct()
                    .toList();
        }

        @Override
        public String key() {
            return cuts.stream().map(Cut::key).collect(Collectors.joining(",", "remaining(", ")"));
        }
    }

    /**
     * Features that are taken away from a site, each grown by a buffer.
     *
     * @param bufferM metres, 0 or more; a line or point with 0 takes nothing away
     */
    record Cut(String dataset, Where where, double bufferM) {
        String key() {
            return "cut(" + quote(dataset) + "," + where.key() + "," + bufferM + ")";
        }
    }

    /**
     * A fact stated about the site itself: a number, a class, or {@code "true"}/{@code "false"}.
     *
     * @param fact id of the fact, see {@code gis-data/codes/facts.yaml}
     */
    record Own(String fact) implements Metric {
        @Override
        public String key() {
            return "own(" + quote(fact) + ")";
        }
    }

    /** The text in quotes, with quotes and backslashes inside it escaped: no value can imitate the key's own syntax. */
    static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

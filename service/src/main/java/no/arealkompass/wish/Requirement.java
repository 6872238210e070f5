package no.arealkompass.wish;

import java.util.List;
import java.util.Map;
import no.arealkompass.strategy.Basis;
import no.arealkompass.strategy.Metric;
import no.arealkompass.yaml.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be asked of land: one metric, compared with the number that is wanted.
 *
 * @param unit as in strategies, or {@code years}
 * @param least the smallest number that may be asked for
 * @param most the largest; never beyond where the metric stops looking
 * @param met classes that satisfy a requirement of the form YES; empty for the others
 * @param years what each class stands for where the answer is a class; null where it is a number
 * @param words what names it in a text, in any of the languages; * at the end stands for any ending
 * @param units spellings of units, with the factor to its unit; the empty one is a bare number
 * @param alone whether the unit by itself says that this is meant
 * @param usual what is taken when a text gives no number; null where a number is needed
 * @param lack what a gap is called, with {@code {gap}} for its size
 */
public record Requirement(
        String id,
        Text name,
        Form form,
        String unit,
        double least,
        double most,
        Metric metric,
        List<String> met,
        @Nullable Years years,
        Join join,
        List<String> words,
        Map<String, Double> units,
        boolean alone,
        @Nullable Usual usual,
        Text lack,
        Text note,
        Text settledBy) {

    /** How what is found is compared. */
    public enum Form {
        AT_LEAST,
        AT_MOST,
        YES
    }

    /** What neighbouring sites have together. */
    public enum Join {
        /** The sum of what each has. */
        SUM,
        /** What the poorest of them has: goods and people must reach each part. */
        WORST,
        /** What the best of them has: one part with it is enough. */
        BEST
    }

    /** Years that a class is assumed to stand for. */
    public record Years(Map<String, Double> classes, Basis basis, Text why) {}

    /** A number taken where a text gives none. */
    public record Usual(double value, Basis basis, Text why) {}

    /** The harder of two wishes. */
    double harder(double a, double b) {
        return form == Form.AT_MOST ? Math.min(a, b) : Math.max(a, b);
    }

    /** Whether this is a number that may be asked for. */
    boolean allows(double value) {
        return value >= least && value <= most;
    }
}

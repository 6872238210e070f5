package no.arealkompass.strategy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which features of a dataset count: those whose property is one of the values. There is no other filter.
 *
 * @param property the dataset's class property; empty means all features count
 * @param values the values that count, sorted, so that two filters meaning the same are equal
 */
public record Where(String property, List<String> values) {

    /** Every feature counts. In YAML {@code where: {}}. */
    public static final Where ALL = new Where("", List.of());

    public Where {
        values = values.stream().distinct().sorted().toList();
    }

    /** Whether every feature counts. */
    public boolean isAll() {
        return property.isEmpty();
    }

    String key() {
        return isAll()
                ? "all"
                : Metric.quote(property)
                        + values.stream().map(Metric::quote).collect(Collectors.joining(",", "[", "]"));
    }
}

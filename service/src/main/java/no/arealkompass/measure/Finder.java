package no.arealkompass.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.measure.MetricRepository.Near;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Metric.Cut;
import no.arealkompass.strategy.Metric.Distance;
import no.arealkompass.strategy.Metric.Nearest;
import no.arealkompass.strategy.Metric.Overlap;
import no.arealkompass.strategy.Metric.Own;
import no.arealkompass.strategy.Metric.Remaining;
import no.arealkompass.strategy.Metric.Sum;
import no.arealkompass.strategy.Metric.Worst;
import no.arealkompass.strategy.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what the statements return into answers, one method per metric kind. */
@Component
class Finder {
    private final MetricRepository repository;

    Finder(MetricRepository repository) {
        this.repository = repository;
    }

    /**
     * Asks one metric of all sites.
     *
     * @param layers every dataset the metric reads, by id
     */
    Found find(Metric metric, Map<String, Layers> layers, Collection<Long> sites) {
        return switch (metric) {
            case Distance m -> distance(m, read(layers, m.dataset()), sites);
            case Overlap m -> overlap(m, read(layers, m.dataset()), sites);
            case Sum m -> sum(m, read(layers, m.dataset()), sites);
            case Nearest m -> nearest(m, read(layers, m.dataset()), sites);
            case Worst m -> worst(m, read(layers, m.dataset()), sites);
            case Remaining m -> remaining(m, layers, sites);
            case Own m -> throw new IllegalArgumentException("A site's own facts are in no dataset: " + m.fact());
        };
    }

    private Found distance(Distance m, Layers layers, Collection<Long> sites) {
        var metres = repository.distances(sites, layers.shapes(m.where()), m.capM());
        return Found.of(
                layers,
                sites,
                site -> new Amount(metres.getOrDefault(site, m.capM())),
                site -> metres.getOrDefault(site, m.capM()));
    }

    private Found overlap(Overlap m, Layers layers, Collection<Long> sites) {
        var shares = repository.overlaps(sites, layers.shapes(m.where()));
        var unseen = unseen(layers, sites, shares);
        return Found.within(
                layers, 0, sites, site -> unseen.getOrDefault(site, new Amount(shares.getOrDefault(site, 0.0))));
    }

    private Found sum(Sum m, Layers layers, Collection<Long> sites) {
        var sums = repository.sums(sites, layers.each(m.where()), m.property(), m.withinM());
        return Found.within(layers, m.withinM(), sites, site -> {
            double sum = sums.getOrDefault(site, 0.0);
            return Double.isNaN(sum) ? noValue(m.dataset(), m.property()) : new Amount(sum);
        });
    }

    private Found nearest(Nearest m, Layers layers, Collection<Long> sites) {
        var found = repository.nearest(sites, layers.each(m.where()), m.property(), m.withinM());
        return Found.of(layers, sites, site -> value(m, found.get(site)), site -> {
            Near near = found.get(site);
            return near == null ? m.withinM() : near.metres();
        });
    }

    private static Measurement value(Nearest m, @Nullable Near near) {
        if (near == null) {
            return new NotCovered(
                    Reason.TOO_FAR, Map.of("dataset", m.dataset(), "withinM", String.valueOf(m.withinM())));
        }
        Measurement value = value(near.type(), near.value());
        return value == null ? noValue(m.dataset(), m.property()) : value;
    }

    /** A JSON value as an answer; null where there is none. */
    static @Nullable Measurement value(@Nullable String type, @Nullable String text) {
        if (type == null || text == null) {
            return null;
        }
        return switch (type) {
            case "number" -> new Amount(Double.parseDouble(text));
            case "string", "boolean" -> text.isBlank() ? null : new Category(text);
            default -> null;
        };
    }

    private Found worst(Worst m, Layers layers, Collection<Long> sites) {
        List<Integer> order = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (String type : m.order()) {
            for (Integer layer : layers.shapes(new Where(m.property(), List.of(type)))) {
                order.add(layer);
                classes.add(type);
            }
        }
        var places = repository.worst(sites, order);
        var unseen = unseen(layers, sites, places);
        return Found.within(layers, 0, sites, site -> {
            if (unseen.containsKey(site)) {
                return Objects.requireNonNull(unseen.get(site));
            }
            int place = places.getOrDefault(site, 0.0).intValue();
            return new Category(place == 0 ? m.otherwise() : classes.get(place - 1));
        });
    }

    /**
     * Sites where nothing was found, but where the data would not show an object as large as the site itself: that is
     * not knowing, and must not look like clear ground.
     */
    private Map<Long, Measurement> unseen(Layers layers, Collection<Long> sites, Map<Long, Double> found) {
        if (!layers.coarse()) {
            return Map.of();
        }
        Map<Long, Measurement> unseen = new HashMap<>();
        repository.smallerThan(sites, layers.omitsBelowM2()).forEach((site, areaM2) -> {
            if (found.getOrDefault(site, 0.0) == 0) {
                unseen.put(site, new NotCovered(Reason.TOO_COARSE, tooCoarse(layers, areaM2)));
            }
        });
        return unseen;
    }

    private static Map<String, String> tooCoarse(Layers layers, double siteM2) {
        return Map.of(
                "dataset", layers.dataset(),
                "omitsBelowM2", String.valueOf(Math.round(layers.omitsBelowM2())),
                "siteM2", String.valueOf(Math.round(siteM2)));
    }

    private Found remaining(Remaining m, Map<String, Layers> layers, Collection<Long> sites) {
        List<Integer> cuts = new ArrayList<>();
        List<Double> buffers = new ArrayList<>();
        Map<Long, Map<Long, Double>> reach = new HashMap<>();
        for (Cut cut : m.cuts()) {
            Layers read = read(layers, cut.dataset());
            for (Integer layer : read.shapes(cut.where())) {
                cuts.add(layer);
                buffers.add(cut.bufferM());
            }
            var metres = reach.computeIfAbsent(read.id(), id -> new HashMap<>());
            sites.forEach(site -> metres.merge(site, cut.bufferM(), Math::max));
        }
        Set<Long> unknown = repository.areaUnknown(sites);
        var daa = repository.remaining(sites, cuts, buffers);
        Map<Long, Measurement> answers = new HashMap<>();
        for (Long site : sites) {
            answers.put(
                    site,
                    unknown.contains(site)
                            ? new NotCovered(Reason.NOT_STATED, Map.of("fact", "area"))
                            : new Amount(daa.getOrDefault(site, 0.0)));
        }
        return new Found(m.datasets().stream().map(d -> read(layers, d)).toList(), answers, reach);
    }

    private static NotCovered noValue(String dataset, String property) {
        return new NotCovered(Reason.NO_VALUE, Map.of("dataset", dataset, "property", property));
    }

    private static Layers read(Map<String, Layers> layers, String dataset) {
        return Objects.requireNonNull(layers.get(dataset), dataset);
    }
}

package no.arealkompass.score;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.arealkompass.measure.FactOrigin;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.scenario.WorkDraft;
import no.arealkompass.site.Site;
import no.arealkompass.strategy.Metric;
import org.jspecify.annotations.Nullable;

/** Puts what a scenario assumes of sites in the place of what is stated about them; the site itself is not touched. */
final class AssumedFacts {
    /** Stands where a fact has stated, derived or estimate: it is none of them. */
    static final String BASIS = "scenario";

    private AssumedFacts() {}

    /** @param measured by site version and metric; changed here */
    static void put(List<WorkDraft> facts, List<Site> sites, Map<Long, Map<Metric, Measured>> measured) {
        for (var fact : facts) {
            sites.stream()
                    .filter(site -> site.id().equals(fact.site()))
                    .flatMap(site -> measured.getOrDefault(site.versionId(), Map.of()).entrySet().stream())
                    .filter(entry -> entry.getKey() instanceof Metric.Own own
                            && own.fact().equals(fact.fact()))
                    .forEach(entry -> entry.setValue(measured(fact)));
        }
    }

    private static Measured measured(WorkDraft fact) {
        var origin = new FactOrigin(text(fact.statedBy()), text(fact.on()), BASIS, text(fact.source()));
        return new Measured(value(Objects.requireNonNull(fact.value())), List.of(), origin, false);
    }

    private static Measurement value(Object value) {
        return value instanceof Number number
                ? new Measurement.Amount(number.doubleValue())
                : new Measurement.Category(String.valueOf(value));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

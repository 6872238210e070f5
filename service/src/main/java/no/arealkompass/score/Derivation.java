package no.arealkompass.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Source;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.Text;
import no.arealkompass.strategy.Utility;
import org.jspecify.annotations.Nullable;

/**
 * What a stored score says of the strategy, so that the score can be worked out again from its own text: the curve each
 * value is read on, and the points of the strategy it serves. The recomputation stands in {@code DerivationTest}.
 */
final class Derivation {
    private Derivation() {}

    /** The document the score follows; all of it stands in the run. */
    record StrategyRef(String id, String version, Text name, String status, String decidedOn) {}

    /** A point of the strategy, without the text that was adopted. */
    record PartRef(String id, Text name, Source source) {}

    /**
     * What an answer is worth; one of the two is there.
     *
     * @param kind linear or byClass
     * @param points reference points [x, utility], straight lines between them and flat ends
     * @param classes class → utility
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Curve(
            String kind,
            @Nullable List<List<Double>> points,
            @Nullable Map<String, Double> classes) {}

    static StrategyRef strategy(Strategy s) {
        return new StrategyRef(s.id(), s.version(), s.name(), RunDocument.name(s.status()), s.decidedOn());
    }

    static List<PartRef> parts(Strategy strategy, Criterion criterion) {
        return strategy.parts().stream()
                .filter(part -> criterion.parts().contains(part.id()))
                .map(part -> new PartRef(part.id(), part.name(), part.source()))
                .toList();
    }

    static Curve curve(Utility utility) {
        return switch (utility) {
            case Utility.Linear linear ->
                new Curve(
                        "linear",
                        linear.points().stream().map(p -> List.of(p.x(), p.u())).toList(),
                        null);
            case Utility.ByClass byClass -> new Curve("byClass", null, byClass.utilities());
        };
    }
}

package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.score.Shortfall.Needed;
import no.arealkompass.strategy.Basis;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Metric.Own;
import no.arealkompass.strategy.Source;
import no.arealkompass.strategy.Text;
import no.arealkompass.strategy.Utility;
import no.arealkompass.strategy.Utility.ByClass;
import no.arealkompass.strategy.Utility.Linear;
import no.arealkompass.strategy.Utility.Point;
import org.junit.jupiter.api.Test;

/** The value a condition asks for, in the criterion's own unit. */
class ShortfallTest {
    private static final Measurement UNKNOWN = new NotCovered(Reason.NOT_STATED, Map.of());

    @Test
    void aRisingCurveAsksForAtLeastAndAFallingOneForAtMost() {
        assertThat(needed(curve("daa", 100, 0, 450, 0.6, 1000, 1), 0.6, new Amount(300)))
                .isEqualTo(new Needed("atLeast", 450.0, List.of()));
        assertThat(needed(curve("min", 30, 1, 45, 0.7, 75, 0), 0.35, new Amount(70)))
                .isEqualTo(new Needed("atMost", 60.0, List.of()));
    }

    @Test
    void whatIsCountedIsAskedForInWholes() {
        // 0.66 of three is 1.98: two of the three.
        assertThat(needed(curve("count", 0, 0, 3, 1), 0.66, UNKNOWN)).isEqualTo(new Needed("atLeast", 2.0, List.of()));
        assertThat(needed(curve("count", 0, 1, 4, 0), 0.4, UNKNOWN)).isEqualTo(new Needed("atMost", 2.0, List.of()));
    }

    @Test
    void aLevelOfZeroAsksOnlyThatTheValueIsKnown() {
        assertThat(needed(curve("krPerM2", 100, 1, 600, 0), 0, UNKNOWN)).isEqualTo(Needed.KNOWN);
    }

    @Test
    void aLevelTheCurveNeverReachesIsNeverMet() {
        assertThat(needed(curve("m", 0, 0, 10, 0.5), 0.6, new Amount(10))).isEqualTo(Needed.NEVER);
    }

    @Test
    void aHumpIsReachedFromTheNearestSide() {
        var hump = curve("m", 0, 0, 100, 1, 300, 1, 400, 0);
        assertThat(needed(hump, 0.5, new Amount(10))).isEqualTo(new Needed("atLeast", 50.0, List.of()));
        assertThat(needed(hump, 0.5, new Amount(380))).isEqualTo(new Needed("atMost", 350.0, List.of()));
    }

    @Test
    void classesThatAreGoodEnoughAreNamed() {
        var utilities = new LinkedHashMap<String, Double>();
        utilities.put("regulert", 1.0);
        utilities.put("avsatt", 0.5);
        utilities.put("potensiell", 0.1);
        var plan = criterion("class", new ByClass(utilities));
        assertThat(Shortfall.needed(plan, 0.5, new Category("potensiell")))
                .isEqualTo(new Needed("oneOf", null, List.of("regulert", "avsatt")));
        assertThat(Shortfall.needed(plan, 0.1, UNKNOWN)).isEqualTo(Needed.KNOWN);
    }

    /** The value named is the first that is good enough: there it is met, and just before it is not. */
    @Test
    void theValueNamedIsTheLimitForSeededCurves() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            double[] xu = new double[2 * (2 + random.nextInt(4))];
            double x = 0;
            for (int i = 0; i < xu.length; i += 2) {
                x += 1 + random.nextInt(50);
                xu[i] = x;
                xu[i + 1] = random.nextInt(11) / 10.0;
            }
            var criterion = curve("m", xu);
            double level = (1 + random.nextInt(9)) / 10.0 + 0.05;
            var found = new Amount(random.nextDouble() * x);
            var needed = needed(criterion, level, found);
            if (needed.value() != null) {
                double step = needed.kind().equals("atLeast") ? 1e-6 : -1e-6;
                assertThat(utility(criterion, needed.value() + step))
                        .as("seed %s", seed)
                        .isGreaterThanOrEqualTo(level - 1e-9);
                assertThat(utility(criterion, needed.value() - step))
                        .as("seed %s", seed)
                        .isLessThan(level);
            }
        }
    }

    private static double utility(Criterion criterion, double value) {
        return Judge.utility(
                criterion, Map.of(criterion.metric(), new Measured(new Amount(value), List.of(), null, false)));
    }

    private static Needed needed(Criterion criterion, double atLeast, Measurement found) {
        return Shortfall.needed(criterion, atLeast, found);
    }

    private static Criterion curve(String unit, double... xu) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < xu.length; i += 2) {
            points.add(new Point(xu[i], xu[i + 1]));
        }
        return criterion(unit, new Linear(points));
    }

    private static Criterion criterion(String unit, Utility utility) {
        var text = new Text("nb", "en");
        return new Criterion(
                "c",
                text,
                unit,
                List.of(),
                new Source("d", "p", ""),
                Basis.PROPOSAL,
                text,
                text,
                new Own("f"),
                utility);
    }
}

package no.arealkompass.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
import no.arealkompass.wish.Answer.Match;
import no.arealkompass.wish.Answer.Need;
import no.arealkompass.wish.Answer.Outcome;
import no.arealkompass.wish.Answer.SiteRef;
import no.arealkompass.wish.Answer.Wanted;
import no.arealkompass.wish.Neighbours.Pair;
import org.junit.jupiter.api.Test;

/** What is found against what is wanted, alone and together; pure, over the catalogue as it is shipped. */
class ComparisonTest {
    private static final Catalogue CATALOGUE = TestCatalogue.shipped();
    private static final Map<String, Requirement> BY_ID =
            CATALOGUE.requirements().stream().collect(Collectors.toMap(Requirement::id, Function.identity()));
    private static final Measurement NOBODY_KNOWS = new NotCovered(Reason.NOT_STATED, Map.of("fact", "x"));

    @Test
    void aNumberIsMetOrSaysHowMuchIsMissing() {
        assertThat(need("area:1000", new Amount(1000)).outcome()).isEqualTo(Outcome.MET);
        var short120 = need("area:1000", new Amount(880));
        assertThat(short120.outcome()).isEqualTo(Outcome.GAP);
        assertThat(short120.gap()).isEqualTo(120);
        assertThat(short120.relative()).isCloseTo(0.12, within(1e-12));
        var far = need("driveAirport:45", new Amount(54));
        assertThat(far.gap()).isEqualTo(9);
        assertThat(far.relative()).isCloseTo(0.2, within(1e-12));
        assertThat(need("driveAirport:45", new Amount(45)).outcome()).isEqualTo(Outcome.MET);
        assertThat(need("area:450", new Amount(449.9999)).outcome())
                .as("a hair is no gap")
                .isEqualTo(Outcome.MET);
        assertThat(need("rail:0", new Amount(30)).relative())
                .as("nothing is allowed: by the metre")
                .isEqualTo(30);
    }

    @Test
    void whereTheSearchEndedTheTrueNumberMayBeLarger() {
        assertThat(need("rail:500", new Amount(10_000)).beyond()).isTrue();
        assertThat(need("rail:500", new Amount(9_999)).beyond()).isFalse();
        assertThat(need("driveAirport:45", new Amount(10_000)).beyond()).isFalse();
    }

    @Test
    void whatIsNotKnownIsNeitherMetNorMissing() {
        for (var wish : List.of("area:1000", "driveAirport:45", "siding:1", "zonedWithin:2", "price:300")) {
            var unknown = need(wish, NOBODY_KNOWS);
            assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(unknown.gap()).isNull();
            assertThat(unknown.relative()).isZero();
            assertThat(unknown.missing()).isEqualTo(NOBODY_KNOWS);
        }
        assertThat(need("zonedWithin:2", new Category("fjernplanlagt")).missing())
                .isEqualTo(new NotCovered(Reason.UNKNOWN_CLASS, Map.of("value", "fjernplanlagt")));
    }

    @Test
    void planStatusStandsForYearsThatAreOnlyAssumed() {
        assertThat(need("zonedWithin:0", new Category("regulert")).outcome()).isEqualTo(Outcome.MET);
        assertThat(need("zonedWithin:0", new Category("regulert")).assumed()).isFalse();
        var zoningGoesOn = need("zonedWithin:2", new Category("underRegulering"));
        assertThat(zoningGoesOn.outcome()).isEqualTo(Outcome.MET);
        assertThat(zoningGoesOn.assumed()).isTrue();
        assertThat(zoningGoesOn.category()).isEqualTo("underRegulering");
        var noPlan = need("zonedWithin:2", new Category("potensiell"));
        assertThat(noPlan.outcome()).isEqualTo(Outcome.GAP);
        assertThat(noPlan.gap()).isEqualTo(2);
    }

    @Test
    void yesIsYesOnly() {
        assertThat(need("siding:1", new Category("finnes")).outcome()).isEqualTo(Outcome.MET);
        var planned = need("siding:1", new Category("planlagt"));
        assertThat(planned.outcome()).isEqualTo(Outcome.GAP);
        assertThat(planned.category()).isEqualTo("planlagt");
        assertThat(planned.relative()).isEqualTo(1);
        assertThat(need("electrified:1", new Category("true")).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void neighboursAddUpAreaTakeTheWorstDriveAndTheBestRail() {
        var wish = "area:1000,driveAirport:45,rail:500";
        var a = single("a", wish, new Amount(600), new Amount(40), new Amount(3000));
        var b = single("b", wish, new Amount(450), new Amount(50), new Amount(100));
        var both = comparison(wish).together(List.of(a, b), 300);
        assertThat(both.needs()).extracting(Need::outcome).containsExactly(Outcome.MET, Outcome.GAP, Outcome.MET);
        assertThat(both.needs()).extracting(Need::value).containsExactly(1050.0, 50.0, 100.0);
        assertThat(both.needs().get(1).gap()).isEqualTo(5);
    }

    @Test
    void unknownPartsLeaveTheWholeUnknownUnlessOneKnownDecides() {
        var wish = "area:1000,driveAirport:45,siding:1";
        var unknown = single("a", wish, NOBODY_KNOWS, NOBODY_KNOWS, NOBODY_KNOWS);
        var poor = single("b", wish, new Amount(300), new Amount(60), new Category("ingen"));
        var good = single("c", wish, new Amount(1200), new Amount(30), new Category("finnes"));
        assertThat(comparison(wish).together(List.of(unknown, poor), 1).needs())
                .extracting(Need::outcome)
                .containsExactly(Outcome.UNKNOWN, Outcome.GAP, Outcome.UNKNOWN);
        assertThat(comparison(wish).together(List.of(unknown, good), 1).needs())
                .extracting(Need::outcome)
                .containsExactly(Outcome.MET, Outcome.UNKNOWN, Outcome.MET);
    }

    @Test
    void fewestGapsComeFirstThenTheSmallestThenTheUnknown() {
        var wish = "area:1000,driveAirport:45";
        var matches = List.of(
                single("twoGaps", wish, new Amount(990), new Amount(46)),
                single("largeGap", wish, new Amount(100), new Amount(30)),
                single("unknown", wish, NOBODY_KNOWS, new Amount(30)),
                single("smallGap", wish, new Amount(900), new Amount(30)),
                single("all", wish, new Amount(1000), new Amount(30)));
        assertThat(matches.stream()
                        .sorted(Comparison.ORDER)
                        .map(m -> m.sites().getFirst().id()))
                .containsExactly("all", "unknown", "smallGap", "largeGap", "twoGaps");
    }

    @Test
    void aCombinationIsKeptOnlyWhereItLacksLessThanAllThatIsInIt() {
        var wish = "area:1000";
        var singles = Map.of(
                1L, single("a", wish, new Amount(600)),
                2L, single("b", wish, new Amount(500)),
                3L, single("c", wish, new Amount(300)),
                4L, single("d", wish, new Amount(300)),
                5L, single("far", wish, new Amount(900)),
                6L, single("enough", wish, new Amount(2000)));
        var pairs = List.of(new Pair(1, 2, 200), new Pair(2, 3, 900), new Pair(3, 4, 50), new Pair(5, 6, 10));
        var found = new Neighbours(comparison(wish), singles, pairs).find(3);
        assertThat(found.cut()).isFalse();
        assertThat(found.combinations())
                .extracting(m -> m.sites().stream().map(SiteRef::id).collect(Collectors.joining("+")))
                .as("a+b is enough, so a+b+c is not kept; b+c+d needs all three; the one that has enough needs nobody")
                .containsExactlyInAnyOrder("a+b", "b+c+d");
        assertThat(found.combinations())
                .filteredOn(m -> m.sites().size() == 3)
                .extracting(Match::apartM)
                .containsExactly(900.0);
        assertThat(new Neighbours(comparison(wish), singles, pairs).find(2).combinations())
                .hasSize(1);
    }

    @Test
    void whateverIsMeasuredJoiningNeverInventsAndTheOrderOfSitesDoesNotMatter() {
        var random = new Random(5);
        var wish = "area:1000,power:50,driveAirport:45,rail:500,siding:1,zonedWithin:2";
        for (int round = 0; round < 500; round++) {
            var parts = new ArrayList<Match>();
            for (int i = 0; i < 2 + random.nextInt(2); i++) {
                parts.add(single(
                        "s" + i,
                        wish,
                        some(random, 900),
                        some(random, 40),
                        some(random, 90),
                        some(random, 900),
                        random.nextBoolean() ? NOBODY_KNOWS : new Category(random.nextBoolean() ? "finnes" : "ingen"),
                        random.nextBoolean()
                                ? NOBODY_KNOWS
                                : new Category(random.nextBoolean() ? "avsatt" : "potensiell")));
            }
            var whole = comparison(wish).together(parts, 1);
            var turned = comparison(wish).together(parts.reversed(), 1);
            for (int i = 0; i < whole.needs().size(); i++) {
                int at = i;
                var need = whole.needs().get(i);
                assertThat(turned.needs().get(i).outcome()).isEqualTo(need.outcome());
                assertThat(turned.needs().get(i).value()).isEqualTo(need.value());
                var outcomes =
                        parts.stream().map(p -> p.needs().get(at).outcome()).toList();
                if (outcomes.stream().allMatch(o -> o == Outcome.MET)) {
                    assertThat(need.outcome()).isEqualTo(Outcome.MET);
                }
                if (outcomes.stream().allMatch(o -> o == Outcome.UNKNOWN)) {
                    assertThat(need.outcome()).isEqualTo(Outcome.UNKNOWN);
                }
                if (need.outcome() == Outcome.GAP && at > 1) {
                    assertThat(outcomes).contains(Outcome.GAP);
                }
            }
            assertThat(whole.met() + whole.gaps() + whole.unknown()).isEqualTo(6);
        }
    }

    private static Measurement some(Random random, int most) {
        return random.nextInt(3) == 0 ? NOBODY_KNOWS : new Amount(1 + random.nextInt(most));
    }

    private static Comparison comparison(String wish) {
        return new Comparison(WishForm.read(CATALOGUE, wish), BY_ID);
    }

    private static Need need(String wish, Measurement found) {
        return single("a", wish, found).needs().getFirst();
    }

    private static Match single(String site, String wish, Measurement... found) {
        List<Wanted> wanted = WishForm.read(CATALOGUE, wish);
        Map<String, Measured> measured = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            measured.put(wanted.get(i).id(), new Measured(found[i], List.of(), null, false));
        }
        return comparison(wish).single(new SiteRef(site, site, 1, false), measured);
    }
}

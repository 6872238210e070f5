package no.arealkompass.measure;

import static no.arealkompass.measure.MeasureData.box;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import no.arealkompass.TestDatabase;
import no.arealkompass.measure.MeasureData.Thing;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurement.NotCovered;
import no.arealkompass.measure.Measurement.Reason;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every metric kind on squares whose answers anybody can work out by hand. The site is 100 m by 100 m at the corner. */
class MeasurerTest {
    private static final MeasureData DATA =
            new MeasureData(TestDatabase.create().dataSource());
    private static final long SITE = DATA.site(box(0, 0, 100, 100));

    private static Where types(String... types) {
        return new Where("type", List.of(types));
    }

    private static Measurement found(Metric metric, long version) {
        return DATA.measure(SITE, metric, Map.of("d", version)).found();
    }

    private static double amount(Metric metric, long version) {
        return ((Amount) found(metric, version)).value();
    }

    private static Reason missing(Metric metric, long version) {
        return ((NotCovered) found(metric, version)).reason();
    }

    @Nested
    class DistanceTo {
        private static final long ROADS = DATA.version(
                "d",
                Thing.of("E", "LINESTRING(400 -50,400 150)"),
                Thing.of("F", "LINESTRING(130 -50,130 150)"),
                Thing.of("P", "LINESTRING(50 50,60 60)"));

        @Test
        void isMetresFromTheBorder() {
            assertThat(amount(new Distance("d", types("E"), 1000), ROADS)).isEqualTo(300);
            assertThat(amount(new Distance("d", types("E", "F"), 1000), ROADS)).isEqualTo(30);
        }

        @Test
        void isZeroWhereItTouchesAndOfAnyClassWithoutAFilter() {
            assertThat(amount(new Distance("d", Where.ALL, 1000), ROADS)).isZero();
        }

        @Test
        void endsAtTheCap() {
            assertThat(amount(new Distance("d", types("E"), 250), ROADS)).isEqualTo(250);
            assertThat(amount(new Distance("d", types("not there"), 250), ROADS))
                    .isEqualTo(250);
        }

        @Test
        void isCertainOnlyWhereTheDataReachAsFar() {
            String coverage = box(-200, -200, 500, 500); // 200 m round the site
            long near = DATA.version("d", coverage, 0, Thing.of("E", "POINT(300 50)"));
            assertThat(amount(new Distance("d", Where.ALL, 1000), near)).isEqualTo(200);
            long far = DATA.version("d", coverage, 0, Thing.of("E", "POINT(301 50)"));
            assertThat(missing(new Distance("d", Where.ALL, 1000), far)).isEqualTo(Reason.OUTSIDE_COVERAGE);
            assertThat(amount(new Distance("d", Where.ALL, 200), far)).isEqualTo(200);
            assertThat(missing(new Distance("d", Where.ALL, 200.5), far)).isEqualTo(Reason.OUTSIDE_COVERAGE);
        }
    }

    @Nested
    class OverlapWith {
        private static final long ZONES = DATA.version(
                "d",
                Thing.of("a", box(-10, -10, 60, 120)), // left half
                Thing.of("a", box(20, -10, 30, 120)), // inside it
                Thing.of("b", box(-10, -10, 120, 35)), // lowest quarter
                Thing.of("hole", "POLYGON((-5 -5,105 -5,105 105,-5 105,-5 -5),(0 0,0 50,50 50,50 0,0 0))"),
                Thing.of("beside", box(100, 0, 50, 100)));

        @Test
        void countsEveryPlaceOnce() {
            assertThat(amount(new Overlap("d", types("a")), ZONES)).isCloseTo(0.5, within(1e-12));
            assertThat(amount(new Overlap("d", types("a", "b")), ZONES)).isCloseTo(0.625, within(1e-12));
            assertThat(amount(new Overlap("d", Where.ALL), ZONES)).isCloseTo(1, within(1e-12));
        }

        @Test
        void leavesHolesOutAndDoesNotCountABorder() {
            assertThat(amount(new Overlap("d", types("hole")), ZONES)).isCloseTo(0.75, within(1e-12));
            assertThat(amount(new Overlap("d", types("beside")), ZONES)).isZero();
            assertThat(amount(new Overlap("d", types("nothing")), ZONES)).isZero();
        }

        @Test
        void isUnknownWhereTheDataEndInsideTheSite() {
            long half = DATA.version("d", box(-10, -10, 60, 120), 0, Thing.of("a", box(0, 0, 10, 10)));
            assertThat(missing(new Overlap("d", types("a")), half)).isEqualTo(Reason.OUTSIDE_COVERAGE);
        }

        @Test
        void saysWhenTheVersionLeavesSmallObjectsOut() {
            long coarse = DATA.version("d", box(-10, -10, 200, 200), 500_000, Thing.of("a", box(0, 0, 10, 10)));
            assertThat(DATA.measure(SITE, new Overlap("d", types("a")), Map.of("d", coarse)))
                    .isEqualTo(new Measured(new Amount(0.01), List.of(coarse), null, true));
        }

        @Test
        void nothingFoundIsNoAnswerWhereAnObjectAsLargeAsTheSiteWouldNotShow() {
            long coarse = DATA.version("d", box(-10, -10, 200, 200), 10_000, Thing.of("a", box(150, 0, 10, 10)));
            long finer = DATA.version("d", box(-10, -10, 200, 200), 9_999, Thing.of("a", box(150, 0, 10, 10)));
            assertThat(missing(new Overlap("d", types("a")), coarse)).isEqualTo(Reason.TOO_COARSE);
            assertThat(missing(new Worst("d", "type", List.of("a"), "none"), coarse))
                    .isEqualTo(Reason.TOO_COARSE);
            assertThat(amount(new Overlap("d", types("a")), finer)).isZero();
        }
    }

    @Nested
    class SumWithin {
        private static final long CELLS = DATA.version(
                "d",
                new Thing("x", box(50, 50, 100, 100), Map.of("people", 7)),
                new Thing(
                        "x",
                        "MULTIPOLYGON(((110 0,120 0,120 10,110 0)),((130 0,140 0,140 10,130 0)))",
                        Map.of("people", 5.5)),
                new Thing("y", box(150, 0, 10, 10), Map.of("people", 100)),
                new Thing("z", box(110, 0, 10, 10), Map.of()));

        @Test
        void addsEachFeatureOnce() {
            assertThat(amount(new Sum("d", types("x", "y"), "people", 49), CELLS))
                    .isEqualTo(12.5);
            assertThat(amount(new Sum("d", types("x", "y"), "people", 50), CELLS))
                    .isEqualTo(112.5);
            assertThat(amount(new Sum("d", Where.ALL, "", 49), CELLS)).isEqualTo(3);
            assertThat(amount(new Sum("d", types("y"), "people", 10), CELLS)).isZero();
        }

        @Test
        void isUnknownWhereAFeatureLacksTheNumber() {
            assertThat(missing(new Sum("d", Where.ALL, "people", 49), CELLS)).isEqualTo(Reason.NO_VALUE);
        }

        @Test
        void mustBeCoveredAsFarAsItLooks() {
            long short49 = DATA.version("d", box(-49, -49, 198, 198), 0, Thing.of("x", "POINT(1 1)"));
            assertThat(amount(new Sum("d", Where.ALL, "", 49), short49)).isEqualTo(1);
            assertThat(missing(new Sum("d", Where.ALL, "", 50), short49)).isEqualTo(Reason.OUTSIDE_COVERAGE);
        }
    }

    @Nested
    class NearestOf {
        private static final long NODES = DATA.version(
                "d",
                new Thing("n", "POINT(130 50)", Map.of("min", 12.25, "owner", "kommune", "open", true)),
                new Thing("n", "POINT(140 50)", Map.of("min", 1)),
                new Thing("m", "POINT(50 50)", Map.of("min", 3)),
                new Thing("m", "POINT(60 50)", Map.of("min", 2)),
                new Thing("empty", "POINT(110 50)", Map.of()));

        @Test
        void givesANumberATextOrYesAndNo() {
            assertThat(amount(new Nearest("d", types("n"), "min", 500), NODES)).isEqualTo(12.25);
            assertThat(found(new Nearest("d", types("n"), "owner", 500), NODES)).isEqualTo(new Category("kommune"));
            assertThat(found(new Nearest("d", types("n"), "open", 500), NODES)).isEqualTo(new Category("true"));
        }

        @Test
        void takesTheFirstInTheFileOfEquallyNear() {
            assertThat(amount(new Nearest("d", types("n", "m"), "min", 500), NODES))
                    .isEqualTo(3);
            assertThat(amount(new Nearest("d", Where.ALL, "min", 500), NODES)).isEqualTo(3);
        }

        @Test
        void saysWhyNothingWasFound() {
            assertThat(missing(new Nearest("d", types("n"), "min", 29), NODES)).isEqualTo(Reason.TOO_FAR);
            assertThat(missing(new Nearest("d", types("empty"), "min", 29), NODES))
                    .isEqualTo(Reason.NO_VALUE);
        }
    }

    @Nested
    class WorstClass {
        private static final long HAZARDS = DATA.version(
                "d",
                Thing.of("high", box(100, 0, 50, 100)), // shares a border only
                Thing.of("middle", box(90, 90, 50, 50)),
                Thing.of("low", box(0, 0, 200, 200)),
                Thing.of("line", "LINESTRING(100 -10,100 200)"));

        @Test
        void isTheFirstThatSharesArea() {
            assertThat(found(new Worst("d", "type", List.of("high", "middle", "low"), "none"), HAZARDS))
                    .isEqualTo(new Category("middle"));
            assertThat(found(new Worst("d", "type", List.of("low", "middle"), "none"), HAZARDS))
                    .isEqualTo(new Category("low"));
            assertThat(found(new Worst("d", "type", List.of("line", "low"), "none"), HAZARDS))
                    .isEqualTo(new Category("line"));
        }

        @Test
        void isOtherwiseWhereNoneDoes() {
            assertThat(found(new Worst("d", "type", List.of("high", "unheard of"), "none"), HAZARDS))
                    .isEqualTo(new Category("none"));
        }
    }

    @Nested
    class RemainingArea {
        private static final long CUTS = DATA.version(
                "d",
                Thing.of("road", "LINESTRING(30 -500,30 500)"),
                Thing.of("bog", box(90, -10, 100, 200)),
                Thing.of("corner", box(30, -10, 100, 60)),
                Thing.of("other corner", box(-10, 50, 40, 100)));

        private static double daa(Cut... cuts) {
            return amount(new Remaining(List.of(cuts)), CUTS);
        }

        @Test
        void isTheLargestConnectedPartInDekar() {
            assertThat(daa()).isEqualTo(10);
            assertThat(daa(new Cut("d", types("road"), 5))).isCloseTo(6.5, within(1e-9));
            assertThat(daa(new Cut("d", types("road"), 5), new Cut("d", types("bog"), 0)))
                    .isCloseTo(5.5, within(1e-9));
            assertThat(daa(new Cut("d", types("road"), 0))).isEqualTo(10);
        }

        @Test
        void takesPartsThatMeetInAPointForTwo() {
            assertThat(daa(new Cut("d", types("corner", "other corner"), 0))).isCloseTo(3.5, within(1e-9));
        }

        @Test
        void isUnknownWhereTheSizeOfTheSiteIs() {
            long drawn = DATA.site(box(0, 0, 100, 100), false, "[]");
            assertThat(DATA.measure(drawn, new Remaining(List.of(new Cut("d", Where.ALL, 0))), Map.of("d", CUTS))
                            .found())
                    .isEqualTo(new NotCovered(Reason.NOT_STATED, Map.of("fact", "area")));
        }
    }

    @Nested
    class OwnFact {
        private static final long STATED = DATA.site(box(0, 0, 10, 10), true, """
                [{"fact": "powerMw", "value": 3, "unit": "MW", "statedBy": "old", "on": "2023", "basis": "b", "source": "s"},
                 {"fact": "powerMw", "value": 5.5, "unit": "MW", "statedBy": "grid", "on": "2024-05", "basis": "b", "source": "s"},
                 {"fact": "planStatus", "value": "regulert", "statedBy": "k", "on": "2020", "basis": "b", "source": "s"},
                 {"fact": "rail", "value": true, "statedBy": "k", "on": "2020", "basis": "b", "source": "s"},
                 {"fact": "price", "value": null, "statedBy": "k", "on": "2020", "basis": "b", "source": "s"}]
                """);

        private static Measured own(String fact) {
            return DATA.measure(STATED, new Own(fact), Map.of());
        }

        @Test
        void isTheNewestStatementWithItsOrigin() {
            assertThat(own("powerMw"))
                    .isEqualTo(new Measured(
                            new Amount(5.5), List.of(), new FactOrigin("grid", "2024-05", "b", "s"), false));
            assertThat(own("planStatus").found()).isEqualTo(new Category("regulert"));
            assertThat(own("rail").found()).isEqualTo(new Category("true"));
        }

        @Test
        void isMissingWhereNobodyStatesAValue() {
            assertThat(own("price").found()).isEqualTo(new NotCovered(Reason.NOT_STATED, Map.of("fact", "price")));
            assertThat(own("soil").found()).isEqualTo(new NotCovered(Reason.NOT_STATED, Map.of("fact", "soil")));
        }
    }

    @Test
    void aDatasetWithoutAVersionIsNoData() {
        assertThat(DATA.measure(SITE, new Overlap("d", Where.ALL), Map.of()).found())
                .isEqualTo(new NotCovered(Reason.NO_DATA, Map.of("dataset", "d")));
    }

    @Test
    void aPropertyThatIsNotTheClassHasNoValue() {
        long version = DATA.version("d", Thing.of("a", box(0, 0, 1, 1)));
        assertThat(missing(new Overlap("d", new Where("colour", List.of("a"))), version))
                .isEqualTo(Reason.NO_VALUE);
    }

    @Test
    void anEmptyVersionFindsNothingAndIsCertainOfIt() {
        long empty = DATA.version("d");
        assertThat(amount(new Overlap("d", Where.ALL), empty)).isZero();
        assertThat(amount(new Distance("d", Where.ALL, 500), empty)).isEqualTo(500);
        assertThat(amount(new Sum("d", Where.ALL, "", 500), empty)).isZero();
        assertThat(missing(new Nearest("d", Where.ALL, "min", 500), empty)).isEqualTo(Reason.TOO_FAR);
    }

    @Test
    void measuredTwiceIsReadFromWhatWasStored() {
        long version = DATA.version("d", Thing.of("a", "LINESTRING(100.1 200.3,300.7 120.9)"));
        Metric metric = new Distance("d", types("a"), 777);
        Metric none = new Nearest("d", types("a"), "missing", 777);
        var sites = List.of(SITE, DATA.site(box(7, 0, 100.3, 100)));
        var first = DATA.measure(sites, List.of(metric, none), Map.of("d", version));
        assertThat(DATA.measure(sites, List.of(metric, none), Map.of("d", version)))
                .isEqualTo(first);
        assertThat(DATA.db
                        .sql("select count(*) from measurement where versions_key = :v")
                        .param("v", String.valueOf(version))
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        DATA.db
                .sql("update measurement set body = '{\"amount\": 0.1}' where versions_key = :v")
                .param("v", String.valueOf(version))
                .update();
        assertThat(amount(metric, version)).isEqualTo(0.1);
    }

    @Test
    void municipalitiesShareASiteByArea() {
        long municipalities = DATA.version(
                "kommuner",
                new Thing("", box(-1000, -1000, 1025, 3000), Map.of("kommunenummer", "3401")),
                new Thing("", box(25, -1000, 1000, 3000), Map.of("kommunenummer", "3415")),
                new Thing("", box(-1000, 2000, 3000, 1000), Map.of("kommunenummer", "3416")));
        for (int time = 0; time < 2; time++) {
            var shares = DATA.measurer.shares(List.of(SITE), municipalities).get(SITE);
            assertThat(shares).containsOnlyKeys("3401", "3415");
            assertThat(shares.get("3401")).isCloseTo(0.25, within(1e-12));
            assertThat(shares.get("3415")).isCloseTo(0.75, within(1e-12));
        }
    }
}

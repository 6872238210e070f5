package no.arealkompass.measure;

import static no.arealkompass.measure.MeasureData.box;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.arealkompass.TestDatabase;
import no.arealkompass.measure.DecidingObjects.Deciding;
import no.arealkompass.measure.MeasureData.Thing;
import no.arealkompass.measure.Measurement.Amount;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects behind each metric kind, on squares: what is measured follows from what is shown. The site is 100 m by 100 m. */
class DecidingObjectsTest {
    private static final MeasureData DATA =
            new MeasureData(TestDatabase.create().dataSource());
    private static final DecidingObjects OBJECTS =
            new DecidingObjects(new ObjectRepository(DATA.db), new MetricRepository(DATA.db));
    private static final long SITE = DATA.site(box(500_000, 6_600_000, 100, 100));

    private static long version(Thing... things) {
        return DATA.version("d", box(0, 6_000_000, 1_000_000, 1_000_000), 0, things);
    }

    private static String at(double x, double y, double width, double height) {
        return box(500_000 + x, 6_600_000 + y, width, height);
    }

    private static String line(double x, double y, double toX, double toY) {
        return "LINESTRING(%s %s,%s %s)".formatted(500_000 + x, 6_600_000 + y, 500_000 + toX, 6_600_000 + toY);
    }

    private static Where types(String... types) {
        return new Where("type", List.of(types));
    }

    private static Measurement measured(Metric metric, long version) {
        return DATA.measure(SITE, metric, Map.of("d", version)).found();
    }

    private static double amount(Metric metric, long version) {
        return ((Amount) measured(metric, version)).value();
    }

    private static Deciding ask(Metric metric, long version) {
        return OBJECTS.find(
                DATA.db
                        .sql("select site_id from site_version where id = :id")
                        .param("id", SITE)
                        .query(String.class)
                        .single(),
                1,
                metric,
                measured(metric, version),
                Map.of("d", version));
    }

    /** The properties of the objects in one role. */
    private static List<JsonNode> properties(Deciding found, String role) {
        var properties = new ArrayList<JsonNode>();
        for (String feature : found.features()) {
            var one = JsonMapper.shared().readTree(feature).path("properties");
            if (one.path("role").asString().equals(role)) {
                properties.add(one);
            }
        }
        return properties;
    }

    private static double sum(List<JsonNode> properties, String key) {
        return properties.stream().mapToDouble(one -> one.path(key).asDouble()).sum();
    }

    @Test
    void theNearestFeatureIsAsFarAwayAsWasMeasured() {
        long roads = version(
                Thing.of("E", line(400, -50, 400, 150)),
                new Thing("F", line(130, -50, 130, 150), Map.of("name", "Fv. 24")));
        var metric = new Distance("d", Where.ALL, 1000);
        var found = ask(metric, roads);
        assertThat(found.matched()).isEqualTo(1);
        var nearest = properties(found, "nearest").getFirst();
        assertThat(nearest.path("distanceM").asDouble())
                .isEqualTo(amount(metric, roads))
                .isEqualTo(30);
        assertThat(nearest.path("class").asString()).isEqualTo("F");
        assertThat(nearest.path("dataset").asString()).isEqualTo("d");
        assertThat(nearest.path("properties").path("name").asString()).isEqualTo("Fv. 24");
        assertThat(sum(properties(found, "line"), "distanceM")).isEqualTo(30);
        assertThat(sum(properties(ask(new Distance("d", types("E"), 1000), roads), "nearest"), "distanceM"))
                .isEqualTo(300);
        assertThat(ask(new Distance("d", types("E"), 250), roads).features())
                .as("beyond the cap")
                .isEmpty();
    }

    @Test
    void everythingThatTouchesIsEquallyNearAndNeedsNoLine() {
        long roads = version(
                Thing.of("E", line(-50, 50, 150, 50)),
                Thing.of("E", line(50, -50, 50, 150)),
                Thing.of("E", line(0, 500, 9, 500)));
        var found = ask(new Distance("d", Where.ALL, 1000), roads);
        assertThat(found.matched()).isEqualTo(2);
        assertThat(properties(found, "nearest")).hasSize(2);
        assertThat(properties(found, "line")).isEmpty();
    }

    @Test
    void partsOnTheSiteAddUpToTheShare() {
        long bogs = version(
                Thing.of("myr", at(-50, 0, 80, 100)),
                Thing.of("myr", at(90, 0, 50, 50)),
                Thing.of("skog", at(30, 0, 60, 100)),
                Thing.of("myr", at(100, 0, 50, 50)));
        var metric = new Overlap("d", types("myr"));
        var parts = properties(ask(metric, bogs), "overlap");
        assertThat(parts).as("one only shares a border").hasSize(2);
        assertThat(parts.getFirst().path("areaM2").asDouble()).isCloseTo(3000, within(1e-6));
        assertThat(sum(parts, "share")).isCloseTo(amount(metric, bogs), within(1e-9));
    }

    @Test
    void theClassThatDecidesIsShownAndNoOther() {
        long zones = version(Thing.of("rød", at(90, 90, 50, 50)), Thing.of("gul", at(0, 0, 50, 50)));
        var metric = new Worst("d", "type", List.of("svart", "rød", "gul"), "ingen");
        var parts = properties(ask(metric, zones), "overlap");
        assertThat(parts).hasSize(1);
        assertThat(new Measurement.Category(parts.getFirst().path("class").asString()))
                .isEqualTo(measured(metric, zones));
        assertThat(ask(new Worst("d", "type", List.of("svart"), "ingen"), zones).features())
                .isEmpty();
    }

    @Test
    void whatIsCountedAddsUpToTheSum() {
        long homes = version(
                new Thing("h", "POINT(500110 6600050)", Map.of("people", 4)),
                new Thing("h", "POINT(500150 6600050)", Map.of("people", 3)),
                new Thing("h", "POINT(500250 6600050)", Map.of("people", 100)));
        var people = new Sum("d", Where.ALL, "people", 60);
        assertThat(sum(properties(ask(people, homes), "counted"), "value"))
                .isEqualTo(amount(people, homes))
                .isEqualTo(7);
        var count = new Sum("d", Where.ALL, "", 60);
        assertThat(sum(properties(ask(count, homes), "counted"), "value"))
                .isEqualTo(amount(count, homes))
                .isEqualTo(2);
    }

    @Test
    void noMoreThanTheLimitIsGivenAndTheRestIsCounted() {
        var things = new Thing[DecidingObjects.LIMIT + 5];
        for (int i = 0; i < things.length; i++) {
            things[i] = new Thing("h", "POINT(500050 6600050)", Map.of("people", 1));
        }
        var found = ask(new Sum("d", Where.ALL, "people", 0), version(things));
        assertThat(found.matched()).isEqualTo(DecidingObjects.LIMIT + 5);
        assertThat(found.returned()).isEqualTo(DecidingObjects.LIMIT);
        assertThat(found.features()).hasSize(DecidingObjects.LIMIT);
    }

    @Test
    void theNodeThatIsReadHasTheValue() {
        long nodes = version(
                new Thing("n", "POINT(500130 6600050)", Map.of("oslo", 52.25)),
                new Thing("n", "POINT(500050 6600130)", Map.of("oslo", 99)),
                new Thing("n", "POINT(500900 6600050)", Map.of("oslo", 10)));
        var metric = new Nearest("d", Where.ALL, "oslo", 2000);
        var read = properties(ask(metric, nodes), "read");
        assertThat(read).as("of two equally near the first in the file").hasSize(1);
        assertThat(read.getFirst().path("value").asDouble())
                .isEqualTo(amount(metric, nodes))
                .isEqualTo(52.25);
        assertThat(read.getFirst().path("distanceM").asDouble()).isEqualTo(30);
    }

    @Test
    void whatRemainsAndWhatIsTakenAwayAddUpToTheSite() {
        long version = version(
                Thing.of("veg", line(-5000, 70, 5000, 70)),
                Thing.of("vann", at(0, 0, 20, 60)),
                Thing.of("sti", line(30, 0, 30, 50)));
        var metric = new Remaining(List.of(new Cut("d", types("veg"), 10), new Cut("d", types("vann", "sti"), 0)));
        var found = ask(metric, version);
        var remaining = properties(found, "remaining");
        assertThat(sum(remaining, "areaM2") / 1000).isEqualTo(amount(metric, version));
        assertThat(sum(remaining, "areaM2")).isCloseTo(80 * 60, within(1e-6));
        var cuts = properties(found, "cut");
        assertThat(cuts).as("a line without a buffer takes nothing").hasSize(2);
        assertThat(sum(cuts, "areaM2")).isCloseTo(20 * 100 + 20 * 60, within(1e-6));
        var untouched = new Remaining(List.of(new Cut("d", Where.ALL, 0)));
        long far = version(Thing.of("vann", at(900, 0, 20, 60)));
        assertThat(sum(properties(ask(untouched, far), "remaining"), "areaM2")).isCloseTo(10_000, within(1e-6));
    }

    @Test
    void aFactIsOnNoMap() {
        assertThat(ask(new Own("powerMW"), version()).features()).isEmpty();
    }
}

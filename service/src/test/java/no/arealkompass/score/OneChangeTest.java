package no.arealkompass.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import no.arealkompass.TestDatabase;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.geo.Bbox;
import no.arealkompass.measure.Measured;
import no.arealkompass.measure.Measurement.Amount;
import no.arealkompass.measure.Measurement.Category;
import no.arealkompass.measure.Measurer;
import no.arealkompass.site.Site;
import no.arealkompass.site.Sites;
import no.arealkompass.strategy.Check;
import no.arealkompass.strategy.Condition;
import no.arealkompass.strategy.Criterion;
import no.arealkompass.strategy.Effect;
import no.arealkompass.strategy.Metric;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.SiteKind;
import no.arealkompass.strategy.Strategies;
import no.arealkompass.strategy.Strategy;
import no.arealkompass.strategy.TestStrategies;
import no.arealkompass.strategy.Utility.ByClass;
import no.arealkompass.strategy.Utility.Linear;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Changing one number in a strategy document changes exactly the sites it should. Which those are is told beforehand from
 * what was measured, never from the judge: over the sample's own measurements, and over seeded ones in their place.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OneChangeTest {
    private static final Caller ADMINISTRATOR = Caller.administrator("test");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int SEEDS = 30;

    @Autowired
    Sites sites;

    @Autowired
    Datasets datasets;

    @Autowired
    Measurer measurer;

    private final List<Case> cases = new ArrayList<>();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.create().register(registry);
    }

    /** A strategy as its document and read, and the region's sites as they are measured for it. */
    private record Case(
            JsonNode document, Strategy strategy, List<Site> sites, Map<Long, Map<Metric, Measured>> found) {

        /** The same sites; from the second seed on, about half of what was found is something else. */
        Map<Long, Map<Metric, Measured>> found(long seed) {
            var random = new Random(seed);
            var values = new HashMap<Long, Map<Metric, Measured>>();
            found.forEach((site, answers) -> values.put(site, new HashMap<>(answers)));
            for (var site : sites) {
                for (var criterion : strategy.criteria()) {
                    if (seed > 0 && random.nextBoolean()) {
                        Objects.requireNonNull(values.get(site.versionId()))
                                .put(criterion.metric(), any(criterion, random));
                    }
                }
            }
            return values;
        }

        private static Measured any(Criterion criterion, Random random) {
            var found = switch (criterion.utility()) {
                case Linear linear -> {
                    double from = linear.points().getFirst().x();
                    double to = linear.points().getLast().x();
                    yield new Amount(from + (random.nextDouble() * 1.4 - 0.2) * (to - from));
                }
                case ByClass byClass ->
                    new Category(byClass.classes()
                            .get(random.nextInt(byClass.classes().size())));
            };
            return new Measured(found, List.of(), null, false);
        }
    }

    @BeforeEach
    void measure() throws Exception {
        var inUse = sites.list(ADMINISTRATOR, Bbox.WORLD, Integer.MAX_VALUE, 0);
        var versions = new HashMap<String, Long>();
        datasets.inUse(ADMINISTRATOR).forEach((dataset, version) -> versions.put(dataset, version.id()));
        for (var file : TestStrategies.strategies()) {
            var yaml = TestStrategies.read(file);
            var strategy = Strategies.read(file, yaml);
            var found = measurer.measure(inUse.stream().map(Site::versionId).toList(), strategy.metrics(), versions);
            cases.add(new Case(YAML.readTree(yaml), strategy, inUse, found));
        }
        assertThat(inUse.size()).isGreaterThan(5);
    }

    @Test
    void aBreakpointChangesTheSitesBetweenItsNeighboursAndThoseThatAreUnknown() throws Exception {
        int changed = 0;
        for (var one : cases) {
            for (long seed = 0; seed < SEEDS; seed++) {
                var random = new Random(seed * 31 + 7);
                var document = one.document().deepCopy();
                // A condition of a rule must stay within reach, or the reader refuses the document.
                var asked = one.strategy().portfolio().stream()
                        .flatMap(rule -> rule.conditions().stream())
                        .map(Condition::criterion)
                        .toList();
                var curves = document.path("criteria")
                        .valueStream()
                        .filter(c -> c.path("utility").has("linear")
                                && !asked.contains(c.path("id").asString()))
                        .toList();
                var criterion = curves.get(random.nextInt(curves.size()));
                var points = (ArrayNode) criterion.path("utility").path("linear");
                int at = random.nextInt(points.size());
                double before = points.get(at).get(1).asDouble();
                double after = (Math.round(before * 100) + 20 + random.nextInt(60)) % 101 / 100.0;
                ((ArrayNode) points.get(at)).set(1, DoubleNode.valueOf(after));
                var read = Strategies.read("changed", document.toString());
                var was = one.strategy().criterion(criterion.path("id").asString());
                changed += compare(
                        one,
                        read,
                        seed,
                        (b, a) -> !b.equals(a),
                        (purpose, found) -> purpose.weights().containsKey(was.id())
                                && between(was, read.criterion(was.id()), at, found));
            }
        }
        assertThat(changed).isGreaterThan(100);
    }

    /** Whether the found value lies where moving the point moves the curve. */
    private static boolean between(Criterion was, Criterion is, int at, Map<Metric, Measured> found) {
        var points = ((Linear) was.utility()).points();
        if (Objects.requireNonNull(found.get(was.metric())).found() instanceof Amount(double value)) {
            boolean right = at == 0 || value > points.get(at - 1).x();
            boolean left = at == points.size() - 1 || value < points.get(at + 1).x();
            return left && right;
        }
        return was.utility().min() != is.utility().min()
                || was.utility().max() != is.utility().max();
    }

    @Test
    void pointsMovedBetweenTwoCriteriaChangeTheSitesThatAreNotAsGoodInBoth() throws Exception {
        int changed = 0;
        for (var one : cases) {
            for (long seed = 0; seed < SEEDS; seed++) {
                var random = new Random(seed * 17 + 3);
                var document = one.document().deepCopy();
                var purposes = document.path("purposes");
                var purpose = purposes.get(random.nextInt(purposes.size()));
                var weights = (ObjectNode) purpose.path("weights");
                var ids = new ArrayList<>(weights.propertyNames());
                var heavy = ids.stream()
                        .filter(id -> weights.get(id).isInt() && weights.get(id).asInt() > 1)
                        .toList();
                var from = heavy.get(random.nextInt(heavy.size()));
                var other = ids.stream()
                        .filter(id -> !id.equals(from) && weights.get(id).isInt())
                        .toList();
                var to = other.get(random.nextInt(other.size()));
                int moved = 1 + random.nextInt(weights.get(from).asInt() - 1);
                weights.set(from, IntNode.valueOf(weights.get(from).asInt() - moved));
                weights.set(to, IntNode.valueOf(weights.get(to).asInt() + moved));
                var read = Strategies.read("changed", document.toString());
                var id = purpose.path("id").asString();
                changed += compare(
                        one,
                        read,
                        seed,
                        (before, after) -> !before.verdict().equals(after.verdict()),
                        (asked, found) -> asked.id().equals(id)
                                && !broken(one.strategy(), asked, found)
                                && sum(one.strategy(), asked, read.purpose(id), found, from, to));
            }
        }
        assertThat(changed).isGreaterThan(100);
    }

    /** Whether the two criteria together give other points than before, at the low or at the high end. */
    private static boolean sum(
            Strategy strategy, Purpose was, Purpose is, Map<Metric, Measured> found, String from, String to) {
        long[] difference = new long[2];
        for (var id : List.of(from, to)) {
            double[] worth = worth(strategy.criterion(id), found);
            for (int end = 0; end < 2; end++) {
                difference[end] += Math.round(is.weights().get(id) * worth[end] * 1e6)
                        - Math.round(was.weights().get(id) * worth[end] * 1e6);
            }
        }
        return difference[0] != 0 || difference[1] != 0;
    }

    /** What the found value is worth, worked out here anew: lowest and highest. */
    private static double[] worth(Criterion criterion, Map<Metric, Measured> found) {
        var utility = criterion.utility();
        var value = Objects.requireNonNull(found.get(criterion.metric())).found();
        if (value instanceof Amount(double x) && utility instanceof Linear linear) {
            var points = linear.points();
            if (x <= points.getFirst().x()) {
                return new double[] {points.getFirst().u(), points.getFirst().u()};
            }
            for (int i = 1; i < points.size(); i++) {
                var a = points.get(i - 1);
                var b = points.get(i);
                if (x <= b.x()) {
                    double u = a.u() + (b.u() - a.u()) * ((x - a.x()) / (b.x() - a.x()));
                    return new double[] {u, u};
                }
            }
            return new double[] {points.getLast().u(), points.getLast().u()};
        }
        if (value instanceof Category(String name) && utility instanceof ByClass classes) {
            Double u = classes.utilities().get(name);
            if (u != null) {
                return new double[] {u, u};
            }
        }
        return new double[] {utility.min(), utility.max()};
    }

    private static boolean broken(Strategy strategy, Purpose purpose, Map<Metric, Measured> found) {
        return strategy.checksOf(purpose).stream()
                .filter(check -> check.effect() == Effect.EXCLUDE)
                .anyMatch(check ->
                        Objects.requireNonNull(found.get(check.metric())).found() instanceof Amount(double v)
                                && !check.bound().holds(v));
    }

    @Test
    void aLimitChangesTheSitesBetweenTheOldAndTheNew() throws Exception {
        int changed = 0;
        for (var one : cases) {
            for (long seed = 0; seed < SEEDS; seed++) {
                var random = new Random(seed * 13 + 5);
                var document = one.document().deepCopy();
                var checks = document.path("checks");
                var check = checks.get(random.nextInt(checks.size()));
                var bound = (ObjectNode) check.path("bound");
                var key = bound.propertyNames().iterator().next();
                double before = bound.get(key).asDouble();
                var was = one.strategy().checks().stream()
                        .filter(c -> c.id().equals(check.path("id").asString()))
                        .findFirst()
                        .orElseThrow();
                double after = limit(one, was, seed, random, before);
                bound.set(key, DoubleNode.valueOf(after));
                var read = Strategies.read("changed", document.toString());
                changed += compare(
                        one,
                        read,
                        seed,
                        (b, a) -> !b.equals(a),
                        (purpose, found) -> was.purposes().contains(purpose.id())
                                && passed(was, key.equals("atMost"), before, after, found));
            }
        }
        assertThat(changed).isGreaterThan(20);
    }

    /** Just beside what some site has, so that something is changed; anywhere when nothing is known. */
    private static double limit(Case one, Check check, long seed, Random random, double before) {
        var metric = check.metric();
        double most = check.unit().equals("share") ? 1 : 1e9;
        var known = one.found(seed).values().stream()
                .map(answers -> Objects.requireNonNull(answers.get(metric)).found())
                .filter(Amount.class::isInstance)
                .map(found -> ((Amount) found).value())
                .sorted()
                .toList();
        if (known.isEmpty()) {
            return before + 0.5 > most ? before - 0.5 : before + 0.5;
        }
        double beside = known.get(random.nextInt(known.size())) + (random.nextBoolean() ? 0.001 : -0.001);
        return Math.clamp(beside, 0, most);
    }

    private static boolean passed(
            Check check, boolean atMost, double before, double after, Map<Metric, Measured> found) {
        if (!(Objects.requireNonNull(found.get(check.metric())).found() instanceof Amount(double value))) {
            return false;
        }
        double low = Math.min(before, after);
        double high = Math.max(before, after);
        return atMost ? value > low && value <= high : value >= low && value < high;
    }

    /** Judges all sites for all purposes by both documents, and holds what differs against what should. */
    private static int compare(
            Case one,
            Strategy changed,
            long seed,
            BiPredicate<Judgement, Judgement> differs,
            BiPredicate<Purpose, Map<Metric, Measured>> should) {
        var found = one.found(seed);
        int count = 0;
        for (var purpose : one.strategy().purposes()) {
            for (var site : one.sites()) {
                if (purpose.kinds().contains(SiteKind.valueOf(site.kind().name()))) {
                    var answers = Objects.requireNonNull(found.get(site.versionId()));
                    var before = Judge.judge(one.strategy(), purpose, site.schematic(), answers);
                    var after = Judge.judge(changed, changed.purpose(purpose.id()), site.schematic(), answers);
                    assertThat(differs.test(before, after))
                            .as("%s, seed %s, %s, %s", one.strategy().id(), seed, purpose.id(), site.id())
                            .isEqualTo(should.test(purpose, answers));
                    count += differs.test(before, after) ? 1 : 0;
                }
            }
        }
        return count;
    }
}

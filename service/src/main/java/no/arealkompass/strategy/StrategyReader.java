package no.arealkompass.strategy;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.strategy.Purpose.PointRange;
import no.arealkompass.strategy.References.Kind;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Values.Range;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a whole strategy from its YAML nodes. */
final class StrategyReader {

    private final Faults faults;
    private final Values values;
    private final MetricReader metrics;
    private final References references;
    private final PlanningReader planning;

    StrategyReader(Values values, Faults faults) {
        this.faults = faults;
        this.values = values;
        this.metrics = new MetricReader(values, faults);
        this.references = new References(faults);
        this.planning = new PlanningReader(values, faults, metrics, references, this::source);
    }

    Strategy read(Fields f, String hash) {
        Status status = f.oneOf("status", Status.class);
        List<Criterion> criteria = f.list("criteria", 1, this::criterion);
        Strategy strategy = new Strategy(
                f.id("id"),
                f.id("version"),
                texts(f, "name"),
                status,
                decision(f, "decidedBy", status),
                date(f, decision(f, "decidedOn", status)),
                f.id("region"),
                f.list("parts", 1, this::part),
                f.list("checks", 0, this::check),
                criteria,
                f.list("purposes", 1, this::purpose),
                f.list("portfolio", 0, node -> rule(node, criteria)),
                trust(f.node("trust")),
                f.number("marginPoints", Range.POINTS),
                hash,
                f.has("planning") ? planning.read(f.node("planning")) : null);
        references.compare();
        return strategy;
    }

    private String decision(Fields f, String key, Status status) {
        Node node = f.node(key);
        String text = values.textOrEmpty(node);
        if (node != null && Values.isText(node) && text.isBlank() && status == Status.ADOPTED) {
            Fault.DECISION_MISSING.at(node, faults, key);
        }
        return text;
    }

    private String date(Fields f, String text) {
        Node node = f.node("decidedOn");
        if (node != null && !text.isBlank() && !isPartialDate(text)) {
            Fault.BAD_DATE.at(node, faults, text);
        }
        return text;
    }

    private static boolean isPartialDate(String text) {
        try {
            switch (text.length()) {
                case 4 -> Year.parse(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Trust trust(@Nullable Node node) {
        Fields f = values.fields(node);
        Trust trust = new Trust(
                f.oneOf("basis", Basis.class),
                f.number("coarse", Range.SHARE),
                f.number("schematic", Range.SHARE),
                f.number("mediumFrom", Range.SHARE),
                f.number("highFrom", Range.SHARE));
        f.end();
        if (node != null && trust.mediumFrom() > trust.highFrom()) {
            Fault.LEVELS.at(node, faults, trust.mediumFrom(), trust.highFrom());
        }
        return trust;
    }

    private Part part(Node node) {
        Fields f = values.fields(node);
        Part part = new Part(declare(f, Kind.PART), texts(f, "name"), texts(f, "text"), source(f.node("source")));
        f.end();
        return part;
    }

    private Source source(@Nullable Node node) {
        Fields f = values.fields(node);
        Source source = new Source(f.text("document"), f.text("paragraph"), f.textOrEmpty("url"));
        Node url = f.node("url");
        if (url != null && !source.url().isEmpty() && !source.url().matches("https?://\\S+")) {
            Fault.BAD_URL.at(url, faults, source.url());
        }
        f.end();
        return source;
    }

    private Check check(Node node) {
        Fields f = values.fields(node);
        Check check = new Check(
                declare(f, Kind.CHECK),
                texts(f, "name"),
                f.oneOf("effect", Effect.class),
                uses(f, "purposes", 1, Kind.PURPOSE),
                source(f.node("source")),
                f.oneOf("basis", Basis.class),
                unit(f),
                metrics.metric(f.node("metric")),
                metrics.bounds(f.node("bound")),
                texts(f, "action"));
        f.end();
        metrics.fit(check.metric(), check.bound(), check.unit(), f.node("bound"), f.node("unit"));
        return check;
    }

    private Criterion criterion(Node node) {
        Fields f = values.fields(node);
        Criterion criterion = new Criterion(
                declare(f, Kind.CRITERION),
                texts(f, "name"),
                unit(f),
                uses(f, "parts", 0, Kind.PART),
                source(f.node("source")),
                f.oneOf("basis", Basis.class),
                texts(f, "note"),
                texts(f, "settledBy"),
                metrics.metric(f.node("metric")),
                metrics.utility(f.node("utility")));
        f.end();
        metrics.fit(criterion.metric(), criterion.utility(), criterion.unit(), f.node("utility"), f.node("unit"));
        return criterion;
    }

    private Purpose purpose(Node node) {
        Fields f = values.fields(node);
        Map<String, PointRange> ranges = new LinkedHashMap<>();
        Purpose purpose = new Purpose(
                declare(f, Kind.PURPOSE),
                texts(f, "name"),
                texts(f, "description"),
                kinds(f),
                uses(f, "parts", 0, Kind.PART),
                weights(f.node("weights"), ranges),
                ranges);
        f.end();
        return purpose;
    }

    private Map<String, Integer> weights(@Nullable Node node, Map<String, PointRange> ranges) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        values.entries(node)
                .forEach((key, value) -> weights.put(
                        references.use(Kind.CRITERION, key.getValue(), key), weight(key.getValue(), value, ranges)));
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        boolean allRead = weights.values().stream().allMatch(weight -> weight > 0);
        if (node != null && allRead && sum != 100) {
            Fault.WEIGHTS_SUM.at(node, faults, sum);
        }
        return weights;
    }

    /** Whole points, or {@code {points, low, high}}. */
    private int weight(String criterion, Node node, Map<String, PointRange> ranges) {
        if (!(node instanceof MappingNode)) {
            return values.whole(node, Range.WEIGHT);
        }
        Fields f = values.fields(node);
        int points = f.whole("points", Range.WEIGHT);
        var range = new PointRange(f.whole("low", Range.POINTS), f.whole("high", Range.POINTS));
        boolean complete = f.has("low") && f.has("high") && points > 0;
        f.end();
        if (complete && (range.low() > points || range.high() < points)) {
            Fault.WEIGHT_OUTSIDE_RANGE.at(node, faults, points, range.low(), range.high());
        }
        ranges.put(criterion, range);
        return points;
    }

    private PortfolioRule rule(Node node, List<Criterion> criteria) {
        Fields f = values.fields(node);
        Node part = f.node("part");
        PortfolioRule rule = new PortfolioRule(
                declare(f, Kind.RULE),
                texts(f, "name"),
                part == null ? "" : references.use(Kind.PART, values.id(part), part),
                source(f.node("source")),
                f.oneOf("basis", Basis.class),
                f.oneOf("per", Per.class),
                kinds(f),
                uses(f, "purposes", 0, Kind.PURPOSE),
                f.list("conditions", 1, condition -> condition(condition, criteria)),
                need(f.node("need")),
                f.number("municipalityShareAtLeast", Range.SHARE_ABOVE_ZERO),
                texts(f, "caveat"));
        f.end();
        references.countRule(rule.part());
        return rule;
    }

    private Condition condition(Node node, List<Criterion> criteria) {
        Fields f = values.fields(node);
        Node criterion = f.node("criterion");
        String id = criterion == null ? "" : references.use(Kind.CRITERION, values.id(criterion), criterion);
        Condition condition = new Condition(id, f.number("atLeast", Range.SHARE));
        f.end();
        Node atLeast = f.node("atLeast");
        for (Criterion one : criteria) {
            if (atLeast != null && one.id().equals(id) && !reachable(one.utility(), condition.atLeast())) {
                Fault.UNREACHABLE.at(
                        atLeast, faults, condition.atLeast(), one.utility().max());
            }
        }
        return condition;
    }

    /** A utility without values is a problem already reported. */
    private static boolean reachable(Utility utility, double atLeast) {
        boolean empty = switch (utility) {
            case Utility.Linear linear -> linear.points().isEmpty();
            case Utility.ByClass byClass -> byClass.utilities().isEmpty();
        };
        return empty || utility.max() >= atLeast;
    }

    private Need need(@Nullable Node node) {
        Fields f = values.fields(node);
        Need need = f.has("share")
                ? new Need.Share(f.number("share", Range.SHARE_ABOVE_ZERO))
                : new Need.Sites(f.whole("sites", Range.ONE_OR_MORE));
        f.end();
        return need;
    }

    private static Text texts(Fields f, String key) {
        var texts = f.texts(key);
        return new Text(texts.nb(), texts.en());
    }

    private String declare(Fields f, Kind kind) {
        Node node = f.node("id");
        String id = values.id(node);
        if (node != null) {
            references.declare(kind, id, node);
        }
        return id;
    }

    private List<String> uses(Fields f, String key, int atLeast, Kind kind) {
        return f.distinct(key, atLeast, node -> references.use(kind, values.id(node), node));
    }

    private List<SiteKind> kinds(Fields f) {
        return f.distinct("kinds", 1, node -> values.oneOf(node, SiteKind.class));
    }

    private String unit(Fields f) {
        Node node = f.node("unit");
        String unit = values.text(node);
        if (node != null && !unit.isBlank() && !Units.ALL.contains(unit)) {
            Fault.UNKNOWN_UNIT.at(node, faults, unit, String.join(", ", Units.ALL));
        }
        return unit;
    }
}

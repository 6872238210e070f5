package no.arealkompass.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.strategy.Metric.Answer;
import no.arealkompass.strategy.Metric.Cut;
import no.arealkompass.strategy.Metric.Distance;
import no.arealkompass.strategy.Metric.Nearest;
import no.arealkompass.strategy.Metric.Overlap;
import no.arealkompass.strategy.Metric.Own;
import no.arealkompass.strategy.Metric.Remaining;
import no.arealkompass.strategy.Metric.Sum;
import no.arealkompass.strategy.Metric.Worst;
import no.arealkompass.strategy.Utility.ByClass;
import no.arealkompass.strategy.Utility.Linear;
import no.arealkompass.strategy.Utility.Point;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Values.Range;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads metrics, utilities and bounds, and whether the three fit each other and the unit. */
final class MetricReader {

    /** The metric kinds as they are written in YAML. */
    private enum Kind {
        DISTANCE,
        OVERLAP,
        SUM,
        NEAREST,
        WORST,
        REMAINING,
        OWN
    }

    private final Values values;
    private final Faults faults;

    MetricReader(Values values, Faults faults) {
        this.values = values;
        this.faults = faults;
    }

    Metric metric(@Nullable Node node) {
        Fields f = values.fields(node);
        Node kindNode = f.node("kind");
        Kind kind = values.oneOf(kindNode, Kind.class);
        if (!(kindNode instanceof ScalarNode scalar) || !Values.code(kind).equals(scalar.getValue())) {
            return new Own(""); // without a kind nobody can say which keys belong here
        }
        Metric metric = switch (kind) {
            case DISTANCE -> new Distance(f.id("dataset"), where(f), f.number("capM", Range.ABOVE_ZERO));
            case OVERLAP -> new Overlap(f.id("dataset"), where(f));
            case SUM ->
                new Sum(f.id("dataset"), where(f), f.textOrEmpty("property"), f.number("withinM", Range.ZERO_OR_MORE));
            case NEAREST ->
                new Nearest(f.id("dataset"), where(f), f.text("property"), f.number("withinM", Range.ABOVE_ZERO));
            case WORST ->
                new Worst(
                        f.id("dataset"), f.text("property"), f.distinct("order", 1, values::text), f.text("otherwise"));
            case REMAINING -> new Remaining(f.list("cuts", 1, this::cut));
            case OWN -> new Own(f.id("fact"));
        };
        f.end();
        return metric;
    }

    private Cut cut(Node node) {
        Fields f = values.fields(node);
        Cut cut = new Cut(f.id("dataset"), where(f), f.number("bufferM", Range.ZERO_OR_MORE));
        f.end();
        return cut;
    }

    /** {@code {}} for all, or one property with the values that count. */
    private Where where(Fields f) {
        Node node = f.node("where");
        Where where = Where.ALL;
        for (var entry : values.entries(node).entrySet()) {
            if (!where.isAll()) {
                Fault.SECOND_PROPERTY.at(entry.getKey(), faults, entry.getKey().getValue(), where.property());
            } else {
                where = new Where(values.id(entry.getKey()), values.distinct(entry.getValue(), 1, values::text));
            }
        }
        return where;
    }

    Utility utility(@Nullable Node node) {
        Fields f = values.fields(node);
        Utility utility = f.has("byClass") ? byClass(f.node("byClass")) : linear(f.node("linear"));
        f.end();
        return utility;
    }

    private Linear linear(@Nullable Node node) {
        List<Point> points = new ArrayList<>();
        values.list(node, 2, item -> {
            List<Node> pair = values.list(item, 2, number -> number);
            if (pair.size() == 2) {
                Point point = new Point(values.number(pair.get(0), Range.ANY), values.number(pair.get(1), Range.SHARE));
                if (!points.isEmpty() && point.x() <= points.getLast().x()) {
                    Fault.POINTS_ASCENDING.at(
                            item, faults, point.x(), points.getLast().x());
                }
                points.add(point);
            } else if (pair.size() > 2) {
                Fault.NOT_A_POINT.at(item, faults, pair.size());
            }
            return item;
        });
        return new Linear(points);
    }

    private ByClass byClass(@Nullable Node node) {
        Map<String, Double> utilities = new LinkedHashMap<>();
        values.entries(node).forEach((key, value) -> utilities.put(key.getValue(), values.number(value, Range.SHARE)));
        if (node != null && utilities.isEmpty()) {
            Fault.NO_CLASSES.at(node, faults);
        }
        return new ByClass(utilities);
    }

    Bounds bounds(@Nullable Node node) {
        Fields f = values.fields(node);
        Bounds bounds = f.has("atMost")
                ? new Bounds.AtMost(f.number("atMost", Range.ANY))
                : new Bounds.AtLeast(f.number("atLeast", Range.ANY));
        f.end();
        return bounds;
    }

    /** A bound that may have both ends. */
    Bounds range(Node node) {
        Fields f = values.fields(node);
        boolean least = f.has("atLeast");
        boolean most = f.has("atMost");
        double low = least ? f.number("atLeast", Range.ANY) : 0;
        Bounds bounds = least && !most
                ? new Bounds.AtLeast(low)
                : least
                        ? new Bounds.Between(low, f.number("atMost", Range.ANY))
                        : new Bounds.AtMost(f.number("atMost", Range.ANY));
        f.end();
        return bounds;
    }

    /** Whether a criterion's metric, utility and unit belong together. */
    void fit(Metric metric, Utility utility, String unit, @Nullable Node utilityNode, @Nullable Node unitNode) {
        if (utilityNode == null || unitNode == null) {
            return;
        }
        switch (utility) {
            case Linear linear -> {
                if (metric.answer() == Answer.CATEGORY) {
                    Fault.NEEDS_NUMBER.at(utilityNode, faults);
                }
                linear.points().forEach(point -> shareOnly(unit, point.x(), utilityNode));
                unit(metric, unit, unitNode);
            }
            case ByClass byClass -> {
                if (metric.answer() == Answer.AMOUNT) {
                    Fault.NEEDS_CLASS.at(utilityNode, faults);
                }
                if (!unit.equals(Units.CLASS)) {
                    Fault.UNIT_MISMATCH.at(unitNode, faults, unit, Units.CLASS);
                }
                if (metric instanceof Worst worst && !byClass.utilities().isEmpty()) {
                    everyClass(worst, byClass, utilityNode);
                }
            }
        }
    }

    /** Whether a check's metric, bound and unit belong together. */
    void fit(Metric metric, Bounds bounds, String unit, @Nullable Node boundNode, @Nullable Node unitNode) {
        if (boundNode == null || unitNode == null) {
            return;
        }
        if (metric.answer() == Answer.CATEGORY) {
            Fault.NEEDS_NUMBER.at(boundNode, faults);
        }
        double limit = switch (bounds) {
            case Bounds.AtMost atMost -> atMost.limit();
            case Bounds.AtLeast atLeast -> atLeast.limit();
            case Bounds.Between between -> between.high();
        };
        shareOnly(unit, limit, boundNode);
        unit(metric, unit, unitNode);
    }

    private void everyClass(Worst worst, ByClass byClass, Node at) {
        List<String> possible = new ArrayList<>(worst.order());
        possible.add(worst.otherwise());
        for (String category : possible) {
            if (byClass.of(category).isEmpty()) {
                Fault.CLASS_WITHOUT_UTILITY.at(at, faults, category);
            }
        }
    }

    private void shareOnly(String unit, double number, Node at) {
        if (unit.equals("share") && (number < 0 || number > 1)) {
            Fault.SHARE_AS_PERCENT.at(at, faults, number);
        }
    }

    private void unit(Metric metric, String unit, Node at) {
        String wanted = switch (metric) {
            case Distance d -> "m";
            case Overlap o -> "share";
            case Remaining r -> "daa";
            case Sum s when s.property().isEmpty() -> "count";
            default -> unit;
        };
        if (!Units.ALL.contains(unit)) {
            return; // reported where the unit is read
        }
        if (!unit.equals(wanted)) {
            Fault.UNIT_MISMATCH.at(at, faults, unit, wanted);
        } else if (unit.equals(Units.CLASS)) {
            Fault.UNIT_MISMATCH.at(at, faults, unit, new Text("en enhet for tall", "a unit of numbers"));
        }
    }
}

package no.arealkompass.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import no.arealkompass.strategy.PlanRule.Head;
import no.arealkompass.strategy.PlanRule.Subject;
import no.arealkompass.strategy.References.Kind;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Values.Range;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a strategy says of municipal plans. */
final class PlanningReader {
    private static final Text SITE_RULE = new Text("en regel over områder", "a rule over sites");
    private static final Text OVERLAP_RULE = new Text("en regel som måler overlapp", "a rule that measures an overlap");

    private enum Of {
        ZONES,
        SITES
    }

    private enum Over {
        SUBJECT,
        REGION
    }

    private enum Result {
        DEVIATION,
        MISSING
    }

    /** A rule that another one names. */
    private record Use(String id, Node at, Text wanted, Predicate<PlanRule> fits) {}

    private final Values values;
    private final Faults faults;
    private final MetricReader metrics;
    private final References references;
    private final Function<@Nullable Node, Source> sources;
    private final List<Use> uses = new ArrayList<>();

    PlanningReader(
            Values values,
            Faults faults,
            MetricReader metrics,
            References references,
            Function<@Nullable Node, Source> sources) {
        this.values = values;
        this.faults = faults;
        this.metrics = metrics;
        this.references = references;
        this.sources = sources;
    }

    Planning read(@Nullable Node node) {
        Fields f = values.fields(node);
        Map<String, List<String>> allows = allows(f.node("allows"));
        Planning planning = new Planning(
                codes(f.node("business"), 1),
                codes(f.node("visitor"), 0),
                codes(f.node("occupied"), 0),
                allows,
                f.number("ignoreBelowM2", Range.ZERO_OR_MORE),
                f.number("neighbourM", Range.ZERO_OR_MORE),
                f.list("rules", 1, rule -> rule(rule, allows.size())));
        f.end();
        uses.forEach(use -> planning.rules().stream()
                .filter(rule -> rule.id().equals(use.id) && !use.fits.test(rule))
                .findFirst()
                .ifPresent(rule -> Fault.WRONG_RULE.at(use.at, faults, use.id, use.wanted)));
        return planning;
    }

    private List<String> codes(@Nullable Node node, int atLeast) {
        return values.distinct(node, atLeast, this::code);
    }

    private String code(Node node) {
        String code = values.text(node);
        if (!code.isBlank() && !code.matches("[0-9]{4}|datasenter")) { // the one purpose whose number nobody has found
            Fault.BAD_CODE.at(node, faults, code);
        }
        return code;
    }

    private Map<String, List<String>> allows(@Nullable Node node) {
        Map<String, List<String>> allows = new LinkedHashMap<>();
        values.entries(node)
                .forEach(
                        (key, codes) -> allows.put(references.use(Kind.PURPOSE, key.getValue(), key), codes(codes, 0)));
        return allows;
    }

    private PlanRule rule(Node node, int purposes) {
        Fields f = values.fields(node);
        QuantitySort.Form form = f.oneOf("form", QuantitySort.Form.class);
        Subject subject = form == QuantitySort.Form.PORTFOLIO ? null : subject(f.node("subject"));
        boolean region = form == QuantitySort.Form.TOTAL && f.oneOf("per", Over.class) == Over.REGION;
        Per per = form == QuantitySort.Form.PORTFOLIO ? f.oneOf("per", Per.class) : Per.REGION;
        Fields q = values.fields(f.node("quantity"));
        Node kind = q.node("kind");
        QuantitySort sort = values.oneOf(kind, QuantitySort.class);
        PlanQuantity quantity = quantity(q, sort);
        q.end();
        if (kind != null && f.node("form") != null && !sort.fits(form, subject)) {
            Fault.WRONG_SUBJECT.at(kind, faults, Values.code(sort));
        }
        String unit = sort.hasUnit() ? unit(f.node("unit"), quantity) : "";
        Bounds bound = sort.hasBound() ? bound(f.node("bound"), quantity, purposes) : null;
        Head head = head(f, unit);
        f.end();
        return switch (form) {
            case EACH -> new PlanRule.Each(head, zones(subject), quantity, orNone(bound));
            case TOTAL -> new PlanRule.Total(head, region, ground(subject, f), quantity, bound);
            case PORTFOLIO -> new PlanRule.Portfolio(head, per, quantity, bound);
        };
    }

    /** Stands in for what was missing and is reported. */
    private static Subject zones(@Nullable Subject subject) {
        return subject == null ? new PlanRule.Zones(Planning.Group.BUSINESS, null, 0) : subject;
    }

    private PlanRule.Zones ground(@Nullable Subject subject, Fields f) {
        Node at = f.node("subject");
        if (at != null && !(subject instanceof PlanRule.Zones)) {
            Fault.WRONG_SUBJECT.at(at, faults, "total");
        }
        return subject instanceof PlanRule.Zones zones ? zones : new PlanRule.Zones(Planning.Group.BUSINESS, null, 0);
    }

    private static Bounds orNone(@Nullable Bounds bound) {
        return bound == null ? new Bounds.AtMost(0) : bound;
    }

    private Head head(Fields f, String unit) {
        Node id = f.node("id");
        String name = values.id(id);
        if (id != null) {
            references.declare(Kind.PLAN_RULE, name, id);
        }
        Node part = f.node("part");
        return new Head(
                name,
                texts(f.texts("name")),
                part == null ? "" : references.use(Kind.PART, values.id(part), part),
                sources.apply(f.node("source")),
                f.oneOf("basis", Basis.class),
                f.oneOf("severity", Severity.class),
                f.oneOf("finding", Result.class) == Result.MISSING,
                unit,
                texts(f.texts("guidance")),
                f.list("actions", 1, one -> texts(values.texts(one))));
    }

    private static no.arealkompass.strategy.Text texts(Text text) {
        return new no.arealkompass.strategy.Text(text.nb(), text.en());
    }

    private Subject subject(@Nullable Node node) {
        Fields f = values.fields(node);
        Subject subject = f.oneOf("of", Of.class) == Of.SITES
                ? new PlanRule.Sites(
                        f.distinct("kinds", 1, one -> values.oneOf(one, SiteKind.class)),
                        optional(f, "meets", Kind.RULE),
                        f.has("published") && f.flag("published"))
                : new PlanRule.Zones(
                        f.oneOf("codes", Planning.Group.class),
                        optional(f, "allows", Kind.PURPOSE),
                        f.has("atLeastDaa") ? f.number("atLeastDaa", Range.ABOVE_ZERO) : 0);
        f.end();
        return subject;
    }

    private @Nullable String optional(Fields f, String key, Kind kind) {
        if (!f.has(key)) {
            return null;
        }
        Node node = Objects.requireNonNull(f.node(key));
        return references.use(kind, values.id(node), node);
    }

    private PlanQuantity quantity(Fields q, QuantitySort sort) {
        return switch (sort) {
            case ZONED -> zoned(q);
            case PURPOSES -> new PlanQuantity.Purposes();
            case SCORE -> new PlanQuantity.Score();
            case MEASURED -> new PlanQuantity.Measured(metrics.metric(q.node("metric")));
            case ON_SITES ->
                new PlanQuantity.OnSites(rules(
                        q,
                        SITE_RULE,
                        rule -> rule instanceof PlanRule.Each each && each.subject() instanceof PlanRule.Sites));
            case TAKEN ->
                new PlanQuantity.Taken(rules(
                        q,
                        OVERLAP_RULE,
                        rule -> rule.quantity() instanceof PlanQuantity.Measured(Metric.Overlap overlap)));
            case NEEDED ->
                new PlanQuantity.Needed(q.distinct("densities", 1, values::id), metrics.metric(q.node("builtUp")));
            case COUNT -> count(q);
            case KEPT -> new PlanQuantity.Kept(used(q.node("rule"), Kind.RULE));
        };
    }

    private PlanQuantity.Count count(Fields q) {
        Node node = q.node("sites");
        Subject sites = subject(node);
        if (node != null && !(sites instanceof PlanRule.Sites)) {
            Fault.WRONG_SUBJECT.at(node, faults, "count");
        }
        Fields zoned = values.fields(q.node("zoned"));
        var of = zoned(zoned);
        zoned.end();
        return new PlanQuantity.Count(
                sites instanceof PlanRule.Sites real ? real : new PlanRule.Sites(List.of(), null, false),
                of,
                q.number("shareAtLeast", Range.SHARE_ABOVE_ZERO));
    }

    private PlanQuantity.Zoned zoned(Fields q) {
        if (q.has("purposes")) {
            return new PlanQuantity.Zoned(null, q.distinct("purposes", 1, node -> used(node, Kind.PURPOSE)));
        }
        return new PlanQuantity.Zoned(q.oneOf("codes", Planning.Group.class), List.of());
    }

    private String used(@Nullable Node node, Kind kind) {
        return node == null ? "" : references.use(kind, values.id(node), node);
    }

    private List<String> rules(Fields q, Text wanted, Predicate<PlanRule> fits) {
        return q.distinct("rules", 1, node -> {
            String id = used(node, Kind.PLAN_RULE);
            uses.add(new Use(id, node, wanted, fits));
            return id;
        });
    }

    private String unit(@Nullable Node node, PlanQuantity quantity) {
        String unit = values.text(node);
        String wanted = switch (quantity) {
            case PlanQuantity.Zoned z -> "share";
            case PlanQuantity.Taken t -> "share";
            case PlanQuantity.Purposes p -> "count";
            case PlanQuantity.Count c -> "count";
            case PlanQuantity.Score s -> "points";
            case PlanQuantity.OnSites o -> "daa";
            case PlanQuantity.Needed n -> "daa";
            case PlanQuantity.Measured(Metric.Overlap o) -> "daa";
            case PlanQuantity.Measured(Metric.Distance d) -> "m";
            case PlanQuantity.Measured(Metric other) -> Units.ALL.contains(unit) ? unit : "min";
            case PlanQuantity.Kept k -> "";
        };
        if (node != null && !unit.isBlank() && !unit.equals(wanted)) {
            Fault.UNIT_MISMATCH.at(node, faults, unit, wanted);
        }
        return unit;
    }

    private @Nullable Bounds bound(@Nullable Node node, PlanQuantity quantity, int purposes) {
        if (node == null) {
            return null;
        }
        Bounds bound = metrics.range(node);
        double most = switch (quantity) {
            case PlanQuantity.Zoned z -> 1;
            case PlanQuantity.Taken t -> 1;
            case PlanQuantity.Score s -> 100;
            case PlanQuantity.Purposes p -> purposes;
            default -> Double.POSITIVE_INFINITY;
        };
        boolean reachable = switch (bound) {
            case Bounds.AtMost(double limit) -> limit >= 0;
            case Bounds.AtLeast(double limit) -> limit <= most;
            case Bounds.Between(double low, double high) -> low <= high && high >= 0 && low <= most;
        };
        if (!reachable) {
            Fault.UNREACHABLE_BOUND.at(node, faults, most == Double.POSITIVE_INFINITY ? "∞" : String.valueOf(most));
        }
        return bound;
    }
}

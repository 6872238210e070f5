package no.arealkompass.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.arealkompass.plan.PlanCodes.Code;
import no.arealkompass.plan.PlanCodes.Made;
import no.arealkompass.plan.PlanCodes.ObjectType;
import no.arealkompass.plan.PlanCodes.Source;
import no.arealkompass.plan.PlanCodes.Type;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the code lists as strictly as a strategy is read: every fault with line and column. */
final class PlanCodesReader {
    private static final Source NONE = new Source("", "", "");

    private final Fields root;
    private final Faults faults;
    private final Map<String, Source> sources;

    private PlanCodesReader(Fields root, Faults faults) {
        this.root = root;
        this.faults = faults;
        this.sources = root.map("sources", node -> source(root.values().fields(node)));
    }

    /** One of the two files with a list of codes. */
    static List<Code> codes(String fileName, String yaml) {
        return Yaml.read(fileName, yaml, (root, faults) -> new PlanCodesReader(root, faults).list("codes"));
    }

    /** The file with everything else. */
    static PlanCodes read(String fileName, String yaml, List<Code> purposes, List<Code> considerations) {
        return Yaml.read(fileName, yaml, (root, faults) -> {
            var reader = new PlanCodesReader(root, faults);
            return new PlanCodes(
                    purposes,
                    considerations,
                    reader.list("status"),
                    root.list("types", 1, reader::type),
                    reader.list("useStatus"),
                    reader.list("verticalLevel"),
                    root.list("objects", 1, reader::object));
        });
    }

    private static Source source(Fields f) {
        var source = new Source(f.text("document"), f.text("url"), f.textOrEmpty("note"));
        f.end();
        return source;
    }

    /** A code stands once in each kind of plan. */
    private List<Code> list(String key) {
        Set<String> seen = new HashSet<>();
        return root.list(key, 1, node -> {
            var code = code(node);
            for (var family : code.lists()) {
                if (!seen.add(family + code.code())) {
                    faults.add(
                            node,
                            new Text("«%s» står to ganger i samme liste.", "\"%s\" stands twice in one list.")
                                    .filled(code.code()));
                }
            }
            return code;
        });
    }

    private Code code(Node node) {
        var f = root.values().fields(node);
        var to = f.textOrEmpty("validTo");
        var code = new Code(
                f.id("code"),
                f.texts("name"),
                f.distinct("lists", 1, n -> f.values().oneOf(n, Family.class)),
                date(f, "validFrom", f.textOrEmpty("validFrom")),
                to.equals("?") ? null : date(f, "validTo", to),
                to.equals("?"),
                source(f, "source"));
        f.end();
        if (code.validFrom() != null && code.validTo() != null && code.validTo().isBefore(code.validFrom())) {
            faults.add(node, new Text("Datoene er byttet om.", "The dates are the wrong way round."));
        }
        return code;
    }

    private Type type(Node node) {
        var f = root.values().fields(node);
        var type = new Type(f.text("code"), f.texts("name"), f.oneOf("level", Level.class), source(f, "source"));
        f.end();
        return type;
    }

    private ObjectType object(Node node) {
        var f = root.values().fields(node);
        var object = new ObjectType(
                f.text("type"), f.oneOf("plan", Family.class), f.oneOf("as", Made.class), f.flag("oldAct"));
        f.end();
        return object;
    }

    private Source source(Fields f, String key) {
        var name = f.text(key);
        var found = sources.get(name);
        var node = f.node(key);
        if (found == null && node != null) {
            faults.add(
                    node,
                    new Text("Kilden «%s» mangler i sources.", "There is no source \"%s\" in sources.").filled(name));
        }
        return found == null ? NONE : found;
    }

    private @Nullable LocalDate date(Fields f, String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            var node = f.node(key);
            if (node != null) {
                faults.add(
                        node,
                        new Text(
                                        "«%s» er ingen dato. Skriv den som 2025-07-01.",
                                        "\"%s\" is no date. Write it as 2025-07-01.")
                                .filled(text));
            }
            return null;
        }
    }
}

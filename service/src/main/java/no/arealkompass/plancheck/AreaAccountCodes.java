package no.arealkompass.plancheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Yaml;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What an area account sets against what; {@code gis-data/codes/arealregnskap.yaml}, which says what each word means.
 *
 * @param groups of purposes, in the order they are shown; the first that holds a code has it
 * @param themes what the ground is, in the order they are shown
 */
record AreaAccountCodes(List<Group> groups, List<Theme> themes, Built built) {
    private static final String FILE = "codes/arealregnskap.yaml";
    private static final Pattern SPAN = Pattern.compile("([0-9]{4})-([0-9]{4})");
    private static final Text OTHER = new Text("Uten kjent formål", "Without a known purpose");

    /** Some purposes that are read together; {@code codes} are "1501" or "1300-1399". */
    record Group(String id, Text name, boolean business, boolean development, List<String> codes) {
        boolean holds(String code) {
            return codes.stream().anyMatch(span -> within(span, code));
        }

        private static boolean within(String span, String code) {
            var ends = SPAN.matcher(span);
            return span.equals(code)
                    || (ends.matches()
                            && code.length() == 4
                            && code.compareTo(ends.group(1)) >= 0
                            && code.compareTo(ends.group(2)) <= 0);
        }
    }

    /** What the ground is; {@code complete}: ground without an object is not covered by the data. */
    record Theme(String id, Text name, String dataset, boolean complete, List<LandClass> classes) {}

    /** A class of a theme; {@code values} are classes of the dataset, none = all of them. */
    record LandClass(String id, Text name, List<String> values) {}

    /** By which classes of a theme ground is built on, and which do not say. */
    record Built(String theme, List<String> built, List<String> unknown) {}

    static AreaAccountCodes read(Datasets datasets) {
        try {
            return read(datasets.resource(Caller.PUBLIC, FILE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("gis-data/" + FILE + " cannot be read", e);
        }
    }

    static AreaAccountCodes read(String yaml) {
        return Yaml.read(FILE, yaml, (root, faults) -> {
            Values values = root.values();
            var groups = root.list("groups", 1, node -> group(values, node));
            var themes = root.list("themes", 1, node -> theme(values, node));
            Fields b = root.fields("built");
            var built = new Built(
                    b.id("theme"), b.distinct("built", 1, values::text), b.distinct("unknown", 0, values::text));
            b.end();
            if (themes.stream().noneMatch(theme -> theme.id().equals(built.theme()))) {
                var at = root.node("built");
                if (at != null) {
                    faults.add(
                            at,
                            new Text("«%s» er ikke blant temaene.", "“%s” is not among the themes.")
                                    .filled(built.theme()));
                }
            }
            return new AreaAccountCodes(groups, themes, built);
        });
    }

    /** The group of a code; codes that no group holds are one group. */
    Group group(String code) {
        return groups.stream().filter(group -> group.holds(code)).findFirst().orElseGet(AreaAccountCodes::unknown);
    }

    static Group unknown() {
        return new Group("ukjent", OTHER, false, false, List.of());
    }

    private static Group group(Values values, Node node) {
        Fields f = values.fields(node);
        var group = new Group(
                f.id("id"),
                f.texts("name"),
                f.flag("business"),
                f.flag("development"),
                f.distinct("codes", 1, values::text));
        f.end();
        return group;
    }

    private static Theme theme(Values values, Node node) {
        Fields f = values.fields(node);
        var theme = new Theme(
                f.id("id"),
                f.texts("name"),
                f.id("dataset"),
                f.flag("complete"),
                f.list("classes", 1, one -> type(values, one)));
        f.end();
        return theme;
    }

    private static LandClass type(Values values, Node node) {
        Fields f = values.fields(node);
        var type = new LandClass(f.text("id"), f.texts("name"), f.distinct("values", 0, values::text));
        f.end();
        return type;
    }
}

package no.arealkompass.dataset;

import java.util.Map;
import java.util.function.Function;
import no.arealkompass.dataset.Dataset.MapStyle;
import no.arealkompass.dataset.Source.Coverage;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Values.Range;
import no.arealkompass.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code gis-data/datasets/*.yaml}. */
final class DescriptionReader {
    private final Faults faults;
    private final Values values;

    private DescriptionReader(Fields root, Faults faults) {
        this.faults = faults;
        this.values = root.values();
    }

    /** @throws no.arealkompass.yaml.YamlFaults with every problem of the document */
    static Dataset read(String fileName, String yaml) {
        return Yaml.read(fileName, yaml, (root, faults) -> new DescriptionReader(root, faults).dataset(root));
    }

    private Dataset dataset(Fields f) {
        DatasetRole role = f.oneOf("role", DatasetRole.class);
        Map<String, Property> properties = f.map("properties", this::property);
        Dataset dataset = new Dataset(
                f.id("id"),
                f.texts("name"),
                role,
                f.oneOf("geometry", GeometryKind.class),
                f.textOrEmpty("classProperty"),
                properties,
                mapStyle(f.fields("map")),
                derive(f),
                f.distinct("sources", 0, node -> source(node, properties)));
        Node named = f.node("classProperty");
        if (named != null && !dataset.classProperty().isEmpty() && !properties.containsKey(dataset.classProperty())) {
            faults.add(named, unknownProperty(dataset.classProperty()));
        }
        Node derive = f.node("derive");
        if (derive != null && (role == DatasetRole.DERIVED) != (dataset.derive() != null)) {
            faults.add(
                    derive,
                    new Text(
                            "«derive» hører sammen med role: derived. Fyll ut den ene eller endre den andre.",
                            "“derive” belongs with role: derived. Fill in the one or change the other."));
        }
        return dataset;
    }

    private Property property(Node node) {
        Fields f = values.fields(node);
        Property property = new Property(f.oneOf("type", Property.Type.class), f.flag("required"), f.texts("name"));
        f.end();
        return property;
    }

    private static MapStyle mapStyle(Fields f) {
        MapStyle style = new MapStyle(f.flag("layer"), f.flag("shownFirst"), f.id("style"));
        f.end();
        return style;
    }

    private @Nullable Derivation derive(Fields root) {
        if (root.isNull("derive")) {
            return null;
        }
        Fields f = root.fields("derive");
        Derivation derivation = switch (f.oneOf("kind", DeriveKind.class)) {
            case ROAD_TRAVEL -> new RoadTravel(roads(f), f.texts("note"));
            case PEOPLE_WITHIN ->
                new PeopleWithin(
                        roads(f),
                        f.id("people"),
                        f.id("count"),
                        f.number("minutes", Range.ABOVE_ZERO),
                        f.number("toleranceM", Range.ABOVE_ZERO),
                        f.id("complete"),
                        f.id("atLeast"),
                        f.texts("note"));
        };
        f.end();
        return derivation;
    }

    private RoadRules roads(Fields f) {
        return new RoadRules(
                f.id("from"),
                f.number("splitM", Range.ABOVE_ZERO),
                f.number("joinM", Range.ABOVE_ZERO),
                f.map("speedsKmh", node -> values.number(node, Range.ABOVE_ZERO)),
                f.number("maxKmh", Range.ABOVE_ZERO),
                restriction(f),
                f.id("basis"));
    }

    private RoadRules.@Nullable Restriction restriction(Fields derive) {
        if (derive.isNull("restriction")) {
            return null;
        }
        Fields f = derive.fields("restriction");
        RoadRules.Restriction restriction =
                new RoadRules.Restriction(f.id("property"), f.distinct("allowed", 1, values::text));
        f.end();
        return restriction;
    }

    private Source source(Node node, Map<String, Property> properties) {
        Fields f = values.fields(node);
        Source source = new Source(
                f.id("id"),
                f.texts("name"),
                f.text("publisher"),
                f.text("licence"),
                f.textOrEmpty("licenceUrl"),
                f.text("attribution"),
                f.textOrEmpty("asOf"),
                f.flag("sample"),
                f.flag("available"),
                emptyTexts(f.fields("howToGet")),
                f.text("crs"),
                f.textOrEmpty("geonorge"),
                f.textOrEmpty("url"),
                f.whole("scale", Range.ZERO_OR_MORE),
                f.number("omitsBelowM2", Range.ZERO_OR_MORE),
                f.number("accuracyM", Range.ZERO_OR_MORE),
                coverage(f.fields("coverage")),
                f.textOrEmpty("file"),
                f.textOrEmpty("layer"),
                names(f.node("objectId"), values::textOrEmpty),
                f.map("mapping", this::field),
                slope(f),
                supply(f.fields("supply")));
        f.end();
        checkMapping(f.node("mapping"), source, properties);
        return source;
    }

    private void checkMapping(@Nullable Node at, Source source, Map<String, Property> properties) {
        if (at == null) {
            return;
        }
        for (String ours : source.mapping().keySet()) {
            if (!properties.containsKey(ours)) {
                faults.add(at, unknownProperty(ours));
            }
        }
        // Whoever takes every field as it stands looks after what is in them too.
        boolean whole = source.mapping().values().stream().anyMatch(Source.Field::all);
        properties.forEach((ours, property) -> {
            if (source.available()
                    && !whole
                    && source.slope() == null
                    && property.required()
                    && !source.mapping().containsKey(ours)) {
                faults.add(
                        at,
                        new Text(
                                "Egenskapen «" + ours + "» er påkrevd. Legg den til i mapping.",
                                "The property “" + ours + "” is required. Add it to mapping."));
            }
        });
    }

    private static Text unknownProperty(String name) {
        return new Text(
                "Det er ingen egenskap «" + name + "». Rett navnet eller legg den til under properties.",
                "There is no property “" + name + "”. Correct the name or add it under properties.");
    }

    private static Text emptyTexts(Fields f) {
        Text text = new Text(f.textOrEmpty("nb"), f.textOrEmpty("en"));
        f.end();
        return text;
    }

    private static Coverage coverage(Fields f) {
        Coverage coverage = new Coverage(f.oneOf("kind", Coverage.Kind.class), f.number("bufferM", Range.ZERO_OR_MORE));
        f.end();
        return coverage;
    }

    private static @Nullable Slope slope(Fields source) {
        if (source.isNull("slope")) {
            return null;
        }
        Fields f = source.fields("slope");
        Slope slope = new Slope(f.number("limitPercent", Range.ABOVE_ZERO), f.id("below"), f.id("above"));
        f.end();
        return slope;
    }

    private Supply supply(Fields f) {
        Supply supply = new Supply(
                f.oneOf("terms", Supply.Terms.class),
                f.texts("updates"),
                suitability(f.fields("suitability")),
                f.flag("schemaSeen"),
                download(f));
        f.end();
        return supply;
    }

    private static Supply.Suitability suitability(Fields f) {
        Supply.Suitability suitability = new Supply.Suitability(
                f.textOrEmpty("kommuneplan"), f.textOrEmpty("reguleringsplan"), f.textOrEmpty("source"));
        f.end();
        return suitability;
    }

    private Supply.@Nullable Download download(Fields supply) {
        if (supply.isNull("download")) {
            return null;
        }
        Fields f = supply.fields("download");
        Supply.Download download = new Supply.Download(
                f.text("address"),
                f.oneOf("per", Supply.Download.Per.class),
                f.textOrEmpty("member"),
                f.distinct("hosts", 1, values::text),
                f.whole("maxMb", Range.ABOVE_ZERO),
                f.textOrEmpty("sha256"),
                f.textOrEmpty("checksumSuffix"),
                f.flag("addressSeen"));
        f.end();
        checkDownload(supply.node("download"), download);
        return download;
    }

    private void checkDownload(@Nullable Node at, Supply.Download download) {
        if (at != null && !download.address().matches("https?://[^\\s/]+/\\S*")) {
            faults.add(
                    at,
                    new Text(
                            "«address» skal være en hel nettadresse, som https://vert/sti.",
                            "“address” must be a whole web address, such as https://host/path."));
        }
        if (at != null && !download.sha256().matches("([0-9a-f]{64})?")) {
            faults.add(
                    at,
                    new Text(
                            "«sha256» skal være 64 tegn 0–9 a–f, eller tom.",
                            "“sha256” must be 64 characters 0–9 a–f, or empty."));
        }
    }

    private Source.Field field(Node node) {
        Fields f = values.fields(node);
        Source.Field field =
                new Source.Field(names(f.node("from"), values::text), f.isNull("missing") ? null : f.text("missing"));
        f.end();
        return field;
    }

    /** One name, or a list of names that senders use for the same. */
    private String names(@Nullable Node node, Function<@Nullable Node, String> one) {
        return node instanceof SequenceNode
                ? FieldNames.anyOf(values.distinct(node, 1, values::text))
                : one.apply(node);
    }

    /** The ways a dataset can be derived. */
    private enum DeriveKind {
        ROAD_TRAVEL,
        PEOPLE_WITHIN
    }
}

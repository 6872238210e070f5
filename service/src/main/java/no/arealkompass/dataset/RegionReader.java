package no.arealkompass.dataset;

import java.util.Collections;
import java.util.List;
import no.arealkompass.dataset.Region.Box;
import no.arealkompass.dataset.Region.Destination;
import no.arealkompass.dataset.Region.Junction;
import no.arealkompass.dataset.Region.MainRoad;
import no.arealkompass.dataset.Region.Municipality;
import no.arealkompass.dataset.Region.Sample;
import no.arealkompass.yaml.Faults;
import no.arealkompass.yaml.Fields;
import no.arealkompass.yaml.Text;
import no.arealkompass.yaml.Values;
import no.arealkompass.yaml.Values.Range;
import no.arealkompass.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code gis-data/regions/<id>.yaml}. */
final class RegionReader {
    private final Faults faults;
    private final Values values;

    private RegionReader(Fields root, Faults faults) {
        this.faults = faults;
        this.values = root.values();
    }

    /** @throws no.arealkompass.yaml.YamlFaults with every problem of the document */
    static Region read(String fileName, String yaml) {
        return Yaml.read(fileName, yaml, (root, faults) -> new RegionReader(root, faults).region(root));
    }

    private Region region(Fields f) {
        return new Region(
                f.id("id"),
                f.texts("name"),
                f.whole("srid", Range.ABOVE_ZERO),
                box(f, "bounds"),
                box(f, "view"),
                f.distinct("municipalities", 1, this::municipality),
                f.distinct("strategies", 1, values::id),
                f.distinct("destinations", 0, this::destination),
                mainRoad(f.fields("mainRoad")),
                junction(f),
                f.distinct("samples", 0, this::sample),
                f.texts("contact"));
    }

    private Municipality municipality(Node node) {
        Fields f = values.fields(node);
        Municipality municipality =
                new Municipality(f.id("number"), f.text("name"), f.id("fileName"), f.has("mail") ? mail(f) : "");
        f.end();
        return municipality;
    }

    private String mail(Fields f) {
        String mail = f.textOrEmpty("mail");
        Node at = f.node("mail");
        if (at != null && !mail.isEmpty() && !mail.matches("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+")) {
            faults.add(
                    at, new Text("Skriv én e-postadresse, eller ingenting.", "Write one e-mail address, or nothing."));
        }
        return mail;
    }

    private Destination destination(Node node) {
        Fields f = values.fields(node);
        List<Double> point = numbers(f, "point", 2);
        Destination destination = new Destination(
                f.id("id"),
                f.texts("name"),
                point.get(0),
                point.get(1),
                f.number("toleranceM", Range.ABOVE_ZERO),
                f.text("source"));
        f.end();
        return destination;
    }

    private MainRoad mainRoad(Fields f) {
        MainRoad mainRoad = new MainRoad(f.distinct("classes", 1, values::text));
        f.end();
        return mainRoad;
    }

    private static @Nullable Junction junction(Fields region) {
        if (region.isNull("junction")) {
            return null;
        }
        Fields f = region.fields("junction");
        Junction junction = new Junction(f.id("id"), f.texts("name"), f.distinct("classes", 1, f.values()::text));
        f.end();
        return junction;
    }

    private Sample sample(Node node) {
        Fields f = values.fields(node);
        Sample sample = new Sample(f.id("dataset"), f.id("source"), f.text("file"));
        f.end();
        return sample;
    }

    private Box box(Fields f, String key) {
        List<Double> edges = numbers(f, key, 4);
        Box box = new Box(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
        Node at = f.node(key);
        if (at != null && (box.west() >= box.east() || box.south() >= box.north())) {
            faults.add(
                    at,
                    new Text(
                            "Skriv vest, sør, øst, nord i grader, med vest < øst og sør < nord.",
                            "Write west, south, east, north in degrees, with west < east and south < north."));
        }
        return box;
    }

    /** Exactly this many numbers; zeros, and a fault, when there are more or fewer. */
    private List<Double> numbers(Fields f, String key, int count) {
        List<Double> numbers = f.list(key, count, node -> values.number(node, Range.ANY));
        if (numbers.size() == count) {
            return numbers;
        }
        @Nullable Node at = f.node(key);
        if (at != null && numbers.size() > count) {
            faults.add(
                    at,
                    new Text("Her skal det stå " + count + " tall.", "Exactly " + count + " numbers are expected."));
        }
        return Collections.nCopies(count, 0.0);
    }
}

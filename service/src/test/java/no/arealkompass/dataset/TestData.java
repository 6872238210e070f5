package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small descriptions, and small files with one thing wrong each, written where a test wants them. */
final class TestData {
    private TestData() {}

    /** A folder of descriptions: areas, points, municipalities, roads and drive times. */
    static Path descriptions(Path folder) {
        return descriptions(folder, "[10.2, 59.3, 13.2, 61.4]");
    }

    static Path descriptions(Path folder, String bounds) {
        try {
            Files.createDirectories(folder.resolve("regions"));
            Files.createDirectories(folder.resolve("datasets"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Door.write(folder, "regions/kongsvingerregionen.yaml", region(bounds));
        describe(folder, "areas", "polygon", "layer", "kind", "{kind: extent, bufferM: 0}");
        describe(folder, "framed", "polygon", "layer", "kind", "{kind: regionBuffer, bufferM: 1000}");
        describe(folder, "points", "point", "layer", "kind", "{kind: extent, bufferM: 0}");
        describe(folder, "lines", "line", "layer", "kind", "{kind: extent, bufferM: 0}");
        describe(folder, "borders", "polygon", "municipalities", "kind", "{kind: features, bufferM: 0}");
        describe(folder, "roads", "line", "layer", "kind", "{kind: extent, bufferM: 0}");
        Door.write(folder, "datasets/travel.yaml", travel(80));
        return folder;
    }

    static void changeSpeed(Path folder, int kmh) {
        Door.write(folder, "datasets/travel.yaml", travel(kmh));
    }

    private static void describe(
            Path folder, String id, String geometry, String role, String classProperty, String coverage) {
        Door.write(
                folder, "datasets/" + id + ".yaml", """
            id: %s
            name: {nb: %s, en: %s}
            role: %s
            geometry: %s
            classProperty: %s
            properties:
              kind: {type: text, required: true, name: {nb: Type, en: Kind}}
              count: {type: number, required: false, name: {nb: Antall, en: Count}}
            map: {layer: true, shownFirst: false, style: other}
            derive: null
            sources:
              - id: plain
                name: {nb: Prøve, en: Test}
                publisher: test
                licence: CC0
                licenceUrl: ""
                attribution: test
                asOf: "2025"
                sample: false
                available: true
                howToGet: {nb: "", en: ""}
                crs: "EPSG:4326"
                geonorge: ""
                url: ""
                scale: 0
                omitsBelowM2: 0
                accuracyM: 1
                coverage: %s
                file: ""
                layer: ""
                objectId: id
                mapping:
                  kind: {from: kind, missing: null}
                  count: {from: count, missing: null}
                slope: null
                supply:
                  terms: open
                  updates: {nb: Aldri, en: Never}
                  suitability: {kommuneplan: "", reguleringsplan: "", source: ""}
                  schemaSeen: true
                  download: null
            """.formatted(id, id, id, role, geometry, classProperty, coverage));
    }

    /** A feature of the dataset {@code areas}. */
    static String feature(String id, String kind, String count, String geometry) {
        return """
                {"type": "Feature", "properties": {"id": %s, "kind": %s, "count": %s}, "geometry": %s}""".formatted(text(id), text(kind), count, geometry);
    }

    static String collection(String... features) {
        return collection(List.of(features), "");
    }

    /** @param members further members of the collection, each ending in a comma */
    static String collection(List<String> features, String members) {
        return "{\"type\": \"FeatureCollection\", " + members + "\"features\": ["
                + features.stream().collect(Collectors.joining(",\n")) + "]}";
    }

    static String crs(String name) {
        return "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"" + name + "\"}}, ";
    }

    static String point(double x, double y) {
        return String.format(Locale.ROOT, "{\"type\": \"Point\", \"coordinates\": [%s, %s]}", x, y);
    }

    static String line(double... xy) {
        return "{\"type\": \"LineString\", \"coordinates\": " + positions(xy) + "}";
    }

    static String polygon(double... xy) {
        return "{\"type\": \"Polygon\", \"coordinates\": [" + positions(xy) + "]}";
    }

    /** A closed square with its lower left corner at x, y. */
    static String square(double x, double y, double side) {
        return polygon(x, y, x + side, y, x + side, y + side, x, y + side, x, y);
    }

    private static String positions(double... xy) {
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < xy.length; i += 2) {
            out.append(i == 0 ? "" : ", ").append("[" + xy[i] + ", " + xy[i + 1] + "]");
        }
        return out.append("]").toString();
    }

    private static String text(String value) {
        return value.equals("null") ? value : "\"" + value + "\"";
    }

    private static String region(String bounds) {
        return """
            id: kongsvingerregionen
            name: {nb: Prøveregionen, en: Test region}
            srid: 25833
            bounds: %s
            view: [11.3, 59.8, 12.9, 60.9]
            municipalities: [{number: "3401", name: Kongsvinger, fileName: Kongsvinger}]
            strategies: [test]
            destinations:
              - {id: west, name: {nb: Vest, en: West}, point: [12.0210576703427, 60.2232612815867], toleranceM: 500, source: test}
              - {id: east, name: {nb: Øst, en: East}, point: [12.2013397681104, 60.2271890807384], toleranceM: 500, source: test}
              - {id: far, name: {nb: Langt, en: Far}, point: [12.0046697149414, 60.4025938897372], toleranceM: 500, source: test}
            mainRoad: {classes: [E]}
            junction: {id: cross, name: {nb: Kryss, en: Junction}, classes: [E]}
            samples: []
            contact: {nb: test, en: test}
            """.formatted(bounds);
    }

    private static String travel(int kmh) {
        return """
            id: travel
            name: {nb: Kjøretid, en: Drive time}
            role: derived
            geometry: point
            classProperty: ""
            properties:
              westMin: {type: number, required: false, name: {nb: Vest, en: West}}
            map: {layer: false, shownFirst: false, style: drive}
            derive:
              kind: roadTravel
              from: roads
              splitM: 500
              joinM: 2
              speedsKmh: {E: %d, F: 65}
              maxKmh: 110
              restriction: null
              basis: proposal
              note: {nb: test, en: test}
            sources: []
            """.formatted(kmh);
    }
}

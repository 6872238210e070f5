package no.arealkompass.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.arealkompass.dataset.CopyStream.Row;
import no.arealkompass.dataset.ForeignFile.Layer;
import no.arealkompass.dataset.Refused.FileIssue;
import no.arealkompass.geo.CrsName;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a plan file taken as one: a layer per object type is how GML, GeoPackage and shapefiles hold a plan.
 * Areas come in; plans without geometry lend their attributes to them; lines, points and texts are counted and left out.
 */
final class PlanLayers {
    private static final int POLYGON = 3;
    private static final int LINE_STRING = 2;

    private final List<Layer> read;
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final Set<String> badMunicipalities = new TreeSet<>();

    /** @param layer the one layer that is meant; null = all of them */
    PlanLayers(ForeignFile file, Source source, @Nullable String layer) {
        List<Layer> chosen = new ArrayList<>();
        for (Layer one : file.layers()) {
            if (layer != null && !layer.equals(one.name())) {
                continue;
            }
            boolean wanted = one.hasGeometry() ? !PlanTypes.isNoArea(one.name()) : isPlan(one, source);
            if (wanted) {
                chosen.add(one);
            } else if (one.count() > 0) {
                leftOut.merge(one.name(), one.count(), Long::sum);
            }
        }
        read = List.copyOf(chosen);
    }

    private static boolean isPlan(Layer layer, Source source) {
        Source.Field id = source.mapping().get("planId");
        return PlanTypes.of(layer.name()).equals(PlanTypes.PLAN)
                || (id != null && !FieldNames.places(id.from(), layer.fields()).isEmpty());
    }

    /** All of them as one layer: its fields are those of any, its CRS the one they share. @throws Refused SEVERAL_CRS */
    static Layer together(ForeignFile file) {
        List<Layer> layers = file.layers();
        if (layers.isEmpty()) {
            throw new Refused("NO_LAYER", Map.of("wanted", "", "has", ""));
        }
        List<Layer> shapes = layers.stream().filter(Layer::hasGeometry).toList();
        Map<String, String> systems = new LinkedHashMap<>();
        shapes.forEach(layer -> systems.putIfAbsent(system(layer), String.valueOf(layer.crs())));
        if (systems.size() > 1) {
            throw new Refused(
                    "SEVERAL_CRS",
                    Map.of("has", systems.values().stream().map(FileCrs::first).collect(Collectors.joining(", "))));
        }
        Set<String> fields = new LinkedHashSet<>();
        layers.forEach(layer -> fields.addAll(layer.fields()));
        Layer first = layers.getFirst();
        return new Layer(
                layers.stream().map(Layer::name).collect(Collectors.joining(", ")),
                first.type(),
                first.crs(),
                first.crsByStandard(),
                layers.stream().mapToLong(Layer::count).sum(),
                List.copyOf(fields));
    }

    private static String system(Layer layer) {
        String crs = layer.crs();
        return crs == null || crs.isBlank()
                ? ""
                : CrsName.read(crs).map(name -> "EPSG:" + name.epsg()).orElse(crs);
    }

    List<Layer> read() {
        return read;
    }

    /** Whether the object is an area or a plan; what is not is counted by its kind. */
    boolean take(Row row, PlanMapping mapping) {
        boolean empty = row.wkb() == null && row.fault() == null;
        if (dimension(row.wkb()) == POLYGON && !(empty && PlanTypes.isNoArea(mapping.kind(row)))) {
            return true;
        }
        leftOut.merge(mapping.kind(row), 1L, Long::sum);
        return false;
    }

    void end(PlanMapping mapping) {
        badMunicipalities.addAll(mapping.badMunicipalities());
    }

    /** What its owner should know of the reading. */
    List<FileIssue> notes() {
        List<FileIssue> notes = new ArrayList<>();
        if (!leftOut.isEmpty()) {
            String what = leftOut.entrySet().stream()
                    .map(one -> one.getKey() + " (" + one.getValue() + ")")
                    .collect(Collectors.joining(", "));
            notes.add(new FileIssue("PLAN_LEFT_OUT", false, Map.of("what", what)));
        }
        Optional.of(badMunicipalities)
                .filter(bad -> !bad.isEmpty())
                .ifPresent(bad ->
                        notes.add(new FileIssue("PLAN_MUNICIPALITY", false, Map.of("value", String.join(", ", bad)))));
        return notes;
    }

    /** POLYGON also for what is no line and no point: a fault is told of it where others are. */
    private static int dimension(byte @Nullable [] wkb) {
        if (wkb == null || wkb.length < 5) {
            return POLYGON;
        }
        int type = wkb[0] == 0
                ? (wkb[3] & 0xff) << 8 | (wkb[4] & 0xff)
                : (wkb[2] & 0xff) << 8 | (wkb[1] & 0xff); // the flags of EWKB stand in the other two bytes
        return switch (type % 1000) {
            case 1, 4 -> 1;
            case LINE_STRING, 5 -> LINE_STRING;
            default -> POLYGON;
        };
    }
}

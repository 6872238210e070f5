package no.arealkompass.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.arealkompass.dataset.LookRepository.Broken;
import no.arealkompass.geo.Geo;
import no.arealkompass.geo.GeoJson;
import no.arealkompass.geo.GeometryFault;
import no.arealkompass.geo.Outline;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Repairs invalid outlines, for show or for use, and only inside a budget: crossings and vertices are counted first, and
 * the work is done by GDAL in a confined child with limits of its own. One small file can otherwise take down whatever
 * repairs it.
 */
@Component
final class Repairer {
    private static final String NO = "no";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Confinement confinement;
    private final ImportLimits limits;
    private final Budget budget;

    Repairer(Confinement confinement, ImportLimits limits, Budget budget) {
        this.confinement = confinement;
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * What repairing may cost.
     *
     * @param objects how many objects of a file
     * @param crossings crossings of one object
     * @param vertices vertices of one object
     * @param memoryBytes address space of the child (bytes)
     * @param wall time of the child, which is its processor time too
     */
    @Component
    record Budget(
            @Value("${areal.import.repair-objects:200}") int objects,
            @Value("${areal.import.repair-crossings:10000}") int crossings,
            @Value("${areal.import.repair-vertices:200000}") int vertices,

            @Value("${areal.import.repair-memory-mb:1000}000000")
            long memoryBytes,

            @Value("${areal.import.repair-wall:20s}") Duration wall) {}

    /**
     * What became of one object.
     *
     * @param wkb the repaired outline; null when there is none
     * @param why code of the text that says why not, or what is lost; empty when there is nothing to say
     * @param args the values of that text
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Mended(byte @Nullable [] wkb, String why, Map<String, String> args) {}

    Budget budget() {
        return budget;
    }

    /** Tries to repair each; the answer has an entry for every one. */
    Map<Integer, Mended> repair(List<Broken> broken) {
        Map<Integer, Mended> mended = new LinkedHashMap<>();
        Map<Integer, Geometry> affordable = new LinkedHashMap<>();
        for (Broken object : broken) {
            Mended refused = refuse(object, affordable);
            if (refused != null) {
                mended.put(object.no(), refused);
            }
        }
        Map<Integer, byte[]> made = made(affordable);
        affordable.forEach((no, before) -> mended.put(no, judge(before, made.get(no))));
        return mended;
    }

    /** Null when the object is within the budget, and is then among the affordable ones. */
    private @Nullable Mended refuse(Broken object, Map<Integer, Geometry> affordable) {
        try {
            Geometry geometry = Geo.fromWkb(object.wkb(), 0);
            if (geometry.getNumPoints() > budget.vertices()) {
                return new Mended(null, "REPAIR_VERTICES", Map.of("most", String.valueOf(budget.vertices())));
            }
            if (Outline.crossesMoreThan(geometry, budget.crossings())) {
                return new Mended(null, "REPAIR_CROSSINGS", Map.of("most", String.valueOf(budget.crossings())));
            }
            affordable.put(object.no(), geometry);
            return null;
        } catch (GeometryFault e) {
            return new Mended(null, "REPAIR_FAILED", Map.of());
        }
    }

    /** All in one child; if that fails, each in one of its own for as long as the time of one lasts. */
    private Map<Integer, byte[]> made(Map<Integer, Geometry> objects) {
        Map<Integer, byte[]> made = new LinkedHashMap<>();
        if (objects.isEmpty()) {
            return made;
        }
        Map<Integer, byte[]> together = child(objects);
        if (together != null) {
            return together;
        }
        long end = System.nanoTime() + budget.wall().toNanos();
        objects.forEach((no, object) -> {
            Map<Integer, byte[]> alone = System.nanoTime() < end ? child(Map.of(no, object)) : null;
            made.putAll(alone == null ? Map.of() : alone);
        });
        return made;
    }

    /** What is left is an area and valid, or it is not offered; that something is lost is said. */
    private static Mended judge(Geometry before, byte @Nullable [] wkb) {
        if (wkb == null) {
            return new Mended(null, "REPAIR_FAILED", Map.of());
        }
        try {
            MultiPolygon area = Outline.areaOf(Geo.fromWkb(wkb, 0));
            Geo.requireUsable(area);
            int lost = Outline.verticesOutside(before, area);
            return new Mended(Geo.toWkb(area), lost == 0 ? "" : "REPAIR_LOSES", Map.of("count", String.valueOf(lost)));
        } catch (GeometryFault e) {
            return new Mended(null, "REPAIR_EMPTY", Map.of());
        }
    }

    /** Null when the child did not come to its end. */
    private @Nullable Map<Integer, byte[]> child(Map<Integer, Geometry> objects) {
        try (Workspace room = Workspace.empty()) {
            Files.writeString(room.copy(), collection(objects), StandardCharsets.UTF_8);
            List<String> program = program(
                    confinement.inside(room.folder()) + "/" + room.copy().getFileName());
            List<String> command = confinement.command(
                    room.folder(),
                    Map.of("PG_USE_COPY", "YES", "GDAL_NUM_THREADS", "1"),
                    program,
                    budget.memoryBytes(),
                    budget.wall());
            Map<Integer, byte[]> made = new LinkedHashMap<>();
            try (Child child = Child.start(command, room.folder(), budget.wall())) {
                CopyStream rows = new CopyStream(child.output(), limits, List.of(), UnaryOperator.identity());
                for (CopyStream.Row row = rows.next(); row != null; row = rows.next()) {
                    String no = row.fields().get(NO);
                    if (no != null && row.wkb() != null) {
                        made.put(Integer.valueOf(no), row.wkb());
                    }
                }
                return child.end().code() == 0 ? made : null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> program(String file) {
        List<String> program = new ArrayList<>(List.of("ogr2ogr", "-f", "PGDUMP", "/vsistdout/", file, "-makevalid"));
        program.addAll(List.of("-nln", "objects", "-nlt", "GEOMETRY", "-lco", "LAUNDER=NO"));
        for (String off : List.of("CREATE_TABLE=OFF", "CREATE_SCHEMA=OFF", "DROP_TABLE=OFF", "SPATIAL_INDEX=NONE")) {
            program.addAll(List.of("-lco", off));
        }
        program.addAll(List.of("-lco", "GEOMETRY_NAME=" + CopyStream.GEOMETRY));
        return program;
    }

    /** As GeoJSON, in which Java writes every double so that it is read back bit for bit. */
    private static String collection(Map<Integer, Geometry> objects) {
        StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        String separator = "";
        for (Map.Entry<Integer, Geometry> object : objects.entrySet()) {
            out.append(separator)
                    .append("{\"type\":\"Feature\",\"properties\":{\"" + NO + "\":")
                    .append(object.getKey())
                    .append("},\"geometry\":");
            out.append(JSON.writeValueAsString(GeoJson.write(object.getValue())))
                    .append("}");
            separator = ",";
        }
        return out.append("]}").toString();
    }
}

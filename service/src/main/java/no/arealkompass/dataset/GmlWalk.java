package no.arealkompass.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.arealkompass.geo.CrsName;

/**
 * Walks through a GML file once without keeping it: is it whole, within the limits and without a document type, which
 * CRS does it name, has it arcs, and under which properties do its objects hold geometry?
 */
final class GmlWalk {
    private static final String NAMESPACE = "http://www.opengis.net/gml";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Set<String> ARCS =
            Set.of("Arc", "ArcString", "Circle", "ArcByCenterPoint", "CircleByCenterPoint");
    private static final Set<String> UNKNOWN_CURVES =
            Set.of("ArcByBulge", "ArcStringByBulge", "Clothoid", "CubicSpline", "BSpline", "Bezier", "OffsetCurve");
    private static final Set<String> GEOMETRY_MEMBERS = Set.of(
            "curveMember",
            "curveMembers",
            "surfaceMember",
            "surfaceMembers",
            "pointMember",
            "geometryMember",
            "exterior",
            "interior",
            "baseCurve",
            "baseSurface");
    private static final Map<String, Integer> DIMENSION = Map.ofEntries(
            Map.entry("Point", 0),
            Map.entry("MultiPoint", 0),
            Map.entry("LineString", 1),
            Map.entry("Curve", 1),
            Map.entry("OrientableCurve", 1),
            Map.entry("CompositeCurve", 1),
            Map.entry("MultiCurve", 1),
            Map.entry("MultiGeometry", 1),
            Map.entry("Polygon", 2),
            Map.entry("Surface", 2),
            Map.entry("OrientableSurface", 2),
            Map.entry("CompositeSurface", 2),
            Map.entry("PolyhedralSurface", 2),
            Map.entry("MultiSurface", 2));
    private static final int NAMES_FOR_A_FIELD = 5;

    /** Where an object stands: collection, member, object. */
    private static final int OBJECT = 2;

    private final ImportLimits.Content limits;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<Integer, String> crsByGround = new LinkedHashMap<>();
    private final Set<String> unreadCrs = new LinkedHashSet<>();
    private final Map<String, Map<String, Integer>> dimensionByPath = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private boolean gml;
    private boolean parentIsGml;
    private int inGeometry = Integer.MAX_VALUE;
    private long arcs;
    private long objects;

    private GmlWalk(ImportLimits.Content limits) {
        this.limits = limits;
    }

    /** @throws Refused with line and column where there is one */
    static GmlWalk through(Path file, ImportLimits.Content limits) {
        GmlWalk walk = new GmlWalk(limits);
        walk.check(file);
        return walk;
    }

    boolean isGml() {
        return gml;
    }

    /** The names of the systems the coordinates are in, one for each that means something else on the ground. */
    List<String> systems() {
        return List.copyOf(crsByGround.values());
    }

    /** The one system as an EPSG name, else the first name nobody can read; empty when none is stated. */
    Optional<String> crs() {
        return crsByGround.keySet().stream()
                .findFirst()
                .map(epsg -> "EPSG:" + epsg)
                .or(() -> unreadCrs.stream().findFirst());
    }

    boolean holdsPlans() {
        return names.contains("Arealplan") || names.contains("RpOmråde") || names.contains("KpOmråde");
    }

    long arcs() {
        return arcs;
    }

    /** For objects with several geometries: their name → property → dimension (0 point, 1 line, 2 surface). */
    Map<String, Map<String, Integer>> severalGeometries() {
        Map<String, Map<String, Integer>> several = new LinkedHashMap<>(dimensionByPath);
        several.values().removeIf(paths -> paths.size() < 2);
        return several;
    }

    private void check(Path file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in, "UTF-8");
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw new Refused("XML_DOCTYPE", at(xml));
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() >= limits.depth()) {
                            throw new Refused("TOO_DEEP", Map.of("limit", limits.depth()));
                        }
                        element(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> close();
                    default -> {
                        // text and comments are GDAL's
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new Refused(
                    "NOT_XML",
                    Map.of(
                            "line",
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNumber(),
                            "column",
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getColumnNumber(),
                            "reason", reason(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void element(XMLStreamReader xml) {
        String name = xml.getLocalName();
        boolean ours = Optional.ofNullable(xml.getNamespaceURI()).orElse("").startsWith(NAMESPACE);
        gml |= ours;
        open(name, ours);
        if (names.add(name) && names.size() > limits.fields() * NAMES_FOR_A_FIELD) {
            throw new Refused("TOO_MANY_FIELDS", Map.of("limit", limits.fields()));
        }
        if (ours && ARCS.contains(name)) {
            arcs++;
        }
        if (ours && UNKNOWN_CURVES.contains(name)) {
            throw new Refused("GML_CURVE", Map.of("type", name, "line", line(xml)));
        }
        String link = xml.getAttributeValue(XLINK, "href");
        if (ours && link != null && GEOMETRY_MEMBERS.contains(name)) {
            throw new Refused("GML_XLINK", Map.of("line", line(xml), "link", shown(link)));
        }
        String crs = xml.getAttributeValue(null, "srsName");
        if (crs != null && !unreadCrs.contains(crs) && !crsByGround.containsValue(crs)) {
            Optional<CrsName> read = CrsName.read(crs);
            if (read.isPresent()) {
                crsByGround.putIfAbsent(read.get().epsg(), crs);
            } else {
                unreadCrs.add(crs);
            }
        }
    }

    /** Notes where an object begins, and under which of its properties a geometry does. */
    private void open(String name, boolean ours) {
        if (open.size() == OBJECT && ++objects > limits.objects()) {
            throw new Refused("TOO_MANY_OBJECTS", Map.of("limit", limits.objects()));
        }
        Integer dimension = ours ? DIMENSION.get(name) : null;
        if (dimension != null && open.size() > OBJECT + 1 && open.size() < inGeometry && !parentIsGml) {
            inGeometry = open.size();
            dimensionByPath
                    .computeIfAbsent(open.get(OBJECT), object -> new LinkedHashMap<>())
                    .merge(String.join("|", open.subList(OBJECT + 1, open.size())), dimension, Math::max);
        }
        open.add(name);
        parentIsGml = ours;
    }

    private void close() {
        open.removeLast();
        parentIsGml = false;
        if (open.size() <= inGeometry) {
            inGeometry = Integer.MAX_VALUE;
        }
    }

    private static Map<String, Object> at(XMLStreamReader xml) {
        return Map.of("line", line(xml));
    }

    private static int line(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        return shown(at < 0 ? message : message.substring(at + "Message: ".length()));
    }

    private static String shown(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}

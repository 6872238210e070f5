package no.arealkompass.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One numbered road of a GeoJSON file as its links alone; lengths by the radii of the ellipsoid (GRS 80). */
final class NamedRoad {
    private static final double AXIS_M = 6_378_137;
    private static final double ECCENTRICITY_2 = 0.00669438002290;

    private record Place(long longitude, long latitude) {
        static Place of(JsonNode position) { // five decimals of a degree are a metre
            return new Place(
                    Math.round(position.get(0).asDouble() * 1e5),
                    Math.round(position.get(1).asDouble() * 1e5));
        }

        double metresTo(Place other) {
            return between(longitude / 1e5, latitude / 1e5, other.longitude / 1e5, other.latitude / 1e5);
        }
    }

    private record Step(Place to, double metres) {}

    private final Map<Place, List<Step>> steps = new HashMap<>();

    static NamedRoad read(Path file, String kind, int number) throws IOException {
        NamedRoad road = new NamedRoad();
        JsonNode all = JsonMapper.shared().readTree(Files.readString(file));
        for (JsonNode feature : all.path("features")) {
            JsonNode properties = feature.path("properties");
            if (kind.equals(properties.path("vegkategori").asString(""))
                    && properties.path("vegnummer").asInt(-1) == number) {
                JsonNode geometry = feature.path("geometry");
                if (geometry.path("type").asString().equals("LineString")) {
                    road.add(geometry.path("coordinates"));
                } else {
                    geometry.path("coordinates").forEach(road::add);
                }
            }
        }
        return road;
    }

    private void add(JsonNode line) {
        double metres = 0;
        for (int i = 1; i < line.size(); i++) {
            JsonNode a = line.get(i - 1);
            JsonNode b = line.get(i);
            metres += between(
                    a.get(0).asDouble(),
                    a.get(1).asDouble(),
                    b.get(0).asDouble(),
                    b.get(1).asDouble());
        }
        Place from = Place.of(line.get(0));
        Place to = Place.of(line.get(line.size() - 1));
        steps.computeIfAbsent(from, p -> new ArrayList<>()).add(new Step(to, metres));
        steps.computeIfAbsent(to, p -> new ArrayList<>()).add(new Step(from, metres));
    }

    /** Along this road only, between the ends of links nearest to two points. */
    double metres(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude) {
        Place from = nearest(fromLongitude, fromLatitude);
        Place to = nearest(toLongitude, toLatitude);
        Map<Place, Double> best = new HashMap<>(Map.of(from, 0.0));
        PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingDouble(Step::metres));
        open.add(new Step(from, 0));
        while (!open.isEmpty()) {
            Step here = open.remove();
            if (here.to().equals(to)) {
                return here.metres();
            }
            for (Step step : steps.getOrDefault(here.to(), List.of())) {
                double metres = here.metres() + step.metres();
                if (metres < best.getOrDefault(step.to(), Double.MAX_VALUE)) {
                    best.put(step.to(), metres);
                    open.add(new Step(step.to(), metres));
                }
            }
        }
        throw new AssertionError("the road does not hang together");
    }

    private Place nearest(double longitude, double latitude) {
        Place wanted = new Place(Math.round(longitude * 1e5), Math.round(latitude * 1e5));
        return steps.keySet().stream()
                .min(Comparator.comparingDouble(wanted::metresTo))
                .orElseThrow();
    }

    private static double between(double x1, double y1, double x2, double y2) {
        double latitude = Math.toRadians((y1 + y2) / 2);
        double s = 1 - ECCENTRICITY_2 * Math.pow(Math.sin(latitude), 2);
        double meridian = AXIS_M * (1 - ECCENTRICITY_2) / Math.pow(s, 1.5);
        double across = AXIS_M / Math.sqrt(s) * Math.cos(latitude);
        return Math.hypot(Math.toRadians(y2 - y1) * meridian, Math.toRadians(x2 - x1) * across);
    }
}

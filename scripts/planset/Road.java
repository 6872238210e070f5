import java.util.Map;

/** A straight road. */
record Road(String type, Vertex from, Vertex to) {
    /** As in gis-data/datasets/kjoretid.yaml. */
    private static final Map<String, Double> SPEED_KMH = Map.of("E", 80.0, "R", 75.0, "F", 65.0, "K", 45.0);

    double metres() {
        return Math.hypot(to.x() - from.x(), to.y() - from.y());
    }

    boolean main() {
        return type.equals("E") || type.equals("R");
    }

    double minutes() {
        return metres() * 0.06 / SPEED_KMH.get(type);
    }
}

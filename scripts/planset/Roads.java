import java.util.ArrayList;
import java.util.List;

/** A road network in which there is one way only between any two places. */
final class Roads {
    private static final double LONGEST_M = 500; // roads are cut into equal parts of at most this length
    private final World world;

    Roads(World world) {
        this.world = world;
    }

    void draw(Rect storage, Rect large, Rect far, Rect near) {
        var klofta = new Vertex(285160, 6666500); // the nearest point of all roads to Kløfta
        var gardermoen = new Vertex(284400, 6678800);
        var fork = new Vertex(300000, 6669000);
        road("E", klofta, gardermoen);
        road("E", klofta, fork);
        spur("R", fork, "E", world.sorOdal, large);
        var q = new Vertex(318000, 6640000);
        road("K", fork, q);
        spur("F", q, "K", world.eidskog, far);
        var hub01 = new Vertex(world.kongsvinger.outline.w() - 2500, 6680500);
        road("E", fork, hub01);
        atExactly(75, hub01, storage);
        spur("R", hub01, "R", world.asnes, near);
    }

    private void road(String type, Vertex from, Vertex to) {
        world.roads.add(new Road(type, from, to));
    }

    /** A road to a point west of a plan and on to 150 m from its edge, level with a place in it. */
    private void spur(String type, Vertex from, String fromType, Frame frame, Rect place) {
        double y = Math.floor((place.s() + place.n()) / 2);
        var hub = new Vertex(frame.outline.w() - 2500, y);
        road(fromType, from, hub);
        road(type, hub, new Vertex(frame.outline.w() - 150, y));
    }

    /** A detour of such a length that its end lies the given minutes from Kløfta, within two thousandths. */
    private void atExactly(double minutes, Vertex from, Rect place) {
        double left = minutes - minutesTo(from);
        double y = Math.floor((place.s() + place.n()) / 2);
        var end = new Vertex(world.kongsvinger.outline.w() - 150, y);
        for (int detour = 0; detour < 40_000; detour++) {
            var corner = new Vertex(from.x() - 100, from.y() + detour);
            var out = new Road("K", from, corner);
            var back = new Road("K", corner, end);
            if (Math.abs(out.minutes() + back.minutes() - left) < 0.002) {
                road("K", from, corner);
                road("K", corner, end);
                return;
            }
        }
        throw new IllegalStateException("No detour takes " + left + " minutes");
    }

    /** Minutes from Kløfta. */
    private double minutesTo(Vertex vertex) {
        double sum = 0;
        for (int i = world.roads.size() - 1; i >= 0; i--) {
            if (world.roads.get(i).to().equals(vertex)) {
                sum += world.roads.get(i).minutes();
                vertex = world.roads.get(i).from();
            }
        }
        return sum;
    }

    /** What the service must know of every node of this network. */
    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        double toGardermoen = world.roads.getFirst().minutes();
        for (var road : world.roads) {
            int parts = (int) Math.ceil(road.metres() / LONGEST_M);
            double before = minutesTo(road.from());
            double aside = metresToMain(road.from());
            boolean airport = road == world.roads.getFirst();
            for (int i = 0; i <= parts; i++) {
                double at = (double) i / parts;
                double minutes = before + at * road.minutes();
                nodes.add(new Node(
                        road.from().x() + at * (road.to().x() - road.from().x()),
                        road.from().y() + at * (road.to().y() - road.from().y()),
                        rounded(minutes),
                        rounded(airport ? toGardermoen - minutes : toGardermoen + minutes),
                        rounded(road.main() ? 0 : aside + at * road.metres())));
            }
        }
        return nodes;
    }

    private double metresToMain(Vertex vertex) {
        double sum = 0;
        for (int i = world.roads.size() - 1; i >= 0; i--) {
            var road = world.roads.get(i);
            if (road.to().equals(vertex) && !road.main()) {
                sum += road.metres();
                vertex = road.from();
            }
        }
        return sum;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

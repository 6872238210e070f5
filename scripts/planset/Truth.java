import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is true of ground and sites, whatever the plan. */
final class Truth {
    private static final double NEAR_ROAD_M = 2000;
    private final World world;
    private final List<Node> nodes;

    Truth(World world) {
        this.world = world;
        nodes = new Roads(world).nodes();
    }

    /** Whether a site meets (1), may meet (0) or does not meet (-1) C46: 450 daa, and a known way to Gardermoen. */
    int c46(Site site) {
        if (site.terminal()) {
            return -1;
        }
        if (site.schematic()) {
            return 0;
        }
        return site.ground().areaM2() < 450_000 ? -1 : nearest(site.ground()) == null ? 0 : 1;
    }

    /** The same for C45: infrastructure, price and plan. */
    int c45(Site site) {
        var needed = List.of("planStatus", "utilitiesToBorder", "priceNokPerM2");
        return site.terminal()
                ? -1
                : site.facts().keySet().containsAll(needed) ? 1 : 0; // what is stated is good enough here
    }

    List<Ground> themes(String rule) {
        return switch (rule) {
            case "PL10" -> of("dyrketmark", Set.of("21", "22", "23"));
            case "PL11" -> of("myr", null);
            case "PL12" -> of("flomsoner", Set.of("200klima"));
            default -> of("naturvern", null);
        };
    }

    List<Ground> of(String dataset, Set<String> types) {
        return world.themes.stream()
                .filter(t -> t.dataset().equals(dataset) && (types == null || types.contains(t.type())))
                .map(Theme::ground)
                .toList();
    }

    boolean mapped(Counted zone) {
        var flood = List.of(new Rect(0, 0, 1e6, world.floodFrom));
        return Ground.areaM2(zone.box(), join(List.of(zone), flood), (x, y) -> y < world.floodFrom && zone.has(x, y))
                == 0;
    }

    static List<Ground> join(Collection<? extends Ground> some, Collection<? extends Ground> others) {
        var all = new ArrayList<Ground>(some);
        all.addAll(others);
        return all;
    }

    static double areaOn(Counted zone, Collection<? extends Ground> grounds) {
        var near = grounds.stream().filter(g -> g.box().meets(zone.box())).toList();
        return near.isEmpty()
                ? 0
                : Ground.areaM2(
                        zone.box(),
                        join(near, List.of(zone)),
                        (x, y) -> zone.has(x, y) && near.stream().anyMatch(g -> g.has(x, y)));
    }

    static double shareOn(Counted zone, Collection<? extends Ground> grounds) {
        return areaOn(zone, grounds) / zone.areaM2();
    }

    /** Area of all zones together where something holds, every square metre once. */
    static double union(List<Counted> zones, List<Ground> grounds, Ground.Where where) {
        double sum = 0;
        for (int i = 0; i < zones.size(); i++) {
            var zone = zones.get(i);
            var before = zones.subList(0, i).stream()
                    .filter(z -> z.box().meets(zone.box()))
                    .toList();
            sum += Ground.areaM2(
                    zone.box(),
                    join(join(grounds, before), List.of(zone)),
                    (x, y) -> zone.has(x, y) && before.stream().noneMatch(z -> z.has(x, y)) && where.here(x, y));
        }
        return sum;
    }

    /** Straight lines between points, level outside them: x, y, x, y … */
    static double linear(double x, double... points) {
        if (x <= points[0]) {
            return points[1];
        }
        for (int i = 2; i < points.length; i += 2) {
            if (x <= points[i]) {
                return points[i - 1]
                        + (points[i + 1] - points[i - 1]) * (x - points[i - 2]) / (points[i] - points[i - 2]);
            }
        }
        return points[points.length - 1];
    }

    /** The nearest node within two kilometres, or null. Nearly level with another one is no construction. */
    Node nearest(Rect ground) {
        Node best = null;
        double least = Double.MAX_VALUE;
        for (var node : nodes) {
            double metres = ground.distance(node.x(), node.y());
            if (least <= NEAR_ROAD_M && Math.abs(metres - least) < 0.01 && best.kloftaMin() != node.kloftaMin()) {
                throw new IllegalStateException("Two road nodes are equally near " + ground + ": choose another seed");
            }
            if (metres < least) {
                best = node;
                least = metres;
            }
        }
        if (least < 60 || Math.abs(least - NEAR_ROAD_M) < 1) {
            throw new IllegalStateException("A road node is " + least + " m from " + ground + ": choose another seed");
        }
        return least <= NEAR_ROAD_M ? best : null;
    }
}

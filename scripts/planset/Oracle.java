import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says what the plan check must find, by plain arithmetic on rectangles. */
final class Oracle {
    private final World world;
    private final Truth truth;

    Oracle(World world) {
        this.world = world;
        truth = new Truth(world);
    }

    Map<String, Object> expected() {
        var all = new LinkedHashMap<String, Object>();
        all.put("format", "planset/1");
        all.put("seed", world.seed);
        all.put(
                "holds",
                "In a database that holds nothing but this folder, on any day from " + Rules.TODAY + " to 2090.");
        var subjects = new LinkedHashMap<String, Object>();
        for (var subject : subjects()) {
            subjects.put(subject.id(), new Check(world, truth, subject).result());
        }
        all.put("subjects", subjects);
        all.put("topology", topology());
        all.put("applied", applied());
        all.put("neighbours", neighbours());
        all.put("difference", difference());
        all.put("change", change());
        return all;
    }

    private List<Subject> subjects() {
        var all = new ArrayList<Subject>();
        var numbers = List.of("3401", "3414", "3415", "3416", "3417", "3418");
        for (boolean hearing : new boolean[] {false, true}) {
            var counting = counting(hearing);
            var without = numbers.stream()
                    .filter(nr -> counting.stream().noneMatch(plan -> plan.nr().equals(nr)))
                    .toList();
            String tail = hearing ? "~" : "";
            all.add(new Subject("region" + tail, null, true, false, counting, without));
            for (var nr : numbers) {
                var own = counting.stream().filter(plan -> plan.nr().equals(nr)).toList();
                all.add(new Subject(nr + tail, nr, false, false, own, own.isEmpty() ? List.of(nr) : List.of()));
            }
        }
        for (var plan : world.plans) {
            all.add(new Subject(
                    plan.id(), plan.nr(), false, !plan.zoning() && plan.type() != null, List.of(plan), List.of()));
        }
        return all;
    }

    /** What counts today, the newest last. What is overridden (8) counts, for nobody can say that it does not. */
    private List<Plan> counting(boolean hearing) {
        var counting = new ArrayList<>(world.plans.stream()
                .filter(plan -> plan.stage().equals("ADOPTED")
                        && Set.of("3", "7", "8").contains(plan.status())
                        && (plan.to() == null || plan.to().compareTo(Rules.TODAY) >= 0))
                .sorted((a, b) -> a.from().compareTo(b.from()))
                .toList());
        if (hearing) {
            for (var plan : world.plans) {
                if (plan.stage().equals("HEARING")) {
                    counting.removeIf(other -> other.key().equals(plan.key()));
                    counting.add(plan);
                }
            }
        }
        return counting;
    }

    private List<Map<String, Object>> topology() {
        var all = new ArrayList<Map<String, Object>>();
        var plan = plan("3416-201601@1");
        fault(all, plan, "GAP", 60 * 200, List.of());
        fault(all, plan, "SLIVER_GAP", 2 * 200, List.of());
        fault(all, plan, "OVERLAP", 30 * 200, List.of("N05", "N06"));
        fault(all, plan, "SLIVER_OVERLAP", 200, List.of("B02", "B03"));
        fault(all, plan, "DUPLICATE", 200 * 150, List.of("B04", "B05"));
        var border = plan("3416-202404@1");
        for (var zone : border.zones()) {
            var box = zone.ground().box();
            double beyond = Border.beyondM2(box);
            for (var hole : zone.ground().borders()) {
                beyond -= hole.equals(box) ? 0 : Border.beyondM2(hole);
            }
            if (beyond > 0) {
                fault(all, border, "OUTSIDE_MUNICIPALITY", beyond, List.of(zone.id()));
            }
        }
        fault(all, border, "OUTSIDE_PLAN", 60 * 25, List.of("G03"));
        var once = plan("3401-202403@1");
        fault(all, once, "DUPLICATE_PLAN", once.outline().areaM2(), List.of("R01"));
        fault(all, plan("3401-202406@1"), "DUPLICATE_PLAN", once.outline().areaM2(), List.of("R01"));
        return all;
    }

    private static void fault(List<Map<String, Object>> all, Plan plan, String code, double m2, List<String> zones) {
        var one = new LinkedHashMap<String, Object>();
        one.put("plan", plan.id());
        one.put("code", code);
        one.put("zones", zones);
        one.put("areaM2", m2);
        all.add(one);
    }

    private Plan plan(String id) {
        return world.plans.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    /** What applied on three dates; with a question mark where status and dates leave it open. */
    private Map<String, Object> applied() {
        var all = new LinkedHashMap<String, Object>();
        all.put("2016-06-01", List.of("3401-201203@1?", "3415-200801@1?", "3415-201501@1"));
        all.put(
                "2022-06-01",
                List.of(
                        "3401-201203@1?",
                        "3401-201901@1",
                        "3401-202105@1?",
                        "3401-202201@1",
                        "3414-201801@1",
                        "3415-200801@1?",
                        "3415-201501@1",
                        "3415-202003@1",
                        "3416-201601@1",
                        "3418-202001@1"));
        var today = new ArrayList<>(List.of(
                "3401-201901@1",
                "3401-202105@1?",
                "3401-202201@1",
                "3401-202402@1",
                "3401-202403@1",
                "3401-202406@1",
                "3414-201801@1",
                "3415-201501@1",
                "3415-202302@1",
                "3416-201601@1",
                "3416-202404@1",
                "3416-202405@1",
                "3418-202001@1"));
        if (world.complete) {
            today.add("3417-202601@1");
            today.sort(null);
        }
        all.put("today", today);
        return all;
    }

    private List<Map<String, Object>> neighbours() {
        var north = plan("3401-202402@1");
        var south = plan("3416-202405@1");
        var one = new LinkedHashMap<String, Object>();
        one.put("plan", north.key());
        one.put("otherPlan", south.key());
        one.put("distanceM", north.outline().distance(south.outline()));
        return List.of(one);
    }

    /** Zone by zone, by id. */
    private List<Map<String, Object>> difference() {
        var before = new TreeMap<String, Zone>();
        var after = new TreeMap<String, Zone>();
        plan("3414-201801@1").zones().forEach(z -> before.put(z.id(), z));
        plan("3414-201801@2").zones().forEach(z -> after.put(z.id(), z));
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        var all = new ArrayList<Map<String, Object>>();
        for (var id : ids) {
            var was = before.get(id);
            var is = after.get(id);
            double wasM2 =
                    was == null ? 0 : Ground.areaM2(was.ground().box(), List.of(was.ground()), was.ground()::has);
            double isM2 = is == null ? 0 : Ground.areaM2(is.ground().box(), List.of(is.ground()), is.ground()::has);
            if (was != null && is != null && was.code().equals(is.code()) && wasM2 == isM2) {
                continue;
            }
            var one = new LinkedHashMap<String, Object>();
            one.put("zone", id);
            one.put("kind", kind(was, is, wasM2, isM2));
            one.put("codeBefore", was == null ? null : was.code());
            one.put("codeAfter", is == null ? null : is.code());
            one.put("areaBeforeM2", wasM2);
            one.put("areaAfterM2", isM2);
            all.add(one);
        }
        return all;
    }

    private static String kind(Zone was, Zone is, double wasM2, double isM2) {
        if (was == null || is == null) {
            return was == null ? "CAME" : "GONE";
        }
        return !was.code().equals(is.code()) ? "PURPOSE" : isM2 > wasM2 ? "GREW" : "SHRANK";
    }

    /** What the hearing does to the business land of Nord-Odal, every square metre once. */
    private Map<String, Double> change() {
        var before = business(plan("3414-201801@1"));
        var after = business(plan("3414-201801@2"));
        double was = Truth.union(before, List.of(), (x, y) -> true);
        double is = Truth.union(after, List.of(), (x, y) -> true);
        double stays = Truth.union(
                after, List.copyOf(before), (x, y) -> before.stream().anyMatch(z -> z.has(x, y)));
        var change = new LinkedHashMap<String, Double>();
        change.put("nowM2", is);
        change.put("earlierM2", was);
        change.put("continuedM2", stays);
        change.put("addedM2", is - stays);
        change.put("removedM2", was - stays);
        return change;
    }

    private static List<Counted> business(Plan plan) {
        return plan.zones().stream()
                .filter(zone -> zone.onGround() && Rules.BUSINESS.contains(zone.code()))
                .map(zone -> new Counted(plan, zone, List.of()))
                .toList();
    }
}

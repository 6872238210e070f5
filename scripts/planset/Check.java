import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Judges one subject. */
final class Check {
    private final World world;
    private final Truth truth;
    final Subject subject;
    final List<Counted> zones = new ArrayList<>();
    final Map<String, Line> lines = new TreeMap<>();
    final List<Finding> findings = new ArrayList<>();

    Check(World world, Truth truth, Subject subject) {
        this.world = world;
        this.truth = truth;
        this.subject = subject;
        for (int i = 0; i < subject.plans().size(); i++) {
            var plan = subject.plans().get(i);
            var winners = subject.plans().subList(i + 1, subject.plans().size()).stream()
                    .map(Plan::outline)
                    .toList();
            for (var zone : plan.zones()) {
                var counted = new Counted(
                        plan,
                        zone,
                        winners.stream()
                                .filter(w -> w.meets(zone.ground().box()))
                                .toList());
                if (zone.onGround() && counted.areaM2() > 0) {
                    zones.add(counted);
                }
            }
        }
        sites();
        if (subject.plans().isEmpty()) {
            nothing();
        } else {
            each();
            total();
        }
    }

    Line line(String rule) {
        return lines.computeIfAbsent(rule, r -> new Line());
    }

    void broken(String rule, Counted zone, Site site, Double amount) {
        line(rule).broken++;
        add(rule, rule.equals("PL05") ? "missing" : rule.equals("PL16") ? "note" : "deviation", zone, site, amount);
    }

    void undecided(String rule, Counted zone, Site site) {
        line(rule).undecided++;
        add(rule, "undecided", zone, site, null);
    }

    private void add(String rule, String kind, Counted zone, Site site, Double amount) {
        findings.add(new Finding(
                rule,
                kind,
                zone == null ? null : zone.plan().key(),
                zone == null ? null : zone.zone().id(),
                site == null ? null : site.id(),
                zone != null ? zone.plan().nr() : site != null ? site.nr() : subject.nr(),
                amount));
    }

    private List<Site> looked(Predicate<Site> which) {
        return world.sites.stream()
                .filter(which)
                .filter(site -> subject.region()
                        || (subject.id().contains("@")
                                ? subject.plans().getFirst().outline().meets(site.ground())
                                : site.nr().equals(subject.nr())))
                .toList();
    }

    private boolean planned(Site site) {
        return subject.plans().stream().anyMatch(plan -> plan.outline().holds(site.ground()));
    }

    /** Whether the site's share is known: its outline is, and there is a plan over all of it. */
    private boolean known(Site site) {
        return !site.schematic() && planned(site);
    }

    double share(Site site, Set<String> codes) {
        var on = zones.stream().filter(z -> z.of(codes)).toList();
        return Ground.areaM2(site.ground(), on, (x, y) -> on.stream().anyMatch(z -> z.has(x, y)))
                / site.ground().areaM2();
    }

    private void sites() {
        for (var site : looked(s -> s.terminal())) {
            atMost("PL01", site, share(site, Rules.OCCUPIED), 0.05);
        }
        line("PL01");
        for (var site : looked(s -> !s.terminal() && truth.c46(s) >= 0)) {
            atMost("PL03", site, share(site, Rules.OCCUPIED), 0.05);
        }
        line("PL03");
        for (var site : looked(s -> !s.terminal() && s.published())) {
            line("PL05").looked++;
            if (!known(site)) {
                undecided("PL05", null, site);
            } else if (share(site, Rules.BUSINESS) < 0.8) {
                broken("PL05", null, site, share(site, Rules.BUSINESS));
            }
        }
        line("PL05");
        if (subject.region()) {
            count("PL02", null, looked(s -> s.terminal()), s -> 1, Rules.ALLOWS.get("gods_terminal"));
            count("PL04", null, looked(s -> !s.terminal()), truth::c46, Rules.ALLOWS.get("logistikk"));
            for (var nr : List.of("3401", "3414", "3415", "3416", "3417", "3418")) {
                attractive(nr, looked(s -> s.nr().equals(nr)));
            }
            kept();
        } else if (!subject.id().contains("@") || subject.municipalPlan()) {
            attractive(subject.nr(), looked(s -> true));
        }
    }

    private void atMost(String rule, Site site, double share, double bound) {
        line(rule).looked++;
        if (!known(site)) {
            undecided(rule, null, site);
        } else if (share > bound) {
            broken(rule, null, site, share);
        }
    }

    private void attractive(String nr, List<Site> sites) {
        count("PL06", nr, sites.stream().filter(s -> !s.terminal()).toList(), truth::c45, Rules.BUSINESS);
    }

    /** At least one site that qualifies (1), may (0) or does not (-1) must be zoned by four fifths. */
    private void count(String rule, String nr, List<Site> sites, ToIntFunction<Site> qualifies, Set<String> codes) {
        int counts = 0;
        int may = 0;
        for (var site : sites) {
            int qualified = qualifies.applyAsInt(site);
            if (qualified < 0) {
                continue;
            }
            if (!known(site)) {
                may++;
            } else if (share(site, codes) >= 0.8) {
                counts += qualified == 1 ? 1 : 0;
                may += qualified == 1 ? 0 : 1;
            }
        }
        var line = line(rule);
        line.looked++;
        boolean doubtful = counts == 0 && (may > 0 || sites.isEmpty());
        if (!doubtful && (nr == null || !subject.region())) {
            line.amount = (double) counts; // of six municipalities no single number is said
        }
        if (counts > 0) {
            return;
        }
        line.broken += doubtful ? 0 : 1;
        line.undecided += doubtful ? 1 : 0;
        findings.add(
                new Finding(rule, doubtful ? "undecided" : "deviation", null, null, null, nr, doubtful ? null : 0.0));
    }

    private void kept() {
        line("PL16").looked = 1;
        boolean kept =
                world.sites.stream().allMatch(s -> "full".equals(s.facts().get("publicCard")));
        line("PL16").amount = kept ? 1.0 : 0.0;
        if (!kept) {
            broken("PL16", null, null, 0.0);
        }
    }

    private void each() {
        for (var zone : zones) {
            if (zone.of(Rules.BUSINESS)) {
                business(zone);
            }
            if (zone.of(Rules.VISITOR)) {
                line("PL15").looked++;
                var on = world.sites.stream()
                        .filter(s -> !s.schematic() && (s.terminal() || truth.c46(s) >= 0))
                        .map(Site::ground)
                        .toList();
                taken("PL15", zone, Truth.areaOn(zone, on), true);
            }
        }
        for (int i = 7; i <= 15; i++) {
            line("PL%02d".formatted(i)).unplanned = !subject.missing().isEmpty();
        }
    }

    /** Without any plan no rule over zones can be asked, and each says so once. */
    private void nothing() {
        for (int i = 7; i <= 15; i++) {
            String rule = "PL%02d".formatted(i);
            line(rule).unplanned = true;
            findings.add(new Finding(rule, "undecided", null, null, null, subject.nr(), null));
        }
    }

    private void business(Counted zone) {
        long purposes = Rules.ALLOWS.values().stream().filter(zone::of).count();
        line("PL07").looked++;
        if (purposes == 0) {
            broken("PL07", zone, null, 0.0);
        }
        if (zone.areaM2() >= 10_000 && purposes > 0) {
            suits(zone);
        }
        if (zone.of(Rules.ALLOWS.get("logistikk")) && zone.areaM2() >= 450_000) {
            line("PL09").looked++;
            var node = truth.nearest(zone.box());
            if (node == null) {
                undecided("PL09", zone, null);
            } else if (node.kloftaMin() > 75) {
                broken("PL09", zone, null, node.kloftaMin());
            }
        }
        for (var theme : List.of("PL10", "PL11", "PL12", "PL13")) {
            line(theme).looked++;
            taken(theme, zone, Truth.areaOn(zone, truth.themes(theme)), !theme.equals("PL12") || truth.mapped(zone));
        }
    }

    private void taken(String rule, Counted zone, double m2, boolean covered) {
        if (m2 >= Rules.IGNORE_BELOW_M2) {
            broken(rule, zone, null, m2 / 1000);
            var line = line(rule);
            line.amount = (line.amount == null ? 0 : line.amount) + m2 / 1000;
            return;
        }
        if (m2 > 0) {
            line(rule).ignored++;
            line(rule).ignoredM2 += m2;
        }
        if (!covered) {
            undecided(rule, zone, null);
        }
    }

    private void suits(Counted zone) {
        line("PL08").looked++;
        double free = zone.areaM2() - Truth.areaOn(zone, truth.themes("PL13"));
        if (free < 1000) {
            broken("PL08", zone, null, 0.0);
            return;
        }
        double low = points(zone, free / 1000);
        if (Math.abs(low - 40) < 0.2) {
            throw new IllegalStateException(zone.zone().id() + " gets " + low + " points: choose another seed");
        }
        if (low < 40) {
            undecided("PL08", zone, null); // what nobody has stated of the zone may still lift it over
        }
    }

    /** The fewest points for the purpose it suits best, from what can be known without asking anybody. */
    private double points(Counted zone, double daa) {
        var road = truth.nearest(zone.box());
        double ground = 0;
        if (truth.mapped(zone)) {
            ground += 2 * Truth.linear(Truth.shareOn(zone, truth.themes("PL12")), 0, 1, 0.1, 0.4, 0.3, 0);
            ground += Truth.linear(Truth.shareOn(zone, truth.of("flomsoner", Set.of("20"))), 0, 1, 0.05, 0);
        }
        ground += 3 * Truth.linear(Truth.shareOn(zone, truth.themes("PL10")), 0, 1, 0.05, 0.7, 0.3, 0);
        ground += 2 * Truth.linear(Truth.shareOn(zone, truth.themes("PL11")), 0, 1, 0.1, 0.4, 0.4, 0);
        double large = Truth.linear(daa, 100, 0, 450, 0.6, 1000, 1);
        double local = Truth.linear(daa, 5, 0, 70, 1);
        double main = road == null ? 0 : Truth.linear(road.mainRoadM(), 500, 1, 2000, 0.6, 10_000, 0);
        double airport = road == null ? 0 : Truth.linear(road.gardermoenMin(), 30, 1, 45, 0.7, 75, 0);
        double klofta = road == null ? 0 : Truth.linear(road.kloftaMin(), 20, 1, 40, 0.5, 75, 0);
        var byPurpose = Map.of(
                "logistikk", 12 * airport + 12 * klofta + 11 * main + 16 * large,
                "industri_stor", 18 * large + 4 * airport + 7 * main,
                "industri_lokal", 14 * local + 7 * main,
                "bio_tre", 10 * local + 7 * main, // the railway is farther than 5 km from everything
                "bygg_anlegg", 16 * local + 18 * main);
        double best = 0;
        for (var purpose : byPurpose.entrySet()) {
            if (zone.of(Rules.ALLOWS.get(purpose.getKey()))) {
                best = Math.max(best, purpose.getValue() + ground);
            }
        }
        return best;
    }

    private void total() {
        var business = zones.stream().filter(z -> z.of(Rules.BUSINESS)).toList();
        var four = new ArrayList<Ground>();
        for (var theme : List.of("PL10", "PL11", "PL12", "PL13")) {
            four.addAll(truth.themes(theme));
        }
        double all = Truth.union(business, List.of(), (x, y) -> true);
        double found = Truth.union(business, four, (x, y) -> four.stream().anyMatch(t -> t.has(x, y)));
        var unmapped = List.of(new Rect(0, 0, 1e6, world.floodFrom));
        double doubtful = Truth.union(
                business,
                Truth.join(four, unmapped),
                (x, y) -> y < world.floodFrom || four.stream().anyMatch(t -> t.has(x, y)));
        var line = line("PL14");
        line.looked = 1;
        line.unplanned = !subject.missing().isEmpty();
        double low = all == 0 ? 0 : found / all;
        double high = all == 0 ? 0 : doubtful / all;
        if (low > 0.1) {
            broken("PL14", null, null, low);
            line.amount = low;
        } else if (high > 0.1) {
            undecided("PL14", null, null);
        } else {
            line.amount = high; // the end of the range that keeps the bound
        }
        if (subject.region()) {
            need(business);
        }
    }

    private void need(List<Counted> business) {
        var future = business.stream()
                .filter(z -> z.plan().zoning()
                        ? !"1".equals(z.zone().use()) && !"3".equals(z.zone().use())
                        : "2".equals(z.zone().use()))
                .toList();
        var built = truth.of("tettbebyggelse", null);
        double daa = Truth.union(future, built, (x, y) -> built.stream().noneMatch(t -> t.has(x, y))) / 1000;
        var line = line("PL17");
        line.looked = 1;
        boolean all = subject.missing().isEmpty();
        if (daa > Rules.NEED_HIGH_DAA || (all && daa < Rules.NEED_LOW_DAA)) {
            line.amount = daa;
            broken("PL17", null, null, daa);
        } else if (!all) {
            undecided("PL17", null, null); // a municipality without a plan may have more
        } else {
            line.amount = daa;
        }
    }

    Map<String, Object> result() {
        var rules = new LinkedHashMap<String, Object>();
        lines.forEach((rule, line) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("outcome", line.outcome());
            one.put("looked", line.looked);
            one.put("broken", line.broken);
            one.put("undecided", line.undecided);
            one.put("ignoredCount", line.ignored);
            one.put("ignoredM2", line.ignoredM2);
            one.put("amount", line.amount);
            one.put("unit", Rules.UNITS.get(rule));
            rules.put(rule, one);
        });
        var result = new LinkedHashMap<String, Object>();
        result.put("plans", subject.plans().stream().map(Plan::id).sorted().toList());
        result.put("missingMunicipalities", subject.missing());
        result.put("outcome", verdict());
        result.put("rules", rules);
        result.put("findings", findings.stream().map(f -> f.told()).toList());
        var business = zones.stream().filter(z -> z.of(Rules.BUSINESS)).toList();
        result.put("businessAreaM2", Truth.union(business, List.of(), (x, y) -> true));
        result.put("zonesM2", zones.stream().mapToDouble(Counted::areaM2).sum());
        result.put("unionM2", Truth.union(zones, List.of(), (x, y) -> true));
        result.put("purposes", byPurpose());
        return result;
    }

    private String verdict() {
        var outcomes = lines.entrySet().stream()
                .filter(e -> !e.getKey().equals("PL16"))
                .map(e -> e.getValue().outcome())
                .toList();
        return outcomes.contains("deviates")
                ? "deviates"
                : outcomes.contains("undecided") || !subject.missing().isEmpty() ? "undecided" : "follows";
    }

    /** Purpose → AR5 class ("" where AR5 says nothing) → square metres, each zone summed for itself. */
    private Map<String, Map<String, Double>> byPurpose() {
        var sums = new TreeMap<String, Map<String, Double>>();
        for (var zone : zones) {
            var of = sums.computeIfAbsent(zone.zone().code(), c -> new TreeMap<>());
            double left = zone.areaM2();
            for (var type : List.of("11", "12", "21", "22", "30", "50", "60", "81")) {
                double m2 = Truth.areaOn(zone, truth.of("ar5", Set.of(type)));
                if (m2 > 0) {
                    of.merge(type, m2, Double::sum);
                    left -= m2;
                }
            }
            if (left > 0) {
                of.merge("", left, Double::sum);
            }
        }
        return sums;
    }
}

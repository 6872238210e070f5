package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.Plans;
import no.arealkompass.plan.ZoneKind;
import no.arealkompass.plancheck.PlanDifference.Below;
import no.arealkompass.plancheck.PlanDifference.Change;
import no.arealkompass.plancheck.PlanDifference.Kind;
import no.arealkompass.plancheck.PlanDifference.Share;
import no.arealkompass.plancheck.PlanDifference.Sum;
import no.arealkompass.plancheck.PlanDifference.Total;
import no.arealkompass.plancheck.PlanDifference.Transition;
import no.arealkompass.plancheck.PlanDifference.Version;
import no.arealkompass.plancheck.PlanDifference.Zone;
import no.arealkompass.plancheck.PlanDifferenceMatcher.Match;
import no.arealkompass.plancheck.PlanDifferenceRepository.Ground;
import no.arealkompass.plancheck.PlanDifferenceRepository.Pair;
import no.arealkompass.plancheck.PlanDifferenceRepository.Staged;
import no.arealkompass.yaml.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way in to differences between two versions of a plan: which zones came, went, grew, shrank or changed purpose. */
@Service
public class PlanDifferences {
    /** Below this a border was drawn anew, and nothing decided: as the plan rules' {@code ignoreBelowM2}. */
    private static final double LIMIT_M2 = 100;

    private final Plans plans;
    private final PlanDifferenceRepository repository;
    private final AreaAccountCodes codes;
    private final TransactionTemplate transaction;
    /** By the ids of the two, which never change. */
    private final AreaAccountKept<List<Long>, PlanDifference> compared = new AreaAccountKept<>(4);

    PlanDifferences(
            Plans plans,
            Datasets datasets,
            PlanDifferenceRepository repository,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.plans = plans;
        this.repository = repository;
        this.codes = AreaAccountCodes.read(datasets);
    }

    /**
     * The difference from one version to another.
     *
     * @throws no.arealkompass.plan.NoSuchPlan when either is none the caller may see
     */
    public PlanDifference difference(Caller caller, String plan, int from, int to) {
        var before = plans.version(caller, plan, from);
        var after = plans.version(caller, plan, to);
        return compared.get(
                List.of(before.id(), after.id()),
                () -> Objects.requireNonNull(transaction.execute(status -> compare(caller, before, after))));
    }

    private PlanDifference compare(Caller caller, PlanVersion before, PlanVersion after) {
        var zones = repository.stage(before.id(), after.id());
        var pairs = repository.pairs();
        var names = new Names(caller, after);
        var matches = new PlanDifferenceMatcher(zones, pairs).matches();
        var kept = kept(zones, pairs);
        var changed =
                matches.stream().filter(match -> !kept.containsAll(match.nos())).toList();
        var shares = new PlanDifferenceShares(zones, pairs);
        List<Change> changes = new ArrayList<>();
        int same = matches.size() - changed.size();
        int below = 0;
        double belowM2 = 0;
        for (Ground ground : repository.ground(changed)) {
            var change = change(changed.get(ground.change()), ground, shares, names);
            if (change.kinds().isEmpty()) {
                same++;
            } else if (change.changedM2() < LIMIT_M2) {
                below++;
                belowM2 += change.changedM2();
            } else {
                changes.add(change);
            }
        }
        changes.sort(Comparator.comparing((Change c) -> !c.business())
                .thenComparing(c -> -c.changedM2())
                .thenComparing(c -> zoneOf(c).zone()));
        var totals = repository.totals();
        var rows = totals(totals, names);
        return new PlanDifference(
                after.plan(),
                version(before),
                version(after),
                changes,
                same,
                new Below(below, AreaAccountTables.rounded(belowM2), LIMIT_M2),
                rows,
                sum(totals, rows),
                transitions(zones, pairs, names));
    }

    /** Names of codes, by the list of the newer version's kind of plan. */
    private final class Names {
        private final Caller caller;
        private final PlanVersion version;

        Names(Caller caller, PlanVersion version) {
            this.caller = caller;
            this.version = version;
        }

        Text of(String code) {
            return plans.codes(caller).nameOf(ZoneKind.PURPOSE, code, version.level());
        }

        Zone zone(Staged zone) {
            return new Zone(
                    zone.zone(),
                    zone.name(),
                    zone.code(),
                    of(zone.code()),
                    zone.status(),
                    AreaAccountTables.rounded(zone.areaM2()));
        }

        List<Share> shares(Map<String, Double> byCode, double rest) {
            var known = byCode.entrySet().stream()
                    .filter(entry -> entry.getValue() >= 1)
                    .map(entry ->
                            new Share(entry.getKey(), of(entry.getKey()), AreaAccountTables.rounded(entry.getValue())))
                    .sorted(Comparator.comparing(share -> -share.areaM2()));
            var none = rest >= 1
                    ? Stream.of(new Share(null, null, AreaAccountTables.rounded(rest)))
                    : Stream.<Share>empty();
            return Stream.concat(known, none).toList();
        }
    }

    /** The numbers of zones that are the same in both: all their ground is one zone's of the same id, code and name. */
    private static List<Integer> keptOf(Map<Integer, Staged> zones, Pair pair) {
        var before = zones.get(pair.before());
        var after = zones.get(pair.after());
        boolean same = before != null
                && after != null
                && before.zone().equals(after.zone())
                && before.code().equals(after.code())
                && before.status().equals(after.status())
                && before.name().equals(after.name())
                && pair.areaM2() == before.areaM2()
                && pair.areaM2() == after.areaM2();
        return same ? List.of(pair.before(), pair.after()) : List.of();
    }

    private static Set<Integer> kept(List<Staged> zones, List<Pair> pairs) {
        var byNo = zones.stream().collect(Collectors.toMap(Staged::no, zone -> zone));
        return pairs.stream().flatMap(pair -> keptOf(byNo, pair).stream()).collect(Collectors.toSet());
    }

    private Change change(Match match, Ground ground, PlanDifferenceShares shares, Names names) {
        List<Kind> kinds = new ArrayList<>(match.kinds());
        boolean both = !match.before().isEmpty() && !match.after().isEmpty();
        if (both && !kinds.contains(Kind.MOVED) && ground.cameM2() >= LIMIT_M2) {
            kinds.add(Kind.GREW);
        }
        if (both && !kinds.contains(Kind.MOVED) && ground.wentM2() >= LIMIT_M2) {
            kinds.add(Kind.SHRANK);
        }
        double moved = ground.cameM2() + ground.wentM2();
        if (kinds.isEmpty() && moved >= 1) {
            kinds.add(ground.cameM2() > ground.wentM2() ? Kind.GREW : Kind.SHRANK);
        }
        kinds.sort(Comparator.naturalOrder());
        double all = both ? Math.max(ground.afterM2(), moved) : moved;
        var from = shares.before(match);
        var to = shares.after(match);
        return new Change(
                kinds,
                Stream.concat(match.before().stream(), match.after().stream())
                        .anyMatch(zone -> codes.group(zone.code()).business()),
                match.before().stream().map(names::zone).toList(),
                match.after().stream().map(names::zone).toList(),
                AreaAccountTables.rounded(ground.beforeM2()),
                AreaAccountTables.rounded(ground.afterM2()),
                AreaAccountTables.rounded(ground.cameM2()),
                AreaAccountTables.rounded(ground.wentM2()),
                AreaAccountTables.rounded(match.whole() ? all : moved),
                names.shares(from, ground.cameM2() - sum(from)),
                names.shares(to, ground.wentM2() - sum(to)),
                List.of(ground.longitude(), ground.latitude()),
                ground.geometry(),
                ground.simplified());
    }

    private static double sum(Map<String, Double> byCode) {
        return byCode.values().stream().mapToDouble(m2 -> m2).sum();
    }

    private static Zone zoneOf(Change change) {
        return (change.after().isEmpty() ? change.before() : change.after()).getFirst();
    }

    private List<Total> totals(List<PlanDifferenceRepository.Sums> sums, Names names) {
        var order = Stream.concat(codes.groups().stream(), Stream.of(AreaAccountCodes.unknown()))
                .map(AreaAccountCodes.Group::id)
                .toList();
        return sums.stream()
                .flatMap(sum -> Stream.ofNullable(sum.code()).map(code -> total(code, sum, names)))
                .sorted(Comparator.comparing((Total t) -> order.indexOf(t.group()))
                        .thenComparing(Total::code))
                .toList();
    }

    private Total total(String code, PlanDifferenceRepository.Sums sum, Names names) {
        var group = codes.group(code);
        return new Total(
                group.id(),
                group.business(),
                code,
                names.of(code),
                AreaAccountTables.rounded(sum.beforeM2()),
                AreaAccountTables.rounded(sum.beforeM2() - sum.keptM2()),
                AreaAccountTables.rounded(sum.afterM2() - sum.keptM2()),
                AreaAccountTables.rounded(sum.afterM2()));
    }

    private static Sum sum(List<PlanDifferenceRepository.Sums> sums, List<Total> rows) {
        var all = sums.stream().filter(sum -> sum.code() == null).findFirst();
        double before = all.map(PlanDifferenceRepository.Sums::beforeM2).orElse(0.0);
        double after = all.map(PlanDifferenceRepository.Sums::afterM2).orElse(0.0);
        double kept = all.map(PlanDifferenceRepository.Sums::keptM2).orElse(0.0);
        return new Sum(
                AreaAccountTables.rounded(before),
                AreaAccountTables.rounded(before - kept),
                AreaAccountTables.rounded(after - kept),
                AreaAccountTables.rounded(after),
                AreaAccountTables.rounded(
                        before - rows.stream().mapToDouble(Total::beforeM2).sum()),
                AreaAccountTables.rounded(
                        after - rows.stream().mapToDouble(Total::afterM2).sum()));
    }

    private static List<Transition> transitions(List<Staged> zones, List<Pair> pairs, Names names) {
        var byNo = zones.stream().collect(Collectors.toMap(Staged::no, zone -> zone));
        Map<List<String>, Double> areas = new TreeMap<>(Comparator.comparing(List<String>::toString));
        for (Pair pair : pairs) {
            var before = byNo.get(pair.before());
            var after = byNo.get(pair.after());
            if (before != null
                    && after != null
                    && !(before.code().equals(after.code()) && before.status().equals(after.status()))) {
                areas.merge(
                        List.of(before.code(), before.status(), after.code(), after.status()),
                        pair.areaM2(),
                        Double::sum);
            }
        }
        return areas.entrySet().stream()
                .filter(entry -> entry.getValue() >= 1)
                .map(entry -> transition(entry.getKey(), entry.getValue(), names))
                .sorted(Comparator.comparing(transition -> -transition.areaM2()))
                .toList();
    }

    private static Transition transition(List<String> key, double areaM2, Names names) {
        return new Transition(
                key.get(0),
                names.of(key.get(0)),
                key.get(1),
                key.get(2),
                names.of(key.get(2)),
                key.get(3),
                AreaAccountTables.rounded(areaM2));
    }

    private static Version version(PlanVersion version) {
        return new Version(version.version(), version.name(), version.stage(), version.inForceFrom(), version.sample());
    }
}

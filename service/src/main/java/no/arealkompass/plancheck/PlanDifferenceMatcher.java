package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.arealkompass.plancheck.PlanDifference.Kind;
import no.arealkompass.plancheck.PlanDifferenceRepository.Pair;
import no.arealkompass.plancheck.PlanDifferenceRepository.Staged;

/**
 * Which zones of one version are which of the other. Two belong together when they have the same id and share ground (or
 * have the same purpose), when each is most of the other, or when they have the same purpose and one is mostly inside the
 * other. What belongs together through several such ties is a split, a merger or a rearrangement. Pure.
 */
final class PlanDifferenceMatcher {
    private static final double MOST = 0.5;

    private final Map<Integer, Staged> zones;
    private final List<Pair> pairs;
    private final Set<List<Integer>> meeting;

    PlanDifferenceMatcher(List<Staged> zones, List<Pair> pairs) {
        this.zones =
                zones.stream().collect(Collectors.toMap(Staged::no, zone -> zone, (a, b) -> a, LinkedHashMap::new));
        this.pairs = pairs;
        this.meeting =
                pairs.stream().map(pair -> List.of(pair.before(), pair.after())).collect(Collectors.toSet());
    }

    /** Zones that belong together; one side is empty where a zone came or went. */
    record Match(List<Staged> before, List<Staged> after, Set<Kind> kinds) {
        List<Integer> nos() {
            return Stream.concat(before.stream(), after.stream())
                    .map(Staged::no)
                    .toList();
        }

        /** Whether all its ground is changed, and not only what came and went. */
        boolean whole() {
            return kinds.stream().anyMatch(kind -> switch (kind) {
                case CAME, GONE, PURPOSE, STATUS, SPLIT, MERGED, REARRANGED, RENUMBERED, RENAMED -> true;
                case GREW, SHRANK, MOVED -> false;
            });
        }
    }

    /** Every zone is in one of them. Whether a zone grew or shrank is not known here. */
    List<Match> matches() {
        Map<Integer, Integer> leader = new HashMap<>();
        zones.keySet().forEach(no -> leader.put(no, no));
        pairs.stream().filter(this::belong).forEach(pair -> join(leader, pair.before(), pair.after()));
        sameIdElsewhere(leader);
        Map<Integer, List<Staged>> together = new LinkedHashMap<>();
        zones.forEach((no, zone) -> together.computeIfAbsent(find(leader, no), k -> new ArrayList<>())
                .add(zone));
        return together.values().stream().map(this::match).toList();
    }

    private boolean belong(Pair pair) {
        var before = zone(pair.before());
        var after = zone(pair.after());
        double ofBefore = pair.areaM2() / before.areaM2();
        double ofAfter = pair.areaM2() / after.areaM2();
        boolean sameCode = before.code().equals(after.code());
        return (before.zone().equals(after.zone()) && pair.areaM2() >= 1)
                || (ofBefore >= MOST && ofAfter >= MOST)
                || (sameCode && Math.max(ofBefore, ofAfter) >= MOST);
    }

    /** An id and a purpose on wholly other ground: moved, unless either has found its own already. */
    private void sameIdElsewhere(Map<Integer, Integer> leader) {
        Set<Integer> tied = new HashSet<>();
        pairs.stream().filter(this::belong).forEach(pair -> {
            tied.add(pair.before());
            tied.add(pair.after());
        });
        Map<String, Staged> free = new HashMap<>();
        zones.values().stream()
                .filter(zone -> !zone.after() && !tied.contains(zone.no()))
                .forEach(zone -> free.put(zone.zone(), zone));
        zones.values().stream()
                .filter(zone -> zone.after() && !tied.contains(zone.no()))
                .forEach(zone -> {
                    var before = free.get(zone.zone());
                    if (before != null && before.code().equals(zone.code())) {
                        join(leader, before.no(), zone.no());
                    }
                });
    }

    private Match match(List<Staged> together) {
        var before = together.stream().filter(zone -> !zone.after()).toList();
        var after = together.stream().filter(Staged::after).toList();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (before.isEmpty()) {
            kinds.add(Kind.CAME);
        } else if (after.isEmpty()) {
            kinds.add(Kind.GONE);
        } else if (before.size() == 1 && after.size() == 1) {
            one(before.getFirst(), after.getFirst(), kinds);
        } else {
            many(before, after, kinds);
        }
        return new Match(before, after, kinds);
    }

    private void one(Staged before, Staged after, Set<Kind> kinds) {
        if (!before.code().equals(after.code())) {
            kinds.add(Kind.PURPOSE);
        }
        if (!before.status().equals(after.status())) {
            kinds.add(Kind.STATUS);
        }
        if (!before.zone().equals(after.zone())) {
            kinds.add(Kind.RENUMBERED);
        }
        if (!before.name().equals(after.name())) {
            kinds.add(Kind.RENAMED);
        }
        if (!meeting.contains(List.of(before.no(), after.no()))) {
            kinds.add(Kind.MOVED);
        }
    }

    private static void many(List<Staged> before, List<Staged> after, Set<Kind> kinds) {
        kinds.add(before.size() == 1 ? Kind.SPLIT : after.size() == 1 ? Kind.MERGED : Kind.REARRANGED);
        if (!alike(before, after, true)) {
            kinds.add(Kind.PURPOSE);
        }
        if (!alike(before, after, false)) {
            kinds.add(Kind.STATUS);
        }
    }

    /** Whether both sides have the same codes, or statuses. */
    private static boolean alike(List<Staged> before, List<Staged> after, boolean code) {
        return before.stream()
                .map(zone -> code ? zone.code() : zone.status())
                .collect(Collectors.toSet())
                .equals(after.stream()
                        .map(zone -> code ? zone.code() : zone.status())
                        .collect(Collectors.toSet()));
    }

    private Staged zone(int no) {
        return Objects.requireNonNull(zones.get(no));
    }

    private static int find(Map<Integer, Integer> leader, int no) {
        int at = no;
        while (Objects.requireNonNull(leader.get(at)) != at) {
            at = Objects.requireNonNull(leader.get(at));
        }
        return at;
    }

    /** The smaller number leads, so that the order of the zones is the order of the matches. */
    private static void join(Map<Integer, Integer> leader, int one, int other) {
        int a = find(leader, one);
        int b = find(leader, other);
        leader.put(Math.max(a, b), Math.min(a, b));
    }
}

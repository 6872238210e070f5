package no.arealkompass.plancheck;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.arealkompass.plancheck.PlanDifferenceMatcher.Match;
import no.arealkompass.plancheck.PlanDifferenceRepository.Pair;
import no.arealkompass.plancheck.PlanDifferenceRepository.Staged;

/** What the ground that a zone gained was before, and what the ground that it lost is after. Pure. */
final class PlanDifferenceShares {
    private final Map<Integer, Staged> zones;
    private final Map<Integer, List<Pair>> ofBefore;
    private final Map<Integer, List<Pair>> ofAfter;

    PlanDifferenceShares(List<Staged> zones, List<Pair> pairs) {
        this.zones = zones.stream().collect(Collectors.toMap(Staged::no, zone -> zone));
        this.ofBefore = pairs.stream().collect(Collectors.groupingBy(Pair::before));
        this.ofAfter = pairs.stream().collect(Collectors.groupingBy(Pair::after));
    }

    /** Square metres by the code the gained ground had. */
    Map<String, Double> before(Match match) {
        Set<Integer> own = new HashSet<>(match.nos());
        Map<String, Double> codes = new TreeMap<>();
        for (Staged zone : match.after()) {
            for (Pair pair : ofAfter.getOrDefault(zone.no(), List.of())) {
                var other = zones.get(pair.before());
                if (other != null && !own.contains(pair.before())) {
                    codes.merge(other.code(), pair.areaM2(), Double::sum);
                }
            }
        }
        return codes;
    }

    /** Square metres by the code the lost ground has. */
    Map<String, Double> after(Match match) {
        Set<Integer> own = new HashSet<>(match.nos());
        Map<String, Double> codes = new TreeMap<>();
        for (Staged zone : match.before()) {
            for (Pair pair : ofBefore.getOrDefault(zone.no(), List.of())) {
                var other = zones.get(pair.after());
                if (other != null && !own.contains(pair.after())) {
                    codes.merge(other.code(), pair.areaM2(), Double::sum);
                }
            }
        }
        return codes;
    }
}

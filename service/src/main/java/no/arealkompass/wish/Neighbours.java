package no.arealkompass.wish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.arealkompass.wish.Answer.Match;

/**
 * Joins neighbouring sites where that helps: a combination is kept when it lacks certainly less than each of its sites and
 * than each smaller combination in it. Pure.
 */
final class Neighbours {
    /** So many combinations are looked at, not more. */
    static final int MOST = 20_000;

    /** Two sites whose outlines lie near each other. */
    record Pair(long a, long b, double metres) {}

    /** @param cut whether there were more than are looked at */
    record Found(List<Match> combinations, boolean cut) {}

    private final Comparison comparison;
    private final Map<Long, Match> singles;
    private final Map<Long, Map<Long, Double>> near = new HashMap<>();

    /** How few gaps a set of sites has, itself or anything in it. */
    private final Map<Set<Long>, Integer> fewest = new HashMap<>();

    Neighbours(Comparison comparison, Map<Long, Match> singles, List<Pair> pairs) {
        this.comparison = comparison;
        this.singles = singles;
        for (var pair : pairs) {
            near.computeIfAbsent(pair.a(), a -> new TreeMap<>()).put(pair.b(), pair.metres());
            near.computeIfAbsent(pair.b(), b -> new TreeMap<>()).put(pair.a(), pair.metres());
        }
    }

    /** @param most sites in one combination */
    Found find(int most) {
        List<Match> kept = new ArrayList<>();
        Set<Set<Long>> sets = new LinkedHashSet<>();
        for (Long id : new TreeMap<>(singles).keySet()) {
            sets.add(Set.of(id));
            fewest.put(Set.of(id), gaps(id));
        }
        int looked = 0;
        for (int size = 2; size <= most; size++) {
            Set<Set<Long>> larger = new LinkedHashSet<>();
            for (var set : sets) {
                for (var one : grown(set)) {
                    if (larger.add(one) && ++looked > MOST) {
                        return new Found(List.copyOf(kept), true);
                    }
                }
            }
            larger.forEach(set -> keep(set, kept));
            sets.clear();
            sets.addAll(larger);
        }
        return new Found(List.copyOf(kept), false);
    }

    /** The set with each neighbour of one of its sites; a site that lacks nothing needs no neighbour. */
    private List<Set<Long>> grown(Set<Long> set) {
        List<Set<Long>> grown = new ArrayList<>();
        for (Long id : set) {
            if (gaps(id) == 0) {
                return List.of();
            }
            for (Long other : near.getOrDefault(id, Map.of()).keySet()) {
                if (!set.contains(other) && gaps(other) > 0) {
                    var one = new TreeSet<>(set);
                    one.add(other);
                    grown.add(one);
                }
            }
        }
        return grown;
    }

    private int gaps(Long id) {
        return Objects.requireNonNull(singles.get(id)).gaps();
    }

    private void keep(Set<Long> set, List<Match> kept) {
        var match = comparison.together(
                set.stream().map(id -> Objects.requireNonNull(singles.get(id))).toList(), apart(set));
        int within = Integer.MAX_VALUE;
        for (Long id : set) {
            var smaller = new TreeSet<>(set);
            smaller.remove(id);
            within = Math.min(within, fewest.getOrDefault(smaller, Integer.MAX_VALUE));
        }
        if (match.gaps() < within) {
            kept.add(match);
        }
        fewest.put(set, Math.min(within, match.gaps()));
    }

    /** The longest of the shortest ways from each site to another one. */
    private double apart(Set<Long> set) {
        return set.stream()
                .mapToDouble(id -> near.getOrDefault(id, Map.of()).entrySet().stream()
                        .filter(other -> set.contains(other.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .min()
                        .orElse(0))
                .max()
                .orElse(0);
    }
}

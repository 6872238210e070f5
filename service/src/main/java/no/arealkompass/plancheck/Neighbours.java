package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.score.PlanScores;
import org.jspecify.annotations.Nullable;

/** What lies across the municipal border: the same purpose planned beside it, and better ground for what is wanted here. */
final class Neighbours {
    /** More pairs than these help nobody. */
    private static final int MOST = 50;

    private Neighbours() {}

    /**
     * Something to look at across the border.
     *
     * @param other the zone there; null for a site
     * @param site the better site; null for a zone
     * @param purpose id of the purpose that both are for
     * @param metres between the zones; NaN for a site
     * @param points of the zone here and of the site; null for a zone
     */
    record Neighbour(
            CheckedZone zone,
            @Nullable CheckedZone other,
            @Nullable CheckedSite site,
            String purpose,
            double metres,
            @Nullable Points points) {}

    record Points(double zoneLow, double zoneHigh, double siteLow, double siteHigh) {}

    /** Zones of two municipalities beside each other whose codes share a purpose, the nearest first. */
    static List<Neighbour> samePurpose(
            Situation situation, GroundRepository ground, String zoneKind, String otherKind) {
        Map<Long, CheckedZone> byNo = new HashMap<>();
        situation.zones().forEach(zone -> byNo.put(zone.no(), zone));
        var others = situation.wholeRegion() ? situation.zones() : situation.around();
        Map<Long, CheckedZone> otherByNo = new HashMap<>();
        others.forEach(zone -> otherByNo.put(zone.no(), zone));
        List<Neighbour> found = new ArrayList<>();
        var own = situation.business(situation.zones());
        var with = situation.business(others);
        for (var near : ground.near(
                zoneKind,
                own,
                situation.wholeRegion() ? zoneKind : otherKind,
                with,
                situation.planning().neighbourM())) {
            var zone = byNo.get(near.one());
            var other = otherByNo.get(near.other());
            if (zone == null || other == null || !counts(situation, zone, other)) {
                continue;
            }
            var shared = situation.planning().purposesOf(zone.zone().code()).stream()
                    .filter(situation.planning().purposesOf(other.zone().code())::contains)
                    .findFirst();
            shared.ifPresent(purpose -> found.add(new Neighbour(zone, other, null, purpose, near.metres(), null)));
            if (found.size() == MOST) {
                break;
            }
        }
        return found;
    }

    /** In the region each pair once, the lower municipality first; else always seen from the subject's side. */
    private static boolean counts(Situation situation, CheckedZone zone, CheckedZone other) {
        int order = zone.municipality().compareTo(other.municipality());
        return situation.wholeRegion() ? order < 0 : order != 0;
    }

    /**
     * For each zone the site of another municipality that certainly gets more points than it, by the widest margin.
     *
     * @param scores the zones' points by zone and purpose
     */
    static List<Neighbour> betterSites(Situation situation, Map<Long, Map<String, PlanScores.Points>> scores) {
        Map<String, CheckedSite> sites = new HashMap<>();
        situation.sites().forEach(site -> sites.put(site.site().id(), site));
        List<Neighbour> found = new ArrayList<>();
        for (var zone : situation.zones()) {
            scores.getOrDefault(zone.no(), Map.of()).entrySet().stream()
                    .flatMap(entry -> situation.run().ranking(entry.getKey()).stream()
                            .filter(one -> one.low() > entry.getValue().high())
                            .flatMap(one -> better(zone, entry.getKey(), entry.getValue(), one, sites.get(one.site()))))
                    .max(Comparator.comparingDouble(Neighbours::margin)
                            .thenComparing(Neighbour::purpose, Comparator.reverseOrder()))
                    .ifPresent(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Neighbours::margin).reversed())
                .limit(MOST)
                .toList();
    }

    private static java.util.stream.Stream<Neighbour> better(
            CheckedZone zone, String purpose, PlanScores.Points points, RunView.Ranked site, @Nullable CheckedSite of) {
        var there = of == null ? null : of.municipality();
        return of == null || there == null || there.equals(zone.municipality())
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.of(new Neighbour(
                        zone,
                        null,
                        of,
                        purpose,
                        Double.NaN,
                        new Points(points.low(), points.high(), site.low(), site.high())));
    }

    private static double margin(Neighbour one) {
        var points = one.points();
        return points == null ? 0 : points.siteLow() - points.zoneHigh();
    }
}

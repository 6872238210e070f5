package no.arealkompass.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.arealkompass.score.LandNeeds.Density;
import no.arealkompass.score.LandNeeds.Goal;
import no.arealkompass.site.Fact;
import no.arealkompass.site.Site;
import no.arealkompass.site.SitePart;
import org.jspecify.annotations.Nullable;

/**
 * How much land lies ready in which state, and what it could hold in jobs. Only known areas count, each ground once; what
 * is not known is named and never zero. Pure.
 */
final class LandReserve {

    private LandReserve() {}

    /**
     * The reserve of all sites.
     *
     * @param unknownArea ids of the sites of which no source states an area
     * @param withoutDensityM2 land for which no number of jobs can be said, because its use is not known or has no figure
     * @param jobsLow of the land that has a figure
     */
    record Reserve(
            List<Row> rows,
            List<String> unknownArea,
            double areaM2,
            double withoutDensityM2,
            double jobsLow,
            double jobsHigh,
            List<Density> densities,
            @Nullable Goal goal,
            List<Need> needs) {}

    /**
     * Land in the same state for the same use.
     *
     * @param planStatus class of the fact; null where nobody has stated one, and so with {@code use}
     * @param jobsLow null when no figure is known for the use
     */
    record Row(
            @Nullable String planStatus,
            @Nullable String use,
            double areaM2,
            @Nullable Double jobsLow,
            @Nullable Double jobsHigh,
            List<Plot> plots) {}

    /**
     * What one site adds.
     *
     * @param countedM2 what is left when sold plots and ground counted under another site are taken out
     * @param statedBy who states the plan status, and when; null where nobody does
     */
    record Plot(
            String site,
            double areaM2,
            double soldM2,
            double elsewhereM2,
            double countedM2,
            @Nullable String statedBy,
            @Nullable String on) {}

    /** The land that a goal takes if all its jobs come in one kind of business. */
    record Need(String density, int years, double jobs, double m2Low, double m2High) {}

    private record Key(String planStatus, String use) {}

    /** The sites in the order in which they are counted: the furthest planned first, so that overlaps count there. */
    static List<Site> inOrder(List<Site> sites, List<String> statusesWorstFirst) {
        return sites.stream()
                .filter(Site::areaKnown)
                .sorted(Comparator.comparingInt((Site site) -> -statusesWorstFirst.indexOf(value(site, "planStatus")))
                        .thenComparing(Site::id))
                .toList();
    }

    /**
     * The reserve.
     *
     * @param counted {@link #inOrder}
     * @param newGround site version → m² that it adds to those before it
     */
    static Reserve of(
            List<Site> all,
            List<Site> counted,
            Map<Long, Double> newGround,
            List<Density> densities,
            @Nullable Goal goal) {
        var groups = new TreeMap<Key, List<Plot>>(
                Comparator.comparing(Key::planStatus).thenComparing(Key::use));
        for (var site : counted) {
            var key = new Key(value(site, "planStatus"), value(site, "zonedUse"));
            groups.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(plot(site, newGround.getOrDefault(site.versionId(), site.areaM2())));
        }
        var rows = new ArrayList<Row>();
        groups.forEach((key, plots) -> rows.add(row(key, plots, densities)));
        return new Reserve(
                rows,
                all.stream().filter(site -> !site.areaKnown()).map(Site::id).toList(),
                rows.stream().mapToDouble(Row::areaM2).sum(),
                rows.stream()
                        .filter(row -> row.jobsLow() == null)
                        .mapToDouble(Row::areaM2)
                        .sum(),
                rows.stream().mapToDouble(row -> orZero(row.jobsLow())).sum(),
                rows.stream().mapToDouble(row -> orZero(row.jobsHigh())).sum(),
                densities,
                goal,
                goal == null ? List.of() : needs(densities, goal));
    }

    /** What has no figure adds nothing to the sum; its land is told beside it. */
    private static double orZero(@Nullable Double jobs) {
        return jobs == null ? 0 : jobs;
    }

    private static Plot plot(Site site, double newGround) {
        double sold = site.parts().stream()
                .filter(part -> part.status() == SitePart.Status.SOLD)
                .mapToDouble(SitePart::areaM2)
                .sum();
        var status = fact(site, "planStatus");
        return new Plot(
                site.id(),
                site.areaM2(),
                sold,
                site.areaM2() - newGround,
                Math.max(0, newGround - sold),
                status == null ? null : status.statedBy(),
                status == null ? null : status.on());
    }

    private static Row row(Key key, List<Plot> plots, List<Density> densities) {
        double area = plots.stream().mapToDouble(Plot::countedM2).sum();
        var used =
                densities.stream().filter(one -> one.uses().contains(key.use())).toList();
        double most = used.stream().mapToDouble(Density::m2PerJobHigh).max().orElse(0);
        double least = used.stream().mapToDouble(Density::m2PerJobLow).min().orElse(0);
        return new Row(
                key.planStatus().isEmpty() ? null : key.planStatus(),
                key.use().isEmpty() ? null : key.use(),
                area,
                used.isEmpty() ? null : area / most,
                used.isEmpty() ? null : area / least,
                plots);
    }

    private static List<Need> needs(List<Density> densities, Goal goal) {
        return densities.stream()
                .flatMap(one -> goal.horizonYears().stream().map(years -> {
                    double jobs = (double) goal.jobsPerYear() * years;
                    return new Need(one.id(), years, jobs, jobs * one.m2PerJobLow(), jobs * one.m2PerJobHigh());
                }))
                .toList();
    }

    private static @Nullable Fact fact(Site site, String id) {
        return site.facts().stream()
                .filter(one -> one.fact().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Empty when nobody has stated it. */
    private static String value(Site site, String id) {
        var fact = fact(site, id);
        return fact == null ? "" : String.valueOf(fact.value());
    }
}

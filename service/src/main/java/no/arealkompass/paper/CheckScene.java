package no.arealkompass.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.geo.Geo;
import no.arealkompass.paper.MapScene.Mark;
import no.arealkompass.paper.MapScene.Style;
import no.arealkompass.paper.MapScene.Zone;
import no.arealkompass.plan.PlanZone;
import no.arealkompass.plan.Plans;
import no.arealkompass.plan.ZoneKind;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** The ground of a plan check: the zones of its plans, the findings on them, and the borders around. */
@Component
class CheckScene {
    private static final int ON_THE_GROUND = 2;

    private final PaperRepository repository;
    private final Plans plans;
    private final Datasets datasets;

    CheckScene(PaperRepository repository, Plans plans, Datasets datasets) {
        this.repository = repository;
        this.plans = plans;
        this.datasets = datasets;
    }

    MapScene of(Caller caller, CheckDocument check) {
        int srid = datasets.region(caller).srid();
        var frame = datasets.all(caller).stream()
                .filter(dataset -> dataset.role() == DatasetRole.MUNICIPALITIES)
                .flatMap(dataset -> datasets.inUse(caller, dataset.id()).stream())
                .findFirst();
        return new MapScene(
                frame.map(version -> repository.borders(version.id(), srid)).orElse(List.of()),
                zones(caller, check, srid),
                marks(check, srid),
                Stream.concat(
                                frame.map(version -> version.source().attribution()).stream(),
                                check.attributions().stream())
                        .distinct()
                        .collect(Collectors.joining(" · ")));
    }

    /** What applies lies uppermost: plans in the order they came into force, those on hearing last. */
    private List<Zone> zones(Caller caller, CheckDocument check, int srid) {
        Map<Long, LocalDate> inForce = new HashMap<>();
        StreamSupport.stream(check.body.path("subject").path("plans").spliterator(), false)
                .forEach(plan -> inForce.put(
                        plan.path("planVersion").asLong(0),
                        plan.path("inForceFrom").isString()
                                ? LocalDate.parse(plan.path("inForceFrom").asString())
                                : LocalDate.MAX));
        return plans.zones(caller, check.planVersions()).stream()
                .filter(zone -> zone.kind() == ZoneKind.PURPOSE && zone.verticalLevel() == ON_THE_GROUND)
                .sorted(Comparator.comparing(
                                (PlanZone zone) -> inForce.getOrDefault(zone.planVersionId(), LocalDate.MAX))
                        .thenComparing(PlanZone::id))
                .map(zone -> new Zone(Geo.fromWkb(zone.wkb(), srid), ZoneGroup.of(zone)))
                .toList();
    }

    private List<Mark> marks(CheckDocument check, int srid) {
        var shapes = check.findings.stream()
                .map(finding -> finding.body().path("geometry"))
                .map(shape -> shape.isObject() ? shape.toString() : "")
                .toList();
        var stored = repository.stored(shapes, srid);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Geometry ground = stored.get(i);
            if (ground != null && !ground.isEmpty()) {
                var finding = check.findings.get(i);
                marks.add(new Mark(String.valueOf(finding.number()), ground, style(finding.kind())));
            }
        }
        return marks;
    }

    static Style style(String kind) {
        return switch (kind) {
            case "deviation" -> Style.DEVIATION;
            case "missing" -> Style.MISSING;
            case "undecided" -> Style.UNDECIDED;
            default -> Style.NOTE;
        };
    }
}

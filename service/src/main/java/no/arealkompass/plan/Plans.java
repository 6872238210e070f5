package no.arealkompass.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import org.springframework.stereotype.Service;

/**
 * The way in to municipal area plans. Inputs and proposals are for those who may read all; what is on hearing or adopted is
 * for everyone. Every method throws {@link no.arealkompass.access.AccessDenied} when the caller may not.
 */
@Service
public class Plans {
    private final PlanRepository repository;

    Plans(PlanRepository repository) {
        this.repository = repository;
    }

    /** All versions the caller may see, by municipality and plan, newest version first. */
    public List<PlanVersion> versions(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.versions(Access.may(caller, Operation.READ_ALL));
    }

    /**
     * One version.
     *
     * @throws NoSuchPlan when there is none the caller may see
     */
    public PlanVersion version(Caller caller, String plan, int version) {
        return versions(caller).stream()
                .filter(v -> v.plan().equals(plan) && v.version() == version)
                .findFirst()
                .orElseThrow(() -> new NoSuchPlan("version " + version + " of plan " + plan));
    }

    /** The zones of some versions, which must be among those the caller may see. */
    public List<PlanZone> zones(Caller caller, Collection<Long> planVersions) {
        var visible = versions(caller).stream().map(PlanVersion::id).toList();
        planVersions.stream().filter(id -> !visible.contains(id)).findFirst().ifPresent(id -> {
            throw new NoSuchPlan("plan version " + id);
        });
        return repository.zones(planVersions);
    }

    /** The versions that applied on a date: the newest adopted one of each plan that was in force then. */
    public List<PlanVersion> applied(Caller caller, LocalDate on) {
        Map<String, PlanVersion> applied = new LinkedHashMap<>();
        versions(caller).stream().filter(v -> inForce(v, on)).forEach(v -> applied.putIfAbsent(v.plan(), v));
        return List.copyOf(applied.values());
    }

    private static boolean inForce(PlanVersion version, LocalDate on) {
        LocalDate from = version.inForceFrom();
        LocalDate to = version.inForceTo();
        return version.stage() == Stage.ADOPTED
                && from != null
                && !from.isAfter(on)
                && (to == null || !to.isBefore(on));
    }
}

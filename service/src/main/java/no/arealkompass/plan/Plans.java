package no.arealkompass.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Region;
import org.springframework.stereotype.Service;

/**
 * The way in to municipal area plans. Inputs and proposals are for those who may read all; what is on hearing or adopted is
 * for everyone. Every method throws {@link no.arealkompass.access.AccessDenied} when the caller may not.
 */
@Service
public class Plans {
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final PlanRepository repository;
    private final Datasets datasets;
    private final Clock clock;
    private final PlanCodes codes;

    Plans(PlanRepository repository, Datasets datasets, Clock clock) {
        this.repository = repository;
        this.datasets = datasets;
        this.clock = clock;
        this.codes = PlanCodesReader.read(
                "plan-kinds.yaml",
                file("plan-kinds.yaml"),
                PlanCodesReader.codes("plan-purposes.yaml", file("plan-purposes.yaml")),
                PlanCodesReader.codes("plan-considerations.yaml", file("plan-considerations.yaml")));
    }

    private String file(String name) {
        try {
            return datasets.resource(Caller.PUBLIC, "codes/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("gis-data/codes/" + name + " cannot be read", e);
        }
    }

    /** The official codes. */
    public PlanCodes codes(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return codes;
    }

    /**
     * All versions the caller may see, by municipality and plan, newest version first. Their notes say what their status
     * and dates mean today.
     */
    public List<PlanVersion> versions(Caller caller) {
        return stored(caller).stream()
                .map(v -> v.read(StatusReader.read(v, today()).notes()))
                .toList();
    }

    private List<PlanVersion> stored(Caller caller) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return repository.versions(Access.may(caller, Operation.READ_ALL));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(NORWAY));
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
        requireVisible(caller, planVersions);
        return repository.zones(planVersions);
    }

    private void requireVisible(Caller caller, Collection<Long> planVersions) {
        var visible = stored(caller).stream().map(PlanVersion::id).collect(Collectors.toSet());
        planVersions.stream().filter(id -> !visible.contains(id)).findFirst().ifPresent(id -> {
            throw new NoSuchPlan("plan version " + id);
        });
    }

    /**
     * The versions that applied on a date, at most one of each plan. What is repealed, replaced, expired, deferred or not
     * yet in force is never among them. A version whose status and dates do not agree is, when no older one certainly
     * applied; a note of it is then {@link PlanNote#uncertain() uncertain} and must be shown wherever it is used.
     */
    public List<PlanVersion> applied(Caller caller, LocalDate on) {
        return Applying.on(stored(caller), on);
    }

    /** What a version is on a date. */
    public Standing standing(Caller caller, PlanVersion version, LocalDate on) {
        Access.require(caller, Operation.READ_PUBLISHED);
        return StatusReader.read(version, on).standing();
    }

    /**
     * What counts today in a subject: {@code region}, a municipality such as {@code 3414}, either with {@code ~} when what
     * is on hearing counts too, or a version such as {@code 3414-201803@2}.
     *
     * @throws NoSuchPlan when it is no subject, or one the caller may not see
     */
    public Subject subject(Caller caller, String subject) {
        var municipalities = datasets.region(caller).municipalities().stream()
                .map(Region.Municipality::number)
                .toList();
        return new SubjectReader(stored(caller), municipalities, today()).read(subject);
    }

    /**
     * The purpose zones on the ground of a subject, each with the ground on which it counts: where two plans of the
     * subject lie on the same ground, the one that wins. Zones of one plan that overlap each other still do, see the
     * topology findings. Zones of which nothing is left are not among them.
     *
     * @return zones with {@code wkb} and {@code areaM2} of the ground on which they count
     */
    public List<PlanZone> effective(Caller caller, Subject subject) {
        var ids = Applying.byPrecedence(subject.versions()).stream()
                .map(PlanVersion::id)
                .toList();
        requireVisible(caller, ids);
        return repository.effective(ids);
    }
}

package no.arealkompass.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.arealkompass.access.Access;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Followed;
import no.arealkompass.dataset.ImportedVersion;
import no.arealkompass.dataset.Region;
import no.arealkompass.geo.Bbox;
import no.arealkompass.yaml.Text;
import org.springframework.stereotype.Service;

/**
 * The way in to municipal area plans. Inputs and proposals are for their municipality and the administrator, what is on
 * hearing or adopted is for everyone; row policies decide (docs/decisions/0090). Every method throws {@link no.arealkompass.access.AccessDenied} when the caller may not.
 */
@Service
public class Plans {
    /** Findings of one question about the drawing; a plan with more is redrawn, not mended. */
    public static final int MOST_FINDINGS = TopologyRepository.MOST;

    /** What is narrower (m) is noise of snapping and rounding, and no finding. */
    public static final double NOISE_M = TopologyRepository.NOISE_M;

    /** Once it is settled which plans a caller may see, row policies would only keep spatial indexes from being used. */
    private static final Caller SELF = Caller.service("plan");

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final PlanRepository repository;
    private final TakeOverRepository takeOvers;
    private final TopologyRepository topology;
    private final Datasets datasets;
    private final Clock clock;
    private final PlanCodes codes;

    Plans(
            PlanRepository repository,
            TakeOverRepository takeOvers,
            TopologyRepository topology,
            Datasets datasets,
            Clock clock) {
        this.repository = repository;
        this.takeOvers = takeOvers;
        this.topology = topology;
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

    /**
     * Makes plan versions of a delivery, one for each plan in it, in the transaction that imports it. Faults refuse the
     * delivery and nothing is stored; notes are kept with the version.
     */
    public Followed takeOver(Caller caller, ImportedVersion delivery) {
        Access.require(caller, Operation.IMPORT);
        var result = TakeOver.read(
                takeOvers.objects(delivery.id()), codes, sender(delivery), today(), regionNumbers(caller));
        var elsewhere = result.drafts().stream()
                .filter(draft -> !Access.may(caller, Operation.IMPORT, Set.of(draft.municipality())))
                .map(Plans::notOwn)
                .toList();
        if (!elsewhere.isEmpty()) {
            return new Followed(null, elsewhere, List.of());
        }
        if (result.faults().isEmpty()) {
            result.drafts().forEach(draft -> takeOvers.store(draft, delivery.id(), caller.name()));
        }
        return new Followed(null, result.faults(), result.notes());
    }

    private static Followed.Fault notOwn(PlanDraft draft) {
        return new Followed.Fault(
                draft.plan(),
                new Text(
                        "Planen hører til kommune " + draft.municipality() + ", som du ikke handler for.",
                        "The plan belongs to municipality " + draft.municipality() + ", which you do not act for."),
                new Text(
                        "Ta den ut av filen, eller be den kommunen eller administratoren levere den.",
                        "Take it out of the file, or ask that municipality or the administrator to deliver it."));
    }

    private static String sender(ImportedVersion delivery) {
        var stated = delivery.choices().plan().sender();
        return stated == null ? delivery.source().publisher() : stated;
    }

    private List<String> regionNumbers(Caller caller) {
        return datasets.region(caller).municipalities().stream()
                .map(Region.Municipality::number)
                .toList();
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
        return repository.versions();
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
        return Acting.as(SELF, () -> repository.zones(planVersions));
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

    /** What applies on a date when plans that are newest on hearing count in that version. */
    public List<PlanVersion> appliedWithHearing(Caller caller, LocalDate on) {
        return Applying.withHearing(stored(caller), on);
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
        return new SubjectReader(stored(caller), regionNumbers(caller), today()).read(subject);
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
        return Acting.as(SELF, () -> repository.effective(ids));
    }

    /**
     * What is wrong with how the plans of a subject are drawn, to be said before any of their areas is summed: gaps and
     * overlaps wider than a millimetre, slivers, zones outside the plan or the municipality, plans and zones delivered
     * twice. At most {@value #MOST_FINDINGS} of each question.
     */
    public List<TopologyFinding> topology(Caller caller, Subject subject) {
        var visible = stored(caller);
        var ids = subject.versions().stream().map(PlanVersion::id).toList();
        requireVisible(caller, ids);
        long frame = datasets.all(caller).stream()
                .filter(d -> d.role() == DatasetRole.MUNICIPALITIES)
                .flatMap(d -> datasets.inUse(caller, d.id()).stream())
                .findFirst()
                .map(DatasetVersion::id)
                .orElse(0L);
        var among = visible.stream().map(PlanVersion::id).toList();
        return Topology.findings(Acting.as(SELF, () -> topology.rows(ids, among, frame)), visible);
    }

    /**
     * The effective zones of a subject for a map.
     *
     * @param bbox only those that touch it
     * @param most how many at most, in the order of the plans
     */
    public MappedZones mapped(Caller caller, Subject subject, Bbox bbox, int most) {
        var ids = Applying.byPrecedence(subject.versions()).stream()
                .map(PlanVersion::id)
                .toList();
        requireVisible(caller, ids);
        return Acting.as(SELF, () -> repository.mapped(ids, bbox, most));
    }
}

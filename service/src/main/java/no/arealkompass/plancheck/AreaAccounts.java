package no.arealkompass.plancheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Dataset;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.DatasetVersion;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.plan.Level;
import no.arealkompass.plan.PlanVersion;
import no.arealkompass.plan.PlanZone;
import no.arealkompass.plan.Plans;
import no.arealkompass.plan.Stage;
import no.arealkompass.plan.Subject;
import no.arealkompass.plan.ZoneKind;
import no.arealkompass.plancheck.AreaAccountCodes.Theme;
import no.arealkompass.plancheck.AreaAccountRepository.Staged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way in to area accounts (arealregnskap): what the zones of a subject hold, by purpose and by what the ground is. The
 * zones count where they win over other plans ({@link Plans#effective}), so that municipalities and the region add up.
 */
@Service
public class AreaAccounts {
    private final Plans plans;
    private final Datasets datasets;
    private final AreaAccountRepository repository;
    private final AreaAccountCodes codes;
    private final TransactionTemplate transaction;
    /** Versions of plans and data never change, so neither does what was calculated of them. */
    private final AreaAccountKept<Key, AreaAccount> calculated = new AreaAccountKept<>(12);

    AreaAccounts(
            Plans plans, Datasets datasets, AreaAccountRepository repository, PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.plans = plans;
        this.datasets = datasets;
        this.repository = repository;
        this.codes = AreaAccountCodes.read(datasets);
    }

    /** All that an account depends on. */
    private record Key(Subject subject, List<PlanVersion> earlier, List<Long> data) {}

    /**
     * The account of a subject.
     *
     * @param subject see {@link Plans#subject}
     * @throws no.arealkompass.plan.NoSuchPlan when it is no subject, or one the caller may not see
     */
    public AreaAccount account(Caller caller, String subject) {
        var what = plans.subject(caller, subject);
        var versions = versions(caller);
        var earlier = earlier(caller, what);
        var data = versions.values().stream().map(DatasetVersion::id).toList();
        var key = new Key(what, List.copyOf(earlier.values()), data);
        return calculated.get(
                key,
                () -> Objects.requireNonNull(
                        transaction.execute(status -> calculate(caller, what, earlier, versions))));
    }

    /** The versions in use that an account reads, by dataset. */
    private Map<String, DatasetVersion> versions(Caller caller) {
        Map<String, DatasetVersion> versions = new LinkedHashMap<>();
        Stream.concat(codes.themes().stream().map(Theme::dataset), borders(caller).stream())
                .flatMap(dataset -> datasets.inUse(caller, dataset).stream())
                .forEach(version -> versions.put(version.dataset(), version));
        return versions;
    }

    private AreaAccount calculate(
            Caller caller, Subject what, Map<Long, PlanVersion> earlier, Map<String, DatasetVersion> versions) {
        int storage = datasets.region(caller).srid();
        Map<String, AreaAccount.Data> data = new HashMap<>();
        for (Theme theme : codes.themes()) {
            var one = data(versions.get(theme.dataset()));
            if (one != null) {
                data.put(theme.dataset(), one);
            }
        }
        var borders = borders(caller).flatMap(dataset -> Optional.ofNullable(versions.get(dataset)));
        var made = new AreaAccountMaker(codes, repository, storage)
                .make(
                        staged(caller, what, earlier),
                        borders.map(DatasetVersion::id).orElse(null),
                        data,
                        !earlier.isEmpty());
        var ids = what.versions().stream().map(PlanVersion::id).toList();
        return new AreaAccount(
                what.id(),
                what.versions().stream()
                        .map(v -> member(v, earlier.get(v.id())))
                        .toList(),
                what.missingMunicipalities(),
                AreaAccountTables.rounded(repository.otherLevels(ids)),
                repository.outline(ids, storage),
                made.groups(),
                names(caller, what, made),
                made.themes(),
                made.scopes());
    }

    /** By the list of the first plan: the two lists agree on the codes they share. */
    private List<AreaAccount.Column> names(Caller caller, Subject what, AreaAccountMaker.Made made) {
        var level = what.versions().stream().map(PlanVersion::level).findFirst().orElse(Level.MUNICIPAL);
        return made.scopes().getFirst().tables().getFirst().rows().stream()
                .flatMap(row -> Stream.ofNullable(row.code()))
                .map(code -> new AreaAccount.Column(code, plans.codes(caller).nameOf(ZoneKind.PURPOSE, code, level)))
                .toList();
    }

    private Optional<String> borders(Caller caller) {
        return datasets.all(caller).stream()
                .filter(dataset -> dataset.role() == DatasetRole.MUNICIPALITIES)
                .map(Dataset::id)
                .findFirst();
    }

    /** The newest adopted version before each, by plan_version.id; those that have none are not in it. */
    private Map<Long, PlanVersion> earlier(Caller caller, Subject subject) {
        var all = plans.versions(caller);
        Map<Long, PlanVersion> earlier = new LinkedHashMap<>();
        for (PlanVersion version : subject.versions()) {
            all.stream()
                    .filter(v -> v.plan().equals(version.plan())
                            && v.version() < version.version()
                            && v.stage() == Stage.ADOPTED)
                    .findFirst()
                    .ifPresent(v -> earlier.put(version.id(), v));
        }
        return earlier;
    }

    private List<Staged> staged(Caller caller, Subject subject, Map<Long, PlanVersion> earlier) {
        List<Staged> staged = new ArrayList<>();
        for (PlanZone zone : plans.effective(caller, subject)) {
            staged.add(new Staged(zone, false, business(zone), earlier.containsKey(zone.planVersionId())));
        }
        if (!earlier.isEmpty()) {
            var before = new Subject(
                    subject.id(),
                    subject.kind(),
                    false,
                    subject.municipality(),
                    List.copyOf(earlier.values()),
                    List.of());
            plans.effective(caller, before).stream()
                    .filter(this::business)
                    .forEach(zone -> staged.add(new Staged(zone, true, true, true)));
        }
        return staged;
    }

    private boolean business(PlanZone zone) {
        return codes.group(zone.code()).business();
    }

    private static AreaAccount.@Nullable Data data(@Nullable DatasetVersion version) {
        return version == null
                ? null
                : new AreaAccount.Data(
                        version.id(),
                        version.version(),
                        version.source().publisher(),
                        version.source().asOf(),
                        version.source().attribution(),
                        version.sample());
    }

    private static AreaAccount.Member member(PlanVersion version, @Nullable PlanVersion earlier) {
        return new AreaAccount.Member(
                version.plan(),
                version.version(),
                version.name(),
                version.municipality(),
                version.stage(),
                version.sample(),
                earlier == null ? null : earlier.version(),
                version.inForceFrom());
    }
}

package no.arealkompass.intake;

import java.util.List;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Consequences;
import no.arealkompass.dataset.Corrections;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.Followed;
import no.arealkompass.dataset.Followed.Fault;
import no.arealkompass.dataset.ImportedVersion;
import no.arealkompass.dataset.Progress;
import no.arealkompass.plan.Plans;
import no.arealkompass.site.SiteFault;
import no.arealkompass.site.Sites;
import no.arealkompass.yaml.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What follows from an import: sites from a delivery of sites, then derived layers and a new run. */
@Configuration
class Following {
    /** The source of files that were exported here and edited; see docs/decisions/0066. */
    private static final String EXPORT = "eksport";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Sites sites;
    private final Plans plans;
    private final Corrections corrections;
    private final ObjectProvider<Intake> intake; // it needs what is made here

    Following(Sites sites, Plans plans, Corrections corrections, ObjectProvider<Intake> intake) {
        this.sites = sites;
        this.plans = plans;
        this.corrections = corrections;
        this.intake = intake;
    }

    @Bean
    Consequences consequences() {
        return new Consequences(this::within, sites::storedOutlines, this::after);
    }

    private Followed within(Caller caller, ImportedVersion imported) {
        if (imported.dataset().role() == DatasetRole.PLANS) {
            return plans.takeOver(caller, imported);
        }
        if (imported.dataset().role() != DatasetRole.SITES) {
            corrections.apply(caller, imported.dataset()); // a new delivery gets the corrections that stand
            return Followed.NOTHING;
        }
        if (imported.source().id().equals(EXPORT)) {
            return changes(caller, imported);
        }
        try {
            sites.takeOver(caller, imported.id());
            return Followed.NOTHING;
        } catch (SiteFault e) {
            return new Followed(
                    null, e.problems().stream().map(Following::fault).toList());
        }
    }

    /** An export that comes back: every difference is shown, and what is chosen is taken. */
    private Followed changes(Caller caller, ImportedVersion imported) {
        var set = sites.takeChanges(caller, imported.id(), imported.choices().sites());
        var notes = set.unknownColumns().isEmpty()
                ? List.<Fault>of()
                : List.of(new Fault(
                        "",
                        new Text("Ukjente kolonner er ikke lest: %s.", "Unknown columns are not read: %s.")
                                .filled(String.join(", ", set.unknownColumns())),
                        new Text(
                                "Gi kolonnen navnet på en opplysning (se /api/facts) om den skal leses.",
                                "Name the column after a fact (see /api/facts) if it is to be read.")));
        return new Followed(
                JSON.valueToTree(set.changes()),
                set.faults().stream()
                        .map(fault -> new Fault(fault.site(), fault.message(), fault.remedy()))
                        .toList(),
                notes);
    }

    private static Fault fault(SiteFault.Problem problem) {
        return new Fault(
                problem.site(),
                new Text(problem.nb(), problem.en()),
                new Text("Rett det i filen og lever den på nytt.", "Mend it in the file and hand it in again."));
    }

    private void after(Caller caller, Progress progress) {
        intake.getObject().bringUpToDate(caller, progress);
    }
}

package no.arealkompass.intake;

import java.util.Map;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Consequences;
import no.arealkompass.dataset.Corrections;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.Followed;
import no.arealkompass.dataset.Followed.Fault;
import no.arealkompass.dataset.ImportedVersion;
import no.arealkompass.dataset.Progress;
import no.arealkompass.site.SiteFault;
import no.arealkompass.site.Sites;
import no.arealkompass.yaml.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows from an import: sites from a delivery of sites, then derived layers and a new run. */
@Configuration
class Following {
    private final Sites sites;
    private final Corrections corrections;
    private final ObjectProvider<Intake> intake;

    Following(Sites sites, Corrections corrections, ObjectProvider<Intake> intake) {
        this.sites = sites;
        this.corrections = corrections;
        this.intake = intake;
    }

    @Bean
    Consequences consequences() {
        return new Consequences(this::within, (caller, ids) -> Map.of(), this::after);
    }

    private Followed within(Caller caller, ImportedVersion imported) {
        if (imported.dataset().role() != DatasetRole.SITES) {
            corrections.apply(caller, imported.dataset()); // a new delivery gets the corrections that stand
            return Followed.NOTHING;
        }
        try {
            sites.takeOver(caller, imported.id());
            return Followed.NOTHING;
        } catch (SiteFault e) {
            return new Followed(
                    null, e.problems().stream().map(Following::fault).toList());
        }
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

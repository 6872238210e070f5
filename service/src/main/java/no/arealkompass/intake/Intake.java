package no.arealkompass.intake;

import java.nio.file.Path;
import java.util.Optional;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Corrections;
import no.arealkompass.dataset.DatasetRole;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.ImportReport;
import no.arealkompass.dataset.ImportedVersion;
import no.arealkompass.dataset.Progress;
import no.arealkompass.score.Scoring;
import no.arealkompass.site.SiteFault;
import no.arealkompass.site.Sites;
import org.springframework.stereotype.Component;

/** The way of a file into the service, and what follows from it. */
@Component
public class Intake {
    private final Datasets datasets;
    private final Corrections corrections;
    private final Sites sites;
    private final Scoring scoring;

    Intake(Datasets datasets, Corrections corrections, Sites sites, Scoring scoring) {
        this.datasets = datasets;
        this.corrections = corrections;
        this.sites = sites;
        this.scoring = scoring;
    }

    /**
     * Imports a file as a new version of a dataset; a file of sites makes new site versions in the same transaction.
     * What follows from it is left to {@link #bringUpToDate}, so that many files cost one run.
     *
     * @param crs what the caller says the coordinate system is, for a file that does not say it
     * @throws SiteFault when the file holds sites that cannot be taken over; nothing is then stored
     */
    public ImportReport take(
            Caller caller, String dataset, String source, Path file, Optional<String> crs, Progress progress) {
        return datasets.importFile(
                caller, dataset, source, file, crs, progress, imported -> takeOver(caller, imported));
    }

    private void takeOver(Caller caller, ImportedVersion imported) {
        if (imported.dataset().role() == DatasetRole.SITES) {
            sites.takeOver(caller, imported.id());
        } else {
            corrections.apply(caller, imported.dataset()); // a new delivery gets the corrections that stand
        }
    }

    /** Derives what is out of date and makes the run of the new state; true when there was anything to do. */
    public boolean bringUpToDate(Caller caller, Progress progress) {
        boolean derived = datasets.deriveOutdated(caller, progress);
        return scoring.refresh(caller, progress) || derived;
    }
}

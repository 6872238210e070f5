package no.arealkompass.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The way of a file into the service, and what follows from it. */
@Component
public class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final ReentrantLock oneAtATime = new ReentrantLock();
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

    /** The same for several files that make one version together, such as one per municipality. */
    ImportReport take(Caller caller, String dataset, String source, List<Path> files, Progress progress) {
        return datasets.importFiles(
                caller, dataset, source, files, Optional.empty(), progress, imported -> takeOver(caller, imported));
    }

    private void takeOver(Caller caller, ImportedVersion imported) {
        if (imported.dataset().role() == DatasetRole.SITES) {
            sites.takeOver(caller, imported.id());
        } else {
            corrections.apply(caller, imported.dataset()); // a new delivery gets the corrections that stand
        }
    }

    /**
     * Derives what is out of date and makes the run of the new state; true when there was anything to do. One at a time:
     * whoever comes last reads the newest state, so an older run never answers for it.
     */
    public boolean bringUpToDate(Caller caller, Progress progress) {
        oneAtATime.lock();
        try {
            boolean derived = datasets.deriveOutdated(caller, progress);
            return scoring.refresh(caller, progress) || derived;
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * The same beside the caller, who waits no longer than it likes. What fails is logged and made up for by the next
     * change or start: a run is missing then, nothing is wrong.
     *
     * @return whether everything is up to date already
     */
    public boolean bringUpToDateSoon(Caller caller, Duration patience) {
        var done = new CompletableFuture<Boolean>();
        Thread.ofVirtual().name("run").start(() -> {
            try {
                done.complete(bringUpToDate(caller, Progress.NONE));
            } catch (RuntimeException e) {
                LOG.error("The run after a change could not be made", e);
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

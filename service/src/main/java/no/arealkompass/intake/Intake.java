package no.arealkompass.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import no.arealkompass.access.Access;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Choices;
import no.arealkompass.dataset.Consequences;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.Datasets.Examined;
import no.arealkompass.dataset.ImportReport;
import no.arealkompass.dataset.Progress;
import no.arealkompass.score.Scoring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The way of a file into the service, and what follows from it. */
@Component
public class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final Set<Operation> CHANGES =
            Set.of(Operation.EDIT_SITES, Operation.IMPORT, Operation.CORRECT_DATA, Operation.EDIT_SCENARIOS);

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Datasets datasets;
    private final Scoring scoring;
    private final Consequences consequences;
    private final ApplicationEventPublisher events;

    Intake(Datasets datasets, Scoring scoring, Consequences consequences, ApplicationEventPublisher events) {
        this.datasets = datasets;
        this.scoring = scoring;
        this.consequences = consequences;
        this.events = events;
    }

    /**
     * Imports a file as a new version of a dataset; a file of sites makes new site versions in the same transaction.
     * What follows from it is left to {@link #bringUpToDate}, so that many files cost one run.
     *
     * @param crs what the caller says the coordinate system is, for a file that does not say it
     * @return what became of it; sites that cannot be taken over refuse the file like every other fault
     */
    public ImportReport take(
            Caller caller, String dataset, String source, Path file, Optional<String> crs, Progress progress) {
        return take(caller, file, Choices.of(dataset, source, crs.orElse(null)), progress);
    }

    /** The same for several files that make one version together, such as one per municipality. */
    ImportReport take(Caller caller, String dataset, String source, List<Path> files, Progress progress) {
        return datasets.importFiles(caller, files, Choices.of(dataset, source, null), progress, consequences);
    }

    /**
     * Imports a file as a new version of the dataset named among the choices.
     *
     * @param choices dataset and source must be among them
     */
    public ImportReport take(Caller caller, Path file, Choices choices, Progress progress) {
        return datasets.importFile(caller, file, choices, progress, consequences);
    }

    /** Imports a file and takes it back: what it holds, what is wrong with it, and what would come of it. */
    public Examined examine(Caller caller, Path file, Choices choices, Progress progress) {
        return datasets.examine(caller, file, choices, progress, consequences);
    }

    /**
     * Derives what is out of date and makes the run of the new state; true when there was anything to do. One at a time:
     * whoever comes last reads the newest state, so an older run never answers for it. Scenarios follow by themselves:
     * nobody waits for what might be before seeing what is.
     */
    public boolean bringUpToDate(Caller caller, Progress progress) {
        var service = inConsequence(caller);
        boolean any = rank(service, progress);
        Thread.ofVirtual().name("scenarios").start(() -> {
            try {
                imagine(service, Progress.NONE);
            } catch (RuntimeException e) {
                LOG.error("The runs of the scenarios could not be made", e);
            }
        });
        return any;
    }

    /** The same, and returns when the scenarios have their runs, too. */
    public boolean bringAllUpToDate(Caller caller, Progress progress) {
        var service = inConsequence(caller);
        boolean ranked = rank(service, progress);
        return imagine(service, progress) || ranked;
    }

    /**
     * What follows from a change concerns more than the one who made it may see or do: the service does it, under the name
     * of whoever began.
     */
    private static Caller inConsequence(Caller caller) {
        if (CHANGES.stream().noneMatch(change -> Access.may(caller, change))) {
            Access.require(caller, Operation.MAKE_RUN);
        }
        return Caller.service(caller.name());
    }

    private boolean rank(Caller caller, Progress progress) {
        boolean any;
        oneAtATime.lock();
        try {
            boolean derived = datasets.deriveOutdated(caller, progress);
            any = scoring.refresh(caller, progress) || derived;
        } finally {
            oneAtATime.unlock();
        }
        events.publishEvent(new BroughtUpToDate());
        return any;
    }

    private boolean imagine(Caller caller, Progress progress) {
        oneAtATime.lock();
        try {
            return scoring.imagine(caller, progress);
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
        return soon(() -> bringUpToDate(caller, Progress.NONE), patience);
    }

    /** The same for whoever changed a scenario and wants to see it. */
    public boolean bringAllUpToDateSoon(Caller caller, Duration patience) {
        return soon(() -> bringAllUpToDate(caller, Progress.NONE), patience);
    }

    private static boolean soon(BooleanSupplier work, Duration patience) {
        var done = new CompletableFuture<Boolean>();
        Thread.ofVirtual().name("run").start(() -> {
            try {
                done.complete(work.getAsBoolean());
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

package no.arealkompass.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.arealkompass.access.Access;
import no.arealkompass.access.Audit;
import no.arealkompass.access.Caller;
import no.arealkompass.access.Operation;
import no.arealkompass.dataset.Datasets;
import no.arealkompass.dataset.FetchFailed;
import no.arealkompass.dataset.FetchedFile;
import no.arealkompass.dataset.ImportReport;
import no.arealkompass.dataset.ImportReport.Outcome;
import no.arealkompass.dataset.Progress;
import no.arealkompass.intake.Fetch.Failure;
import no.arealkompass.intake.Fetch.State;
import no.arealkompass.site.SiteFault;
import no.arealkompass.yaml.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Open data on their way from the publisher to a new dataset version: the command and the page go through here. */
@Component
public class Fetches {
    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);
    private static final long ALIVE_NANOS = 1_000_000_000;
    private static final int SHOWN = 20;

    private final Datasets datasets;
    private final Intake intake;
    private final FetchRepository log;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Fetches(Datasets datasets, Intake intake, FetchRepository log, Audit audit, TransactionTemplate transaction) {
        this.datasets = datasets;
        this.intake = intake;
        this.log = log;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Begins a fetch that goes on by itself and brings ranking and derived layers up to date when it brought anything.
     *
     * @throws FetchBusy when one of the dataset is at work
     */
    public Fetch start(Caller caller, String dataset, String source) {
        Access.require(caller, Operation.IMPORT, Set.of()); // open data are the region's
        long id = begin(caller, dataset, source);
        Thread.ofVirtual().name("fetch " + dataset).start(() -> {
            try {
                if (carryOut(caller, id, dataset, source, Progress.NONE).state() == State.IMPORTED) {
                    intake.bringUpToDate(caller, Progress.NONE);
                }
            } catch (RuntimeException e) {
                LOG.error("Fetch {} of {} ended in an error", id, dataset, e);
            }
        });
        return log.find(id).orElseThrow();
    }

    /**
     * Fetches and imports, and returns when it is over; bringing the ranking up to date is the caller's.
     *
     * @throws FetchBusy when one of the dataset is at work
     */
    public Fetch run(Caller caller, String dataset, String source, Progress progress) {
        Access.require(caller, Operation.IMPORT, Set.of()); // open data are the region's
        return carryOut(caller, begin(caller, dataset, source), dataset, source, progress);
    }

    /** One fetch. */
    public Optional<Fetch> find(Caller caller, long id) {
        Access.require(caller, Operation.READ_IMPORTS);
        return log.find(id);
    }

    /** The latest fetches of a dataset, newest first. */
    public List<Fetch> of(Caller caller, String dataset) {
        Access.require(caller, Operation.READ_IMPORTS);
        return log.of(dataset, SHOWN);
    }

    private long begin(Caller caller, String dataset, String source) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long id = log.begin(dataset, source, caller.name()).orElseThrow(() -> new FetchBusy(dataset));
            audit.record(caller, "fetch.begin", "dataset/" + dataset, null, "fetch/" + id, source);
            return id;
        }));
    }

    private Fetch carryOut(Caller caller, long id, String dataset, String source, Progress progress) {
        try {
            Progress both = alive(id, progress);
            List<FetchedFile> files = datasets.fetch(caller, dataset, source, both);
            log.files(
                    id,
                    files.stream()
                            .map(f -> new Fetch.File(f.address(), f.bytes(), f.sha256(), f.unchanged()))
                            .toList());
            List<Path> paths = files.stream().map(FetchedFile::path).toList();
            ImportReport report = intake.take(caller, dataset, source, paths, both);
            log.end(id, state(report.outcome()), report.id(), null);
        } catch (FetchFailed e) {
            log.end(id, State.FAILED, null, new Failure(e.what(), e.remedy()));
        } catch (SiteFault e) {
            log.end(id, State.FAILED, null, new Failure(said(e), REMEDY));
        } catch (RuntimeException e) {
            log.end(id, State.FAILED, null, new Failure(UNEXPECTED, REMEDY));
            throw e;
        }
        return log.find(id).orElseThrow();
    }

    private static final Text UNEXPECTED = new Text("Noe uventet gikk galt i tjenesten.", "Something went wrong here.");
    private static final Text REMEDY = new Text("Se loggen til tjenesten.", "See the log of the service.");

    private static Text said(SiteFault e) {
        return new Text(
                e.problems().size() + " feil i områdene i filen.",
                e.problems().size() + " fault(s) in the file's sites.");
    }

    private static State state(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> State.IMPORTED;
            case UNCHANGED -> State.UNCHANGED;
            case REFUSED -> State.REFUSED;
        };
    }

    /** Tells the log once a second that the fetch is alive, and the caller always. */
    private Progress alive(long id, Progress caller) {
        long[] last = {System.nanoTime() - ALIVE_NANOS};
        return (text, done, total) -> {
            caller.report(text, done, total);
            if (System.nanoTime() - last[0] >= ALIVE_NANOS) {
                last[0] = System.nanoTime();
                log.alive(id, text, done, total);
            }
        };
    }
}

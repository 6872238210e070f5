package no.arealkompass.dataset;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.arealkompass.access.Acting;
import no.arealkompass.access.Caller;
import no.arealkompass.dataset.Delivery.State;
import no.arealkompass.dataset.Delivery.Step;
import no.arealkompass.dataset.Importer.Result;
import no.arealkompass.dataset.Refused.FileIssue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work on deliveries, a few at a time, off the threads of requests. What is to be done stands in the database: work
 * that a dead process or a restarted database cut short is done again, and what was committed is not.
 */
@Component
class DeliveryWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWork.class);
    private static final Caller SELF = Caller.service("deliveries");
    private static final int[] PAUSES_S = {1, 3, 10};
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final Importer importer;
    private final DeliveryRepository deliveries;
    private final IssueRepository issues;
    private final Spool spool;
    private final Consequences consequences;
    private final TransactionTemplate transaction;
    private final ThreadPoolExecutor workers;
    private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService sweeper;

    DeliveryWork(
            Importer importer,
            DeliveryRepository deliveries,
            IssueRepository issues,
            Spool spool,
            Consequences consequences,
            TransactionTemplate transaction,
            @Value("${areal.import.at-once:2}") int atOnce) {
        this.importer = importer;
        this.deliveries = deliveries;
        this.issues = issues;
        this.spool = spool;
        this.consequences = consequences;
        this.transaction = transaction;
        this.workers = new ThreadPoolExecutor(
                atOnce, atOnce, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("delivery"));
        workers.allowCoreThreadTimeOut(true);
    }

    /** Work on one delivery, from when it is asked for until it is done. */
    private static final class Job implements Progress {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private volatile Step step = DeliverySteps.step("Waiting for its turn", 0, 0);
        private volatile boolean cancelled;

        /** Work that is no longer wanted stops at the next thing it tells. */
        @Override
        public void report(String text, long done, long total) {
            if (cancelled) {
                throw new CancellationException();
            }
            step = DeliverySteps.step(text, done, total);
        }
    }

    /** Begins the work that the state of the delivery calls for, unless it is going on. */
    void start(UUID id) {
        jobs.computeIfAbsent(id, this::submit);
    }

    /** Gives up what is being done and begins anew. */
    void restart(UUID id) {
        jobs.compute(id, (same, job) -> {
            stop(job);
            return submit(id);
        });
    }

    void cancel(UUID id) {
        stop(jobs.remove(id));
    }

    private static void stop(@Nullable Job job) {
        if (job != null) {
            job.cancelled = true;
        }
    }

    private Job submit(UUID id) {
        Job job = new Job();
        workers.execute(() -> {
            try {
                Acting.as(SELF, () -> work(id, job));
            } finally {
                jobs.remove(id, job);
                job.done.complete(null);
            }
        });
        return job;
    }

    /** Waits until no work on it is going on, at most so long. */
    void await(UUID id, Duration most) {
        Job job = jobs.get(id);
        if (job == null) {
            return;
        }
        try {
            job.done.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return; // whoever asked is told how far it has come
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The delivery with how far work has come. Work that nobody is doing, though it should be, is taken up again. */
    Delivery seen(Delivery delivery) {
        Job job = jobs.get(delivery.id());
        if (job == null) {
            if (!delivery.state().busy()) {
                return delivery;
            }
            start(delivery.id());
            job = jobs.get(delivery.id());
        }
        boolean importing = delivery.state() == State.IMPORTING || delivery.state() == State.IMPORTED;
        return new Delivery(
                delivery.id(),
                importing ? State.IMPORTING : State.READING,
                delivery.fileName(),
                delivery.bytes(),
                delivery.sha256(),
                delivery.by(),
                delivery.at(),
                delivery.expiresAt(),
                delivery.choices(),
                job == null ? null : job.step,
                delivery.examination(),
                delivery.importId());
    }

    private void work(UUID id, Job job) {
        for (int pause : PAUSES_S) {
            try {
                step(id, job);
                return;
            } catch (CancellationException e) {
                return;
            } catch (DataAccessException | TransactionException e) {
                if (job.cancelled || workers.isShutdown()) {
                    return;
                }
                LOG.warn("Delivery {}: {}; trying again in {} s", id, e.getMessage(), pause);
                job.step = DeliverySteps.step("Waiting for the database", 0, 0);
                sleep(pause);
            } catch (RuntimeException e) {
                LOG.error("Delivery {} failed", id, e);
                fail(id, e);
                return;
            }
        }
        lastTry(id, job);
    }

    /** Should the database be away still, the state is left as it is: the work is taken up when somebody asks for it. */
    private void lastTry(UUID id, Job job) {
        try {
            step(id, job);
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException e) {
            LOG.error("Delivery {} failed", id, e);
            fail(id, e);
        }
    }

    private void fail(UUID id, RuntimeException cause) {
        try {
            deliveries.find(id).filter(d -> d.state().busy()).ifPresent(delivery -> {
                Findings findings = new Findings(1, delivery.choices());
                findings.add(new FileIssue(
                        "FAILED", true, Map.of("reason", cause.getClass().getSimpleName())));
                keep(delivery, new Result(findings.examination(), findings.issues(), findings.preview(), null));
            });
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Delivery {} is left as it is: {}", id, e.getMessage());
        }
    }

    private void step(UUID id, Job job) {
        Optional<Delivery> found = deliveries.find(id);
        if (found.isEmpty() || !found.get().state().busy()) {
            return;
        }
        Delivery delivery = found.get();
        boolean importing = delivery.state() == State.IMPORTING;
        Result result = run(delivery, importing, job);
        boolean imported = importing && deliveries.find(id).map(Delivery::state).equals(Optional.of(State.IMPORTED));
        if (!imported) {
            keep(delivery, result);
            return;
        }
        spool.remove(id);
        try {
            consequences.after().accept(SELF, job); // derived layers and runs are the service's own
        } catch (RuntimeException e) {
            LOG.error(
                    "Delivery {} is imported; what follows from it failed and is made up for at the next start", id, e);
        }
    }

    private Result run(Delivery delivery, boolean importing, Job job) {
        Caller caller = deliveries.by(delivery.id());
        return Acting.as(caller, () -> run(caller, delivery, importing, job));
    }

    private Result run(Caller caller, Delivery delivery, boolean importing, Job job) {
        try {
            return importer.run(new Importer.Request(
                    caller,
                    spool.find(delivery.id()),
                    delivery.fileName(),
                    delivery.choices(),
                    importing,
                    job,
                    () -> claim(delivery),
                    version -> consequences.within().apply(caller, version),
                    ids -> consequences.outlines().apply(caller, ids),
                    importId -> deliveries.imported(delivery.id(), importId)));
        } catch (Refused e) {
            Findings findings = new Findings(1, delivery.choices());
            findings.add(e.issue());
            return new Result(findings.examination(), findings.issues(), findings.preview(), null);
        }
    }

    /** Nobody else works on it, and the work is still wanted. */
    private void claim(Delivery delivery) {
        deliveries.lock(delivery.id());
        boolean wanted = deliveries
                .find(delivery.id())
                .filter(now -> now.state() == delivery.state() && now.choices().equals(delivery.choices()))
                .isPresent();
        if (!wanted) {
            throw new CancellationException();
        }
    }

    private void keep(Delivery delivery, Result result) {
        Examination found = result.examination();
        State state = !found.questions().isEmpty() ? State.ASKING : found.blocking() > 0 ? State.REFUSED : State.READY;
        transaction.executeWithoutResult(status -> {
            if (deliveries.examined(delivery.id(), delivery.choices(), state, found)) {
                issues.keep(delivery.id(), result.issues());
                deliveries.preview(delivery.id(), result.preview());
            }
        });
    }

    /** Takes up what a process that died has left, and removes what has expired from time to time. */
    void resume() {
        Workspace.removeAbandoned();
        deliveries.unfinished().forEach(this::start);
        sweeper = Executors.newSingleThreadScheduledExecutor(named("delivery-sweeper"));
        var unused = sweeper.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toSeconds(), TimeUnit.SECONDS);
    }

    void sweep() {
        Acting.as(SELF, this::removeExpired);
    }

    private void removeExpired() {
        try {
            for (UUID id : deliveries.expired()) {
                cancel(id);
                deliveries.remove(id);
                spool.remove(id);
            }
        } catch (RuntimeException e) {
            LOG.warn("Expired deliveries could not be removed now: {}", e.getMessage());
        }
    }

    private static void sleep(int seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }

    @Override
    public void close() {
        if (sweeper != null) {
            sweeper.shutdownNow();
        }
        jobs.values().forEach(job -> job.cancelled = true);
        workers.shutdownNow();
    }
}

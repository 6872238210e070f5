package no.arealkompass.score;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.arealkompass.access.Scope;
import no.arealkompass.strategy.Purpose;
import no.arealkompass.strategy.Strategy;
import org.springframework.stereotype.Component;

/** Stored runs weighed anew: by other weights, and by many. Works from what a run holds, and stores nothing. */
@Component
class Certainty {
    /** Together about 100 MB at most. */
    private static final int CELLS_IN_MEMORY = 1_000_000;

    private static final int CERTIFICATES_IN_MEMORY = 32;
    /** Values × draws; some seconds. */
    private static final long MOST_WORK = 500_000_000;

    private static final int WAIT_SECONDS = 15;

    private final RunRepository runs;
    private final MatrixRepository matrices;
    /** Published documents never change. */
    private final Map<String, Strategy> read = new ConcurrentHashMap<>();

    private final LinkedHashMap<String, Matrix> recent = new LinkedHashMap<>(16, 0.75f, true);
    /** Certificates as they were sent. */
    private final Map<Asked, String> certificates = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, String> eldest) {
            return size() > CERTIFICATES_IN_MEMORY;
        }
    };
    /** Anybody may ask; one at a time, so that certificates never take more than one processor from everybody else. */
    private final Semaphore turn = new Semaphore(1);

    Certainty(RunRepository runs, MatrixRepository matrices) {
        this.runs = runs;
        this.matrices = matrices;
    }

    /**
     * The purpose of the strategy that a run followed.
     *
     * @param reader how far the one who asks sees
     * @throws NoSuchRun when there is no such run or purpose
     */
    Purpose purpose(UUID run, String purpose, Scope reader) {
        if (!matrices.exists(run, reader)) {
            throw new NoSuchRun("run " + run);
        }
        return strategy(run).purposes().stream()
                .filter(p -> p.id().equals(purpose))
                .findFirst()
                .orElseThrow(() -> new NoSuchRun("purpose " + purpose + " in run " + run));
    }

    private Strategy strategy(UUID run) {
        return read.computeIfAbsent(runs.strategyOf(run), RunMaker::read);
    }

    /** @throws NoSuchRun when there is no such run or purpose */
    Matrix matrix(UUID run, String purposeId, Scope reader) {
        var purpose = purpose(run, purposeId, reader);
        var key = run + " " + purposeId;
        synchronized (recent) {
            var known = recent.get(key);
            if (known != null) {
                return known;
            }
        }
        var head = matrices.head(run, purposeId).orElseThrow(() -> new NoSuchRun("ranking for " + purposeId));
        var matrix = new MatrixReader(strategy(run), purpose, head).read(run, matrices.rows(run, purposeId));
        remember(key, matrix);
        return matrix;
    }

    /** The longest unused give way. */
    private void remember(String key, Matrix matrix) {
        synchronized (recent) {
            recent.put(key, matrix);
            int cells = recent.values().stream().mapToInt(Matrix::cells).sum();
            var oldest = recent.entrySet().iterator();
            while (cells > CELLS_IN_MEMORY && recent.size() > 1) {
                cells -= oldest.next().getValue().cells();
                oldest.remove();
            }
        }
    }

    private record Asked(UUID run, String purpose, Map<String, Integer> weights, Spread spread, long seed) {}

    /**
     * A certificate as JSON.
     *
     * @throws CertificateRefused when there are too many sites, or too many ask at once
     * @throws NoSuchRun when there is no such run or purpose
     */
    String certificate(UUID run, String purpose, Scope reader, Map<String, Integer> weights, Spread spread, long seed) {
        var matrix = matrix(run, purpose, reader);
        if (matrix.rows().size() > Acceptability.MOST_SITES || (long) matrix.cells() * Precision.DRAWS > MOST_WORK) {
            throw new CertificateRefused(CertificateRefused.Why.TOO_LARGE);
        }
        var asked = new Asked(run, purpose, Map.copyOf(weights), spread, seed);
        return known(asked)
                .orElseGet(() -> inTurn(() -> known(asked).orElseGet(() -> {
                    var made = RunDocument.write(Certificate.of(matrix, weights, spread, seed, Precision.DRAWS));
                    synchronized (certificates) {
                        certificates.put(asked, made);
                    }
                    return made;
                })));
    }

    private Optional<String> known(Asked asked) {
        synchronized (certificates) {
            return Optional.ofNullable(certificates.get(asked));
        }
    }

    private String inTurn(Supplier<String> work) {
        boolean mine = false;
        try {
            mine = turn.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new CertificateRefused(CertificateRefused.Why.BUSY);
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CertificateRefused(CertificateRefused.Why.BUSY);
        } finally {
            if (mine) {
                turn.release();
            }
        }
    }
}

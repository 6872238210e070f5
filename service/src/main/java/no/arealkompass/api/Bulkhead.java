package no.arealkompass.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Costly requests share few places, so that however many there are, most of the connections are left for the light ones.
 * A short queue waits a short while; whoever does not get in is told to come back.
 */
@Component
class Bulkhead {
    private static final int WAIT_SECONDS = 5;

    private final Semaphore places;
    private final int longestQueue;
    private final AtomicInteger waiting = new AtomicInteger();

    Bulkhead(@Value("${areal.costly.places:4}") int places, @Value("${areal.costly.queue:16}") int longestQueue) {
        this.places = new Semaphore(places, true);
        this.longestQueue = longestQueue;
    }

    /** True when there is a place; it must be left again. */
    boolean enter() {
        if (places.tryAcquire()) {
            return true;
        }
        if (waiting.incrementAndGet() > longestQueue) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        places.release();
    }

    int free() {
        return places.availablePermits();
    }
}

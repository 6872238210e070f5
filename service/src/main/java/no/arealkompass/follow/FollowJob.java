package no.arealkompass.follow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import no.arealkompass.intake.BroughtUpToDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at what is followed, and tells, whenever the data were brought up to date, and now and then while the service runs; the
 * commands tell nobody. Nobody waits for it, and what fails is made up for the next time.
 */
@Component
@Profile("!command")
class FollowJob {
    private static final Logger LOG = LoggerFactory.getLogger(FollowJob.class);
    private static final int MINUTES = 15;

    private final Lookout lookout;
    private final Teller teller;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicBoolean waits = new AtomicBoolean();

    FollowJob(Lookout lookout, Teller teller) {
        this.lookout = lookout;
        this.teller = teller;
    }

    /** Whoever waits reads the newest state, so one who waits is enough. */
    @EventListener(BroughtUpToDate.class)
    void soon() {
        if (waits.compareAndSet(false, true)) {
            Thread.ofVirtual().name("followed plans").start(this::lookAndTell);
        }
    }

    /** For imports by a command beside the service, dates that pass, and mail that failed. */
    @Scheduled(initialDelay = MINUTES, fixedDelay = MINUTES, timeUnit = TimeUnit.MINUTES)
    void nowAndThen() {
        soon();
    }

    private void lookAndTell() {
        oneAtATime.lock();
        try {
            waits.set(false);
            lookout.lookAtAll();
            teller.tell();
        } catch (RuntimeException e) {
            LOG.error("Followed plans could not be looked at; they are again in a while", e);
        } finally {
            oneAtATime.unlock();
        }
    }
}

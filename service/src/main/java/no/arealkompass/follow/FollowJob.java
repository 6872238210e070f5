package no.arealkompass.follow;

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
 * Looks at what is followed, and tells, whenever the data were brought up to date and once a day while the service runs; the
 * commands tell nobody. Nobody waits for it, and what fails is made up for the next time.
 */
@Component
@Profile("!command")
class FollowJob {
    private static final Logger LOG = LoggerFactory.getLogger(FollowJob.class);

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

    /** For dates that pass, imports by a command, and mail that failed. */
    @Scheduled(cron = "${areal.mail.daily}", zone = "Europe/Oslo")
    void daily() {
        soon();
    }

    private void lookAndTell() {
        oneAtATime.lock();
        try {
            waits.set(false);
            lookout.lookAtAll();
            teller.tell();
        } catch (RuntimeException e) {
            LOG.error("Followed plans could not be looked at; they are again at the next change or tomorrow", e);
        } finally {
            oneAtATime.unlock();
        }
    }
}

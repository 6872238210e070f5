package no.arealkompass.enquiry;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import no.arealkompass.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Mails what is due as soon as it is stored, and now and then for what failed; deletes every night what tells of people. The
 * commands do neither, and nobody waits for it.
 */
@Component
@Profile("!command")
class EnquiryJob {
    private static final Logger LOG = LoggerFactory.getLogger(EnquiryJob.class);
    private static final int MINUTES = 15;
    private static final Caller SERVICE = Caller.service("enquiries");

    private final Enquiries enquiries;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicBoolean waits = new AtomicBoolean();

    EnquiryJob(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    /** Whoever waits reads the newest state, so one who waits is enough. */
    @TransactionalEventListener(classes = Enquiries.ToBeTold.class, phase = TransactionPhase.AFTER_COMMIT)
    void soon() {
        if (waits.compareAndSet(false, true)) {
            Thread.ofVirtual().name("enquiries").start(this::tell);
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = MINUTES, timeUnit = TimeUnit.MINUTES)
    void nowAndThen() {
        soon();
    }

    private void tell() {
        oneAtATime.lock();
        try {
            waits.set(false);
            enquiries.tell(SERVICE);
        } catch (RuntimeException e) {
            LOG.error("Mails about enquiries could not be sent; they are tried again in a while", e);
        } finally {
            oneAtATime.unlock();
        }
    }

    @Scheduled(cron = "${areal.enquiry.nightly}", zone = "Europe/Oslo")
    void erase() {
        try {
            int erased = enquiries.eraseDue(SERVICE);
            if (erased > 0) {
                LOG.info("Personal data of {} enquiries deleted", erased);
            }
        } catch (RuntimeException e) {
            LOG.error("Personal data of enquiries could not be deleted; it is tried again tomorrow", e);
        }
    }
}

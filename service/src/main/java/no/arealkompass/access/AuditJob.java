package no.arealkompass.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes every night what of the audit trail is older than the operator keeps it; the commands delete nothing. */
@Component
@Profile("!command")
class AuditJob {
    private static final Logger LOG = LoggerFactory.getLogger(AuditJob.class);
    private static final Caller SERVICE = Caller.service("audit");

    private final AuditTrail trail;

    AuditJob(AuditTrail trail) {
        this.trail = trail;
    }

    @Scheduled(cron = "${areal.audit.nightly}", zone = "Europe/Oslo")
    void forget() {
        try {
            long gone = trail.forgetOld(SERVICE);
            if (gone > 0) {
                LOG.info("{} old entries of the audit trail deleted", gone);
            }
        } catch (RuntimeException e) {
            LOG.error("Old entries of the audit trail could not be deleted; it is tried again tomorrow", e);
        }
    }
}

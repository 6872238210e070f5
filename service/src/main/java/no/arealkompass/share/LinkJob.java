package no.arealkompass.share;

import java.time.Duration;
import no.arealkompass.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes every night what tells of people in links that ended long ago. */
@Component
@Profile("!command")
class LinkJob {
    private static final Logger LOG = LoggerFactory.getLogger(LinkJob.class);

    private final Links links;
    private final Duration keep;

    LinkJob(Links links, @Value("${areal.links.keep-days}") int keepDays) {
        this.links = links;
        keep = Duration.ofDays(keepDays);
    }

    @Scheduled(cron = "${areal.links.nightly}", zone = "Europe/Oslo")
    void forget() {
        try {
            links.forget(Caller.service("links"), keep);
        } catch (RuntimeException e) {
            LOG.error("Personal data of ended links could not be deleted; it is tried again tomorrow", e);
        }
    }
}
